import Geodesy
import Geometry
import Model

/// Scores the places of two events: by id, by unit, by distance, at last by their areas.
///
/// Not `Sendable`: it owns a geometry engine and remembers which areas meet.
final class PlaceScorer {
  struct Points {
    var value: Int
    /// What speaks against their being one place.
    var doubts: PairScore.Doubts = []
    /// Whether one of them has no place.
    var isUnlocated = false
    /// Whether one place may have been taken for the other.
    var isRival = false
  }

  private let weights: LinkWeights
  private let engine: GeometryEngine
  private let facts: [EventFacts]
  private let placeLists: [Int: [Int32]]
  let blocks: LinkBlocks
  private let area: (Int) -> MultiPolygon?
  private var meetings: [UInt64: Bool] = [:]

  init(
    weights: LinkWeights, engine: GeometryEngine, blocks: LinkBlocks,
    placeLists: [Int: [Int32]], area: @escaping (Int) -> MultiPolygon?
  ) {
    self.weights = weights
    self.engine = engine
    facts = blocks.facts
    self.blocks = blocks
    self.placeLists = placeLists
    self.area = area
  }

  /// Returns the points, nil when they are two places.
  /// - Parameter match: How their victims agree: only when they do can a place be one that was taken
  ///   for another.
  func points(_ first: Int, _ second: Int, _ match: HarmMatch) throws -> Points? {
    let a = facts[first]
    let b = facts[second]
    let read = try apart(first, second)
    if read == nil || !a.isLocated || !b.isLocated {
      if match.isShared, match.answer == .same,
        match.victims >= PairScorer.fewVictims || read != nil,
        blocks.areRivals(first, second)
      {
        let doubts: PairScore.Doubts = a.isLocated && b.isLocated ? .neighbor : []
        return Points(value: weights.placeRival, doubts: doubts, isRival: true)
      }
      if read == nil, match.victims >= PairScorer.manyVictims, isPart(a, of: b) || isPart(b, of: a)
      {
        return Points(value: weights.placeCoarse, doubts: .coarse)
      }
      if read == nil, match.isFingerprint, isHomonym(a, b) || areOfOneGovernorate(a, b) {
        return Points(value: weights.placeHomonym, doubts: .neighbor, isRival: true)
      }
    }
    guard var points = read else { return nil }
    if isCoarse(a) || isCoarse(b) { points.doubts.insert(.coarse) }
    return points
  }

  private func apart(_ first: Int, _ second: Int) throws -> Points? {
    let a = facts[first]
    let b = facts[second]
    if sharesPlace(first, second) {
      return try samePlace(first, second).map { Points(value: $0) }
    }
    guard a.isLocated, b.isLocated else {
      let isElsewhere = a.admin.0 >= 0 && b.admin.0 >= 0 && a.admin.0 != b.admin.0
      return isElsewhere ? nil : Points(value: weights.placeUnlocated, isUnlocated: true)
    }
    if holds(a, b) || holds(b, a) {
      return Points(value: max(a.rank, b.rank) <= 5 ? weights.placeContained : weights.placeCoarse)
    }
    if excludes(a, b) || excludes(b, a) {
      // Outlines differ from what people call the sub-district, by some kilometres: a village beside it
      // may be told as in it, another sub-district or its seat may not.
      return a.isVillage != b.isVillage && max(a.rank, b.rank) <= 4 && isNear(a, b)
        ? Points(value: weights.placeNeighbor, doubts: .neighbor) : nil
    }
    if isNamed(a), isNamed(b) { return named(a, b) }
    if isNear(a, b) {
      let rank = max(a.rank, b.rank)
      return Points(
        value: rank <= 3 ? weights.placeNear : rank <= 5 ? weights.placeArea : weights.placeCoarse)
    }
    guard try areasMeet(first, second) else { return nil }
    return Points(value: max(a.rank, b.rank) <= 6 ? weights.placeArea : weights.placeCoarse)
  }

  /// Half the country's news of a day comes from some governorate.
  private func isCoarse(_ fact: EventFacts) -> Bool {
    (6...8).contains(fact.rank) && fact.radiusKm > Double(weights.coarseKm)
  }

  /// Whether one is told as a part of the governorate of the other: people draw the parts differently.
  private func isPart(_ fact: EventFacts, of region: EventFacts) -> Bool {
    region.rank >= 7 && region.relation >= 0 && region.place >= 0 && region.place == fact.admin.1
  }

  /// Whether a report that does not know a village may name what lies beside it instead.
  ///
  /// Some kilometres apart in one governorate; two towns, or two whole units, are two places.
  private func areOfOneGovernorate(_ a: EventFacts, _ b: EventFacts) -> Bool {
    guard a.isLocated, b.isLocated, max(a.rank, b.rank) <= 4, a.admin.1 >= 0, a.admin.1 == b.admin.1
    else { return false }
    guard a.isVillage || b.isVillage || a.relation >= 0 || b.relation >= 0 else { return false }
    return isWithin(a, b, km: Double(weights.apartKm) + max(a.radiusKm, b.radiusKm))
  }

  private func isHomonym(_ a: EventFacts, _ b: EventFacts) -> Bool {
    (a.names.english >= 0 && a.names.english == b.names.english)
      || (a.names.arabic >= 0 && a.names.arabic == b.names.arabic)
  }

  private func sharesPlace(_ first: Int, _ second: Int) -> Bool {
    let a = facts[first]
    let b = facts[second]
    if a.place < 0 || b.place < 0 { return false }
    if a.placeCount == 1, b.placeCount == 1 { return a.place == b.place }
    let mine = placeLists[first] ?? [a.place]
    let other = placeLists[second] ?? [b.place]
    return mine.contains { other.contains($0) }
  }

  private func samePlace(_ first: Int, _ second: Int) throws -> Int? {
    let a = facts[first]
    let b = facts[second]
    let rank = max(a.rank, b.rank)
    let byRank =
      switch rank {
      case ...4: weights.placeSame
      case 5: weights.placePartly
      case 6...8:
        max(a.radiusKm, b.radiusKm) > Double(weights.coarseKm)
          ? weights.placeCoarse : weights.placePartly
      default: weights.placeUnlocated
      }
    if a.relation == b.relation {
      guard a.relation >= 0 else {
        return a.placeCount == b.placeCount ? byRank : min(byRank, weights.placePartly)
      }
      // Ten and forty kilometres north of a town are two places.
      if isNear(a, b) { return byRank }
      return try areasMeet(first, second) ? min(byRank, weights.placeArea) : nil
    }
    if isNear(a, b) { return min(byRank, weights.placePartly) }
    let isOneRelation = a.relation < 0 || b.relation < 0
    if isOneRelation { return min(byRank, weights.placeArea) }
    return try areasMeet(first, second) ? min(byRank, weights.placeArea) : nil
  }

  /// Whether the second lies in the unit that the first is.
  private func holds(_ unit: EventFacts, _ other: EventFacts) -> Bool {
    unit.unitLevel >= 0 && unit.place >= 0 && other.admin(unit.unitLevel) == unit.place
  }

  /// Whether the second is known to lie in another unit of the same level.
  private func excludes(_ unit: EventFacts, _ other: EventFacts) -> Bool {
    guard unit.unitLevel >= 0, other.relation < 0 else { return false }
    let known = other.admin(unit.unitLevel)
    return known >= 0 && known != unit.place
  }

  private func isNamed(_ fact: EventFacts) -> Bool {
    fact.rank <= 2 && fact.relation < 0 && fact.placeCount == 1
  }

  /// Two names: a quarter of a city is in it, two villages are two.
  private func named(_ a: EventFacts, _ b: EventFacts) -> Points? {
    let large = max(a.radiusKm, b.radiusKm)
    let small = min(a.radiusKm, b.radiusKm)
    if large >= 2 * small, isWithin(a, b, km: large) {
      return Points(
        value: weights.placeContained, doubts: large >= Double(weights.cityKm) ? .coarse : [])
    }
    if isNear(a, b) { return Points(value: weights.placeNeighbor, doubts: .neighbor) }
    let isOfSeat =
      (a.seatOf >= 0 && a.seatOf == b.admin.2) || (b.seatOf >= 0 && b.seatOf == a.admin.2)
    if isOfSeat { return Points(value: weights.placeSeat, doubts: .seat) }
    // A base lies some way out of the town that it is named after, and may be told by the town.
    let isOutside =
      (a.namedAfter.contains(b.names.english) || b.namedAfter.contains(a.names.english))
      && isWithin(a, b, km: large + Double(weights.apartKm))
    return isOutside ? Points(value: weights.placeSeat, doubts: .coarse) : nil
  }

  private func isNear(_ a: EventFacts, _ b: EventFacts) -> Bool {
    a.isLocated && b.isLocated
      && isWithin(a, b, km: max(a.radiusKm, b.radiusKm) + Double(weights.nearKm))
  }

  /// Measures on the ellipsoid only when the rough distance does not settle it.
  private func isWithin(_ a: EventFacts, _ b: EventFacts, km: Double) -> Bool {
    let y = (a.latitude - b.latitude) * EarthScale.kmPerDegree
    let x =
      (a.longitude - b.longitude) * EarthScale.kmPerDegree
      * EarthScale.cosine((a.latitude + b.latitude) / 2)
    let rough = (x * x + y * y).squareRoot()
    if rough < km * 0.97 { return true }
    if rough > km * 1.03 { return false }
    guard let start = try? Position(longitude: a.longitude, latitude: a.latitude),
      let end = try? Position(longitude: b.longitude, latitude: b.latitude)
    else { return false }
    return Geodesic.wgs84.isWithin(km * 1000, from: start, to: end)
  }

  private func areasMeet(_ first: Int, _ second: Int) throws -> Bool {
    let a = facts[first]
    let b = facts[second]
    guard a.area >= 0, b.area >= 0, a.box.intersects(b.box) else { return false }
    if a.area == b.area { return true }
    let key = UInt64(min(a.area, b.area)) << 32 | UInt64(max(a.area, b.area))
    if let known = meetings[key] { return known }
    guard let mine = area(first), let other = area(second) else { return false }
    let meet = try engine.intersects(mine, other)
    // A bound on memory, not on the answers.
    if meetings.count > 500_000 { meetings.removeAll(keepingCapacity: true) }
    meetings[key] = meet
    return meet
  }
}

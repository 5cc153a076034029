import Model

/// Which pairs of events are worth scoring, as a rule on two events.
///
/// `CandidateIndex` finds the same pairs by lists; `ReportLinker` can be told to try all pairs, which
/// is the oracle of its tests.
///
/// Two events meet when their days, or windows, are at most a day apart and
/// - their boxes are at most `margin` apart, or
/// - one is the seat of the district of the other, or
/// - the words of one may mean the place of the other, or
/// - one has no place and they count as many dead, injured or victims, or it is marked as the new toll
///   of something of the other's size, or
/// - both count victims that agree exactly and are many enough to tell an incident by.
///
/// An event of a vague day, or of none, meets only those of its own place.
struct LinkBlocks {
  let facts: [EventFacts]
  /// The places that the words of an event may mean instead of its own.
  let rivals: [Int: [RivalDisc]]
  /// Degrees by which boxes may be apart.
  let margin: Coordinate

  /// `site`, `place` and `near`.
  static let fineRank = 3

  /// The latitude at which the margin is measured: larger than any of the region, so that it is a bound.
  private static let latitude = 60.0

  init(_ facts: [EventFacts], rivals: [Int: [RivalDisc]], weights: LinkWeights) {
    self.facts = facts
    self.rivals = rivals
    margin = EarthScale.degrees(km: Double(weights.nearKm), latitude: Self.latitude)
  }

  func meet(_ first: Int, _ second: Int) -> Bool {
    let a = facts[first]
    let b = facts[second]
    if !a.isDated || !b.isDated { return a.place >= 0 && a.place == b.place }
    if a.firstDay > b.lastDay &+ 1 || b.firstDay > a.lastDay &+ 1 { return false }
    if areRivals(first, second) { return true }
    if !a.isLocated || !b.isLocated { return countAlike(a, b) || isTollOf(first, second) }
    return boxesMeet(a, b) || areSeatAndDistrict(a, b) || haveOneFingerprint(a, b)
  }

  /// Whether the words of one may mean the place of the other.
  func areRivals(_ first: Int, _ second: Int) -> Bool {
    hasRival(first, second) || hasRival(second, first)
  }

  private func hasRival(_ index: Int, _ other: Int) -> Bool {
    let fact = facts[other]
    guard fact.isLocated, fact.rank <= Self.fineRank, let discs = rivals[index] else {
      return false
    }
    return discs.contains { $0.holds(fact, marginKm: 0) }
  }

  private func boxesMeet(_ a: EventFacts, _ b: EventFacts) -> Bool {
    a.box.minX - margin.x <= b.box.maxX && b.box.minX - margin.x <= a.box.maxX
      && a.box.minY - margin.y <= b.box.maxY && b.box.minY - margin.y <= a.box.maxY
  }

  private func areSeatAndDistrict(_ a: EventFacts, _ b: EventFacts) -> Bool {
    (a.seatOf >= 0 && a.seatOf == b.admin.2) || (b.seatOf >= 0 && b.seatOf == a.admin.2)
  }

  /// Whether one is a new toll without a place and the other counts nearly as many dead, many.
  func isTollOf(_ first: Int, _ second: Int) -> Bool {
    isToll(facts[first], of: facts[second]) || isToll(facts[second], of: facts[first])
  }

  private func isToll(_ late: EventFacts, of early: EventFacts) -> Bool {
    isPlacelessToll(late) && early.killed.low >= Int32(HarmMatch.large)
      && late.killed.low >= early.killed.low && late.killed.low / 3 <= early.killed.low / 2
      && (early.injured.low < 0 || late.injured.low < 0 || late.injured.low >= early.injured.low)
  }

  func isPlacelessToll(_ fact: EventFacts) -> Bool {
    fact.isToll && !fact.isLocated && fact.killed.low >= Int32(HarmMatch.large)
  }

  private func countAlike(_ a: EventFacts, _ b: EventFacts) -> Bool {
    (a.killed.low > 0 && a.killed.low == b.killed.low)
      || (a.injured.low > 0 && a.injured.low == b.injured.low)
      || (a.casualties.low > 0 && a.casualties.low == b.casualties.low)
  }

  private func haveOneFingerprint(_ a: EventFacts, _ b: EventFacts) -> Bool {
    hasFingerprint(a) && a.killed == b.killed && a.injured == b.injured
  }

  /// Whether the dead and the injured are counted, and are enough to tell an incident by.
  func hasFingerprint(_ fact: EventFacts) -> Bool {
    fact.killed.low > 0 && fact.injured.low > 0
      && Int(fact.killed.low) + Int(fact.injured.low) >= HarmMatch.large
  }
}

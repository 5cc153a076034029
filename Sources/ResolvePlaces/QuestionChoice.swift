import Gazetteer
import Geodesy
import Model

/// How a question chooses among places that its words allow alike.
///
/// A report has a focus, and there a village of the disputed districts is likelier than its namesake in
/// the south. A question that names a governorate has said all that it knows: two villages of that name in
/// it are two answers.
extension PlaceChooser {
  /// Meters within which namesakes are one neighborhood.
  private static let vicinity = 25_000.0
  /// A rank from which a village is meant by its name alone.
  private static let known = 250

  /// Puts the candidates of a question in the order in which they answer it, best first, and marks the
  /// namesakes among which nothing decides.
  ///
  /// - Parameter candidates: Those that the conditions allow, by score.
  func settle(
    _ candidates: [PlaceCandidate], _ mention: Mention, _ mentions: [Mention]
  ) -> [PlaceCandidate] {
    var result = spelledBest(candidates, mention)
    guard let best = result.first else { return result }
    let isOwn = isOwn(best, mention, mentions)
    guard isCommon(best) || !isOwn else { return result }
    let equal = result.indices.filter { index in
      let one = result[index]
      if one.entity == best.entity { return true }
      guard isAlike(one, best, mention) else { return false }
      return isVillageOfSort(one, best) || !isOwn && self.isOwn(one, mention, mentions)
    }
    guard equal.contains(where: { isElsewhere(result[$0].entity, best.entity) }) else {
      return result
    }
    for index in equal { result[index].why.append("namesake") }
    guard isPlaced(best) else { return result }
    let group = equal.map { result[$0] }
    let order = group.indices.sorted { first, second in
      let left = weight(group[first], group, mention, mentions)
      let right = weight(group[second], group, mention, mentions)
      return left == right ? first < second : left > right
    }
    for (place, index) in equal.enumerated() { result[index] = group[order[place]] }
    return result
  }

  /// Leaves out what is spelled worse than a place that is spelled right and lies where the words say: a
  /// town that sounds like the village asked for is another place.
  private func spelledBest(
    _ candidates: [PlaceCandidate], _ mention: Mention
  ) -> [PlaceCandidate] {
    let isSpelledRight = candidates.contains {
      isPlaced($0) && gap(of: $0, mention) == 0
    }
    guard isSpelledRight else { return candidates }
    return candidates.filter { gap(of: $0, mention) <= Self.slight }
  }

  /// How far the words are from the name that a candidate has: 0 letter for letter.
  private func gap(of candidate: PlaceCandidate, _ mention: Mention) -> Int {
    let name = mention.names.first { $0.entity == candidate.entity }
    guard let name, name.tier != .exact else { return 0 }
    return max(name.spelling, name.tier == .heard ? 0 : Self.slight + 1)
  }

  /// Whether a candidate is a village or a quarter that is not meant by its name alone.
  private func isCommon(_ candidate: PlaceCandidate) -> Bool {
    let entity = gazetteer.entities[candidate.entity]
    return entity.isSmall && entity.rank < Self.known
  }

  /// Whether nothing in the words prefers one candidate to the other.
  private func isAlike(
    _ one: PlaceCandidate, _ other: PlaceCandidate, _ mention: Mention
  ) -> Bool {
    gap(of: one, mention) == gap(of: other, mention)
      && one.why.filter(Self.deciding.contains) == other.why.filter(Self.deciding.contains)
  }

  private func isVillageOfSort(_ one: PlaceCandidate, _ other: PlaceCandidate) -> Bool {
    isCommon(one)
      && gazetteer.entities[one.entity].type == gazetteer.entities[other.entity].type
  }

  /// Whether a place lies in the units that the words name by its own row; a second governorate may count
  /// it as its own.
  private func isOwn(
    _ candidate: PlaceCandidate, _ mention: Mention, _ mentions: [Mention]
  ) -> Bool {
    mention.containers.allSatisfy { container in
      let units = mentions[container].names.map(\.entity).filter { gazetteer.entities[$0].isUnit }
      return units.isEmpty || units.contains { gazetteer.isPart(candidate.entity, of: $0) }
    }
  }

  /// What the words say of a candidate; the neighborhood of the unit that they name is no reason.
  private static let deciding: Set = [
    "type_word", "type_conflict", "usual_meaning", "container", "container_near",
    "container_conflict", "area", "gloss_ok", "gloss_road_distance", "gloss_conflict",
  ]

  /// How many of the namesakes an answer is right for, or nearly: those in the unit that the words name
  /// before those that a second governorate counts as its own, then the neighborhoods that hold most.
  private func weight(
    _ candidate: PlaceCandidate, _ group: [PlaceCandidate], _ mention: Mention,
    _ mentions: [Mention]
  ) -> Int {
    let isOwn = isOwn(candidate, mention, mentions)
    // One that was left lies in ruins: reports are of those where people live.
    let isLeft = gazetteer.entities[candidate.entity].rank < 100
    let near = group.count { distance(candidate.entity, $0.entity) < Self.vicinity }
    return (isOwn ? 1000 : 0) + (isLeft ? 0 : 100) + min(near, 99)
  }

  private func distance(_ first: Int, _ second: Int) -> Double {
    guard let here = gazetteer.entities[first].position,
      let there = gazetteer.entities[second].position
    else { return .infinity }
    return geodesic.inverse(from: here, to: there).distance
  }
}

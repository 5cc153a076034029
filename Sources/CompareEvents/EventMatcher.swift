package import EmitLayers
import Geodesy
import Model

/// Two events that are taken for one.
package struct EventMatch: Sendable, Hashable {
  /// Indexes into ours and theirs.
  package var ours: Int
  package var theirs: Int
  /// 0 to 1000.
  package var score: Int
  package var distanceMeters: Double
  /// Between the windows' middles, theirs after ours when positive.
  package var days: Int
}

/// Matches the events of two codings, one to one.
///
/// A pair is one event when the windows of days meet, the distance is within both radii and a margin,
/// the types go together, and the score is high enough. The best score wins; of equal ones the
/// nearer pair, then the lower ids. Every event is in one pair at most.
package struct EventMatcher: Sendable {
  private let weights: CompareWeights
  private let codes: CoderCodes

  /// - Parameter codes: The list `compatible`: families that two coders may give one event.
  package init(weights: CompareWeights, codes: CoderCodes) {
    self.weights = weights
    self.codes = codes
  }

  /// Returns the matches in the order of ours.
  ///
  /// Each event is held against those of its days only: linear in the pairs that share a day.
  package func match(_ ours: [ComparedEvent], _ theirs: [ComparedEvent]) -> [EventMatch] {
    var byDay: [Int: [Int]] = [:]
    for (index, event) in theirs.enumerated() where event.isComparable {
      for day in event.days ?? 0...0 { byDay[day, default: []].append(index) }
    }
    var pairs: [EventMatch] = []
    // The last of ours that each of theirs was held against: windows of days share many.
    var last = Array(repeating: -1, count: theirs.count)
    for (index, event) in ours.enumerated() {
      guard event.isComparable, let days = event.days else { continue }
      for day in (days.lowerBound - weights.slackDays)...(days.upperBound + weights.slackDays) {
        for other in byDay[day] ?? [] where last[other] != index {
          last[other] = index
          if mayMeet(event, theirs[other]),
            let pair = pair(index, event, other, theirs[other])
          {
            pairs.append(pair)
          }
        }
      }
    }
    return choose(pairs, ours, theirs)
  }

  /// Whether the latitudes alone let two events be near enough: a degree of latitude has at least 110.5 km.
  private func mayMeet(_ first: ComparedEvent, _ second: ComparedEvent) -> Bool {
    guard let one = first.center, let other = second.center else { return false }
    return abs(one.latitude - other.latitude) * 110_500 <= limit(first, second)
  }

  /// The greatest distance between the centers of a pair, in metres.
  private func limit(_ first: ComparedEvent, _ second: ComparedEvent) -> Double {
    first.radius + second.radius + Double(weights.marginKm) * 1000
  }

  /// The slow twin of `match`: every pair is looked at.
  func matchAll(_ ours: [ComparedEvent], _ theirs: [ComparedEvent]) -> [EventMatch] {
    var pairs: [EventMatch] = []
    for (index, event) in ours.enumerated() {
      for (other, their) in theirs.enumerated() {
        if let pair = pair(index, event, other, their) { pairs.append(pair) }
      }
    }
    return choose(pairs, ours, theirs)
  }

  private func choose(
    _ pairs: [EventMatch], _ ours: [ComparedEvent], _ theirs: [ComparedEvent]
  ) -> [EventMatch] {
    let sorted = pairs.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.distanceMeters != right.distanceMeters {
        return left.distanceMeters < right.distanceMeters
      }
      let (first, second) = (ours[left.ours].id, ours[right.ours].id)
      if first != second { return first.precedesInBytes(second) }
      let (third, fourth) = (theirs[left.theirs].id, theirs[right.theirs].id)
      if third != fourth { return third.precedesInBytes(fourth) }
      return (left.ours, left.theirs) < (right.ours, right.theirs)
    }
    var usedOurs: Set<Int> = []
    var usedTheirs: Set<Int> = []
    var chosen: [EventMatch] = []
    for pair in sorted where !usedOurs.contains(pair.ours) && !usedTheirs.contains(pair.theirs) {
      usedOurs.insert(pair.ours)
      usedTheirs.insert(pair.theirs)
      chosen.append(pair)
    }
    return chosen.sorted { $0.ours < $1.ours }
  }

  /// Returns nil when the two cannot be one event.
  private func pair(
    _ ours: Int, _ our: ComparedEvent, _ theirs: Int, _ their: ComparedEvent
  ) -> EventMatch? {
    guard let ourDays = our.days, let theirDays = their.days, let center = our.center,
      let other = their.center, let date = dateScore(ourDays, theirDays),
      let type = typeScore(our, their)
    else { return nil }
    let distance = Geodesic.wgs84.inverse(from: center, to: other).distance
    let limit = limit(our, their)
    guard distance <= limit else { return nil }
    let nearness = limit > 0 ? 1 - distance / limit : 1
    let place = Int((Double(weights.place) * nearness).rounded())
    let score =
      date + type + place + actorScore(our.inters, their.inters) + harmScore(our, their)
    guard score >= weights.least else { return nil }
    let middles =
      (theirDays.lowerBound + theirDays.upperBound - ourDays.lowerBound - ourDays.upperBound)
    return EventMatch(
      ours: ours, theirs: theirs, score: score, distanceMeters: distance, days: middles / 2)
  }

  /// The part of the longer window that both share, nil when they do not meet.
  private func dateScore(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>) -> Int? {
    let shared =
      min(first.upperBound, second.upperBound) - max(first.lowerBound, second.lowerBound) + 1
    guard shared + weights.slackDays > 0 else { return nil }
    return weights.date * max(0, shared) / max(first.count, second.count)
  }

  private func typeScore(_ first: ComparedEvent, _ second: ComparedEvent) -> Int? {
    guard let one = first.subEventType, let other = second.subEventType else {
      return weights.typeUnknown
    }
    if one == other { return weights.typeSame }
    if let type = first.eventType, type == second.eventType,
      first.family == second.family
    {
      return weights.typeEvent
    }
    guard let family = first.family, let second = second.family else { return nil }
    if family == second { return weights.typeFamily }
    return codes.pairs("compatible", family, second) ? weights.typeCompatible : nil
  }

  /// By the actor types that both name.
  private func actorScore(_ first: [Int], _ second: [Int]) -> Int {
    if first.isEmpty || second.isEmpty { return weights.actorsUnknown }
    let shared = Set(first).intersection(second).count
    return weights.actorsSame * shared / max(1, min(Set(first).count, Set(second).count))
  }

  private func harmScore(_ first: ComparedEvent, _ second: ComparedEvent) -> Int {
    guard let meet = first.killed.meets(second.killed) else { return weights.harmUnknown }
    return meet ? weights.harmSame : 0
  }
}

extension Harm.Count {
  /// Whether two ranges share a number, nil when one of them says nothing.
  func meets(_ other: Harm.Count) -> Bool? {
    guard isStated, other.isStated else { return nil }
    return max(minimum ?? 0, other.minimum ?? 0) <= min(maximum ?? .max, other.maximum ?? .max)
  }
}

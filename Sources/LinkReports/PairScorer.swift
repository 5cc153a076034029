import Model

/// Scores two reports by their facts (language.md 4.7); the place is measured last, as it costs most.
struct PairScorer {
  let weights: LinkWeights
  let facts: [EventFacts]
  let actors: ActorKinship
  let places: PlaceScorer

  /// Returns the points of two events, nil when they cannot be one.
  func score(_ first: Int, _ second: Int) throws -> PairScore? {
    let a = facts[first]
    let b = facts[second]
    if a.document == b.document || a.block != b.block { return nil }
    var score = PairScore()
    guard scoreDate(a, b, &score) else { return nil }
    let match = HarmMatch(a, b)
    scoreType(a, b, match, &score)
    scoreHarm(match, &score)
    scoreActors(a, b, match, &score)
    guard settleDay(a, b, match, &score) else { return nil }
    if score.sum + weights.placeSame < weights.possible { return nil }
    if score.total(merge: weights.merge) == nil { return nil }
    guard let points = try places.points(first, second) else { return nil }
    score.place = points.value
    if points.isNeighbor { score.doubts.insert(.neighbor) }
    // Half the country's news of a day comes from some governorate.
    if (6...8).contains(max(a.rank, b.rank)) { score.doubts.insert(.coarse) }
    return score
  }

  /// Whether two events can be members of one cluster, linked directly or not.
  func canShareCluster(_ first: Int, _ second: Int) throws -> Bool {
    let a = facts[first]
    let b = facts[second]
    var score = PairScore()
    guard a.document != b.document, scoreDate(a, b, &score), !HarmMatch(a, b).contradicts else {
      return false
    }
    return try places.points(first, second) != nil
  }

  private func scoreDate(_ a: EventFacts, _ b: EventFacts, _ score: inout PairScore) -> Bool {
    if a.dateKind == .none || b.dateKind == .none {
      score.doubts.insert(.undated)
      return a.dateKind == b.dateKind && a.isHistorical == b.isHistorical
    }
    if a.isHistorical != b.isHistorical {
      // Told as background by one: only a stated day says that it is the same.
      guard a.dateKind == .day, b.dateKind == .day, a.firstDay == b.firstDay else { return false }
    }
    let overlap = min(a.lastDay, b.lastDay) - max(a.firstDay, b.firstDay) + 1
    if a.dateKind == .vague || b.dateKind == .vague {
      score.date = weights.dateVague
      return overlap > 0
    }
    if a.dateKind == .bound || b.dateKind == .bound {
      let bothBound = a.dateKind == b.dateKind
      let bound = a.dateKind == .bound ? a : b
      let other = a.dateKind == .bound ? b : a
      let lag = bothBound ? abs(a.lastDay - b.lastDay) : max(0, bound.lastDay - other.lastDay)
      score.date = lag <= 1 ? weights.dateInferred : weights.dateInferred / 2
      if lag > 1 { score.doubts.insert(.stale) }
      return overlap > 0
    }
    if a.dateKind == .day, b.dateKind == .day {
      let lag = abs(a.firstDay - b.firstDay)
      score.date = lag == 0 ? weights.dateSame : weights.dateAdjacent
      return lag <= 1
    }
    let length = max(a.lastDay - a.firstDay, b.lastDay - b.firstDay)
    score.date = overlap > 0 && length < 3 ? weights.dateWindow : weights.dateAdjacent
    if overlap == 0 { score.doubts.insert(.stale) }
    return overlap >= 0
  }

  private func scoreType(
    _ a: EventFacts, _ b: EventFacts, _ match: HarmMatch, _ score: inout PairScore
  ) {
    if a.type == b.type {
      score.type = weights.typeSame
      return
    }
    score.type = a.family == b.family ? weights.typeFamily : weights.typeFamily / 2
    if a.means == .generic, b.means == .generic { return }
    if a.means == .generic || b.means == .generic {
      score.doubts.insert(.type)
    } else if a.means != b.means || a.means == .other, !match.isShared, !a.isCrowd {
      score.doubts.insert(.means)
    }
  }

  private func scoreHarm(_ match: HarmMatch, _ score: inout PairScore) {
    switch match.answer {
    case .same: score.harm = weights.harmSame
    case .update: score.harm = weights.harmUpdate
    case .unknown, .mixed: score.harm = weights.harmUnknown
    case .near:
      // Two outlets that count 14 and 15 tell of one bomb; one and two dead may be two days' work.
      if match.isSmall { score.doubts.insert(.harmNear) }
    case .contradictory: score.doubts.insert(.harm)
    }
  }

  private func scoreActors(
    _ a: EventFacts, _ b: EventFacts, _ match: HarmMatch, _ score: inout PairScore
  ) {
    let straight = side(a, b, first: true, swapped: false).worse(
      side(a, b, first: false, swapped: false))
    let crossed = side(a, b, first: true, swapped: true).worse(
      side(a, b, first: false, swapped: true))
    let answer = crossed == .same && straight != .same ? crossed : straight
    switch answer {
    case .same: score.actors = weights.actorsSame
    case .compatible: score.actors = weights.actorsUnknown
    case .unlike: score.doubts.insert(.actorsUnlike)
    case .contradictory: score.doubts.insert(match.isShared ? .actorsUnlike : .actors)
    }
    // Protesters are at every protest.
    let sharesActor = answer == .same && !a.isCrowd
    let isClose = match.answer == .update || (match.answer == .near && !match.isSmall)
    if !match.isShared, !sharesActor, !isClose {
      score.doubts.insert(.nothingShared)
    }
  }

  /// Compares one side; the one whom a report names without asserting it counts too.
  private func side(
    _ a: EventFacts, _ b: EventFacts, first: Bool, swapped: Bool
  ) -> ActorKinship.Answer {
    let mine = first ? a.actor1 : a.actor2
    let other = first == swapped ? b.actor2 : b.actor1
    if first, !swapped {
      if mine < 0, a.attributed >= 0, a.attributed == other || a.attributed == b.attributed {
        return .same
      }
      if other < 0, b.attributed >= 0, b.attributed == mine { return .same }
    }
    return actors.compare(mine, other)
  }

  /// Days that follow each other are two events unless the victims or an update say otherwise.
  private func settleDay(
    _ a: EventFacts, _ b: EventFacts, _ match: HarmMatch, _ score: inout PairScore
  ) -> Bool {
    guard a.dateKind == .day, b.dateKind == .day, a.firstDay != b.firstDay else { return true }
    if match.answer == .update { return true }
    if match.isShared, match.victims >= 3 || a.isFlexibleDay || b.isFlexibleDay { return true }
    score.doubts.insert(.otherDay)
    // A protest goes on the next day: not even a possible duplicate.
    return !a.isCrowd || match.isShared
  }
}

extension ActorKinship.Answer {
  /// One side that contradicts speaks against both; one side that is the same speaks for both.
  func worse(_ other: ActorKinship.Answer) -> ActorKinship.Answer {
    if self == .contradictory || other == .contradictory { return .contradictory }
    if self == .unlike || other == .unlike { return .unlike }
    return self == .same || other == .same ? .same : .compatible
  }
}

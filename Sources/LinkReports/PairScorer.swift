import Model

/// Scores two reports by their facts (language.md 4.7); the place is measured last, as it costs most.
struct PairScorer {
  /// From here on the same count of victims speaks for one incident against small differences; below
  /// the second it speaks for nothing: one dead is the news of every day.
  static let manyVictims = 3
  static let fewVictims = 2

  let weights: LinkWeights
  let facts: [EventFacts]
  let actors: ActorKinship
  let types: TypeMatch
  let places: PlaceScorer

  /// Returns the points of two events, nil when they cannot be one.
  func score(_ first: Int, _ second: Int) throws -> PairScore? {
    let a = facts[first]
    let b = facts[second]
    if a.document == b.document { return nil }
    let type = types.compare(a, b)
    if type.answer == .incompatible { return nil }
    var score = PairScore()
    guard scoreDate(a, b, &score) else { return nil }
    let match = HarmMatch(a, b)
    score.isFingerprint = match.isFingerprint
    score.type = type.points
    doubtType(type.answer, match, &score)
    if match.isCrossed { score.doubts.insert(.harmNear) }
    // What is told as two kinds of act needs victims to be one.
    if a.family != b.family, !a.isCrowd, !b.isCrowd, !match.isShared,
      a.means != .intercepted, b.means != .intercepted
    {
      score.doubts.insert(.means)
    }
    scoreHarm(match, &score)
    scoreActors(a, b, match, &score)
    guard settleDay(a, b, match, &score) else { return nil }
    if isCopy(a, b) { score.copy = weights.copy }
    if score.sum + weights.placeSame < weights.possible { return nil }
    if score.total(merge: weights.merge) == nil { return nil }
    guard let points = try places.points(first, second, match) else {
      return nil
    }
    score.place = points.value
    if points.isUnlocated {
      if match.isExact {
        score.place = weights.placeUnlocatedExact
      } else if match.answer == .same, match.victims > Self.manyVictims {
        score.place = weights.placeUnlocatedMany
      } else if match.answer == .update, places.blocks.isTollOf(first, second) {
        score.place = weights.placeUnlocatedToll
      }
    }
    score.doubts.formUnion(points.doubts)
    // A town and a village of its district: few victims are no proof that it is one.
    if points.doubts.contains(.seat), match.victims < Self.manyVictims {
      score.doubts.insert(.nothingShared)
    }
    return score
  }

  /// Whether two texts are copies, published within some days.
  private func isCopy(_ a: EventFacts, _ b: EventFacts) -> Bool {
    guard a.copy >= 0, a.copy == b.copy else { return false }
    return a.published == .min || b.published == .min
      || abs(a.published - b.published) <= weights.inferredDays
  }

  /// Whether two events can be members of one cluster, linked directly or not.
  /// - Parameter isRival: Whether the pair that joins them rests on places of which one may have been
  ///   taken for another: then only the victims speak for the others.
  func canShareCluster(_ first: Int, _ second: Int, isRival: Bool) throws -> Bool {
    let a = facts[first]
    let b = facts[second]
    var score = PairScore()
    let match = HarmMatch(a, b)
    guard a.document != b.document, scoreDate(a, b, &score), !match.contradicts,
      settleDay(a, b, match, &score), !score.doubts.contains(.otherDay)
    else { return false }
    let type = types.compare(a, b).answer
    if type == .incompatible || (type == .other && !match.isShared) { return false }
    return try places.points(first, second, match) != nil
      || (isRival && (match.isShared || match.answer == .update || match.answer == .near))
  }

  /// Whether a pair rests on places of which one may have been taken for the other.
  func isRival(_ first: Int, _ second: Int) throws -> Bool {
    try places.points(first, second, HarmMatch(facts[first], facts[second]))?.isRival ?? false
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
      // A night, or a relative day: the same one, told as the day before by one.
      let isFlexible = a.isFlexibleDay || b.isFlexibleDay
      score.date =
        lag == 0 ? weights.dateSame : isFlexible ? weights.dateWindow : weights.dateAdjacent
      return lag <= 1
    }
    let length = max(a.lastDay - a.firstDay, b.lastDay - b.firstDay)
    score.date = overlap > 0 && length < 3 ? weights.dateWindow : weights.dateAdjacent
    if overlap == 0 { score.doubts.insert(.stale) }
    return overlap >= 0
  }

  private func doubtType(_ answer: TypeMatch.Answer, _ match: HarmMatch, _ score: inout PairScore) {
    switch answer {
    case .same, .akin, .incompatible: break
    case .vague: score.doubts.insert(.type)
    case .other: score.doubts.insert(match.isShared ? .type : .means)
    }
  }

  private func scoreHarm(_ match: HarmMatch, _ score: inout PairScore) {
    switch match.answer {
    // None and none is no proof.
    case .same: score.harm = match.isShared ? weights.harmSame : weights.harmUnknown
    case .update: score.harm = weights.harmUpdate
    case .unknown: score.harm = weights.harmUnknown
    case .mixed:
      score.harm = weights.harmUnknown
      score.doubts.insert(.harmNear)
    case .near:
      score.harm = match.isSmall ? 0 : weights.harmNear
      // Two outlets that count 14 and 15 tell of one bomb; one and two dead may be two days' work.
      if match.isSmall { score.doubts.insert(.harmNear) }
    case .contradictory: score.doubts.insert(.harm)
    }
  }

  private func scoreActors(
    _ a: EventFacts, _ b: EventFacts, _ match: HarmMatch, _ score: inout PairScore
  ) {
    let straight = side(a, b, first: true, swapped: false).with(
      side(a, b, first: false, swapped: false))
    let crossed = side(a, b, first: true, swapped: true).with(
      side(a, b, first: false, swapped: true))
    // Sides told the other way round contradict nothing, and prove nothing.
    let answer = crossed == .same && straight != .same ? .compatible : straight
    switch answer {
    case .same: score.actors = weights.actorsSame
    case .compatible: score.actors = weights.actorsUnknown
    case .unlike:
      score.actors = weights.actorsUnlike
      score.doubts.insert(.actorsUnlike)
    case .contradictory:
      let isProof = match.isShared && match.victims >= Self.manyVictims
      score.doubts.insert(isProof ? .actorsUnlike : .actors)
    }
    // Protesters are at every protest, graduates are not.
    let sharesActor =
      answer == .same && (!a.isCrowd || a.actor1 == b.actor1 && actors.isSpecific(a.actor1))
    let isClose =
      a.family == b.family
      && (match.answer == .update || (match.answer == .near && !match.isSmall))
    if !match.isShared, !sharesActor, !isClose {
      score.doubts.insert(.nothingShared)
    }
    // One dead in a town, and one dead in a report of three days later.
    if score.doubts.contains(.stale), match.victims < Self.manyVictims, !sharesActor {
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
    if match.answer == .update, a.family == b.family { return true }
    let isFlexible = a.isFlexibleDay || b.isFlexibleDay
    if match.isShared, match.victims >= (isFlexible ? Self.fewVictims : Self.manyVictims) {
      return true
    }
    score.doubts.insert(.otherDay)
    // A protest goes on the next day: not even a possible duplicate.
    return !(a.isCrowd && b.isCrowd) || match.isShared
  }
}

extension ActorKinship.Answer {
  /// Both sides together: where one is the same by name, the other may be told by halves; else what
  /// contradicts speaks against both.
  func with(_ other: ActorKinship.Answer) -> ActorKinship.Answer {
    let isSame = self == .same || other == .same
    if self == .contradictory || other == .contradictory {
      return isSame ? .unlike : .contradictory
    }
    if self == .unlike || other == .unlike { return isSame ? .compatible : .unlike }
    return isSame ? .same : .compatible
  }
}

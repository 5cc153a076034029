import Gazetteer
import Geodesy
import Model

/// Chooses an entity for each mention by the scores of its candidates.
struct PlaceChooser {
  let gazetteer: Gazetteer
  let geodesic: Geodesic
  let seats: SeatTable
  let weights: PlaceWeights
  let names: PlaceNames
  let day: CivilDate?
  /// A hard filter: an entity that must hold every place.
  let area: Int?
  /// Whether the words are a question, whose units are conditions: a place outside them is another
  /// place of the same name.
  var isQuestion = false

  private static let weak = Set([NameTier.heard, .skeleton, .near].map(\.reason))
  /// What says where a place lies.
  private static let placing: Set = [
    "container", "container_near", "area", "gloss_ok", "gloss_road_distance",
  ]
  /// Meters from the seat of a governorate within which another one may count a place as its own.
  private static let neighborhood = 150_000.0
  /// Thousandths by which a village may sound otherwise when nothing says where it lies: a vowel.
  static let slight = 100

  /// Two passes: what is certain by itself first, then the rest in its light.
  func choose(_ mentions: inout [Mention], in text: NormalizedText) {
    for index in mentions.indices { seats.addUnits(to: &mentions[index], in: gazetteer) }
    let scorer = CandidateScorer(
      gazetteer: gazetteer, geodesic: geodesic, weights: weights, names: names, day: day,
      keepsTerms: isQuestion)
    var context = CandidateScorer.Context(known: KnownPlaces(gazetteer), area: area)
    let asksForCountry = mentions.contains { mention in
      mention.names.contains {
        CountriesTold.asks($0, names.names(of: $0.entity), sure: weights.countrySure)
      }
    }
    if asksForCountry {
      context.countries = CountriesTold(mentions, in: text, gazetteer, sure: weights.countrySure)
    }
    let margin = weights.margin
    // What was scored with nothing told since is not scored again.
    var scored: [(known: Int, candidates: [PlaceCandidate])] = Array(
      repeating: (-1, []), count: mentions.count)
    for index in mentions.indices where !mentions[index].names.isEmpty {
      scored[index] = (
        context.known.count, scorer.score(mentions[index], in: mentions, context)
      )
      let candidates = usable(scored[index].candidates, mentions[index], mentions, scorer)
      guard let best = candidates.first else { continue }
      let isClear = candidates.dropFirst().allSatisfy { best.score - $0.score > 2 * margin }
      if isClear, mentions[index].role == .literal { context.known.add(best.entity) }
    }
    for index in mentions.indices where !mentions[index].names.isEmpty {
      var all =
        scored[index].known == context.known.count
        ? scored[index].candidates : scorer.score(mentions[index], in: mentions, context)
      var candidates = usable(all, mentions[index], mentions, scorer)
      if candidates.isEmpty, isQuestion, leaveDoubtfulHolders(&mentions, index) {
        all = scorer.score(mentions[index], in: mentions, context)
        candidates = usable(all, mentions[index], mentions, scorer)
      }
      if isQuestion { candidates = settle(candidates, mentions[index], mentions) }
      if candidates.isEmpty, isQuestion, let other = elsewhere(all, mentions[index], mentions) {
        candidates = [other]
        mentions[index].flags.append("admin_conflict")
      }
      // A question sees first what its conditions allow; else the scores say the order after the choice.
      mentions[index].candidates = shown(isQuestion ? candidates[...] : candidates.prefix(1), all)
      guard let best = candidates.first,
        best.score >= weights.threshold || hasLicence(mentions[index])
          || (isQuestion && !best.why.contains(where: Self.weak.contains))
          || (isQuestion && isOnly(best, candidates, mentions[index]))
      else {
        let isOther = isQuestion || (candidates.isEmpty && !mentions[index].containers.isEmpty)
        mentions[index].flags.append(all.isEmpty || !isOther ? "unresolved" : "unknown_place")
        continue
      }
      candidates.removeFirst()
      mentions[index].entity = best.entity
      mentions[index].place = names.summary(of: best.entity)
      let rival = candidates.first { isElsewhere($0.entity, best.entity) }
      let isOpen = rival.map { best.score - $0.score < margin } ?? false
      if isOpen || best.why.contains("namesake") {
        mentions[index].flags.append("ambiguous_place")
      }
    }
  }

  /// The candidates as the output has them: those that count, then the others, eight in all.
  private func shown(
    _ first: ArraySlice<PlaceCandidate>, _ all: [PlaceCandidate]
  ) -> [PlaceCandidate] {
    var result: [PlaceCandidate] = []
    result.reserveCapacity(min(Self.shownCandidates, first.count + all.count))
    func add(_ candidate: PlaceCandidate, withTerms: Bool) {
      guard result.count < Self.shownCandidates else { return }
      var shown = candidate
      if !withTerms { shown.terms = [] }
      shown.score = max(0, min(1000, candidate.score))
      result.append(shown)
    }
    for candidate in first { add(candidate, withTerms: true) }
    for candidate in all where !first.contains(where: { $0.entity == candidate.entity }) {
      add(candidate, withTerms: false)
    }
    return result
  }

  private static let shownCandidates = 8

  /// Lets a name that is known letter for letter stand against words that only sound like a unit it
  /// does not lie in; false when there are none.
  private func leaveDoubtfulHolders(_ mentions: inout [Mention], _ index: Int) -> Bool {
    guard mentions[index].names.contains(where: { $0.tier == .exact }) else { return false }
    let firm = mentions[index].containers.filter { holder in
      mentions[holder].names.contains { $0.tier == .exact }
    }
    guard firm.count < mentions[index].containers.count else { return false }
    mentions[index].containers = firm
    return true
  }

  /// The candidates that may be chosen: a spelling that is far off needs a reason to be believed,
  /// and in a question the units that the words name are conditions.
  private func usable(
    _ candidates: [PlaceCandidate], _ mention: Mention, _ mentions: [Mention],
    _ scorer: CandidateScorer
  ) -> [PlaceCandidate] {
    // In a report only these two let a candidate fall.
    if !isQuestion, mention.containers.isEmpty, !mention.names.contains(where: \.isDoubtful) {
      return candidates
    }
    return candidates.filter { candidate in
      // A village or a quarter follows the town or unit named with it: there are many of the name.
      if !isQuestion, gazetteer.entities[candidate.entity].isSmall,
        candidate.why.contains("container_conflict"),
        scorer.isOutside(candidate.entity, of: mention, in: mentions)
      {
        return false
      }
      if !isQuestion, candidate.why.contains("container_conflict"),
        scorer.isFarPart(candidate.entity, of: mention, in: mentions)
      {
        return false
      }
      let why = candidate.why
      // What lies 5 km north of Y may be in the district, and Y not.
      let isBase = mention.relation.map { $0.kind != .gloss && $0.kind != .centre } ?? false
      if isQuestion, !isBase, why.contains("container_conflict") { return false }
      let entity = gazetteer.entities[candidate.entity]
      // A ridge or a region by its sound alone is as doubtful as a village.
      let isMinor =
        entity.rank < 400
        || !(entity.isUnit || entity.isTown || entity.type == "country")
      // A district is no village; the town that it is named after may stand for it.
      let isKnown = entity.rank >= 250 && !candidate.why.contains(where: Self.weak.contains)
      if isQuestion, mention.typeHint?.hasPrefix("adm") ?? false, entity.isSmall, !isKnown {
        return false
      }
      if isQuestion, isMinor || why.contains("type_conflict"), why.contains("gloss_conflict"),
        !why.contains("container")
      {
        return false
      }
      if why.contains(NameTier.near.reason) || why.contains(NameTier.skeleton.reason) {
        return !why.contains("gloss_conflict") && (!isMinor || isPlaced(candidate))
      }
      // A village by its sound alone is one of many in the country.
      if why.contains(NameTier.heard.reason), isMinor {
        return isPlaced(candidate) || isSlight(candidate, mention)
      }
      return true
    }
  }

  /// Whether the words say that the place lies there.
  func isPlaced(_ candidate: PlaceCandidate) -> Bool {
    candidate.why.contains(where: Self.placing.contains)
  }

  /// Whether a village is the only one that sounds like the words of a question and has the name nearly
  /// letter for letter.
  private func isOnly(
    _ best: PlaceCandidate, _ candidates: [PlaceCandidate], _ mention: Mention
  ) -> Bool {
    best.why.contains(NameTier.heard.reason) && isSlight(best, mention)
      && candidates.allSatisfy {
        $0.entity == best.entity || !$0.why.contains(NameTier.heard.reason)
          || spelling(of: $0, mention) > spelling(of: best, mention)
          || !isElsewhere($0.entity, best.entity)
      }
  }

  /// A town or unit of exactly this name near the governorate that the words put it in.
  ///
  /// The words follow another administration of it. Never for a place that is said to lie in another
  /// country.
  private func elsewhere(
    _ candidates: [PlaceCandidate], _ mention: Mention, _ mentions: [Mention]
  ) -> PlaceCandidate? {
    let holders = mention.containers.flatMap { mentions[$0].names.map(\.entity) }
      .filter { gazetteer.entities[$0].level == .adm1 }
    return candidates.first { candidate in
      guard !candidate.why.contains(where: Self.weak.contains),
        gazetteer.entities[candidate.entity].rank >= 400, gazetteer.isInIraq(candidate.entity),
        let here = gazetteer.entities[candidate.entity].position
      else { return false }
      return holders.contains { holder in
        gazetteer.entities[holder].position.map {
          geodesic.isWithin(Self.neighborhood, from: here, to: $0)
        } ?? false
      }
    }
  }

  /// Whether a name by ear has the letters nearly; of one consonant all that is left would be the vowel.
  private func isSlight(_ candidate: PlaceCandidate, _ mention: Mention) -> Bool {
    guard let name = mention.names.first(where: { $0.entity == candidate.entity }) else {
      return true
    }
    return name.spelling <= (name.consonants == 1 ? 0 : Self.slight)
  }

  private func spelling(of candidate: PlaceCandidate, _ mention: Mention) -> Int {
    mention.names.first { $0.entity == candidate.entity }?.spelling ?? 0
  }

  /// A type word or a container makes a low score good enough.
  private func hasLicence(_ mention: Mention) -> Bool {
    mention.typeHint != nil || !mention.containers.isEmpty || mention.relation != nil
  }

  /// Whether two entities are different ground, not a town and the unit named after it.
  func isElsewhere(_ first: Int, _ second: Int) -> Bool {
    guard let here = gazetteer.entities[first].position,
      let there = gazetteer.entities[second].position
    else { return false }
    if gazetteer.isWithin(first, second) || gazetteer.isWithin(second, first) { return false }
    return !geodesic.isWithin(5000, from: here, to: there)
  }
}

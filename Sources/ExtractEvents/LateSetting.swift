import Gazetteer
import Model

/// Gives an event the day and the place that a later sentence tells by taking it up (`The strike took place near
/// X at three`), and the place of the operation in which it happened.
struct LateSetting {
  let lexicon: TextLexicon
  let mentions: [Mention]
  let dates: [DateExpression]

  private var text: NormalizedText { lexicon.text }

  func attach(_ drafts: inout [EventDraft]) {
    let told = Set(drafts.flatMap { [$0.sentence] + $0.mergedSentences })
    for sentence in text.sentences.indices where !told.contains(sentence) {
      takeUp(sentence, &drafts)
    }
    for index in drafts.indices where drafts[index].places.isEmpty {
      if let earlier = surroundings(of: index, drafts) {
        drafts[index].places = drafts[earlier].places
        drafts[index].placeRule = "anaphor"
      }
    }
  }

  // MARK: `the attack happened …`

  /// How many sentences after an event may still tell when and where it was.
  private let reach = 3

  private func takeUp(_ sentence: Int, _ drafts: inout [EventDraft]) {
    let range = text.sentences[sentence]
    guard let anaphor = anaphor(in: range),
      let index = drafts.indices.last(where: {
        drafts[$0].sentence < sentence && sentence - last(drafts[$0]) <= reach
      }), !drafts[index].isHistorical,
      anaphor.families.contains("any") || anaphor.families.contains(drafts[index].family)
    else { return }
    if let verb = range.first(where: { lexicon.functionWord(at: $0) == "happened" }) {
      let end = lexicon.longest(.functionWord, at: verb).map { Int($0.last) } ?? verb + 1
      take(from: end, to: min(end + 8, lexicon.clause(of: verb).upperBound), &drafts[index])
    } else {
      // `The strikes on Sunday hit …`
      take(from: anaphor.end, to: min(anaphor.end + 2, range.upperBound), &drafts[index])
      if isOnlyCountry(drafts[index]), text.language == "en" {
        take(from: anaphor.end, to: range.upperBound, &drafts[index], onlyPlace: true)
      }
    }
  }

  private func take(
    from start: Int, to end: Int, _ draft: inout EventDraft, onlyPlace: Bool = false
  ) {
    guard start < end else { return }
    let near = start..<end
    if !onlyPlace, let date = day(in: near), draft.date?.start == nil || draft.dateIsSpeech {
      draft.date = date
      draft.dateIsSpeech = false
      draft.dateIsNote = false
    }
    if let place = place(in: near), refines(place, draft) {
      draft.places = [place]
      draft.placeRule = "anaphor"
    }
  }

  private func isOnlyCountry(_ draft: EventDraft) -> Bool {
    draft.places.count == 1
      && mentions[draft.places[0]].entity.map { lexicon.gazetteer.entities[$0].level == .country }
        == true
  }

  private func last(_ draft: EventDraft) -> Int {
    draft.mergedSentences.max() ?? draft.sentence
  }

  /// The definite noun of the sentence that takes up an event: where it ends, and kinds of event.
  private func anaphor(in range: Range<Int>) -> (end: Int, families: [String])? {
    for token in range {
      if let match = lexicon.longest(.eventAnaphor, at: token) {
        return (Int(match.last), lexicon.gazetteer.eventAnaphors[Int(match.row)].families)
      }
    }
    return nil
  }

  private func day(in range: Range<Int>) -> DateExpression? {
    dates.first {
      range.contains($0.tokens.lowerBound) && $0.precision == .day && $0.start != nil && !$0.isSpan
        && !$0.isFuture
    }
  }

  private func place(in range: Range<Int>) -> Int? {
    mentions.indices.first { index in
      let mention = mentions[index]
      return range.contains(mention.tokens.lowerBound) && mention.role == .literal
        && mention.kind == nil && mention.entity != nil && mention.antecedents.isEmpty
        && (mention.precision.rank <= Precision.near.rank
          || [.region, .feature].contains(mention.precision))
    }
  }

  /// Whether a place lies in the one that the event has, or the event has none.
  private func refines(_ index: Int, _ draft: EventDraft) -> Bool {
    guard draft.places.count == 1, let known = mentions[draft.places[0]].entity,
      let new = mentions[index].entity
    else { return draft.places.isEmpty }
    guard new != known, draft.placeRule != "anaphor" else { return false }
    if isOnlyCountry(draft) { return true }
    return lexicon.gazetteer.isWithin(new, known) || lexicon.isPlace(new, inDistrictOf: known)
  }

  // MARK: `during the operation`

  /// The event within which another was: `a bomb went off during the advance`, or `the force arrested four`, where
  /// the force is the one that was told of last.
  private func surroundings(of index: Int, _ drafts: [EventDraft]) -> Int? {
    let draft = drafts[index]
    guard !draft.isHistorical, !draft.triggers.contains(where: \.isSeparate) else { return nil }
    let before = drafts.indices.filter {
      drafts[$0].sentence < draft.sentence && !drafts[$0].isHistorical && !drafts[$0].places.isEmpty
    }
    if let families = familiesAround(draft) {
      return before.last { earlier in
        drafts[earlier].triggers.contains { families.contains($0.row.family) }
      }
    }
    guard let last = before.last, draft.sentence - self.last(drafts[last]) <= reach else {
      return nil
    }
    let sides = [draft.actor1, draft.actor2].compactMap(\.self).filter {
      $0.kind == "state_armed" && $0.rule.hasSuffix(ActorFinder.anaphor)
    }
    return sides.isEmpty ? nil : last
  }

  /// The kinds of event inside of which the sentence says that its own was.
  private func familiesAround(_ draft: EventDraft) -> [String]? {
    for token in draft.scope where lexicon.functionWord(at: token) == "during" {
      let end = lexicon.longest(.functionWord, at: token).map { Int($0.last) } ?? token + 1
      for next in end..<max(end, min(end + 4, draft.scope.upperBound)) {
        if let match = lexicon.longest(.eventAnaphor, at: next) {
          return lexicon.gazetteer.eventAnaphors[Int(match.row)].families
        }
      }
    }
    return nil
  }
}

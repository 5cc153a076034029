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
    guard let verb = range.first(where: { lexicon.functionWord(at: $0) == "happened" }),
      let families = families(in: range),
      let index = drafts.indices.last(where: {
        drafts[$0].sentence < sentence && sentence - last(drafts[$0]) <= reach
      }), !drafts[index].isHistorical,
      families.contains("any") || families.contains(drafts[index].family)
    else { return }
    let end = lexicon.longest(.functionWord, at: verb).map { Int($0.last) } ?? verb + 1
    let near = end..<min(end + 8, lexicon.clause(of: verb).upperBound)
    guard near.lowerBound < near.upperBound else { return }
    if let date = day(in: near), drafts[index].date?.start == nil || drafts[index].dateIsSpeech {
      drafts[index].date = date
      drafts[index].dateIsSpeech = false
      drafts[index].dateIsNote = false
    }
    if let place = place(in: near), refines(place, drafts[index]) {
      drafts[index].places = [place]
      drafts[index].placeRule = "anaphor"
    }
  }

  private func last(_ draft: EventDraft) -> Int {
    draft.mergedSentences.max() ?? draft.sentence
  }

  /// The kinds of event that a definite noun of the sentence takes up.
  private func families(in range: Range<Int>) -> [String]? {
    for token in range {
      if let match = lexicon.longest(.eventAnaphor, at: token) {
        return lexicon.gazetteer.eventAnaphors[Int(match.row)].families
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
        && mention.precision.rank <= Precision.near.rank
    }
  }

  /// Whether a place lies in the one that the event has, or the event has none.
  private func refines(_ index: Int, _ draft: EventDraft) -> Bool {
    guard draft.places.count == 1, let known = mentions[draft.places[0]].entity,
      let new = mentions[index].entity
    else { return draft.places.isEmpty }
    guard new != known, draft.placeRule != "anaphor" else { return false }
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
      for next in end..<min(end + 4, draft.scope.upperBound) {
        if let match = lexicon.longest(.eventAnaphor, at: next) {
          return lexicon.gazetteer.eventAnaphors[Int(match.row)].families
        }
      }
    }
    return nil
  }
}

import Gazetteer
import Model

/// Finds who claimed an event, in its own sentences or in those that go on telling it.
///
/// A claim makes the claimer the doer by his own word (`actor1_basis` claimed); `no group has claimed`
/// leaves the doer as he was.
struct ClaimReader {
  let lexicon: TextLexicon
  let actors: [ActorMention]

  private var text: NormalizedText { lexicon.text }

  /// How many sentences after an event may still speak of it.
  private let reach = 3

  func attach(_ drafts: inout [EventDraft]) {
    for index in drafts.indices where canBeClaimed(drafts[index]) {
      for sentence in sentences(of: index, drafts) {
        guard
          let claimer = claimer(in: text.sentences[sentence])
            ?? teller(in: text.sentences[sentence], of: drafts[index])
        else { continue }
        if drafts[index].actor2?.code == claimer.code { drafts[index].actor2 = nil }
        drafts[index].actor1 = claimer
        drafts[index].actor1Basis = .claimed
        break
      }
    }
  }

  /// An attack whose doer is not known otherwise.
  private func canBeClaimed(_ draft: EventDraft) -> Bool {
    guard ["attack", "abduction", "looting"].contains(draft.family) else { return false }
    switch draft.actor1?.kind {
    case nil, "unknown_armed", "civilian", "nonstate_armed": return true
    default: return false
    }
  }

  /// The event's sentences, and those after the last of them up to the next event's.
  private func sentences(of index: Int, _ drafts: [EventDraft]) -> [Int] {
    let own = [drafts[index].sentence] + drafts[index].mergedSentences
    let last = own.max() ?? drafts[index].sentence
    let taken = Set(
      drafts.indices.filter {
        // `X said it had targeted …` takes up what was told.
        $0 != index && !(text.language == "en" && drafts[$0].isHistorical && !drafts[$0].hasOwnDay)
      }.flatMap {
        [drafts[$0].sentence] + drafts[$0].mergedSentences
      })
    var result = own
    for next in (last + 1)..<max(last + 1, min(last + 1 + reach, text.sentences.count)) {
      if taken.contains(next) { break }
      result.append(next)
    }
    return result
  }

  /// `The Revolutionary Guards said they had targeted …`, in a sentence behind an attack whose doer nobody names.
  private func teller(in range: Range<Int>, of draft: EventDraft) -> ActorMention? {
    guard text.language == "en", draft.actor1 == nil || draft.actor1?.kind == "unknown_armed",
      !draft.sentences.contains(Int(text.sentenceOfToken[range.lowerBound]))
    else { return nil }
    return actors.first { actor in
      let said = actor.tokens.upperBound
      guard range.contains(actor.tokens.lowerBound), said + 3 < range.upperBound,
        ["nonstate_armed", "external_armed"].contains(actor.kind),
        actor.tokens.lowerBound - range.lowerBound <= 1,
        lexicon.isReporting(["say", "announce"], at: said)
      else { return false }
      var next = said + 1
      if lexicon.functionWord(at: next) == "that" { next += 1 }
      guard lexicon.functionWord(at: next) == "it" else { return false }
      if lexicon.functionWord(at: next + 1) == "had" { next += 1 }
      return lexicon.all(.event, at: next + 1).contains {
        lexicon.gazetteer.events[Int($0.row)].family == "attack"
      }
    }
  }

  private func claimer(in range: Range<Int>) -> ActorMention? {
    for token in lexicon.claims(in: range) {
      let near = actors.filter {
        range.contains($0.tokens.lowerBound)
          && ["nonstate_armed", "external_armed"].contains($0.kind)
      }.min { abs($0.tokens.lowerBound - token) < abs($1.tokens.lowerBound - token) }
      if let near { return near }
    }
    return nil
  }
}

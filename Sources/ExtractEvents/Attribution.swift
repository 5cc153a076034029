import Gazetteer
import Model

/// Finds whom somebody names as the doer of an event whose doer the report leaves unknown.
struct Attribution {
  let lexicon: TextLexicon
  let actors: [ActorMention]

  private var text: NormalizedText { lexicon.text }

  func attach(_ drafts: inout [EventDraft]) {
    for index in drafts.indices where drafts[index].attributed == nil {
      let draft = drafts[index]
      guard draft.family == "attack" || draft.family == "abduction" else { continue }
      if draft.actor1 == nil || draft.actor1?.kind == "unknown_armed" {
        drafts[index].attributed = accused(after: draft)
      } else if draft.actor1Basis == .asserted, let found = accused(after: draft),
        found.actor.tokens == draft.actor1?.tokens
      {
        // The only words that name the doer accuse him.
        drafts[index].actor1Basis = .attributed
      }
    }
  }

  /// An accusing word in the event's sentence or in the next of its paragraph, and the armed group
  /// after it.
  private func accused(after draft: EventDraft) -> (actor: ActorMention, rule: String)? {
    let paragraph = text.paragraphOfToken[draft.main.tokens.lowerBound]
    for sentence in draft.sentence..<min(draft.sentence + 2, text.sentences.count) {
      let range = text.sentences[sentence]
      guard text.paragraphOfToken[range.lowerBound] == paragraph else { break }
      for token in range {
        guard let rule = accusation(at: token) else { continue }
        let group = actors.first {
          range.contains($0.tokens.lowerBound) && $0.tokens.lowerBound > token
            && ($0.kind == "nonstate_armed" || $0.kind == "external_armed")
        }
        if let group { return (group, rule) }
      }
    }
    return nil
  }

  private func accusation(at token: Int) -> String? {
    for match in lexicon.all(.reporting, at: token) {
      let row = lexicon.gazetteer.reporting[Int(match.row)]
      if row.kind == "accuse" { return row.id }
    }
    for match in lexicon.all(.event, at: token) {
      let row = lexicon.gazetteer.events[Int(match.row)]
      if row.plover == "ACCUSE" { return row.id }
    }
    return nil
  }
}

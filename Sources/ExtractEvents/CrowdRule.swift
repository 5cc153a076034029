import Gazetteer
import Model

/// Crowds: what a crowd does by force is a riot, and fire on a crowd is one event with its protest
/// (the ACLED codebook's Violent demonstration and Excessive force against protesters).
struct CrowdRule {
  let lexicon: TextLexicon

  /// Whether an act of force has a crowd as its target.
  static func isOnCrowd(_ draft: EventDraft) -> Bool {
    draft.family == "attack" && draft.actor2?.kind == "protester"
  }

  /// Turns acts of crowds into riots, and names the crowd as the target of what was done to its
  /// protest in the same sentence.
  func apply(_ drafts: [EventDraft]) -> [EventDraft] {
    var result = drafts
    for index in result.indices {
      if isByCrowd(result[index]) {
        result[index].family = "riot"
      } else if result[index].family == "attack", hasProtestNoun(result[index], drafts),
        isOpenToCrowd(result[index])
      {
        setCrowd(&result[index])
      }
    }
    return result
  }

  private func isByCrowd(_ draft: EventDraft) -> Bool {
    ["attack", "looting", "territory", "transfer", "arrest", "weapons"].contains(draft.family)
      && (draft.actor1?.kind == "protester"
        || (draft.main.roles == "B" && draft.actor2?.kind == "protester"))
  }

  /// A protest told by nouns alone beside the act: `fired on a demonstration`, `killed during protests`.
  private func hasProtestNoun(_ draft: EventDraft, _ drafts: [EventDraft]) -> Bool {
    drafts.contains { other in
      other.sentence == draft.sentence && other.family == "protest"
        && other.triggers.allSatisfy {
          $0.row.position == "noun" || $0.row.position == "phrase" || $0.isHarmWord
        }
        && other.triggers.contains {
          $0.tokens.lowerBound > draft.main.tokens.lowerBound && isObjectOrSetting($0)
        }
    }
  }

  /// `fired on a demonstration`, `during the protests`: such a word up to three words before it.
  private func isObjectOrSetting(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    if !trigger.match.clitics.isDisjoint(with: [.preposition, .withPreposition]) { return true }
    let start = lexicon.sentence(of: first).lowerBound
    for token in stride(from: first - 1, through: max(start, first - 4), by: -1) {
      if lexicon.text.tokens[token].kind == .punctuation { return false }
      switch lexicon.functionWord(at: token) {
      case "on", "at", "in", "during", "against", "amid", "targets", "after": return true
      default: break
      }
    }
    return false
  }

  /// The doer is a force of the state or not known, and the target no other party.
  private func isOpenToCrowd(_ draft: EventDraft) -> Bool {
    let doer = draft.actor1?.kind
    let target = draft.actor2?.kind
    return (doer == nil || doer == "state_armed" || doer == "unknown_armed")
      && (target == nil || target == "civilian" || target == "protester")
  }

  private func setCrowd(_ draft: inout EventDraft) {
    guard let row = lexicon.gazetteer.actorCodes["PROTESTERS"] else { return }
    let known = draft.actor2
    draft.actor2 = ActorMention(
      tokens: known?.tokens ?? draft.main.tokens, span: known?.span ?? draft.main.span,
      code: row.code, kind: row.kind, isName: false, clitics: [],
      rule: known?.rule ?? draft.main.row.id)
  }
}

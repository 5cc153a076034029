import Gazetteer
import Model

/// Acts that an English sentence names only beside those that it tells.
extension EventGrouper {
  /// `troops backed by air strikes raided a hideout`: what helped those who act is no act beside theirs.
  func withoutSupport(_ triggers: [Trigger]) -> [Trigger] {
    guard lexicon.text.language == "en", triggers.count > 1 else { return triggers }
    let rest = triggers.filter { !isSupport($0) }
    let isTold = rest.contains {
      !$0.isHarmWord && ["verb", "passive", "phrase"].contains($0.row.position)
        && ["attack", "territory", "riot"].contains($0.row.family)
    }
    return isTold ? rest : triggers
  }

  private func isSupport(_ trigger: Trigger) -> Bool {
    // `a mob beat a driver to death amid communal rioting`.
    if trigger.row.family == "riot", !["verb", "passive"].contains(trigger.row.position) {
      let first = trigger.tokens.lowerBound
      return (max(lexicon.text.clauses[trigger.clause].lowerBound, first - 3)..<first).contains {
        ["amid", "during"].contains(lexicon.functionWord(at: $0) ?? "")
      }
    }
    guard trigger.row.family == "attack", trigger.row.mode != "suicide-attack",
      !["verb", "passive"].contains(trigger.row.position)
    else { return false }
    let first = trigger.tokens.lowerBound
    let start = max(lexicon.text.clauses[trigger.clause].lowerBound, first - 4)
    return stride(from: first, to: start, by: -1).contains {
      lexicon.functionWord(endingAt: $0)?.kind == "agent_of_noun"
    }
  }
}

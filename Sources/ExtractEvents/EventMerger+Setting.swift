import Gazetteer
import Model

/// Acts that a sentence names only as the setting of another one.
extension EventMerger {
  /// `recaptured the town after two days of clashes`, `arrested two men following an attack`: a noun
  /// behind such a word, without a place of its own, tells no second event.
  func isSetting(_ draft: EventDraft, of main: EventDraft) -> Bool {
    guard draft.sentence == main.sentence, draft.family == "attack",
      [
        "territory", "transfer", "arrest", "weapons", "agreement", "other", "protest", "riot",
        "base",
      ]
      .contains(main.family),
      draft.triggers.allSatisfy({ isNoun($0) && isBehindSettingWord($0) })
    else { return false }
    let own = draft.places.filter { mentions[$0].precision != .country }
    return own.isEmpty || own == main.places || draft.placeRule != "same_clause"
  }

  /// The setting's words are evidence; its harm counts where the main act can do harm.
  func absorbSetting(_ draft: EventDraft, into main: inout EventDraft) {
    main.setting += draft.triggers
    main.mergedSentences.append(draft.sentence)
    if ["territory", "protest", "riot"].contains(main.family) {
      let known = HarmAttacher.total(main.harm)
      if !known.killed.isStated, !known.injured.isStated { main.harm += draft.harm }
    }
    main.actor2 = main.actor2 ?? draft.actor2
  }

  private func isNoun(_ trigger: Trigger) -> Bool {
    !["verb", "passive", "imperfect"].contains(trigger.row.position)
      || "NT".contains(trigger.roles) || (trigger.roles == "B" && trigger.row.language == "en")
  }

  /// After, during, amid, by way of: up to four words before the noun.
  private func isBehindSettingWord(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    let start = lexicon.text.sentences[trigger.sentence].lowerBound
    for token in stride(from: first - 1, through: max(start, first - 5), by: -1) {
      let tokens = lexicon.text.tokens
      if tokens[token].kind == .punctuation { return false }
      switch lexicon.functionWord(at: token) {
      case "after", "during", "since", "amid", "before": return true
      default: break
      }
    }
    return false
  }
}

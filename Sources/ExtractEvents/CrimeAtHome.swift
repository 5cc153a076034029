import Gazetteer
import Model

/// Killings inside of a family, which no coder of political violence draws: `a man killed his wife and two
/// children`.
struct CrimeAtHome {
  let lexicon: TextLexicon

  private var text: NormalizedText { lexicon.text }

  /// Whether one civilian harmed a civilian whom the words call his or hers.
  ///
  /// `Gunmen killed a teacher and his wife` is none: those who did it are armed. Nor is what several civilians
  /// did, who may be a mob.
  func isTold(by draft: EventDraft) -> Bool {
    guard text.language == "en", draft.family == "attack", draft.main.row.position != "noun",
      let doer = draft.actor1, doer.kind == "civilian", !doer.isName,
      let victim = draft.actor2, victim.kind == "civilian",
      doer.tokens.upperBound <= draft.main.tokens.lowerBound,
      (0...4).contains(victim.tokens.lowerBound - draft.main.tokens.upperBound)
    else { return false }
    // No lexicon has a row for `his`: of the small words before people it is the one that none knows.
    let word = draft.main.tokens.upperBound
    return word < victim.tokens.lowerBound
      && (lexicon.functionWord(at: word) == "her" || text.matches(at: word).isEmpty)
  }
}

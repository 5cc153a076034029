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
    if text.language == "ar" { return isArabicTold(by: draft) }
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

  /// `killed (a youth) (his brother)`: the doer right behind the verb, and behind him a noun that calls the
  /// victim his or hers.
  private func isArabicTold(by draft: EventDraft) -> Bool {
    guard draft.family == "attack", draft.main.row.position == "verb",
      let doer = people(at: draft.main.tokens.upperBound),
      doer.isOne, !doer.isOwned, let victim = people(at: doer.end)
    else { return false }
    return victim.isOwned
  }

  /// A noun of civilians that begins at a token, with no small word before it.
  private func people(at token: Int) -> (isOne: Bool, isOwned: Bool, end: Int)? {
    guard token < text.tokens.count, let match = lexicon.longest(.person, at: token),
      match.clitics.isSubset(of: [.accusative])
    else { return nil }
    let row = lexicon.gazetteer.persons[Int(match.row)]
    guard row.kind == "civilian" else { return nil }
    // The letter heh, which a feminine ending is not written with.
    let last = text.tokens[Int(match.last) - 1]
    let word = text.source[Int(last.start)..<Int(last.end)]
    let isOwned =
      word.suffix(2).elementsEqual([0xD9, 0x87])
      || word.suffix(4).elementsEqual([0xD9, 0x87, 0xD8, 0xA7])
    return (row.number == "sg", isOwned, Int(match.last))
  }
}

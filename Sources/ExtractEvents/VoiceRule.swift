import Gazetteer
import Model

/// Tells active from passive where the form alone does not.
struct VoiceRule {
  let lexicon: TextLexicon
  let harm: [HarmFrame]
  let actors: [ActorMention]

  /// The roles letter of a trigger in its place.
  func roles(of row: EventRow, _ match: LexiconMatch) -> Unicode.Scalar {
    let first = Int(match.first)
    if isParticipleWithObject(row, match) { return "V" }
    guard row.roles == "V" else { return row.roles }
    if row.language == "en" {
      return isEnglishPassive(first, Int(match.last)) ? "P" : "V"
    }
    if row.language == "ar", row.position == "verb",
      let frame = harm.first(where: { $0.word.contains(first) })
    {
      return frame.hasActiveDoer ? "V" : "P"
    }
    return "V"
  }

  /// `went from room to room shooting pupils`: a noun in -ing with people right behind it, who are not counted by it
  /// (`the shooting victims`).
  private func isParticipleWithObject(_ row: EventRow, _ match: LexiconMatch) -> Bool {
    let first = Int(match.first)
    guard row.language == "en", row.roles == "N", row.position == "noun", match.tokens.count == 1,
      lexicon.text.key(first).suffix(3).elementsEqual(StaticBytes.participle.value),
      let people = lexicon.longest(.person, at: Int(match.last)),
      lexicon.gazetteer.persons[Int(people.row)].number == "pl",
      lexicon.longest(.casualty, at: Int(match.last)) == nil
    else { return false }
    let before = lexicon.functionWord(at: first - 1)
    return before == nil || before == "and" || before == "before"
  }

  /// `were killed`, `have been wounded`, and the bare participle of headlines before `in`, `by`,
  /// `when`.
  private func isEnglishPassive(_ first: Int, _ last: Int) -> Bool {
    let clause = lexicon.clause(of: first)
    var index = first - 1
    while index >= clause.lowerBound, index >= first - 4 {
      // In capitals it is the group, not the auxiliary.
      let isName =
        lexicon.longest(.actor, at: index) != nil && lexicon.text.tokens[index].capitalized
      if lexicon.functionWord(at: index) == "was", !isName { return true }
      index -= 1
    }
    // `Gunmen attacked in X`: armed men directly before a verb that harms nobody by itself act. So do those
    // who `burned crops in X`: the form has its object with it.
    let isHarm = lexicon.longest(.casualty, at: first).map { Int($0.last) >= last } ?? false
    let hasDoer = actors.contains {
      $0.tokens.upperBound == first && $0.kind.hasSuffix("armed")
    }
    if hasDoer, !isHarm, lexicon.functionWord(at: last) != "by" { return false }
    // `launched air strikes on`: the form has its object with it.
    if Range.between(first + 1, last).contains(where: isActNoun) { return false }
    let key = String(decoding: lexicon.text.key(first), as: UTF8.self)
    guard
      key.hasSuffix("ed") || key.hasSuffix("en") || lexicon.functionWord(at: first) == "participle"
    else { return false }
    guard last < lexicon.text.tokens.count, last < lexicon.sentence(of: first).upperBound else {
      return true
    }
    // `killed at least five`: whom, not where.
    if lexicon.longest(.number, at: last) != nil { return false }
    switch lexicon.functionWord(at: last) {
    case "by", "in", "during", "after", "and", "on", "at": return true
    default: return lexicon.isMark(last, ".") || lexicon.isMark(last, ",")
    }
  }

  /// Whether a noun of an act begins at a token.
  private func isActNoun(_ token: Int) -> Bool {
    lexicon.all(.event, at: token).contains {
      lexicon.gazetteer.events[Int($0.row)].position == "noun"
    }
  }
}

import Gazetteer
import Model

/// People told by their nationality alone: `two Iraqis were killed`, `the kidnapping of a Lebanese`.
extension PersonNounReader {
  /// The adjective of a people that stands as a noun: directly behind a harm word or a number, or
  /// directly before a verb of harm that agrees with it.
  ///
  /// Anywhere else it belongs to a noun before it (`in a Turkish strike`).
  func nationality(at token: Int, before end: Int) -> PersonNoun? {
    guard tokens.isArabic, token > 0,
      let match = tokens.text.matches(at: token).first(where: {
        $0.table == .demonym && Int($0.last) <= end && $0.clitics.isSubset(of: .accusative)
      })
    else { return nil }
    let row = gazetteer.demonyms[Int(match.row)]
    guard row.kind == "country" || row.kind == "ethnic" else { return nil }
    let next = Int(match.last)
    let isBehind = endsHarm(token) || isNumber(token - 1)
    guard isBehind || isSubject(token, before: next) || isObject(token) else { return nil }
    if !match.clitics.isEmpty, !isObject(token) { return nil }
    var noun = PersonNoun(tokens: match.tokens, end: next)
    noun.count = count(of: next - 1)
    noun.kind = "unknown"
    return noun
  }

  private func count(of token: Int) -> HarmLexicon.Count {
    if tokens.ends(token, .dual) { return .dual }
    if tokens.ends(token, .plural) || tokens.ends(token, .femininePlural) { return .plural }
    // Without a number more than two would be counted.
    return tokens.ends(token, .obliquePlural) ? .dual : .singular
  }

  /// Whether a verb in the dual or plural harms the people before it, with no other noun of them there.
  private func isSubject(_ token: Int, before next: Int) -> Bool {
    guard next < tokens.text.tokens.count, tokens.longest(.person, at: token - 1) == nil,
      tokens.ends(next, .alef), !isNumber(token - 1)
    else { return false }
    let slots: HarmLexicon.Slots = [.verbSubject, .activeOrPassive, .light]
    return tokens.text.matches(at: next).contains {
      $0.table == .casualty
        && !tokens.lexicon.casualties[Int($0.row)].slot.isDisjoint(with: slots)
    }
  }

  /// `the forces killed a Palestinian`: an accusative behind a verb of harm and its subject, where the word before it
  /// is none that it could belong to.
  private func isObject(_ token: Int) -> Bool {
    guard tokens.ends(token, .alef), token > 1, !tokens.ends(token - 1, .alef),
      tokens.longest(.name, at: token) == nil
    else { return false }
    let slots: HarmLexicon.Slots = [.verbObject, .activeOrPassive]
    for start in stride(from: token - 2, through: max(0, token - 4), by: -1) {
      if tokens.isPunctuation(start) || tokens.hasPreposition(start + 1) { return false }
      let isVerb = tokens.text.matches(at: start).contains {
        $0.table == .casualty
          && !tokens.lexicon.casualties[Int($0.row)].slot.isDisjoint(with: slots)
      }
      if isVerb { return true }
    }
    return false
  }

  /// Whether a harm word that people follow ends before a token.
  private func endsHarm(_ token: Int) -> Bool {
    let slots: HarmLexicon.Slots = [.verbSubject, .verbObject, .activeOrPassive, .genitive]
    return (max(0, token - 3)..<token).contains { start in
      tokens.text.matches(at: start).contains {
        $0.table == .casualty && Int($0.last) == token
          && !tokens.lexicon.casualties[Int($0.row)].slot.isDisjoint(with: slots)
      }
    }
  }

  private func isNumber(_ token: Int) -> Bool {
    tokens.text.tokens[token].kind == .number || tokens.number(.cardinal, at: token) != nil
  }
}

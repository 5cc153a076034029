import Gazetteer
import Model

extension PersonPhraseReader {
  /// Whether a word before or after a number makes it no count of people.
  func isBlocked(_ number: NumberPhrase, hasNoun: Bool, in sentence: Range<Int>) -> Bool {
    let start = number.tokens.lowerBound
    let end = number.tokens.upperBound
    for token in max(sentence.lowerBound, start - 2)...start {
      for match in tokens.text.matches(at: token) where match.table == .time {
        let isLonger = Int(match.last) - Int(match.first) > 1
        if isLonger, Int(match.last) >= end, Int(match.last) > end || !hasNoun { return true }
      }
    }
    // `on 5 May the number of wounded reached 105`.
    if tokens.isEnglish, number.isDigits, isMonth(end) { return true }
    if hasNoun { return false }
    if let value = number.minimum, number.isDigits, (1900...2099).contains(value) { return true }
    for token in max(sentence.lowerBound, start - 3)..<start {
      for match in tokens.text.matches(at: token)
      where match.table == .number && Int(match.last) == start {
        if tokens.number(match).kind == .blockBefore { return true }
      }
    }
    return false
  }

  private func isMonth(_ token: Int) -> Bool {
    guard token < tokens.text.tokens.count, tokens.text.tokens[token].capitalized else {
      return false
    }
    return tokens.text.matches(at: token).contains {
      $0.table == .time && nouns.gazetteer.times[Int($0.row)].kind == "month"
    }
  }

  /// Arabic: `a woman and her three granddaughters`: the number with the article behind a plural that has
  /// its owner at its end.
  func sizeOfOwned(
    _ phrase: PersonPhrase, at token: Int, before end: Int
  ) -> (value: Int, end: Int)? {
    guard tokens.isArabic, !phrase.isExplicit, let noun = phrase.victim,
      let person = nouns.best(.person, at: noun.lowerBound, before: end),
      tokens.lexicon.persons[Int(person.row)] == .plural, tokens.hasOwner(token - 1),
      Int(person.last) == token,
      let number = tokens.number(.cardinal, at: token), number.clitics == .article,
      let value = tokens.number(number).value, (2...20).contains(value)
    else { return nil }
    return (value, Int(number.last))
  }

  /// Whether a preposition, or a noun with one, stands directly before.
  func isGoverned(_ start: Int, in sentence: Range<Int>) -> Bool {
    if tokens.hasPreposition(start) { return true }
    var token = start - 1
    if token >= sentence.lowerBound, tokens.small(at: token) == .the { token -= 1 }
    guard token >= sentence.lowerBound else { return false }
    if tokens.hasPreposition(token), !tokens.isClosed(token) { return true }
    for first in max(sentence.lowerBound, token - 2)...token {
      for match in tokens.text.matches(at: first)
      where match.table == .functionWord && Int(match.last) == token + 1
        && !match.clitics.contains(.pronoun)
      {
        switch tokens.lexicon.small[Int(match.row)] {
        case .preposition, .from, .by, .targets: return true
        default: break
        }
      }
    }
    // `supporters of Shiite cleric X`, `of the same family`: a word that describes him stands between.
    if tokens.isEnglish, token > sentence.lowerBound, tokens.isWord(token),
      tokens.small(at: token) == .none,
      tokens.small(at: tokens.small(at: token - 1) == .the ? token - 2 : token - 1) == .from,
      [.person, .number, .casualty, .event, .time].allSatisfy({
        tokens.longest($0, at: token) == nil
      })
    {
      return true
    }
    // The second word of a prepositional phrase: `in an attack of militants`.
    guard !tokens.isEnglish, token > sentence.lowerBound, !tokens.isPunctuation(token),
      tokens.longest(.event, at: token) != nil,
      // The Arabic article closes it: `in the attack, four soldiers`.
      !tokens.isArabic || tokens.longest(.event, at: token)?.clitics.contains(.article) != true,
      // In Sorani the owner follows an ezafe; another ending closes the phrase.
      !tokens.isSorani || tokens.ends(token, .ezafe)
    else { return false }
    switch tokens.small(at: token - 1) {
    case .preposition, .from, .by: return true
    default: return false
    }
  }
}

import Gazetteer
import Model

/// Which harm words of a sentence count nobody: adjectives, nouns for people who were counted before, the
/// words of a toll.
extension HarmSentence {
  /// `an abducted civilian`: an article before, the noun right behind.
  func isAdjective(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    guard tokens.isEnglish, first > range.lowerBound,
      word.readings.allSatisfy({ $0.field == .missing }),
      tokens.longest(.person, at: word.tokens.upperBound) != nil
    else { return false }
    return tokens.small(at: first - 1) == .the || tokens.isArticle(first - 1)
  }

  /// Arabic: `rose to five the number of dead`: the number stands before what it counts.
  func isBehindNumber(_ token: Int) -> Bool {
    tokens.isArabic && token > range.lowerBound
      && (tokens.number(.cardinal, at: token - 1) != nil
        || (tokens.text.tokens[token - 1].kind == .number && !tokens.hasConjunction(token)))
  }

  /// The word for `number` itself there.
  func isCountWord(_ token: Int) -> Bool {
    isBehindNumber(token) && tokens.number(.vague, at: token) != nil
  }

  /// `two of the wounded died`, `the number of injured rose`: those who are hurt, told of before or counted by
  /// the toll.
  func isPartitive(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    let isCounted =
      tokens.pronoun(of: word) == .none
      && tolls.contains { $0.contains(first) && $0.lowerBound < first }
    if isCounted, word.readings.contains(where: { [.killed, .injured].contains($0.field) }) {
      return true
    }
    guard word.reading([.unit, .genitive])?.field == .injured else { return false }
    // Arabic: `died of his injury`.
    if tokens.isArabic, word.clitics.contains(.preposition),
      tolls.contains(where: { $0.contains(first) && $0.lowerBound < first })
    {
      return true
    }
    if tokens.isArabic, first > range.lowerBound,
      let one = tokens.longest(.number, at: first - 1), tokens.number(one).kind == .oneOf
    {
      return true
    }
    if tokens.isArabic {
      return first - 2 >= range.lowerBound && tokens.small(at: first - 1) == .from
        && tokens.longest(.number, at: first - 2) != nil
    }
    return tokens.isEnglish && first - 3 >= range.lowerBound
      && tokens.small(at: first - 1) == .the
      && tokens.small(at: first - 2) == .from
      && tokens.number(.cardinal, at: first - 3) != nil
  }

  /// `executed (…) six abductees`: a number before it, a verb of killing before that.
  func isObject(_ token: Int, of verb: HarmWord) -> Bool {
    let gap = Range.between(verb.tokens.upperBound, token)
    guard (1...5).contains(gap.count), verb.readings.contains(where: { $0.field == .killed }),
      let number = tokens.longest(
        .number, at: tokens.small(at: token - 1) == .from ? token - 2 : token - 1),
      tokens.number(number).kind == .cardinal || tokens.number(number).kind == .vague
    else { return false }
    return !gap.contains { tokens.isPunctuation($0) }
  }

  /// Whether a harm word that people follow ends before a token.
  func isVerb(_ word: HarmWord, before token: Int) -> Bool {
    word.tokens.upperBound == token && !word.slots.isDisjoint(with: [.verbs, .genitive])
  }

  /// Arabic: whether a subset word right behind an active verb is its subject: an object in the accusative
  /// follows.
  func isSubject(_ word: HarmWord) -> Bool {
    let next = word.tokens.upperBound
    guard tokens.isArabic, let verb = words.last, verb.tokens.count == 1,
      verb.tokens.upperBound == word.tokens.lowerBound,
      verb.reading([.activeOrPassive, .verbObject]) != nil,
      next < range.upperBound, !tokens.hasConjunction(next),
      let person = tokens.longest(.person, at: next)
    else { return false }
    let noun = person.tokens.lowerBound
    return tokens.ends(noun, .alef) || tokens.ends(noun, .obliquePlural)
  }

  /// Arabic: `the commander of the police (and his son)`: a feminine noun of many is the owner of the one person
  /// right before it.
  func isCollective(_ phrase: PersonPhrase) -> Bool {
    guard tokens.isArabic, let one = phrases.last, phrase.isBarePlural,
      !phrase.startsWithConjunction, one.tokens.upperBound == phrase.tokens.lowerBound,
      (one.minimum, one.maximum) == (1, 1), !one.isExplicit,
      one.victim?.upperBound == one.tokens.upperBound
    else { return false }
    return tokens.endsInMarbuta(phrase.tokens.lowerBound)
  }

  /// Whether a word counts the missing and is a noun of people.
  func isPerson(_ word: HarmWord) -> Bool {
    word.readings.allSatisfy { $0.field == .missing }
      && tokens.longest(.person, at: word.tokens.lowerBound) != nil
  }
}

import Gazetteer
import Model

/// Some people in the words: a number with or without a noun, a noun, or an actor's name.
struct PersonPhrase: Sendable {
  var tokens: Range<Int>
  /// Both nil when the words do not count (`the militants`, an actor's name).
  var minimum: Int?
  var maximum: Int?
  var qualifier: String?
  /// The noun or name that says who they are.
  var victim: Range<Int>?
  var victimClass: String?
  var victimCode: String?
  /// A number, a dual or `one` in the words, rather than a bare noun.
  var isExplicit = false
  /// A noun in the plural without a number.
  var isBarePlural = false
  /// A Sorani noun without a number or an ending: the verb decides.
  var isBareAny = false
  /// `others`: noun and side are those of the count before.
  var isOthers = false
  /// `a third person`: one more than were counted before.
  var isFurther = false
  /// An actor without a noun of people.
  var isActor = false
  /// A rank or a first name: one person, but only beside a harm word.
  var isName = false
  /// The noun is a short form that takes up an actor named before (`its members`).
  var refersBack = false
  /// A number before a word that no lexicon knows as people.
  var isUncertain = false
  /// It follows a preposition or a noun in a prepositional phrase.
  var isGoverned = false
  var startsWithConjunction = false
  /// Somebody who is quoted.
  var isSpeaker = false
  /// One who is known already (`the bomber`).
  var isDefinite = false
  /// A frame has taken it.
  var isTaken = false

  var isCounted: Bool { minimum != nil || maximum != nil }
}

/// Reads phrases of people: bound, number, noun, actor, `others`.
struct PersonPhraseReader {
  let tokens: HarmText
  let nouns: PersonNounReader
  let numbers: NumberPhraseReader

  init(tokens: HarmText, gazetteer: Gazetteer) {
    self.tokens = tokens
    nouns = PersonNounReader(tokens: tokens, gazetteer: gazetteer)
    numbers = NumberPhraseReader(tokens: tokens)
  }

  /// Returns the phrase that starts at a token, or the token after words that count no people.
  func read(
    at start: Int, in sentence: Range<Int>, before end: Int
  ) -> (phrase: PersonPhrase?, next: Int) {
    if let number = numbers.read(at: start, before: end) {
      return counted(number, in: sentence, before: end)
    }
    if let pronoun = heAnd(at: start, in: sentence, before: end) {
      return (pronoun, start + 1)
    }
    if let attacker = andHimself(at: start, in: sentence) { return (attacker, start + 1) }
    guard let noun = nouns.noun(at: start, before: end) else {
      return others(at: start, in: sentence, before: end)
    }
    var phrase = PersonPhrase(tokens: start..<noun.tokens.upperBound)
    count(noun, &phrase)
    finish(&phrase, noun, in: sentence, before: end)
    return (phrase, phrase.tokens.upperBound)
  }

  /// `he (and his driver were killed)`: a pronoun counts only at the head of a list, where it adds one.
  private func heAnd(at start: Int, in sentence: Range<Int>, before end: Int) -> PersonPhrase? {
    guard tokens.isEnglish, tokens.small(at: start) == .he, start + 1 < end,
      tokens.small(at: start + 1) == .and
    else { return nil }
    var phrase = PersonPhrase(tokens: start..<(start + 1), minimum: 1, maximum: 1)
    phrase.isExplicit = true
    finish(&phrase, nil, in: sentence, before: start + 1)
    return phrase
  }

  /// `killing nine people besides himself`: behind words that join it adds one.
  private func andHimself(at start: Int, in sentence: Range<Int>) -> PersonPhrase? {
    guard tokens.isEnglish, tokens.small(at: start) == .oneself,
      tokens.joinStart(start, from: sentence.lowerBound) != nil
    else { return nil }
    var phrase = PersonPhrase(tokens: start..<(start + 1), minimum: 1, maximum: 1)
    phrase.isExplicit = true
    phrase.startsWithConjunction = true
    return phrase
  }

  private func counted(
    _ number: NumberPhrase, in sentence: Range<Int>, before end: Int
  ) -> (phrase: PersonPhrase?, next: Int) {
    let after = number.tokens.upperBound
    var next = after
    if tokens.isSorani, next < end, number.isDigits, tokens.isWord(next),
      !tokens.text.tokens[next].spaceBefore
    {
      // The ending of a number in digits.
      next += 1
    }
    let suffixEnd = next
    let other = tokens.other(at: next)
    if let other, other <= end { next = other }
    let noun = next < end ? nouns.noun(afterNumberAt: next, before: end) : .none
    if noun.isBlocked || isBlocked(number, hasNoun: noun.noun != nil, in: sentence) {
      return (nil, after)
    }
    // Arabic and Sorani: `one of the wounded`, whom no noun of people names.
    let isOfHarmed =
      !tokens.isEnglish && tokens.number(.oneOf, at: number.tokens.lowerBound) != nil
      && !tokens.hasConjunction(next)
      && tokens.casualty(.unit, at: next).map {
        tokens.lexicon.casualties[Int($0.row)].field == .injured
      } == true
    if number.isWeak, noun.noun == nil, next == suffixEnd, !isOfHarmed {
      let start = number.tokens.lowerBound
      return noun.isUnknown ? (nil, after) : others(at: start, in: sentence, before: end)
    }
    var phrase = PersonPhrase(
      tokens: number.tokens.lowerBound..<next, minimum: number.minimum, maximum: number.maximum,
      qualifier: number.qualifier)
    phrase.isExplicit = true
    phrase.isOthers = next > suffixEnd
    phrase.isUncertain = noun.noun == nil && noun.isUnknown
    // `a third man`, `another man`.
    phrase.isFurther =
      tokens.isEnglish && number.isWeak
      && (tokens.number(.ordinal, at: after - 1) != nil
        || tokens.number(.unit, at: number.tokens.lowerBound) != nil)
    finish(&phrase, noun.noun, in: sentence, before: end)
    return (phrase, phrase.tokens.upperBound)
  }

  /// `another`, `a third`: people without number and noun.
  private func others(
    at start: Int, in sentence: Range<Int>, before end: Int
  ) -> (phrase: PersonPhrase?, next: Int) {
    if let ordinal = ordinal(at: start, in: sentence, before: end) { return ordinal }
    guard let match = tokens.number(.unit, at: start), let other = tokens.other(at: start),
      other == Int(match.last), other <= end
    else { return (nil, start + 1) }
    var phrase = PersonPhrase(tokens: start..<other)
    let value = tokens.number(match).value
    (phrase.minimum, phrase.maximum) = (value ?? 2, value)
    if value == nil { phrase.qualifier = "vague" }
    phrase.isOthers = true
    finish(&phrase, nil, in: sentence, before: end)
    return (phrase, phrase.tokens.upperBound)
  }

  /// `a third`, `a fourth`: one more, when no noun of another kind follows.
  private func ordinal(
    at start: Int, in sentence: Range<Int>, before end: Int
  ) -> (phrase: PersonPhrase?, next: Int)? {
    // `three were killed and the fourth was wounded`: the article right behind the verb.
    let isAfterVerb =
      tokens.isArabic && start > sentence.lowerBound
      && tokens.longest(.casualty, at: start - 1) != nil
    guard let match = tokens.number(.ordinal, at: start), Int(match.last) <= end,
      match.clitics.isSubset(
        of: isAfterVerb ? [.article, .conjunction] : [.conjunction, .accusative, .kurdishSuffix]),
      let value = tokens.number(match).value, value > 1
    else { return nil }
    let next = Int(match.last)
    if tokens.isEnglish {
      guard start > sentence.lowerBound, let one = tokens.number(.cardinal, at: start - 1),
        tokens.number(one).operation == .weak
      else { return nil }
    }
    var phrase = PersonPhrase(tokens: start..<next, minimum: 1, maximum: 1)
    phrase.isOthers = true
    if next < sentence.upperBound, tokens.isWord(next) {
      if tokens.isEnglish, let noun = nouns.noun(at: next, before: end), noun.count == .singular,
        !noun.isActor
      {
        // `wounded a second guard`.
        phrase.isOthers = false
        phrase.isFurther = true
        finish(&phrase, noun, in: sentence, before: end)
        return (phrase, phrase.tokens.upperBound)
      }
      let isGoverned = tokens.hasPreposition(next)
      if !isGoverned, nouns.noun(at: next, before: sentence.upperBound) != nil { return nil }
      let isEnd =
        isGoverned || tokens.small(at: next) != .none || tokens.hasConjunction(next)
        || tokens.longest(.casualty, at: next) != nil
        || tokens.longest(.clause, at: next) != nil
      // `and the fourth was wounded by shrapnel`: the means is a word that no lexicon need know.
      guard isEnd || isAfterVerb else { return nil }
    }
    finish(&phrase, nil, in: sentence, before: end)
    return (phrase, phrase.tokens.upperBound)
  }

  /// Adds noun, `others`, a bound after the noun, and how the phrase stands in the sentence.
  private func finish(
    _ phrase: inout PersonPhrase, _ noun: PersonNoun?, in sentence: Range<Int>, before end: Int
  ) {
    if let noun {
      phrase.victim = noun.tokens
      phrase.victimClass = noun.kind
      phrase.victimCode = noun.code
      phrase.refersBack = noun.refersBack
      phrase.isDefinite = noun.isDefinite && !phrase.isExplicit && noun.count == .singular
      phrase.tokens = phrase.tokens.lowerBound..<max(phrase.tokens.upperBound, noun.end)
    }
    if let noun { takeSize(&phrase, noun, before: end) }
    var next = phrase.tokens.upperBound
    if phrase.maximum == 1 || phrase.isName { next = nameEnd(from: next, before: end) }
    if next < end, let small = tokens.number(.cardinal, at: next) ?? tokens.number(.dual, at: next),
      noun != nil, small.clitics.isEmpty, tokens.small(at: next) != .preposition,
      let value = tokens.number(small).value, value <= 2,
      tokens.number(small).operation != .weak, Int(small.last) <= end, tokens.isArabic,
      noun?.isActor == false
    {
      // A noun with `one` or `two` after it.
      if !phrase.isExplicit { (phrase.minimum, phrase.maximum) = (value, value) }
      if !phrase.isExplicit { phrase.qualifier = nil }
      phrase.isExplicit = true
      phrase.isBarePlural = false
      next = Int(small.last)
    }
    if next < end, noun != nil, let size = sizeOfOwned(phrase, at: next, before: end) {
      (phrase.minimum, phrase.maximum, phrase.qualifier) = (size.value, size.value, nil)
      (phrase.isExplicit, phrase.isBarePlural) = (true, false)
      next = size.end
    }
    if next < end, let other = tokens.other(at: next), other <= end {
      phrase.isOthers = true
      next = other
    }
    if tokens.isArabic, phrase.isExplicit, noun != nil, next + 1 < end,
      tokens.longest(.demonym, at: next) != nil,
      numbers.suffixBound(at: next + 1, before: end) != nil
    {
      // `five American soldiers at least`: the adjective stands before the bound.
      next += 1
    }
    if phrase.isExplicit, let suffix = numbers.suffixBound(at: next, before: end) {
      var range = NumberPhrase(
        tokens: phrase.tokens, minimum: phrase.minimum, maximum: phrase.maximum,
        qualifier: phrase.qualifier)
      numbers.apply(suffix.bound, to: &range)
      (phrase.minimum, phrase.maximum) = (range.minimum, range.maximum)
      phrase.qualifier = range.qualifier
      next = suffix.end
    }
    var start = phrase.tokens.lowerBound
    if tokens.isEnglish, start - 2 >= sentence.lowerBound, tokens.isWord(start - 1),
      isUnknownWord(start - 1),
      tokens.joinStart(start - 1, from: sentence.lowerBound) != nil
        || (noun != nil && !phrase.isExplicit && tokens.isComma(start - 2))
    {
      // `and his son`, `together with his son`, `a man, his wife and …`.
      start -= 1
    }
    if tokens.isEnglish, noun != nil, !phrase.isExplicit, start == phrase.tokens.lowerBound,
      start - 3 >= sentence.lowerBound, isUnknownWord(start - 1), isUnknownWord(start - 2),
      tokens.joinStart(start - 2, from: sentence.lowerBound) != nil || tokens.isComma(start - 3)
    {
      // `a man, his infant daughter and two others`.
      start -= 2
    }
    if let noun, start == phrase.tokens.lowerBound,
      let title = definiteStart(noun, start, in: sentence)
    {
      start = title
    }
    phrase.tokens = start..<next
    let first = tokens.isEnglish && tokens.small(at: start - 1) == .the ? start - 1 : start
    let join = tokens.joinStart(first, from: sentence.lowerBound)
    phrase.startsWithConjunction = tokens.hasConjunction(start) || join != nil
    // `as well as`: its own preposition governs nothing.
    phrase.isGoverned = join.map { first - $0 > 1 } != true && isGoverned(start, in: sentence)
    // `an official and his driver`: the one behind `and` is not quoted with him.
    let isJoined =
      tokens.isArabic && noun != nil
      && nouns.best(.person, at: start, before: end)?.clitics.contains(.conjunction) == true
    // `20 fighters reported dead`: told of, not telling.
    let isTold = tokens.isEnglish && tokens.casualty(.verbSubject, at: next) != nil
    phrase.isSpeaker = !isJoined && !isTold && tokens.isSpeaker(phrase.tokens, in: sentence)
  }

  /// Not `and freeing (an unknown number of …)`: another verb has these for its object.
  private func isUnknownWord(_ token: Int) -> Bool {
    tokens.isWord(token) && !tokens.ends(token, .participle)
      && (tokens.text.matches(at: token).isEmpty || tokens.small(at: token) == .her)
  }

  /// `and the local militia commander`: up to three words that describe him stand behind the article.
  private func definiteStart(
    _ noun: PersonNoun, _ start: Int, in sentence: Range<Int>
  ) -> Int? {
    guard tokens.isEnglish, noun.count == .singular, !noun.isName else { return nil }
    for token in stride(from: start - 1, through: max(sentence.lowerBound + 1, start - 4), by: -1) {
      guard tokens.isWord(token) else { return nil }
      if tokens.small(at: token) == .the {
        return tokens.joinStart(token, from: sentence.lowerBound) == nil ? nil : token + 1
      }
      if tokens.small(at: token) != .none || tokens.longest(.casualty, at: token) != nil
        || tokens.longest(.event, at: token) != nil || tokens.longest(.clause, at: token) != nil
      {
        return nil
      }
    }
    return nil
  }

  /// `a family of five`, `a group of six men`: the size behind a noun of many.
  private func takeSize(_ phrase: inout PersonPhrase, _ noun: PersonNoun, before end: Int) {
    let next = phrase.tokens.upperBound
    guard next + 1 < end, tokens.small(at: next) == .from, !noun.isActor, !noun.isName,
      phrase.minimum == nil || phrase.qualifier == "vague" || phrase.minimum == 1,
      noun.count == .plural || noun.count == .any,
      let number = numbers.read(at: next + 1, before: end), !number.isWeak
    else { return }
    let counted = nouns.noun(afterNumberAt: number.tokens.upperBound, before: end)
    guard !counted.isBlocked, !counted.isUnknown || tokens.isEnglish else { return }
    (phrase.minimum, phrase.maximum) = (number.minimum, number.maximum)
    phrase.qualifier = number.qualifier
    phrase.isExplicit = true
    phrase.isBarePlural = false
    phrase.isBareAny = false
    let last = counted.noun?.end ?? number.tokens.upperBound
    phrase.tokens = phrase.tokens.lowerBound..<last
  }

  /// The end of a personal name after a noun or a rank.
  private func nameEnd(from start: Int, before end: Int) -> Int {
    func isName(_ token: Int) -> Bool {
      guard token < end, !tokens.hasConjunction(token), tokens.longest(.person, at: token) == nil
      else { return false }
      return tokens.longest(.firstName, at: token) != nil
        || tokens.longest(.title, at: token) != nil
    }
    guard isName(start) else { return start }
    var token = start
    while token < end, token < start + 5 {
      let isUnknown =
        tokens.text.matches(at: token).isEmpty && tokens.text.tokens[token].kind == .word
      guard isName(token) || isUnknown else { break }
      token += 1
      // `al-Hashimi`.
      if token + 1 < end, tokens.isMark(token, 0x2D), !tokens.text.tokens[token].spaceBefore,
        !tokens.text.tokens[token + 1].spaceBefore, tokens.text.tokens[token + 1].kind == .word
      {
        token += 2
      }
    }
    return token
  }

  /// What a noun without a number counts.
  private func count(_ noun: PersonNoun, _ phrase: inout PersonPhrase) {
    phrase.isActor = noun.isActor
    phrase.isName = noun.isName
    guard !noun.isActor, !noun.isName else { return }
    switch noun.count {
    case .singular:
      (phrase.minimum, phrase.maximum) = (1, 1)
    case .dual:
      (phrase.minimum, phrase.maximum) = (2, 2)
      phrase.isExplicit = true
    case .plural:
      phrase.isBarePlural = true
      if !noun.isDefinite { (phrase.minimum, phrase.qualifier) = (2, "vague") }
    case .any:
      if tokens.isSorani {
        phrase.isBareAny = !noun.hasOne
        if noun.hasOne {
          // `a woman and a child` as one row.
          (phrase.minimum, phrase.maximum) = noun.hasOneTwice ? (2, 2) : (1, 1)
          phrase.isExplicit = true
        }
      } else if noun.tokens.count == 1, tokens.ends(noun.tokens.lowerBound, .alef) {
        (phrase.minimum, phrase.maximum) = (1, 1)
      } else if tokens.isArabic, tokens.isDualByVowel(noun.tokens.upperBound - 1) {
        (phrase.minimum, phrase.maximum) = (2, 2)
        phrase.isExplicit = true
      } else if !noun.isDefinite {
        let isPlural = tokens.ends(noun.tokens.lowerBound, .obliquePlural)
        (phrase.minimum, phrase.qualifier) = (isPlural ? 2 : 1, "vague")
        phrase.isBarePlural = true
      }
    }
  }
}

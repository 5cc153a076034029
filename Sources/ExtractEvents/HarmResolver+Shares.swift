import Gazetteer
import Model

/// Parts of a count that English tells in words of their own: who was among the dead, who of the wounded died.
extension HarmResolver {
  /// `wounded nine, two of whom died in hospital`: the dead of the wounded are on top of those who were killed.
  mutating func fateOfWounded(_ subset: HarmSubset) -> HarmFrame? {
    let word = sentence.words[subset.word].tokens
    guard tokens.isEnglish, subset.word + 1 < sentence.words.count else { return nil }
    var number = subset.number
    if let phrase = subset.phrases.first.map({ sentence.phrases[$0] }), phrase.victim == nil,
      subset.phrases.count == 1
    {
      number = NumberPhrase(
        tokens: phrase.tokens, minimum: phrase.minimum, maximum: phrase.maximum,
        qualifier: phrase.qualifier)
    }
    guard let number, number.minimum != nil else { return nil }
    let verb = sentence.words[subset.word + 1]
    let before = found.last { $0.word.upperBound <= number.tokens.lowerBound && !$0.isSubset }
    guard !verb.isTaken, let reading = verb.reading(.verbSubject), reading.field == .killed,
      before?.field == .injured,
      sentence.isOpen(word.upperBound..<verb.tokens.lowerBound, limit: 2)
    else { return nil }
    var frame = frame(reading, verb)
    (frame.minimum, frame.maximum) = (number.minimum, number.maximum)
    frame.qualifier = number.qualifier
    frame.tokens = number.tokens.lowerBound..<verb.tokens.upperBound
    frame.span = tokens.text.span(number.tokens)
    frame.isToll = false
    sentence.words[subset.word + 1].isTaken = true
    return frame
  }

  /// `stoned officers, nine of whom were hurt`: a number of those whom nobody counted.
  mutating func takeShareOfOthers(_ number: Int, _ subset: Int) -> Bool {
    let phrase = sentence.phrases[number]
    guard tokens.isEnglish,
      !sentence.phrases[..<number].contains(where: { $0.isExplicit && ($0.minimum ?? 0) > 1 })
    else { return false }
    let count = NumberPhrase(
      tokens: phrase.tokens, minimum: phrase.minimum, maximum: phrase.maximum,
      qualifier: phrase.qualifier)
    guard takeShare(count, subset) else { return false }
    sentence.phrases[number].isTaken = true
    return true
  }

  /// `leaving (14) of them dead`: no comma parts the number from its verb, so it is the count itself.
  mutating func takePartOfThem(_ subset: Int) -> Bool {
    let word = sentence.words[subset].tokens
    guard tokens.isEnglish, subset + 1 < sentence.words.count,
      let last = sentence.lastPhrase(to: word.lowerBound)
    else { return false }
    let phrase = sentence.phrases[last]
    let noun = sentence.words[subset + 1]
    guard phrase.tokens.upperBound == word.lowerBound, phrase.isExplicit, phrase.victim == nil,
      !phrase.isTaken, !phrase.startsWithConjunction,
      phrase.tokens.lowerBound > sentence.range.lowerBound,
      !tokens.isPunctuation(phrase.tokens.lowerBound - 1),
      noun.tokens.lowerBound == word.upperBound, !noun.isTaken, let reading = noun.reading(.unit)
    else { return false }
    sentence.words[subset].isTaken = true
    emit(reading, subset + 1, [last])
    return true
  }

  /// `four soldiers, an officer among them, were killed`, `165 people, 27 women and 19 children among them`: nouns
  /// between a comma and words that end their clause.
  func nounsBefore(_ word: HarmWord) -> ClosedRange<Int>? {
    let end = word.tokens.upperBound
    guard tokens.isEnglish, let last = sentence.lastPhrase(to: word.tokens.lowerBound),
      sentence.phrases[last].tokens.upperBound == word.tokens.lowerBound,
      end >= sentence.range.upperBound || tokens.isPunctuation(end)
    else { return nil }
    var first = last
    while true {
      let phrase = sentence.phrases[first]
      let start = phrase.tokens.lowerBound
      guard phrase.victim != nil, phrase.isCounted, !phrase.isTaken,
        start > sentence.range.lowerBound
      else { return nil }
      if tokens.isComma(start - 1) { return first...last }
      guard first > 0, sentence.isJoined[first] else { return nil }
      first -= 1
    }
  }
}

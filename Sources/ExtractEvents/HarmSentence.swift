import Gazetteer
import Model

/// The harm words and the phrases of people of one sentence, and how they stand to each other.
struct HarmSentence {
  let tokens: HarmText
  let range: Range<Int>
  var words: [HarmWord] = []
  var phrases: [PersonPhrase] = []
  /// For each phrase whether it goes on with the one before (`two soldiers and a policeman`).
  var isJoined: [Bool] = []
  /// Ends of the toll phrases.
  var tolls: [Range<Int>] = []
  /// For each token of the sentence the harm word on it, -1 when there is none.
  private var wordOfToken: [Int] = []

  init(_ range: Range<Int>, tokens: HarmText, people: PersonPhraseReader) {
    self.tokens = tokens
    self.range = range
    wordOfToken = Array(repeating: -1, count: range.count)
    scanWords()
    guard !words.isEmpty || !tolls.isEmpty else { return }
    scanPhrases(people)
    joinDescribed()
    joinAppositions()
    join()
  }

  private mutating func scanWords() {
    var token = range.lowerBound
    while token < range.upperBound {
      if let toll = tokens.casualty(.toll, at: token), Int(toll.last) <= range.upperBound,
        !isBehindNumber(token)
      {
        tolls.append(toll.tokens)
      }
      guard let word = tokens.harmWord(at: token, before: range.upperBound) else {
        token += 1
        continue
      }
      if word.slots == .zero, let bound = tokens.number(.bound, at: token),
        bound.tokens.count > word.tokens.count
      {
        // `no fewer than 20` denies nothing.
        token += 1
        continue
      }
      if word.slots == .zeroObject, !words.contains(where: { $0.slots.contains(.zero) }) {
        // `anyone`, `losses`: something only after a denial.
        token += 1
        continue
      }
      if let last = words.last, isPerson(word),
        last.tokens.upperBound == token || isObject(token, of: last)
      {
        // `the killing of a detainee`: a word for the missing is only their noun here.
        token = word.tokens.upperBound
        continue
      }
      if word.slots == .subset, tokens.isArabic,
        words.last.map({ isVerb($0, before: token) }) == true,
        tokens.longest(.person, at: token) != nil
      {
        // `fired at four men, killing one of them`: the one is whom the verb harms.
        token = word.tokens.upperBound
        continue
      }
      if word.slots == .subset, isSubject(word) {
        // `two shells fell, and one of them killed a child`: the one is what did it.
        let verb = words.count - 1
        words[verb].tokens = words[verb].tokens.lowerBound..<word.tokens.upperBound
        token = word.tokens.upperBound
        continue
      }
      if isAdjective(word) || isPartitive(word) {
        token = word.tokens.upperBound
        continue
      }
      words.append(word)
      token = word.tokens.upperBound
    }
    if !tokens.isArabic, words.filter({ $0.slots == .light }).count == 1 {
      // A verb that harms only with its other half.
      words.removeAll { $0.slots == .light }
    }
    for (index, word) in words.enumerated() {
      for token in word.tokens { wordOfToken[token - range.lowerBound] = index }
    }
  }

  private mutating func scanPhrases(_ people: PersonPhraseReader) {
    var token = range.lowerBound
    var end = token
    while token < range.upperBound {
      if end <= token { end = phraseLimit(from: token) }
      // A word that no lexicon knows begins no phrase.
      let isKnown = tokens.isWord(token) ? tokens.text.hasMatches(at: token) : true
      guard end > token, isKnown, !isCountWord(token),
        !tolls.contains(where: { $0.contains(token) })
      else {
        token += 1
        continue
      }
      let found = people.read(at: token, in: range, before: end)
      if let phrase = found.phrase {
        let isOwner = isCollective(phrase)
        if isCompound(phrase), let noun = phrase.victim {
          // `two women journalists`: the second noun says who they are.
          phrases[phrases.count - 1].victim = noun
          phrases[phrases.count - 1].victimClass = phrase.victimClass
          phrases[phrases.count - 1].victimCode = phrase.victimCode
          phrases[phrases.count - 1].tokens =
            phrases[phrases.count - 1].tokens.lowerBound..<phrase.tokens.upperBound
        } else if isOfOne(phrase) || isSamePerson(phrase) || isOwner {
          if isOwner, phrases[phrases.count - 1].victimClass == "unknown" {
            phrases[phrases.count - 1].victimClass = phrase.victimClass
            phrases[phrases.count - 1].victimCode = phrase.victimCode
          }
          phrases[phrases.count - 1].tokens =
            phrases[phrases.count - 1].tokens.lowerBound..<phrase.tokens.upperBound
        } else {
          phrases.append(phrase)
        }
      }
      token = max(found.next, token + 1)
    }
  }

  /// Sorani: `five members of one family`: the owner of the noun before it.
  private func isOfOne(_ phrase: PersonPhrase) -> Bool {
    guard tokens.isSorani, let before = phrases.last, before.isExplicit, let noun = before.victim,
      before.tokens.upperBound == phrase.tokens.lowerBound, !phrase.startsWithConjunction,
      (phrase.minimum, phrase.maximum) == (1, 1), (before.minimum ?? 0) > 1
    else { return false }
    return tokens.ends(noun.upperBound - 1, .ezafe)
  }

  /// A bare noun directly behind a counted one, as many.
  private func isCompound(_ phrase: PersonPhrase) -> Bool {
    guard tokens.isEnglish, let before = phrases.last, before.isExplicit, before.victim != nil,
      before.tokens.upperBound == phrase.tokens.lowerBound, !phrase.isExplicit,
      !phrase.isActor, !phrase.isName
    else { return false }
    return phrase.isBarePlural && before.maximum != 1
  }

  /// `an activist and physician`: two callings under one article are one person, unless `were` follows.
  private func isSamePerson(_ phrase: PersonPhrase) -> Bool {
    guard tokens.isEnglish, let before = phrases.last, before.isExplicit, before.maximum == 1,
      let noun = phrase.victim, noun.lowerBound == phrase.tokens.lowerBound,
      !phrase.isExplicit, !phrase.isName, !phrase.isActor, phrase.maximum == 1,
      phrase.tokens.lowerBound - before.tokens.upperBound == 1,
      tokens.small(at: before.tokens.upperBound) == .and,
      phrase.victimClass == before.victimClass, let calling = before.victimCode,
      let other = phrase.victimCode, calling != other
    else { return false }
    let next = phrase.tokens.upperBound
    return next >= range.upperBound || tokens.small(at: next) != .was
      || !tokens.ends(next, .were)
  }

  /// The first token at or after this one that belongs to a harm word that is no noun of people.
  private func phraseLimit(from token: Int) -> Int {
    var index = token
    while index < range.upperBound, wordOfToken[index - range.lowerBound] < 0 { index += 1 }
    return index
  }

  /// The harm word that starts at a token.
  func word(at token: Int) -> Int? {
    guard range.contains(token) else { return nil }
    let index = wordOfToken[token - range.lowerBound]
    return index >= 0 ? index : nil
  }

  /// The first phrase that starts at or after a token.
  func firstPhrase(from token: Int) -> Int? {
    phrases.firstIndex { $0.tokens.lowerBound >= token }
  }

  /// The last phrase that ends at or before a token.
  func lastPhrase(to token: Int) -> Int? {
    phrases.lastIndex { $0.tokens.upperBound <= token }
  }

  /// Whether the tokens between two points are only such as a phrase can be separated by: times,
  /// places, commas, small words.
  func isTransparent(_ gap: Range<Int>) -> Bool {
    var token = gap.lowerBound
    while token < gap.upperBound {
      let next = transparentEnd(token, before: gap.upperBound)
      guard next > token else { return false }
      token = next
    }
    return true
  }

  private func transparentEnd(_ token: Int, before end: Int) -> Int {
    if tokens.text.tokens[token].kind == .punctuation {
      return tokens.isMark(token, 0x3B) ? token : token + 1
    }
    for match in tokens.text.matches(at: token) where Int(match.last) <= end {
      switch match.table {
      case .time, .name: return Int(match.last)
      case .event where isSetting(match): return Int(match.last)
      case .functionWord:
        switch tokens.lexicon.small[Int(match.row)] {
        case .preposition, .the, .past, .which, .was: return Int(match.last)
        default: break
        }
      default: break
      }
    }
    return token
  }

  /// Arabic: `executed (the group) by shooting seven men`: the end of the accusative of the manner at a token.
  func mannerEnd(from token: Int) -> Int {
    guard tokens.isArabic, token < range.upperBound, tokens.ends(token, .alef),
      let match = tokens.longest(.event, at: token), match.clitics.isEmpty
    else { return token }
    return Int(match.last)
  }

  /// Arabic: `killed in the explosion were three men`: what it happened in, behind its preposition.
  private func isSetting(_ match: LexiconMatch) -> Bool {
    guard tokens.isArabic, match.clitics.contains(.article) else { return false }
    let first = Int(match.first)
    return tokens.hasPreposition(first) || tokens.small(at: first - 1) == .preposition
  }

  /// Whether a gap holds no harm word, no other clause and at most so many words.
  func isOpen(_ gap: Range<Int>, limit: Int, commas: Bool = false) -> Bool {
    guard gap.count <= limit else { return false }
    for token in gap {
      if wordOfToken[token - range.lowerBound] >= 0 { return false }
      if tokens.isPunctuation(token) {
        if commas ? !tokens.isComma(token) : !isQuiet(token) { return false }
      }
    }
    return true
  }

  /// Quotation marks, brackets and hyphens do not end a clause.
  private func isQuiet(_ token: Int) -> Bool {
    tokens.isMark(token, 0x22) || tokens.isMark(token, 0x28) || tokens.isMark(token, 0x29)
      || tokens.isMark(token, 0x2D)
  }

  /// Whether a table has a reading in a range of tokens.
  func contains(_ table: LexiconTable, in gap: Range<Int>) -> Bool {
    gap.contains { tokens.longest(table, at: $0) != nil }
  }

  // MARK: Lists of people

  private mutating func join() {
    isJoined = Array(repeating: false, count: phrases.count)
    guard phrases.count > 1 else { return }
    for index in stride(from: phrases.count - 1, to: 0, by: -1) {
      isJoined[index] = joins(index)
    }
  }

  private func joins(_ index: Int) -> Bool {
    var first = phrases[index - 1]
    if tokens.isSorani, phrases[index].isActor, index + 1 < phrases.count, isJoined[index + 1],
      first.isCounted, phrases[index].tokens.lowerBound - first.tokens.upperBound <= 1
    {
      return true
    }
    if tokens.isSorani, first.isGoverned, !first.isExplicit { return false }
    if tokens.isSorani, index > 1, first.isActor, phrases[index - 2].isCounted,
      first.tokens.lowerBound - phrases[index - 2].tokens.upperBound <= 1
    {
      first = phrases[index - 2]
      first.tokens = first.tokens.lowerBound..<phrases[index - 1].tokens.upperBound
    }
    if tokens.isEnglish, index > 1, !first.isExplicit, first.isActor || first.isBarePlural,
      phrases[index - 2].isExplicit, (phrases[index - 2].minimum ?? 0) > 1,
      first.tokens.lowerBound - phrases[index - 2].tokens.upperBound <= 1,
      first.startsWithConjunction
    {
      // `six policemen and militiamen and three civilians`: the first number is that of two nouns.
      first = phrases[index - 2]
      first.tokens = first.tokens.lowerBound..<phrases[index - 1].tokens.upperBound
    }
    let second = phrases[index]
    var gap = Range.between(first.tokens.upperBound, second.tokens.lowerBound)
    if tokens.isSorani, joinsSorani(first, second, gap) {
      return first.isExplicit || !isOwner(first)
    }
    guard first.isCounted || first.isName, second.isCounted, !second.isSpeaker else { return false }
    if second.isBarePlural { return sharesNumber(first, second, gap) }
    // `the dead ranged from 52 to 64, and more than 80 were hurt`: bare numbers of two counts.
    if tokens.isEnglish, isBareNumber(first), isBareNumber(second) { return false }
    if gap.count == 1, tokens.isTogether(second.tokens.lowerBound) { return true }
    if gap.count == 1, tokens.isComma(gap.lowerBound), isLeading(first), second.isExplicit {
      return true
    }
    if gap.count == 1, tokens.isComma(gap.lowerBound), !second.startsWithConjunction {
      // `a, b and c`: a comma joins only before an `and`.
      return index + 1 < phrases.count && isJoined[index + 1]
        && phrases[index + 1].tokens.lowerBound - second.tokens.upperBound
          <= (tokens.isEnglish ? 3 : 2)
    }
    guard second.startsWithConjunction, !second.isGoverned else { return false }
    if let last = gap.last, tokens.isEnglish, tokens.small(at: last) == .the {
      gap = gap.lowerBound..<last
    }
    if let start = tokens.joinStart(gap.upperBound, from: gap.lowerBound) {
      gap = gap.lowerBound..<start
    }
    if let last = gap.last, tokens.isComma(last) { gap = gap.lowerBound..<last }
    // `died of a wound to the head and 17 were hurt`: a bare number goes on with no governed singular.
    if tokens.isEnglish, first.isGoverned, first.isDefinite, second.victim == nil { return false }
    // `the gunmen fought and four men …`: whom no word counts is the subject of a verb before `and`.
    if tokens.isSorani, first.isBarePlural || first.isGoverned, !gap.isEmpty { return false }
    // `a gunman fired and a farmer …`: a verb between them has the first for its subject.
    if tokens.isSorani, !gap.isEmpty, contains(.event, in: gap) { return false }
    // `(in) the village of Imam and three people …`: an owner without a number is no part of a count.
    if tokens.isSorani, !first.isExplicit || gap.count > 1, isOwner(first) { return false }
    guard isOpen(gap, limit: tokens.isSorani ? 2 : 6) else { return false }
    if tokens.isEnglish, first.isBarePlural, contains(.event, in: gap) {
      // `guards fired into the air and two men …`: a new subject.
      return false
    }
    return !gap.contains { token in
      tokens.text.matches(at: token).contains {
        $0.table == .reporting || ($0.table == .functionWord && stopsList(Int($0.row)))
      }
    }
  }

  private func isBareNumber(_ phrase: PersonPhrase) -> Bool {
    phrase.isExplicit && phrase.victim == nil && !phrase.isOthers && (phrase.minimum ?? 0) > 1
  }

  /// Whether a Sorani phrase owns the thing before it: `the house of a councillor`.
  private func isOwner(_ phrase: PersonPhrase) -> Bool {
    let thing = phrase.tokens.lowerBound - 1
    guard thing > range.lowerBound, tokens.isWord(thing), tokens.ends(thing, .ezafe) else {
      return false
    }
    return [.person, .number, .time, .casualty, .event].allSatisfy {
      tokens.longest($0, at: thing) == nil
    }
  }

  /// `In addition to the bomber, 35 people …`: joining words at the start of the sentence.
  private func isLeading(_ phrase: PersonPhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    guard tokens.isEnglish, start > range.lowerBound else { return false }
    let first = tokens.small(at: start - 1) == .the ? start - 1 : start
    return tokens.joinStart(first, from: range.lowerBound) == range.lowerBound
  }

  /// `52 hostages and police`: one number for both nouns.
  private func sharesNumber(
    _ first: PersonPhrase, _ second: PersonPhrase, _ gap: Range<Int>
  ) -> Bool {
    tokens.isEnglish && first.isExplicit && first.victim != nil && first.maximum != 1
      && second.startsWithConjunction && gap.count == 1
  }

  /// `a journalist and his cameraman`, `the officer with two guards`: nouns side by side.
  private func joinsSorani(
    _ first: PersonPhrase, _ second: PersonPhrase, _ gap: Range<Int>
  ) -> Bool {
    guard first.isCounted || first.isBareAny, second.isCounted || second.isBareAny,
      !second.isSpeaker, !first.isGoverned, !first.isBarePlural
    else { return false }
    // `an official of the organization and his driver`: the owner in between belongs to the first.
    if gap.count == 1, tokens.isTogether(second.tokens.lowerBound) { return true }
    return second.startsWithConjunction && gap.count == 1
      && tokens.small(at: gap.lowerBound) == .and
  }

  private func stopsList(_ row: Int) -> Bool {
    switch tokens.lexicon.small[row] {
    case .was, .which, .and, .or, .include, .targets: true
    default: false
    }
  }
}

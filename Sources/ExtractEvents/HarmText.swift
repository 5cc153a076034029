import Gazetteer
import Model

/// A harm word of a sentence with all its readings.
struct HarmWord: Sendable {
  /// One reading: a slot and the row that gives it.
  struct Reading: Sendable {
    var slot: HarmLexicon.Slots
    var row: Int
    var field: HarmFrame.Field
  }

  var tokens: Range<Int>
  var readings: [Reading]
  var slots: HarmLexicon.Slots
  var clitics: Clitics
  /// Its own row says that it updates a toll (`died of his wounds`).
  var isToll = false
  /// A frame or a denial has taken it.
  var isTaken = false

  /// The first reading of one of the slots.
  func reading(_ slots: HarmLexicon.Slots) -> Reading? {
    readings.first { !$0.slot.isDisjoint(with: slots) }
  }
}

/// The questions that the harm rules ask of the tokens.
///
/// A class, since all readers of a document hold the same one.
final class HarmText: Sendable {
  let text: NormalizedText
  let lexicon: HarmLexicon

  init(text: NormalizedText, lexicon: HarmLexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  var isArabic: Bool { text.language == "ar" }
  var isEnglish: Bool { text.language == "en" }
  var isSorani: Bool { text.language == "ckb" }

  /// The harm word that starts at a token: the longest framing reading, nil when there is none.
  func harmWord(at token: Int, before end: Int) -> HarmWord? {
    guard text.begins(LexiconTables(.casualty), at: token) else { return nil }
    var word: HarmWord?
    var tollEnd = 0
    for match in text.matches(at: token) where match.table == .casualty && Int(match.last) <= end {
      let row = lexicon.casualties[Int(match.row)]
      // Folded, `killers` is `killed him`: its own letter tells.
      if isArabic, match.tokens.count == 1,
        match.clitics.contains(.pronoun) || row.slot == .verbObject,
        endsInMarbuta(token)
      {
        continue
      }
      if row.slot == .toll { tollEnd = max(tollEnd, Int(match.last)) }
      guard !row.slot.isDisjoint(with: .framing) else { continue }
      // `IS killed four soldiers`: in capitals it is the group, not the auxiliary.
      if isEnglish, match.tokens.count > 1, !row.slot.isDisjoint(with: .verbs),
        text.tokens[token].capitalized, longest(.actor, at: token) != nil
      {
        continue
      }
      // `the dead`: a definite plural is no form of the verb.
      if isSorani, match.tokens.count == 1, !row.slot.isDisjoint(with: .verbs),
        contains(token, .theMany)
      {
        continue
      }
      // `shot 51 people dead and wounded 40`: two words, and the second has its own count.
      if row.slot == .pooled, isCountedApart(match) { continue }
      // `with` is a subset word of Sorani only in one idiom: the preposition is far more common.
      if row.slot == .subset, isPreposition(token) { continue }
      let reading = HarmWord.Reading(slot: row.slot, row: Int(match.row), field: row.field)
      if word == nil {
        word = HarmWord(
          tokens: match.tokens, readings: [reading], slots: row.slot, clitics: match.clitics)
      } else if word?.tokens == match.tokens {
        word?.readings.append(reading)
        word?.slots.formUnion(row.slot)
        word?.clitics.formIntersection(match.clitics)
      }
    }
    if let longest = word, longest.slots == .genitive, longest.tokens.count > 1,
      let unit = unit(at: token, before: longest.tokens.upperBound)
    {
      return unit
    }
    if tollEnd > 0, let found = word, found.tokens.upperBound < tollEnd,
      !found.slots.isDisjoint(with: .verbs)
    {
      word?.isToll = true
      word?.tokens = token..<tollEnd
    }
    return word
  }

  private func isCountedApart(_ match: LexiconMatch) -> Bool {
    let (first, next) = (Int(match.first), Int(match.last))
    guard isEnglish, first > 0, next < text.tokens.count,
      text.tokens[next].kind == .number || number(.cardinal, at: next) != nil
    else { return false }
    return longest(.person, at: first - 1) != nil || text.tokens[first - 1].kind == .number
  }

  /// Whether a word counts one like an article (`a soldier`).
  func isArticle(_ token: Int) -> Bool {
    number(.cardinal, at: token).map { number($0).operation == .weak } ?? false
  }

  /// `nine wounded of …`: after a number the shorter word that it counts.
  private func unit(at token: Int, before end: Int) -> HarmWord? {
    guard token > 0,
      text.tokens[token - 1].kind == .number || number(.cardinal, at: token - 1) != nil
        || number(.vague, at: token - 1) != nil
    else { return nil }
    for match in text.matches(at: token) where match.table == .casualty && Int(match.last) < end {
      let row = lexicon.casualties[Int(match.row)]
      guard row.slot == .unit else { continue }
      return HarmWord(
        tokens: match.tokens,
        readings: [HarmWord.Reading(slot: row.slot, row: Int(match.row), field: row.field)],
        slots: row.slot, clitics: match.clitics)
    }
    return nil
  }

  /// The longest toll or result phrase at a token.
  func casualty(_ slot: HarmLexicon.Slots, at token: Int) -> LexiconMatch? {
    guard text.begins(LexiconTables(.casualty), at: token) else { return nil }
    return text.matches(at: token).first {
      $0.table == .casualty && lexicon.casualties[Int($0.row)].slot == slot
    }
  }

  /// Whether an `other` word starts at a token, and where it ends.
  func other(at token: Int) -> Int? { casualty(.other, at: token).map { Int($0.last) } }

  /// The longest number row of a kind at a token.
  func number(_ kind: HarmLexicon.NumberKind, at token: Int) -> LexiconMatch? {
    guard text.begins(.number, at: token) else { return nil }
    return text.matches(at: token).first {
      $0.table == .number && lexicon.numbers[Int($0.row)].kind == kind && isOfLanguage($0)
    }
  }

  /// Whether a token alone is a preposition in some reading.
  private func isPreposition(_ token: Int) -> Bool {
    text.matches(at: token).contains {
      $0.table == .functionWord && $0.tokens.count == 1
        && lexicon.small[Int($0.row)] == .preposition
    }
  }

  /// Sorani number words are other words in Arabic.
  func isOfLanguage(_ match: LexiconMatch) -> Bool { !isArabic || !number(match).isSorani }

  /// Where the words begin that join the phrase at a token to the one before (`and`, `as well as`), nil
  /// when none do.
  func joinStart(_ token: Int, from low: Int) -> Int? {
    (max(low, token - 4)..<max(low, token)).first { start in
      text.matches(at: start).contains {
        $0.table == .functionWord && Int($0.last) == token
          && lexicon.small[Int($0.row)] == .and
      }
    }
  }

  /// Whether `together with` stands directly before a token, or is written onto it.
  func isTogether(_ token: Int) -> Bool {
    token > 0
      && text.matches(at: token - 1).contains {
        $0.table == .functionWord && Int($0.last) == token
          && lexicon.small[Int($0.row)] == .together
      }
  }

  /// Whether an Arabic word with a preposition has the article too: it owns nothing behind it.
  func isClosed(_ token: Int) -> Bool {
    isArabic
      && text.matches(at: token).contains { $0.clitics.isSuperset(of: [.article, .preposition]) }
  }

  /// The number row behind a match.
  func number(_ match: LexiconMatch) -> HarmLexicon.Number { lexicon.numbers[Int(match.row)] }

  /// The longest reading of a table at a token.
  func longest(_ table: LexiconTable, at token: Int) -> LexiconMatch? {
    text.longestMatch(table, at: token)
  }

  /// The small word at a token.
  func small(at token: Int) -> HarmLexicon.Small {
    guard token >= 0 else { return .none }
    return longest(.functionWord, at: token).map { lexicon.small[Int($0.row)] } ?? .none
  }

  /// Whether some reading of a token takes a conjunction off it.
  func hasConjunction(_ token: Int) -> Bool {
    text.matches(at: token).contains { $0.clitics.contains(.conjunction) }
  }

  /// Whether a token cannot be read without a preposition before it.
  func hasPreposition(_ token: Int) -> Bool {
    let prepositions: Clitics = [.preposition, .toPreposition, .withPreposition]
    let readings = text.matches(at: token)
    return readings.contains { !$0.clitics.isDisjoint(with: prepositions) }
      && !readings.contains { $0.clitics.isDisjoint(with: prepositions) && $0.cost == 0 }
  }

  /// Whether a token is a comma of either script.
  func isComma(_ token: Int) -> Bool {
    guard token < text.tokens.count, text.tokens[token].kind == .punctuation else { return false }
    let key = text.key(token)
    return key.elementsEqual([0x2C]) || key.elementsEqual([0xD8, 0x8C])
  }

  /// Whether a token is one ASCII mark.
  func isMark(_ token: Int, _ byte: UInt8) -> Bool {
    guard token >= 0, token < text.tokens.count, text.tokens[token].kind == .punctuation else {
      return false
    }
    let key = text.key(token)
    return key.count == 1 && key.first == byte
  }

  /// Whether a token is a word.
  func isWord(_ token: Int) -> Bool { text.tokens[token].kind == .word }

  /// Whether a token is punctuation.
  func isPunctuation(_ token: Int) -> Bool { text.tokens[token].kind == .punctuation }

  /// Whether the folded key of a token ends with the bytes.
  func ends(_ token: Int, _ bytes: StaticBytes) -> Bool {
    text.key(token).suffix(bytes.value.count).elementsEqual(bytes.value)
  }

  /// Whether the folded key of a token begins with the bytes.
  func begins(_ token: Int, _ bytes: StaticBytes) -> Bool {
    text.key(token).starts(with: bytes.value)
  }

  /// Whether the folded key of a token has the bytes somewhere.
  func contains(_ token: Int, _ bytes: StaticBytes) -> Bool {
    let key = text.key(token)
    let count = bytes.value.count
    guard key.count >= count else { return false }
    return (0...(key.count - count)).contains {
      key.dropFirst($0).prefix(count).elementsEqual(bytes.value)
    }
  }

  /// Whether a verb of speaking ends before a phrase or starts after it.
  func isSpeaker(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    if range.upperBound < sentence.upperBound, speaks(at: range.upperBound) { return true }
    let first = range.lowerBound
    guard isArabic else { return false }
    for start in max(sentence.lowerBound, first - 3)..<max(sentence.lowerBound, first) {
      for match in text.matches(at: start)
      where match.table == .reporting && Int(match.last) == first
        && lexicon.speaks[Int(match.row)]
      {
        return true
      }
    }
    return false
  }

  private func speaks(at token: Int) -> Bool {
    text.matches(at: token).contains { $0.table == .reporting && lexicon.speaks[Int($0.row)] }
  }

  /// Whether a row that takes back the noun after it (`an attempt at`) ends before a token.
  func isAttempt(before token: Int) -> Bool {
    // `survived an attempt and his driver was wounded`: a clause of its own.
    if isArabic, hasConjunction(token) { return false }
    for start in max(0, token - 3)..<max(0, token) {
      for match in text.matches(at: start)
      where match.table == .realis && Int(match.last) == token && lexicon.attempts[Int(match.row)] {
        return true
      }
    }
    return false
  }
}

/// UTF-8 endings that the rules compare with: letters of inflection, no words.
struct StaticBytes: Sendable {
  let value: [UInt8]

  /// Arabic: oblique dual and plural.
  static let obliquePlural = StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x86])
  /// Arabic: the nominative dual, the sound plurals.
  static let dual = StaticBytes(value: [0xD8, 0xA7, 0xD9, 0x86])
  static let plural = StaticBytes(value: [0xD9, 0x88, 0xD9, 0x86])
  static let femininePlural = StaticBytes(value: [0xD8, 0xA7, 0xD8, 0xAA])
  /// Arabic: the plural of verbs.
  static let verbPlural = StaticBytes(value: [0xD9, 0x88, 0xD8, 0xA7])
  /// Arabic: the article.
  static let article = StaticBytes(value: [0xD8, 0xA7, 0xD9, 0x84])
  /// Arabic: alef.
  static let alef = StaticBytes(value: [0xD8, 0xA7])
  /// The letter noon: it ends a Sorani verb in the plural, an Arabic dual or plural without owner.
  static let noon = StaticBytes(value: [0xD9, 0x86])
  /// Arabic pronouns: his, hers, theirs, theirs of two.
  static let his = StaticBytes(value: [0xD9, 0x87])
  static let hers = StaticBytes(value: [0xD9, 0x87, 0xD8, 0xA7])
  static let theirs = StaticBytes(value: [0xD9, 0x87, 0xD9, 0x85])
  static let theirsDual = StaticBytes(value: [0xD9, 0x87, 0xD9, 0x85, 0xD8, 0xA7])
  /// English: the participle.
  static let participle = StaticBytes(value: [0x69, 0x6E, 0x67])
  /// English: the plural of `was`.
  static let were = StaticBytes(value: [0x65, 0x72, 0x65])
  /// Sorani: the plural of nouns, also before an owner.
  static let many = [
    StaticBytes(value: [0xD8, 0xA7, 0xD9, 0x86]),
    StaticBytes(value: [0xD8, 0xA7, 0xD9, 0x86, 0xD9, 0x8A]),
  ]
  /// Sorani: the ezafe.
  static let ezafe = StaticBytes(value: [0xD9, 0x8A])
  /// Sorani: the pronoun `their`.
  static let theirsSorani = StaticBytes(value: [0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86])
  /// Sorani: the light verb with `them` for its object; the definite plural.
  static let didThem = StaticBytes(value: [0xD9, 0x83, 0xD8, 0xB1, 0xD8, 0xAF, 0xD9, 0x86])
  static let theMany = StaticBytes(value: [0xD9, 0x87, 0xD9, 0x83, 0xD8, 0xA7, 0xD9, 0x86])
  /// English: the third person singular.
  static let singular = StaticBytes(value: [0x73])
  /// Sorani: the ending `one`, after a consonant, after a vowel, and both before an attribute.
  static let one = [
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83]),
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x8A]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD9, 0x8A]),
    // The same with `their` or the plural doer of the verb.
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86]),
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86, 0xD9, 0x8A]),
    StaticBytes(
      value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86, 0xD9, 0x8A]),
    // The same before the second half of a preposition (`da`, `ewe`) and before `too`.
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD8, 0xAF, 0xD8, 0xA7]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD8, 0xAF, 0xD8, 0xA7]),
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xAF, 0xD8, 0xA7]),
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x87, 0xD9, 0x88, 0xD9, 0x87]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD9, 0x87, 0xD9, 0x88, 0xD9, 0x87]),
    StaticBytes(value: [0xDB, 0x8E, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xB4]),
    StaticBytes(value: [0xD9, 0x8A, 0xD9, 0x87, 0xD9, 0x83, 0xD9, 0x8A, 0xD8, 0xB4]),
  ]
}

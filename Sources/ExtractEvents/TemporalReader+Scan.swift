import Model

// Questions about single tokens.

extension TemporalScan {
  /// The sense of a match of `time.tsv`, nil for a word of the other language in this script.
  func sense(_ match: LexiconMatch) -> TemporalSense? {
    guard match.table == .time else { return nil }
    let sense = reader.senses[Int(match.row)]
    if sense.language == text.language || sense.language == "en" || text.language == "en" {
      return sense
    }
    switch sense.kind {
    case .month, .hijriMonth: return sense
    default: return nil
    }
  }

  /// The longest reading of one kind at a token.
  func time(_ kind: TemporalSense.Kind, at index: Int) -> (
    match: LexiconMatch, sense: TemporalSense
  )? {
    guard text.begins(.time, at: index) else { return nil }
    for match in text.matches(at: index) where match.table == .time {
      if let sense = sense(match), sense.kind == kind { return (match, sense) }
    }
    return nil
  }

  /// Where the longest reading of `time.tsv` at a token ends; the token itself when there is none.
  func timeEnd(at index: Int) -> Int {
    guard text.begins(.time, at: index) else { return index }
    for match in text.matches(at: index) where sense(match) != nil && !isBeforeDate(match) {
      return Int(match.last)
    }
    return index
  }

  /// Whether `before a year`, `during a month` goes on with the year or the month: then it is no
  /// distance.
  func isBeforeDate(_ match: LexiconMatch) -> Bool {
    let last = Int(match.last)
    guard match.tokens.count > 1, last < text.tokens.count else { return false }
    if yearNumber(at: last) != nil { return time(.yearWord, at: last - 1) != nil }
    guard time(.month, at: last) != nil || time(.hijriMonth, at: last) != nil else { return false }
    return time(.unit, at: last - 1)?.sense.unit == .month
  }

  /// The grammar of the small word at a token.
  func function(at index: Int) -> TemporalFunction {
    guard index >= 0, text.begins(.functionWord, at: index) else { return .other }
    for match in text.matches(at: index)
    where match.table == .functionWord && Int(match.last) == index + 1 {
      let kind = reader.functions[Int(match.row)]
      if kind != .other { return kind }
    }
    return .other
  }

  /// Whether a token is a mark of one ASCII byte.
  func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    guard index < text.tokens.count, text.tokens[index].kind == .punctuation else { return false }
    let key = text.key(index)
    return key.count == 1 && key.first == byte
  }

  /// Whether a token is a hyphen or a dash.
  func isDash(_ index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].kind == .punctuation else { return false }
    let key = text.key(index)
    guard key.count == 3 else { return isMark(index, UInt8(ascii: "-")) }
    return key.elementsEqual([0xE2, 0x80, 0x93]) || key.elementsEqual([0xE2, 0x80, 0x94])
      || key.elementsEqual([0xE2, 0x80, 0x90]) || key.elementsEqual([0xE2, 0x80, 0x91])
      || key.elementsEqual([0xE2, 0x88, 0x92])
  }

  /// Whether a token is a comma of either script.
  func isComma(_ index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].kind == .punctuation else { return false }
    return isMark(index, UInt8(ascii: ",")) || text.key(index).elementsEqual([0xD8, 0x8C])
  }

  /// Whether a word begins with the Arabic article.
  func hasArticle(_ index: Int) -> Bool {
    text.key(index).starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// Whether a token belongs to the same paragraph as another one before it.
  func isSameParagraph(_ index: Int, _ other: Int) -> Bool {
    index < text.tokens.count && text.paragraphOfToken[index] == text.paragraphOfToken[other]
  }

  /// Whether a word has the ending of an adverb: alef, with or without its mark, or only the mark.
  func isAccusative(_ index: Int) -> Bool {
    let key = text.key(index)
    if key.suffix(2).elementsEqual([0xD8, 0xA7]) { return true }
    let start = max(Int(text.tokens[index].start), Int(text.tokens[index].end) - 4)
    let tail = text.source[start..<Int(text.tokens[index].end)]
    return tail.suffix(2).elementsEqual([0xD9, 0x8B]) || tail.prefix(2).elementsEqual([0xD9, 0x8B])
  }

  /// The end of a reading that is no date although it looks like one, nil when there is none.
  func blockEnd(at index: Int) -> Int? {
    guard let (match, _) = time(.block, at: index) else { return nil }
    let last = Int(match.last)
    if timeEnd(at: index) > last { return nil }
    if last == index + 2, isCityToday(at: index) { return nil }
    // The name of a month in the middle of a sentence is no verb.
    if text.tokens[index].capitalized, time(.month, at: index) != nil, index > 0,
      text.sentenceOfToken[index - 1] == text.sentenceOfToken[index]
    {
      return nil
    }
    return last
  }

  /// Whether a city and `today` stand here that are not the outlet of that name: the words say `in`
  /// the city or go on with the day.
  func isCityToday(at index: Int) -> Bool {
    guard
      let name = text.matches(at: index).first(where: {
        $0.table == .name && Int($0.last) == index + 1
      }), time(.rel, at: index + 1) != nil
    else { return false }
    return name.clitics.contains(.withPreposition) || isPlaceWord(before: index)
      || time(.weekday, at: index + 2) != nil
  }

  /// Whether `in` or a word for a kind of place stands before a token.
  private func isPlaceWord(before index: Int) -> Bool {
    guard index > 0 else { return false }
    if function(at: index - 1) == .in { return true }
    return text.matches(at: index - 1).contains { $0.table == .placeTrigger }
  }

  /// Whether the word before is the kind of a place whose name begins here (`14 July Street`); a
  /// word with the article has no name after it.
  func isNamedPlace(at index: Int) -> Bool {
    guard index > 0, text.tokens[index - 1].script == .arabic, !hasArticle(index - 1) else {
      return false
    }
    return text.matches(at: index - 1).contains {
      $0.table == .placeTrigger && !$0.clitics.contains(.article) && Int($0.last) == index
    }
  }

  /// Whether the kind of a place follows its name in Latin letters (`July 14 Bridge`).
  func isPlaceName(before index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].script == .latin,
      text.tokens[index].capitalized
    else { return false }
    return text.matches(at: index).contains { $0.table == .placeTrigger }
  }

  /// Whether a count of people or things begins at a token.
  func isCounted(at index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].kind == .word else { return false }
    return text.matches(at: index).contains {
      $0.table == .person || ($0.table == .number && reader.numbers[Int($0.row)] != nil)
    }
  }
}

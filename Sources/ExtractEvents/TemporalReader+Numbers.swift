import Model

// Numbers as days, years and whole dates.

extension TemporalScan {
  /// The whole number of a token in digits and how many digits it has.
  func digits(at index: Int) -> (value: Int, count: Int)? {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .number else {
      return nil
    }
    var value = 0
    let key = text.key(index)
    guard key.count <= 9 else { return nil }
    for byte in key {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return (value, key.count)
  }

  /// The value of the longest number word at a token.
  func numberWord(at index: Int, ordinal: Bool?) -> (value: Int, end: Int)? {
    guard index < text.tokens.count else { return nil }
    for match in text.matches(at: index) where match.table == .number {
      guard let number = reader.numbers[Int(match.row)] else { continue }
      if let ordinal, number.isOrdinal != ordinal { continue }
      return (number.value, Int(match.last))
    }
    return nil
  }

  /// The number that stands in for `{N}` in a match, 1 when there is none.
  func count(in match: LexiconMatch) -> Int {
    for index in match.tokens {
      if let digits = digits(at: index) { return digits.value }
      if let word = numberWord(at: index, ordinal: false), word.end <= Int(match.last) {
        return word.value
      }
    }
    return 1
  }

  /// A day of a month: `5`, `16th`, `the sixteenth`, `the fifth and twentieth`.
  func dayNumber(at index: Int) -> (value: Int, end: Int)? {
    if let number = digits(at: index) {
      guard number.count <= 2, (1...31).contains(number.value) else { return nil }
      return (number.value, suffixEnd(after: index))
    }
    guard let word = numberWord(at: index, ordinal: true), (1...31).contains(word.value) else {
      return nil
    }
    if word.value < 10, word.end < text.tokens.count,
      let tens = numberWord(at: word.end, ordinal: true), tens.value >= 20, tens.value <= 30,
      text.matches(at: word.end).contains(where: {
        $0.table == .number && $0.clitics.contains(.conjunction)
      })
    {
      return (word.value + tens.value, tens.end)
    }
    return (word.value, word.end)
  }

  /// The end of a number with the letters that are tied to it (`16th`, the Sorani ezafe).
  private func suffixEnd(after index: Int) -> Int {
    let next = index + 1
    guard next < text.tokens.count, text.tokens[next].kind == .word,
      !text.tokens[next].spaceBefore, time(.era, at: next) == nil
    else { return next }
    let length = text.key(next).count
    return text.tokens[next].script == .latin ? (length == 2 ? next + 1 : next) : next + 1
  }

  /// A year from 1900 to 2099 in digits; letters tied to it (`1990s`) make it another word.
  func yearNumber(at index: Int) -> (value: Int, end: Int)? {
    guard let number = digits(at: index), number.count == 4, (1900...2099).contains(number.value)
    else { return nil }
    let next = index + 1
    guard next < text.tokens.count, text.tokens[next].kind == .word,
      !text.tokens[next].spaceBefore
    else { return (number.value, next) }
    if text.tokens[next].script == .latin { return nil }
    if time(.era, at: next) != nil || text.language != "ckb" { return (number.value, next) }
    return (number.value, next + 1)
  }

  /// A year from 1300 to 1500 in digits, which with a Hijri month or `AH` is a Hijri year.
  func hijriYearNumber(at index: Int) -> Int? {
    guard let number = digits(at: index), number.count == 4, (1300...1500).contains(number.value)
    else { return nil }
    return number.value
  }

  /// A date in digits: `16/10/2017`, `2017-10-16`, `16.9.2015`, `16/10` when it may lack the year.
  func numericDate(
    at index: Int, withoutYear: Bool
  ) -> (year: Int?, month: Int, day: Int, end: Int)? {
    guard text.tokens[index].kind == .number, index + 1 < text.tokens.count,
      index == 0 || text.tokens[index].spaceBefore || !isNumberMark(index - 1)
    else { return nil }
    var parts: [(value: Int, count: Int)] = []
    var position = index
    var mark: UInt8?
    while parts.count < 3 {
      guard appendNumbers(of: position, mark, to: &parts) else { return nil }
      position += 1
      guard parts.count < 3, position + 1 < text.tokens.count, isNumberMark(position),
        text.tokens[position + 1].kind == .number, let byte = text.key(position).first
      else { break }
      let isTight =
        !text.tokens[position].spaceBefore && !text.tokens[position + 1].spaceBefore
      if !isTight, byte != UInt8(ascii: "/") { break }
      if let mark, mark != byte { return nil }
      mark = byte
      position += 1
    }
    guard mark != nil else { return nil }
    if parts.count == 3 {
      if let date = date(parts, isSlash: mark == UInt8(ascii: "/")) {
        return (date.year, date.month, date.day, position)
      }
      return nil
    }
    guard parts.count == 2, withoutYear,
      mark == UInt8(ascii: "/") || (mark == UInt8(ascii: "-") && isDayAndMonth(index, position)),
      parts[0].count <= 2,
      parts[1].count <= 2, (1...31).contains(parts[0].value), (1...12).contains(parts[1].value)
    else { return nil }
    return (nil, parts[1].value, parts[0].value, position)
  }

  /// Whether the word for a day, or for a date, stands directly before a number.
  func isBehindDayWord(_ index: Int) -> Bool {
    guard index > 0, let day = time(.unit, at: index - 1) else { return false }
    return day.sense.unit == .day && day.match.tokens.count == 1
  }

  /// Arabic `on the day 11-5`: right behind the word for a day, and no month follows, as it does two days.
  private func isDayAndMonth(_ start: Int, _ end: Int) -> Bool {
    guard text.language == "ar", isBehindDayWord(start) else { return false }
    return end >= text.tokens.count
      || (time(.month, at: end) == nil && function(at: end) != .from)
  }

  /// Appends a number, or both numbers of what the tokenizer took for a decimal fraction.
  private func appendNumbers(
    of index: Int, _ mark: UInt8?, to parts: inout [(value: Int, count: Int)]
  ) -> Bool {
    var value = 0
    var count = 0
    for byte in text.key(index) {
      if byte == UInt8(ascii: ".") {
        guard mark == byte, count > 0 else { return false }
        parts.append((value, count))
        value = 0
        count = 0
      } else {
        guard count < 5 else { return false }
        value = value * 10 + Int(byte &- 48)
        count += 1
      }
    }
    parts.append((value, count))
    return parts.count <= 3
  }

  private func isNumberMark(_ index: Int) -> Bool {
    isMark(index, UInt8(ascii: "/")) || isMark(index, UInt8(ascii: "-"))
      || isMark(index, UInt8(ascii: "."))
  }

  /// Day, month, year; year, month, day; in English also month, day, year.
  private func date(_ parts: [(value: Int, count: Int)], isSlash: Bool) -> CivilDate? {
    if parts[0].count == 4, (1900...2099).contains(parts[0].value) {
      return CivilDate(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    }
    guard parts[2].count == 4, (1900...2099).contains(parts[2].value), parts[0].count <= 2,
      parts[1].count <= 2
    else { return nil }
    let dayFirst = CivilDate(year: parts[2].value, month: parts[1].value, day: parts[0].value)
    let isLatin = text.language == "en"
    let monthFirst = CivilDate(year: parts[2].value, month: parts[0].value, day: parts[1].value)
    guard let dayFirst else { return isLatin ? monthFirst : nil }
    guard let monthFirst, monthFirst != dayFirst else { return dayFirst }
    // Both can be meant: news tells of the latest days before its own.
    let usual = isLatin && isSlash ? monthFirst : dayFirst
    guard let published else { return usual }
    let possible = [dayFirst, monthFirst].filter {
      (0...366).contains(published.dayNumber - $0.dayNumber)
    }
    guard isLatin || !possible.contains(dayFirst) else { return dayFirst }
    return possible.max { $0.dayNumber < $1.dayNumber } ?? usual
  }
}

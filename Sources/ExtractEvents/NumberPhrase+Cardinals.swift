import Gazetteer
import Model

extension NumberPhraseReader {
  /// A single number without bounds.
  struct Cardinal {
    var value: Int
    /// The token after it.
    var end: Int
    var isDigits = false
    var isWeak = false
  }

  /// A number in digits or words, compounds joined.
  func cardinal(at token: Int, before end: Int) -> Cardinal? {
    guard token < end else { return nil }
    var result: Cardinal
    if tokens.text.tokens[token].kind == .number {
      guard let value = digits(token), !isPartOfDate(token) else { return nil }
      result = Cardinal(value: value, end: token + 1, isDigits: true)
    } else if let one = tokens.number(.oneOf, at: token), !one.clitics.contains(.article),
      word(at: token, before: end).map({ $0.last <= one.last }) ?? true
    {
      return Cardinal(value: 1, end: Int(one.last), isWeak: true)
    } else {
      guard let match = word(at: token, before: end), let value = tokens.number(match).value else {
        return nil
      }
      result = Cardinal(
        value: value, end: Int(match.last), isWeak: tokens.number(match).operation == .weak)
    }
    while result.end < end, extend(&result, before: end) {}
    return result
  }

  /// Adds or multiplies by the next word; false when the number ends.
  private func extend(_ number: inout Cardinal, before end: Int) -> Bool {
    let next = number.end
    if let match = word(at: next, before: end), let value = tokens.number(match).value {
      let row = tokens.number(match)
      let isJoined = match.clitics.contains(.conjunction)
      if row.operation == .multiply, !isJoined, number.value < value, value <= 1_000_000 {
        number.value = number.value.multipliedReportingOverflow(by: value).partialValue
        number.end = Int(match.last)
        number.isWeak = false
        return true
      }
      if number.isWeak, isAge(next, before: end) { return false }
      if number.isWeak, !isJoined {
        // `another five`.
        number = Cardinal(value: value, end: Int(match.last))
        return true
      }
      guard !number.isDigits else { return false }
      if isJoined ? adds(value, to: number.value) : row.isEnglish && tens(number.value, value) {
        number.value += value
        number.end = Int(match.last)
        return true
      }
      return false
    }
    if number.isWeak, next < end, tokens.text.tokens[next].kind == .number,
      !isAge(next, before: end),
      let value = digits(next)
    {
      number = Cardinal(value: value, end: next + 1, isDigits: true)
      return true
    }
    guard !number.isDigits, !number.isWeak, tokens.small(at: next) == .and, number.value >= 20,
      let match = word(at: next + 1, before: end), let value = tokens.number(match).value
    else { return false }
    let isTens = tokens.isSorani && tens(number.value, value)
    guard tokens.number(match).operation != .weak,
      isTens || (number.value >= 100 && adds(value, to: number.value))
    else { return false }
    number.value += value
    number.end = Int(match.last)
    return true
  }

  /// `a 14-year-old boy`: the years are no count.
  private func isAge(_ token: Int, before end: Int) -> Bool {
    guard tokens.isEnglish, token + 2 < end, tokens.isMark(token + 1, 0x2D) else { return false }
    return tokens.number(.block, at: token + 2).map { $0.tokens.count > 1 } ?? false
  }

  /// Whether `and value` goes on with a number: five and twenty, a hundred and five.
  private func adds(_ value: Int, to number: Int) -> Bool {
    let low = number % 100
    if (1..<10).contains(low), (20...90).contains(value), value % 10 == 0 { return true }
    if number >= 100, low == 0, value < 100 { return true }
    return number >= 1000 && number % 1000 == 0 && value < 1000
  }

  private func tens(_ number: Int, _ value: Int) -> Bool {
    let low = number % 100
    return (20...90).contains(low) && low % 10 == 0 && (1..<10).contains(value)
  }

  /// The longest number word at a token.
  private func word(at token: Int, before end: Int) -> LexiconMatch? {
    guard token < end else { return nil }
    return tokens.text.matches(at: token).first {
      guard $0.table == .number, Int($0.last) <= end, tokens.isOfLanguage($0) else { return false }
      // Folded, Tuesday ends as a number in the accusative does: with the article it never has that ending.
      if $0.clitics.isSuperset(of: [.article, .accusative]) { return false }
      // Folded, `during` is `two` before another number.
      if tokens.isArabic, tokens.number($0).value == 2, $0.tokens.count == 1,
        tokens.small(at: token) == .preposition
      {
        return false
      }
      let kind = tokens.number($0).kind
      return kind == .cardinal || kind == .dual
    }
  }

  /// The whole number of a digits token, nil when it has a point or is too large for people.
  private func digits(_ token: Int) -> Int? {
    var value = 0
    for byte in tokens.text.key(token) {
      guard (0x30...0x39).contains(byte), value < 1_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Whether digits belong to a date, a time or a designation (16/9, 10:30, F-16).
  private func isPartOfDate(_ token: Int) -> Bool {
    let all = tokens.text.tokens
    func joins(_ mark: Int, _ other: Int) -> Bool {
      guard mark >= 0, other >= 0, other < all.count, all[mark].kind == .punctuation else {
        return false
      }
      let isTimeMark = [0x2F, 0x3A, 0x2E].contains { tokens.isMark(mark, $0) }
      return isTimeMark && all[other].kind == .number && !all[max(token, mark, other)].spaceBefore
    }
    if joins(token + 1, token + 2) || joins(token - 1, token - 2) { return true }
    if tokens.isMark(token - 1, 0x2D), token >= 2, !all[token].spaceBefore {
      return all[token - 2].kind == .word && all[token - 2].script == .latin
        && !all[token - 1].spaceBefore && tokens.number(.cardinal, at: token - 2) == nil
    }
    return false
  }
}

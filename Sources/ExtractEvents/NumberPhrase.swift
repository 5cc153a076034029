import Gazetteer
import Model

/// A number in the words as a range.
struct NumberPhrase: Sendable, Hashable {
  var tokens: Range<Int>
  var minimum: Int?
  /// nil with a minimum: open upwards.
  var maximum: Int?
  /// `at_least`, `more_than`, `about`, `vague` …; nil when exact.
  var qualifier: String?
  /// An article that counts only before a noun (`a soldier`).
  var isWeak = false
  /// Whether it is written in digits.
  var isDigits = false
}

/// Reads numbers with their bounds: digits, words and their compounds, vague words, ranges.
struct NumberPhraseReader {
  let tokens: HarmText

  /// Returns the number phrase that starts at a token and ends before another, nil when none does.
  func read(at start: Int, before end: Int) -> NumberPhrase? {
    // Most words are neither a number nor `between`.
    guard
      tokens.text.tokens[start].kind == .number
        || tokens.text.begins([.number, .functionWord], at: start)
    else { return nil }
    var index = start
    var bound = HarmLexicon.Operation.none
    var isBetween = false
    for _ in 0..<2 {
      if let next = boundEnd(at: index, before: end, &bound) {
        index = next
      } else if !isBetween, let next = betweenEnd(at: index, before: end) {
        index = next
        isBetween = true
      } else {
        break
      }
    }
    guard index < end else { return nil }
    guard var phrase = core(at: index, before: end, isBetween: isBetween) else { return nil }
    phrase.tokens = start..<phrase.tokens.upperBound
    if bound != .none { apply(bound, to: &phrase) }
    if let suffix = suffixBound(at: phrase.tokens.upperBound, before: end) {
      phrase.tokens = start..<suffix.end
      apply(suffix.bound, to: &phrase)
    }
    return phrase
  }

  /// A bound after the number or its noun (`at least`, `or more`), nil when there is none.
  func suffixBound(at token: Int, before end: Int) -> (bound: HarmLexicon.Operation, end: Int)? {
    guard token < end, let match = tokens.number(.bound, at: token), Int(match.last) <= end else {
      return nil
    }
    // Before another number it belongs to that one.
    let next = Int(match.last)
    if next < end, !tokens.hasConjunction(next),
      core(at: next, before: end, isBetween: false) != nil
    {
      return nil
    }
    let operation = tokens.number(match).operation
    switch operation {
    case .atLeast, .about, .atMost: return (operation, Int(match.last))
    default: return nil
    }
  }

  /// Narrows or opens a range by a bound.
  func apply(_ bound: HarmLexicon.Operation, to phrase: inout NumberPhrase) {
    switch bound {
    case .moreThan:
      if phrase.qualifier != "vague" { phrase.minimum = phrase.minimum.map { $0 + 1 } }
      phrase.maximum = nil
      phrase.qualifier = "more_than"
    case .atLeast:
      phrase.maximum = nil
      phrase.qualifier = "at_least"
    case .about:
      phrase.qualifier = "about"
    case .atMost:
      phrase.maximum = phrase.maximum ?? phrase.minimum
      phrase.minimum = 1
      phrase.qualifier = "at_most"
    case .lessThan:
      phrase.maximum = (phrase.maximum ?? phrase.minimum).map { max(1, $0 - 1) }
      phrase.minimum = 1
      phrase.qualifier = "less_than"
    default: break
    }
  }

  private func boundEnd(
    at token: Int, before end: Int, _ bound: inout HarmLexicon.Operation
  ) -> Int? {
    guard token < end, let match = tokens.number(.bound, at: token), Int(match.last) < end else {
      return nil
    }
    var next = Int(match.last)
    if next < end, tokens.small(at: next) == .from { next += 1 }
    guard next < end,
      core(at: next, before: end, isBetween: false) != nil
        || tokens.number(.bound, at: next) != nil || betweenEnd(at: next, before: end) != nil
    else { return nil }
    bound = tokens.number(match).operation
    return next
  }

  private func betweenEnd(at token: Int, before end: Int) -> Int? {
    for match in tokens.text.matches(at: token) where match.table == .number {
      let row = tokens.number(match)
      guard row.kind == .range, row.operation == .between, Int(match.last) < end else { continue }
      if cardinal(at: Int(match.last), before: end) != nil { return Int(match.last) }
    }
    return nil
  }

  /// A vague word, or a number with what makes it a range.
  private func core(at token: Int, before end: Int, isBetween: Bool) -> NumberPhrase? {
    let vague = tokens.number(.vague, at: token).flatMap { Int($0.last) <= end ? $0 : nil }
    let first = cardinal(at: token, before: end)
    if let vague, Int(vague.last) >= first?.end ?? 0 {
      // `a group of four men`.
      if Int(vague.last) < end, let size = cardinal(at: Int(vague.last), before: end), !size.isWeak,
        tokens.small(at: Int(vague.last) - 1) == .from
      {
        return NumberPhrase(
          tokens: token..<size.end, minimum: size.value, maximum: size.value, qualifier: nil,
          isDigits: size.isDigits)
      }
      return NumberPhrase(
        tokens: token..<Int(vague.last), minimum: tokens.number(vague).value ?? 1, maximum: nil,
        qualifier: "vague")
    }
    guard let first else { return nil }
    var phrase = NumberPhrase(
      tokens: token..<first.end, minimum: first.value, maximum: first.value, qualifier: nil,
      isWeak: first.isWeak, isDigits: first.isDigits)
    if let second = rangeEnd(after: first, before: end, isBetween: isBetween) {
      phrase.tokens = token..<second.end
      phrase.minimum = first.value
      phrase.maximum = second.value
      phrase.qualifier = "range"
    }
    return phrase
  }

  /// The second number of a range (`three or four`, `5-7`), larger than the first.
  private func rangeEnd(after first: Cardinal, before end: Int, isBetween: Bool) -> Cardinal? {
    let token = first.end
    guard !first.isWeak, token + (isBetween ? 0 : 1) < end else { return nil }
    var second: Cardinal?
    if let match = tokens.number(.range, at: token) {
      let operation = tokens.number(match).operation
      if operation == .or || operation == .to, Int(match.last) < end {
        let isAnd = tokens.small(at: token) == .and
        if !isAnd || isBetween { second = cardinal(at: Int(match.last), before: end) }
      }
    } else if tokens.isMark(token, 0x2D), !tokens.text.tokens[token].spaceBefore {
      second = cardinal(at: token + 1, before: end)
    } else if isBetween {
      if tokens.small(at: token) == .and {
        second = cardinal(at: token + 1, before: end)
      } else if tokens.hasConjunction(token) {
        second = cardinal(at: token, before: end)
      }
    }
    guard let second, second.value > first.value, !second.isWeak else { return nil }
    return second
  }
}

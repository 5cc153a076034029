import Geometry
import Model

/// Names, literals, calls and parentheses.
extension FilterTextReader {
  mutating func operand() throws(FilterFault) -> FilterExpression {
    let (kind, offset) = (token.kind, token.offset)
    switch kind {
    case .number(let digits):
      index += 1
      return try make(.number(try number(digits, offset)), at: offset)
    case .string(let text):
      index += 1
      return try make(.text(text), at: offset)
    case .quotedName(let name):
      index += 1
      if isSymbol("(") {
        throw FilterFault(
          .unexpected, at: offset,
          "a name in double quotes is a property; a function is called without quotes")
      }
      return try make(.property(name), at: offset)
    case .name(let name):
      return try named(name, at: offset)
    case .symbol("("):
      return words.isList(index) ? try list() : try group()
    default:
      throw expected("a value, a name or a predicate")
    }
  }

  /// Reads one expression in parentheses.
  private mutating func group() throws(FilterFault) -> FilterExpression {
    try enter()
    try expect("(")
    let result = try disjunction()
    try expect(")")
    nesting -= 1
    return result
  }

  /// Reads an array.
  private mutating func list() throws(FilterFault) -> FilterExpression {
    let offset = token.offset
    return try make(.list(try elements()), at: offset)
  }

  /// Reads what stands in parentheses, comma by comma.
  private mutating func elements() throws(FilterFault) -> [FilterExpression] {
    try enter()
    try expect("(")
    var parts: [FilterExpression] = []
    if !isSymbol(")") {
      repeat { parts.append(try element()) } while take(",")
    }
    guard take(")") else { throw expected("“,” or “)”") }
    nesting -= 1
    return parts
  }

  /// Reads an element of an array or an argument of a call.
  ///
  /// Parentheses around all of it make an array, also of one: `((1), 2)` is [[1], 2].
  private mutating func element() throws(FilterFault) -> FilterExpression {
    if isSymbol("("), let close = words.closing[index], close + 1 < words.tokens.count,
      [.symbol(","), .symbol(")")].contains(words.tokens[close + 1].kind)
    {
      return try list()
    }
    return try disjunction()
  }

  private mutating func named(
    _ name: String, at offset: Int
  ) throws(FilterFault) -> FilterExpression {
    let word = name.lowercasedASCII
    switch word {
    case "true", "false":
      index += 1
      return try make(.boolean(word == "true"), at: offset)
    case "null":
      throw FilterFault(
        .reservedWord, at: offset, "NULL is no value to compare with: write IS NULL")
    case _ where FilterWords.reserved.contains(word):
      throw FilterFault(
        .reservedWord, at: offset,
        "“\(name)” is a word of the language; a property of this name stands in double quotes")
    default: break
    }
    if let literal = try geometry(word, at: offset) {
      return try make(.geometry(literal), at: offset)
    }
    index += 1
    guard isSymbol("(") else { return try make(.property(name), at: offset) }
    return try make(try opened(name, word), at: offset)
  }

  /// Reads what begins with a name and a parenthesis.
  private mutating func opened(_ name: String, _ word: String) throws(FilterFault) -> FilterNode {
    if let predicate = FilterWords.spatial[word] {
      let (left, right) = try pair(ofArrays: false)
      return .spatial(predicate, left, right)
    }
    if let relation = FilterWords.temporal[word] {
      let (left, right) = try pair(ofArrays: false)
      return .temporal(relation, left, right)
    }
    if let relation = FilterWords.array[word] {
      let (left, right) = try pair(ofArrays: true)
      return .array(relation, left, right)
    }
    switch word {
    case "casei": return .caseInsensitive(try group())
    case "accenti": return .accentInsensitive(try group())
    case "date", "timestamp":
      try expect("(")
      let node = try instant(isDate: word == "date", isTimestamp: word == "timestamp")
      try expect(")")
      return node
    case "interval": return try interval()
    case "bbox": return .geometry(.box(try box()))
    default: return .call(name, try elements())
    }
  }

  private mutating func pair(
    ofArrays: Bool
  ) throws(FilterFault) -> (FilterExpression, FilterExpression) {
    try enter()
    try expect("(")
    let left = ofArrays ? try element() : try disjunction()
    try expect(",")
    let right = ofArrays ? try element() : try disjunction()
    try expect(")")
    nesting -= 1
    return (left, right)
  }

  // MARK: Times

  private mutating func instant(
    isDate: Bool, isTimestamp: Bool
  ) throws(FilterFault) -> FilterNode {
    guard case .string(let text) = token.kind else {
      throw expected(isDate ? "a day as 'YYYY-MM-DD'" : "an instant as 'YYYY-MM-DDThh:mm:ssZ'")
    }
    let node = try InstantRules.read(
      text, takesDate: isDate, takesTimestamp: isTimestamp, at: token.offset)
    index += 1
    return node
  }

  private mutating func interval() throws(FilterFault) -> FilterNode {
    try enter()
    try expect("(")
    let start = try intervalEnd()
    try expect(",")
    let end = try intervalEnd()
    try expect(")")
    nesting -= 1
    try InstantRules.check(start, end)
    return .interval(start, end)
  }

  private mutating func intervalEnd() throws(FilterFault) -> FilterExpression? {
    let offset = token.offset
    switch token.kind {
    case .string(".."):
      index += 1
      return nil
    case .string(let text):
      let node = try InstantRules.read(text, takesDate: true, takesTimestamp: true, at: offset)
      index += 1
      return try make(node, at: offset)
    case .name, .quotedName:
      let end = try operand()
      switch end.node {
      case .property, .call: return end
      default:
        throw FilterFault(
          .unexpected, at: offset,
          "an end of an interval is a quoted date, a quoted timestamp, '..', a property or a call")
      }
    default:
      throw expected("a quoted date or timestamp, '..' or a property")
    }
  }
}

import Geometry
import Model

/// Reads a filter in the text encoding by recursive descent, without going back.
///
/// Whether a parenthesis groups or lists is known from the words before it is entered
/// (`FilterTokens.isList`). What may stand where is checked afterwards by `FilterChecker`, for both
/// encodings together.
struct FilterTextReader {
  let words: FilterTokens
  var index = 0
  var nesting = 0

  /// Returns the tree of a filter.
  static func read(_ scalars: [Unicode.Scalar]) throws(FilterFault) -> FilterExpression {
    var reader = FilterTextReader(words: try FilterLexer.tokens(scalars))
    let result = try reader.disjunction()
    guard reader.token.kind == .end else {
      throw reader.expected("an operator, AND, OR or the end")
    }
    return result
  }

  // MARK: Words

  var token: FilterToken { words.tokens[index] }

  func peek(_ distance: Int) -> FilterToken.Kind {
    let next = index + distance
    return next < words.tokens.count ? words.tokens[next].kind : .end
  }

  func expected(_ what: String) -> FilterFault {
    FilterFault(.unexpected, at: token.offset, "\(what) is expected, found \(token.name)")
  }

  func isSymbol(_ text: String, _ distance: Int = 0) -> Bool { peek(distance) == .symbol(text) }

  /// Whether a word stands there, in lower case; keywords are known in any case.
  func isWord(_ text: String, _ distance: Int = 0) -> Bool {
    guard case .name(let name) = peek(distance) else { return false }
    return name.lowercasedASCII == text
  }

  mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(FilterFault) {
    guard take(symbol) else { throw expected("“\(symbol)”") }
  }

  mutating func takeWord(_ text: String) -> Bool {
    guard isWord(text) else { return false }
    index += 1
    return true
  }

  mutating func enter() throws(FilterFault) {
    nesting += 1
    if nesting > FilterLimits.nesting { throw tooDeep(token.offset) }
  }

  func tooDeep(_ offset: Int) -> FilterFault {
    FilterFault(
      .tooDeep, at: offset,
      "nested more than \(FilterLimits.depth) deep; lists of alternatives are written with IN")
  }

  func make(_ node: FilterNode, at offset: Int) throws(FilterFault) -> FilterExpression {
    let result = FilterExpression(node, at: offset)
    if result.depth > FilterLimits.depth { throw tooDeep(offset) }
    return result
  }

  // MARK: Connections

  mutating func disjunction() throws(FilterFault) -> FilterExpression {
    let first = try conjunction()
    guard isWord("or") else { return first }
    var parts = [first]
    while takeWord("or") { parts.append(try conjunction()) }
    return try make(.or(parts), at: first.offset)
  }

  private mutating func conjunction() throws(FilterFault) -> FilterExpression {
    let first = try negation()
    guard isWord("and") else { return first }
    var parts = [first]
    while takeWord("and") { parts.append(try negation()) }
    return try make(.and(parts), at: first.offset)
  }

  private mutating func negation() throws(FilterFault) -> FilterExpression {
    let offset = token.offset
    guard takeWord("not") else { return try predicate() }
    try enter()
    let operand = try negation()
    nesting -= 1
    return try make(.not(operand), at: offset)
  }

  // MARK: Predicates

  private mutating func predicate() throws(FilterFault) -> FilterExpression {
    let left = try sum()
    if case .symbol(let text) = token.kind, let comparison = ComparisonOperator(rawValue: text) {
      index += 1
      return try make(.compare(comparison, left, try sum()), at: left.offset)
    }
    let isNegated = isWord("not")
    let distance = isNegated ? 1 : 0
    let node: FilterNode
    if isWord("like", distance) {
      index += distance + 1
      node = .like(left, pattern: try sum())
    } else if isWord("between", distance) {
      index += distance + 1
      let low = try sum()
      guard takeWord("and") else { throw expected("AND, as in BETWEEN 1 AND 2,") }
      node = .between(left, low: low, high: try sum())
    } else if isWord("in", distance) {
      index += distance + 1
      node = .isIn(left, try alternatives())
    } else if isNegated {
      index += 1
      throw expected("LIKE, BETWEEN or IN")
    } else if takeWord("is") {
      let isNegated = takeWord("not")
      guard takeWord("null") else { throw expected("NULL") }
      let test = try make(.isNull(left), at: left.offset)
      return isNegated ? try make(.not(test), at: left.offset) : test
    } else {
      return left
    }
    let plain = try make(node, at: left.offset)
    return isNegated ? try make(.not(plain), at: left.offset) : plain
  }

  private mutating func alternatives() throws(FilterFault) -> [FilterExpression] {
    try expect("(")
    var list: [FilterExpression] = []
    repeat { list.append(try sum()) } while take(",")
    try expect(")")
    return list
  }

  // MARK: Arithmetic

  private mutating func sum() throws(FilterFault) -> FilterExpression {
    var left = try product()
    while isSymbol("+") || isSymbol("-") {
      let operation: ArithmeticOperator = isSymbol("+") ? .add : .subtract
      index += 1
      left = try make(.arithmetic(operation, left, try product()), at: left.offset)
    }
    return left
  }

  private mutating func product() throws(FilterFault) -> FilterExpression {
    var left = try power()
    while true {
      let operation: ArithmeticOperator
      if isSymbol("*") {
        operation = .multiply
      } else if isSymbol("/") {
        operation = .divide
      } else if isSymbol("%") {
        operation = .remainder
      } else if isWord("div") {
        operation = .wholeDivide
      } else {
        return left
      }
      index += 1
      left = try make(.arithmetic(operation, left, try power()), at: left.offset)
    }
  }

  private mutating func power() throws(FilterFault) -> FilterExpression {
    let base = try factor()
    guard take("^") else { return base }
    let result = try make(.arithmetic(.power, base, try factor()), at: base.offset)
    if isSymbol("^") {
      throw FilterFault(
        .unexpected, at: token.offset, "a power of a power needs parentheses: (a ^ b) ^ c")
    }
    return result
  }

  private mutating func factor() throws(FilterFault) -> FilterExpression {
    let offset = token.offset
    guard isSymbol("-") || isSymbol("+") else { return try operand() }
    let isNegative = isSymbol("-")
    index += 1
    if case .number(let digits) = token.kind {
      index += 1
      return try make(.number(try number((isNegative ? "-" : "") + digits, offset)), at: offset)
    }
    guard isNegative else { throw expected("a number after “+”") }
    // The JSON encoding has no negation: -a is -1 * a.
    let one = FilterExpression(.number(.integer(-1)), at: offset)
    return try make(.arithmetic(.multiply, one, try operand()), at: offset)
  }

  func number(_ text: String, _ offset: Int) throws(FilterFault) -> FilterNumber {
    if let whole = Int(text) { return .integer(whole) }
    guard let value = Double(text), value.isFinite else {
      throw FilterFault(.badNumber, at: offset, "a number that is too large")
    }
    return .real(value)
  }
}

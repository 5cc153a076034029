import Geometry

/// Writes a filter in the text encoding, in one way: reading it again gives the same tree.
enum FilterTextWriter {
  /// Returns the text of a filter.
  ///
  /// Linear in its size.
  static func text(_ expression: FilterExpression) -> String {
    var text = ""
    write(expression, to: &text)
    return text
  }

  private static func write(_ expression: FilterExpression, to text: inout String) {
    switch expression.node {
    case .and(let parts): join(parts, " AND ", &text) { $0.isConnection }
    case .or(let parts):
      join(parts, " OR ", &text) { if case .or = $0 { true } else { false } }
    case .not(let operand): negation(operand, &text)
    case .compare, .like, .between, .isIn, .isNull:
      predicate(expression.node, isNegated: false, &text)
    case .spatial(let predicate, let left, let right):
      call(predicate.filterName.uppercased(), [left, right], &text)
    case .temporal(let relation, let left, let right):
      call(relation.rawValue.uppercased(), [left, right], &text)
    case .array(let relation, let left, let right):
      call(relation.rawValue.uppercased(), [left, right], &text)
    case .arithmetic(let operation, let left, let right):
      operand(left, of: operation, isRight: false, &text)
      text += " \(operation.rawValue) "
      operand(right, of: operation, isRight: true, &text)
    case .caseInsensitive(let operand): call("CASEI", [operand], &text)
    case .accentInsensitive(let operand): call("ACCENTI", [operand], &text)
    case .call(let name, let parts): call(name, parts, &text)
    case .property(let name): text += FilterLiterals.name(name)
    case .list(let parts): call("", parts, &text)
    case .text(let value): text += FilterLiterals.string(value)
    case .number(let number): text += FilterLiterals.number(number)
    case .boolean(let flag): text += flag ? "TRUE" : "FALSE"
    case .date(let day): text += "DATE('\(day)')"
    case .timestamp(let instant): text += "TIMESTAMP('\(instant)')"
    case .interval(let start, let end):
      text += "INTERVAL("
      intervalEnd(start, &text)
      text += ", "
      intervalEnd(end, &text)
      text += ")"
    case .geometry(let literal): GeometryTextWriter.write(literal, to: &text)
    }
  }

  private static func join(
    _ parts: [FilterExpression], _ word: String, _ text: inout String,
    needsParentheses: (FilterNode) -> Bool
  ) {
    for (index, part) in parts.enumerated() {
      if index > 0 { text += word }
      grouped(part, needsParentheses(part.node), &text)
    }
  }

  private static func grouped(
    _ expression: FilterExpression, _ isGrouped: Bool, _ text: inout String
  ) {
    if isGrouped { text += "(" }
    write(expression, to: &text)
    if isGrouped { text += ")" }
  }

  private static func negation(_ operand: FilterExpression, _ text: inout String) {
    switch operand.node {
    case .like, .between, .isIn, .isNull: predicate(operand.node, isNegated: true, &text)
    case .and, .or, .not:
      text += "NOT "
      grouped(operand, true, &text)
    default:
      text += "NOT "
      write(operand, to: &text)
    }
  }

  private static func predicate(_ node: FilterNode, isNegated: Bool, _ text: inout String) {
    let not = isNegated ? "NOT " : ""
    switch node {
    case .compare(let comparison, let left, let right):
      write(left, to: &text)
      text += " \(comparison.rawValue) "
      write(right, to: &text)
    case .like(let value, let pattern):
      write(value, to: &text)
      text += " \(not)LIKE "
      write(pattern, to: &text)
    case .between(let value, let low, let high):
      write(value, to: &text)
      text += " \(not)BETWEEN "
      write(low, to: &text)
      text += " AND "
      write(high, to: &text)
    case .isIn(let value, let list):
      write(value, to: &text)
      text += " \(not)IN "
      call("", list, &text)
    case .isNull(let value):
      grouped(value, value.node.needsGroupBeforeIs, &text)
      text += " IS \(not)NULL"
    default: break
    }
  }

  private static func call(_ name: String, _ parts: [FilterExpression], _ text: inout String) {
    text += name + "("
    for (index, part) in parts.enumerated() {
      if index > 0 { text += ", " }
      write(part, to: &text)
    }
    text += ")"
  }

  private static func operand(
    _ expression: FilterExpression, of operation: ArithmeticOperator, isRight: Bool,
    _ text: inout String
  ) {
    guard case .arithmetic(let inner, _, _) = expression.node else {
      write(expression, to: &text)
      return
    }
    let isWeaker = inner.precedence < operation.precedence
    let isEqual = inner.precedence == operation.precedence
    grouped(expression, isWeaker || isEqual && (isRight || operation == .power), &text)
  }

  private static func intervalEnd(_ end: FilterExpression?, _ text: inout String) {
    switch end?.node {
    case nil: text += "'..'"
    case .date(let day): text += "'\(day)'"
    case .timestamp(let instant): text += "'\(instant)'"
    default: if let end { write(end, to: &text) }
    }
  }
}

extension FilterNode {
  /// Whether it joins conditions by AND or OR.
  fileprivate var isConnection: Bool {
    switch self {
    case .and, .or: true
    default: false
    }
  }

  /// Whether IS NULL right after it would be read as a part of it, or not at all.
  fileprivate var needsGroupBeforeIs: Bool {
    switch self {
    case .and, .or, .not, .compare, .like, .between, .isIn, .isNull: true
    default: false
    }
  }
}

import Model

/// Writes conditions of a checked filter as SQL where SQLite gives exactly the evaluator's answer:
/// true, false and NULL for unknown.
///
/// Everything else is nil, never nearly right.
struct SQLLowering {
  let columns: [String: SQLColumn]

  /// A value with its type.
  struct Operand {
    var type: FilterType
    var fragment: SQLFragment
  }

  /// Returns the condition as SQL, or nil.
  func condition(_ expression: FilterExpression) -> SQLFragment? {
    switch expression.node {
    case .and(let parts): return chain(parts, "AND")
    case .or(let parts): return chain(parts, "OR")
    case .not(let operand):
      return condition(operand).flatMap { .join([$0], separator: "", opening: "(NOT ") }
    case .compare(let comparison, let left, let right):
      guard let first = operand(left), let second = operand(right), first.type == second.type
      else { return nil }
      return .binary(first.fragment, comparison.rawValue, second.fragment)
    case .like(let value, let pattern): return like(value, pattern)
    case .between(let value, let low, let high):
      guard let value = number(value), let low = number(low), let high = number(high) else {
        return nil
      }
      return SQLFragment.join([low, high], separator: " AND ", opening: "", closing: "")
        .flatMap { .binary(value, "BETWEEN", $0) }
    case .isIn(let value, let list): return membership(value, list)
    case .isNull(let operand):
      let inner = operand.node.isPredicate ? condition(operand) : self.operand(operand)?.fragment
      return inner.flatMap { .join([$0], separator: "", closing: " IS NULL)") }
    case .temporal(let relation, let left, let right):
      return SQLTimes(lowering: self).condition(relation, left, right)
    case .boolean(let flag): return SQLFragment(text: flag ? "1" : "0")
    default: return nil
    }
  }

  private func chain(_ parts: [FilterExpression], _ word: String) -> SQLFragment? {
    var fragments: [SQLFragment] = []
    for part in parts {
      guard let fragment = condition(part) else { return nil }
      fragments.append(fragment)
    }
    return .chain(fragments, word)
  }

  private func membership(_ value: FilterExpression, _ list: [FilterExpression]) -> SQLFragment? {
    guard let value = operand(value) else { return nil }
    var members: [SQLFragment] = []
    for member in list {
      guard let member = operand(member), member.type == value.type else { return nil }
      members.append(member.fragment)
    }
    return SQLFragment.join(members, separator: ", ").flatMap {
      .binary(value.fragment, "IN", $0)
    }
  }

  // MARK: Values

  func operand(_ expression: FilterExpression) -> Operand? {
    switch expression.node {
    case .property(let name):
      guard let column = columns[name], let quoted = column.quoted else { return nil }
      return Operand(type: column.type, fragment: SQLFragment(text: quoted))
    case .text(let text):
      return Self.bound(text).map { Operand(type: .text, fragment: $0) }
    case .number(.integer(let value)): return Self.bound(.integer(value), .number)
    case .number(.real(let value)): return Self.bound(.real(value), .number)
    case .boolean(let flag): return Self.bound(.integer(flag ? 1 : 0), .boolean)
    case .date(let day): return Self.bound(.text(day.description), .date)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right)
    default: return nil
    }
  }

  private static func bound(_ value: SQLBinding, _ type: FilterType) -> Operand {
    Operand(type: type, fragment: SQLFragment(text: "?", bindings: [value]))
  }

  /// A text as a value; one with U+0000 is not lowered, for C strings end there.
  private static func bound(_ text: String) -> SQLFragment? {
    text.unicodeScalars.contains("\0")
      ? nil : SQLFragment(text: "?", bindings: [.text(text)])
  }

  private func number(_ expression: FilterExpression) -> SQLFragment? {
    guard let operand = operand(expression), operand.type == .number else { return nil }
    return operand.fragment
  }

  /// Arithmetic is done in doubles, as the evaluator does it; remainders, whole quotients and powers
  /// are others in SQLite.
  private func arithmetic(
    _ operation: ArithmeticOperator, _ left: FilterExpression, _ right: FilterExpression
  ) -> Operand? {
    switch operation {
    case .add, .subtract, .multiply, .divide: break
    case .remainder, .wholeDivide, .power: return nil
    }
    guard let left = number(left).flatMap(Self.real), let right = number(right).flatMap(Self.real)
    else { return nil }
    return SQLFragment.binary(left, operation.rawValue, right).map {
      Operand(type: .number, fragment: $0)
    }
  }

  private static func real(_ fragment: SQLFragment) -> SQLFragment? {
    .join([fragment], separator: "", opening: "CAST(", closing: " AS REAL)")
  }

  // MARK: Patterns

  /// LIKE as GLOB, which keeps letters apart by case and has no escapes but classes.
  private func like(_ value: FilterExpression, _ pattern: FilterExpression) -> SQLFragment? {
    guard let value = operand(value), value.type == .text, case .text(let text) = pattern.node,
      let glob = Self.bound(Self.glob(LikePattern(text))), text.utf8.count <= 10_000
    else { return nil }
    return .binary(value.fragment, "GLOB", glob)
  }

  private static func glob(_ pattern: LikePattern) -> String {
    var result = ""
    for part in pattern.parts {
      switch part {
      case .run: result += "*"
      case .one: result += "?"
      case .scalar("*"): result += "[*]"
      case .scalar("?"): result += "[?]"
      case .scalar("["): result += "[[]"
      case .scalar(let scalar): result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Checks what may stand where in a filter: the grammar's rules for both encodings, and types.
///
/// Linear in the size of the filter (names near to an unknown one are looked for once).
struct FilterChecker {
  let schema: FilterSchema
  /// Nil takes any function.
  let functions: FilterFunctions?

  /// Checks that an expression is a condition.
  func condition(_ expression: FilterExpression) throws(FilterFault) {
    switch expression.node {
    case .and(let parts), .or(let parts):
      for part in parts { try condition(part) }
    case .not(let operand): try condition(operand)
    case .compare(_, let left, let right): try comparison(left, right)
    case .like(let value, let pattern):
      try need(.text, value, "LIKE")
      try self.pattern(pattern)
    case .between(let value, let low, let high):
      for operand in [value, low, high] { try need(.number, operand, "BETWEEN") }
    case .isIn(let value, let list): try membership(value, list)
    case .isNull(let operand):
      if case .list = operand.node {
        throw FilterFault(
          .wrongType, at: operand.offset, "an array that is written out is never null")
      }
      _ = try anyType(operand)
    case .spatial(let predicate, let left, let right):
      for operand in [left, right] {
        try need(.geometry, operand, predicate.filterName.uppercased())
      }
    case .temporal(let relation, let left, let right):
      for operand in [left, right] { try time(operand, relation) }
    case .array(let relation, let left, let right):
      for operand in [left, right] { try need(.array, operand, relation.rawValue.uppercased()) }
    case .boolean: break
    case .call:
      let type = try type(expression)
      guard type.fits(.boolean) else { throw notACondition(expression, type.name) }
    case .property(let name):
      throw FilterFault(
        .notACondition, at: expression.offset,
        "a property alone is no condition; write \(FilterLiterals.name(name)) = TRUE")
    default: throw notACondition(expression, try type(expression).name)
    }
  }

  private func notACondition(_ expression: FilterExpression, _ found: String) -> FilterFault {
    FilterFault(
      .notACondition, at: expression.offset,
      "a condition that is true or false is expected, found \(found)")
  }

  // MARK: Types

  /// The type of a value; a predicate is none, except where any operand is taken (`anyType`).
  private func type(_ expression: FilterExpression) throws(FilterFault) -> FilterType {
    switch expression.node {
    case .property(let name): return try property(name, at: expression.offset)
    case .call(let name, let parts): return try call(name, parts, at: expression.offset)
    case .arithmetic(let operation, let left, let right):
      for operand in [left, right] { try need(.number, operand, operation.rawValue) }
      return .number
    case .caseInsensitive(let operand):
      try need(.text, operand, "CASEI")
      return .text
    case .accentInsensitive(let operand):
      try need(.text, operand, "ACCENTI")
      return .text
    case .list(let parts):
      for part in parts { _ = try anyType(part) }
      return .array
    case .interval(let start, let end):
      for end in [start, end] { if let end { try intervalEnd(end) } }
      return .interval
    case .text: return .text
    case .number: return .number
    case .boolean: return .boolean
    case .date: return .date
    case .timestamp: return .timestamp
    case .geometry: return .geometry
    case .and, .or, .not, .compare, .like, .between, .isIn, .isNull, .spatial, .temporal, .array:
      throw FilterFault(
        .wrongType, at: expression.offset,
        "a value is expected, found a condition; conditions are joined by AND and OR")
    }
  }

  /// The type of an operand that may also be a condition.
  private func anyType(_ expression: FilterExpression) throws(FilterFault) -> FilterType {
    guard expression.node.isPredicate else { return try type(expression) }
    try condition(expression)
    return .boolean
  }

  private func need(
    _ needed: FilterType, _ expression: FilterExpression, _ owner: String
  ) throws(FilterFault) {
    let found = try type(expression)
    guard found.fits(needed) else {
      var detail = "\(owner) takes \(needed.name), found \(found.name)"
      if owner == "BETWEEN" { detail += "; other types are compared by >= and <=" }
      throw FilterFault(.wrongType, at: expression.offset, detail)
    }
  }

  private func comparison(
    _ left: FilterExpression, _ right: FilterExpression
  ) throws(FilterFault) {
    let first = try scalar(left)
    let second = try scalar(right)
    guard first.fits(second) else { throw unequal(first, second, at: right.offset) }
  }

  private func unequal(
    _ first: FilterType, _ second: FilterType, at offset: Int
  ) -> FilterFault {
    var detail = "\(second.name) cannot be compared with \(first.name)"
    let pair: Set<FilterType> = [first, second]
    if pair == [.date, .timestamp] {
      detail += "; a day and an instant are compared by T_BEFORE, T_AFTER or T_INTERSECTS"
    } else if pair == [.date, .text] {
      detail += "; a day is written DATE('YYYY-MM-DD')"
    } else if pair == [.timestamp, .text] {
      detail += "; an instant is written TIMESTAMP('YYYY-MM-DDThh:mm:ssZ')"
    }
    return FilterFault(.wrongType, at: offset, detail)
  }

  private func scalar(_ expression: FilterExpression) throws(FilterFault) -> FilterType {
    let type = try type(expression)
    switch type {
    case .interval, .geometry, .array:
      let family =
        switch type {
        case .interval: "T_"
        case .geometry: "S_"
        default: "A_"
        }
      throw FilterFault(
        .wrongType, at: expression.offset,
        "\(type.name) is compared by the predicates \(family)…, not by operators")
    default: return type
    }
  }

  private func membership(
    _ value: FilterExpression, _ list: [FilterExpression]
  ) throws(FilterFault) {
    var known = try scalar(value)
    for member in list {
      let type = try scalar(member)
      guard type.fits(known) else { throw unequal(known, type, at: member.offset) }
      if known == .any { known = type }
    }
  }

  private func pattern(_ expression: FilterExpression) throws(FilterFault) {
    switch expression.node {
    case .text: return
    case .caseInsensitive(let inner), .accentInsensitive(let inner): try pattern(inner)
    default:
      throw FilterFault(
        .wrongType, at: expression.offset,
        "the pattern of LIKE is a string, or CASEI or ACCENTI of one")
    }
  }

  // MARK: Times

  private func time(
    _ expression: FilterExpression, _ relation: TemporalRelation
  ) throws(FilterFault) {
    let type = try type(expression)
    let name = relation.rawValue.uppercased()
    switch type {
    case .interval, .any: return
    case .date, .timestamp:
      guard relation.takesInstants else {
        throw FilterFault(
          .instantForInterval, at: expression.offset,
          "\(name) takes intervals, found \(type.name); an interval is written INTERVAL(from, to)")
      }
    default:
      throw FilterFault(
        .wrongType, at: expression.offset, "\(name) takes times, found \(type.name)")
    }
  }

  private func intervalEnd(_ expression: FilterExpression) throws(FilterFault) {
    let type = try type(expression)
    guard type.fits(.date) || type.fits(.timestamp) else {
      throw FilterFault(
        .wrongType, at: expression.offset,
        "an end of an interval is a date or a timestamp, found \(type.name)")
    }
  }

  // MARK: Names

  private func property(_ name: String, at offset: Int) throws(FilterFault) -> FilterType {
    guard let types = schema.types else { return .any }
    if let type = types[name] { return type }
    let known = types.keys.sorted()
    let near = known.first { $0.lowercasedASCII == name.lowercasedASCII }
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    let hint =
      if let near {
        "is it “\(near)”?"
      } else if known.isEmpty {
        "there are none"
      } else {
        "known are \(list)"
      }
    throw FilterFault(
      .unknownProperty, at: offset, "there is no property “\(name)”; \(hint)")
  }

  private func call(
    _ name: String, _ parts: [FilterExpression], at offset: Int
  ) throws(FilterFault) -> FilterType {
    guard let functions else {
      for part in parts { _ = try anyType(part) }
      return .any
    }
    guard let function = functions[name] else {
      throw FilterFault(
        .unknownFunction, at: offset,
        "there is no function “\(name)”; known are \(functions.names.joined(separator: ", "))")
    }
    guard function.takes(parts.count) else {
      throw FilterFault(
        .wrongCall, at: offset,
        "\(function.signature) is called with \(parts.count) argument\(parts.count == 1 ? "" : "s")"
      )
    }
    for (index, part) in parts.enumerated() {
      let type = try anyType(part)
      guard function.parameter(index).contains(where: type.fits) else {
        throw FilterFault(
          .wrongCall, at: part.offset,
          "\(function.signature) does not take \(type.name) as argument \(index + 1)")
      }
    }
    return function.result
  }
}

import Geometry

/// Reads a filter in the JSON encoding.
///
/// What may stand where is checked afterwards by `FilterChecker`, for both encodings together.
struct FilterJSONReader {
  /// Returns the tree of a filter.
  static func read(_ json: PlacedJSON) throws(FilterFault) -> FilterExpression {
    try expression(json)
  }

  private static func make(
    _ node: FilterNode, at offset: Int
  ) throws(FilterFault) -> FilterExpression {
    let result = FilterExpression(node, at: offset)
    if result.depth > FilterLimits.depth {
      throw FilterFault(
        .tooDeep, at: offset, "expressions nested more than \(FilterLimits.depth) deep")
    }
    return result
  }

  private static func expression(
    _ json: PlacedJSON
  ) throws(FilterFault) -> FilterExpression {
    switch json.value {
    case .string(let text): return try make(.text(text), at: json.offset)
    case .number(let number): return try make(.number(number), at: json.offset)
    case .boolean(let flag): return try make(.boolean(flag), at: json.offset)
    case .array(let parts):
      return try make(.list(try expressions(parts)), at: json.offset)
    case .null:
      throw FilterFault(
        .notAnExpression, at: json.offset, "null is no value to compare with: use isNull")
    case .object: return try make(try object(json), at: json.offset)
    }
  }

  private static func expressions(
    _ parts: [PlacedJSON]
  ) throws(FilterFault) -> [FilterExpression] {
    var result: [FilterExpression] = []
    for part in parts { result.append(try expression(part)) }
    return result
  }

  private static func object(
    _ json: PlacedJSON
  ) throws(FilterFault) -> FilterNode {
    if let name = try json.member("op") { return try operation(json, name) }
    if let name = try json.member("property") {
      let text = try string(name, "the name of a property")
      guard !text.isEmpty else {
        throw FilterFault(.notAnExpression, at: name.offset, "the name of a property is empty")
      }
      return .property(text)
    }
    if let day = try json.member("date") {
      return try InstantRules.read(
        try string(day, "a day"), takesDate: true, takesTimestamp: false, at: day.offset)
    }
    if let instant = try json.member("timestamp") {
      return try InstantRules.read(
        try string(instant, "an instant"), takesDate: false, takesTimestamp: true,
        at: instant.offset)
    }
    if let ends = try json.member("interval") { return try interval(ends) }
    if let kind = try json.member("type") {
      return .geometry(try GeometryJSONReader.read(json, kind))
    }
    if let box = try json.member("bbox") {
      return .geometry(.box(try GeometryJSONReader.box(box)))
    }
    throw FilterFault(
      .notAnExpression, at: json.offset,
      "an object with “op”, “property”, “date”, “timestamp”, “interval”, “bbox” or a GeoJSON “type”"
        + " is expected")
  }

  static func string(_ json: PlacedJSON, _ what: String) throws(FilterFault) -> String {
    guard case .string(let text) = json.value else {
      throw FilterFault(
        .notAnExpression, at: json.offset, "\(what) is a string, found \(json.name)")
    }
    return text
  }

  private static func interval(
    _ json: PlacedJSON
  ) throws(FilterFault) -> FilterNode {
    guard case .array(let ends) = json.value, ends.count == 2 else {
      throw FilterFault(.wrongArguments, at: json.offset, "an interval is an array of two ends")
    }
    let start = try intervalEnd(ends[0])
    let end = try intervalEnd(ends[1])
    try InstantRules.check(start, end)
    return .interval(start, end)
  }

  private static func intervalEnd(
    _ json: PlacedJSON
  ) throws(FilterFault) -> FilterExpression? {
    if case .string(let text) = json.value {
      if text == ".." { return nil }
      return try make(
        try InstantRules.read(text, takesDate: true, takesTimestamp: true, at: json.offset),
        at: json.offset)
    }
    let end = try expression(json)
    switch end.node {
    case .property, .call: return end
    default:
      throw FilterFault(
        .notAnExpression, at: json.offset,
        "an end of an interval is a date or timestamp as a string, “..”, a property or a function")
    }
  }

  // MARK: Operators

  private static func operation(
    _ json: PlacedJSON, _ nameJSON: PlacedJSON
  ) throws(FilterFault) -> FilterNode {
    let name = try string(nameJSON, "“op”")
    guard let argumentsJSON = try json.member("args") else {
      throw FilterFault(.wrongArguments, at: json.offset, "“args” is missing beside “op”")
    }
    guard case .array(let parts) = argumentsJSON.value else {
      throw FilterFault(
        .wrongArguments, at: argumentsJSON.offset,
        "“args” is an array, found \(argumentsJSON.name)")
    }
    func need(_ count: Int) throws(FilterFault) {
      guard parts.count == count else {
        throw FilterFault(
          .wrongArguments, at: argumentsJSON.offset,
          "\(name) has \(count) argument\(count == 1 ? "" : "s"), found \(parts.count)")
      }
    }
    switch name {
    case "and", "or":
      guard parts.count >= 2 else {
        throw FilterFault(
          .wrongArguments, at: argumentsJSON.offset,
          "\(name) has two arguments or more, found \(parts.count)")
      }
      let list = try expressions(parts)
      return name == "and" ? .and(list) : .or(list)
    case "not", "isNull", "casei", "accenti":
      try need(1)
      let one = try expression(parts[0])
      switch name {
      case "not": return .not(one)
      case "isNull": return .isNull(one)
      case "casei": return .caseInsensitive(one)
      default: return .accentInsensitive(one)
      }
    case "between":
      try need(3)
      let list = try expressions(parts)
      return .between(list[0], low: list[1], high: list[2])
    case "in":
      try need(2)
      guard case .array(let alternatives) = parts[1].value, !alternatives.isEmpty else {
        throw FilterFault(
          .wrongArguments, at: parts[1].offset, "in has a value and an array of one value or more")
      }
      return .isIn(try expression(parts[0]), try expressions(alternatives))
    default: break
    }
    if let known = FilterWords.operatorsOfJSON[name.lowercasedASCII] {
      guard known == name else {
        throw FilterFault(
          .notAnExpression, at: nameJSON.offset, "“\(name)” is written “\(known)” in JSON")
      }
      try need(2)
      let list = try expressions(parts)
      return binary(name, list[0], list[1])
    }
    guard FilterCharacters.isPlainName(name) else {
      throw FilterFault(
        .notAnExpression, at: nameJSON.offset, "“\(name)” is no operator and no name of a function")
    }
    return .call(name, try expressions(parts))
  }

  private static func binary(
    _ name: String, _ left: FilterExpression, _ right: FilterExpression
  ) -> FilterNode {
    if let comparison = ComparisonOperator(rawValue: name) {
      return .compare(comparison, left, right)
    }
    if let operation = ArithmeticOperator(rawValue: name) {
      return .arithmetic(operation, left, right)
    }
    if let relation = TemporalRelation(rawValue: name) { return .temporal(relation, left, right) }
    if let relation = ArrayRelation(rawValue: name) { return .array(relation, left, right) }
    if let predicate = FilterWords.spatial[name] { return .spatial(predicate, left, right) }
    return .like(left, pattern: right)
  }
}

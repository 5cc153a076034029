/// A filter of OGC CQL2 1.0 (21-065r2), all conformance classes.
///
/// ```swift
/// let filter = try Filter(text: "killed_min > 2 AND admin1 = 'Diyala'")
/// try filter.check(FilterSchema(["killed_min": .number, "admin1": .text]), .standard)
/// print(filter.json)
/// ```
package struct Filter: Sendable, Equatable {
  package let expression: FilterExpression
  private let source: Source

  /// What was read, for the places of later errors.
  private struct Source: Sendable {
    var scalars: [Unicode.Scalar]
    var isJSON: Bool
  }

  /// Reads a filter in the text encoding.
  ///
  /// Linear in its length. Grammar and types of literals are checked, names are not: see `check`.
  /// - Throws: `FilterError` with the line and column of the first error.
  package init(text: String) throws(FilterError) {
    try self.init(Source(scalars: Array(text.unicodeScalars), isJSON: false))
  }

  /// Reads a filter in the JSON encoding.
  ///
  /// Linear in its length. Grammar and types of literals are checked, names are not: see `check`.
  /// - Throws: `FilterError` with line, column and JSON pointer of the first error.
  package init(json: String) throws(FilterError) {
    try self.init(Source(scalars: Array(json.unicodeScalars), isJSON: true))
  }

  /// Reads a filter in either encoding: JSON begins with a brace, which no text does.
  /// - Throws: `FilterError` with the place of the first error.
  package init(_ expression: String) throws(FilterError) {
    let isJSON = expression.unicodeScalars.first { !FilterCharacters.isBlank($0) } == "{"
    try self.init(Source(scalars: Array(expression.unicodeScalars), isJSON: isJSON))
  }

  /// Whether it was read from the JSON encoding.
  package var isFromJSON: Bool { source.isJSON }

  private init(_ source: Source) throws(FilterError) {
    do throws(FilterFault) {
      if source.scalars.count > FilterLimits.scalars {
        throw FilterFault(
          .tooLarge, at: 0,
          "a filter of \(source.scalars.count) characters; \(FilterLimits.scalars) are the most")
      }
      let expression =
        source.isJSON
        ? try FilterJSONReader.read(try PlacedJSONReader.read(source.scalars))
        : try FilterTextReader.read(source.scalars)
      try FilterChecker(schema: .open, functions: nil).condition(expression)
      self.expression = expression
      self.source = source
    } catch {
      throw Self.located(error, in: source)
    }
  }

  /// Makes a filter of a part of another.
  init(_ expression: FilterExpression, of filter: Filter) {
    self.expression = expression
    source = filter.source
  }

  /// Checks names and types against the properties and functions that there are.
  /// - Throws: `FilterError` with the place of the first error.
  package func check(
    _ schema: FilterSchema, _ functions: FilterFunctions
  ) throws(FilterError) {
    do throws(FilterFault) {
      try FilterChecker(schema: schema, functions: functions).condition(expression)
    } catch {
      throw Self.located(error, in: source)
    }
  }

  /// Makes an error of something found later about an expression of this filter.
  func error(
    _ code: FilterError.Code, _ detail: String, at expression: FilterExpression
  ) -> FilterError {
    Self.located(FilterFault(code, at: expression.offset, detail), in: source)
  }

  /// Finds the calls of functions that a table does not have, in the order in which they are written.
  ///
  /// Linear in the filter.
  package func unknownCalls(_ functions: FilterFunctions) -> [FilterError] {
    var found: [FilterError] = []
    func look(_ expression: FilterExpression) {
      if case .call(let name, _) = expression.node, functions[name] == nil {
        found.append(
          error(.unknownFunction, "there is no function “\(name)” in marsad", at: expression))
      }
      for child in expression.node.children { look(child) }
    }
    look(expression)
    return found
  }

  /// The filter in the text encoding, in one way.
  package var text: String { FilterTextWriter.text(expression) }

  /// The filter in the JSON encoding, in one way, without blanks.
  package var json: String { FilterJSONWriter.text(expression) }

  /// Two filters are equal when they say the same.
  package static func == (left: Filter, right: Filter) -> Bool {
    left.expression == right.expression
  }

  private static func located(_ fault: FilterFault, in source: Source) -> FilterError {
    var (line, column) = (1, 1)
    for scalar in source.scalars.prefix(fault.offset) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    var pointer: String?
    if source.isJSON, fault.code != .notJSON,
      let json = try? PlacedJSONReader.read(source.scalars)
    {
      pointer = json.pointer(to: fault.offset)
    }
    return FilterError(fault.code, fault.detail, line: line, column: column, pointer: pointer)
  }
}

/// Why a filter is refused, and where.
///
/// `code` is stable and listed in `docs/errors.md`; `detail` says what was found, what was expected
/// and what to do.
package struct FilterError: Error, Hashable, CustomStringConvertible {
  /// The stable identifiers of a filter's errors.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case unexpected = "Q001"
    case unterminated = "Q002"
    case unknownCharacter = "Q003"
    case tooDeep = "Q004"
    case tooLarge = "Q005"
    case badNumber = "Q006"
    case badInstant = "Q007"
    case backwardInterval = "Q008"
    case impossibleCoordinate = "Q009"
    case badGeometry = "Q010"
    case reservedWord = "Q011"
    case notJSON = "Q020"
    case notAnExpression = "Q021"
    case wrongArguments = "Q022"
    case unknownProperty = "Q030"
    case unknownFunction = "Q031"
    case wrongCall = "Q032"
    case wrongType = "Q033"
    case notACondition = "Q034"
    case instantForInterval = "Q035"
    case geometryNotValid = "Q040"
  }

  package let code: Code
  package let detail: String
  /// 1-based.
  package let line: Int
  /// 1-based, counted in Unicode scalars.
  package let column: Int
  /// The JSON pointer (RFC 6901) of the value, when the filter is written in JSON and is JSON.
  package let pointer: String?

  package init(_ code: Code, _ detail: String, line: Int, column: Int, pointer: String? = nil) {
    self.code = code
    self.detail = detail
    self.line = line
    self.column = column
    self.pointer = pointer
  }

  /// What was found and what to do, with the JSON pointer where there is one.
  package var message: String {
    guard let pointer else { return detail }
    return "\(detail) (at \(pointer.isEmpty ? "the whole value" : pointer))"
  }

  /// The error as `line:column: [code] message`.
  package var description: String { "\(line):\(column): [\(code.rawValue)] \(message)" }
}

/// An error on its way out of a reader: its place is still an offset.
struct FilterFault: Error {
  var code: FilterError.Code
  /// Unicode scalars before the place.
  var offset: Int
  var detail: String

  init(_ code: FilterError.Code, at offset: Int, _ detail: String) {
    self.code = code
    self.offset = offset
    self.detail = detail
  }
}

/// Why a planar operation gave no result.
///
/// `code` is stable and listed in `docs/errors.md`; `operation` is the C function or the step of
/// ours that stopped; `detail` says what was found and what was expected.
package struct GeometryError: Error, Hashable, CustomStringConvertible {
  /// The stable identifiers of this room's errors.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case libraryTooOld = "G001"
    case noContext = "G002"
    case coordinateNotFinite = "G003"
    case ringTooShort = "G004"
    case ringNotClosed = "G005"
    case lineTooShort = "G006"
    case badParameter = "G007"
    case operationFailed = "G008"
    case mixedCollection = "G009"
    case wkbTruncated = "G010"
    case wkbUnknownType = "G011"
    case wkbTooDeep = "G012"
    case wkbTrailingBytes = "G013"
  }

  package let code: Code
  package let operation: String
  package let detail: String

  package init(_ code: Code, operation: String, detail: String) {
    self.code = code
    self.operation = operation
    self.detail = detail
  }

  package var description: String {
    "\(operation): [\(code.rawValue)] \(detail)"
  }
}

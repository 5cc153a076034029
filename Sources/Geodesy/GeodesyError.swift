/// Why a measurement or a projection gave no result.
///
/// `code` is stable and listed in `docs/errors.md`; `operation` is the C function or the step of
/// ours that stopped; `detail` says what was found and what was expected.
package struct GeodesyError: Error, Hashable, CustomStringConvertible {
  /// The stable identifiers of this room's errors.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case badParameter = "D001"
    case coordinateOutOfRange = "D002"
    case crossesAntimeridian = "D003"
    case noContext = "D004"
    case unknownCRS = "D005"
    case projectionFailed = "D006"
    case transformFailed = "D007"
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

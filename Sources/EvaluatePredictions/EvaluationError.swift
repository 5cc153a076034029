import Model

/// Why gold or predictions cannot be scored: where, what, and what to do.
///
/// The text of a document is never part of the message.
package struct EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The stable codes, listed in `docs/errors.md`.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case notGold = "E001"
    case badValue = "E002"
    case badSpan = "E003"
    case sameID = "E004"
    case notPrediction = "E005"
    case missingPrediction = "E006"
    case noGold = "E007"
    case noText = "E008"
    case badFloor = "E009"
    case notScored = "E010"
    case failedDocument = "E011"
  }

  package let code: Code
  package let path: String
  package let line: Int?
  package let message: String

  package init(_ code: Code, _ message: String, path: String, line: Int? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }

  /// The error as `path:line: error: [E001] message`.
  package var description: String {
    Diagnostic(.error, code.rawValue, message, path: path, line: line).description
  }
}

import Model

/// Why a folder is not the output of `marsad map`.
package struct RunFolderError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case notLayers = "O001"
    case noRun = "O002"
    case noEvidence = "O003"
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

  /// The error as `path:line: error: [O001] message`.
  package var description: String {
    Diagnostic(.error, code.rawValue, message, path: path, line: line).description
  }
}

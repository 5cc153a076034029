internal import Files
package import Model

/// What ends the reading: an input that is not there, or in strict mode the first bad document.
package struct ReadError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// 66: an input path leads nowhere. Thrown before anything is read.
    case notFound
    /// 74: an input path cannot be looked at.
    case inputOutput
    /// 65: a document cannot be read and the run is strict.
    case badData
  }

  package let kind: Kind
  package let diagnostic: Diagnostic

  init(_ kind: Kind, _ diagnostic: Diagnostic) {
    self.kind = kind
    self.diagnostic = diagnostic
  }

  package var description: String { diagnostic.description }
}

extension Diagnostic {
  /// Makes a finding with a code of this room.
  init(
    _ severity: Severity, _ code: ReadErrorCode, _ message: String, path: String,
    at place: TextPosition? = nil
  ) {
    self.init(
      severity, code.rawValue, message, path: path, line: place?.line, column: place?.column)
  }

  /// Makes the finding that a file as bytes is unreadable.
  init(_ error: FileError) {
    let code: ReadErrorCode =
      switch error.code {
      case .notFound: .inputNotFound
      case .tooLarge: .tooLarge
      case .notGzip, .gzipDamaged: .gzip
      case .gzipExpandsTooMuch: .expandsTooMuch
      default: .cannotRead
      }
    self.init(.error, code, error.detail, path: error.path)
  }
}

/// Why a question cannot be asked of a layer.
package struct QueryError: Error, Hashable, CustomStringConvertible {
  /// Stable codes, listed in `docs/errors.md`.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// The layer lacks a column that a flag needs.
    case missingColumn = "Q050"
    /// The flags do not go together.
    case contradiction = "Q051"
    /// The layer has no geometry, and a place is asked for.
    case noGeometry = "Q052"
    /// The layer's coordinates are in a reference system that cannot be read.
    case unknownReferenceSystem = "Q053"
  }

  package let code: Code
  package let detail: String

  package init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  /// The error as `error: [Q050] detail`.
  package var description: String { "error: [\(code.rawValue)] \(detail)" }
}

import Model

/// A document that was read and could not be analyzed: an error of ours, told with the document's id,
/// while the run goes on.
enum AnalysisFailure {
  static let code = "R025"

  /// Returns the finding; it quotes no text of the document.
  static func diagnostic(of document: Document, _ error: any Error) -> Diagnostic {
    Diagnostic(
      .error, code,
      "document \(document.id) could not be analyzed: \(error)")
  }
}

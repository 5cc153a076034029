package import Model

/// A document after all stages that look at one document alone.
package struct AnalyzedDocument: Sendable {
  package var document: Document
  package var text: NormalizedText
  package var mentions: [Mention]
  package var events: [Event]
  package var statements: [Statement]
}

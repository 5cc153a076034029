package import Gazetteer
package import Model
import Synchronization

/// A document analyzer that may move between threads, used by one at a time.
///
/// GEOS and PROJ ask that one thread at a time use a context, not always the same one: the lock
/// says so to the compiler.
package final class Worker: Sendable {
  private let analyzer: Mutex<DocumentAnalyzer>

  /// Makes a worker with its own contexts.
  package init(gazetteer: Gazetteer) throws {
    analyzer = Mutex(try DocumentAnalyzer(gazetteer: gazetteer))
  }

  /// Analyzes a document.
  package func analyze(_ document: Document) throws -> AnalyzedDocument {
    try analyzer.withLock { try $0.analyze(document) }
  }
}

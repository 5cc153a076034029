import EmitLayers
package import Gazetteer
package import Model
package import ReadDocuments

/// Reads documents and hands out one JSON line for each, in the order of the inputs.
///
/// Memory is bounded by one batch of documents.
package struct ParseRunner {
  private let pool: WorkerPool
  private let reader: DocumentReader
  private let writer: ParseLineWriter
  /// A batch ends at either: enough work for every worker, little enough to hold.
  private let batchDocuments = 128
  private let batchBytes = 1 << 20

  /// Makes a runner.
  /// - Throws: when GEOS or PROJ cannot be set up.
  package init(
    gazetteer: Gazetteer, defaults: ReadDefaults, threads: Int, withText: Bool
  ) throws {
    pool = try WorkerPool(gazetteer: gazetteer, threads: threads)
    reader = DocumentReader(defaults: defaults)
    writer = ParseLineWriter(withText: withText)
  }

  /// Runs over the inputs.
  /// - Parameters:
  ///   - inputs: Files, folders, standard input.
  ///   - report: Takes each finding.
  ///   - write: Takes each line, line feed included.
  ///   - flush: Called when no input waits.
  /// - Throws: `ReadError` for a missing input and in strict mode; what `write` throws.
  package func run(
    _ inputs: [DocumentInput], report: (Diagnostic) -> Void,
    write: ([UInt8]) throws -> Void, flush: () throws -> Void
  ) throws {
    var batch: [Slot] = []
    var bytes = 0
    func finish() throws {
      if batch.isEmpty { return }
      try emit(batch, report, write)
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    do {
      try reader.read(
        inputs,
        beforeWaiting: {
          try finish()
          try flush()
        }
      ) { item in
        switch item {
        case .document(let document, _):
          document.diagnostics.forEach(report)
          batch.append(.document(document))
          bytes += document.text.utf8.count
        case .failure(let id, let diagnostic):
          // In strict mode it is the error that ends the run, and is told once.
          if !reader.defaults.strict { report(diagnostic) }
          batch.append(
            .line(
              ParseLineWriter.error(
                id: id, code: diagnostic.code, message: diagnostic.message,
                line: diagnostic.line)))
        case .notice(let diagnostic): report(diagnostic)
        }
        if batch.count >= batchDocuments || bytes >= batchBytes { try finish() }
      }
    } catch {
      try finish()
      throw error
    }
    try finish()
    try flush()
  }

  private enum Slot {
    case document(Document)
    case line([UInt8])
  }

  private func emit(
    _ batch: [Slot], _ report: (Diagnostic) -> Void, _ write: ([UInt8]) throws -> Void
  ) throws {
    var documents: [Document] = []
    for case .document(let document) in batch { documents.append(document) }
    let writer = writer
    let lines = pool.map(documents) { result in
      writer.line(
        document: result.document, text: result.text, mentions: result.mentions,
        events: result.events, statements: result.statements,
        diagnostics: result.document.diagnostics)
    }
    var next = 0
    for slot in batch {
      switch slot {
      case .line(let line): try write(line)
      case .document:
        switch lines[next] {
        case .success(let line): try write(line)
        case .failure(let error):
          let diagnostic = AnalysisFailure.diagnostic(of: documents[next], error)
          if reader.defaults.strict { throw error }
          report(diagnostic)
          try write(
            ParseLineWriter.error(
              id: documents[next].id, code: diagnostic.code, message: diagnostic.message,
              line: nil))
        }
        next += 1
      }
    }
  }
}

import Dispatch
package import Gazetteer
package import Model
import Synchronization

/// Analyzes batches of documents on several cores and returns the results in the order of the batch.
///
/// Output does not depend on scheduling: a result stands at the
/// index of its document.
package final class WorkerPool {
  private let workers: [Worker]

  /// Makes as many workers as there are threads.
  /// - Throws: when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer, threads: Int) throws {
    workers = try (0..<max(1, threads)).map { _ in try Worker(gazetteer: gazetteer) }
  }

  /// Returns the results of `body` for each document, in order.
  ///
  /// A document that cannot be analyzed is a failure at its place; the others are not touched by it.
  /// - Parameters:
  ///   - documents: One batch.
  ///   - body: What to make of each result; runs on the worker, so that writing is parallel too.
  package func map<Output: Sendable>(
    _ documents: [Document], _ body: @escaping @Sendable (AnalyzedDocument) throws -> Output
  ) -> [Result<Output, any Error>] {
    if workers.count == 1 || documents.count == 1 {
      return documents.map { document in Result { try body(workers[0].analyze(document)) } }
    }
    let results = Mutex<[Result<Output, any Error>?]>(Array(repeating: nil, count: documents.count))
    let next = Atomic<Int>(0)
    let box = Batch(results: results, next: next)
    // The caller works too: nothing waits for a thread that may never come.
    let crew = workers
    DispatchQueue.concurrentPerform(iterations: crew.count) {
      box.run(crew[$0], documents, body)
    }
    return box.take()
  }
}

/// The shared state of one batch: who takes which document next, and where its result goes.
private final class Batch<Output: Sendable>: Sendable {
  private let results: Mutex<[Result<Output, any Error>?]>
  private let next: Atomic<Int>

  init(results: consuming Mutex<[Result<Output, any Error>?]>, next: consuming Atomic<Int>) {
    self.results = results
    self.next = next
  }

  func run(
    _ worker: Worker, _ documents: [Document],
    _ body: @Sendable (AnalyzedDocument) throws -> Output
  ) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < documents.count else { return }
      let result = Result { try body(worker.analyze(documents[index])) }
      results.withLock { $0[index] = result }
    }
  }

  func take() -> [Result<Output, any Error>] {
    results.withLock { $0.compactMap(\.self) }
  }
}

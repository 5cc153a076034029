package import Gazetteer
package import Model

/// Reads the examples of the triggers as reports of one sentence: each must tell what its row says, and
/// each counter-example must not.
///
/// An example tells what its row says when an event of the row's family rests on the row's form, also one
/// that is too weak for a layer by itself, or of which the sentence says that it did not happen; a trigger
/// that PLOVER alone has is told by its statement. A row without any type only takes its words from others:
/// its example must tell no event.
package struct TriggerExampleReader {
  private let gazetteer: Gazetteer
  private let pool: WorkerPool
  /// As many documents are held at once.
  private let batch = 1024

  /// Makes a reader.
  /// - Throws: when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer, threads: Int) throws {
    self.gazetteer = gazetteer
    pool = try WorkerPool(gazetteer: gazetteer, threads: threads)
  }

  /// Returns a finding for each example that does not hold, in the order of the examples.
  ///
  /// Linear in the examples, some 100 µs each.
  package func findings(_ examples: [TriggerExample]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for start in stride(from: 0, to: examples.count, by: batch) {
      result += read(Array(examples[start..<min(start + batch, examples.count)]))
    }
    return result
  }

  private func read(_ examples: [TriggerExample]) -> [Diagnostic] {
    let documents = examples.enumerated().map { index, example in
      Document(
        id: "\(index)", text: example.text,
        language: gazetteer.events[Int(example.row)].language)
    }
    let told = pool.map(documents) { [gazetteer] in
      Self.reading(of: examples[Int($0.document.id) ?? 0], $0, gazetteer)
    }
    return zip(examples, told).compactMap { example, reading in
      switch reading {
      case .success(let reading): finding(example, reading)
      case .failure: finding(example, .silent)
      }
    }
  }

  /// What a sentence says of its row.
  enum Reading: Sendable { case formMissing, silent, told }

  private static func reading(
    of example: TriggerExample, _ result: AnalyzedDocument, _ gazetteer: Gazetteer
  ) -> Reading {
    let row = gazetteer.events[Int(example.row)]
    let forms = result.text.matches.filter { $0.table == .event && $0.row == example.row }
    if forms.isEmpty { return .formMissing }
    func rests(on span: SourceSpan) -> Bool {
      forms.contains { Int($0.start) < span.end && span.start < Int($0.end) }
    }
    let isPloverOnly = row.eventType.isEmpty
    let tellsNothing = isPloverOnly && row.plover.isEmpty
    let isEvent = result.events.contains { event in
      event.evidence.contains { field, evidence in
        guard field == "event_type" || field == "trigger", rests(on: evidence.span) else {
          return false
        }
        if tellsNothing { return true }
        // In another sense the form may stand beside an event of another kind, also as its setting.
        return example.isCounterExample
          ? event.subEventType == row.subEventType
            || (field == "event_type" && evidence.rule == row.id)
          : event.family == row.family || evidence.rule == row.id
      }
    }
    if isEvent { return .told }
    let isStatement = result.statements.contains { statement in
      guard rests(on: statement.span) else { return false }
      if isPloverOnly { return statement.ploverType == row.plover }
      return !example.isCounterExample && statement.subEventType == row.subEventType
        && isRead(statement, row)
    }
    return isStatement ? .told : .silent
  }

  /// Whether the trigger of a statement was read as its row says it.
  private static func isRead(_ statement: Statement, _ row: EventRow) -> Bool {
    switch statement.reason {
    // Too weak alone, for want of a place and a day; not one that lacks what its row needs.
    case "below_threshold": statement.rule.isEmpty
    // Told as something that was not, or not yet; not because of the row itself.
    case "negated", "planned", "hypothetical", "foiled": statement.rule != row.id
    default: false
    }
  }

  private func finding(_ example: TriggerExample, _ reading: Reading) -> Diagnostic? {
    let row = gazetteer.events[Int(example.row)]
    let name = example.isCounterExample ? "counter-example" : "example"
    let tellsNothing = row.eventType.isEmpty && row.plover.isEmpty
    if example.text.isEmpty {
      // What is no event in any sense needs none.
      if row.eventType.isEmpty, example.isCounterExample { return nil }
      return diagnostic(.noExample, "\u{201C}\(row.form)\u{201D} has no \(name)", example)
    }
    if reading == .formMissing, example.isCounterExample {
      // That of an example is found with the tables.
      return diagnostic(
        .exampleLacksForm, "the counter-example does not hold \u{201C}\(row.form)\u{201D}", example)
    }
    switch (reading, example.isCounterExample || tellsNothing) {
    case (.silent, false):
      return diagnostic(
        .silentExample, "no \(kind(of: row)) is read in the example of \u{201C}\(row.form)\u{201D}",
        example)
    case (.told, true):
      return diagnostic(
        .counterExampleTells,
        "the \(name) of \u{201C}\(row.form)\u{201D} is read as \(tellsNothing ? "an event" : kind(of: row))",
        example)
    default: return nil
    }
  }

  private func kind(of row: EventRow) -> String {
    row.subEventType.isEmpty ? row.plover : row.subEventType
  }

  private func diagnostic(
    _ code: GazetteerCheckerCode, _ message: String, _ example: TriggerExample
  ) -> Diagnostic {
    Diagnostic(
      code.severity, code.rawValue, message, path: example.path, line: example.line,
      column: example.column)
  }
}

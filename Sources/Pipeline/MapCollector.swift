import EmitLayers
import Model
import ReadDocuments

/// Collects what the documents of a run give, and what was there before it.
///
/// Documents stand in the order in which their ids were first read; one that comes again with
/// another text takes the place of the earlier one. So the answer is the same whether everything is
/// read at once or in several runs.
final class MapCollector {
  private let settings: MapSettings
  private let corrections: CorrectionStage?
  var documents: [CollectedDocument] = []
  /// The names of the inputs in the order in which they were read.
  var inputs: [String] = []
  var rejected: [Diagnostic] = []
  var summary = MapSummary()
  private var slots: [String: Int] = [:]
  private var knownInputs: Set<String> = []
  private var knownRejects: Set<Diagnostic> = []
  private struct Village: Hashable {
    var name: String
    var container: String?
  }
  private static let exampleLimit = 3

  init(settings: MapSettings, corrections: CorrectionStage? = nil) {
    self.settings = settings
    self.corrections = corrections
  }

  /// Returns where a document is collected, nil for one that is here already with the same text.
  func slot(
    for document: Document, _ origin: ReadOrigin, _ report: (Diagnostic) -> Void
  ) -> Int? {
    let name = OutputName.shown(origin.path)
    note(input: name)
    return slot(
      for: CollectedDocument(document, contentHash: document.contentHash, input: name),
      path: origin.path, line: origin.line, severityOfKnown: .warning, report)
  }

  private func slot(
    for collected: CollectedDocument, path: String, line: Int?,
    severityOfKnown: Diagnostic.Severity, _ report: (Diagnostic) -> Void
  ) -> Int? {
    func tell(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
      report(Diagnostic(severity, code, message, path: path, line: line))
    }
    guard let known = slots[collected.id] else {
      slots[collected.id] = documents.count
      documents.append(collected)
      summary.added += 1
      return documents.count - 1
    }
    let earlier = documents[known]
    if earlier.contentHash == collected.contentHash {
      if earlier.isEarlier { summary.known += 1 }
      tell(
        earlier.isEarlier ? .note : severityOfKnown, "M001",
        "the document \(collected.id) was read before; it is counted once")
      return nil
    }
    // One that could not be analyzed has no hash: it is only tried again.
    if !earlier.contentHash.isEmpty {
      summary.replaced += 1
      tell(
        .warning, "M002",
        "the id \(collected.id) was used before for another text; the later text replaces it")
    }
    documents[known] = collected
    return known
  }

  /// Takes what a document gave.
  func add(_ layers: DocumentLayers, at slot: Int) { documents[slot].layers = layers }

  /// Takes a document that could not be analyzed.
  func fail(at slot: Int, _ diagnostic: Diagnostic) {
    documents[slot].contentHash = ""
    reject(diagnostic)
  }

  func reject(_ diagnostic: Diagnostic) {
    var shown = diagnostic
    shown.path = OutputName.shown(diagnostic.path ?? "")
    note(input: shown.path ?? "")
    note(rejected: shown)
  }

  private func note(rejected finding: Diagnostic) {
    if knownRejects.insert(finding).inserted { rejected.append(finding) }
  }

  private func note(input name: String) {
    if knownInputs.insert(name).inserted { inputs.append(name) }
  }

  /// Takes what an earlier run collected; before anything else.
  func begin(
    with earlier: [CollectedDocument], inputs: [String], rejected: [Diagnostic]
  ) {
    documents = earlier
    for (slot, document) in earlier.enumerated() { slots[document.id] = slot }
    inputs.forEach(note(input:))
    rejected.forEach(note(rejected:))
  }

  /// Takes what another run collected, as if its documents were read now.
  /// - Parameter path: Of the store that it comes from.
  func join(
    _ other: [CollectedDocument], inputs: [String], rejected: [Diagnostic], path: String,
    _ report: (Diagnostic) -> Void
  ) {
    inputs.forEach(note(input:))
    for document in other {
      // Two stores that share reports are no mistake.
      _ = slot(for: document, path: path, line: nil, severityOfKnown: .note, report)
    }
    rejected.forEach(note(rejected:))
  }

  /// Takes documents out as if they had never been read; those that stay keep their order.
  ///
  /// An input that had nothing else goes with its last document.
  /// - Returns: The ids that no document has.
  func remove(_ ids: [String]) -> [String] {
    let unknown = ids.filter { slots[$0] == nil }
    let removed = Set(ids)
    let gone = Set(documents.filter { removed.contains($0.id) }.map(\.input))
    summary.removed = documents.count
    documents.removeAll { removed.contains($0.id) }
    summary.removed -= documents.count
    slots = Dictionary(
      uniqueKeysWithValues: documents.enumerated().map { ($1.id, $0) })
    let left = Set(documents.map(\.input) + rejected.map { $0.path ?? "" })
    inputs.removeAll { gone.contains($0) && !left.contains($0) }
    knownInputs = Set(inputs)
    return unknown
  }

  /// The inputs in the order in which they were read.
  var inputReports: [RunReport.Input] {
    var tallies: [String: InputTally] = [:]
    for document in documents {
      tallies[document.input, default: InputTally()].documents += 1
      tallies[document.input, default: InputTally()].hash.update(document.contentHash)
    }
    for finding in rejected { tallies[finding.path ?? "", default: InputTally()].rejected += 1 }
    return inputs.map { name in
      let own = tallies[name] ?? InputTally()
      return RunReport.Input(
        name: name, documents: own.documents, rejected: own.rejected,
        contentHash: own.documents > 0 ? own.hash.hexadecimal : nil)
    }
  }

  private struct InputTally {
    var documents = 0
    var rejected = 0
    var hash = ContentHash()
  }

  /// Names of unknown places, the most frequent first, each with the first reports that name it.
  var unknownReports: [RunReport.UnknownPlace] {
    var unknown: [Village: (count: Int, examples: [String])] = [:]
    for place in documents.lazy.compactMap(\.layers).flatMap(\.unknownPlaces) {
      let village = Village(name: place.name, container: place.container)
      var known = unknown[village] ?? (0, [])
      known.count += 1
      if known.examples.count < Self.exampleLimit, known.examples.last != place.document {
        known.examples.append(place.document)
      }
      unknown[village] = known
    }
    return unknown.map {
      RunReport.UnknownPlace(
        name: $0.key.name, container: $0.key.container, count: $0.value.count,
        examples: $0.value.examples)
    }.sorted {
      ($1.count, $0.name, $0.container ?? "") < ($0.count, $1.name, $1.container ?? "")
    }
  }

  /// The latest day of publication.
  var lastPublished: CivilDate? { documents.compactMap(\.published).max() }

  /// Links the reports and returns the events to draw, sorted, and those that fell below the
  /// threshold.
  func finish(
    linker: EventLinker
  ) throws -> (events: [LinkedRecord], belowThreshold: [StatementRow]) {
    let layers = documents.compactMap(\.layers)
    let sketches = layers.filter { !$0.sketch.isEmpty }.map { ($0.documentID, $0.sketch) }
    var rows: [StatementRow] = []
    var drawn: [LinkedRecord] = []
    for var linked in try link(layers.flatMap(\.records), sketches, linker) {
      let event = linked.record.event
      if linked.isRejected {
        rows.append(StatementRow(linked.record, reason: "rejected", rule: StatementRow.correction))
        continue
      }
      if event.confidence < settings.minimumConfidence, !linked.isKept {
        rows.append(StatementRow(linked.record, reason: StatementRow.belowThreshold))
        continue
      }
      if settings.locatedOnly, event.point == nil, event.area == nil {
        summary.leftOut += 1
        continue
      }
      if settings.certainOnly, !isCertain(event) {
        summary.leftOut += 1
        continue
      }
      if settings.isPublic { try linker.coarsen(&linked.record.event) }
      if event.realis == .asserted {
        summary.events += 1
        if event.point != nil || event.area != nil { summary.located += 1 }
      } else {
        summary.background += 1
      }
      drawn.append(linked)
    }
    let orders = drawn.map { EventOrder($0.record.event) }
    let sorted = drawn.indices.sorted { orders[$0] < orders[$1] }.map { drawn[$0] }
    summary.documents = documents.count
    summary.rejected = rejected.count
    summary.unknownPlaces = unknownReports.map { ($0.name, $0.count) }
    return (sorted, rows)
  }

  private func link(
    _ records: [EventRecord], _ sketches: [(id: String, shingles: [UInt64])], _ linker: EventLinker
  ) throws -> [LinkedRecord] {
    guard let stage = corrections else { return try linker.link(records, sketches: sketches) }
    let linked = try linker.link(records, sketches: sketches, corrections: stage.corrections)
    return try stage.apply(to: linked, linker)
  }

  /// What became of the corrections, nil when there are none.
  var correctionReport: RunReport.Corrections? {
    corrections.map {
      RunReport.Corrections(
        contentHash: $0.contentHash, applied: $0.applied, unmatched: $0.unmatched)
    }
  }

  /// Asserted, at a place, on a stated day, and told once.
  private func isCertain(_ event: Event) -> Bool {
    event.realis == .asserted && (event.precision == .site || event.precision == .place)
      && event.date.start != nil && event.date.precision == .day
      && (event.date.basis == .stated || event.date.basis == .relative)
      && event.possibleDuplicateOf == nil
  }
}

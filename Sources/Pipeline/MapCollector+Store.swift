import EmitLayers
import Geometry
import Model
import StoreEvents

extension MapCollector {
  /// All that was collected as a store keeps it.
  var storedRun: StoredRun {
    var run = StoredRun()
    run.inputs = inputs
    run.rejected = rejected
    run.documents = documents.map { document in
      var stored = StoredDocument(
        id: document.id, contentHash: document.contentHash, input: document.input)
      stored.published = document.published
      stored.source = document.source
      stored.url = document.url
      guard let layers = document.layers else { return stored }
      stored.language = layers.language
      stored.sketch = layers.sketch
      stored.unknownPlaces = layers.unknownPlaces.map {
        StoredDocument.UnknownPlace(name: $0.name, container: $0.container)
      }
      stored.events = layers.records.map(StoredEvent.init)
      return stored
    }
    return run
  }

  /// Begins with what a store keeps.
  func begin(with run: StoredRun) {
    begin(
      with: run.documents.map { CollectedDocument($0) }, inputs: run.inputs,
      rejected: run.rejected)
  }
}

extension MapCollector {
  /// Takes the reports of another store, as if they were read now.
  func join(_ run: StoredRun, path: String, _ report: (Diagnostic) -> Void) {
    let documents = run.documents.map { stored in
      var document = CollectedDocument(stored)
      document.isEarlier = false
      return document
    }
    join(documents, inputs: run.inputs, rejected: run.rejected, path: path, report)
  }
}

extension StoredEvent {
  init(_ record: EventRecord) {
    let quote = record.quote.map {
      StoredQuote(text: $0.text, part: $0.span.part, start: $0.span.start, end: $0.span.end)
    }
    self.init(
      event: record.event, quote: quote, evidence: record.evidence, places: record.places,
      values: EventProperties(record.event, quote: record.quote).properties.map {
        AttributeValue($0.value)
      })
  }
}

extension EventRecord {
  init(_ stored: StoredEvent) {
    let quote = stored.quote.map {
      Quote(text: $0.text, span: PartSpan(part: $0.part, start: $0.start, end: $0.end))
    }
    self.init(
      event: stored.event, quote: quote, evidence: stored.evidence, places: stored.places)
  }
}

extension CollectedDocument {
  init(_ stored: StoredDocument) {
    id = stored.id
    contentHash = stored.contentHash
    input = stored.input
    published = stored.published
    source = stored.source
    url = stored.url
    isEarlier = true
    // No language: it could not be analyzed.
    guard let language = stored.language else { return }
    layers = DocumentLayers(
      documentID: stored.id, language: language,
      records: stored.events.map { event in
        var record = EventRecord(event)
        record.documentHash = stored.contentHash
        return record
      },
      mentions: stored.mentions.compactMap { MentionFeature($0) },
      statements: stored.statements.map { StatementRow($0) }.filter { !$0.isLinkedEvent },
      unknownPlaces: stored.unknownPlaces.map {
        UnknownVillageReport(name: $0.name, container: $0.container, document: stored.id)
      }, sketch: stored.sketch)
  }
}

extension MentionFeature {
  init?(_ row: StoredRow) {
    // The id is the first column of the layer.
    guard let id = row.values.first?.text else { return nil }
    var point: Position?
    if case .point(let coordinate) = row.geometry { point = try? Position(coordinate) }
    self.init(
      id: id, point: point,
      values: zip(row.values, Self.columns).map { PropertyValue($0, kind: $1.kind) })
  }
}

extension StatementRow {
  init(_ row: StoredRow) {
    self.init(values: zip(row.values, Self.columns).map { PropertyValue($0, kind: $1.kind) })
  }
}

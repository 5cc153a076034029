import Geometry
import Model

/// Reads documents with all that they gave.
struct StoredRunReader {
  let reader: GeoPackageReader
  let layout: StoreLayout
  /// What the store is too old to have.
  let lacking: [StoreHistory.Addition]

  func run() throws -> StoredRun {
    var run = StoredRun()
    var slots: [String: Int] = [:]
    try rows(StoreLayout.reports) { values, _, row in
      guard let id = values[0].text, let input = values[1].text, let hash = values[2].text,
        case .bytes(let sketch) = values[7], sketch.count % 8 == 0
      else { throw damaged(StoreLayout.reports, row) }
      var document = StoredDocument(id: id, contentHash: hash, input: input)
      document.published = values[3].text.flatMap { CivilDate(iso: Array($0.utf8)) }
      document.source = values[4].text
      document.url = values[5].text
      document.language = values[6].text
      document.sketch = Self.hashes(sketch)
      slots[id] = run.documents.count
      run.documents.append(document)
    }
    func slot(_ document: String?, _ schema: LayerSchema, _ row: Int) throws -> Int {
      guard let document, let slot = slots[document] else { throw damaged(schema, row) }
      return slot
    }
    // The record holds all that the other columns say.
    try rows(layout.reportEvents, columns: StoreLayout.reportColumns) { values, _, row in
      guard let evidence = values[0].text, let places = values[1].text,
        case .bytes(let record) = values[2], let read = EventBytes.decode(record)
      else { throw damaged(layout.reportEvents, row) }
      let slot = try slot(read.event.documentID, layout.reportEvents, row)
      run.documents[slot].events.append(
        StoredEvent(
          event: read.event, quote: read.quote, evidence: Array(evidence.utf8),
          places: Array(places.utf8), values: []))
    }
    let holder = layout.mentions.columns.firstIndex { $0.name == "document" } ?? 0
    try rows(layout.mentions, withGeometry: true) { values, geometry, row in
      let slot = try slot(values[holder].text, layout.mentions, row)
      run.documents[slot].mentions.append(StoredRow(geometry: geometry, values: values))
    }
    let teller = layout.statements.columns.firstIndex { $0.name == "document" } ?? 0
    try rows(layout.statements) { values, _, row in
      let slot = try slot(values[teller].text, layout.statements, row)
      run.documents[slot].statements.append(StoredRow(values: values))
    }
    try rows(StoreLayout.unknownPlaces) { values, _, row in
      let slot = try slot(values[0].text, StoreLayout.unknownPlaces, row)
      guard let name = values[1].text else { throw damaged(StoreLayout.unknownPlaces, row) }
      run.documents[slot].unknownPlaces.append(
        StoredDocument.UnknownPlace(name: name, container: values[2].text))
    }
    try rows(StoreLayout.inputs) { values, _, row in
      guard let name = values[0].text else { throw damaged(StoreLayout.inputs, row) }
      run.inputs.append(name)
    }
    try rows(StoreLayout.rejected) { values, _, row in
      guard let severity = values[0].text.flatMap(Diagnostic.Severity.init(rawValue:)),
        let code = values[1].text, let message = values[2].text
      else { throw damaged(StoreLayout.rejected, row) }
      run.rejected.append(
        Diagnostic(
          severity, code, message, path: values[3].text, line: values[4].integer,
          column: values[5].integer))
    }
    return run
  }

  private func rows(
    _ schema: LayerSchema, columns: [AttributeColumn]? = nil, withGeometry: Bool = false,
    _ body: ([AttributeValue], Shape?, Int) throws -> Void
  ) throws {
    if lacking.contains(.table(schema.name)) { return }
    var before: [String: AttributeValue] = [:]
    for case .column(let name, of: schema.name, before: let value) in lacking {
      before[name] = value
    }
    let wanted = (columns ?? schema.columns).map(\.name)
    var name = schema.name
    for case .name(name, before: let old) in lacking { name = old }
    let layer = try reader.layer(name)
    let there = wanted.filter { before[$0] == nil }
    try reader.forEach(of: layer, columns: there, withGeometry: withGeometry) { feature in
      var values = feature.values.makeIterator()
      try body(wanted.map { before[$0] ?? values.next() ?? .null }, feature.geometry, feature.id)
      return true
    }
  }

  private func damaged(_ schema: LayerSchema, _ row: Int) -> StoreError {
    StoreError(
      .damaged, path: reader.path,
      "table \(schema.name), row \(row) is not as it was written; map all reports anew")
  }

  private static func hashes(_ bytes: [UInt8]) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (UInt64($1) * 8) }
    }
  }
}

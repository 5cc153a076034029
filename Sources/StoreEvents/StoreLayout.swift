package import Model

/// The tables of a store: which there are, and their columns.
package struct StoreLayout: Sendable {
  package var events: LayerSchema
  package var areas: LayerSchema
  package var background: LayerSchema
  package var mentions: LayerSchema
  package var territories: LayerSchema
  package var units: LayerSchema
  package var reportEvents: LayerSchema
  package var statements: LayerSchema

  /// Makes the layers from the properties that each format shows.
  package init(
    event: [AttributeColumn], mention: [AttributeColumn], territory: [AttributeColumn],
    unit: [AttributeColumn], statement: [AttributeColumn]
  ) {
    events = LayerSchema(
      "events", title: "Events", summary: "Asserted events; no geometry where no point is known",
      geometry: .point, columns: event)
    areas = LayerSchema(
      "event_areas", title: "Areas of uncertainty",
      summary: "Where each event may have happened", geometry: .multiPolygon, columns: event)
    background = LayerSchema(
      "background", title: "Told as history", summary: "Events that reports tell as background",
      geometry: .point, columns: event)
    mentions = LayerSchema(
      "mentions", title: "Places mentioned", summary: "Literal places, without their words",
      geometry: .point, columns: mention)
    territories = LayerSchema(
      "territories", title: "Disputed territories",
      summary: "Published claims, not lines of control; every variant", geometry: .multiPolygon,
      columns: territory)
    units = LayerSchema(
      "admin_units", title: "Administrative units", summary: "Outlines as the gazetteer draws them",
      geometry: .multiPolygon, columns: unit)
    reportEvents = LayerSchema(
      "report_events", title: "Events before linking",
      summary: "What each report tells by itself", geometry: .point,
      columns: event + StoreLayout.reportColumns)
    statements = LayerSchema(
      "statements", title: "Statements not mapped",
      summary: "What was read and deliberately not mapped, with the reason", geometry: nil,
      columns: statement)
  }

  /// What a report's event has beyond its properties.
  static let reportColumns = [
    AttributeColumn("evidence", .text, isJSON: true),
    AttributeColumn("places", .text, isJSON: true), AttributeColumn("record", .bytes),
  ]

  package static let evidence = LayerSchema(
    "evidence", title: "Evidence", summary: "The words and the rule behind each field of an event",
    geometry: nil,
    columns: [
      AttributeColumn("event_id", .text), AttributeColumn("member_id", .text),
      AttributeColumn("document", .text), AttributeColumn("field", .text),
      AttributeColumn("part", .text), AttributeColumn("start", .integer),
      AttributeColumn("end", .integer), AttributeColumn("text", .text),
      AttributeColumn("rule", .text),
    ])

  static let reports = LayerSchema(
    "reports", title: "Reports", summary: "The reports that were read, without their texts",
    geometry: nil,
    columns: [
      AttributeColumn("id", .text), AttributeColumn("input", .text),
      AttributeColumn("content_hash", .text), AttributeColumn("published", .date),
      AttributeColumn("source", .text), AttributeColumn("url", .text),
      AttributeColumn("lang", .text), AttributeColumn("sketch", .bytes),
    ])

  static let unknownPlaces = LayerSchema(
    "unknown_places", title: "Unknown villages",
    summary: "Villages that reports name and the gazetteer lacks", geometry: nil,
    columns: [
      AttributeColumn("document", .text), AttributeColumn("name", .text),
      AttributeColumn("container", .text),
    ])

  static let inputs = LayerSchema(
    "inputs", title: "Inputs", summary: "Files and folders in the order of reading", geometry: nil,
    columns: [AttributeColumn("name", .text)])

  static let rejected = LayerSchema(
    "rejected", title: "Rejected documents", summary: "What could not be read, and why",
    geometry: nil,
    columns: [
      AttributeColumn("severity", .text), AttributeColumn("code", .text),
      AttributeColumn("message", .text), AttributeColumn("path", .text),
      AttributeColumn("line", .integer), AttributeColumn("column", .integer),
    ])

  static let seal = LayerSchema(
    StoreSeal.table, title: "About this store", summary: "Program, knowledge and layout",
    geometry: nil,
    columns: [AttributeColumn("key", .text), AttributeColumn("value", .text)])

  /// A hash of all tables and columns and of the form of a report's event.
  package var fingerprint: String {
    var hash = ContentHash()
    hash.update(UInt64(EventBytes.version))
    let all = [
      events, areas, background, mentions, territories, units, reportEvents, statements,
      Self.evidence, Self.reports, Self.unknownPlaces, Self.inputs, Self.rejected, Self.seal,
    ]
    for table in all {
      hash.update(table.name)
      hash.update(table.geometry?.rawValue ?? "")
      for column in table.columns {
        hash.update(column.name)
        hash.update(column.kind.sqlType)
      }
    }
    return hash.hexadecimal
  }
}

import EmitLayers
import Files
import Gazetteer
import Geometry
import Model
import StoreEvents

/// Fills `events.gpkg` with the layers of a run.
///
/// Of use inside `GeoPackage.create` only.
final class StoreWriter {
  static let fileName = "events.gpkg"

  /// The tables of a store, from the properties that every format shows.
  static let layout = StoreLayout(
    event: EventProperties.schema.map { AttributeColumn(name: $0.name, kind: $0.kind) },
    mention: MentionFeature.columns.map { AttributeColumn($0) },
    territory: TerritoryFeature.columns.map { AttributeColumn($0) }, unit: UnitRow.columns,
    statement: StatementRow.columns.map { AttributeColumn($0) })

  private let store: GeoPackageWriter
  private let isPublic: Bool
  private let events: LayerWriter
  private let areas: LayerWriter
  private let background: LayerWriter
  private let mentions: LayerWriter
  private let territories: LayerWriter
  private let units: LayerWriter
  private let evidence: LayerWriter?
  private let statements: LayerWriter?

  init(_ store: GeoPackageWriter, isPublic: Bool) throws {
    let layout = Self.layout
    self.store = store
    self.isPublic = isPublic
    events = try store.add(layout.events)
    areas = try store.add(layout.areas)
    background = try store.add(layout.background)
    mentions = try store.add(layout.mentions)
    territories = try store.add(layout.territories)
    units = try store.add(layout.units)
    evidence = isPublic ? nil : try store.add(StoreLayout.evidence)
    statements = isPublic ? nil : try store.add(layout.statements)
  }

  func add(_ mention: MentionFeature) throws {
    try mentions.add(
      geometry: mention.point.map { .point($0.coordinate) },
      mention.values.map { AttributeValue($0) })
  }

  func add(_ statement: StatementRow) throws {
    try statements?.add(statement.values.map { AttributeValue($0) })
  }

  /// Adds an event to the layers of its realis, with the evidence of its reports.
  func add(_ event: EmittedEvent, members: [EventRecord]) throws {
    let values = event.values.map { AttributeValue($0.value) }
    let layer = event.realis == .asserted ? events : background
    try layer.add(geometry: event.point.map { .point($0.coordinate) }, values)
    if event.realis == .asserted, let area = event.area, !area.isEmpty {
      try areas.add(geometry: .polygons(area.wound()), values)
    }
    guard let evidence else { return }
    for member in members {
      for row in try Self.evidence(of: member, in: event.id) { try evidence.add(row) }
    }
  }

  func add(_ territory: TerritoryFeature) throws {
    try territories.add(
      geometry: .polygons(territory.polygons.wound()),
      territory.values.map { AttributeValue($0.value) })
  }

  func add(_ unit: UnitRow) throws {
    try units.add(geometry: .polygons(unit.polygons.wound()), unit.values)
  }

  /// Adds the reports behind the layers, the styles and the seal.
  func finish(_ collector: MapCollector, seal: StoreSeal) throws {
    let reports = ReportStore(layout: Self.layout)
    if !isPublic { try reports.write(collector.storedRun, to: store) }
    try reports.write(seal, to: store)
    let hidden = isPublic ? [Self.layout.reportEvents.name] : []
    try store.add(LayerStyle.defaults.filter { !hidden.contains($0.layer) })
  }

  /// One row for each quoted word of a report.
  private static func evidence(
    of record: EventRecord, in event: String
  ) throws -> [[AttributeValue]] {
    func text(_ value: JSONValue?) -> AttributeValue { value?.string.map { .text($0) } ?? .null }
    func number(_ value: JSONValue?) -> AttributeValue {
      value?.integer.map { .integer($0) } ?? .null
    }
    var rows: [[AttributeValue]] = []
    for field in try JSONReader.parse(record.evidence).members ?? [] {
      for words in field.value.elements ?? [] {
        rows.append([
          .text(event), .text(record.event.id), .text(record.event.documentID), .text(field.key),
          text(words["part"]), number(words["start"]), number(words["end"]), text(words["text"]),
          text(words["rule"]),
        ])
      }
    }
    return rows
  }
}

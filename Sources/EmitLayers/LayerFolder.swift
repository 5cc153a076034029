import Files
import Geometry
import Model

/// The folder of layers that `map` writes, except for the GeoPackage.
///
/// Every file is written beside its place; `finish` puts all of them there, `run.json` last, so that
/// a folder with a `run.json` of this run is whole. A run that stops leaves what was there before.
///
/// Not Sendable: one writer at a time. Memory does not grow with what is added.
package final class LayerFolder {
  package let path: String
  private let events: GeoJSONFile
  private let areas: GeoJSONFile
  private let background: GeoJSONFile
  private let mentions: GeoJSONFile
  private let territories: GeoJSONFile
  private let evidence: AtomicFile?
  private let statements: AtomicFile?
  private let map: HTMLMap?
  private let rounder: GridRounder
  /// How many statements were added.
  package private(set) var statementCount = 0

  /// What a file may hold that must not be published.
  private static let privateFiles = ["evidence.jsonl", "statements.jsonl"]

  /// All files that there may be.
  private static let files =
    privateFiles + [
      "events.geojson", "event_areas.geojson", "background.geojson", "mentions.geojson",
      "territories.geojson", mapFile, "CITATION.txt", "run.json",
    ]
  private static let mapFile = "map.html"

  /// Begins all files, and removes what killed runs left of them.
  /// - Parameters:
  ///   - path: Made when it is missing.
  ///   - disclaimer: What the territories are and are not.
  ///   - isPublic: Without evidence and statements; those of an earlier run are removed at the end.
  ///   - map: Begins `map.html` at the path that it is given; nil for a folder without: that of an earlier
  ///     run shows other events and is removed at the end.
  package init(
    path: String, disclaimer: String?, isPublic: Bool = false,
    map: ((String) throws -> HTMLMap)? = nil
  ) throws {
    self.path = path
    try OutputFolder.create(path)
    AtomicFile.removeLeftovers(of: Self.files, in: path)
    func layer(_ name: String, _ members: [Property] = []) throws(FileError) -> GeoJSONFile {
      try GeoJSONFile(path: "\(path)/\(name).geojson", name: name, members: members)
    }
    events = try layer("events")
    areas = try layer("event_areas")
    background = try layer("background")
    mentions = try layer("mentions")
    territories = try layer(
      "territories", disclaimer.map { [Property("disclaimer", .text, .string($0))] } ?? [])
    evidence = isPublic ? nil : try AtomicFile(path: path + "/evidence.jsonl")
    statements = isPublic ? nil : try AtomicFile(path: path + "/statements.jsonl")
    self.map = try map?("\(path)/\(Self.mapFile)")
    rounder = try GridRounder()
  }

  /// Adds a mention, in the order of the documents.
  package func add(_ mention: MentionFeature) throws {
    try mentions.add(
      id: mention.id, geometry: mention.point.map { .point($0.coordinate) },
      properties: mention.properties)
  }

  /// Adds a statement, in the order of the documents.
  package func add(_ statement: StatementRow) throws {
    statementCount += 1
    try statements?.write(statement.line)
  }

  /// Adds an event to the layers of its realis; the caller sorts by `order`.
  package func add(_ event: EmittedEvent) throws {
    let layer = event.realis == .asserted ? events : background
    try layer.add(
      id: event.id, geometry: event.point.map { .point($0.coordinate) },
      properties: event.properties)
    if event.realis == .asserted { try map?.add(PageEvent(event)) }
    if event.realis == .asserted, let area = try event.area.flatMap({ try rounder.rounded($0) }) {
      try areas.add(id: event.id, geometry: .polygons(area), properties: event.properties)
    }
    try evidence?.write(event.evidenceLine)
  }

  /// Adds a territory's polygon.
  package func add(_ territory: TerritoryFeature) throws {
    let polygons = try rounder.rounded(territory.polygons)
    try territories.add(
      id: territory.featureID, geometry: polygons.map { .polygons($0) },
      properties: territory.properties)
  }

  /// How many features each layer has, for `run.json`.
  package var counts: [RunReport.Count] {
    [
      RunReport.Count("events", events.count),
      RunReport.Count("event_areas", areas.count),
      RunReport.Count("background", background.count),
      RunReport.Count("mentions", mentions.count),
      RunReport.Count("territories", territories.count),
      RunReport.Count("statements", statementCount),
    ]
  }

  /// Puts all files in their places.
  ///
  /// - Parameters:
  ///   - citation: The text of `CITATION.txt`.
  ///   - report: What `run.json` says.
  ///   - others: Puts in place what other rooms staged, before `run.json`.
  package func finish(
    citation: String, report: RunReport, others: () throws -> Void = {}
  ) throws {
    for layer in [territories, mentions, background, areas, events] { try layer.commit() }
    try map?.commit()
    try evidence?.commit()
    try statements?.commit()
    // What an earlier run left here has the words that this one must not show, or other events.
    let stale = (evidence == nil ? Self.privateFiles : []) + (map == nil ? [Self.mapFile] : [])
    for name in stale { AtomicFile.discard("\(path)/\(name)") }
    try AtomicFile.write(Array(citation.utf8), to: path + "/CITATION.txt")
    try others()
    try AtomicFile.write(RunReportWriter.bytes(report), to: path + "/run.json")
  }
}

import EmitLayers
import Files
package import Gazetteer
import Geodesy
import Geometry
import ImportEvents
package import Model
import TagTerritories

/// Lays a user's own ACLED export into a folder of the layers that `map` writes.
///
/// Not Sendable: it holds GEOS and PROJ contexts.
package final class ACLEDImport {
  package struct Summary: Sendable {
    package var rows = 0
    package var leftOut = 0
    package var events = 0
    package var located = 0
  }

  private let gazetteer: Gazetteer
  private let tagger: TerritoryTagger
  private let programVersion: String

  package init(gazetteer: Gazetteer, programVersion: String) throws {
    self.gazetteer = gazetteer
    self.programVersion = programVersion
    tagger = try TerritoryTagger(gazetteer: gazetteer)
  }

  /// Reads the export and writes the folder.
  /// - Throws: `ExportError` when the file is no export, `FileError` when a file cannot be read or written,
  ///   also when the folder has a store: questions would be answered from it, not from these layers.
  package func run(
    _ input: String, output: String, report: (Diagnostic) -> Void
  ) throws -> Summary {
    let store = "\(output)/\(StoreWriter.fileName)"
    if FileStatus.of(store) != nil {
      throw FileError(
        .cannotCreate, path: store,
        "the folder has the reports of `marsad map`, of which these layers are not made; name a folder "
          + "of its own")
    }
    let reader = ACLEDExportReader(
      codes: GazetteerCoderKnowledge.codes(of: gazetteer),
      types: gazetteer.acled.map {
        ACLEDType(
          eventType: $0.eventType, subEventType: $0.subEventType, disorderType: $0.disorderType,
          family: $0.family)
      }, weekDays: gazetteer.weights["import_acled_week_days"])
    var findings: [Diagnostic] = []
    let export = try reader.read(input) { finding in
      report(finding)
      findings.append(finding)
    }
    var summary = Summary()
    summary.rows = export.rows
    summary.leftOut = export.leftOut
    // Rows of one town follow each other, so that its ground is measured once; the layers sort by day.
    let records = export.records.sorted { Self.position($0) < Self.position($1) }
    let events = try records.map(emitted).sorted { $0.order < $1.order }
    let shapes = gazetteer.shapes.boundaries()
    let lock = try FolderLock(output: output, report)
    defer { withExtendedLifetime(lock) {} }
    let folder = try LayerFolder(path: output, disclaimer: shapes.territories.first?.disclaimer)
    for event in events {
      summary.events += 1
      if event.point != nil || event.area != nil { summary.located += 1 }
      try folder.add(event)
    }
    for territory in shapes.territories { try folder.add(TerritoryFeature(territory)) }
    let run = try self.run(input, summary, findings, folder.counts)
    try folder.finish(
      citation: RunRecord.citation(
        run,
        others: [
          CitedSource(
            title: "ACLED", licence: "the terms of the export's owner",
            use: "the events; they may not be passed on", url: "https://acleddata.com")
        ]), report: run)
    return summary
  }

  private func run(
    _ input: String, _ summary: Summary, _ findings: [Diagnostic], _ counts: [RunReport.Count]
  ) throws -> RunReport {
    var run = RunReport(
      programVersion: programVersion, gazetteerHash: try gazetteer.fingerprint())
    run.boundaryVersions = RunRecord.boundaryVersions(of: gazetteer)
    run.geosVersion = GeometryEngine.libraryVersion
    run.projVersion = ProjContext.libraryVersion
    run.settings = [Property("import", .text, .string("acled-csv"))]
    run.inputs = [
      RunReport.Input(
        name: input, documents: summary.rows - summary.leftOut, rejected: summary.leftOut)
    ]
    run.counts =
      [
        RunReport.Count("rows", summary.rows), RunReport.Count("left_out", summary.leftOut),
      ] + counts
    run.rejected = findings.map { finding in
      var shown = finding
      shown.path = finding.path.map(OutputName.shown)
      return shown
    }
    return run
  }

  /// What an ACLED row does not state of an event.
  private static let unknown: Set<String> = ["confidence", "independent_sources", "reports"]

  private func emitted(_ record: ACLEDRecord) throws -> EmittedEvent {
    var event = record.event
    try place(&event, record)
    let day = record.timestamp.map { CivilDate(dayNumber: Self.day(ofSeconds: $0)) }
    return EmittedEvent(
      imported: event, notes: record.notes,
      provenance: Provenance(
        sources: record.sources, urls: [], independentSources: nil, firstReported: nil,
        lastUpdated: day), unknown: Self.unknown)
  }

  private static func position(_ record: ACLEDRecord) -> (Double, Double, Int) {
    (
      record.position?.longitude ?? .infinity, record.position?.latitude ?? .infinity,
      record.geoPrecision ?? 0
    )
  }

  private static func day(ofSeconds seconds: Int) -> Int {
    let day = seconds / 86_400
    return seconds % 86_400 < 0 ? day - 1 : day
  }

  /// Gives an event the ground that its row's position stands for, and the units and territories of it.
  ///
  /// ACLED codes a larger region to its capital: that is an area and no point.
  private func place(_ event: inout Event, _ record: ACLEDRecord) throws {
    guard let position = record.position else {
      event.tags.admin = record.units
      return
    }
    let drawn = try tagger.admin(at: position)
    var named: AdminUnits?
    switch record.geoPrecision {
    case 1:
      event.precision = .place
      event.point = position
      try circle(&event, position, "import_acled_place_m")
      named = drawn
    case 2:
      event.precision = .near
      event.point = position
      event.pointIsComputed = true
      try circle(&event, position, "import_acled_near_m")
    default:
      if let unit = drawn.admin1,
        let outline = gazetteer.shapes.boundaries().outline(ofUnit: unit.id)
      {
        event.precision = .adm1
        event.area = outline
        let area = try Geodesic.wgs84.area(of: outline)
        event.radiusKm = Geodesic.equalAreaRadius(ofArea: area) / 1000
      } else {
        event.precision = .region
        try circle(&event, position, "import_acled_region_m")
      }
    }
    event.tags = try tagger.tags(
      point: event.point, area: event.area, namedAdmin: named, places: [],
      dateEnd: event.date.end, published: nil)
    // Beyond our outlines the row's own names are all that is known.
    if drawn.country == nil { event.tags.admin = record.units }
  }

  private func circle(
    _ event: inout Event, _ center: Position, _ weight: String
  ) throws {
    let radius = Double(gazetteer.weights[weight])
    event.radiusKm = radius / 1000
    event.area = try Geodesic.wgs84.circle(center: center, radius: radius)
  }
}

import EmitLayers
import Gazetteer
import Geodesy
import Geometry
import Model
import ReadDocuments

/// Makes `run.json` and `CITATION.txt`: what was read with which program, knowledge and settings.
struct RunRecord {
  let gazetteer: Gazetteer
  let settings: MapSettings

  func report(_ collector: MapCollector, counts: [RunReport.Count]) throws -> RunReport {
    var report = RunReport(
      programVersion: settings.programVersion, gazetteerHash: try gazetteer.fingerprint())
    // A gazetteer that was made of tables in memory has no files.
    report.knowledge = gazetteer.directory.isEmpty ? [] : try gazetteer.fileHashes()
    report.boundaryVersions = boundaryVersions
    report.geosVersion = GeometryEngine.libraryVersion
    report.projVersion = ProjContext.libraryVersion
    report.settings = [
      Property("public", .boolean, .bool(settings.isPublic)),
      Property("certain_only", .boolean, .bool(settings.certainOnly)),
      Property("located_only", .boolean, .bool(settings.locatedOnly)),
      Property(
        "min_confidence", .real,
        .double(Double(settings.minimumConfidence) / 1000, decimals: 3)),
      Property(
        "published", .date, settings.defaults.published.map { .string($0.description) } ?? .null),
      Property("source", .text, settings.defaults.source.map { .string($0) } ?? .null),
    ]
    report.inputs = collector.inputReports
    report.corrections = collector.correctionReport
    report.counts =
      [
        RunReport.Count("documents", collector.summary.documents),
        RunReport.Count("rejected", collector.summary.rejected),
      ] + counts
    report.rejected = collector.rejected
    report.unknownPlaces = settings.isPublic ? [] : collector.unknownReports
    return report
  }

  var boundaryVersions: [String] { Self.boundaryVersions(of: gazetteer) }

  /// The variants and days of the outlines and territories in use.
  static func boundaryVersions(of gazetteer: Gazetteer) -> [String] {
    let shapes = gazetteer.shapes.boundaries()
    let units = Set(shapes.units.map(\.variant)).sorted().map { "units " + $0 }
    let territories = Set(
      shapes.territories.map { ($0.validFrom.map { "\($0)/" } ?? "") + $0.variant }
    ).sorted().map { "territories " + $0 }
    return units + territories
  }

  /// The sources of the knowledge as `SOURCES.md` names them.
  static func citation(_ report: RunReport, others: [CitedSource] = []) -> String {
    CitationWriter.text(
      programVersion: report.programVersion, gazetteerHash: report.gazetteerHash,
      boundaryVersions: report.boundaryVersions,
      sources: others + [
        CitedSource(
          title: "GeoNames", licence: "CC BY 4.0", use: "facts on places and names",
          url: "https://www.geonames.org"),
        CitedSource(
          title: "Who's On First", licence: "CC0 and sources", use: "facts on places and outlines",
          url: "https://whosonfirst.org"),
        CitedSource(
          title: "OCHA / Iraq Central Statistics Organization, COD-AB Iraq", version: "2019",
          licence: "CC BY 3.0 IGO", use: "units and outlines, redrawn"),
        CitedSource(
          title: "UNAMI, press release of 22 April 2009",
          use: "the list of disputed areas; no endorsement by the United Nations is implied"),
      ])
  }
}

import ArgumentParser
import EmitLayers
import Geodesy
import Geometry
import Model
import QueryEvents
import StoreEvents

/// How answers that are features are written.
struct FeatureOutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "table, geojson, geojsonl, geojsonseq, csv, json, gpkg or count (default: table on a terminal, gpkg for a file of that name, else geojson)."
  )
  var format: FeatureOutputFormat?

  @Flag(
    name: .long,
    help:
      "For spreadsheets: CSV with a byte order mark, CRLF, and no cell that would run as a formula."
  )
  var excel = false

  @Flag(name: .long, help: "CSV with the geometry as well-known text instead of a position.")
  var wkt = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The reference system of CSV and GeoPackage, such as EPSG:32638 (default: EPSG:4326).",
      valueName: "EPSG:n"))
  var crs: String?

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  func validate() throws {
    let format = chosenFormat
    if excel, format != .csv { throw ValidationError("--excel belongs to --format csv") }
    if wkt, format != .csv { throw ValidationError("--wkt belongs to --format csv") }
    if crs != nil, format != .csv, format != .gpkg {
      throw ValidationError(
        "--crs belongs to --format csv and gpkg; GeoJSON is WGS 84 by its standard (RFC 7946)")
    }
    if format == .gpkg, output == nil || output == "-" {
      throw ValidationError("--format gpkg needs a file: -o FILE.gpkg")
    }
  }

  var chosenFormat: FeatureOutputFormat {
    if let format { return format }
    guard let output, output != "-" else {
      return StandardOutput.isTerminal ? .table : .geojson
    }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return switch ending {
    case "gpkg": .gpkg
    case "csv": .csv
    case "geojsonl", "ndjson", "jsonl": .geojsonl
    case "geojsonseq", "geojsons": .geojsonseq
    default: .geojson
    }
  }

  /// Whether the answer shows geometries.
  var needsGeometry: Bool { chosenFormat != .table && chosenFormat != .count }
}

/// All formats of features.
enum FeatureOutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, geojson, geojsonl, geojsonseq, csv, json, gpkg, count

  /// The format of text, nil for a GeoPackage.
  var text: FeatureFormat? { FeatureFormat(rawValue: rawValue) }
}

/// Where features go: text to a file or standard output, or a GeoPackage.
final class FeatureOutput {
  private var writer: FeatureWriter
  private let output: TableOutput
  private let transform: CoordinateTransform?

  init(
    _ options: FeatureOutputOptions, name: String, columns: [AttributeColumn],
    holdsPointsOnly: Bool
  ) throws {
    guard let format = options.chosenFormat.text else {
      throw Failure(status: .internalError, message: "GeoPackage output")
    }
    let system = try options.crs.map { try CRS(parsing: $0) } ?? .wgs84
    transform =
      system == .wgs84
      ? nil : try CoordinateTransform(from: .wgs84, to: system, in: try ProjContext())
    let geometry: FeatureWriter.CSVGeometry =
      options.wkt || !holdsPointsOnly
      ? .text : system == .wgs84 ? .degrees : .position(x: "x", y: "y")
    writer = try FeatureWriter(
      format, name: name, columns: columns, csvGeometry: geometry,
      isForSpreadsheets: options.excel)
    output = try TableOutput(options.output)
    try output.write(writer.begin())
  }

  func write(_ feature: Feature) throws {
    var feature = feature
    if let transform, let shape = feature.geometry {
      feature.geometry = try shape.mapped(transform.forward)
    }
    try output.write(try writer.add(feature))
  }

  /// Writes what is left and puts a file in its place.
  func finish() throws {
    try output.write(writer.end())
    try output.finish()
  }
}

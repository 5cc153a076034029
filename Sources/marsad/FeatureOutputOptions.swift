import ArgumentParser
import EmitLayers

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

  /// Whether it matters of which types the geometries are.
  var asksForm: Bool { chosenFormat == .gpkg || (chosenFormat == .csv && !wkt) }

  /// Whether the answer shows geometries.
  var needsGeometry: Bool { chosenFormat != .table && chosenFormat != .count }
}

/// All formats of features.
enum FeatureOutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, geojson, geojsonl, geojsonseq, csv, json, gpkg, count

  /// The format of text, nil for a GeoPackage.
  var text: FeatureFormat? { FeatureFormat(rawValue: rawValue) }
}

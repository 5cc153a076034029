package import Geometry
package import Model

/// Writes features with their columns in one of the formats of `FeatureFormat`.
///
/// ```swift
/// var writer = try FeatureWriter(.geojson, name: "events", columns: columns)
/// try file.write(writer.begin())
/// try file.write(writer.add(feature))
/// try file.write(writer.end())
/// ```
///
/// Nothing is kept but for a table, whose columns need all rows. Not Sendable: rounding asks GEOS.
package struct FeatureWriter {
  /// What `csv` has of a geometry.
  package enum CSVGeometry: Sendable, Hashable {
    /// Two columns; empty where the geometry is no point.
    case position(x: String, y: String)
    /// A column `WKT`.
    case text
    case none

    /// Degrees.
    package static let degrees = CSVGeometry.position(x: "longitude", y: "latitude")
  }

  private let format: FeatureFormat
  private let columns: [AttributeColumn]
  /// The names of the columns as they stand in JSON.
  private let keys: [[UInt8]]
  private let csvGeometry: CSVGeometry
  private let csv: CSVWriter
  private var collection: GeoJSONWriter
  private var table: TableWriter
  private let rounder: GridRounder
  /// How many features were added.
  package private(set) var count = 0

  /// Makes a writer.
  /// - Parameters:
  ///   - name: The layer's name, for a FeatureCollection.
  ///   - isForSpreadsheets: Of `csv`: a byte order mark, and no cell that runs as a formula.
  /// - Throws: when GEOS cannot be set up.
  package init(
    _ format: FeatureFormat, name: String, columns: [AttributeColumn],
    csvGeometry: CSVGeometry = .degrees, isForSpreadsheets: Bool = false
  ) throws {
    self.format = format
    self.columns = columns
    keys = columns.map { JSONBytes.escaped($0.name) }
    self.csvGeometry = csvGeometry
    csv = CSVWriter(isForSpreadsheets: isForSpreadsheets)
    collection = GeoJSONWriter(name: name)
    table = TableWriter(
      columns: columns.map(\.name),
      alignments: columns.map { [.integer, .real].contains($0.kind) ? .right : .left })
    rounder = try GridRounder()
  }

  /// Everything before the first feature.
  package func begin() -> [UInt8] {
    switch format {
    case .geojson: collection.begin()
    case .json: Array("[".utf8)
    case .csv: csv.header(columns.map(\.name) + csvTitles)
    case .table, .geojsonl, .geojsonseq, .count: []
    }
  }

  /// A feature, with what separates it from the one before.
  package mutating func add(_ feature: Feature) throws -> [UInt8] {
    count += 1
    switch format {
    case .count: return []
    case .table:
      table.add(columns.indices.map { cell(feature.values[$0], $0).map(Self.shortened) })
      return []
    case .csv:
      return csv.record(
        columns.indices.map { cell(feature.values[$0], $0) } + (try csvCells(feature.geometry)))
    case .geojson:
      return collection.separator(before: feature.geometry) + (try self.feature(feature))
    case .geojsonl: return try self.feature(feature) + [Self.lineFeed]
    case .geojsonseq: return [Self.recordSeparator] + (try self.feature(feature)) + [Self.lineFeed]
    case .json:
      return Array((count > 1 ? ",\n" : "\n").utf8) + (try object(feature))
    }
  }

  /// Everything after the last feature.
  package func end() -> [UInt8] {
    switch format {
    case .geojson: collection.end()
    case .json: Array((count > 0 ? "\n]\n" : "]\n").utf8)
    case .table: table.bytes()
    case .count: Array("\(count)\n".utf8)
    case .csv, .geojsonl, .geojsonseq: []
    }
  }

  private static let lineFeed: UInt8 = 0x0A
  private static let recordSeparator: UInt8 = 0x1E

  // MARK: JSON

  private func feature(_ feature: Feature) throws -> [UInt8] {
    var json = JSONBytes(capacity: 256 + 32 * columns.count)
    json.beginObject()
    json.key("type")
    json.string("Feature")
    switch feature.id {
    case nil: break
    case .number(let number):
      json.key("id")
      json.int(number)
    case .text(let text):
      json.key("id")
      json.string(text)
    }
    json.key("geometry")
    json.geometry(try rounded(feature.geometry))
    json.key("properties")
    json.beginObject()
    writeProperties(of: feature, to: &json)
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private func object(_ feature: Feature) throws -> [UInt8] {
    var json = JSONBytes(capacity: 256 + 32 * columns.count)
    json.beginObject()
    writeProperties(of: feature, to: &json)
    json.key("geometry")
    json.geometry(try rounded(feature.geometry))
    json.endObject()
    return json.bytes
  }

  private func writeProperties(of feature: Feature, to json: inout JSONBytes) {
    for (index, value) in feature.values.enumerated() {
      json.key(escaped: keys[index])
      AttributeText.write(value, of: columns[index], to: &json)
    }
  }

  /// Rounding must not make an area invalid; what is no area cannot become so.
  private func rounded(_ shape: Shape?) throws -> Shape? {
    guard case .polygons(let polygons) = shape else { return shape }
    return try rounder.rounded(polygons).map { .polygons($0) }
  }

  // MARK: Cells

  private func cell(_ value: AttributeValue, _ place: Int) -> String? {
    AttributeText.cell(value, of: columns[place])
  }

  /// Sentences and lists would push every other column out of sight.
  private static func shortened(_ text: String) -> String {
    let limit = 40
    guard text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }

  private var csvTitles: [String] {
    switch csvGeometry {
    case .position(let x, let y): [x, y]
    case .text: ["WKT"]
    case .none: []
    }
  }

  private func csvCells(_ shape: Shape?) throws -> [String?] {
    switch csvGeometry {
    case .none: return []
    case .text: return [try rounded(shape).map(WKT.text)]
    case .position:
      guard case .point(let point) = shape else { return [nil, nil] }
      return [
        DecimalDigits.text(point.x, decimals: 7), DecimalDigits.text(point.y, decimals: 7),
      ]
    }
  }
}

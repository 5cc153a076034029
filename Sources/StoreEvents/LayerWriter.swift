import FoundationEssentials
import GRDB
package import Geometry
package import Model

/// Fills one table of a GeoPackage.
///
/// Rows get the numbers 1, 2, … in the order in which they come. Keeps 40 bytes for each geometry,
/// for the index that `finish` makes.
package final class LayerWriter {
  private let schema: LayerSchema
  private let database: Database
  private let path: String
  private let insert: GRDB.Statement
  private var boxes: [(id: Int64, box: BoundingBox)] = []
  /// How many rows were added.
  package private(set) var count = 0

  init(_ schema: LayerSchema, in database: Database, path: String, instant: String) throws {
    self.schema = schema
    self.database = database
    self.path = path
    var columns = ["\(LayerSchema.key) INTEGER NOT NULL PRIMARY KEY"]
    if let geometry = schema.geometry {
      columns.append("\(LayerSchema.geometryColumn) \(geometry.rawValue)")
    }
    columns += schema.columns.map { "\(SQLName.quoted($0.name)) \($0.kind.sqlType)" }
    let table = SQLName.quoted(schema.name)
    try database.execute(sql: "CREATE TABLE \(table) (\n  \(columns.joined(separator: ",\n  "))\n)")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insert = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        schema.name, schema.geometry == nil ? "attributes" : "features", schema.title,
        schema.summary, instant, schema.geometry == nil ? 0 : GeoPackageTables.wgs84,
      ])
    if let geometry = schema.geometry {
      try database.execute(
        sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
        arguments: [
          schema.name, LayerSchema.geometryColumn, geometry.rawValue, GeoPackageTables.wgs84,
        ])
    }
    for column in schema.columns where column.isJSON {
      try database.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, name, mime_type)
          VALUES (?, ?, ?, 'application/json')
          """, arguments: [schema.name, column.name, column.name])
    }
  }

  /// Adds a row.
  /// - Parameters:
  ///   - geometry: Degrees, longitude first; nil, and a shape without a coordinate, leave it NULL.
  ///   - values: One for each column, in their order.
  package func add(geometry: Shape? = nil, _ values: [AttributeValue]) throws {
    precondition(values.count == schema.columns.count, "a row has a value for each column")
    count += 1
    let id = Int64(count)
    var arguments: [(any DatabaseValueConvertible)?] = [id]
    arguments.reserveCapacity(values.count + 2)
    if schema.geometry != nil {
      if let geometry, let box = geometry.bounds {
        boxes.append((id, box))
        arguments.append(Data(GeometryBlob.encode(geometry)))
      } else {
        arguments.append(nil)
      }
    }
    for value in values { arguments.append(Self.argument(value)) }
    try GeoPackage.mapped(path) {
      try insert.execute(arguments: StatementArguments(arguments))
    }
  }

  private static func argument(_ value: AttributeValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .boolean(let value): value
    case .integer(let number): number
    case .real(let number): number
    case .text(let text): storable(text)
    case .bytes(let bytes): Data(bytes)
    }
  }

  /// The text as SQLite's text functions can hold it: they end at a NUL, which becomes U+FFFD.
  private static func storable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }

  /// Writes the extent and makes the index.
  func finish() throws {
    guard schema.geometry != nil else { return }
    if let first = boxes.first {
      let extent = boxes.reduce(first.box) { $0.union($1.box) }
      try database.execute(
        sql: """
          UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
          """,
        arguments: [extent.minX, extent.minY, extent.maxX, extent.maxY, schema.name])
    }
    try SpatialIndex(
      table: schema.name, column: LayerSchema.geometryColumn, key: LayerSchema.key
    ).create(in: database, boxes: boxes)
  }
}

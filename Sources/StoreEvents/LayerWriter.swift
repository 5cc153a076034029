import GRDB
package import Geometry
package import Model

/// Fills one table of a GeoPackage.
///
/// Rows come in a stream. Keeps 24 bytes for each geometry, for the index that `finish` makes.
package final class LayerWriter {
  private let schema: LayerSchema
  private let database: Database
  private let path: String
  private let insert: GRDB.Statement
  private let columns: [String]
  private var boxes: [IndexNodeBytes.Entry] = []
  private var extent: BoundingBox?
  /// How many rows were added.
  package private(set) var count = 0

  init(_ schema: LayerSchema, in database: Database, path: String, instant: String) throws {
    self.schema = schema
    self.database = database
    self.path = path
    columns = schema.columnNames
    var declared = ["\(SQLName.quoted(columns[0])) INTEGER NOT NULL PRIMARY KEY"]
    if let geometry = schema.geometry {
      declared.append("\(SQLName.quoted(columns[1])) \(geometry.rawValue)")
    }
    let own = columns.dropFirst(declared.count)
    declared += zip(own, schema.columns).map { "\(SQLName.quoted($0)) \($1.kind.sqlType)" }
    let table = SQLName.quoted(schema.name)
    try database.execute(
      sql: "CREATE TABLE \(table) (\n  \(declared.joined(separator: ",\n  "))\n)")
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insert = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    let reference = schema.geometry == nil ? 0 : schema.reference.code
    if schema.geometry != nil { try GeoPackageTables.add(schema.reference, to: database) }
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        schema.name, schema.geometry == nil ? "attributes" : "features", schema.title,
        schema.summary, instant, reference,
      ])
    if let geometry = schema.geometry {
      try database.execute(
        sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
        arguments: [schema.name, columns[1], geometry.rawValue, reference])
    }
    for (name, column) in zip(own, schema.columns) where column.isJSON {
      try database.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, name, mime_type)
          VALUES (?, ?, ?, 'application/json')
          """, arguments: [schema.name, name, name])
    }
  }

  /// Adds a row; rows get the numbers 1, 2, … in the order in which they come.
  /// - Parameters:
  ///   - geometry: Longitude or east first; nil, and a shape without a coordinate, leave it NULL.
  ///   - values: One for each column, in their order.
  package func add(geometry: Shape? = nil, _ values: [AttributeValue]) throws {
    precondition(values.count == schema.columns.count, "a row has a value for each column")
    count += 1
    insert.bind(.integer(count), at: 1)
    var place = 2
    if schema.geometry != nil {
      if let geometry, let box = geometry.bounds {
        boxes.append(IndexNodeBytes.Entry(number: Int64(count), box: box))
        extent = extent?.union(box) ?? box
        insert.bind(
          .bytes(GeometryBlob.encode(geometry, reference: schema.reference.code)), at: place)
      } else {
        insert.bind(.null, at: place)
      }
      place += 1
    }
    for value in values {
      insert.bind(value, at: place)
      place += 1
    }
    try GeoPackage.mapped(path) { try insert.run() }
  }

  /// Adds a feature; by what it was known elsewhere is not kept.
  package func add(_ feature: Feature) throws {
    try add(geometry: feature.geometry, feature.values)
  }

  /// Writes the extent and makes the index.
  func finish() throws {
    guard schema.geometry != nil else { return }
    if let extent {
      try database.execute(
        sql: """
          UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
          """,
        arguments: [extent.minX, extent.minY, extent.maxX, extent.maxY, schema.name])
    }
    try SpatialIndex(
      table: schema.name, column: columns[1], key: columns[0]
    ).create(in: database, boxes: boxes)
  }
}

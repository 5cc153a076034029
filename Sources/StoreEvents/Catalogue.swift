import GRDB
import Model

/// What a GeoPackage says of its own tables.
struct Catalogue {
  let database: Database

  func layers() throws -> [LayerDescription] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT table_name, identifier, min_x, min_y, max_x, max_y FROM gpkg_contents
        WHERE data_type IN ('features', 'attributes')
        """)
    var layers: [LayerDescription] = []
    for row in rows {
      guard let name = String.fromDatabaseValue(row[0]) else { continue }
      let isView = try database.viewExists(name)
      // A catalogue may name what was dropped since.
      guard try isView || database.tableExists(name) else { continue }
      layers.append(try layer(name, row, isView: isView))
    }
    return layers
  }

  /// Nothing is taken for granted of a file from elsewhere: what is not of its type is as if missing.
  private func layer(_ name: String, _ row: Row, isView: Bool) throws -> LayerDescription {
    let geometry = try geometryColumn(of: name)
    let json = try jsonColumns(of: name)
    var columns: [AttributeColumn] = []
    var keys: [String] = []
    for column in try Row.fetchAll(
      database, sql: "PRAGMA table_info(\(SQLName.literal(name)))")
    {
      guard let title = String.fromDatabaseValue(column["name"]), title != geometry?.column else {
        continue
      }
      let kind = AttributeKind(sqlType: String.fromDatabaseValue(column["type"]) ?? "")
      if Int.fromDatabaseValue(column["pk"]) ?? 0 > 0, kind == .integer { keys.append(title) }
      columns.append(AttributeColumn(title, kind, isJSON: json.contains(title)))
    }
    var key = keys.count == 1 ? keys[0] : isView ? nil : "rowid"
    if isView, let first = columns.first, first.kind == .integer { key = first.name }
    let edges = (2..<6).map { Double.fromDatabaseValue(row[$0]) }
    var extent: BoundingBox?
    if let minX = edges[0], let minY = edges[1], let maxX = edges[2], let maxY = edges[3] {
      extent = BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }
    let isIndexed = try geometry.map { try hasIndex(name, $0.column) } ?? false
    return LayerDescription(
      name: name, title: String.fromDatabaseValue(row[1]) ?? name,
      geometryColumn: geometry?.column, geometryType: geometry?.type,
      referenceSystem: geometry?.system, keyColumn: key,
      columns: columns.filter { $0.name != key }, statedExtent: extent,
      hasSpatialIndex: isIndexed && key != nil)
  }

  private func geometryColumn(
    of table: String
  ) throws -> (column: String, type: String, system: LayerDescription.ReferenceSystem?)? {
    guard try database.tableExists("gpkg_geometry_columns") else { return nil }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT column_name, geometry_type_name, organization, organization_coordsys_id
        FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON g.srs_id = s.srs_id
        WHERE table_name = ? COLLATE NOCASE
        """, arguments: [table])
    guard let row, let column = String.fromDatabaseValue(row[0]) else { return nil }
    var system: LayerDescription.ReferenceSystem?
    if let organization = String.fromDatabaseValue(row[2]), let code = Int.fromDatabaseValue(row[3])
    {
      system = LayerDescription.ReferenceSystem(organization: organization, code: code)
    }
    return (column, String.fromDatabaseValue(row[1])?.uppercased() ?? "GEOMETRY", system)
  }

  /// Whether the file has an index and says that it keeps it.
  private func hasIndex(_ table: String, _ column: String) throws -> Bool {
    guard try database.tableExists("gpkg_extensions"),
      try database.tableExists("rtree_\(table)_\(column)")
    else { return false }
    let rows = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM gpkg_extensions
        WHERE extension_name = 'gpkg_rtree_index' AND table_name = ? COLLATE NOCASE
        """, arguments: [table])
    return rows == 1
  }

  /// The columns whose texts are JSON, as the schema extension says it.
  private func jsonColumns(of table: String) throws -> Set<String> {
    guard try database.tableExists("gpkg_data_columns") else { return [] }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT column_name FROM gpkg_data_columns
        WHERE table_name = ? COLLATE NOCASE AND mime_type = 'application/json'
        """, arguments: [table])
    return Set(rows.compactMap { String.fromDatabaseValue($0[0]) })
  }
}

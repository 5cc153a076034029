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
      let name: String = row[0]
      // A catalogue may name what was dropped since.
      guard try database.tableExists(name) || database.viewExists(name) else { continue }
      layers.append(try layer(name, row))
    }
    return layers
  }

  private func layer(_ name: String, _ row: Row) throws -> LayerDescription {
    let geometry = try geometryColumn(of: name)
    var columns: [AttributeColumn] = []
    var keys: [String] = []
    let json = try jsonColumns(of: name)
    let table = try Row.fetchAll(
      database, sql: "PRAGMA table_info(\(SQLName.literal(name)))")
    for column in table {
      let title: String = column["name"]
      if column["pk"] as Int > 0 {
        keys.append(title)
      } else if title != geometry?.column {
        columns.append(
          AttributeColumn(
            title, AttributeKind(sqlType: column["type"]), isJSON: json.contains(title)))
      }
    }
    let edges = (2..<6).map { row[$0] as Double? }
    var extent: BoundingBox?
    if let minX = edges[0], let minY = edges[1], let maxX = edges[2], let maxY = edges[3] {
      extent = BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
    }
    return LayerDescription(
      name: name, title: row[1] ?? name, geometryColumn: geometry?.column,
      geometryType: geometry?.type, referenceSystem: geometry?.system,
      keyColumn: keys.count == 1 ? keys[0] : "rowid", columns: columns, statedExtent: extent,
      hasSpatialIndex: try geometry.map { try hasIndex(name, $0.column) } ?? false)
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
    guard let row else { return nil }
    var system: LayerDescription.ReferenceSystem?
    if let organization = row[2] as String?, let code = row[3] as Int? {
      system = LayerDescription.ReferenceSystem(organization: organization, code: code)
    }
    return (row[0], (row[1] as String).uppercased(), system)
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
    return try String.fetchSet(
      database,
      sql: """
        SELECT column_name FROM gpkg_data_columns
        WHERE table_name = ? COLLATE NOCASE AND mime_type = 'application/json'
        """, arguments: [table])
  }
}

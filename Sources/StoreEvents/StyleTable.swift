import GRDB
import Model

/// The table in which QGIS looks for a layer's default style.
enum StyleTable {
  static let name = "layer_styles"

  static func create(in database: Database, styles: [LayerStyle], instant: String) throws {
    try database.execute(
      sql: """
        CREATE TABLE layer_styles (
          id INTEGER NOT NULL PRIMARY KEY,
          f_table_catalog TEXT(256),
          f_table_schema TEXT(256),
          f_table_name TEXT(256),
          f_geometry_column TEXT(256),
          styleName TEXT(30),
          styleQML TEXT,
          styleSLD TEXT,
          useAsDefault BOOLEAN,
          description TEXT,
          owner TEXT(30),
          ui TEXT(30),
          update_time DATETIME
        )
        """)
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES ('layer_styles', 'attributes', 'layer_styles', 'Default styles for QGIS', ?, 0)
        """, arguments: [instant])
    for (number, style) in styles.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO layer_styles VALUES (?, '', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)
          """,
        arguments: [
          number + 1, style.layer, LayerSchema.geometryColumn, style.name,
          QMLStyle(style: style).text,
          style.summary, instant,
        ])
    }
  }
}

import GRDB

/// The R-tree of a layer and the triggers that keep it, as GeoPackage 1.2 and 1.3 ask for them
/// (extension `gpkg_rtree_index`).
///
/// The triggers call `ST_*` functions that plain SQLite lacks, and `update1` does not go with
/// `INSERT … ON CONFLICT DO UPDATE`: a store is filled before they exist and is never upserted.
struct SpatialIndex {
  let table: String
  let column: String
  let key: String

  var name: String { "rtree_\(table)_\(column)" }

  /// Makes the index and fills it with the boxes that are known already, one for each row that has one.
  func create(in database: Database, boxes: [IndexNodeBytes.Entry]) throws {
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \(SQLName.quoted(name)) USING rtree(id, minx, maxx, miny, maxy)")
    try PackedIndex(index: name).fill(boxes, in: database)
    for trigger in triggers { try database.execute(sql: trigger) }
    try database.execute(
      sql: """
        INSERT INTO gpkg_extensions
          (table_name, column_name, extension_name, definition, scope)
        VALUES (?, ?, 'gpkg_rtree_index',
          'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [table, column])
  }

  /// The six triggers: insert, four kinds of update, delete.
  var triggers: [String] {
    let rows = SQLName.quoted(table)
    let index = SQLName.quoted(name)
    let geometry = SQLName.quoted(column)
    let id = SQLName.quoted(key)
    let isFilled = "(NEW.\(geometry) NOTNULL AND NOT ST_IsEmpty(NEW.\(geometry)))"
    let isBare = "(NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry)))"
    let put = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.\(id),
          ST_MinX(NEW.\(geometry)), ST_MaxX(NEW.\(geometry)),
          ST_MinY(NEW.\(geometry)), ST_MaxY(NEW.\(geometry)));
      """
    func trigger(_ suffix: String, _ event: String, _ condition: String, _ action: String)
      -> String
    {
      """
      CREATE TRIGGER \(SQLName.quoted("\(name)_\(suffix)")) AFTER \(event) ON \(rows)
        WHEN \(condition)
      BEGIN
        \(action)
      END
      """
    }
    let isSame = "OLD.\(id) = NEW.\(id)"
    let isMoved = "OLD.\(id) != NEW.\(id)"
    let drop = "DELETE FROM \(index) WHERE id = OLD.\(id);"
    return [
      trigger("insert", "INSERT", isFilled, put),
      trigger("update1", "UPDATE OF \(geometry)", "\(isSame) AND \(isFilled)", put),
      trigger("update2", "UPDATE OF \(geometry)", "\(isSame) AND \(isBare)", drop),
      trigger("update3", "UPDATE", "\(isMoved) AND \(isFilled)", drop + "\n  " + put),
      trigger(
        "update4", "UPDATE", "\(isMoved) AND \(isBare)",
        "DELETE FROM \(index) WHERE id IN (OLD.\(id), NEW.\(id));"),
      trigger("delete", "DELETE", "OLD.\(geometry) NOT NULL", drop),
    ]
  }
}

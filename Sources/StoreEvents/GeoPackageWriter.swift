import GRDB
package import Model

/// Makes a GeoPackage, table by table.
///
/// The same rows give the same bytes with the same SQLite; nothing in the file tells of the clock or
/// the machine. Not Sendable, and of use inside `GeoPackage.create` only.
package final class GeoPackageWriter {
  let database: Database
  private let path: String
  /// The instant of `last_change`.
  private let instant: String
  private var layers: [LayerWriter] = []

  init(_ database: Database, path: String, instant: String) throws {
    self.database = database
    self.path = path
    self.instant = instant
    try GeoPackageTables.create(in: database)
  }

  /// Begins a table; its rows may come in any order between those of other tables.
  package func add(_ schema: LayerSchema) throws -> LayerWriter {
    let layer = try GeoPackage.mapped(path) {
      try LayerWriter(schema, in: database, path: path, instant: instant)
    }
    layers.append(layer)
    return layer
  }

  /// Makes a style the default of its layer (table `layer_styles`, which QGIS reads).
  package func add(_ styles: [LayerStyle]) throws {
    try GeoPackage.mapped(path) {
      try StyleTable.create(in: database, styles: styles, instant: instant)
    }
  }

  /// Writes extents and indexes.
  func finish() throws {
    for layer in layers { try layer.finish() }
  }
}

/// Making and recognizing GeoPackages.
package enum GeoPackage {
  /// Makes a file.
  /// - Parameters:
  ///   - path: An empty file, or none.
  ///   - name: What errors call it, when it is written beside its place.
  ///   - day: The day of `last_change`: of the data, since nothing may depend on the clock.
  ///   - body: Adds the tables and their rows.
  /// - Throws: `StoreError` with code S008, and what the body throws.
  package static func create(
    at path: String, named name: String, day: CivilDate?,
    _ body: (GeoPackageWriter) throws -> Void
  ) throws {
    let instant = "\(day?.description ?? "1970-01-01")T00:00:00.000Z"
    try mapped(name) {
      let queue = try StoreConnection.create(path)
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN")
        let writer = try GeoPackageWriter(database, path: name, instant: instant)
        try body(writer)
        try writer.finish()
        try database.execute(sql: "COMMIT")
      }
      try queue.close()
    }
  }

  /// Runs a body; an error of the database leaves as one of ours.
  static func mapped<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError {
      throw StoreError(.database, path: path, error.message ?? "SQLite error \(error.resultCode)")
    }
  }
}

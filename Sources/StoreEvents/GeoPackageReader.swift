import GRDB
package import Model

/// Reads any GeoPackage, ours or anyone's; the file is never changed.
///
/// ```swift
/// let reader = try GeoPackageReader(path: "events.gpkg")
/// let events = try reader.layer("events")
/// try reader.forEach(of: events, in: box, columns: ["event_type"]) { feature in … }
/// ```
///
/// Not Sendable: one reader, one connection, one thread at a time.
package final class GeoPackageReader {
  package let path: String
  let queue: DatabaseQueue
  /// Of the file that was opened.
  let identity: [UInt64]?

  /// Opens a file.
  /// - Throws: `StoreError` with codes S001 (no such file) and S002 (no GeoPackage).
  package init(path: String) throws {
    self.path = path
    guard StoreFile.exists(path) else {
      throw StoreError(.notFound, path: path, "there is no such file")
    }
    identity = StoreFile.identity(path)
    do {
      queue = try StoreConnection.read(path)
      let tables = try queue.unsafeRead { database in
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM sqlite_master
            WHERE name IN ('gpkg_contents', 'gpkg_spatial_ref_sys') AND type IN ('table', 'view')
            """)
      }
      guard tables == 2 else {
        throw StoreError(
          .notGeoPackage, path: path, "a SQLite file without gpkg_contents is no GeoPackage")
      }
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_NOTADB {
        throw StoreError(.notGeoPackage, path: path, "the file is no SQLite database")
      }
      throw StoreError(.database, path: path, error.message ?? "SQLite \(error.resultCode)")
    }
  }

  /// Every table that the catalogue names as features or attributes, in its order.
  package func layers() throws -> [LayerDescription] {
    try read { try Catalogue(database: $0).layers() }
  }

  /// The layer of that name.
  /// - Throws: `StoreError` with code S009, which names the layers that there are.
  package func layer(_ name: String) throws -> LayerDescription {
    let all = try layers()
    if let found = all.first(where: { $0.name == name }) { return found }
    throw StoreError(
      .noSuchLayer, path: path,
      "there is no layer \(name); there are \(all.map(\.name).joined(separator: ", "))")
  }

  /// What makes the file one of ours.
  /// - Throws: `StoreError` with code S003 for any other GeoPackage.
  package func seal() throws -> StoreSeal {
    if let seal = try read({ try StoreSeal($0) }) { return seal }
    throw StoreError(
      .foreign, path: path,
      "the GeoPackage was not written by `marsad map`; name another folder")
  }

  /// How many rows a layer has.
  package func count(of layer: LayerDescription) throws -> Int {
    try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM \(SQLName.quoted(layer.name))") ?? 0
    }
  }

  /// Hands out the rows of a layer by their keys, lowest first.
  ///
  /// Reads one row at a time. With a box and a spatial index it reads the candidates only.
  /// - Parameters:
  ///   - layer: Of this file.
  ///   - box: Leaves out rows whose box does not touch it, and those without a geometry. The box is in
  ///     the layer's own coordinates. What is left are candidates: a box is not a shape.
  ///   - condition: Leaves out rows that do not meet it.
  ///   - columns: Which values, by name; nil for all. The key and the geometry are none of them.
  ///   - withGeometry: False leaves the geometry unread.
  ///   - body: Returns false to stop.
  /// - Throws: `StoreError` with code S007 for a geometry that cannot be read, S009 for an unknown column,
  ///   and what the body throws.
  package func forEach(
    of layer: LayerDescription, in box: BoundingBox? = nil, where condition: RowCondition? = nil,
    columns: [String]? = nil, withGeometry: Bool = true, _ body: (StoredFeature) throws -> Bool
  ) throws {
    let query = FeatureQuery(
      layer: layer, columns: try self.columns(columns, of: layer), box: box, condition: condition,
      withGeometry: withGeometry)
    try read { database in
      let statement = try database.makeStatement(sql: query.sql)
      let rows = try Row.fetchCursor(statement, arguments: query.arguments)
      while try rows.next() != nil {
        guard let feature = try query.feature(statement, path: path) else { continue }
        if try !body(feature) { return }
      }
    }
  }

  /// The rows of a layer with these keys, in the order of the keys that are there.
  package func features(of layer: LayerDescription, ids: [Int]) throws -> [StoredFeature] {
    let query = FeatureQuery(
      layer: layer, columns: layer.columns, box: nil, withGeometry: true, byKey: true)
    return try read { database in
      let statement = try database.makeStatement(sql: query.sql)
      return try ids.compactMap { id in
        let rows = try Row.fetchCursor(statement, arguments: [id])
        return try rows.next() == nil ? nil : try query.feature(statement, path: path)
      }
    }
  }

  /// The columns of these names, all for nil.
  func columns(_ names: [String]?, of layer: LayerDescription) throws -> [AttributeColumn] {
    try names.map { try $0.map { try column($0, of: layer) } } ?? layer.columns
  }

  private func column(_ name: String, of layer: LayerDescription) throws -> AttributeColumn {
    if let found = layer.columns.first(where: { $0.name == name }) { return found }
    throw StoreError(.noSuchLayer, path: path, "the layer \(layer.name) has no column \(name)")
  }

  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    // Reentrant: a body that gets a row may ask for others.
    try GeoPackage.mapped(path) { try queue.unsafeReentrantRead(body) }
  }
}

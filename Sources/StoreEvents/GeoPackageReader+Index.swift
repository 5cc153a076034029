import FoundationEssentials
import GRDB
import Model

/// The spatial index of a layer, node by node, for searches that SQL cannot put: the nearest first.
extension GeoPackageReader {
  /// The root of a layer's index, nil when it has none.
  ///
  /// - Throws: `StoreError` with code S010 when the index is not laid out as SQLite's R*Tree module does
  ///   it; the layer can be searched without it.
  package func indexRoot(of layer: LayerDescription) throws -> IndexNode? {
    guard layer.hasSpatialIndex, let column = layer.geometryColumn else { return nil }
    let index = "rtree_\(layer.name)_\(column)"
    let root: Int64 = 1
    return try read { database in
      let declared = try String.fetchOne(
        database,
        sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE",
        arguments: [index])
      // Read as text: to look into the table itself SQLite would open the index.
      let words = (declared ?? "").lowercased().split { " \n\t(".contains($0) }
      let columns = (declared ?? "").count { $0 == "," } + 1
      // The module `rtree_i32` keeps whole numbers; a third dimension has wider entries.
      guard words.contains("rtree"), columns == 5,
        let depth = IndexNodeBytes.depth(try bytes(of: root, in: index, database))
      else { throw otherLayout(index, root) }
      return IndexNode(index: index, number: root, level: depth)
    }
  }

  /// The children of a node, in the order in which the index keeps them.
  ///
  /// Reads one row of a few dozen entries.
  /// - Throws: as `indexRoot(of:)`.
  package func indexChildren(of node: IndexNode) throws -> [IndexEntry] {
    try read { database in
      guard
        let entries = IndexNodeBytes.decode(try bytes(of: node.number, in: node.index, database))
      else { throw otherLayout(node.index, node.number) }
      return entries.map { entry in
        IndexEntry(
          box: BoundingBox(
            minX: Double(entry.minX), minY: Double(entry.minY), maxX: Double(entry.maxX),
            maxY: Double(entry.maxY)),
          child: node.level == 0
            ? .row(Int(entry.number))
            : .node(IndexNode(index: node.index, number: entry.number, level: node.level - 1)))
      }
    }
  }

  /// The bytes of a node; none when the node is missing or holds something else.
  private func bytes(
    of node: Int64, in index: String, _ database: Database
  ) throws -> [UInt8] {
    let statement = try database.cachedStatement(
      sql: "SELECT data FROM \(SQLName.quoted(index + "_node")) WHERE nodeno = ?")
    let value = try DatabaseValue.fetchOne(statement, arguments: [node])
    guard case .blob(let data)? = value?.storage else { return [] }
    return Array(data)
  }

  private func otherLayout(_ index: String, _ node: Int64) -> StoreError {
    StoreError(
      .indexLayout, path: path,
      "the spatial index \(index) cannot be read at node \(node): it is damaged or of another form; "
        + "have the program that wrote the file make it anew")
  }
}

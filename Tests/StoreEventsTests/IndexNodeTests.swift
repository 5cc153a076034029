import FoundationEssentials
import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `The nodes of an index` {
  private let folder = TemporaryDirectory()

  private func store(rows: Int, seed: Int = 0) throws -> String {
    let path = folder.path("nodes.gpkg")
    var random = SplitMix64(seed: seed)
    try GeoPackage.create(at: path, named: path, day: nil) { store in
      let layer = try store.add(Samples.areas)
      for number in 0..<rows {
        let x = Double.random(in: 38...48, using: &random)
        let y = Double.random(in: 29...37, using: &random)
        try layer.add(
          geometry: number % 11 == 7
            ? nil : .polygons(Samples.square(x, y, .random(in: 0...0.3, using: &random))),
          [.integer(number)])
      }
    }
    return path
  }

  /// Walks the index and returns its rows with their boxes; each node lies within its own box.
  private func walk(
    _ reader: GeoPackageReader, _ node: IndexNode, within outer: BoundingBox?
  ) throws -> [Int: BoundingBox] {
    var rows: [Int: BoundingBox] = [:]
    for entry in try reader.indexChildren(of: node) {
      if let outer { #expect(outer.union(entry.box) == outer) }
      switch entry.child {
      case .row(let id):
        #expect(node.level == 0)
        #expect(rows.updateValue(entry.box, forKey: id) == nil)
      case .node(let child):
        #expect(child.level == node.level - 1)
        rows.merge(try walk(reader, child, within: entry.box)) { _, _ in
          Issue.record("a row stands twice")
          return entry.box
        }
      }
    }
    return rows
  }

  @Test(arguments: [0, 1, 40, 400, 6000])
  func `lead to every row and its box`(_ count: Int) throws {
    let path = try store(rows: count)
    let reader = try GeoPackageReader(path: path)
    let root = try #require(try reader.indexRoot(of: try reader.layer("areas")))
    let found = try walk(reader, root, within: nil)
    let expected = try Samples.edit(path) { database in
      try Row.fetchAll(database, sql: "SELECT * FROM rtree_areas_geom").map { row in
        (
          row[0] as Int,
          BoundingBox(minX: row[1], minY: row[3], maxX: row[2], maxY: row[4])
        )
      }
    }
    #expect(found == Dictionary(uniqueKeysWithValues: expected))
    #expect(found.count == (0..<count).count { $0 % 11 != 7 })
    #expect((root.level > 0) == (count > 51), "the larger stores have levels")
  }

  @Test func `are none where there is no index`() throws {
    let reader = try GeoPackageReader(path: try store(rows: 3))
    var layer = try reader.layer("areas")
    layer.hasSpatialIndex = false
    #expect(try reader.indexRoot(of: layer) == nil)
  }

  static let damages = [
    "DELETE FROM rtree_areas_geom_node WHERE nodeno = 1",
    "UPDATE rtree_areas_geom_node SET data = X'' WHERE nodeno = 1",
    "UPDATE rtree_areas_geom_node SET data = 'text' WHERE nodeno = 1",
    // Forty-one levels; then more entries than there are bytes.
    "UPDATE rtree_areas_geom_node SET data = X'00290000' WHERE nodeno = 1",
    "UPDATE rtree_areas_geom_node SET data = X'00000001' WHERE nodeno = 1",
    // The least is above the greatest, then no number at all.
    "UPDATE rtree_areas_geom_node SET data = X'00000001000000000000000140000000000000000000000000000000'",
    "UPDATE rtree_areas_geom_node SET data = X'0000000100000000000000017FC000007FC000000000000000000000'",
    "DELETE FROM rtree_areas_geom_node WHERE nodeno > 1",
    """
    DROP TABLE rtree_areas_geom;
    CREATE VIRTUAL TABLE rtree_areas_geom USING rtree_i32(id, a, b, c, d);
    """,
    """
    DROP TABLE rtree_areas_geom;
    CREATE VIRTUAL TABLE rtree_areas_geom USING rtree(id, a, b, c, d, e, f);
    """,
  ]

  @Test(arguments: damages)
  func `are refused when they are damaged or of another form`(_ damage: String) throws {
    let path = try store(rows: 400)
    try Samples.edit(path) { try $0.execute(sql: damage) }
    let reader = try GeoPackageReader(path: path)
    let layer = try reader.layer("areas")
    let error = #expect(throws: StoreError.self) {
      guard let root = try reader.indexRoot(of: layer) else { return }
      for entry in try reader.indexChildren(of: root) {
        guard case .node(let child) = entry.child else { continue }
        _ = try reader.indexChildren(of: child)
      }
    }
    #expect(error?.code == .indexLayout)
  }

  @Test(arguments: 0..<200)
  func `are read from any bytes without a trap`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...120, using: &random)).map { index in
      index == 2
        ? 0
        : index == 3
          ? UInt8.random(in: 0...5, using: &random) : UInt8.random(in: 0...255, using: &random)
    }
    if let entries = IndexNodeBytes.decode(bytes) {
      #expect(entries.count == Int(bytes[3]) && bytes.count >= 4 + 24 * entries.count)
    }
  }
}

import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `Rows under a condition` {
  private let folder = TemporaryDirectory()

  private static let schema = LayerSchema(
    "sites", title: "Sites", summary: "of a test", geometry: .point,
    columns: [
      AttributeColumn("kind", .text), AttributeColumn("killed", .integer),
      AttributeColumn("share", .real),
    ])

  /// Row `n` of ninety: kind by threes, killed by sevens with gaps, on a line to the east.
  private func store() throws -> String {
    let path = folder.path("sites.gpkg")
    try GeoPackage.create(at: path, named: path, day: nil) { store in
      let layer = try store.add(Self.schema)
      for number in 1...90 {
        try layer.add(
          geometry: number % 10 == 0 ? nil : .point(Coordinate(40 + Double(number) / 100, 33)),
          [
            .text(["a'b", "ب", "c"][number % 3]), number % 7 == 0 ? .null : .integer(number % 7),
            .real(Double(number) / 2),
          ])
      }
    }
    return path
  }

  static let conditions: [(RowCondition, @Sendable (Int) -> Bool)] = [
    (RowCondition(text: "\"kind\" = ?", bindings: [.text("a'b")]), { $0 % 3 == 0 }),
    (RowCondition(text: "\"killed\" IS NULL", bindings: []), { $0 % 7 == 0 }),
    (
      RowCondition(text: "\"killed\" >= ? AND \"share\" < ?", bindings: [.integer(3), .real(20)]),
      { $0 % 7 >= 3 && $0 < 40 }
    ),
    // An OR must not loosen the box.
    (
      RowCondition(text: "\"kind\" = ? OR \"kind\" = ?", bindings: [.text("ب"), .text("c")]),
      { $0 % 3 != 0 }
    ),
    (RowCondition(text: "? = 1", bindings: [.boolean(false)]), { _ in false }),
  ]

  @Test(arguments: conditions.indices)
  func `are those that meet it, also within a box, with and without the index`(
    _ number: Int
  ) throws {
    let (condition, isMet) = Self.conditions[number]
    let reader = try GeoPackageReader(path: try store())
    let layer = try reader.layer("sites")
    var scanned = layer
    scanned.hasSpatialIndex = false
    let box = BoundingBox(minX: 40.095, minY: 32, maxX: 40.605, maxY: 34)
    func ids(_ layer: LayerDescription, _ box: BoundingBox?) throws -> [Int] {
      var ids: [Int] = []
      try reader.forEach(of: layer, in: box, where: condition, columns: []) {
        ids.append($0.id)
        return true
      }
      return ids
    }
    #expect(try ids(layer, nil) == (1...90).filter(isMet))
    let within = (10...60).filter { isMet($0) && $0 % 10 != 0 }
    #expect(try ids(layer, box) == within)
    #expect(try ids(scanned, box) == within)
  }

  @Test func `keep their numbers in a view that has none`() throws {
    let path = try store()
    try Samples.edit(path) {
      try $0.execute(
        sql: """
          CREATE VIEW seen AS SELECT kind, killed AS number, geom FROM sites;
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('seen', 'features', 'seen', 4326);
          INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0);
          """)
    }
    let reader = try GeoPackageReader(path: path)
    let seen = try reader.layer("seen")
    #expect(seen.keyColumn == nil)
    var ids: [Int] = []
    try reader.forEach(
      of: seen, where: RowCondition(text: "number = ?", bindings: [.integer(6)])
    ) {
      ids.append($0.id)
      return true
    }
    #expect(ids == (1...90).filter { $0 % 7 == 6 })
    #expect(try reader.features(of: seen, ids: [6, 90, 0, -1, 91]).map(\.id) == [6, 90])
  }

  @Test func `are planned onto the key and the index`() throws {
    let reader = try GeoPackageReader(path: try store())
    let layer = try reader.layer("sites")
    let box = BoundingBox(minX: 40, minY: 32, maxX: 41, maxY: 34)
    let condition = RowCondition(text: "\"kind\" = ?", bindings: [.text("c")])
    let plain = try reader.explainPlan(of: layer, where: condition)
    #expect(plain == ["SCAN sites"])
    let indexed = try reader.explainPlan(of: layer, in: box, where: condition)
    #expect(indexed.contains { $0.contains("SCAN rtree_sites_geom VIRTUAL TABLE INDEX") })
    #expect(indexed.contains { $0.contains("SEARCH sites USING INTEGER PRIMARY KEY") })
    #expect(!indexed.contains { $0.contains("TEMP B-TREE") }, "sorted for nothing")
  }

  @Test func `are grouped by SQLite`() throws {
    let reader = try GeoPackageReader(path: try store())
    let layer = try reader.layer("sites")
    let groups = try reader.rows(
      of: layer, select: ["\"kind\"", "count(*)", "sum(\"killed\")", "max(\"share\")"],
      where: RowCondition(text: "\"share\" <= ?", bindings: [.real(10)]), groupBy: ["\"kind\""])
    let expected: [[AttributeValue]] = ["a'b", "c", "ب"].map { kind in
      let members = (1...20).filter { ["a'b", "ب", "c"][$0 % 3] == kind }
      return [
        .text(kind), .integer(members.count), .integer(members.reduce(0) { $0 + $1 % 7 }),
        .real(Double(members.last ?? 0) / 2),
      ]
    }
    #expect(groups == expected)
    #expect(
      try reader.rows(of: layer, select: ["count(*)", "min(\"killed\")"])
        == [[.integer(90), .integer(1)]])
    #expect(
      try reader.rows(of: layer, select: ["\"killed\""], groupBy: ["\"killed\""]).first == [.null])
  }

  @Test func `fail with SQLite's words when they name what is not there`() throws {
    let reader = try GeoPackageReader(path: try store())
    let layer = try reader.layer("sites")
    let condition = RowCondition(text: "\"nothing\" = 1", bindings: [])
    let error = #expect(throws: StoreError.self) {
      try reader.forEach(of: layer, where: condition) { _ in true }
    }
    #expect(error?.code == .database && error?.detail == "no such column: nothing")
  }
}

import FoundationEssentials
import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `The triggers of the index` {
  private let folder = TemporaryDirectory()

  private static func blob(_ x: Double, _ y: Double) -> Data {
    Data(GeometryBlob.encode(.point(Coordinate(x, y))))
  }

  /// Each change is one that another program may make; the index follows it.
  static let changes: [(String, [Data?])] = [
    ("INSERT INTO points (fid, geom) VALUES (10, ?)", [blob(1, 2)]),
    ("INSERT INTO points (fid, geom) VALUES (10, NULL)", []),
    ("INSERT INTO points (fid, geom) VALUES (10, ?)", [Data(GeometryBlob.encode(.points([])))]),
    ("UPDATE points SET geom = ? WHERE fid = 1", [blob(3, 4)]),
    ("UPDATE points SET geom = ? WHERE fid = 2", [blob(3, 4)]),
    ("UPDATE points SET geom = NULL WHERE fid = 1", []),
    ("UPDATE points SET fid = 77 WHERE fid = 1", []),
    ("UPDATE points SET fid = 77 WHERE fid = 2", []),
    ("UPDATE points SET fid = 77, geom = ? WHERE fid = 1", [blob(5, 6)]),
    ("UPDATE points SET name = 'other' WHERE fid = 1", []),
    ("DELETE FROM points WHERE fid = 1", []),
    ("DELETE FROM points WHERE fid = 2", []),
    ("DELETE FROM points", []),
  ]

  @Test(arguments: changes.indices)
  func `follow every change`(_ number: Int) throws {
    let (sql, arguments) = Self.changes[number]
    let path = try Samples.store(in: folder)
    try Samples.edit(path) { database in
      let before = try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0
      try database.execute(sql: sql, arguments: StatementArguments(arguments))
      #expect(try Int.fetchOne(database, sql: "SELECT total_changes()") ?? 0 > before)
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT fid FROM points WHERE geom NOT NULL AND NOT ST_IsEmpty(geom) ORDER BY fid")
      let boxes = try Row.fetchAll(database, sql: "SELECT id FROM rtree_points_geom ORDER BY id")
      #expect(rows.map { $0[0] as Int } == boxes.map { $0[0] as Int })
      let loose = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM points JOIN rtree_points_geom ON fid = id
          WHERE abs(minx - ST_MinX(geom)) > 1e-5 OR abs(maxy - ST_MaxY(geom)) > 1e-5
          """)
      #expect(loose == 0)
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
    }
  }

  @Test func `are the six of GeoPackage 1 2`() throws {
    let path = try Samples.store(in: folder)
    let names = try Samples.edit(path) {
      try String.fetchAll(
        $0, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'points'")
    }
    #expect(
      names.sorted()
        == ["delete", "insert", "update1", "update2", "update3", "update4"].map {
          "rtree_points_geom_" + $0
        })
  }
}

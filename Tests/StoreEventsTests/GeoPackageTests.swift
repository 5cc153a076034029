import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `A store that was made` {
  private let folder = TemporaryDirectory()

  @Test func `is a GeoPackage of version 1 2`() throws {
    let path = try Samples.store(in: folder)
    #expect(try Samples.ask(path, "PRAGMA application_id", as: Int.self) == 0x4750_4B47)
    #expect(try Samples.ask(path, "PRAGMA user_version", as: Int.self) == 10200)
    #expect(try Samples.ask(path, "PRAGMA integrity_check", as: String.self) == "ok")
    let violations = try Samples.edit(path) {
      try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count
    }
    #expect(violations == 0)
    let systems = try Samples.edit(path) {
      try Int.fetchAll($0, sql: "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id")
    }
    #expect(systems == [-1, 0, 4326])
  }

  /// All that SQLite keeps of the schema: tables, the index, its triggers.
  @Test func `has this schema`() throws {
    let path = try Samples.store(in: folder)
    let statements = try Samples.edit(path) {
      // The tables inside of an index are SQLite's own affair.
      try String.fetchAll(
        $0,
        sql: """
          SELECT sql FROM sqlite_master
          WHERE sql NOT NULL AND NOT (name LIKE 'rtree%' AND type = 'table' AND sql NOT LIKE '%VIRTUAL%')
          ORDER BY type, name
          """)
    }
    Golden.check(statements.joined(separator: ";\n") + ";\n", "store/schema.sql")
  }

  @Test func `gives back every value and shape, to the last bit`() throws {
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    let points = try reader.layer("points")
    #expect(points.columns == Samples.columns)
    #expect(points.keyColumn == "fid" && points.geometryColumn == "geom")
    #expect(points.geometryType == "POINT" && points.hasSpatialIndex)
    #expect(points.referenceSystem?.organization == "EPSG" && points.referenceSystem?.code == 4326)
    var features: [StoredFeature] = []
    try reader.forEach(of: points) {
      features.append($0)
      return true
    }
    #expect(features.map(\.id) == [1, 2, 3])
    #expect(features[0].geometry == .point(Samples.exact))
    #expect(features[0].values == Samples.full)
    #expect(features[1].geometry == nil && features[1].values == Samples.blank)
  }

  @Test func `a quote with an accent on it does not end a name`() {
    let name = SQLName.quoted("a\"\u{301}b").unicodeScalars
    #expect(Array(name) == Array("\"a\"\"\u{301}b\"".unicodeScalars))
    let text = SQLName.literal("'\u{301}").unicodeScalars
    #expect(Array(text) == Array("\u{27}\u{27}\u{27}\u{301}\u{27}".unicodeScalars))
  }

  @Test func `marks what a text cannot hold`() throws {
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    var rows = 0
    try reader.forEach(of: try reader.layer("notes")) {
      rows += 1
      #expect($0.values == [.text("a\u{FFFD}b")])
      return true
    }
    #expect(rows == 1)
  }

  @Test func `states the extent of its data, and the day of the data`() throws {
    let path = try Samples.store(in: folder)
    let reader = try GeoPackageReader(path: path)
    #expect(
      try reader.layer("points").statedExtent
        == BoundingBox(minX: 40.25, minY: 31.5, maxX: Samples.exact.x, maxY: Samples.exact.y))
    #expect(try reader.layer("areas").statedExtent == Samples.square(44, 33, 1.3).bounds)
    #expect(try reader.layer("notes").statedExtent == nil)
    let instants = try Samples.edit(path) {
      try String.fetchSet($0, sql: "SELECT last_change FROM gpkg_contents")
    }
    #expect(instants == ["2021-03-11T00:00:00.000Z"])
  }

  @Test func `leaves an empty geometry NULL`() throws {
    let path = try Samples.store(in: folder)
    #expect(
      try Samples.ask(path, "SELECT count(*) FROM areas WHERE geom IS NULL", as: Int.self) == 1)
  }

  @Test(arguments: ["points", "areas"])
  func `has a box in the index for each geometry, around it and no other`(_ table: String) throws {
    let path = try Samples.store(in: folder)
    try Samples.edit(path) { database in
      try expectIndex(of: table, in: database)
    }
  }

  @Test func `has the same bytes each time`() throws {
    let first = try Samples.store(in: folder, "a.gpkg")
    let second = try Samples.store(in: folder, "b.gpkg")
    #expect(TemporaryDirectory.read(first) == TemporaryDirectory.read(second))
    #expect(folder.names() == ["a.gpkg", "b.gpkg"], "no journal is left")
  }

  @Test func `has an instant also when nothing in it has a day`() throws {
    let path = folder.path("none.gpkg")
    try GeoPackage.create(at: path, named: path, day: nil) { _ = try $0.add(Samples.points) }
    let instant = try Samples.ask(path, "SELECT last_change FROM gpkg_contents", as: String.self)
    #expect(instant == "1970-01-01T00:00:00.000Z")
    #expect(try GeoPackageReader(path: path).layer("points").statedExtent == nil)
  }

  @Test func `carries a style for each layer with a category for all other values`() throws {
    for style in LayerStyle.defaults {
      #expect(style.categories.last?.value == "", "\(style.layer)")
      #expect(style.categories.filter { $0.value.isEmpty }.count == 1)
      let xml = QMLStyle(style: style).text
      // Every opened element is closed again.
      let opened = xml.matches(of: #/<[A-Za-z_][^>]*[^\/]>/#).count
      let closed = xml.matches(of: #/<\/[A-Za-z_0-9-]+>/#).count
      #expect(opened == closed, "\(style.layer)")
      #expect(xml.matches(of: #/<category /#).count == style.categories.count)
      #expect(xml.matches(of: #/<symbol /#).count == style.categories.count)
    }
    let path = try Samples.store(in: folder)
    #expect(
      try Samples.ask(path, "SELECT f_table_name FROM layer_styles", as: String.self) == "events")
    #expect(try Samples.ask(path, "SELECT useAsDefault FROM layer_styles", as: Int.self) == 1)
  }

  @Test func `tells of a database that cannot be written`() {
    let error = #expect(throws: StoreError.self) {
      try GeoPackage.create(at: "/nowhere/a.gpkg", named: "a.gpkg", day: nil) { _ in }
    }
    #expect(error?.code == .database)
    #expect(error?.description.hasPrefix("a.gpkg: error: [S008] ") == true)
  }
}

/// Compares an index with the geometries that it is of.
func expectIndex(
  of table: String, in database: Database, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let rows = try Row.fetchAll(
    database,
    sql: """
      SELECT fid, ST_MinX(geom) x, ST_MaxX(geom) X2, ST_MinY(geom) y, ST_MaxY(geom) Y2
      FROM \(table) WHERE geom NOT NULL ORDER BY fid
      """)
  let boxes = try Row.fetchAll(database, sql: "SELECT * FROM rtree_\(table)_geom ORDER BY id")
  #expect(
    rows.map { $0[0] as Int } == boxes.map { $0[0] as Int }, sourceLocation: sourceLocation)
  for (row, box) in zip(rows, boxes) {
    for edge in 1...4 {
      let exact: Double = row[edge]
      let kept: Double = box[edge]
      // Boxes are rounded outwards to 24 bits.
      let isOutside = edge % 2 == 1 ? kept <= exact : kept >= exact
      #expect(isOutside && abs(kept - exact) < 1e-5, sourceLocation: sourceLocation)
    }
  }
  let verdict = try String.fetchOne(database, sql: "SELECT rtreecheck('rtree_\(table)_geom')")
  #expect(verdict == "ok", sourceLocation: sourceLocation)
}

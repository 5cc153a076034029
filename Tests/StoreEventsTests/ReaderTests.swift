import FoundationEssentials
import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `Reading any GeoPackage` {
  private let folder = TemporaryDirectory()

  private func ids(
    _ reader: GeoPackageReader, _ layer: LayerDescription, in box: BoundingBox? = nil
  ) throws -> [Int] {
    var ids: [Int] = []
    try reader.forEach(of: layer, in: box, columns: [], withGeometry: false) {
      ids.append($0.id)
      return true
    }
    return ids
  }

  @Test func `lists its tables in their order`() throws {
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    let layers = try reader.layers()
    #expect(layers.map(\.name) == ["points", "areas", "notes", "layer_styles"])
    #expect(layers.map { $0.geometryType ?? "" } == ["POINT", "MULTIPOLYGON", "", ""])
    #expect(layers.map(\.title) == ["Points", "Areas", "Notes", "layer_styles"])
    #expect(try reader.count(of: layers[0]) == 3)
  }

  @Test(arguments: 0..<40)
  func `finds by the index what a scan finds`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let shapes = (0..<60).map { index -> Shape in
      index % 3 == 0
        ? .point(Coordinate(number(40...46), number(30...37)))
        : .polygons(Samples.square(number(40...46), number(30...37), number(0.001...1.5)))
    }
    let path = folder.path("random.gpkg")
    try GeoPackage.create(at: path, named: path, day: nil) { store in
      let layer = try store.add(Samples.areas)
      for (index, shape) in shapes.enumerated() {
        try layer.add(geometry: index % 7 == 6 ? nil : shape, [.integer(index)])
      }
    }
    let reader = try GeoPackageReader(path: path)
    let indexed = try reader.layer("areas")
    #expect(indexed.hasSpatialIndex)
    var scanned = indexed
    scanned.hasSpatialIndex = false
    for _ in 0..<10 {
      let (x, y) = (number(39...46), number(29...37))
      let box = BoundingBox(
        minX: x, minY: y, maxX: x + number(0...2), maxY: y + number(0...2))
      let found = try ids(reader, indexed, in: box)
      let expected = shapes.indices.filter { index in
        index % 7 != 6 && shapes[index].bounds?.intersects(box) == true
      }.map { $0 + 1 }
      #expect(try ids(reader, scanned, in: box) == expected)
      // The boxes of the index are a little larger.
      #expect(Set(found).isSuperset(of: expected) && found.count - expected.count <= 1)
      #expect(found == found.sorted())
    }
    #expect(try ids(reader, indexed).count == 60)
  }

  @Test func `hands out the columns that are asked for, in that order, and stops when told to`()
    throws
  {
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    let points = try reader.layer("points")
    var seen: [StoredFeature] = []
    try reader.forEach(of: points, columns: ["share", "name"], withGeometry: false) {
      seen.append($0)
      return false
    }
    #expect(seen.count == 1 && seen[0].geometry == nil)
    #expect(seen[0].values == [Samples.full[3], Samples.full[0]])
    let error = #expect(throws: StoreError.self) {
      try reader.forEach(of: points, columns: ["nothing"]) { _ in true }
    }
    #expect(error?.code == .noSuchLayer)
    #expect(try reader.features(of: points, ids: [3, 1, 99]).map(\.id) == [3, 1])
  }

  /// Names with blanks and quotes, a key of another name, no index, values that are not what the
  /// column says, another reference system: all of it stands in files that are in use.
  @Test func `reads what other programs write`() throws {
    let path = folder.path("other.gpkg")
    let line = GeometryBlob.encode(.lines(MultiLine([[Coordinate(0, 0), Coordinate(2, 2)]])))
    try Samples.edit(path) { database in
      try GeoPackageTables.create(in: database)
      try database.execute(
        sql: #"""
          DROP TABLE gpkg_data_columns;
          INSERT INTO gpkg_spatial_ref_sys VALUES ('UTM 38N', 32638, 'epsg', 32638, 'x', NULL);
          CREATE TABLE "my ""layer""" (
            ogc_fid INTEGER PRIMARY KEY, "the geom" LINESTRING, width DOUBLE, lanes MEDIUMINT,
            label TEXT(20), odd VARCHAR(9), paved BOOLEAN);
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('my "layer"', 'features', NULL, 32638), ('gone', 'features', 'gone', 0);
          INSERT INTO gpkg_geometry_columns VALUES ('my "layer"', 'the geom', 'LineString', 32638, 0, 0);
          """#)
      try database.execute(
        sql: #"INSERT INTO "my ""layer""" VALUES (7, ?, 2, 'many', 'l', 'o', 0)"#,
        arguments: [Data(line)])
    }
    let reader = try GeoPackageReader(path: path)
    let layers = try reader.layers()
    #expect(layers.map(\.name) == ["my \"layer\""])
    let layer = layers[0]
    #expect(layer.keyColumn == "ogc_fid" && layer.geometryColumn == "the geom")
    #expect(layer.geometryType == "LINESTRING" && !layer.hasSpatialIndex)
    #expect(layer.referenceSystem?.code == 32638)
    #expect(layer.columns.map(\.name) == ["width", "lanes", "label", "odd", "paved"])
    #expect(layer.columns.map(\.kind) == [.real, .integer, .text, .text, .boolean])
    var rows = 0
    try reader.forEach(of: layer) {
      rows += 1
      #expect($0.id == 7)
      #expect($0.values == [.real(2), .text("many"), .text("l"), .text("o"), .boolean(false)])
      #expect($0.geometry?.bounds == BoundingBox(minX: 0, minY: 0, maxX: 2, maxY: 2))
      return true
    }
    #expect(rows == 1)
    let far = BoundingBox(minX: 5, minY: 5, maxX: 6, maxY: 6)
    #expect(try ids(reader, layer, in: far) == [])
    #expect(throws: StoreError.self) { try reader.seal() }
  }

  /// A view has no key of its own; its first column is one when it is a number.
  @Test(arguments: [
    ("SELECT fid AS number, geom, name FROM points", [1, 2, 3]),
    ("SELECT name, geom FROM points WHERE fid > 1", [1, 2]),
  ])
  func `reads views`(_ query: String, _ expected: [Int]) throws {
    let path = try Samples.store(in: folder)
    try Samples.edit(path) {
      try $0.execute(
        sql: """
          CREATE VIEW seen AS \(query);
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('seen', 'features', 'seen', 4326);
          INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0);
          """)
    }
    let reader = try GeoPackageReader(path: path)
    let seen = try reader.layer("seen")
    #expect(seen.columns.map(\.name) == ["name"])
    #expect(try ids(reader, seen) == expected)
    let box = BoundingBox(minX: 40, minY: 31, maxX: 41, maxY: 32)
    #expect(try ids(reader, seen, in: box) == [expected.count])
    #expect(try reader.features(of: seen, ids: expected).map(\.id) == expected)
  }

  /// Another program may have written anything anywhere: that is an error, or as if it were missing.
  @Test(arguments: [
    "UPDATE gpkg_contents SET min_x = 'west', identifier = X'FF', srs_id = 0 WHERE table_name = 'points'",
    "UPDATE gpkg_geometry_columns SET geometry_type_name = X'00', column_name = 'none'",
    "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 'x', organization = 7",
    "UPDATE gpkg_contents SET table_name = X'0102' WHERE table_name = 'points'",
    "UPDATE gpkg_data_columns SET column_name = 9",
    "UPDATE gpkg_extensions SET extension_name = 3",
    "UPDATE points SET sure = 'x', count = X'01', share = 'y', name = 7",
    "DROP TABLE gpkg_geometry_columns", "DROP TABLE gpkg_extensions", "DROP TABLE points",
    "CREATE TABLE marsad_schema (key, value); INSERT INTO marsad_schema VALUES (NULL, 1), (X'FF', NULL)",
    "CREATE TABLE odd (a TEXT PRIMARY KEY, b) WITHOUT ROWID; INSERT INTO gpkg_contents "
      + "(table_name, data_type, srs_id) VALUES ('odd', 'attributes', 0)",
    "DROP TRIGGER rtree_points_geom_update1; DROP TRIGGER rtree_points_geom_update2; "
      + "DROP TRIGGER rtree_points_geom_update3; DROP TRIGGER rtree_points_geom_update4; "
      + "UPDATE points SET geom = 7",
  ])
  func `never stops the program, whatever stands where`(_ sql: String) throws {
    let path = try Samples.store(in: folder)
    try Samples.edit(path) { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
    do {
      let reader = try GeoPackageReader(path: path)
      _ = try? reader.seal()
      for layer in try reader.layers() {
        _ = try reader.count(of: layer)
        try reader.forEach(of: layer) { _ in true }
      }
    } catch { #expect(error is StoreError, "\(error)") }
  }

  @Test func `asks for other rows while it reads some`() throws {
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    let points = try reader.layer("points")
    var pairs: [Int] = []
    try reader.forEach(of: points) { feature in
      pairs += try reader.features(of: points, ids: [feature.id]).map(\.id)
      return true
    }
    #expect(pairs == [1, 2, 3])
  }

  @Test func `says where a geometry is damaged`() throws {
    let path = try Samples.store(in: folder)
    try Samples.edit(path) {
      for number in 1...4 { try $0.execute(sql: "DROP TRIGGER rtree_points_geom_update\(number)") }
      try $0.execute(sql: "UPDATE points SET geom = X'4750000100000000FF' WHERE fid = 3")
    }
    let reader = try GeoPackageReader(path: path)
    let layer = try reader.layer("points")
    let error = #expect(throws: StoreError.self) { try reader.forEach(of: layer) { _ in true } }
    #expect(error?.code == .damaged)
    #expect(error?.detail.contains("table points, row 3") == true)
  }

  @Test func `never changes the file`() throws {
    let path = try Samples.store(in: folder)
    let before = TemporaryDirectory.read(path)
    let reader = try GeoPackageReader(path: path)
    for layer in try reader.layers() { try reader.forEach(of: layer) { _ in true } }
    #expect(TemporaryDirectory.read(path) == before)
    #expect(folder.names() == ["a.gpkg"])
  }

  @Test func `refuses what is no GeoPackage`() throws {
    folder.write("text.gpkg", String(repeating: "no database\n", count: 100))
    folder.write("empty.gpkg", "")
    try Samples.edit(folder.path("other.gpkg")) { try $0.execute(sql: "CREATE TABLE t (a)") }
    for (name, code) in [
      ("missing.gpkg", StoreError.Code.notFound), ("text.gpkg", .notGeoPackage),
      ("empty.gpkg", .notGeoPackage), ("other.gpkg", .notGeoPackage),
    ] {
      let error = #expect(throws: StoreError.self) {
        try GeoPackageReader(path: folder.path(name))
      }
      #expect(error?.code == code, "\(name)")
    }
    #expect(!folder.names().contains("missing.gpkg"))
    let reader = try GeoPackageReader(path: try Samples.store(in: folder))
    let error = #expect(throws: StoreError.self) { try reader.layer("nothing") }
    #expect(error?.code == .noSuchLayer && error?.detail.contains("points, areas") == true)
  }
}

import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `A layer of anything` {
  private let folder = TemporaryDirectory()

  private static let utm = SpatialReference(
    name: "WGS 84 / UTM zone 38N", code: 32638, definition: "PROJCS[\"WGS 84 / UTM zone 38N\"]")

  /// Names as files from elsewhere have them: two that SQL does not tell apart, ours, none, odd ones.
  private static let columns = [
    AttributeColumn("Name", .text), AttributeColumn("name", .text, isJSON: true),
    AttributeColumn("fid", .integer), AttributeColumn("", .real),
    AttributeColumn("a \"b\"", .boolean), AttributeColumn("geom", .bytes),
    AttributeColumn("NAME_2", .date),
  ]

  private func make(_ geometry: GeometryType?, _ features: [Feature]) throws -> GeoPackageReader {
    let path = folder.path("any.gpkg")
    try GeoPackage.create(at: path, named: path, day: nil) { store in
      let layer = try store.add(
        LayerSchema(
          "any \"thing\"", title: "Any", summary: "", geometry: geometry, columns: Self.columns,
          reference: Self.utm))
      for feature in features { try layer.add(feature) }
      #expect(layer.count == features.count)
    }
    return try GeoPackageReader(path: path)
  }

  static let values: [[AttributeValue]] = [
    [
      .text(""), .text("[]"), .integer(.min), .real(-0.0), .boolean(false), .bytes([]),
      .text("2020-02-29"),
    ],
    [
      .text("خانقين, a text of more than fifteen bytes"), .text("{}"), .integer(.max),
      .real(.greatestFiniteMagnitude), .boolean(true), .bytes([0, 1]), .null,
    ],
    [AttributeValue](repeating: .null, count: 7),
  ]

  @Test func `keeps every column and value, whatever it is named`() throws {
    let shapes: [Shape?] = [
      .point(Coordinate(500_000.5, 3_600_000)),
      .lines(MultiLine([[Coordinate(1, 2), Coordinate(3, 5)]])), nil,
    ]
    let features = zip(shapes, Self.values).map {
      Feature(id: .text("x"), geometry: $0, values: $1)
    }
    let reader = try make(.geometry, features)
    let layer = try reader.layer("any \"thing\"")
    #expect(layer.geometryType == "GEOMETRY" && layer.referenceSystem?.code == 32638)
    #expect(layer.keyColumn == "fid" && layer.geometryColumn == "geom" && layer.hasSpatialIndex)
    #expect(
      layer.columns.map(\.name)
        == ["Name", "name_2", "fid_2", "column", "a \"b\"", "geom_2", "NAME_2_2"])
    #expect(layer.columns.map(\.kind) == Self.columns.map(\.kind))
    #expect(layer.columns.map(\.isJSON) == Self.columns.map(\.isJSON))
    var found: [StoredFeature] = []
    try reader.forEach(of: layer) {
      found.append($0)
      return true
    }
    #expect(found.map(\.id) == [1, 2, 3])
    #expect(found.map(\.values) == Self.values)
    #expect(found.map(\.geometry) == shapes)
    let box = BoundingBox(minX: 2, minY: 3, maxX: 2.5, maxY: 4)
    var within: [Int] = []
    try reader.forEach(of: layer, in: box) {
      within.append($0.id)
      return true
    }
    #expect(within == [2])
    let blobs = try Samples.edit(reader.path) {
      try String.fetchAll($0, sql: "SELECT hex(substr(geom, 5, 4)) FROM \"any \"\"thing\"\"\"")
    }
    // 32638, the least byte first.
    #expect(blobs == ["7E7F0000", "7E7F0000", ""])
    #expect(
      try Samples.ask(
        reader.path, "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 32638",
        as: String.self) == Self.utm.definition)
  }

  @Test func `may have no geometry`() throws {
    let reader = try make(
      nil, [Feature(id: nil, geometry: .point(Coordinate(1, 1)), values: Self.values[0])])
    let layer = try reader.layer("any \"thing\"")
    #expect(layer.geometryColumn == nil && !layer.hasSpatialIndex)
    #expect(layer.columns.map(\.name)[5] == "geom", "which is free here")
    #expect(try reader.features(of: layer, ids: [1]).first?.values == Self.values[0])
    #expect(
      try Samples.ask(
        reader.path, "SELECT count(*) FROM gpkg_spatial_ref_sys", as: Int.self) == 3)
  }

  @Test func `tells of a full disk by SQLite's words`() throws {
    let path = folder.path("full.gpkg")
    let error = #expect(throws: StoreError.self) {
      try GeoPackage.create(at: path, named: path, day: nil) { store in
        let layer = try store.add(Samples.notes)
        try Samples.limit(store, pages: 20)
        for _ in 0..<200 { try layer.add([.text(String(repeating: "word ", count: 200))]) }
      }
    }
    #expect(error?.code == .database && error?.detail == "database or disk is full")
  }
}

import GRDB
import Geometry
import Model
import TestSupport

@testable import StoreEvents

/// Small stores with every kind of value.
enum Samples {
  static let columns = [
    AttributeColumn("name", .text), AttributeColumn("flags", .text, isJSON: true),
    AttributeColumn("count", .integer), AttributeColumn("share", .real),
    AttributeColumn("sure", .boolean), AttributeColumn("day", .date),
    AttributeColumn("told", .instant), AttributeColumn("sketch", .bytes),
  ]

  static let points = LayerSchema(
    "points", title: "Points", summary: "of a test", geometry: .point, columns: columns)
  static let areas = LayerSchema(
    "areas", title: "Areas", summary: "of a test", geometry: .multiPolygon,
    columns: [AttributeColumn("name", .text)])
  static let notes = LayerSchema(
    "notes", title: "Notes", summary: "of a test", geometry: nil,
    columns: [AttributeColumn("text", .text)])

  static let day = CivilDate(year: 2021, month: 3, day: 11)

  static let full: [AttributeValue] = [
    .text("خانقين \"the\" town's"), .text(#"["a","b"]"#), .integer(-7), .real(0.1), .boolean(true),
    .text("2021-03-10"), .text("2021-03-10T12:00:00.000Z"), .bytes([0, 255, 7]),
  ]
  static let blank = [AttributeValue](repeating: .null, count: columns.count)

  static func square(_ x: Double, _ y: Double, _ size: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(rings: [
        [
          Coordinate(x, y), Coordinate(x + size, y), Coordinate(x + size, y + size),
          Coordinate(x, y + size), Coordinate(x, y),
        ]
      ])
    ])
  }

  /// A coordinate whose last bits would not survive a rounding.
  static let exact = Coordinate(45.391_000_000_000_12, 34.348_123_456_789_01)

  /// Makes a store with three tables and returns its path.
  @discardableResult
  static func store(in folder: TemporaryDirectory, _ name: String = "a.gpkg") throws -> String {
    let path = folder.path(name)
    try GeoPackage.create(at: path, named: path, day: day) { store in
      let points = try store.add(Samples.points)
      let areas = try store.add(Samples.areas)
      let notes = try store.add(Samples.notes)
      try points.add(geometry: .point(exact), full)
      try points.add(geometry: nil, blank)
      try points.add(geometry: .point(Coordinate(40.25, 31.5)), full)
      try areas.add(geometry: .polygons(square(44, 33, 1.3)), [.text("one")])
      try areas.add(geometry: .polygons(MultiPolygon([])), [.text("nowhere")])
      try notes.add([.text("a\0b")])
      try store.add([LayerStyle.defaults[0]])
    }
    return path
  }

  /// Runs SQL on a file as another program with the spatial functions would.
  static func edit<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
    let queue = try StoreConnection.edit(path)
    defer { try? queue.close() }
    return try queue.inDatabase(body)
  }

  /// Lets a file that is being made have so many pages, as a disk that fills up.
  static func limit(_ store: GeoPackageWriter, pages: Int) throws {
    try store.database.execute(sql: "PRAGMA max_page_count = \(pages)")
  }

  /// Asks a file for one value.
  static func ask<Value: DatabaseValueConvertible>(
    _ path: String, _ sql: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    try edit(path) { try Value.fetchOne($0, sql: sql) }
  }
}

extension LayerStyle {
  /// A style for the layer of the tests.
  static let points = LayerStyle.defaults[0]
}

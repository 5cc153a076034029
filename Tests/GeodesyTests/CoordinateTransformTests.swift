import Model
import Testing

@testable import Geodesy

@Suite struct `Coordinate transforms` {
  @Test(arguments: [
    ("EPSG:4326", 4326), ("epsg:32638", 32638), ("CRS84", 4326), ("OGC:CRS84", 4326),
  ])
  func `notations are read`(text: String, code: Int) throws {
    let crs = try CRS(parsing: text)
    #expect(crs.code == code)
    #expect(crs.description == "EPSG:\(code)")
  }

  @Test(arguments: [
    "", "4326", "EPSG", "EPSG:", "EPSG:x", "EPSG:-1", "EPSG:+4326", "EPSG:4326:1", "EPSG:12",
    "ESRI:102100", "EPSG: 4326", "EPSG:99999999999999999999", "EPSG:٤٣٢٦",
  ])
  func `other notations are refused`(text: String) {
    let error = #expect(throws: GeodesyError.self) { try CRS(parsing: text) }
    #expect(error?.code == .unknownCRS)
  }

  /// Target, longitude and latitude, coordinates by pyproj 3.7.2 (`always_xy=True`).
  static let cases = [
    ("EPSG:32638", Places.baghdad, Coordinate(440994.67422789277, 3686410.2125549666)),
    ("EPSG:32638", Places.khanaqin, Coordinate(535927.9185206892, 3800833.906203446)),
    ("EPSG:3857", Places.baghdad, Coordinate(4938811.660483455, 3937216.61577899)),
    ("EPSG:4326", Places.baghdad, Places.baghdad),
  ]

  @Test(arguments: cases)
  func `the first axis points east`(
    target: String, place: Coordinate, expected: Coordinate
  ) throws {
    let transform = try CoordinateTransform(
      from: .wgs84, to: try CRS(parsing: target), in: ProjContext())
    let found = try transform.forward(place)
    #expect(abs(found.x - expected.x) < 1e-4)
    #expect(abs(found.y - expected.y) < 1e-4)
    let back = try transform.inverse(found)
    #expect(abs(back.x - place.x) < 1e-9)
    #expect(abs(back.y - place.y) < 1e-9)
  }

  @Test func `a number that nobody registered is refused`() throws {
    let context = try ProjContext()
    let nobody = try CRS(parsing: "EPSG:999999")
    let error = #expect(throws: GeodesyError.self) {
      try CoordinateTransform(from: .wgs84, to: nobody, in: context)
    }
    #expect(error?.code == .unknownCRS)
    #expect(error?.detail.contains("EPSG:999999") == true)
  }

  @Test func `a coordinate without an image is refused`() throws {
    let transform = try CoordinateTransform(
      from: .wgs84, to: try CRS(parsing: "EPSG:3857"), in: ProjContext())
    for coordinate in [Coordinate(.infinity, 0), Coordinate(.nan, 0), Coordinate(0, 95)] {
      let error = #expect(throws: GeodesyError.self) { try transform.forward(coordinate) }
      #expect(error?.code == .transformFailed)
    }
    #expect(try transform.forward(Places.baghdad).x > 0)
  }
}

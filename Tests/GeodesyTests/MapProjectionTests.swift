import Geodesy
import Model
import Testing

@Suite struct `Map projection` {
  static let extents = [
    BoundingBox(minX: 38.8, minY: 29, maxX: 48.6, maxY: 37.4),
    BoundingBox(minX: 45.2, minY: 34.2, maxX: 45.6, maxY: 34.5),
    BoundingBox(minX: -75, minY: -55, maxX: -65, maxY: -22),
    BoundingBox(minX: 30, minY: -6, maxX: 42, maxY: 5),
    BoundingBox(minX: -180, minY: -80, maxX: 180, maxY: 84),
  ]

  /// A net of positions over an extent.
  private static func positions(_ extent: BoundingBox) -> [Coordinate] {
    (0...6).flatMap { column in
      (0...6).map { row in
        Coordinate(
          extent.minX + (extent.maxX - extent.minX) * Double(column) / 6,
          extent.minY + (extent.maxY - extent.minY) * Double(row) / 6)
      }
    }
  }

  @Test(arguments: extents)
  func `comes back to where it started`(_ extent: BoundingBox) throws {
    let projection = try MapProjection(for: extent, in: ProjContext())
    for position in Self.positions(extent) {
      let back = try projection.inverse(try projection.forward(position))
      // The two sides of the antimeridian are one line.
      let turn = (back.x - position.x).remainder(dividingBy: 360)
      #expect(abs(turn) < 1e-9 && abs(back.y - position.y) < 1e-9, "\(position)")
    }
  }

  @Test(arguments: extents.prefix(3))
  func `keeps its scale over a country within two in a hundred`(_ extent: BoundingBox) throws {
    let projection = try MapProjection(for: extent, in: ProjContext())
    for position in Self.positions(extent) {
      let start = try Position(position)
      let origin = try projection.forward(position)
      for azimuth in [0.0, 45, 90] {
        let end = try Geodesic.wgs84.destination(from: start, azimuth: azimuth, distance: 1000)
        let image = try projection.forward(end.coordinate)
        let (x, y) = (image.x - origin.x, image.y - origin.y)
        let scale = (x * x + y * y).squareRoot() / 1000
        let most = extent.maxY - extent.minY > 20 ? 0.03 : 0.002
        #expect(abs(scale - 1) < most, "\(position) at \(azimuth): \(scale)")
      }
    }
  }

  @Test func `is a cone beside the equator and a cylinder along it`() throws {
    func kind(_ index: Int) throws -> MapProjection.Kind {
      try MapProjection(for: Self.extents[index], in: ProjContext()).kind
    }
    #expect(try kind(0) == .lambert(lower: 30.4, upper: 36, meridian: 43.7))
    #expect(try kind(3) == .mercator(latitude: -0.5, meridian: 36))
    #expect(try kind(4) == .mercator(latitude: 2, meridian: 0))
  }

  @Test(arguments: [
    BoundingBox(minX: 45, minY: 30, maxX: 45, maxY: 31),
    BoundingBox(minX: 45, minY: 31, maxX: 46, maxY: 30),
    BoundingBox(minX: 45, minY: 86, maxX: 46, maxY: 89),
    BoundingBox(minX: 170, minY: 0, maxX: 190, maxY: 9),
    BoundingBox(minX: .nan, minY: 0, maxX: 9, maxY: 9),
    BoundingBox(minX: 1, minY: .nan, maxX: 9, maxY: 9),
  ])
  func `refuses what is no extent`(_ extent: BoundingBox) {
    let error = #expect(throws: GeodesyError.self) {
      try MapProjection(for: extent, in: ProjContext())
    }
    #expect(error?.code == .badParameter)
  }
}

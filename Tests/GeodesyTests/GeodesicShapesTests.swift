import Model
import Testing

@testable import Geodesy

@Suite struct `Geodesic shapes` {
  static func expectWound(_ shape: MultiPolygon) {
    for polygon in shape.polygons {
      for (index, ring) in polygon.rings.enumerated() {
        #expect(ring.first == ring.last)
        #expect((Places.signedArea(ring) > 0) == (index == 0))
      }
    }
  }

  /// Whether an area in square metres is that of a part of a disc of the radius, within 0.2 %.
  static func isNear(_ area: Double, _ expected: Double) -> Bool {
    abs(area / expected - 1) < 0.002
  }

  @Test(arguments: 0..<50)
  func `a circle has the area of a disc`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let center = try Places.nearby(using: &generator)
    let radius = Double.random(in: 10...100_000, using: &generator)
    let circle = try Geodesic.wgs84.circle(center: center, radius: radius)
    Self.expectWound(circle)
    #expect(circle.polygons.first?.rings.first?.count == 65)
    #expect(Self.isNear(try Geodesic.wgs84.area(of: circle), .pi * radius * radius))
    for vertex in circle.polygons[0].rings[0] {
      let distance = Geodesic.wgs84.inverse(from: center, to: try Position(vertex)).distance
      #expect(abs(distance - radius) < 1e-6)
    }
  }

  @Test func `more segments come nearer to the disc`() throws {
    let center = try Position(Places.baghdad)
    let circle = try Geodesic.wgs84.circle(center: center, radius: 1000, segments: 720)
    #expect(abs(try Geodesic.wgs84.area(of: circle) / (.pi * 1e6) - 1) < 2e-5)
  }

  @Test func `an annulus is a disc with a hole`() throws {
    let center = try Position(Places.baghdad)
    let ring = try Geodesic.wgs84.annulus(center: center, innerRadius: 3000, outerRadius: 5000)
    Self.expectWound(ring)
    #expect(ring.polygons.first?.rings.count == 2)
    #expect(Self.isNear(try Geodesic.wgs84.area(of: ring), .pi * 16e6))
    let disc = try Geodesic.wgs84.annulus(center: center, innerRadius: 0, outerRadius: 5000)
    #expect(try disc == Geodesic.wgs84.circle(center: center, radius: 5000))
  }

  /// From, to, share of the whole turn, a direction inside.
  static let sectors: [(Double, Double, Double, Double)] = [
    (0, 90, 0.25, 45), (315, 45, 0.25, 0), (-45, 45, 0.25, 0), (180, 270, 0.25, 225),
    (350, 10, 20.0 / 360, 0), (45, 315, 0.75, 180), (0, 359, 359.0 / 360, 180),
    (67.5, 112.5, 0.125, 90), (0, 360, 1, 180),
  ]

  @Test(arguments: sectors)
  func `a sector is its share of the ring`(
    from: Double, to: Double, share: Double, inside: Double
  ) throws {
    let center = try Position(Places.baghdad)
    for inner in [0.0, 4000] {
      let sector = try Geodesic.wgs84.sector(
        center: center, innerRadius: inner, outerRadius: 10_000, fromAzimuth: from, toAzimuth: to)
      Self.expectWound(sector)
      let whole = .pi * (1e8 - inner * inner)
      #expect(Self.isNear(try Geodesic.wgs84.area(of: sector), whole * share))
      let middle = try Geodesic.wgs84.destination(from: center, azimuth: inside, distance: 7000)
      let outside = try Geodesic.wgs84.destination(
        from: center, azimuth: inside + 180, distance: 7000)
      #expect(Self.contains(sector, middle.coordinate))
      if share < 0.5 { #expect(!Self.contains(sector, outside.coordinate)) }
    }
  }

  @Test func `a wedge begins at the center`() throws {
    let center = try Position(Places.baghdad)
    let wedge = try Geodesic.wgs84.sector(
      center: center, innerRadius: 0, outerRadius: 10_000, fromAzimuth: 0, toAzimuth: 90,
      segments: 8)
    let ring = try #require(wedge.polygons.first?.rings.first)
    #expect(ring.count == 11)
    #expect(ring.contains(center.coordinate))
  }

  /// Inner radius, outer radius, from, to, segments.
  static let refused: [(Double, Double, Double, Double, Int)] = [
    (0, 0, 0, 90, 8), (0, -1, 0, 90, 8), (0, .nan, 0, 90, 8), (0, .infinity, 0, 90, 8),
    (-1, 5, 0, 90, 8), (5, 5, 0, 90, 8), (.nan, 5, 0, 90, 8), (0, 5, 0, 90, 0),
    (0, 5, 0, 90, 100_000), (0, 5, 30, 30, 8), (0, 5, .nan, 30, 8), (0, 5, 0, .infinity, 8),
  ]

  @Test(arguments: refused)
  func `numbers that make no sector are refused`(
    inner: Double, outer: Double, from: Double, to: Double, segments: Int
  ) throws {
    let center = try Position(Places.baghdad)
    let error = #expect(throws: GeodesyError.self) {
      try Geodesic.wgs84.sector(
        center: center, innerRadius: inner, outerRadius: outer, fromAzimuth: from, toAzimuth: to,
        segments: segments)
    }
    #expect(error?.code == .badParameter)
  }

  @Test(arguments: [(179.99, 0.0), (-180, 10), (44, 89.99), (44, -89.99)])
  func `what one polygon in degrees cannot show is refused`(
    longitude: Double, latitude: Double
  ) throws {
    let center = try Position(longitude: longitude, latitude: latitude)
    let error = #expect(throws: GeodesyError.self) {
      try Geodesic.wgs84.circle(center: center, radius: 5000)
    }
    #expect(error?.code == .crossesAntimeridian)
  }

  /// The slow point-in-polygon: this room does not import Geometry.
  static func contains(_ shape: MultiPolygon, _ point: Coordinate) -> Bool {
    var isInside = false
    for ring in shape.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
        if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}

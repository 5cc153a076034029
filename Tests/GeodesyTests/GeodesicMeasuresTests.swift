import Glibc
import Model
import Testing

@testable import Geodesy

@Suite struct `Geodesic measures` {
  static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [Coordinate] {
    [
      Coordinate(minX, minY), Coordinate(maxX, minY), Coordinate(maxX, maxY),
      Coordinate(minX, maxY), Coordinate(minX, minY),
    ]
  }

  static let box = box(44, 33, 45, 34)
  static let hole = box(44.4, 33.4, 44.6, 33.6)
  /// Clockwise on purpose.
  static let iraq = [
    Coordinate(38.79, 33.37), Coordinate(42.35, 37.23), Coordinate(44.8, 37.1),
    Coordinate(46.1, 35.1), Coordinate(45.6, 33.9), Coordinate(48.5, 29.9),
    Coordinate(46.5, 29.1), Coordinate(38.79, 33.37),
  ]

  /// Reference values by pyproj 3.7.2 (`Geod.polygon_area_perimeter`).
  static let areas: [([[Coordinate]], Double)] = [
    ([box], 10306245947.464844),
    ([box.reversed()], 10306245947.464844),
    ([box, hole], 10306245947.464844 - 412253991.7104187),
    ([box, hole.reversed()], 10306245947.464844 - 412253991.7104187),
    ([iraq], 400326605601.4175),
    ([], 0),
    ([[]], 0),
  ]

  @Test(arguments: areas)
  func `areas are those of the reference`(rings: [[Coordinate]], area: Double) throws {
    let measured = try Geodesic.wgs84.area(of: MultiPolygon([Polygon(rings: rings)]))
    #expect(abs(measured - area) < 1)
  }

  @Test func `parts add up`() throws {
    let one = try Geodesic.wgs84.area(of: MultiPolygon([Polygon(rings: [Self.box])]))
    let two = try Geodesic.wgs84.area(
      of: MultiPolygon([Polygon(rings: [Self.box]), Polygon(rings: [Self.box(46, 33, 47, 34)])]))
    #expect(abs(two - 2 * one) < 1)
    #expect(try Geodesic.wgs84.area(of: MultiPolygon([])) == 0)
  }

  @Test func `lengths are those of the reference`() throws {
    let road = [Coordinate(44, 33), Coordinate(45, 34), Coordinate(45.5, 36)]
    let length = try Geodesic.wgs84.length(of: MultiLine([road]))
    #expect(abs(length - 371218.34390348324) < 1e-6)
    #expect(abs(try Geodesic.wgs84.length(of: MultiLine([road, road])) - 2 * length) < 1e-6)
    #expect(abs(try Geodesic.wgs84.length(of: MultiLine([Self.box])) - 407664.0803160446) < 1e-6)
    #expect(try Geodesic.wgs84.length(of: MultiLine([[], [road[0]]])) == 0)
  }

  @Test(arguments: [Coordinate(0, 91), Coordinate(.nan, 0), Coordinate(0, .infinity)])
  func `what is no longitude and latitude is refused`(_ coordinate: Coordinate) {
    var ring = Self.box
    ring[2] = coordinate
    let error = #expect(throws: GeodesyError.self) {
      try Geodesic.wgs84.area(of: MultiPolygon([Polygon(rings: [ring])]))
    }
    #expect(error?.code == .coordinateOutOfRange)
    #expect(error?.detail.hasPrefix("vertex 2") == true)
  }

  /// Rings of short edges are measured another way; cut once more, the same ring is not.
  @Test(arguments: 0..<40)
  func `short edges and long ones measure the same ground`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let longitude = Double.random(in: -120...120, using: &generator)
    let latitude = Double.random(in: -70...70, using: &generator)
    let size = [0.001, 0.02, 0.09][seed % 3]
    var ring = (0..<8).map { corner in
      let angle = Double.pi / 4 * Double(corner)
      let radius = size * Double.random(in: 0.7...1, using: &generator)
      return Coordinate(longitude + radius * cos(angle), latitude + radius * sin(angle))
    }
    ring.append(ring[0])
    #expect(AuthalicArea.suits(ring))
    let whole = try Geodesic.wgs84.area(of: MultiPolygon([Polygon(rings: [ring])]))
    #expect(AuthalicArea.signedArea(of: ring) > 0)
    #expect(AuthalicArea.signedArea(of: ring.reversed()) < 0)
    // A far corner and back: an edge that encloses nothing makes the ring one of long edges.
    let far = ring + [Coordinate(longitude + 3, latitude + 1), ring[0]]
    #expect(!AuthalicArea.suits(far))
    let exact = try Geodesic.wgs84.area(of: MultiPolygon([Polygon(rings: [far])]))
    #expect(abs(whole / exact - 1) < 2e-7)
  }

  @Test func `the radius of equal area`() {
    #expect(Geodesic.equalAreaRadius(ofArea: 0) == 0)
    #expect(Geodesic.equalAreaRadius(ofArea: -1) == 0)
    #expect(abs(Geodesic.equalAreaRadius(ofArea: .pi * 25e6) - 5) < 1e-12)
  }
}

import Model
import Testing

@testable import Geometry

@Suite struct `Measures` {
  @Test func `areas and lengths`() throws {
    let engine = try GeometryEngine()
    #expect(try engine.planarArea(of: Samples.holed) == 96)
    #expect(try engine.planarArea(of: Samples.empty) == 0)
    #expect(try engine.planarLength(of: Samples.holed.boundary) == 48)
  }

  @Test(arguments: 0..<50)
  func `the area is that of the rings`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let star = Samples.star(using: &generator)
    let ring = star.polygons[0].rings[0]
    let area = try GeometryEngine().planarArea(of: star)
    #expect(abs(area - Polygon.signedArea(of: ring)) < 1e-9)
    #expect(abs(area + Polygon.signedArea(of: ring.reversed())) < 1e-9)
  }

  struct Distance: Sendable {
    let point: Coordinate
    let toPolygons: Double
    let toBoundary: Double
  }

  static let distances = [
    Distance(point: Coordinate(-3, 5), toPolygons: 3, toBoundary: 3),
    Distance(point: Coordinate(13, 14), toPolygons: 5, toBoundary: 5),
    Distance(point: Coordinate(1, 5), toPolygons: 0, toBoundary: 1),
    Distance(point: Coordinate(3.5, 5), toPolygons: 0, toBoundary: 0.5),
    Distance(point: Coordinate(5, 5), toPolygons: 1, toBoundary: 1),
    Distance(point: Coordinate(0, 5), toPolygons: 0, toBoundary: 0),
  ]

  @Test(arguments: distances)
  func `distances to ground and to its border`(_ example: Distance) throws {
    let engine = try GeometryEngine()
    let ground = Samples.holed
    #expect(try engine.planarDistance(from: example.point, to: ground) == example.toPolygons)
    #expect(
      try engine.planarDistanceToBoundary(from: example.point, of: ground) == example.toBoundary)
  }

  @Test func `distances between borders`() throws {
    let engine = try GeometryEngine()
    let inside = Samples.square(1, 1)
    #expect(try engine.planarBoundaryDistance(Samples.holed, inside) == 1)
    #expect(try engine.planarBoundaryDistance(Samples.holed, Samples.square(13, 0)) == 3)
    #expect(try engine.planarBoundaryDistance(Samples.holed, Samples.square(9.5, 0)) == 0)
  }

  @Test func `nothing has no distance`() throws {
    let engine = try GeometryEngine()
    let point = Coordinate(0, 0)
    #expect(try engine.planarDistance(from: point, to: Samples.empty) == nil)
    #expect(try engine.planarDistanceToBoundary(from: point, of: Samples.empty) == nil)
    #expect(try engine.planarBoundaryDistance(Samples.empty, Samples.holed) == nil)
    #expect(try engine.nearestPoint(on: Samples.empty, to: point) == nil)
    #expect(try engine.nearestPoint(on: MultiLine([[]]), to: point) == nil)
    #expect(try engine.pointOnSurface(Samples.empty) == nil)
  }

  @Test func `nearest points`() throws {
    let engine = try GeometryEngine()
    let point = Coordinate(-3, 5)
    #expect(try engine.nearestPoint(on: Samples.holed, to: point) == Coordinate(0, 5))
    let inside = Coordinate(1, 5)
    #expect(try engine.nearestPoint(on: Samples.holed, to: inside) == inside)
    #expect(try engine.nearestPoint(on: Samples.holed.boundary, to: inside) == Coordinate(0, 5))
  }

  @Test(arguments: 0..<50)
  func `the point on the surface is covered`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let star = Samples.star(using: &generator)
    let point = try #require(try engine.pointOnSurface(star))
    #expect(try engine.covers(star, point))
    #expect(try #require(try engine.planarDistanceToBoundary(from: point, of: star)) > 0)
  }
}

import Model
import Testing

@testable import Geometry

@Suite struct `Predicates` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let first: Shape
    let second: Shape
    let holding: Set<SpatialPredicate>
    var testDescription: String { name }
  }

  static let square = Shape.polygons(Samples.square(0, 0, side: 10))
  static let inner = Shape.polygons(Samples.square(4, 4))

  static func line(_ pairs: (Double, Double)...) -> Shape {
    .lines(MultiLine([Samples.ring(pairs)]))
  }

  static let cases = [
    Case(
      name: "far squares", first: square, second: .polygons(Samples.square(20, 0)),
      holding: [.disjoint]),
    Case(
      name: "neighbors", first: square, second: .polygons(Samples.square(10, 0)),
      holding: [.touches, .intersects]),
    Case(
      name: "square in a square", first: inner, second: square, holding: [.within, .intersects]),
    Case(
      name: "square around a square", first: square, second: inner,
      holding: [.contains, .intersects]),
    Case(
      name: "shifted squares", first: square, second: .polygons(Samples.square(5, 5, side: 10)),
      holding: [.overlaps, .intersects]),
    Case(
      name: "same square from another corner", first: square,
      second: .polygons(
        MultiPolygon([
          Polygon(rings: [Samples.ring([(10, 10), (10, 0), (0, 0), (0, 10), (10, 10)])])
        ])),
      holding: [.equals, .within, .contains, .intersects]),
    Case(
      name: "line through", first: line((-5, 5), (15, 5)), second: square,
      holding: [.crosses, .intersects]),
    Case(
      name: "line along the border", first: line((0, 0), (10, 0)), second: square,
      holding: [.touches, .intersects]),
    Case(
      name: "crossing lines", first: line((0, 0), (2, 2)), second: line((0, 2), (2, 0)),
      holding: [.crosses, .intersects]),
    Case(
      name: "point inside", first: .point(Coordinate(5, 5)), second: square,
      holding: [.within, .intersects]),
    Case(
      name: "point on the border", first: .point(Coordinate(0, 5)), second: square,
      holding: [.touches, .intersects]),
    Case(
      name: "points in and out", first: .points([Coordinate(5, 5), Coordinate(50, 5)]),
      second: square, holding: [.crosses, .intersects]),
    Case(
      name: "collection of one kind", first: .collection([inner, inner]), second: square,
      holding: [.within, .intersects]),
    Case(
      name: "collection of overlapping squares",
      first: .collection([
        .polygons(Samples.square(0, 0, side: 6)),
        .polygons(
          MultiPolygon([BoundingBox(minX: 4, minY: 0, maxX: 10, maxY: 6).polygon])),
        .polygons(
          MultiPolygon([BoundingBox(minX: 0, minY: 6, maxX: 10, maxY: 10).polygon])),
      ]), second: square, holding: [.equals, .within, .contains, .intersects]),
    Case(
      name: "collection that a square absorbs", first: .collection([square, inner]),
      second: square, holding: [.equals, .within, .contains, .intersects]),
    Case(name: "nothing", first: .collection([]), second: square, holding: [.disjoint]),
    Case(name: "no points", first: .points([]), second: square, holding: [.disjoint]),
  ]

  @Test(arguments: cases)
  func `exactly these hold`(_ example: Case) throws {
    let engine = try GeometryEngine()
    var holding: Set<SpatialPredicate> = []
    for predicate in SpatialPredicate.allCases
    where try engine.holds(predicate, example.first, example.second) {
      holding.insert(predicate)
    }
    #expect(holding == example.holding)
  }

  static let mixed = Shape.collection([
    .point(Coordinate(20, 20)), line((-5, 5), (-1, 5)), .polygons(Samples.square(2, 2)),
  ])

  @Test func `a mixed collection meets by its parts`() throws {
    let engine = try GeometryEngine()
    #expect(try engine.holds(.intersects, Self.mixed, Self.square))
    #expect(try engine.holds(.intersects, Self.mixed, .point(Coordinate(-3, 5))))
    #expect(try engine.holds(.disjoint, Self.mixed, .point(Coordinate(-3, 6))))
    #expect(try engine.holds(.equals, Self.mixed, Self.mixed))
    #expect(try !engine.holds(.equals, Self.mixed, Self.square))
    #expect(try !engine.holds(.within, Self.mixed, Self.square))
    let country = Shape.polygons(Samples.square(-100, -100, side: 200))
    #expect(try engine.holds(.within, Self.mixed, country))
    #expect(try engine.holds(.contains, country, Self.mixed))
  }

  @Test(arguments: [SpatialPredicate.touches, .overlaps, .crosses, .contains])
  func `what is not defined for a mixed collection is refused`(_ predicate: SpatialPredicate) throws
  {
    let engine = try GeometryEngine()
    let error = #expect(throws: GeometryError.self) {
      try engine.holds(predicate, Self.mixed, Self.square)
    }
    #expect(error?.code == .mixedCollection)
  }

  @Test func `a point on the border is covered`() throws {
    let engine = try GeometryEngine()
    for point in [Coordinate(0, 5), Coordinate(0, 0), Coordinate(4, 5), Coordinate(6, 6)] {
      #expect(try engine.covers(Samples.holed, point))
    }
    #expect(try !engine.covers(Samples.holed, Coordinate(5, 5)))
    #expect(try !engine.covers(Samples.empty, Coordinate(5, 5)))
  }

  @Test(arguments: 0..<100)
  func `covers is ray casting off the border`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let star = Samples.star(using: &generator)
    for _ in 0..<50 {
      let point = Coordinate(
        Double.random(in: -20...20, using: &generator),
        Double.random(in: -20...20, using: &generator))
      let distance = try #require(try engine.planarDistanceToBoundary(from: point, of: star))
      guard distance > 1e-9 else { continue }
      #expect(try engine.covers(star, point) == RayCasting.contains(star, point))
    }
  }
}

import Model
import Testing

@testable import Geometry

@Suite struct `What is refused before GEOS` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let shape: Shape
    let code: GeometryError.Code
    let operation: String
    var testDescription: String { name }
  }

  static func polygon(_ rings: [(Double, Double)]...) -> Shape {
    .polygons(MultiPolygon([Polygon(rings: rings.map(Samples.ring))]))
  }

  static let cases = [
    Case(
      name: "three coordinates, which GEOS would take", shape: polygon([(0, 0), (1, 1), (0, 0)]),
      code: .ringTooShort, operation: "polygon 0, ring 0"),
    Case(
      name: "empty exterior", shape: polygon([]), code: .ringTooShort,
      operation: "polygon 0, ring 0"),
    Case(
      name: "open ring", shape: polygon([(0, 0), (1, 0), (1, 1), (0, 1)]), code: .ringNotClosed,
      operation: "polygon 0, ring 0"),
    Case(
      name: "short hole",
      shape: polygon([(0, 0), (9, 0), (9, 9), (0, 0)], [(1, 1), (2, 1), (1, 1)]),
      code: .ringTooShort, operation: "polygon 0, ring 1"),
    Case(
      name: "not a number in a ring",
      shape: polygon([(0, 0), (.nan, 0), (1, 1), (0, 0)]), code: .coordinateNotFinite,
      operation: "polygon 0, ring 0"),
    Case(
      name: "infinite point", shape: .point(Coordinate(.infinity, 0)), code: .coordinateNotFinite,
      operation: "point"),
    Case(
      name: "infinite among points", shape: .points([Coordinate(0, 0), Coordinate(0, -.infinity)]),
      code: .coordinateNotFinite, operation: "point"),
    Case(
      name: "line of one coordinate", shape: .lines(MultiLine([[Coordinate(0, 0)]])),
      code: .lineTooShort, operation: "line 0"),
    Case(
      name: "inside a collection",
      shape: .collection([.point(Coordinate(0, 0)), .point(Coordinate(0, .nan))]),
      code: .coordinateNotFinite, operation: "point"),
  ]

  @Test(arguments: cases)
  func `a shape that is none`(_ example: Case) throws {
    let engine = try GeometryEngine()
    let error = #expect(throws: GeometryError.self) {
      try engine.buffer(example.shape, distance: 1)
    }
    #expect(error?.code == example.code)
    #expect(error?.operation == example.operation)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a distance that is not finite`(distance: Double) throws {
    let engine = try GeometryEngine()
    let error = #expect(throws: GeometryError.self) {
      try engine.buffer(Samples.holed, distance: distance)
    }
    #expect(error?.code == .badParameter)
  }

  @Test(arguments: [Double.nan, -1])
  func `a tolerance that is none`(tolerance: Double) throws {
    let engine = try GeometryEngine()
    let error = #expect(throws: GeometryError.self) {
      try engine.simplify(Samples.holed, tolerance: tolerance)
    }
    #expect(error?.code == .badParameter)
  }

  @Test(arguments: [0, -1, 1025])
  func `a number of segments that is none`(segments: Int) throws {
    let engine = try GeometryEngine()
    #expect(throws: GeometryError.self) {
      try engine.buffer(Samples.holed, distance: 1, quadrantSegments: segments)
    }
  }
}

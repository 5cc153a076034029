import Model
import Testing

@testable import Geometry

@Suite struct `Validity` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let polygons: MultiPolygon
    let fault: ValidityFault?
    /// The area that making it valid leaves.
    let area: Double
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "square", polygons: Samples.square(0, 0), fault: nil, area: 1),
    Case(name: "square with a hole", polygons: Samples.holed, fault: nil, area: 96),
    Case(name: "nothing", polygons: Samples.empty, fault: nil, area: 0),
    Case(
      name: "bow tie", polygons: Samples.bowTie,
      fault: ValidityFault(reason: "Self-intersection", location: Coordinate(1, 1)), area: 2),
    Case(
      name: "hole outside",
      polygons: MultiPolygon([
        Polygon(rings: [
          Samples.square(0, 0).polygons[0].rings[0], Samples.square(5, 5).polygons[0].rings[0],
        ])
      ]),
      fault: ValidityFault(reason: "Hole lies outside shell", location: Coordinate(5, 5)),
      area: 2),
    Case(
      name: "hole that pokes out",
      polygons: MultiPolygon([
        Polygon(rings: [
          Samples.square(0, 0, side: 10).polygons[0].rings[0],
          Samples.square(8, 8, side: 4).polygons[0].rings[0],
        ])
      ]),
      fault: ValidityFault(reason: "Self-intersection", location: Coordinate(10, 8)), area: 96),
    Case(
      name: "overlapping parts",
      polygons: MultiPolygon(
        Samples.square(0, 0, side: 2).polygons + Samples.square(1, 0, side: 2).polygons),
      fault: ValidityFault(reason: "Self-intersection", location: Coordinate(2, 0)), area: 6),
  ]

  @Test(arguments: cases)
  func `a fault comes with its reason and place`(_ example: Case) throws {
    let fault = try GeometryEngine().validityFault(example.polygons)
    #expect((fault == nil) == (example.fault == nil))
    #expect(fault?.reason == example.fault?.reason)
    #expect(fault?.location == example.fault?.location)
  }

  @Test(arguments: cases)
  func `making valid keeps the ground`(_ example: Case) throws {
    let engine = try GeometryEngine()
    let valid = try engine.makeValid(example.polygons)
    #expect(try engine.validityFault(valid) == nil)
    #expect(abs(try engine.planarArea(of: valid) - example.area) < 1e-9)
  }

  @Test func `a bow tie becomes two triangles`() throws {
    let valid = try GeometryEngine().makeValid(Samples.bowTie)
    #expect(valid.polygons.count == 2)
    #expect(valid.polygons.allSatisfy { $0.rings.count == 1 && $0.rings[0].count == 4 })
  }

  @Test func `a ring without area is a fault and leaves nothing`() throws {
    let engine = try GeometryEngine()
    let flat = MultiPolygon([Polygon(rings: [Samples.ring([(0, 0), (1, 1), (2, 2), (0, 0)])])])
    #expect(try engine.validityFault(flat) != nil)
    #expect(try engine.makeValid(flat).isEmpty)
  }
}

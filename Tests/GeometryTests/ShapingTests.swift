import Model
import Testing

@testable import Geometry

@Suite struct `Shaping` {
  @Test func `a buffered point is nearly a disc`() throws {
    let engine = try GeometryEngine()
    let disc = try engine.buffer([Coordinate(3, 4)], distance: 10)
    let area = try engine.planarArea(of: disc)
    #expect(area < 100 * .pi)
    #expect(area > 100 * .pi * 0.998)
    #expect(disc.polygons.first?.rings.first?.count == 65)
  }

  @Test func `a buffered square has round corners`() throws {
    let engine = try GeometryEngine()
    let area = try engine.planarArea(of: engine.buffer(Samples.square(0, 0), distance: 1))
    #expect(abs(area - (5 + .pi)) < 0.01)
  }

  @Test func `a buffered line has round ends`() throws {
    let engine = try GeometryEngine()
    let road = MultiLine([[Coordinate(0, 0), Coordinate(10, 0)]])
    let area = try engine.planarArea(of: engine.buffer(road, distance: 1))
    #expect(abs(area - (20 + .pi)) < 0.01)
  }

  @Test func `a negative distance shrinks, down to nothing`() throws {
    let engine = try GeometryEngine()
    let square = Samples.square(0, 0, side: 10)
    #expect(try engine.planarArea(of: engine.buffer(square, distance: -1)) == 64)
    #expect(try engine.buffer(square, distance: -6).isEmpty)
  }

  @Test func `nothing stays nothing`() throws {
    let engine = try GeometryEngine()
    #expect(try engine.buffer(Samples.empty, distance: 1).isEmpty)
    #expect(try engine.buffer([], distance: 1).isEmpty)
    #expect(try engine.buffer(MultiLine([]), distance: 1).isEmpty)
    #expect(try engine.convexHull(of: .points([])).isEmpty)
    #expect(try engine.convexHull(of: .collection([])).isEmpty)
    #expect(try engine.simplify(Samples.empty, tolerance: 1).isEmpty)
    #expect(try engine.makeValid(Samples.empty).isEmpty)
  }

  @Test func `a hull spans the points`() throws {
    let engine = try GeometryEngine()
    let corners = [Coordinate(0, 0), Coordinate(4, 0), Coordinate(1, 1), Coordinate(0, 4)]
    #expect(try engine.planarArea(of: engine.convexHull(of: .points(corners))) == 8)
    let onALine = [Coordinate(0, 0), Coordinate(1, 1), Coordinate(2, 2)]
    #expect(try engine.convexHull(of: .points(onALine)).isEmpty)
  }

  @Test func `simplifying drops what hardly bends`() throws {
    let engine = try GeometryEngine()
    let ring = Samples.ring([(0, 0), (5, 0.001), (10, 0), (10, 10), (0, 10), (0, 0)])
    let simple = try engine.simplify(MultiPolygon([Polygon(rings: [ring])]), tolerance: 0.01)
    #expect(simple.polygons.first?.rings.first?.count == 5)
    let line = MultiLine([Samples.ring([(0, 0), (5, 0.001), (10, 0)])])
    #expect(try engine.simplify(line, tolerance: 0.01).lines.first?.count == 2)
  }

  @Test(arguments: 0..<50)
  func `simplifying leaves valid polygons`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let simple = try engine.simplify(Samples.star(using: &generator), tolerance: 2)
    #expect(!simple.isEmpty)
    #expect(try engine.validityFault(simple) == nil)
  }

  @Test func `a box is a polygon`() {
    let box = BoundingBox(minX: 1, minY: 2, maxX: 4, maxY: 6)
    #expect(Polygon.signedArea(of: box.polygon.rings[0]) == 12)
    #expect(MultiPolygon([box.polygon]).bounds == box)
  }

  @Test func `winding turns rings round and keeps them`() {
    let wrong = MultiPolygon([
      Polygon(rings: Samples.holed.polygons[0].rings.map { $0.reversed() })
    ])
    #expect(wrong.wound() == Samples.holed)
    #expect(Samples.holed.wound() == Samples.holed)
  }
}

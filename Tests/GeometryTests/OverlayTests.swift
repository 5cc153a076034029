import Model
import Testing

@testable import Geometry

@Suite struct `Overlay` {
  @Test(arguments: 0..<100)
  func `areas add up`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let a = Samples.star(using: &generator)
    let b = Samples.star(using: &generator)
    let areaA = try engine.planarArea(of: a)
    let areaB = try engine.planarArea(of: b)
    let both = try engine.planarArea(of: engine.intersection(a, b))
    let either = try engine.planarArea(of: engine.union([a, b]))
    let onlyA = try engine.planarArea(of: engine.difference(a, b))
    #expect(abs(areaA + areaB - both - either) < 1e-9)
    #expect(abs(areaA - both - onlyA) < 1e-9)
  }

  @Test(arguments: 0..<50)
  func `what comes back is valid and wound as RFC 7946 asks`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let a = Samples.star(using: &generator)
    let b = Samples.star(using: &generator)
    for result in [
      try engine.union([a, b]), try engine.difference(a, b), try engine.intersection(a, b),
      try engine.buffer(a, distance: 0.5),
    ] {
      #expect(try engine.validityFault(result) == nil)
      for polygon in result.polygons {
        for (index, ring) in polygon.rings.enumerated() {
          #expect((Polygon.signedArea(of: ring) > 0) == (index == 0))
          #expect(ring.first == ring.last)
        }
      }
    }
  }

  @Test func `polygons that only touch share no ground`() throws {
    let engine = try GeometryEngine()
    let left = Samples.square(0, 0)
    #expect(try engine.intersection(left, Samples.square(1, 0)).isEmpty)
    #expect(try engine.intersection(left, Samples.square(1, 1)).isEmpty)
    #expect(try engine.intersects(left, Samples.square(1, 1)))
  }

  @Test func `ground is kept where others only touch`() throws {
    // The overlay is a collection: a square and a line.
    let engine = try GeometryEngine()
    let comb = MultiPolygon(Samples.square(0, 0).polygons + Samples.square(5, 0).polygons)
    let result = try engine.intersection(comb, Samples.square(1, -2, side: 4.5))
    #expect(result.polygons.count == 1)
    #expect(try engine.planarArea(of: result) == 0.5)
  }

  @Test func `neighbors unite to one polygon`() throws {
    let engine = try GeometryEngine()
    let squares = (0..<10).map { Samples.square(Double($0), 0) }
    let union = try engine.union(squares)
    #expect(union.polygons.count == 1)
    #expect(try engine.planarArea(of: union) == 10)
  }

  @Test func `a difference leaves a hole`() throws {
    let engine = try GeometryEngine()
    let outer = Samples.square(0, 0, side: 10)
    let result = try engine.difference(outer, Samples.square(4, 4, side: 2))
    #expect(try engine.equalsTopologically(result, Samples.holed))
    #expect(result.polygons.first?.rings.count == 2)
  }

  @Test func `nothing with anything is no crash`() throws {
    let engine = try GeometryEngine()
    let (empty, square) = (Samples.empty, Samples.square(0, 0))
    #expect(try engine.union([]).isEmpty)
    #expect(try engine.union([empty, empty]).isEmpty)
    #expect(try engine.union([empty, square]) == engine.union([square]))
    #expect(try engine.intersection(empty, square).isEmpty)
    #expect(try engine.intersection(square, empty).isEmpty)
    #expect(try engine.intersection(empty, empty).isEmpty)
    #expect(try engine.difference(empty, square).isEmpty)
    #expect(try engine.equalsTopologically(engine.difference(square, empty), square))
    #expect(try engine.lineIntersection(MultiLine([]), square).lines.isEmpty)
    #expect(try engine.intersection(MultiPolygon([Polygon(rings: [])]), square).isEmpty)
  }

  @Test func `a line is cut at the border and at the hole`() throws {
    let engine = try GeometryEngine()
    let road = MultiLine([[Coordinate(-5, 5), Coordinate(15, 5)]])
    let inside = try engine.lineIntersection(road, Samples.holed)
    #expect(inside.lines.count == 2)
    #expect(try engine.planarLength(of: inside) == 8)
  }

  @Test func `a clip keeps what is in the box`() throws {
    let engine = try GeometryEngine()
    let box = BoundingBox(minX: 5, minY: -1, maxX: 20, maxY: 11)
    #expect(try engine.planarArea(of: engine.clip(Samples.holed, to: box)) == 48)
    let road = MultiLine([[Coordinate(-5, 5), Coordinate(15, 5)]])
    #expect(try engine.planarLength(of: engine.clip(road, to: box)) == 10)
  }
}

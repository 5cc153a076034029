import Model
import Testing

@testable import Geometry

@Suite struct `Polygon index` {
  /// Ten by ten squares, number = 10 · row + column.
  static let grid = (0..<100).map { Samples.square(Double($0 % 10), Double($0 / 10)) }

  @Test(arguments: 0..<30)
  func `covering is a scan with covers`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let stars = (0..<40).map { _ in Samples.star(using: &generator, spread: 20) }
    let index = try PolygonIndex(stars)
    for _ in 0..<40 {
      let point = Coordinate(
        Double.random(in: -30...30, using: &generator),
        Double.random(in: -30...30, using: &generator))
      let scan = try stars.indices.filter { try engine.covers(stars[$0], point) }
      #expect(try index.covering(point) == scan)
    }
  }

  @Test(arguments: 0..<30)
  func `areas are found as by a scan`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let stars = (0..<40).map { _ in Samples.star(using: &generator, spread: 20) }
    let index = try PolygonIndex(stars)
    let area = Samples.star(using: &generator, spread: 20)
    let meeting = try stars.indices.filter { try engine.intersects(stars[$0], area) }
    #expect(try index.intersecting(area) == meeting)
    let middle = try engine.buffer([try #require(try engine.pointOnSurface(area))], distance: 0.3)
    let holding = try stars.indices.filter { try engine.covers(stars[$0], middle) }
    #expect(try index.covering(middle) == holding)
  }

  @Test func `a point on a border is covered by both sides`() throws {
    let index = try PolygonIndex(Self.grid)
    #expect(try index.covering(Coordinate(0.5, 0.5)) == [0])
    #expect(try index.covering(Coordinate(1, 0.5)) == [0, 1])
    #expect(try index.covering(Coordinate(1, 1)) == [0, 1, 10, 11])
    #expect(try index.covering(Coordinate(0, 0)) == [0])
    #expect(try index.covering(Coordinate(-0.1, 0)) == [])
  }

  @Test func `numbers are those of the array, empty areas included`() throws {
    let index = try PolygonIndex([
      Samples.empty, Samples.square(0, 0), MultiPolygon([Polygon(rings: [])]), Samples.holed,
    ])
    #expect(index.count == 4)
    #expect(try index.covering(Coordinate(0.5, 0.5)) == [1, 3])
    #expect(try index.intersecting(Samples.square(9, 9, side: 5)) == [3])
    #expect(try index.intersecting(Samples.empty) == [])
    #expect(try index.intersecting(.lines(MultiLine([Samples.ring([(5, 5), (5.5, 5.5)])]))) == [])
  }

  @Test func `an index of nothing answers nothing`() throws {
    let index = try PolygonIndex([])
    #expect(try index.covering(Coordinate(0, 0)) == [])
    #expect(try index.intersecting(Samples.holed) == [])
  }

  @Test func `an error names the area`() {
    let open = MultiPolygon([Polygon(rings: [Samples.ring([(0, 0), (1, 0), (1, 1), (0, 1)])])])
    let error = #expect(throws: GeometryError.self) {
      try PolygonIndex([Samples.square(0, 0), open])
    }
    #expect(error?.code == .ringNotClosed)
    #expect(error?.operation == "area 1: polygon 0, ring 0")
  }

  @Test func `a point that is none is refused`() throws {
    let index = try PolygonIndex(Self.grid)
    #expect(throws: GeometryError.self) { try index.covering(Coordinate(.nan, 0)) }
  }
}

import Geometry
import Model
import Testing

@Suite struct `Polygons on the globe` {
  private static func ring(_ numbers: [Double]) -> [Coordinate] {
    stride(from: 0, to: numbers.count, by: 2).map { Coordinate(numbers[$0], numbers[$0 + 1]) }
  }

  /// Rings, the boxes of what comes back from west to east, and its planar area in square degrees.
  static let cases: [(rings: [[Double]], boxes: [[Double]], area: Double)] = [
    // Stays as it is.
    ([[0, 0, 2, 0, 2, 2, 0, 2, 0, 0]], [[0, 0, 2, 2]], 4),
    ([[178, 0, 180, 0, 180, 2, 178, 2, 178, 0]], [[178, 0, 180, 2]], 4),
    // Over the antimeridian, from either side.
    (
      [[179, 0, -179, 0, -179, 2, 179, 2, 179, 0]], [[-180, 0, -179, 2], [179, 0, 180, 2]], 4
    ),
    (
      [[-179, 0, -179, 2, 178, 2, 178, 0, -179, 0]], [[-180, 0, -179, 2], [178, 0, 180, 2]], 6
    ),
    // With a hole across it.
    (
      [
        [170, -10, -170, -10, -170, 10, 170, 10, 170, -10],
        [179, -1, 179, 1, -179, 1, -179, -1, 179, -1],
      ], [[-180, -10, -170, 10], [170, -10, 180, 10]], 396
    ),
    // Around the north pole and around the south pole.
    ([[0, 80, 90, 80, 180, 80, -90, 80, 0, 80]], [[-180, 80, 180, 90]], 3600),
    ([[0, -80, -90, -80, 180, -80, 90, -80, 0, -80]], [[-180, -90, 180, -80]], 3600),
    // A ring around the pole with a hole around it.
    (
      [
        [10, 70, 100, 70, -170, 70, -80, 70, 10, 70],
        [10, 80, -80, 80, -170, 80, 100, 80, 10, 80],
      ], [[-180, 70, 180, 80]], 3600
    ),
  ]

  @Test(arguments: cases)
  func `are cut at the antimeridian and closed over a pole`(
    _ rings: [[Double]], _ boxes: [[Double]], _ area: Double
  ) throws {
    let engine = try GeometryEngine()
    let result = try engine.onGlobe(Polygon(rings: rings.map(Self.ring)))
    let bounds = result.polygons.compactMap { MultiPolygon([$0]).bounds }
      .map { [$0.minX, $0.minY, $0.maxX, $0.maxY] }.sorted { $0[0] < $1[0] }
    #expect(bounds == boxes)
    #expect(abs(try engine.planarArea(of: result) - area) < 1e-9)
    #expect(try engine.validityFault(result) == nil)
    for polygon in result.polygons {
      #expect(polygon == polygon.wound())
    }
  }
}

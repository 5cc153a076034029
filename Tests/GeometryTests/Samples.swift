import Glibc
import Model

/// Polygons that the tests share.
enum Samples {
  static let empty = MultiPolygon([])

  /// A bow tie: its edges cross at 1 1.
  static let bowTie = MultiPolygon([
    Polygon(rings: [ring([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)])])
  ])

  /// A line through the middle of the bow tie.
  static let crossing = MultiLine([[Coordinate(0, 1), Coordinate(2, 1)]])

  /// 10 by 10 with a hole of 2 by 2 in the middle.
  static let holed = MultiPolygon([
    Polygon(rings: [
      ring([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]),
      ring([(4, 4), (4, 6), (6, 6), (6, 4), (4, 4)]),
    ])
  ])

  static func ring(_ pairs: [(Double, Double)]) -> [Coordinate] {
    pairs.map { Coordinate($0.0, $0.1) }
  }

  static func square(_ x: Double, _ y: Double, side: Double = 1) -> MultiPolygon {
    MultiPolygon([
      Polygon(rings: [
        ring([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)])
      ])
    ])
  }

  /// A valid polygon seen whole from its middle, with 5 to 40 corners.
  static func star(using generator: inout SplitMix64, spread: Double = 10) -> MultiPolygon {
    let corners = Int.random(in: 5...40, using: &generator)
    let x = Double.random(in: -spread...spread, using: &generator)
    let y = Double.random(in: -spread...spread, using: &generator)
    var ring: [Coordinate] = []
    for corner in 0..<corners {
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = Double.random(in: 1...8, using: &generator)
      ring.append(Coordinate(x + radius * cos(angle), y + radius * sin(angle)))
    }
    ring.append(ring[0])
    return MultiPolygon([Polygon(rings: [ring])])
  }
}

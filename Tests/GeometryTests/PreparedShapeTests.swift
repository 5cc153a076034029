import Geometry
import Model
import Testing

@Suite struct `Prepared shapes` {
  /// Prepared shapes against the plain way, on borders that meet.
  @Test(arguments: 0..<60)
  func `relate as plain ones do`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let engine = try GeometryEngine()
    let shapes = (0..<8).map { _ in Self.shape(&random) }
    for left in shapes {
      let prepared = try PreparedShape(left, engine: engine)
      for right in shapes {
        for predicate in SpatialPredicate.allCases {
          let plain = try engine.holds(predicate, left, right)
          #expect(try prepared.holds(predicate, right) == plain, "\(predicate) \(left) \(right)")
          #expect(try engine.holds(predicate.reversed, right, left) == plain, "\(predicate)")
        }
      }
    }
  }

  /// A small shape on whole degrees, so that borders meet.
  private static func shape(_ random: inout SplitMix64) -> Shape {
    func number() -> Double { Double(Int.random(in: 0...4, using: &random)) }
    func point() -> Coordinate { Coordinate(number(), number()) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .point(point())
    case 1: return .points([point(), point()])
    case 2:
      let start = point()
      return .lines(MultiLine([[start, Coordinate(start.x + 1, start.y + 2)]]))
    default:
      let low = point()
      return .polygons(
        MultiPolygon([
          BoundingBox(minX: low.x, minY: low.y, maxX: low.x + 2, maxY: low.y + 1).polygon
        ]))
    }
  }
}

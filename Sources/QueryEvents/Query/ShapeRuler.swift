import Geodesy
import Geometry
import Model

/// Measures from one position to any shape.
///
/// To a point the way is the geodesic. To lines and polygons it is the one to their nearest point,
/// found among their edges in an azimuthal equidistant projection around the position, where distances
/// from it are true; inside of a polygon it is 0. Not Sendable: it holds a projection.
final class ShapeRuler {
  /// The way to a shape.
  struct Way: Sendable, Hashable {
    /// Metres.
    var distance: Double
    /// Degrees clockwise from north at the center.
    var azimuth: Double
  }

  let center: Position
  private let geodesic = Geodesic.wgs84
  private let context: ProjContext
  private let engine: GeometryEngine
  private lazy var projection = Result { try LocalProjection(center: center, in: context) }

  init(center: Position, engine: GeometryEngine) throws {
    self.center = center
    self.engine = engine
    context = try ProjContext()
  }

  /// The shortest way, nil when the shape holds no position.
  ///
  /// Linear in the vertices.
  func path(to shape: Shape) throws -> Way? {
    switch shape {
    case .point(let point): return way(to: point)
    case .points(let points): return points.compactMap(way).min { $0.distance < $1.distance }
    case .lines(let lines): return try nearest(of: lines.lines)
    case .polygons(let polygons):
      let here = Shape.point(center.coordinate)
      if let box = polygons.bounds, box.contains(center.coordinate),
        try engine.holds(.intersects, .polygons(polygons), here)
      {
        return Way(distance: 0, azimuth: 0)
      }
      return try nearest(of: polygons.polygons.flatMap(\.rings))
    case .collection(let shapes):
      return try shapes.compactMap(path).min { $0.distance < $1.distance }
    }
  }

  private func way(to coordinate: Coordinate) -> Way? {
    guard let position = try? Position(longitude: coordinate.x, latitude: coordinate.y) else {
      return nil
    }
    let path = geodesic.inverse(from: center, to: position)
    return Way(distance: path.distance, azimuth: path.azimuth)
  }

  private func nearest(of lines: [[Coordinate]]) throws -> Way? {
    let projection = try projection.get()
    var best: Coordinate?
    var least = Double.infinity
    for line in lines {
      var last: Coordinate?
      for vertex in line {
        let next = try projection.forward(vertex)
        let foot = last.map { Self.foot(from: $0, to: next) } ?? next
        let square = foot.x * foot.x + foot.y * foot.y
        if square < least { (best, least) = (foot, square) }
        last = next
      }
    }
    return try best.flatMap { way(to: try projection.inverse($0)) }
  }

  /// The point of an edge that is nearest to the origin.
  private static func foot(from start: Coordinate, to end: Coordinate) -> Coordinate {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = x * x + y * y
    guard length > 0 else { return start }
    let part = min(1, max(0, -(start.x * x + start.y * y) / length))
    return Coordinate(start.x + part * x, start.y + part * y)
  }
}

extension Shape {
  /// All vertices, in order.
  var vertices: [Coordinate] {
    switch self {
    case .point(let point): [point]
    case .points(let points): points
    case .lines(let lines): lines.lines.flatMap(\.self)
    case .polygons(let polygons): polygons.polygons.flatMap { $0.rings.flatMap(\.self) }
    case .collection(let shapes): shapes.flatMap(\.vertices)
    }
  }
}

package import Model

extension Shape {
  /// The shape with every vertex moved.
  ///
  /// Linear in the vertices.
  package func mapped(
    _ move: (Coordinate) throws -> Coordinate
  ) rethrows -> Shape {
    switch self {
    case .point(let point): .point(try move(point))
    case .points(let points): .points(try points.map(move))
    case .lines(let lines): .lines(MultiLine(try lines.lines.map { try $0.map(move) }))
    case .polygons(let polygons):
      .polygons(
        MultiPolygon(
          try polygons.polygons.map { Polygon(rings: try $0.rings.map { try $0.map(move) }) }))
    case .collection(let shapes): .collection(try shapes.map { try $0.mapped(move) })
    }
  }
}

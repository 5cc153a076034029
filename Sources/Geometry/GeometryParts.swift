import Model

/// What a geometry of any type holds, sorted by dimension.
struct GeometryParts {
  var points: [Coordinate] = []
  var lines: [[Coordinate]] = []
  var polygons: [Polygon] = []

  /// The parts that are there, as shapes of one type each: points, lines, polygons.
  var shapes: [Shape] {
    var result: [Shape] = []
    if !points.isEmpty { result.append(.points(points)) }
    if !lines.isEmpty { result.append(.lines(MultiLine(lines))) }
    if !polygons.isEmpty { result.append(.polygons(MultiPolygon(polygons))) }
    return result
  }
}

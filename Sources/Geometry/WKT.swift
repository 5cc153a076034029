import Model

/// Writes well-known text (OGC 06-103r4, section 7): `POINT (45.391 34.348)`.
package enum WKT {
  /// Returns the text of a shape, each number as short as it reads back equal.
  ///
  /// Linear in the vertices. One polygon is a POLYGON, one line a LINESTRING.
  package static func text(_ shape: Shape) -> String {
    switch shape {
    case .point(let point): "POINT (\(pair(point)))"
    case .points(let points): tagged("MULTIPOINT", points.map { "(\(pair($0)))" })
    case .lines(let lines):
      lines.lines.count == 1
        ? "LINESTRING \(path(lines.lines[0]))" : tagged("MULTILINESTRING", lines.lines.map(path))
    case .polygons(let polygons):
      polygons.polygons.count == 1
        ? "POLYGON \(rings(polygons.polygons[0]))"
        : tagged("MULTIPOLYGON", polygons.polygons.map(rings))
    case .collection(let shapes): tagged("GEOMETRYCOLLECTION", shapes.map(text))
    }
  }

  private static func tagged(_ name: String, _ parts: [String]) -> String {
    parts.isEmpty ? "\(name) EMPTY" : "\(name) (\(parts.joined(separator: ", ")))"
  }

  private static func rings(_ polygon: Polygon) -> String {
    "(\(polygon.rings.map(path).joined(separator: ", ")))"
  }

  private static func path(_ line: [Coordinate]) -> String {
    "(\(line.map(pair).joined(separator: ", ")))"
  }

  private static func pair(_ coordinate: Coordinate) -> String {
    "\(number(coordinate.x)) \(number(coordinate.y))"
  }

  private static func number(_ value: Double) -> String {
    let text = (value + 0).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

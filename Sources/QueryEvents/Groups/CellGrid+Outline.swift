import Geodesy
package import Geometry
package import Model

extension CellGrid {
  /// Returns the ground of a cell: degrees, longitude first, cut at the antimeridian, wound as RFC 7946 asks.
  ///
  /// Edges that are straight in the projection bend in degrees: they are drawn by as many pieces as keep
  /// them within 1 cm, or a fifth of a millionth of the size. Neighbors draw a common edge by the same
  /// vertices, so that there is neither gap nor overlap between cells.
  /// - Returns: nil for a cell that reaches over the rim of the projection, opposite to Iraq: cells of 10 km within
  ///   some 500 km of 33° S 136° W, cells of 100 km within 1600 km.
  package func outline(
    of cell: Cell, engine: GeometryEngine
  ) throws(GeometryError) -> MultiPolygon? {
    let corners = corners(of: cell)
    var ring: [Coordinate] = []
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      guard let edge = edge(corner, next) else { return nil }
      ring += edge.dropLast()
    }
    ring.append(ring[0])
    return try engine.onGlobe(Polygon(rings: [ring]))
  }

  /// The vertices from one corner to another, both included, whoever asks for them in either direction.
  private func edge(_ start: (x: Int, y: Int), _ end: (x: Int, y: Int)) -> [Coordinate]? {
    if (end.y, end.x) < (start.y, start.x) {
      return edge(end, start).map { $0.reversed() }
    }
    guard let first = Vertex(planar(start.x, start.y), self),
      let last = Vertex(planar(end.x, end.y), self)
    else { return nil }
    var vertices = [first.degrees]
    guard addPieces(first, last, depth: 0, to: &vertices) else { return nil }
    return vertices
  }

  /// A point of the projection and what it stands for.
  private struct Vertex {
    var point: Coordinate
    var degrees: Coordinate

    init?(_ point: Coordinate, _ grid: CellGrid) {
      guard let degrees = try? grid.projection.inverse(point), grid.isImage(degrees, of: point)
      else { return nil }
      (self.point, self.degrees) = (point, degrees)
    }
  }

  /// Adds the vertices after the first up to the last, halving what bends too much.
  private func addPieces(
    _ first: Vertex, _ last: Vertex, depth: Int, to vertices: inout [Coordinate]
  ) -> Bool {
    if depth < Self.deepest, bends(first, last) {
      let middle = Coordinate(
        (first.point.x + last.point.x) / 2, (first.point.y + last.point.y) / 2)
      guard let middle = Vertex(middle, self) else { return false }
      return addPieces(first, middle, depth: depth + 1, to: &vertices)
        && addPieces(middle, last, depth: depth + 1, to: &vertices)
    }
    vertices.append(last.degrees)
    return true
  }

  /// Whether a straight line in degrees leaves the straight line of the projection.
  private func bends(_ first: Vertex, _ last: Vertex) -> Bool {
    let x = (last.degrees.x - first.degrees.x).remainder(dividingBy: 360)
    var middle = Coordinate(
      first.degrees.x + x / 2, (first.degrees.y + last.degrees.y) / 2)
    if middle.x > 180 { middle.x -= 360 } else if middle.x < -180 { middle.x += 360 }
    guard let image = try? projection.forward(middle) else { return true }
    let (dx, dy) = (last.point.x - first.point.x, last.point.y - first.point.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let error = abs((image.x - first.point.x) * dy - (image.y - first.point.y) * dx) / length
    return error > max(0.01, size.meters * 2e-7)
  }

  private static let deepest = 12
}

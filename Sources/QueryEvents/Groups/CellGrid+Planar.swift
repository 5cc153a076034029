import Geodesy
import Geometry
import Model

extension CellGrid {
  /// Polygons in degrees as polygons of the projection; metres, valid.
  func planar(_ polygons: MultiPolygon, engine: GeometryEngine) throws -> MultiPolygon {
    try engine.makeValid(
      MultiPolygon(
        polygons.polygons.map { polygon in
          Polygon(rings: try polygon.rings.map { try planar($0) })
        }))
  }

  /// A line in degrees as a line of the projection; what is long and straight in degrees bends.
  /// - Throws: `GeodesyError` for a vertex that is no longitude and latitude.
  func planar(_ line: [Coordinate]) throws -> [Coordinate] {
    var points: [Coordinate] = []
    var last: Coordinate?
    for vertex in line {
      if let last {
        let length = max(abs(vertex.x - last.x), abs(vertex.y - last.y))
        let pieces = max(1, Int(min(length / Self.longestPiece, Self.mostPieces).rounded(.up)))
        for piece in 1..<max(1, pieces) {
          let part = Double(piece) / Double(pieces)
          points.append(
            Coordinate(
              last.x + (vertex.x - last.x) * part, last.y + (vertex.y - last.y) * part))
        }
      }
      points.append(vertex)
      last = vertex
    }
    return try projection.forward(points)
  }

  /// Degrees: a straight piece is then within a metre of what it stands for.
  private static let longestPiece = 0.05
  /// Once round the earth; what is longer has an end that the projection refuses.
  private static let mostPieces = 360 / longestPiece
}

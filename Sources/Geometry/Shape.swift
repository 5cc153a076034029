package import Model

/// A geometry of any type: what a query or a binary blob may hold.
package enum Shape: Sendable, Hashable {
  case point(Coordinate)
  case points([Coordinate])
  case lines(MultiLine)
  case polygons(MultiPolygon)
  case collection([Shape])

  /// Whether it holds no coordinate.
  ///
  /// Linear in the parts.
  package var isEmpty: Bool {
    switch self {
    case .point: false
    case .points(let points): points.isEmpty
    case .lines(let lines): lines.lines.allSatisfy(\.isEmpty)
    case .polygons(let polygons): polygons.polygons.allSatisfy(\.rings.isEmpty)
    case .collection(let shapes): shapes.allSatisfy(\.isEmpty)
    }
  }

  /// The box around everything, or nil when the shape is empty.
  ///
  /// Linear in the vertices.
  package var bounds: BoundingBox? {
    switch self {
    case .point(let point): BoundingBox(enclosing: CollectionOfOne(point))
    case .points(let points): BoundingBox(enclosing: points)
    case .lines(let lines): lines.bounds
    case .polygons(let polygons): polygons.bounds
    case .collection(let shapes):
      shapes.lazy.compactMap(\.bounds).reduce(nil) { box, next in box?.union(next) ?? next }
    }
  }
}

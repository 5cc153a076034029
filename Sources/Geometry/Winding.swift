package import Model

extension Polygon {
  /// Returns the polygon with its exterior counter-clockwise and its holes clockwise (RFC 7946).
  ///
  /// Linear in the vertices.
  package func wound() -> Polygon {
    var rings = self.rings
    for index in rings.indices {
      let isCounterClockwise = Self.signedArea(of: rings[index]) > 0
      if isCounterClockwise != (index == 0) {
        rings[index].reverse()
      }
    }
    return Polygon(rings: rings)
  }

  /// Returns the area of a closed ring in square units of its coordinates, positive when it turns
  /// counter-clockwise.
  ///
  /// Linear in the vertices.
  package static func signedArea(of ring: [Coordinate]) -> Double {
    guard let origin = ring.first else { return 0 }
    var doubled = 0.0
    // Relative to the first vertex, so that large coordinates do not eat the digits.
    var last = Coordinate(0, 0)
    for vertex in ring.dropFirst() {
      let next = Coordinate(vertex.x - origin.x, vertex.y - origin.y)
      doubled += last.x * next.y - next.x * last.y
      last = next
    }
    return doubled / 2
  }
}

extension MultiPolygon {
  /// Returns the polygons wound as RFC 7946 asks.
  ///
  /// Linear in the vertices.
  package func wound() -> MultiPolygon {
    MultiPolygon(polygons.map { $0.wound() })
  }
}

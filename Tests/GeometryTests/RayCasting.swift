import Model

/// The slow twin of point-in-polygon: counts the edges that a ray to the right crosses.
enum RayCasting {
  static func contains(_ polygons: MultiPolygon, _ point: Coordinate) -> Bool {
    polygons.polygons.contains { polygon in
      var isInside = false
      for ring in polygon.rings {
        for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
          let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
          if point.x < x { isInside.toggle() }
        }
      }
      return isInside
    }
  }
}

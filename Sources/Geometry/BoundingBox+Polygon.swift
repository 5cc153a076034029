package import Model

extension BoundingBox {
  /// The box as a polygon, counter-clockwise from its lower left corner.
  package var polygon: Polygon {
    Polygon(rings: [
      [
        Coordinate(minX, minY), Coordinate(maxX, minY), Coordinate(maxX, maxY),
        Coordinate(minX, maxY), Coordinate(minX, minY),
      ]
    ])
  }
}

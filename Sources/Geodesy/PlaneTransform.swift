package import Model

/// A way from one pair of numbers to another and back, such as degrees to metres.
///
/// Whoever conforms transforms one coordinate; arrays, lines and polygons follow. Straight edges
/// stay straight: nothing is densified.
package protocol PlaneTransform: AnyObject {
  /// Transforms a coordinate of the source, such as longitude and latitude, to the target.
  /// - Throws: `GeodesyError` when the coordinate has no image.
  func forward(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate

  /// Transforms a coordinate of the target back to the source.
  /// - Throws: `GeodesyError` when the coordinate has no image.
  func inverse(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate
}

extension PlaneTransform {
  /// Transforms coordinates to the target, in order.
  package func forward(_ coordinates: [Coordinate]) throws(GeodesyError) -> [Coordinate] {
    try each(coordinates) { (one) throws(GeodesyError) in try forward(one) }
  }

  /// Transforms coordinates back to the source, in order.
  package func inverse(_ coordinates: [Coordinate]) throws(GeodesyError) -> [Coordinate] {
    try each(coordinates) { (one) throws(GeodesyError) in try inverse(one) }
  }

  /// Transforms lines to the target.
  package func forward(_ lines: MultiLine) throws(GeodesyError) -> MultiLine {
    MultiLine(try each(lines.lines) { (line) throws(GeodesyError) in try forward(line) })
  }

  /// Transforms lines back to the source.
  package func inverse(_ lines: MultiLine) throws(GeodesyError) -> MultiLine {
    MultiLine(try each(lines.lines) { (line) throws(GeodesyError) in try inverse(line) })
  }

  /// Transforms polygons to the target.
  package func forward(_ polygons: MultiPolygon) throws(GeodesyError) -> MultiPolygon {
    MultiPolygon(
      try each(polygons.polygons) { (polygon) throws(GeodesyError) in
        Polygon(rings: try each(polygon.rings) { (ring) throws(GeodesyError) in try forward(ring) })
      })
  }

  /// Transforms polygons back to the source.
  package func inverse(_ polygons: MultiPolygon) throws(GeodesyError) -> MultiPolygon {
    MultiPolygon(
      try each(polygons.polygons) { (polygon) throws(GeodesyError) in
        Polygon(rings: try each(polygon.rings) { (ring) throws(GeodesyError) in try inverse(ring) })
      })
  }

  private func each<Element>(
    _ elements: [Element], _ transform: (Element) throws(GeodesyError) -> Element
  ) throws(GeodesyError) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      result.append(try transform(element))
    }
    return result
  }
}

import CPROJ
package import Model

extension Geodesic {
  /// Returns the area on the ellipsoid in square metres, holes taken off (`geod_polygon_compute`; for rings of
  /// short edges `AuthalicArea`, which differs by less than a part in five million).
  ///
  /// Each ring counts with its absolute area, so that winding does not matter. Polygons of one
  /// `MultiPolygon` that overlap count twice. Linear in the vertices.
  /// - Throws: `GeodesyError` for a coordinate that is no longitude and latitude.
  package func area(of polygons: MultiPolygon) throws(GeodesyError) -> Double {
    var total = 0.0
    for polygon in polygons.polygons {
      for (index, ring) in polygon.rings.enumerated() {
        let area = abs(
          AuthalicArea.suits(ring)
            ? AuthalicArea.signedArea(of: ring) : try measure(ring, asLine: false).area)
        total += index == 0 ? area : -area
      }
    }
    return max(0, total)
  }

  /// Returns the length on the ellipsoid in metres (`geod_polygon_compute` of a polyline).
  ///
  /// Linear in the vertices.
  /// - Throws: `GeodesyError` for a coordinate that is no longitude and latitude.
  package func length(of lines: MultiLine) throws(GeodesyError) -> Double {
    var total = 0.0
    for line in lines.lines {
      total += try measure(line, asLine: true).perimeter
    }
    return total
  }

  /// Returns the radius in kilometres of the disc with that area in square metres: how far off a
  /// place is when all that is known is the area it lies in.
  package static func equalAreaRadius(ofArea area: Double) -> Double {
    (max(0, area) / .pi).squareRoot() / 1000
  }

  private func measure(
    _ coordinates: [Coordinate], asLine: Bool
  ) throws(GeodesyError) -> (area: Double, perimeter: Double) {
    var polygon = geod_polygon()
    unsafe geod_polygon_init(&polygon, asLine ? 1 : 0)
    var area = 0.0
    var perimeter = 0.0
    for (index, coordinate) in coordinates.enumerated() {
      // A closed ring names its first vertex twice; the second time adds an edge of length 0.
      guard abs(coordinate.y) <= 90, coordinate.x.isFinite else {
        throw GeodesyError(
          .coordinateOutOfRange, operation: "geod_polygon_addpoint",
          detail: "vertex \(index): longitude \(coordinate.x), latitude \(coordinate.y); degrees, "
            + "longitude first, are expected")
      }
      unsafe geod_polygon_addpoint(ellipsoid, &polygon, coordinate.y, coordinate.x)
    }
    _ = unsafe geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, &perimeter)
    return (area, perimeter)
  }
}

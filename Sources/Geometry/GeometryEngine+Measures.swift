import CGEOS
package import Model

extension GeometryEngine {
  /// Returns the planar area in square units of the coordinates (`GEOSArea_r`).
  package func planarArea(of polygons: MultiPolygon) throws(GeometryError) -> Double {
    let geometry = try context.build(polygons)
    var area = 0.0
    try unsafe context.status("GEOSArea_r", GEOSArea_r(context.raw, geometry.pointer, &area))
    return area
  }

  /// Returns the planar length in units of the coordinates (`GEOSLength_r`).
  package func planarLength(of lines: MultiLine) throws(GeometryError) -> Double {
    let geometry = try context.build(lines)
    var length = 0.0
    try unsafe context.status("GEOSLength_r", GEOSLength_r(context.raw, geometry.pointer, &length))
    return length
  }

  /// Returns a point in the interior, or nil when the polygons are empty (`GEOSPointOnSurface_r`).
  package func pointOnSurface(_ polygons: MultiPolygon) throws(GeometryError) -> Coordinate? {
    let geometry = try context.build(polygons)
    return try unsafe context.geometry(
      "GEOSPointOnSurface_r", GEOSPointOnSurface_r(context.raw, geometry.pointer)
    ).parts().points.first
  }

  /// Returns the planar distance, 0 inside, or nil when the polygons are empty (`GEOSDistance_r`).
  package func planarDistance(
    from point: Coordinate, to polygons: MultiPolygon
  ) throws(GeometryError) -> Double? {
    try planarDistance(.point(point), .polygons(polygons))
  }

  /// Returns the planar distance between two shapes, or nil when one is empty (`GEOSDistance_r`).
  package func planarDistance(
    _ first: Shape, _ second: Shape
  ) throws(GeometryError) -> Double? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let first = try context.build(first)
    let second = try context.build(second)
    var distance = 0.0
    try unsafe context.status(
      "GEOSDistance_r",
      GEOSDistance_r(context.raw, first.pointer, second.pointer, &distance))
    return distance
  }

  /// Returns the planar distance to the nearest exterior ring or hole, from inside or outside, or
  /// nil when the polygons are empty.
  package func planarDistanceToBoundary(
    from point: Coordinate, of polygons: MultiPolygon
  ) throws(GeometryError) -> Double? {
    try planarDistance(.point(point), .lines(polygons.boundary))
  }

  /// Returns the planar distance between two boundaries, or nil when one is empty.
  package func planarBoundaryDistance(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> Double? {
    try planarDistance(.lines(first.boundary), .lines(second.boundary))
  }

  /// Returns the point of the lines that is nearest, or nil when they are empty
  /// (`GEOSNearestPoints_r`).
  package func nearestPoint(
    on lines: MultiLine, to point: Coordinate
  ) throws(GeometryError) -> Coordinate? {
    try nearestPoint(on: .lines(lines), to: point)
  }

  /// Returns the point of the polygons that is nearest, the point itself when it is inside, or nil
  /// when they are empty (`GEOSNearestPoints_r`).
  ///
  /// For the border, pass `boundary`.
  package func nearestPoint(
    on polygons: MultiPolygon, to point: Coordinate
  ) throws(GeometryError) -> Coordinate? {
    try nearestPoint(on: .polygons(polygons), to: point)
  }

  private func nearestPoint(
    on shape: Shape, to point: Coordinate
  ) throws(GeometryError) -> Coordinate? {
    guard !shape.isEmpty else { return nil }
    let shape = try context.build(shape)
    let point = try context.build(point)
    guard
      let sequence = unsafe GEOSNearestPoints_r(context.raw, shape.pointer, point.pointer)
    else { throw context.failure("GEOSNearestPoints_r") }
    defer { unsafe GEOSCoordSeq_destroy_r(context.raw, sequence) }
    return try unsafe context.coordinates(ofSequence: sequence).first
  }
}

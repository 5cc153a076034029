import CGEOS
package import Model

extension GeometryEngine {
  /// Returns the ground within a distance of the polygons, or, with a negative distance, the ground
  /// farther than that from their outside (`GEOSBuffer_r`).
  /// - Parameters:
  ///   - polygons: What to grow or shrink.
  ///   - distance: In the unit of the coordinates.
  ///   - quadrantSegments: How many straight pieces make a quarter of a circle.
  package func buffer(
    _ polygons: MultiPolygon, distance: Double, quadrantSegments: Int = 16
  ) throws(GeometryError) -> MultiPolygon {
    try buffer(.polygons(polygons), distance: distance, quadrantSegments: quadrantSegments)
  }

  /// Returns the ground within a distance of the lines, with round ends (`GEOSBuffer_r`).
  package func buffer(
    _ lines: MultiLine, distance: Double, quadrantSegments: Int = 16
  ) throws(GeometryError) -> MultiPolygon {
    try buffer(.lines(lines), distance: distance, quadrantSegments: quadrantSegments)
  }

  /// Returns the ground within a distance of the points (`GEOSBuffer_r`).
  package func buffer(
    _ points: [Coordinate], distance: Double, quadrantSegments: Int = 16
  ) throws(GeometryError) -> MultiPolygon {
    try buffer(.points(points), distance: distance, quadrantSegments: quadrantSegments)
  }

  /// Returns the ground within a distance of a shape of any type (`GEOSBuffer_r`).
  package func buffer(
    _ shape: Shape, distance: Double, quadrantSegments: Int = 16
  ) throws(GeometryError) -> MultiPolygon {
    guard distance.isFinite, (1...1024).contains(quadrantSegments) else {
      throw GeometryError(
        .badParameter, operation: "GEOSBuffer_r",
        detail: "distance \(distance) with \(quadrantSegments) segments a quadrant; a finite "
          + "distance and 1 to 1024 segments are expected")
    }
    let geometry = try context.build(shape)
    return try unsafe context.geometry(
      "GEOSBuffer_r",
      GEOSBuffer_r(context.raw, geometry.pointer, distance, CInt(quadrantSegments))
    ).polygons()
  }

  /// Returns the smallest convex polygon around a shape, empty when the shape has no area
  /// to span: fewer than three points, or all on one line (`GEOSConvexHull_r`).
  package func convexHull(of shape: Shape) throws(GeometryError) -> MultiPolygon {
    let geometry = try context.build(shape)
    return try unsafe context.geometry(
      "GEOSConvexHull_r", GEOSConvexHull_r(context.raw, geometry.pointer)
    ).polygons()
  }

  /// Returns polygons with fewer vertices that are still valid (`GEOSTopologyPreserveSimplify_r`).
  ///
  /// Polygons that share a border are simplified one by one, so that gaps may open between them.
  /// - Parameters:
  ///   - polygons: What to simplify.
  ///   - tolerance: How far a vertex may lie off the new line, in the unit of the coordinates.
  package func simplify(
    _ polygons: MultiPolygon, tolerance: Double
  ) throws(GeometryError) -> MultiPolygon {
    try simplified(.polygons(polygons), tolerance).polygons()
  }

  /// Returns lines with fewer vertices (`GEOSTopologyPreserveSimplify_r`).
  package func simplify(
    _ lines: MultiLine, tolerance: Double
  ) throws(GeometryError) -> MultiLine {
    MultiLine(try simplified(.lines(lines), tolerance).parts().lines)
  }

  private func simplified(
    _ shape: Shape, _ tolerance: Double
  ) throws(GeometryError) -> GEOSHandle {
    guard tolerance.isFinite, tolerance >= 0 else {
      throw GeometryError(
        .badParameter, operation: "GEOSTopologyPreserveSimplify_r",
        detail: "tolerance \(tolerance); a finite number of at least 0 is expected")
    }
    let geometry = try context.build(shape)
    return try unsafe context.geometry(
      "GEOSTopologyPreserveSimplify_r",
      GEOSTopologyPreserveSimplify_r(context.raw, geometry.pointer, tolerance))
  }
}

package import Model

/// Shapes drawn by geodesic destinations: no projection is opened for them.
///
/// Longitude and latitude in degrees, rings closed and wound as RFC 7946 asks. Vertices lie on the
/// arc, so that a polygon of 64 segments has 0.16 % less area than the true disc.
extension Geodesic {
  /// Returns the disc around a position.
  /// - Parameters:
  ///   - center: The middle.
  ///   - radius: Metres, more than 0.
  ///   - segments: How many straight pieces make the circle, 3 or more.
  /// - Throws: `GeodesyError` for numbers out of range, and when the disc crosses the antimeridian
  ///   or holds a pole.
  package func circle(
    center: Position, radius: Double, segments: Int = 64
  ) throws(GeodesyError) -> MultiPolygon {
    try check(inner: 0, outer: radius, segments: segments, least: 3)
    return MultiPolygon([Polygon(rings: [try ring(center, radius, segments)])])
  }

  /// Returns the ground between two distances from a position; an inner radius of 0 gives the disc.
  /// - Parameters:
  ///   - center: The middle.
  ///   - innerRadius: Metres, 0 or more.
  ///   - outerRadius: Metres, more than the inner radius.
  ///   - segments: How many straight pieces make each circle, 3 or more.
  /// - Throws: `GeodesyError`, as `circle`.
  package func annulus(
    center: Position, innerRadius: Double, outerRadius: Double, segments: Int = 64
  ) throws(GeodesyError) -> MultiPolygon {
    try check(inner: innerRadius, outer: outerRadius, segments: segments, least: 3)
    var rings = [try ring(center, outerRadius, segments)]
    if innerRadius > 0 {
      rings.append(try ring(center, innerRadius, segments).reversed())
    }
    return MultiPolygon([Polygon(rings: rings)])
  }

  /// Returns the part of an annulus between two directions, clockwise from the first to the second.
  ///
  /// An inner radius of 0 gives a wedge from the center. Directions a whole turn apart, such as 0
  /// and 360, give the annulus.
  /// - Parameters:
  ///   - center: The middle.
  ///   - innerRadius: Metres, 0 or more.
  ///   - outerRadius: Metres, more than the inner radius.
  ///   - fromAzimuth: Where it starts: degrees clockwise from north.
  ///   - toAzimuth: Where it ends: degrees clockwise from north. 315 to 45 is the north quarter.
  ///   - segments: How many straight pieces make each arc.
  /// - Throws: `GeodesyError`, as `circle`, and when both directions are the same.
  package func sector(
    center: Position, innerRadius: Double, outerRadius: Double, fromAzimuth: Double,
    toAzimuth: Double, segments: Int = 64
  ) throws(GeodesyError) -> MultiPolygon {
    try check(inner: innerRadius, outer: outerRadius, segments: segments, least: 1)
    guard fromAzimuth.isFinite, toAzimuth.isFinite, fromAzimuth != toAzimuth else {
      throw GeodesyError(
        .badParameter, operation: "sector",
        detail: "from \(fromAzimuth) to \(toAzimuth) degrees; two directions are expected")
    }
    let sweep = Self.normalized(azimuth: toAzimuth - fromAzimuth)
    guard sweep > 0 else {
      return try annulus(
        center: center, innerRadius: innerRadius, outerRadius: outerRadius,
        segments: max(3, segments))
    }
    // Azimuths grow clockwise, so that the outer arc runs backwards to turn counter-clockwise.
    let outer = try arc(center, outerRadius, from: fromAzimuth + sweep, by: -sweep, segments)
    let inner =
      innerRadius > 0
      ? try arc(center, innerRadius, from: fromAzimuth, by: sweep, segments)
      : [center.coordinate]
    return MultiPolygon([Polygon(rings: [outer + inner + [outer[0]]])])
  }

  private func ring(
    _ center: Position, _ radius: Double, _ segments: Int
  ) throws(GeodesyError) -> [Coordinate] {
    var ring = try arc(center, radius, from: 0, by: -360, segments)
    // Rounding must not leave the ring open.
    ring[ring.count - 1] = ring[0]
    let north = try inverseOfPole(90, center)
    let south = try inverseOfPole(-90, center)
    guard radius < north, radius < south else { throw crossing(center, radius) }
    return ring
  }

  private func arc(
    _ center: Position, _ radius: Double, from start: Double, by sweep: Double, _ segments: Int
  ) throws(GeodesyError) -> [Coordinate] {
    var arc: [Coordinate] = []
    arc.reserveCapacity(segments + 1)
    for step in 0...segments {
      let azimuth = start + sweep * Double(step) / Double(segments)
      let end = try destination(from: center, azimuth: azimuth, distance: radius)
      guard abs(end.longitude - center.longitude) < 180 else { throw crossing(center, radius) }
      arc.append(end.coordinate)
    }
    return arc
  }

  private func inverseOfPole(_ latitude: Double, _ center: Position) throws(GeodesyError) -> Double
  {
    guard let pole = try? Position(longitude: center.longitude, latitude: latitude) else {
      return .infinity
    }
    return inverse(from: center, to: pole).distance
  }

  private func crossing(_ center: Position, _ radius: Double) -> GeodesyError {
    GeodesyError(
      .crossesAntimeridian, operation: "circle",
      detail: "\(radius) m around \(center.longitude) \(center.latitude) crosses the antimeridian "
        + "or holds a pole, which one polygon in degrees cannot show")
  }

  private func check(
    inner: Double, outer: Double, segments: Int, least: Int
  ) throws(GeodesyError) {
    guard outer.isFinite, inner >= 0, outer > inner, (least...65536).contains(segments) else {
      throw GeodesyError(
        .badParameter, operation: "circle",
        detail: "radii \(inner) to \(outer) m in \(segments) segments; 0 ≤ inner < outer and "
          + "\(least) to 65536 segments are expected")
    }
  }
}

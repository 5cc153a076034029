import CPROJ
package import Model

/// Distances, directions, areas and shapes on the WGS 84 ellipsoid.
///
/// Exact geodesics (Karney 2013, `geodesic.h`): no projection, no context, no database, so that
/// the value is `Sendable` and a copy is one word. An inverse problem takes about 2 microseconds.
@safe
package struct Geodesic: @unchecked Sendable {
  // Sendable by hand: the ellipsoid is made once, lives to the end of the process, and nobody writes to it.
  let ellipsoid: UnsafePointer<geod_geodesic>

  /// The ellipsoid that all positions refer to (`geod_init`).
  package static let wgs84 = Geodesic()

  /// Makes the WGS 84 ellipsoid (`geod_init`).
  private init() {
    let ellipsoid = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
    unsafe geod_init(ellipsoid, 6_378_137, 1 / 298.257_223_563)
    unsafe self.ellipsoid = UnsafePointer(ellipsoid)
  }

  /// Returns the shortest way between two positions (`geod_inverse`).
  package func inverse(from start: Position, to end: Position) -> GeodesicPath {
    guard start != end else {
      return GeodesicPath(distance: 0, azimuth: 0, reverseAzimuth: 180)
    }
    var distance = 0.0
    var azimuth = 0.0
    var arrival = 0.0
    unsafe geod_inverse(
      ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &distance,
      &azimuth, &arrival)
    return GeodesicPath(
      distance: distance, azimuth: Self.normalized(azimuth: azimuth),
      reverseAzimuth: Self.normalized(azimuth: arrival + 180))
  }

  /// Returns the position at a distance in a direction (`geod_direct`).
  /// - Parameters:
  ///   - start: Where to start.
  ///   - azimuth: Degrees clockwise from north.
  ///   - distance: Metres along the geodesic; negative goes backwards.
  /// - Throws: `GeodesyError` when a number is not finite.
  package func destination(
    from start: Position, azimuth: Double, distance: Double
  ) throws(GeodesyError) -> Position {
    guard azimuth.isFinite, distance.isFinite else {
      throw GeodesyError(
        .badParameter, operation: "geod_direct",
        detail: "azimuth \(azimuth), distance \(distance) m; finite numbers are expected")
    }
    var latitude = 0.0
    var longitude = 0.0
    unsafe geod_direct(
      ellipsoid, start.latitude, start.longitude, azimuth, distance, &latitude, &longitude, nil)
    do {
      return try Position(longitude: longitude, latitude: latitude)
    } catch {
      throw GeodesyError(
        .coordinateOutOfRange, operation: "geod_direct", detail: error.description)
    }
  }

  /// Returns the angle in 0 ..< 360 that points the same way.
  static func normalized(azimuth: Double) -> Double {
    let rest = azimuth.truncatingRemainder(dividingBy: 360)
    let positive = rest < 0 ? rest + 360 : rest
    // A tiny negative angle rounds to 360 itself; and no negative zero goes out.
    return positive >= 360 ? 0 : positive + 0
  }
}

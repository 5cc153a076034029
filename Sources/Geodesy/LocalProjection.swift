package import Model

/// Metres east and north of a position (azimuthal equidistant, WGS 84).
///
/// Distances and directions from the center are exact; others are true to 0.1 % within some 500 km.
/// Not `Sendable`: it belongs to the worker that made it. Some 30 microseconds to make (0.4
/// milliseconds for the first), without PROJ's database.
package final class LocalProjection: PlaneTransform {
  /// Where east and north are 0.
  package let center: Position
  private let projection: Projection

  /// Makes the projection around a position (`proj_create` of `+proj=aeqd`).
  /// - Throws: `GeodesyError` when PROJ refuses.
  package init(center: Position, in context: ProjContext) throws(GeodesyError) {
    self.center = center
    projection = try Projection(
      "+proj=aeqd +lat_0=\(center.latitude) +lon_0=\(center.longitude) +ellps=WGS84",
      context: context)
  }

  /// Transforms degrees, longitude first, to metres east and north of the center.
  package func forward(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.forward(coordinate)
  }

  /// Transforms metres east and north of the center to degrees, longitude first.
  package func inverse(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.inverse(coordinate)
  }
}

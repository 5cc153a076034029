package import Model

/// Square metres that are true everywhere: one fixed projection for Iraq and its neighbors
/// (Lambert azimuthal equal-area around 33° N 44° E, WGS 84).
///
/// For shares of areas: projected once, an overlay's parts can be compared. Not `Sendable`: it
/// belongs to the worker that made it.
package final class EqualAreaProjection: PlaneTransform {
  private let projection: Projection

  /// Makes the projection (`proj_create` of `+proj=laea`), without PROJ's database.
  /// - Throws: `GeodesyError` when PROJ refuses.
  package init(in context: ProjContext) throws(GeodesyError) {
    projection = try Projection("+proj=laea +lat_0=33 +lon_0=44 +ellps=WGS84", context: context)
  }

  /// Transforms degrees, longitude first, to metres.
  package func forward(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.forward(coordinate)
  }

  /// Transforms metres to degrees, longitude first; true to about a millimetre.
  package func inverse(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.inverse(coordinate)
  }
}

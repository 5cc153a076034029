import CPROJ
package import Model

/// A way between two registered coordinate reference systems; longitude or easting always first.
///
/// The one thing here that opens PROJ's database: the first on a context takes about 25 ms, later
/// ones 0.3 ms. Make one per pair and keep it. Not `Sendable`: it belongs to the worker that
/// made it.
package final class CoordinateTransform: PlaneTransform {
  package let source: CRS
  package let target: CRS
  private let handle: PROJHandle

  /// Makes the transform (`proj_create_crs_to_crs`, `proj_normalize_for_visualization`).
  /// - Throws: `GeodesyError` when PROJ's database does not know a number or no way between them.
  package init(
    from source: CRS, to target: CRS, in context: ProjContext
  ) throws(GeodesyError) {
    let session = try context.database()
    guard
      let made = unsafe proj_create_crs_to_crs(
        session.raw, source.description, target.description, nil)
    else {
      throw GeodesyError(
        .unknownCRS, operation: "proj_create_crs_to_crs",
        detail: "\(session.lastMessage()): \(source) to \(target)")
    }
    // NULL must be checked before the first operation goes: it is the only one then.
    let normalized = unsafe proj_normalize_for_visualization(session.raw, made)
    _ = unsafe proj_destroy(made)
    guard let normalized = unsafe normalized else {
      throw GeodesyError(
        .projectionFailed, operation: "proj_normalize_for_visualization",
        detail: "\(session.lastMessage()): \(source) to \(target)")
    }
    self.source = source
    self.target = target
    handle = unsafe PROJHandle(adopting: normalized, session: session)
  }

  /// Transforms a coordinate of the source to the target, in the units of each (degrees or metres).
  package func forward(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try handle.transform(coordinate, PJ_FWD)
  }

  /// Transforms a coordinate of the target back to the source.
  package func inverse(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try handle.transform(coordinate, PJ_INV)
  }
}

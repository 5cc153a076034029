import CGEOS

/// Polygons kept for many questions: a geometry and, from the first question on, its prepared form.
@safe
final class PreparedPolygons {
  let geometry: GEOSHandle
  private var prepared: OpaquePointer?

  /// Keeps a geometry.
  ///
  /// Preparing it is left to the first question: most polygons of an index are never asked.
  init(_ geometry: consuming GEOSHandle) {
    self.geometry = geometry
  }

  deinit {
    // Before the geometry that it refers to, which goes with the stored properties.
    if let prepared = unsafe prepared {
      unsafe GEOSPreparedGeom_destroy_r(geometry.context.raw, prepared)
    }
  }

  /// Whether no point of the other lies outside (`GEOSPreparedCovers_r`).
  func covers(_ other: borrowing GEOSHandle) throws(GeometryError) -> Bool {
    try unsafe geometry.context.predicate(
      "GEOSPreparedCovers_r",
      GEOSPreparedCovers_r(geometry.context.raw, prepare(), other.pointer))
  }

  /// Whether they share at least a point (`GEOSPreparedIntersects_r`).
  func intersects(_ other: borrowing GEOSHandle) throws(GeometryError) -> Bool {
    try unsafe geometry.context.predicate(
      "GEOSPreparedIntersects_r",
      GEOSPreparedIntersects_r(geometry.context.raw, prepare(), other.pointer))
  }

  private func prepare() throws(GeometryError) -> OpaquePointer {
    if let prepared = unsafe prepared { return unsafe prepared }
    guard let made = unsafe GEOSPrepare_r(geometry.context.raw, geometry.pointer) else {
      throw geometry.context.failure("GEOSPrepare_r")
    }
    unsafe prepared = made
    return unsafe made
  }
}

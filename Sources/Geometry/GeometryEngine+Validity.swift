import CGEOS
package import Model

extension GeometryEngine {
  /// Finds the first reason why polygons are not valid, or nil when they are
  /// (`GEOSisValidDetail_r`).
  ///
  /// O(n log n) in the vertices.
  package func validityFault(_ polygons: MultiPolygon) throws(GeometryError) -> ValidityFault? {
    let geometry = try context.build(polygons)
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let result = unsafe GEOSisValidDetail_r(context.raw, geometry.pointer, 0, &reason, &place)
    defer { unsafe GEOSFree_r(context.raw, reason) }
    let location = unsafe place.map { unsafe GEOSHandle(adopting: $0, context: context) }
    guard try !context.predicate("GEOSisValidDetail_r", result) else { return nil }

    let text = if let reason = unsafe reason { unsafe String(cString: reason) } else { "not valid" }
    var coordinate: Coordinate?
    if let location {
      coordinate = try location.parts().points.first
    }
    let fallback = polygons.polygons.first?.rings.first?.first ?? Coordinate(0, 0)
    return ValidityFault(reason: text, location: coordinate ?? fallback)
  }

  /// Returns valid polygons that cover the same ground; what collapses to lines or points is
  /// dropped (`GEOSMakeValidWithParams_r`).
  ///
  /// The *structure* method trusts which ring is exterior and which is a hole: overlapping parts
  /// are united, and a hole that pokes out of its exterior leaves no land there. A hole that lies
  /// wholly outside becomes a polygon of its own, as in every method of GEOS.
  package func makeValid(_ polygons: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    let geometry = try context.build(polygons)
    guard let parameters = unsafe GEOSMakeValidParams_create_r(context.raw) else {
      throw context.failure("GEOSMakeValidParams_create_r")
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(context.raw, parameters) }
    try unsafe context.status(
      "GEOSMakeValidParams_setMethod_r",
      GEOSMakeValidParams_setMethod_r(context.raw, parameters, GEOS_MAKE_VALID_STRUCTURE))
    try unsafe context.status(
      "GEOSMakeValidParams_setKeepCollapsed_r",
      GEOSMakeValidParams_setKeepCollapsed_r(context.raw, parameters, 0))
    let result = try unsafe context.geometry(
      "GEOSMakeValidWithParams_r",
      GEOSMakeValidWithParams_r(context.raw, geometry.pointer, parameters))
    return try result.polygons()
  }
}

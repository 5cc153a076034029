import CPROJ

/// What PROJ's database says of a reference system.
package struct CRSDefinition: Sendable, Hashable {
  /// Such as `WGS 84 / UTM zone 38N`.
  package let name: String
  /// Well-known text of the first version (OGC 01-009), as GeoPackage asks for it.
  package let wellKnownText: String
}

extension CRS {
  /// Looks the system up (`proj_create`, `proj_as_wkt` with `PJ_WKT1_GDAL`).
  ///
  /// Opens PROJ's database: some 25 ms the first time.
  /// - Throws: `GeodesyError` when the database does not know it or it has no such text.
  package func definition(in context: ProjContext) throws(GeodesyError) -> CRSDefinition {
    let session = try context.database()
    guard let made = unsafe proj_create(session.raw, description) else {
      throw GeodesyError(
        .unknownCRS, operation: "proj_create", detail: "\(session.lastMessage()): \(self)")
    }
    defer { _ = unsafe proj_destroy(made) }
    guard let text = unsafe proj_as_wkt(session.raw, made, PJ_WKT1_GDAL, nil),
      let name = unsafe proj_get_name(made)
    else {
      throw GeodesyError(
        .unknownCRS, operation: "proj_as_wkt", detail: "\(session.lastMessage()): \(self)")
    }
    return unsafe CRSDefinition(
      name: String(cString: name), wellKnownText: String(cString: text))
  }
}

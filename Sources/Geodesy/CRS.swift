/// A coordinate reference system by its number in the EPSG registry.
///
/// Only the notation is checked here; whether PROJ's database knows the number shows when a
/// `CoordinateTransform` is made.
package struct CRS: Sendable, Hashable, CustomStringConvertible {
  /// The number in the EPSG registry, such as 4326.
  package let code: Int

  /// Longitude and latitude in degrees on WGS 84: what everything here uses unless told otherwise.
  package static let wgs84 = CRS(code: 4326)

  private init(code: Int) {
    self.code = code
  }

  /// Reads `EPSG:4326`, `epsg:4326`, `CRS84` or `OGC:CRS84`.
  /// - Throws: `GeodesyError` (D005) for every other notation.
  package init(parsing text: String) throws(GeodesyError) {
    let upper = text.uppercased()
    if upper == "CRS84" || upper == "OGC:CRS84" {
      self = .wgs84
      return
    }
    let parts = upper.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "EPSG", parts[1].utf8.allSatisfy({ 48...57 ~= $0 }),
      let code = Int(parts[1]), (1024...999_999).contains(code)
    else {
      throw GeodesyError(
        .unknownCRS, operation: "CRS",
        detail: "\"\(text)\" is not EPSG and a number, such as EPSG:4326 or EPSG:32638")
    }
    self.code = code
  }

  package var description: String { "EPSG:\(code)" }
}

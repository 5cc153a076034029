import CGEOS

extension GeometryEngine {
  /// The version of the GEOS library in use, such as `3.11.1-CAPI-1.17.1` (`GEOSversion`).
  package static var libraryVersion: String { unsafe String(cString: GEOSversion()) }
}

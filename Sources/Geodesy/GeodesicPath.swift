/// The shortest way between two positions on the ellipsoid.
package struct GeodesicPath: Sendable, Hashable {
  /// The length in metres.
  package let distance: Double
  /// The direction at the start towards the end: degrees clockwise from north, 0 ..< 360.
  ///
  /// 0 when both positions are the same, where no direction means anything.
  package let azimuth: Double
  /// The direction at the end back towards the start: degrees clockwise from north, 0 ..< 360.
  package let reverseAzimuth: Double
}

/// Well-known binary: the type numbers and flags that the reader and the writer share.
///
/// Read: ISO numbers (1000 Z, 2000 M, 3000 ZM) and EWKB flags (Z, M, SRID), both byte orders.
/// Written: two dimensions, little endian. Heights, measures and SRIDs are read and dropped.
package enum WKB {
  /// The number of a geometry type.
  enum Kind: UInt32 {
    case point = 1
    case lineString = 2
    case polygon = 3
    case multiPoint = 4
    case multiLineString = 5
    case multiPolygon = 6
    case collection = 7
  }

  /// How deep collections may be nested.
  static let deepest = 16

  static let flagZ: UInt32 = 0x8000_0000
  static let flagM: UInt32 = 0x4000_0000
  static let flagSRID: UInt32 = 0x2000_0000
}

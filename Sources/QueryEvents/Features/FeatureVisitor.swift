/// What is done with the parts of a feature as a walker comes to them.
protocol FeatureVisitor {
  /// A feature begins, or begins anew: what was said of it since the last `begin` does not count.
  mutating func begin()
  /// Reads or passes the value of `properties`.
  mutating func properties(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>) throws(GeoJSONFault)
  /// Reads or passes a geometry or null.
  mutating func geometry(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, isCareful: Bool) throws(GeoJSONFault)
  /// Reads or passes the value of `id`.
  mutating func identifier(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>) throws(GeoJSONFault)
  /// The feature is complete; false stops the walk.
  mutating func end() throws -> Bool
}

extension FeatureVisitor {
  /// Stands at the first member of `properties`, or returns false when there is none.
  @inline(__always)
  func entersProperties(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Bool {
    guard cursor.peek(bytes) == UInt8(ascii: "{") else {
      guard cursor.peek(bytes) == UInt8(ascii: "n") else {
        throw GeoJSONFault(.badFeature, at: cursor.index, "“properties” is an object or null")
      }
      _ = try cursor.word(bytes)
      return false
    }
    try cursor.enter(bytes)
    return !cursor.leavesEmpty(UInt8(ascii: "}"), bytes)
  }

  static func badIdentifier(_ offset: Int) -> GeoJSONFault {
    GeoJSONFault(.badFeature, at: offset, "the “id” of a feature is a string or a number")
  }
}

extension WKB {
  /// Reads one shape that fills the bytes.
  ///
  /// Linear in the bytes.
  ///
  /// Safe on hostile bytes: every count is checked against what is left before anything is
  /// allocated, and collections nest 16 deep at most. Rings and lines are *not* checked for
  /// closure or length; `GeometryEngine` does that.
  /// - Throws: `GeometryError` with codes G003 and G010 to G013 and the byte's offset.
  package static func decode(_ bytes: Span<UInt8>) throws(GeometryError) -> Shape {
    var reader = WKBReader()
    let shape = try reader.shape(bytes, depth: 0)
    guard reader.offset == bytes.count else {
      throw GeometryError(
        .wkbTrailingBytes, operation: "WKB byte \(reader.offset)",
        detail: "\(bytes.count - reader.offset) bytes after the end of the geometry")
    }
    return shape
  }

  /// Reads one shape that fills the bytes from an offset on, such as that behind a blob's header.
  package static func decode(
    _ bytes: [UInt8], from offset: Int = 0
  ) throws(GeometryError) -> Shape {
    let start = min(max(0, offset), bytes.count)
    return try decode(bytes.span.extracting(start..<bytes.count))
  }
}

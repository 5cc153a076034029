/// Decoding and encoding of single scalars in validated UTF-8.
package enum UTF8Scalars {
  /// Returns the scalar at an offset and its length in bytes.
  ///
  /// The bytes must be valid UTF-8.
  @inline(__always)
  static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0, offset + 1 < bytes.count {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
    }
    if first < 0xF0, offset + 2 < bytes.count {
      return (
        UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
          | UInt32(bytes[offset + 2] & 0x3F), 3
      )
    }
    if offset + 3 < bytes.count {
      return (
        UInt32(first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
          | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, bytes.count - offset)
  }

  /// Appends the UTF-8 bytes of a scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    each(scalar) { bytes.append($0) }
  }

  /// Hands out the UTF-8 bytes of a scalar.
  @inline(__always)
  static func each(_ scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 {
      body(UInt8(scalar))
    } else if scalar < 0x800 {
      body(UInt8(0xC0 | scalar >> 6))
      body(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      body(UInt8(0xE0 | scalar >> 12))
      body(UInt8(0x80 | scalar >> 6 & 0x3F))
      body(UInt8(0x80 | scalar & 0x3F))
    } else {
      body(UInt8(0xF0 | scalar >> 18))
      body(UInt8(0x80 | scalar >> 12 & 0x3F))
      body(UInt8(0x80 | scalar >> 6 & 0x3F))
      body(UInt8(0x80 | scalar & 0x3F))
    }
  }
}

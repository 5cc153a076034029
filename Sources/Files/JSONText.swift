/// Strings and names of members as JSON (RFC 8259).
package enum JSONText {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Appends a text in quotation marks, escaped.
  ///
  /// Beyond what RFC 8259 asks, the line separators U+0085, U+2028 and U+2029 are escaped: some
  /// readers split lines at them, and JSON lines must stay lines. Linear in the length of the text.
  /// - Parameter comma: Whether a comma comes first.
  package static func append(_ text: String, comma: Bool = false, to bytes: inout [UInt8]) {
    let source = text.utf8.span
    // Names, keys and most sentences have nothing to escape: one look, one copy.
    if PlainBytes.isPlain(source) { return append(source, comma: comma, colon: false, to: &bytes) }
    if comma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    escape(source, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the name of a member in quotation marks, and its colon.
  /// - Parameters:
  ///   - name: A name that stands in the source: it has nothing to escape.
  ///   - comma: Whether a comma comes first.
  package static func append(name: String, comma: Bool, to bytes: inout [UInt8]) {
    append(name.utf8.span, comma: comma, colon: true, to: &bytes)
  }

  /// Appends the name of a member in quotation marks, and its colon.
  package static func append(name: StaticString, comma: Bool, to bytes: inout [UInt8]) {
    let source = unsafe UnsafeBufferPointer(
      start: name.utf8Start, count: name.utf8CodeUnitCount)
    append(unsafe source.span, comma: comma, colon: true, to: &bytes)
  }

  /// Appends bytes in quotation marks as they are: one look at the room for all of them, since
  /// an event has a hundred members.
  private static func append(
    _ source: Span<UInt8>, comma: Bool, colon: Bool, to bytes: inout [UInt8]
  ) {
    let total = source.count + (comma ? 3 : 2) + (colon ? 1 : 0)
    bytes.append(addingCapacity: total) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        unsafe source.withUnsafeBufferPointer { text in
          guard var next = unsafe buffer.baseAddress.map({ unsafe $0 + count }) else { return }
          if comma {
            unsafe next.initialize(to: UInt8(ascii: ","))
            unsafe next += 1
          }
          unsafe next.initialize(to: UInt8(ascii: "\""))
          unsafe next += 1
          if let start = text.baseAddress {
            unsafe next.initialize(from: start, count: text.count)
          }
          unsafe next += text.count
          unsafe next.initialize(to: UInt8(ascii: "\""))
          if colon { unsafe (next + 1).initialize(to: UInt8(ascii: ":")) }
        }
        count += total
      }
    }
  }

  private static func escape(_ source: Span<UInt8>, to bytes: inout [UInt8]) {
    var index = 0
    while index < source.count {
      let byte = source[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x08: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0C: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0..<0x20, 0x7F: unicode(UInt32(byte), to: &bytes)
      case 0xC2 where index < source.count && source[index] == 0x85:
        unicode(0x85, to: &bytes)
        index += 1
      case 0xE2
      where index + 1 < source.count && source[index] == 0x80
        && (source[index + 1] == 0xA8 || source[index + 1] == 0xA9):
        unicode(source[index + 1] == 0xA8 ? 0x2028 : 0x2029, to: &bytes)
        index += 2
      default: bytes.append(byte)
      }
    }
  }

  private static func unicode(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift: UInt32 in [12, 8, 4, 0] {
      bytes.append(hexadecimal[Int((scalar >> shift) & 15)])
    }
  }
}

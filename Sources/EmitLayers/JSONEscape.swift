/// The characters that may not stand in a JSON string as they are.
enum JSONEscape {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Appends the UTF-8 bytes of a text, escaped.
  ///
  /// Beyond what RFC 8259 asks, the line separators U+0085, U+2028 and U+2029 are escaped: some
  /// readers split lines at them, and JSON lines must stay lines.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let source = text.utf8.span
    // Names, keys and most sentences have nothing to escape: one look, one copy.
    if isPlain(source) {
      bytes += text.utf8
      return
    }
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

  /// Whether no byte needs a look: without a branch a byte, so that the compiler takes many at once.
  private static func isPlain(_ source: Span<UInt8>) -> Bool {
    var special: UInt8 = 0
    for index in source.indices {
      let byte = source[unchecked: index]
      special |= byte < 0x20 ? 1 : 0
      special |= byte == UInt8(ascii: "\"") ? 1 : 0
      special |= byte == UInt8(ascii: "\\") ? 1 : 0
      special |= byte == 0x7F ? 1 : 0
      special |= byte == 0xC2 ? 1 : 0
      special |= byte == 0xE2 ? 1 : 0
    }
    return special == 0
  }

  private static func unicode(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift: UInt32 in [12, 8, 4, 0] {
      bytes.append(hexadecimal[Int((scalar >> shift) & 15)])
    }
  }
}

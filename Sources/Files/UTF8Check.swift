/// Answers whether bytes are UTF-8 and where they stop being so.
package enum UTF8Check {
  /// Returns the offset of the first byte that is not part of a valid scalar, or nil.
  ///
  /// Linear; runs of ASCII go eight bytes at a time inside the standard library.
  package static func firstInvalid(in bytes: Span<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Returns the words for a bad byte, without any of the text around it.
  package static func message(for byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "byte 0x\(byte < 16 ? "0" : "")\(digits) is not UTF-8"
  }

  /// How many bytes a byte order mark takes at the start: 3 or 0.
  package static func byteOrderMarkLength(_ bytes: Span<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }
}

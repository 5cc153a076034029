/// Finds the bytes of a text that JSON escapes, eight at a time in one word.
///
/// The tests are those of Mycroft (comp.lang.c, 1987): a byte is zero, or less than a number, if taking
/// something off it borrows into its highest bit.
enum PlainBytes {
  /// Returns the number of bytes from an offset on before the first that ends or interrupts a JSON
  /// string: a quotation mark, a backslash, a control character.
  ///
  /// Linear in the result.
  static func count(_ bytes: Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = start
      while index + 8 <= raw.count,
        unsafe !interrupts(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
      }
      while index < raw.count {
        let byte = unsafe raw[index]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
        index += 1
      }
      return index - start
    }
  }

  /// Whether a text stands in JSON as it is: nothing of `count`, no U+007F, and no byte that begins a
  /// line separator (U+0085, U+2028, U+2029).
  ///
  /// Linear in the length.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      if raw.count >= 8 {
        var index = 0
        while index + 8 <= raw.count {
          if unsafe isSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
            return false
          }
          index += 8
        }
        // The rest, together with bytes that were looked at.
        return unsafe !isSpecial(
          raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
      }
      // Letters fill the word up.
      var word: UInt64 = 0x6161_6161_6161_6161
      for index in 0..<raw.count { word = unsafe word << 8 | UInt64(raw[index]) }
      return !isSpecial(word)
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each byte that is zero; of bytes above one that is, perhaps of others too.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  @inline(__always)
  private static func equals(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    zeros(word ^ byte &* ones)
  }

  @inline(__always)
  private static func interrupts(_ word: UInt64) -> Bool {
    let controls = (word &- 0x20 &* ones) & ~word & highs
    return controls | equals(word, 0x22) | equals(word, 0x5C) != 0
  }

  @inline(__always)
  private static func isSpecial(_ word: UInt64) -> Bool {
    // 0xC2 and 0xE2 differ in one bit.
    interrupts(word) || equals(word, 0x7F) | equals(word & (0xDF &* ones), 0xC2) != 0
  }
}

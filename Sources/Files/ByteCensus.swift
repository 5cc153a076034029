/// Counts over the bytes of UTF-8, eight at a time in one word.
package enum ByteCensus {
  /// Letters by script, as bytes tell them.
  package struct Letters: Equatable {
    /// `A` to `z`.
    package var latin = 0
    /// Letters of the Arabic blocks, U+0600 to U+06FF.
    package var arabic = 0
    /// Those of them that Arabic lacks and Sorani has (U+06D5, U+06CE, U+06C6, U+0695, U+06B5), and heh
    /// with the zero-width non-joiner behind it, which stood for U+06D5.
    package var sorani = 0

    package init() {}
  }

  /// Returns how many scalars begin in bytes: every byte that is no continuation begins one.
  ///
  /// Linear.
  package static func scalars(in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var count = raw.count
      var index = 0
      while index + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The highest bit set and the next one not.
        count -= number(of: word & ~(word << 1))
        index += 8
      }
      while index < raw.count {
        if unsafe raw[index] & 0xC0 == 0x80 { count -= 1 }
        index += 1
      }
      return count
    }
  }

  /// Returns the letters of bytes that are valid UTF-8.
  ///
  /// Linear.
  package static func letters(in bytes: Span<UInt8>) -> Letters {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var letters = Letters()
      var index = 0
      while index + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A small letter has this bit; the sums reach the highest bit from `a` on, and behind `z`.
        let small = (word | 0x20 &* ones) & ~highs
        letters.latin += number(of: (small &+ 0x1F &* ones) & ~(small &+ 0x05 &* ones) & ~word)
        // U+0600 to U+06FF begin with 0xD8 to 0xDB.
        letters.arabic += number(of: zeros((word & (0xFC &* ones)) ^ (0xD8 &* ones)))
        let rare = zeros((word & (0xFE &* ones)) ^ (0xDA &* ones)) | zeros(word ^ (0xE2 &* ones))
        if rare != 0 {
          for place in index..<(index + 8) where unsafe isSorani(raw, place) {
            letters.sorani += 1
          }
        }
        index += 8
      }
      while index < raw.count {
        let byte = unsafe raw[index]
        if (byte | 0x20) &- 0x61 < 26 { letters.latin += 1 }
        if byte &- 0xD8 < 4 { letters.arabic += 1 }
        if unsafe isSorani(raw, index) { letters.sorani += 1 }
        index += 1
      }
      return letters
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// How many bytes of a word have their highest bit.
  @inline(__always)
  private static func number(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (((word & highs) >> 7) &* ones) >> 56)
  }

  /// The highest bit of each byte that is zero, and nothing else.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~highs) &+ ~highs) | word) & highs
  }

  /// Whether a letter of Sorani begins at a place, or the joiner behind a heh.
  private static func isSorani(_ raw: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard place + 1 < raw.count else { return false }
    switch unsafe (raw[place], raw[place + 1]) {
    case (0xDB, 0x95), (0xDB, 0x8E), (0xDB, 0x86), (0xDA, 0x95), (0xDA, 0xB5): return true
    case (0xE2, 0x80):
      return unsafe place > 1 && place + 2 < raw.count && raw[place + 2] == 0x8C
        && raw[place - 1] == 0x87 && raw[place - 2] == 0xD9
    default: return false
    }
  }
}

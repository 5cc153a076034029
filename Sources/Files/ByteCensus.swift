/// Counts over the bytes of UTF-8, many in one instruction.
package enum ByteCensus {
  /// Letters by script, as bytes tell them.
  package struct Letters {
    /// `A` to `z`.
    package var latin = 0
    /// Letters of the Arabic blocks, U+0600 to U+06FF.
    package var arabic = 0
    /// Those of them that Arabic lacks and Sorani has (U+06D5, U+06CE, U+06C6, U+0695, U+06B5), and heh
    /// with the zero-width non-joiner behind it, which stood for U+06D5.
    package var sorani = 0
  }

  /// How many bytes are counted before a counter of eight bits can be full.
  private static let block = 240

  /// Returns how many scalars begin in bytes: every byte that is no continuation begins one.
  ///
  /// Linear.
  package static func scalars(in bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var count = 0
      for first in stride(from: 0, to: buffer.count, by: block) {
        var few: UInt8 = 0
        for index in first..<min(first + block, buffer.count) {
          few &+= unsafe start[index] & 0xC0 != 0x80 ? 1 : 0
        }
        count += Int(few)
      }
      return count
    }
  }

  /// Returns the letters of bytes that are valid UTF-8.
  ///
  /// Linear.
  package static func letters(in bytes: Span<UInt8>) -> Letters {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var letters = Letters()
      guard let start = buffer.baseAddress else { return letters }
      letters.latin = isLatin(unsafe start[0]) ? 1 : 0
      letters.arabic = isArabicLead(unsafe start[0]) ? 1 : 0
      for first in stride(from: 1, to: buffer.count, by: block) {
        let end = min(first + block, buffer.count)
        var (latin, arabic, sorani, joiners): (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        for index in first..<end {
          let byte = unsafe start[index]
          let before = unsafe start[index - 1]
          latin &+= isLatin(byte) ? 1 : 0
          arabic &+= isArabicLead(byte) ? 1 : 0
          let isOfFirst = (byte == 0x95) || (byte == 0x8E) || (byte == 0x86)
          let isOfSecond = (byte == 0x95) || (byte == 0xB5)
          sorani &+= (before == 0xDB && isOfFirst) || (before == 0xDA && isOfSecond) ? 1 : 0
          joiners |= before == 0x80 && byte == 0x8C ? 1 : 0
        }
        letters.latin += Int(latin)
        letters.arabic += Int(arabic)
        letters.sorani += Int(sorani)
        if joiners != 0 {
          letters.sorani += unsafe joinedHehs(start, max(first, 4)..<max(end, 4))
        }
      }
      return letters
    }
  }

  /// How many sequences of heh and zero-width non-joiner end in a range.
  private static func joinedHehs(_ start: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    range.count {
      unsafe start[$0] == 0x8C && start[$0 - 1] == 0x80 && start[$0 - 2] == 0xE2
        && start[$0 - 3] == 0x87 && start[$0 - 4] == 0xD9
    }
  }

  @inline(__always)
  private static func isLatin(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private static func isArabicLead(_ byte: UInt8) -> Bool { byte &- 0xD8 < 4 }
}

/// Looks at eight bytes at a time: what byte loops are too slow for.
///
/// Every access is checked against the bounds. Words are read little end first on every machine,
/// so that the lowest byte of a word is the first one in memory. Public where other rooms' types are
/// `package`, because only then are such small steps compiled into the loops of another module.
public enum ByteScan {
  /// Returns eight bytes as a number.
  @inlinable @inline(__always)
  public static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns up to eight bytes as a number whose upper bytes are zero.
  @inlinable @inline(__always)
  public static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let count = range.count
    precondition(count <= 8, "a word has eight bytes")
    if count == 0 { return 0 }
    if range.lowerBound + 8 <= bytes.count {
      return word(bytes, at: range.lowerBound) & UInt64.max >> UInt64(64 - 8 * count)
    }
    var result: UInt64 = 0
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      result = result << 8 | UInt64(bytes[index])
    }
    return result
  }

  /// Returns the number that eight decimal digits write, or nil when one of them is none.
  ///
  /// Pairs of digits first, then both halves by one multiplication each.
  @inlinable @inline(__always)
  public static func eightDigits(_ word: UInt64) -> UInt64? {
    let digits = word &- 0x3030_3030_3030_3030
    guard ((word &+ 0x4646_4646_4646_4646) | digits) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let outer = (pairs & mask) &* (100 + 1_000_000 << 32)
    let inner = (pairs >> 16 & mask) &* (1 + 10_000 << 32)
    return (outer &+ inner) >> 32
  }

  /// Finds the next byte that ends a plain piece of a JSON string: a quote, a backslash, a control
  /// character; the number of bytes when there is none.
  ///
  /// `high` gets bits where a byte before that one is not ASCII.
  @inlinable @inline(__always)
  public static func stringStop(
    _ bytes: Span<UInt8>, from start: Int, _ high: inout UInt64
  ) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let count = bytes.count
    var index = start
    while index + 8 <= count {
      let word = word(bytes, at: index)
      let quote = word ^ 0x2222_2222_2222_2222
      let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      // The lowest bit of each of the three is exact; false ones can only stand above it.
      let found =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash
          | (word &- 0x2020_2020_2020_2020) & ~word) & tops
      if found != 0 {
        let position = found.trailingZeroBitCount
        // The bits below the top bit of the byte that was found.
        high |= word & tops & (1 << UInt64(position) - 1)
        return index + position / 8
      }
      high |= word & tops
      index += 8
    }
    while index < count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      high |= UInt64(byte & 0x80)
      index += 1
    }
    return count
  }
}

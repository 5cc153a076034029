/// Reads decimal numbers from bytes.
///
/// The grammar is JSON's: `-`, digits without a leading zero, a fraction, an exponent. No sign
/// `+`, no blanks, no infinity: what a table or a GeoJSON file says is either this or a mistake.
package enum NumberScanner {
  /// Returns the number that fills the whole range, or nil.
  package static func double(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    guard let value = scan(bytes, &index, range.upperBound), index == range.upperBound else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// Returns the whole number that fills the range, or nil.
  package static func integer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == 0x2D
    if isNegative { index += 1 }
    guard index < range.upperBound, range.upperBound - index <= 18 else { return nil }
    var value = 0
    while index < range.upperBound {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Reads the longest number at `index` and moves past it; nil, with `index` at the offending
  /// byte, when there is none.
  ///
  /// Correct to the last bit. Clinger's fast path: a mantissa up to 2^53 times or divided by a power
  /// of ten up to 10^22 is one correctly rounded operation. Longer mantissas, which coordinates
  /// with 16 and more digits have, are divided as whole numbers. Everything else goes through the
  /// standard library. A number beyond every double is infinite.
  package static func scan(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Double? {
    let start = index
    var isNegative = false
    if index < end, bytes[index] == 0x2D {
      isNegative = true
      index += 1
    }
    var mantissa: UInt64 = 0
    var significant = 0
    let wholeStart = index
    while index < end {
      let digit = bytes[index] &- 0x30
      if digit >= 10 { break }
      // 19 digits always fit; longer ones take the slow path and the value here is not used.
      mantissa = mantissa &* 10 &+ UInt64(digit)
      if mantissa != 0 || significant != 0 { significant += 1 }
      index += 1
    }
    if index == wholeStart { return nil }
    if index - wholeStart > 1, bytes[wholeStart] == 0x30 {
      index = wholeStart + 1
      return nil
    }
    var exponent = 0
    if index < end, bytes[index] == 0x2E {
      index += 1
      let fractionStart = index
      // Coordinates have up to 17 digits; leading zeros are left to the loop that counts.
      while significant != 0, index + 8 <= end,
        let eight = ByteScan.eightDigits(ByteScan.word(bytes, at: index))
      {
        mantissa = mantissa &* 100_000_000 &+ eight
        significant += 8
        index += 8
      }
      while index < end {
        let digit = bytes[index] &- 0x30
        if digit >= 10 { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        if mantissa != 0 || significant != 0 { significant += 1 }
        index += 1
      }
      if index == fractionStart { return nil }
      exponent = fractionStart - index
    }
    if index < end, bytes[index] | 0x20 == 0x65 {
      guard let written = scanExponent(bytes, &index, end) else { return nil }
      exponent += written
    }
    if significant <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      let value = Double(mantissa)
      let scaled = exponent < 0 ? value / powers[-exponent] : value * powers[exponent]
      return isNegative ? -scaled : scaled
    }
    if significant <= 19, mantissa != 0, exponent < 0, exponent >= -19 {
      let value = quotient(mantissa, tenTo: -exponent)
      return isNegative ? -value : value
    }
    return Double(TextBytes.string(bytes, start..<index))
  }

  /// Divides a whole number by 10^1 to 10^19 and rounds to the nearest double, ties to even.
  ///
  /// Both are shifted until their top bits are set, and the dividend once back, so that the quotient
  /// of 128 by 64 bits has 63 or 64 bits. A remainder only tells on which side of a tie the quotient
  /// is: its lowest bit, far below the 53 that stay, is set for it.
  private static func quotient(_ mantissa: UInt64, tenTo power: Int) -> Double {
    let divisor = wholePowers[power]
    let up = mantissa.leadingZeroBitCount
    let down = divisor.leadingZeroBitCount
    let high = (mantissa << UInt64(up)) >> 1
    let low = (mantissa << UInt64(up)) << 63
    let (quotient, remainder) = (divisor << UInt64(down)).dividingFullWidth((high, low))
    let sticky = quotient | (remainder == 0 ? 0 : 1)
    // quotient = mantissa · 2^(up + 63) / (divisor · 2^down); the exponent lies in -126...0.
    let scale = Double(bitPattern: UInt64(1023 + down - up - 63) << 52)
    return Double(sticky) * scale
  }

  private static let wholePowers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// Reads `e`, a sign and digits; the value stops growing at 100,000, beyond every double.
  private static func scanExponent(
    _ bytes: Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> Int? {
    index += 1
    var isNegative = false
    if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    let start = index
    var value = 0
    while index < end {
      let digit = bytes[index] &- 0x30
      if digit >= 10 { break }
      if value < 100_000 { value = value * 10 + Int(digit) }
      index += 1
    }
    if index == start { return nil }
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// Numbers in plain decimal notation, rounded half away from zero, without zeros at the end.
enum DecimalDigits {
  private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Appends a number with at most that many decimals (0 to 9).
  ///
  /// `keepsOne` leaves `.0` at a whole number. What is not finite becomes `null`, the one word that
  /// JSON has for it.
  static func append(
    _ value: Double, decimals: Int, keepsOne: Bool, to bytes: inout [UInt8]
  ) {
    guard value.isFinite else {
      bytes += "null".utf8
      return
    }
    let places = min(max(decimals, 0), 9)
    let scaled = (value * powers[places]).rounded()
    // Beyond 2^53 the decimals are gone anyway.
    guard abs(scaled) < 9_007_199_254_740_992 else {
      bytes += value.description.utf8
      return
    }
    var digits = UInt64(abs(scaled))
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    // Zeros at the end say nothing.
    var left = places
    while left > 0, digits % 10 == 0 {
      digits /= 10
      left -= 1
    }
    let isWhole = left == 0
    let start = bytes.count
    // The leading zero and the point are there even when the digits are fewer.
    let length = max(length(of: digits), left + 1) + (isWhole ? 0 : 1)
    bytes.append(contentsOf: repeatElement(48, count: length))
    let point = isWhole ? -1 : start + length - left - 1
    // One check for uniqueness, not one a digit: outlines are millions of numbers.
    var written = bytes.mutableSpan
    var index = start + length - 1
    while digits > 0 {
      if index == point { index -= 1 }
      written[index] = 48 + UInt8(truncatingIfNeeded: digits % 10)
      digits /= 10
      index -= 1
    }
    if point >= 0 { written[point] = UInt8(ascii: ".") }
    if isWhole, keepsOne { bytes += ".0".utf8 }
  }

  /// How many decimal digits a number has (below 2^53: at most 16).
  private static func length(of digits: UInt64) -> Int {
    var length = 1
    var bound: UInt64 = 10
    while digits >= bound {
      length += 1
      bound *= 10
    }
    return length
  }

  /// Returns the number as text, for tables and sentences.
  static func text(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, keepsOne: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

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
    var whole = Int(scaled)
    if whole < 0 {
      bytes.append(UInt8(ascii: "-"))
      whole = -whole
    }
    // Zeros at the end say nothing.
    var left = places
    while left > 0, whole % 10 == 0 {
      whole /= 10
      left -= 1
    }
    let isWhole = left == 0
    // From the last digit to the first; 2^53 has 16, and the point and a leading zero go with them.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var count = 0
    repeat {
      digits[count] = 48 + UInt8(whole % 10)
      count += 1
      whole /= 10
      if left > 0 {
        left -= 1
        if left == 0 {
          digits[count] = UInt8(ascii: ".")
          count += 1
          if whole == 0 {
            digits[count] = 48
            count += 1
          }
        }
      }
    } while whole > 0 || left > 0
    while count > 0 {
      count -= 1
      bytes.append(digits[count])
    }
    if isWhole, keepsOne { bytes += ".0".utf8 }
  }

  /// Returns the number as text, for tables and sentences.
  static func text(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, keepsOne: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

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
    append(
      UInt64(abs(scaled)), decimals: places, isNegative: scaled < 0, keepsOne: keepsOne,
      to: &bytes)
  }

  /// Appends a whole number.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if (0...9).contains(value) { return bytes.append(48 + UInt8(truncatingIfNeeded: value)) }
    append(
      UInt64(value.magnitude), decimals: 0, isNegative: value < 0, keepsOne: false, to: &bytes)
  }

  /// Appends a number that is counted in units of its last decimal, zeros at the end left out.
  private static func append(
    _ units: UInt64, decimals: Int, isNegative: Bool, keepsOne: Bool, to bytes: inout [UInt8]
  ) {
    var rest = units
    var left = decimals
    while left > 0, rest % 10 == 0 {
      rest /= 10
      left -= 1
    }
    var digits = Digits()
    if left == 0, keepsOne {
      digits.put(48)
      digits.put(UInt8(ascii: "."))
    }
    while left > 0 {
      digits.put(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      left -= 1
      if left == 0 { digits.put(UInt8(ascii: ".")) }
    }
    repeat {
      digits.put(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if isNegative { digits.put(UInt8(ascii: "-")) }
    digits.append(to: &bytes)
  }

  /// Digits from the last one on: it is known first.
  private struct Digits {
    // Twenty digits of the largest number, a sign, a point and the zero behind it.
    private var text = InlineArray<24, UInt8>(repeating: 48)
    private var start = 24

    mutating func put(_ byte: UInt8) {
      start -= 1
      text[start] = byte
    }

    func append(to bytes: inout [UInt8]) {
      bytes.append(addingCapacity: text.count - start) { output in
        for index in start..<text.count { output.append(text[index]) }
      }
    }
  }

  /// Returns the number as text, for tables and sentences.
  static func text(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, keepsOne: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

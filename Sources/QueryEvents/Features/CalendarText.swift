import Model

/// Recognizes days and instants in bytes, as `CivilDate` and `Timestamp` read them.
enum CalendarText {
  static let dayLength = 10

  /// Whether the bytes begin with a day `YYYY-MM-DD` that the calendar has.
  static func startsWithDay(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count >= dayLength, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), let century = pair(bytes, at: start),
      let years = pair(bytes, at: start + 2), let month = pair(bytes, at: start + 5),
      let day = pair(bytes, at: start + 8)
    else { return false }
    return CivilDate(year: century * 100 + years, month: month, day: day) != nil
  }

  /// Whether what follows a day makes it an instant: `Thh:mm:ssZ`, with up to 18 decimals.
  static func continuesAsInstant(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + dayLength
    let last = range.upperBound - 1
    guard last >= start + 9, bytes[last] == UInt8(ascii: "Z"), bytes[start] == UInt8(ascii: "T"),
      bytes[start + 3] == UInt8(ascii: ":"), bytes[start + 6] == UInt8(ascii: ":"),
      let hour = pair(bytes, at: start + 1), hour < 24,
      let minute = pair(bytes, at: start + 4), minute < 60,
      let second = pair(bytes, at: start + 7), second < 60
    else { return false }
    if last == start + 9 { return true }
    guard bytes[start + 9] == UInt8(ascii: "."), (1...18).contains(last - start - 10) else {
      return false
    }
    for index in start + 10..<last where bytes[index] &- 0x30 >= 10 { return false }
    return true
  }

  /// The number of two digits, or nil.
  @inline(__always)
  private static func pair(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    let tens = bytes[offset] &- 0x30
    let ones = bytes[offset + 1] &- 0x30
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}

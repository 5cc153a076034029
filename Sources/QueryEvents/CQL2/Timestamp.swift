package import Model

/// An instant in UTC, exact to 10^-18 seconds.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, every day having 86,400.
  package let seconds: Int
  /// What comes on top, in units of 10^-18 seconds.
  package let attoseconds: Int

  static let secondsInADay = 86_400
  private static let digits = 18

  /// The first instant of a day in UTC.
  init(startOf day: CivilDate) {
    seconds = day.dayNumber * Self.secondsInADay
    attoseconds = 0
  }

  /// Reads `YYYY-MM-DDThh:mm:ssZ`, with up to 18 decimals of the second, and nothing else.
  ///
  /// A second 60 is refused: no clock here knows leap seconds.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes.last == UInt8(ascii: "Z"),
      let day = CivilDate(iso: bytes[..<10]), let hour = Self.number(bytes[11..<13]), hour < 24,
      let minute = Self.number(bytes[14..<16]), minute < 60,
      let second = Self.number(bytes[17..<19]), second < 60
    else { return nil }
    seconds = day.dayNumber * Self.secondsInADay + hour * 3600 + minute * 60 + second
    let fraction = bytes[19..<(bytes.count - 1)]
    if fraction.isEmpty {
      attoseconds = 0
      return
    }
    let decimals = fraction.dropFirst()
    guard fraction.first == UInt8(ascii: "."), !decimals.isEmpty, decimals.count <= Self.digits,
      var value = Self.number(decimals)
    else { return nil }
    for _ in decimals.count..<Self.digits { value *= 10 }
    attoseconds = value
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  /// The day in UTC.
  package var day: CivilDate {
    let (quotient, rest) = seconds.quotientAndRemainder(dividingBy: Self.secondsInADay)
    return CivilDate(dayNumber: rest < 0 ? quotient - 1 : quotient)
  }

  /// Seconds since the day began.
  var secondOfDay: Int { seconds - day.dayNumber * Self.secondsInADay }

  /// The instant as `YYYY-MM-DDThh:mm:ssZ`, with decimals only where they are not zero.
  package var description: String {
    let second = secondOfDay
    var text = "\(day)T" + Self.padded(second / 3600, 2) + ":" + Self.padded(second / 60 % 60, 2)
    text += ":" + Self.padded(second % 60, 2)
    if attoseconds > 0 {
      var decimals = Self.padded(attoseconds, Self.digits)
      while decimals.last == "0" { decimals.removeLast() }
      text += "." + decimals
    }
    return text + "Z"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.attoseconds) < (right.seconds, right.attoseconds)
  }
}

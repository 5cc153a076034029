internal import Model

/// Reads the day of publication from an ISO 8601 date or date-time.
enum PublicationDate {
  /// Baghdad is at UTC+3 all year since 2008; a fixed offset keeps time zone files out of it.
  private static let baghdadMinutes = 180

  /// Returns the day, or nil when the text is no ISO 8601 calendar date.
  ///
  /// `2020-07-22`, `20200722`, and either with a time. A time with an offset (`Z`, `+03:00`)
  /// becomes its day in Asia/Baghdad; one without is taken as local.
  static func day(of text: String) -> CivilDate? {
    var bytes = Scanner(Array(text.utf8))
    bytes.skipBlanks()
    guard let year = bytes.number(digits: 4) else { return nil }
    let isExtended = bytes.take("-")
    guard let month = bytes.number(digits: 2), !isExtended || bytes.take("-"),
      let day = bytes.number(digits: 2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if bytes.isAtEnd { return date }
    let hasSeparator = bytes.take("T") || bytes.take("t") || bytes.take(" ")
    bytes.skipBlanks()
    if bytes.isAtEnd { return date }
    guard hasSeparator, let minutes = time(&bytes) else { return nil }
    bytes.skipBlanks()
    // Minutes since the epoch where the time holds; 24:00 is the next day either way.
    var total = date.dayNumber * 1440 + minutes
    if !bytes.isAtEnd {
      guard let offset = offset(&bytes) else { return nil }
      total += baghdadMinutes - offset
    }
    bytes.skipBlanks()
    guard bytes.isAtEnd else { return nil }
    let result = CivilDate(dayNumber: Int((Double(total) / 1440).rounded(.down)))
    return (1...9999).contains(result.year) ? result : nil
  }

  /// Reads `hh`, `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fff`, with or without colons, as minutes.
  private static func time(_ bytes: inout Scanner) -> Int? {
    guard let hour = bytes.number(digits: 2) else { return nil }
    var minute = 0
    var second = 0
    let hasColon = bytes.take(":")
    if hasColon || bytes.isAtDigit {
      guard let value = bytes.number(digits: 2) else { return nil }
      minute = value
      if hasColon ? bytes.take(":") : bytes.isAtDigit {
        guard let value = bytes.number(digits: 2) else { return nil }
        second = value
        if bytes.take(".") || bytes.take(",") {
          guard bytes.skipDigits() else { return nil }
        }
      }
    }
    // 60: a leap second. 24:00:00: the end of the day.
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60
    else { return nil }
    return hour * 60 + minute
  }

  /// Reads `Z`, `UTC`, `GMT`, `+hh`, `+hhmm` or `+hh:mm` as minutes east of Greenwich.
  private static func offset(_ bytes: inout Scanner) -> Int? {
    if bytes.take("Z") || bytes.take("z") || bytes.take("UTC") || bytes.take("GMT") { return 0 }
    let isWest = bytes.take("-") || bytes.take("\u{2212}")
    guard isWest || bytes.take("+"), let hours = bytes.number(digits: 2) else { return nil }
    var minutes = 0
    if bytes.take(":") || bytes.isAtDigit {
      guard let value = bytes.number(digits: 2) else { return nil }
      minutes = value
    }
    guard hours <= 23, minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }
}

/// A place in a few bytes that moves on over what it recognizes.
private struct Scanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }
  var isAtDigit: Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }

  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard isAtDigit else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return value
  }

  mutating func skipDigits() -> Bool {
    let start = index
    while isAtDigit { index += 1 }
    return index > start
  }

  mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }
}

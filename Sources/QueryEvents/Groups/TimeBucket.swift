package import Model

/// A stretch of the calendar that events are counted by.
package enum TimeBucket: String, Sendable, Hashable, CaseIterable {
  case day
  /// Monday to Sunday (ISO 8601).
  case week
  case month, year

  /// Returns the name of the bucket of a day: `2021-03-09`, `2021-W10`, `2021-03`, `2021`.
  ///
  /// The first days of January may lie in the last week of the year before, the last of December in
  /// the first week of the next: a week belongs to the year of its Thursday. Names sort as time does.
  package func name(of day: CivilDate) -> String {
    switch self {
    case .day: return day.description
    case .week:
      let thursday = day.adding(days: 3 - (day.weekday + 6) % 7)
      let start = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = (thursday.dayNumber - start.dayNumber) / 7 + 1
      let year = String(thursday.description.prefix(4))
      return year + (week < 10 ? "-W0" : "-W") + String(week)
    case .month: return String(day.description.prefix(7))
    case .year: return String(day.description.prefix(4))
    }
  }

  /// Returns the bucket that a date names, or nil when it is coarser than the bucket or no date.
  ///
  /// A date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, which a time of day may follow.
  package func name(ofDate text: String) -> String? {
    let bytes = Array(text.utf8.prefix(11))
    if bytes.count == 11, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") {
      return nil
    }
    if bytes.count >= 10 { return CivilDate(iso: bytes.prefix(10)).map(name(of:)) }
    let isWhole = self == .year ? bytes.count == 4 || bytes.count == 7 : bytes.count == 7
    guard isWhole, self == .month || self == .year else { return nil }
    let rest = "-01-01".utf8.suffix(10 - bytes.count)
    return CivilDate(iso: bytes + rest).map(name(of:))
  }

  /// Whether a date of a precision, as `date_precision` names it, is too coarse for the bucket
  /// whatever its ends are.
  func isFiner(than precision: String) -> Bool {
    switch precision {
    case "unresolved": true
    case "week": self == .day
    case "month": self == .day || self == .week
    case "year": self != .year
    default: false
    }
  }
}

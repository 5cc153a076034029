/// A stretch of the calendar that events are counted by.
package enum TimeBucket: String, Sendable, Hashable, CaseIterable {
  case day
  /// Monday to Sunday (ISO 8601).
  case week
  case month, year

  /// Returns the first day of the bucket that holds a day.
  package func start(of day: CivilDate) -> CivilDate {
    switch self {
    case .day: day
    case .week: day.adding(days: -((day.weekday + 6) % 7))
    case .month: day.adding(days: 1 - day.day)
    case .year: CivilDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  /// Returns the first day of the bucket after one that starts on a day.
  package func next(after start: CivilDate) -> CivilDate {
    switch self {
    case .day: start.adding(days: 1)
    case .week: start.adding(days: 7)
    case .month:
      start.adding(days: CivilDate.daysInMonth(start.month, year: start.year))
    case .year: start.adding(days: 337 + CivilDate.daysInMonth(2, year: start.year))
    }
  }

  /// Returns the name of the bucket of a day: `2021-03-09`, `2021-W10`, `2021-03`, `2021`.
  ///
  /// The first days of January may lie in the last week of the year before, the last of December in
  /// the first week of the next: a week belongs to the year of its Thursday. Names sort as time does.
  package func name(of day: CivilDate) -> String {
    switch self {
    case .day: return day.description
    case .week:
      let thursday = start(of: day).adding(days: 3)
      let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
      return String(thursday.description.prefix(4)) + (week < 10 ? "-W0" : "-W") + String(week)
    case .month: return String(day.description.prefix(7))
    case .year: return String(day.description.prefix(4))
    }
  }

  /// Whether a date of a precision, as `date_precision` names it, is too coarse for the bucket
  /// whatever its ends are.
  package func isFiner(than precision: String) -> Bool {
    switch precision {
    case "unresolved": true
    case "week": self == .day
    case "month": self == .day || self == .week
    case "year": self != .year
    default: false
    }
  }
}

import Model

/// Whole days from the first to the last, both included.
struct DayInterval: Sendable, Hashable {
  var start: CivilDate
  var end: CivilDate

  init(_ start: CivilDate, _ end: CivilDate) {
    self.start = start
    self.end = end
  }

  /// One day.
  init(_ day: CivilDate) {
    self.init(day, day)
  }

  /// How many days lie between the first and the last; 0 for one day.
  var length: Int { end.dayNumber - start.dayNumber }
}

/// The part of a month or a year that the words name.
enum CalendarEdge: Sendable, Hashable {
  case start, middle, end
}

/// Weeks (Sunday to Saturday, as in Iraq), months and years around a day.
enum CalendarArithmetic {
  /// The days of a month, or of a third of it.
  static func month(_ month: Int, _ year: Int, _ edge: CalendarEdge? = nil) -> DayInterval? {
    let last = CivilDate.daysInMonth(month, year: year)
    let days: (Int, Int)
    switch edge {
    case nil: days = (1, last)
    case .start: days = (1, 10)
    case .middle: days = (11, 20)
    case .end: days = (21, last)
    }
    return interval((year, month, days.0), (year, month, days.1))
  }

  /// The days of a year, or of the three or four months that begin, halve or end it.
  static func year(_ year: Int, _ edge: CalendarEdge? = nil) -> DayInterval? {
    switch edge {
    case nil: interval((year, 1, 1), (year, 12, 31))
    case .start: interval((year, 1, 1), (year, 3, 31))
    case .middle: interval((year, 5, 1), (year, 8, 31))
    case .end: interval((year, 10, 1), (year, 12, 31))
    }
  }

  /// The days of a season, 0 spring to 3 winter; the winter of a year begins in its December.
  static func season(_ season: Int, _ year: Int) -> DayInterval? {
    guard season == 3 else {
      let last = 5 + 3 * season
      return interval(
        (year, 3 + 3 * season, 1), (year, last, CivilDate.daysInMonth(last, year: year)))
    }
    return interval((year, 12, 1), (year + 1, 2, CivilDate.daysInMonth(2, year: year + 1)))
  }

  /// The week of a day.
  static func week(of day: CivilDate) -> DayInterval {
    let start = day.adding(days: -day.weekday)
    return DayInterval(start, start.adding(days: 6))
  }

  /// The latest such weekday not after a day.
  static func weekday(_ weekday: Int, notAfter day: CivilDate) -> CivilDate {
    day.adding(days: -((day.weekday - weekday + 7) % 7))
  }

  /// The first such weekday after a day.
  static func weekday(_ weekday: Int, after day: CivilDate) -> CivilDate {
    let distance = (weekday - day.weekday + 7) % 7
    return day.adding(days: distance == 0 ? 7 : distance)
  }

  /// A month counted from the month of a day.
  static func month(_ offset: Int, from day: CivilDate) -> (month: Int, year: Int) {
    let months = day.year * 12 + day.month - 1 + offset
    return (months % 12 + 1, months / 12)
  }

  /// The day that many months later, the last one of its month when there is no such day.
  static func adding(months: Int, to day: CivilDate) -> CivilDate? {
    let target = month(months, from: day)
    guard (1...9999).contains(target.year) else { return nil }
    let last = CivilDate.daysInMonth(target.month, year: target.year)
    return CivilDate(year: target.year, month: target.month, day: min(day.day, last))
  }

  private static func interval(
    _ start: (year: Int, month: Int, day: Int), _ end: (year: Int, month: Int, day: Int)
  ) -> DayInterval? {
    guard let first = CivilDate(year: start.year, month: start.month, day: start.day),
      let last = CivilDate(year: end.year, month: end.month, day: end.day)
    else { return nil }
    return DayInterval(first, last)
  }
}

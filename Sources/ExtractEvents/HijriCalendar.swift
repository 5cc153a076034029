import Model

/// The tabular Islamic calendar: leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty (type II), civil
/// epoch (Friday, 16 July 622 Julian).
///
/// A stand-in for the sighting of the moon, which differs by a day either way: callers widen the
/// result. Written out so that it never depends on the version of a library.
enum HijriCalendar {
  /// 1 Muharram 1 as days since 1970-01-01.
  private static let epoch = -492_148

  /// Whether Dhu al-Hijja has thirty days.
  static func isLeap(_ year: Int) -> Bool {
    (14 + 11 * year) % 30 < 11
  }

  /// The number of days of a month.
  static func daysInMonth(_ month: Int, year: Int) -> Int {
    month % 2 == 1 || (month == 12 && isLeap(year)) ? 30 : 29
  }

  /// The civil day of a Hijri date, nil when there is no such day.
  static func civil(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (1...9000).contains(year), (1...12).contains(month), day >= 1,
      day <= daysInMonth(month, year: year)
    else { return nil }
    let years = (year - 1) * 354 + (3 + 11 * year) / 30
    let months = 29 * (month - 1) + month / 2
    return CivilDate(dayNumber: epoch + years + months + day - 1)
  }

  /// The civil days of a month.
  static func month(_ month: Int, year: Int) -> DayInterval? {
    guard let first = civil(year: year, month: month, day: 1),
      let last = civil(year: year, month: month, day: daysInMonth(month, year: year))
    else { return nil }
    return DayInterval(first, last)
  }

  /// The civil days of a year.
  static func year(_ year: Int) -> DayInterval? {
    guard let first = civil(year: year, month: 1, day: 1),
      let last = civil(year: year, month: 12, day: daysInMonth(12, year: year))
    else { return nil }
    return DayInterval(first, last)
  }

  /// The Hijri year of a civil day.
  static func year(of day: CivilDate) -> Int {
    let days = day.dayNumber - epoch
    return days >= 0 ? (30 * days + 10_646) / 10_631 : 0
  }
}

import Model

// Calendar dates: which year is meant when none is said, and the Hijri calendar.

extension TemporalScan {
  /// A month, or days of a month, of the Gregorian calendar.
  func calendarDate(_ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution(basis: .stated)
    if let offset = draft.monthOffset {
      guard let published else { return result }
      let month = CalendarArithmetic.month(offset, from: published)
      finish(&result, draft, month.month, month.year)
      return result
    }
    guard let month = draft.month else { return result }
    if let year = draft.year
      ?? draft.yearOffset.flatMap({ offset in
        published.map { $0.year + offset }
      })
    {
      finish(&result, draft, month, year)
      return result
    }
    guard draft.yearOffset == nil, let published else {
      result.isFuture = draft.modifier == .next
      return result
    }
    let year = inferredYear(draft, month, published)
    finish(&result, draft, month, year)
    if draft.modifier == .next { result.isFuture = true }
    // The weekday may say that the coming day is meant and not the one a year ago.
    if draft.modifier == nil, let weekday = draft.weekday, let day = draft.day,
      result.flags.contains("weekday_conflict"),
      let next = CivilDate(year: year + 1, month: month, day: day), next.weekday == weekday,
      next.dayNumber - published.dayNumber < 200
    {
      result.days = DayInterval(next)
      result.flags = []
      result.isFuture = true
    }
    return result
  }

  /// The year of the latest such month or day not after the publication, or as the modifier says.
  private func inferredYear(
    _ draft: TemporalDraft, _ month: Int, _ published: CivilDate
  ) -> Int {
    let edge = CalendarArithmetic.month(month, published.year, draft.edge)?.start.day ?? 1
    let said = month * 32 + (draft.day ?? edge)
    let isWhole = draft.day == nil && draft.edge == nil
    let today = published.month * 32 + (isWhole ? 1 : published.day)
    switch draft.modifier {
    case .last: return said < today ? published.year : published.year - 1
    case .next: return said > today ? published.year : published.year + 1
    case .this: return published.year
    default: return said <= today ? published.year : published.year - 1
    }
  }

  private func finish(
    _ result: inout TemporalResolution, _ draft: TemporalDraft, _ month: Int, _ year: Int
  ) {
    guard let day = draft.day else {
      result.days = CalendarArithmetic.month(month, year, draft.edge)
      result.precision = draft.edge == nil ? .month : .range
      return
    }
    guard let start = CivilDate(year: year, month: month, day: day) else {
      result.flags.append("impossible_date")
      return
    }
    result.days = DayInterval(start)
    result.precision = .day
    if let last = draft.lastDay, let end = CivilDate(year: year, month: month, day: last) {
      result.days = DayInterval(start, end)
      result.precision = .range
    } else if let weekday = draft.weekday, start.weekday != weekday {
      result.flags.append("weekday_conflict")
    }
  }

  /// A date of the Hijri calendar, one day wider at either side.
  func hijriDate(_ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution(basis: .stated)
    guard let month = draft.hijriMonth else {
      result.days = draft.hijriYear.flatMap { HijriCalendar.year($0) }.map(widened)
      result.precision = .range
      return result
    }
    guard let year = draft.hijriYear ?? hijriYear(draft, month),
      let days = hijriDays(draft, month, year)
    else {
      if draft.hijriDay != nil, draft.hijriYear != nil { result.flags.append("impossible_date") }
      return result
    }
    result.days = widened(days)
    result.precision = .range
    result.isFuture = draft.modifier == .next
    return result
  }

  private func hijriDays(_ draft: TemporalDraft, _ month: Int, _ year: Int) -> DayInterval? {
    guard let day = draft.hijriDay else {
      guard let whole = HijriCalendar.month(month, year: year) else { return nil }
      switch draft.edge {
      case nil: return whole
      case .start: return DayInterval(whole.start, whole.start.adding(days: 9))
      case .middle: return DayInterval(whole.start.adding(days: 10), whole.start.adding(days: 19))
      case .end: return DayInterval(whole.start.adding(days: 20), whole.end)
      }
    }
    guard let start = HijriCalendar.civil(year: year, month: month, day: day) else { return nil }
    let end = draft.hijriLastDay.flatMap {
      HijriCalendar.civil(year: year, month: month, day: $0)
    }
    return DayInterval(start, end ?? start)
  }

  /// The Hijri year that the words mean when they name none: the one in the Gregorian year said, or
  /// the latest that has begun.
  private func hijriYear(_ draft: TemporalDraft, _ month: Int) -> Int? {
    let offset = draft.yearOffset ?? 0
    let civilYear =
      draft.year ?? (draft.yearOffset == nil ? nil : published.map { $0.year + offset })
    if let civilYear, let first = CivilDate(year: civilYear, month: 1, day: 1) {
      let year = HijriCalendar.year(of: first)
      for candidate in year...(year + 1) {
        if let start = hijriDays(draft, month, candidate)?.start, start.year == civilYear {
          return candidate
        }
      }
      return nil
    }
    guard let published else { return nil }
    let year = HijriCalendar.year(of: published)
    guard let start = hijriDays(draft, month, year)?.start else { return nil }
    switch draft.modifier {
    case .next: return start > published ? year : year + 1
    case .this: return year
    case .last:
      let end = hijriDays(draft, month, year)?.end ?? start
      return end < published ? year : year - 1
    default: return start.adding(days: -1) <= published ? year : year - 1
    }
  }

  private func widened(_ days: DayInterval) -> DayInterval {
    DayInterval(days.start.adding(days: -1), days.end.adding(days: 1))
  }

  /// A season of a year, or the latest that has begun.
  func seasonDate(_ draft: TemporalDraft, _ season: Int) -> TemporalResolution {
    var result = TemporalResolution(basis: .stated)
    var year = draft.year
    if year == nil, let published {
      if let offset = draft.yearOffset {
        year = published.year + offset
      } else if let current = CalendarArithmetic.season(season, published.year) {
        switch draft.modifier {
        case .next: year = current.start > published ? published.year : published.year + 1
        case .last: year = current.end < published ? published.year : published.year - 1
        default: year = current.start <= published ? published.year : published.year - 1
        }
      }
    }
    result.days = year.flatMap { CalendarArithmetic.season(season, $0) }
    result.precision = .range
    result.isFuture = draft.modifier == .next
    return result
  }
}

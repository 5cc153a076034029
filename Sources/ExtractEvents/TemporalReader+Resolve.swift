import Model

/// The days of an expression.
struct TemporalResolution {
  var days: DayInterval?
  var precision = EventDate.Precision.unresolved
  var basis = EventDate.Basis.relative
  var flags: [String] = []
  var isSpan = false
  var isFuture = false
}

extension TemporalScan {
  /// The days that the parts mean; the calendar date wins over the weekday, which wins over `today`.
  func resolve(_ draft: TemporalDraft) -> TemporalResolution {
    if draft.month != nil || (draft.day != nil && draft.monthOffset != nil) {
      return calendarDate(draft)
    }
    if draft.isKurdish {
      return TemporalResolution(basis: .stated, flags: ["kurdish_month"])
    }
    if draft.hijriMonth != nil || draft.hijriYear != nil { return hijriDate(draft) }
    if let season = draft.season { return seasonDate(draft, season) }
    if let year = draft.year {
      var result = TemporalResolution(basis: .stated)
      result.days = CalendarArithmetic.year(year, draft.edge)
      result.precision = draft.edge == nil ? .year : .range
      return result
    }
    if let from = draft.from {
      if draft.isAgo {
        // `two days earlier` is measured from the day that was told last.
        return ago(from, draft.count, from: draft.isDocument ? documentDay : published)
      }
      return span(from, draft)
    }
    if draft.hasOffset { return offset(draft) }
    if draft.weekday != nil { return weekday(draft) }
    if draft.dayOffset != nil || draft.isSameDay { return relative(draft) }
    return TemporalResolution()
  }

  private func relative(_ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution()
    let offset = draft.dayOffset ?? 0
    // `the next day` needs a day in the text; the publication is none of its days.
    let base = !draft.isDocument ? published : offset > 0 ? latestDay ?? firstDay : documentDay
    result.days = base.map { DayInterval($0.adding(days: offset)) }
    result.precision = .day
    result.isFuture = offset > 0 && !draft.isDocument
    return result
  }

  private func weekday(_ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution()
    guard let weekday = draft.weekday else { return result }
    result.isFuture = draft.modifier == .next
    guard let published else { return result }
    var day = CalendarArithmetic.weekday(weekday, notAfter: published)
    switch draft.modifier {
    case .last: day = CalendarArithmetic.weekday(weekday, notAfter: published.adding(days: -1))
    case .beforeLast:
      day = CalendarArithmetic.weekday(weekday, notAfter: published.adding(days: -8))
    case .next: day = CalendarArithmetic.weekday(weekday, after: published)
    case .this: day = CalendarArithmetic.week(of: published).start.adding(days: weekday)
    case .preceding:
      let base = documentDay ?? published
      day = CalendarArithmetic.weekday(weekday, notAfter: base.adding(days: -1))
    case .same:
      if let documentDay, documentDay.weekday == weekday { day = documentDay }
    case nil: break
    }
    if let second = draft.secondWeekday {
      let end = CalendarArithmetic.weekday(second, notAfter: published)
      if draft.isPastMidnight {
        result.days = DayInterval(end)
        result.precision = .day
        return result
      }
      let start = CalendarArithmetic.weekday(weekday, notAfter: end.adding(days: -1))
      result.days = DayInterval(start, end)
      result.precision = .range
      return result
    }
    if let offset = draft.dayOffset, !draft.isDocument {
      let said = published.adding(days: offset)
      if offset > 0 { day = CalendarArithmetic.weekday(weekday, after: published) }
      if said != day, draft.timeOfDay != .night { result.flags.append("weekday_conflict") }
      if offset > 0 { result.isFuture = true }
    }
    // `after midnight of Tuesday`: the hours behind it are of the day after, when that has come.
    if draft.isPastMidnight, text.language == "ar", draft.dayOffset == nil, day < published {
      day = day.adding(days: 1)
    }
    result.days = DayInterval(day)
    result.precision = .day
    return result
  }

  /// Whole weeks, months and years, or a weekday in such a week.
  private func offset(_ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution()
    result.isFuture = max(draft.weekOffset ?? 0, draft.monthOffset ?? 0, draft.yearOffset ?? 0) > 0
    guard let published else { return result }
    if let offset = draft.weekOffset {
      var week = CalendarArithmetic.week(of: published.adding(days: 7 * offset))
      result.precision = .week
      if let weekday = draft.weekday {
        week = DayInterval(week.start.adding(days: weekday))
        result.precision = .day
      }
      result.days = week
    } else if let offset = draft.monthOffset {
      let month = CalendarArithmetic.month(offset, from: published)
      result.days = CalendarArithmetic.month(month.month, month.year, draft.edge)
      result.precision = draft.edge == nil ? .month : .range
    } else if let offset = draft.yearOffset {
      result.days = CalendarArithmetic.year(published.year + offset, draft.edge)
      result.precision = draft.edge == nil ? .year : .range
    }
    return result
  }

  /// So many days, weeks, months or years ago: the whole week, month or year.
  private func ago(
    _ offset: TemporalSense.Offset, _ count: Int, from base: CivilDate?
  ) -> TemporalResolution {
    var result = TemporalResolution()
    guard let day = day(offset, count, from: base) else { return result }
    switch offset.unit {
    case .week:
      result.days = CalendarArithmetic.week(of: day)
      result.precision = .week
    case .month:
      result.days = CalendarArithmetic.month(day.month, day.year)
      result.precision = .month
    case .year:
      result.days = CalendarArithmetic.year(day.year)
      result.precision = .year
    default:
      result.days = DayInterval(day)
      result.precision = .day
    }
    return result
  }

  /// From one distance to another; only what reaches back further than yesterday is a span.
  private func span(_ from: TemporalSense.Offset, _ draft: TemporalDraft) -> TemporalResolution {
    var result = TemporalResolution()
    let to = draft.to ?? TemporalSense.Offset()
    result.isFuture = to.value > 0
    let isHours = from.unit == .day && from.value == -1 && !from.timesNumber && to.value == 0
    result.isSpan = !result.isFuture && !isHours
    guard let start = day(from, draft.count, from: published),
      let end = day(to, draft.count, from: published), start <= end
    else { return result }
    result.days = DayInterval(start, end)
    result.precision = .range
    return result
  }

  /// The day at a distance from another.
  private func day(
    _ offset: TemporalSense.Offset, _ count: Int, from base: CivilDate?
  ) -> CivilDate? {
    guard let base else { return nil }
    if offset.isYearStart { return CivilDate(year: base.year, month: 1, day: 1) }
    let value = offset.timesNumber ? offset.value * count : offset.value
    guard abs(value) < 4000 else { return nil }
    switch offset.unit {
    case .week: return base.adding(days: 7 * value)
    case .month: return CalendarArithmetic.adding(months: value, to: base)
    case .year: return CalendarArithmetic.adding(months: 12 * value, to: base)
    default: return base.adding(days: value)
    }
  }
}

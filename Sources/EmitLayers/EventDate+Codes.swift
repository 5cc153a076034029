package import Model

extension EventDate {
  /// How many days the range covers, nil when an end is missing.
  private var dayCount: Int? {
    guard let start, let end else { return nil }
    return end.dayNumber - start.dayNumber + 1
  }

  /// ACLED's `time_precision`: 1 the day, 2 within a week, 3 within a month; nil when coarser.
  package var acledTimePrecision: Int? {
    switch precision {
    case .day: return 1
    case .week: return 2
    case .month: return 3
    case .range:
      guard let days = dayCount else { return nil }
      return days <= 1 ? 1 : days <= 7 ? 2 : days <= 31 ? 3 : nil
    case .year, .unresolved: return nil
    }
  }

  /// UCDP's `date_prec`: 1 the day, 2 of 2 to 6 days, 3 a week, 4 a month, 5 more.
  package var ucdpDatePrecision: Int? {
    switch precision {
    case .day: return 1
    case .week: return 3
    case .month: return 4
    case .year: return 5
    case .range:
      guard let days = dayCount else { return nil }
      return days <= 1 ? 1 : days <= 6 ? 2 : days == 7 ? 3 : days <= 31 ? 4 : 5
    case .unresolved: return nil
    }
  }

  /// The year, when both ends lie in it.
  package var year: Int? {
    guard let start, let end, start.year == end.year else { return nil }
    return start.year
  }

  /// The month, when both ends lie in it.
  package var month: Int? {
    guard let start, let end, year != nil, start.month == end.month else { return nil }
    return start.month
  }
}

import Model

/// What both readers ask of dates, timestamps and intervals.
enum InstantRules {
  /// Reads a date or a timestamp.
  static func read(
    _ text: String, takesDate: Bool, takesTimestamp: Bool, at offset: Int
  ) throws(FilterFault) -> FilterNode {
    if takesDate, let day = CivilDate(iso: text.utf8) { return .date(day) }
    if takesTimestamp, let instant = Timestamp(iso: text) { return .timestamp(instant) }
    let forms = [
      takesDate ? "a day as YYYY-MM-DD" : nil,
      takesTimestamp ? "an instant in UTC as YYYY-MM-DDThh:mm:ssZ" : nil,
    ].compactMap(\.self).joined(separator: " or ")
    throw FilterFault(.badInstant, at: offset, "\(forms) is expected, and one that exists")
  }

  /// Refuses an interval whose stated ends stand in the wrong order.
  static func check(
    _ start: FilterExpression?, _ end: FilterExpression?
  ) throws(FilterFault) {
    guard let start, let end, let first = time(start), let last = time(end) else { return }
    guard TimeSpan(start: first, end: last) != nil else {
      throw FilterFault(.backwardInterval, at: end.offset, "the interval ends before it begins")
    }
  }

  /// The time of a literal.
  static func time(_ expression: FilterExpression) -> TimeSpan.End? {
    switch expression.node {
    case .date(let day): .day(day)
    case .timestamp(let instant): .instant(instant)
    default: nil
    }
  }
}

package import Model

/// A time as a filter sees it: an instant, a day or an interval with ends that may be open.
///
/// Ends of one kind compare as they are: two days as days, two timestamps as instants. A day meets
/// a timestamp as the stretch that it is, from midnight to midnight in UTC: as a beginning it
/// counts from its first instant, as an end to its last, which no timestamp equals.
package struct TimeSpan: Sendable, Hashable {
  /// Where a span begins or ends.
  package enum End: Sendable, Hashable {
    case open
    case day(CivilDate)
    case instant(Timestamp)
  }

  package let start: End
  package let end: End

  /// Makes a span, or nil when it ends before it begins.
  package init?(start: End, end: End) {
    self.start = start
    self.end = end
    if Self.order(start, isEnd: false, end, isEnd: true) > 0 { return nil }
  }

  /// Makes the span of one instant or one day.
  package init(_ only: End) {
    start = only
    end = only
  }

  /// Negative, zero or positive as the first stands before, at or after the second.
  private static func order(_ first: End, isEnd firstEnds: Bool, _ second: End, isEnd: Bool) -> Int
  {
    switch (first, second) {
    case (.open, .open): firstEnds == isEnd ? 0 : firstEnds ? 1 : -1
    case (.open, _): firstEnds ? 1 : -1
    case (_, .open): isEnd ? -1 : 1
    case (.day(let left), .day(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.instant(let left), .instant(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.day(let day), .instant(let instant)): order(day, isEnd: firstEnds, instant)
    case (.instant(let instant), .day(let day)): -order(day, isEnd: isEnd, instant)
    }
  }

  private static func order(_ day: CivilDate, isEnd: Bool, _ instant: Timestamp) -> Int {
    let start = Timestamp(startOf: isEnd ? day.adding(days: 1) : day)
    if isEnd { return instant < start ? 1 : -1 }
    return start < instant ? -1 : start == instant ? 0 : 1
  }

  /// Whether a relation of Allen holds between this span and another.
  package func holds(_ relation: TemporalRelation, _ other: TimeSpan) -> Bool {
    let starts = Self.order(start, isEnd: false, other.start, isEnd: false)
    let ends = Self.order(end, isEnd: true, other.end, isEnd: true)
    let startToEnd = Self.order(start, isEnd: false, other.end, isEnd: true)
    let endToStart = Self.order(end, isEnd: true, other.start, isEnd: false)
    return switch relation {
    case .after: startToEnd > 0
    case .before: endToStart < 0
    case .disjoint: startToEnd > 0 || endToStart < 0
    case .intersects: startToEnd <= 0 && endToStart >= 0
    case .equals: starts == 0 && ends == 0
    case .contains: starts < 0 && ends > 0
    case .during: starts > 0 && ends < 0
    case .finishedBy: starts < 0 && ends == 0
    case .finishes: starts > 0 && ends == 0
    case .meets: endToStart == 0
    case .metBy: startToEnd == 0
    case .overlappedBy: starts > 0 && startToEnd < 0 && ends > 0
    case .overlaps: starts < 0 && endToStart > 0 && ends < 0
    case .startedBy: starts == 0 && ends > 0
    case .starts: starts == 0 && ends < 0
    }
  }
}

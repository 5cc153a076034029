package import Model

extension TimeBucket {
  /// The bucket that shows a range in at most some three dozen bars, or years.
  package static func suited(to days: ClosedRange<CivilDate>?) -> TimeBucket {
    guard let days else { return .month }
    let count = days.upperBound.dayNumber - days.lowerBound.dayNumber + 1
    if count <= 31 { return .day }
    if count <= 26 * 7 { return .week }
    return count <= 366 * 4 ? .month : .year
  }

  /// The start of the bucket that an event was in, nil when its date is coarser or there is none.
  fileprivate func start(of event: EventSummary) -> CivilDate? {
    // Without a first day the last one is only a bound.
    guard let first = event.dateStart, !(event.datePrecision.map(isFiner(than:)) ?? false) else {
      return nil
    }
    let start = start(of: first)
    guard let last = event.dateEnd, last != first else { return start }
    return self.start(of: last) == start ? start : nil
  }
}

/// Events counted by time: every event once.
package struct Timeline: Sendable, Hashable {
  /// Events of one bucket, or of none.
  package struct Row: Sendable, Hashable {
    /// Its name; `undated in bucket` and `none` for those that lie in no single one.
    package var name: String
    /// The first day, nil for the rows that are no bucket.
    package var start: CivilDate?
    package var events = 0
    /// Events by the categories of the default style, in their order.
    package var byType: [Int]
    /// Sums over the events that state a number; nil when none does.
    package var killedMinimum: Int?
    /// Nil also when an event is open upwards.
    package var killedMaximum: Int?
    /// Events that state no number of killed.
    package var killedUnknown = 0
    private var isOpen = false

    init(_ name: String, start: CivilDate? = nil, types: Int) {
      self.name = name
      self.start = start
      byType = Array(repeating: 0, count: types)
    }

    mutating func add(_ event: EventSummary, type: Int) {
      events += 1
      byType[type] += 1
      guard event.killed.isStated else {
        killedUnknown += 1
        return
      }
      // Numbers of a foreign file may be of any size: a sum that would not fit is not made.
      if let least = event.killed.minimum {
        killedMinimum = Self.sum(killedMinimum ?? 0, least)
      }
      if let most = event.killed.maximum, !isOpen {
        killedMaximum = Self.sum(killedMaximum ?? 0, most)
      } else {
        isOpen = true
        killedMaximum = nil
      }
    }

    private static func sum(_ left: Int, _ right: Int) -> Int {
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? (left < 0 ? .min : .max) : sum
    }
  }

  package enum Word {
    package static let undated = "undated in bucket"
    package static let none = "none"
  }

  /// More buckets than anybody reads, and than fit a picture.
  package static let most = 20_000

  package let bucket: TimeBucket
  /// Every bucket from the first to the last, the empty ones too.
  package let rows: [Row]
  /// Dated, but not to one bucket; nil when there is none such.
  package let undated: Row?
  /// Without a date; nil when there is none such.
  package let none: Row?
  package let style: LayerStyle

  /// Counts events.
  ///
  /// Linear in events and buckets.
  /// - Parameter bucket: Nil takes the one that suits the range of the dates.
  /// - Throws: `TimelineError` when there would be more than `most` buckets.
  package init(
    _ events: [EventSummary], by bucket: TimeBucket? = nil
  ) throws(TimelineError) {
    guard let style = LayerStyle.named("events") else {
      preconditionFailure("the events have a style")
    }
    let types = style.categories.count
    let bucket = bucket ?? .suited(to: events.days)
    var byStart: [CivilDate: Row] = [:]
    var undated = Row(Word.undated, types: types)
    var none = Row(Word.none, types: types)
    for event in events {
      let type = style.number(of: event.type)
      if let start = bucket.start(of: event) {
        byStart[start, default: Row(bucket.name(of: start), start: start, types: types)]
          .add(event, type: type)
      } else if event.firstDay == nil {
        none.add(event, type: type)
      } else {
        undated.add(event, type: type)
      }
    }
    var rows: [Row] = []
    if let first = byStart.keys.min(), let last = byStart.keys.max() {
      var start = first
      while start <= last {
        guard rows.count < Self.most else { throw TimelineError(bucket: bucket) }
        rows.append(
          byStart[start] ?? Row(bucket.name(of: start), start: start, types: types))
        let next = bucket.next(after: start)
        // The last day of the calendar has none after it.
        if next.year > 9999 { break }
        start = next
      }
    }
    self.bucket = bucket
    self.rows = rows
    self.undated = undated.events > 0 ? undated : nil
    self.none = none.events > 0 ? none : nil
    self.style = style
  }

  /// The buckets, then what lies in none.
  package var allRows: [Row] { rows + [undated, none].compactMap(\.self) }

  package var events: Int { allRows.reduce(0) { $0 + $1.events } }
}

/// A timeline of more buckets than can be shown.
package struct TimelineError: Error, Hashable, CustomStringConvertible {
  package let bucket: TimeBucket

  package var description: String {
    "the dates lie more than \(Timeline.most) buckets apart; count by something longer than a "
      + bucket.rawValue
  }
}

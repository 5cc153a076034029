import Gazetteer
import Model

/// What a row of `time.tsv` means, decoded once.
struct TemporalSense: Sendable {
  enum Kind: String, Sendable {
    case rel, weekday, modifier, unit, month, daypart, span, edge, ago, range, week, calmonth
    case calyear, era, season, holiday, weekend, block, joint, other
    case hijriMonth = "hijri_month"
    case kurdishMonth = "kurdish_month"
    case yearWord = "year_word"
    case sameDay = "same_day"
    case earlierSameDay = "earlier_same_day"
  }

  enum Modifier: String, Sendable {
    case last, next, this, same, preceding
    /// `the Thursday before last`.
    case beforeLast = "before_last"
  }

  enum TimeOfDay: String, Sendable {
    case dawn, morning, noon, afternoon, evening, night
  }

  enum Bound: String, Sendable {
    case from, since, to, between, before, after, years
  }

  enum Unit: String, Sendable {
    case minute, hour, day, night, week, month, year, decade
  }

  /// So many units away, `{N}` times as many when it is the number of the words.
  struct Offset: Sendable, Hashable {
    var value = 0
    var unit = Unit.day
    var timesNumber = false
    /// From the first day of the year.
    var isYearStart = false
  }

  var kind: Kind
  var language: String
  /// The weekday (Sunday 0), month, season (spring 0) or whole number of weeks, months, years.
  var number = 0
  var modifier: Modifier?
  var timeOfDay: TimeOfDay?
  var bound: Bound?
  var unit: Unit?
  var edge: CalendarEdge?
  var from: Offset?
  var to: Offset?
  var needsDigit: Bool
  /// Measured from the day that the text has set, not from the publication.
  var isDocument: Bool
  var isHijri = false
  /// A night that is the second of its two days (`after midnight`).
  var isPastMidnight: Bool

  init(_ row: TimeRow) {
    kind = Kind(rawValue: row.kind) ?? .other
    language = row.language
    needsDigit = row.needs == "digit"
    isPastMidnight = row.needs == "past"
    isDocument = row.anchor == "doc"
    if let colon = row.precision.firstIndex(of: ":") {
      timeOfDay = TimeOfDay(rawValue: String(row.precision[row.precision.index(after: colon)...]))
    }
    let value = row.value
    switch kind {
    case .weekday:
      number = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].firstIndex(of: value) ?? 0
    case .month, .hijriMonth, .kurdishMonth, .week, .calmonth, .calyear, .holiday:
      number = Int(value) ?? 0
    case .season:
      number = ["spring", "summer", "autumn", "winter"].firstIndex(of: value) ?? 0
    case .modifier: modifier = Modifier(rawValue: value)
    case .daypart: timeOfDay = TimeOfDay(rawValue: value)
    case .range: bound = Bound(rawValue: value)
    case .unit: unit = Unit(rawValue: value)
    case .edge: edge = value == "start" ? .start : value == "mid" ? .middle : .end
    case .rel, .ago: from = Self.offset(value)
    case .span: readSpan(value)
    case .era: isHijri = value == "hijri"
    default: break
    }
  }

  private mutating func readSpan(_ value: String) {
    let parts = value.split(separator: ".", omittingEmptySubsequences: true)
    guard parts.count == 2 else { return }
    from = Self.offset(String(parts[0]))
    to = Self.offset(String(parts[1]))
  }

  /// Reads `-3d`, `+{N}w`, `0`, `year`.
  private static func offset(_ text: String) -> Offset? {
    guard !text.isEmpty else { return nil }
    if text == "year" { return Offset(isYearStart: true) }
    var result = Offset()
    var sign = 1
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits = digits * 10 + Int(byte - 48)
      case UInt8(ascii: "{"): result.timesNumber = true
      case UInt8(ascii: "d"): result.unit = .day
      case UInt8(ascii: "w"): result.unit = .week
      case UInt8(ascii: "m"): result.unit = .month
      case UInt8(ascii: "y"): result.unit = .year
      default: break
      }
    }
    result.value = sign * (result.timesNumber ? 1 : digits)
    return result
  }
}

/// What a small word does between the parts of a date.
enum TemporalFunction: String, Sendable {
  case and, `in`, on, at, from, of, since, until, before, after, during, between, to, by, the
  /// `(the fight) going on (since Monday)`.
  case ongoing
  case other
}

/// The value of a number word.
struct TemporalNumber: Sendable {
  var value: Int
  var isOrdinal: Bool

  /// Makes the value of a row that counts or orders; nil for bounds, units and vague words.
  init?(_ row: NumberRow) {
    guard let value = row.value else { return nil }
    switch row.kind {
    case "card", "dual": isOrdinal = false
    case "ordinal": isOrdinal = true
    default: return nil
    }
    self.value = value
  }
}

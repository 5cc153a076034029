import Model

/// The parts of one expression, as far as it has been read.
struct TemporalDraft {
  var start: Int
  var end: Int
  /// The rows of `time.tsv` that gave the parts.
  var rows: [Int32] = []
  var weekday: Int?
  /// The second weekday of a night between two days.
  var secondWeekday: Int?
  var modifier: TemporalSense.Modifier?
  var timeOfDay: TemporalSense.TimeOfDay?
  /// The night is past midnight: of two days it is the second.
  var isPastMidnight = false
  /// `early` and `late`: they give way to a part of the day, and are the edge of a month.
  var hasWeakTime = false
  var dayOffset: Int?
  /// Measured from the day that the text has set.
  var isDocument = false
  /// `the same day`, `earlier`.
  var isSameDay = false
  var day: Int?
  /// The last of several days of one month.
  var lastDay: Int?
  var month: Int?
  var year: Int?
  var hijriDay: Int?
  var hijriLastDay: Int?
  var hijriMonth: Int?
  var hijriYear: Int?
  var isKurdish = false
  var season: Int?
  var edge: CalendarEdge?
  var weekOffset: Int?
  var monthOffset: Int?
  var yearOffset: Int?
  var from: TemporalSense.Offset?
  var to: TemporalSense.Offset?
  /// The number of `{N}`.
  var count = 1
  var isAgo = false
  /// A month or weekday that alone may be another word.
  var needsDigit = false
  var hasMonthWord = false
  /// The part of the day is an adverb by itself (`at dawn`), so that it may stand alone.
  var isAdverb = false
  var openParentheses = 0
  /// The script is Latin: the day may follow the month.
  var isLatin = false
  /// What the last part was.
  var lastKind = TemporalSense.Kind.other

  init(at start: Int) {
    self.start = start
    end = start
  }

  /// Nothing has been read.
  var isEmpty: Bool { end == start }

  /// A day, month or year of a calendar.
  var hasDate: Bool {
    day != nil || month != nil || year != nil || hijriMonth != nil || hijriYear != nil || isKurdish
  }

  /// A day of a month.
  var hasDay: Bool { day != nil || hijriDay != nil }

  /// A point of reference that is no calendar date.
  var hasOffset: Bool {
    weekOffset != nil || monthOffset != nil || yearOffset != nil || from != nil
  }

  /// Nothing but `early` or `the middle of`, a modifier or the part of the day.
  var isHeadless: Bool {
    !hasDate && !hasOffset && weekday == nil && dayOffset == nil && season == nil && !isSameDay
  }

  /// Takes over the end of a part and its row.
  mutating func add(_ match: LexiconMatch, _ kind: TemporalSense.Kind) -> Int {
    rows.append(match.row)
    lastKind = kind
    end = Int(match.last)
    return end
  }
}

/// A draft that several questions look at: of its half a kilobyte only a reference is handed around.
final class KnownDraft {
  let value: TemporalDraft

  init(_ value: TemporalDraft) { self.value = value }
}

/// What stands between two parts of an expression.
struct TemporalGlue: OptionSet {
  let rawValue: UInt16

  static let comma = TemporalGlue(rawValue: 1 << 0)
  static let slash = TemporalGlue(rawValue: 1 << 1)
  static let open = TemporalGlue(rawValue: 1 << 2)
  static let close = TemporalGlue(rawValue: 1 << 3)
  static let dash = TemporalGlue(rawValue: 1 << 4)
  static let dot = TemporalGlue(rawValue: 1 << 5)
  static let of = TemporalGlue(rawValue: 1 << 6)
  static let `in` = TemporalGlue(rawValue: 1 << 7)
  static let on = TemporalGlue(rawValue: 1 << 8)
  static let the = TemporalGlue(rawValue: 1 << 9)
  static let dayWord = TemporalGlue(rawValue: 1 << 10)
  static let monthWord = TemporalGlue(rawValue: 1 << 11)
  static let yearWord = TemporalGlue(rawValue: 1 << 12)
  /// Words that tie two names of one date (`corresponding to`).
  static let joint = TemporalGlue(rawValue: 1 << 13)
  static let to = TemporalGlue(rawValue: 1 << 14)

  /// Whether nothing but these stands there.
  func isOnly(_ allowed: TemporalGlue) -> Bool {
    subtracting(allowed.union(.close)).isEmpty
  }
}

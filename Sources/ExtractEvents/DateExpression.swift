import Model

/// Words that say when, as an interval of days.
struct DateExpression: Sendable, Hashable {
  /// Tokens, half-open: the weekday, the modifier, the part of the day and the calendar date that
  /// belong together are one expression.
  var tokens: Range<Int>
  var span: SourceSpan
  /// Both nil when the words cannot be resolved (a weekday without a day of publication).
  var start: CivilDate?
  /// Inclusive.
  var end: CivilDate?
  var precision: EventDate.Precision
  /// `stated` for calendar dates, `relative` for words measured from the day of publication.
  var basis: EventDate.Basis
  /// `dawn`, `morning`, `noon`, `afternoon`, `evening`, `night`; nil when not said.
  var timeOfDay: String?
  /// What is odd about it, such as `weekday_conflict`.
  var flags: [String]
  /// The lexicon row (or rows, joined by +) that gave it.
  var rule: String
  /// The date of a span that reaches back from the publication (`since …`, `for years`): an
  /// aggregate rather than the day of an event.
  var isSpan: Bool
  /// Tomorrow, next week: nothing that has happened.
  var isFuture: Bool
}

/// The points and limits by which two codings of events are matched.
///
/// Each is a row `compare_…` of `gazetteer/weights.tsv`; what the table lacks keeps its default. The
/// parts sum to at most 1000: type 300, place 250, date 250, actors 100, harm 100.
package struct CompareWeights: Sendable, Hashable {
  /// Least score of a match.
  package var least = 450
  /// Beyond the two uncertainty radii, in km.
  package var marginKm = 5
  /// An event of which only the last possible day is known lies at most so many days before it.
  package var boundDays = 7
  /// Days by which windows may miss each other.
  package var slackDays = 0
  /// Events with longer windows match nothing.
  package var windowDays = 400

  /// The same day; of longer windows the part that they share.
  package var date = 250
  /// The same position, falling to 0 at the limit.
  package var place = 250
  package var typeSame = 300
  package var typeEvent = 220
  package var typeFamily = 180
  package var typeCompatible = 120
  package var typeUnknown = 120
  package var actorsSame = 100
  package var actorsUnknown = 40
  package var harmSame = 100
  package var harmUnknown = 40

  private static let terms: [(String, any WritableKeyPath<CompareWeights, Int> & Sendable)] = [
    ("compare_least", \.least), ("compare_margin_km", \.marginKm),
    ("compare_bound_days", \.boundDays), ("compare_slack_days", \.slackDays),
    ("compare_window_days", \.windowDays), ("compare_date", \.date), ("compare_place", \.place),
    ("compare_type_same", \.typeSame), ("compare_type_event", \.typeEvent),
    ("compare_type_family", \.typeFamily), ("compare_type_compatible", \.typeCompatible),
    ("compare_type_unknown", \.typeUnknown), ("compare_actors_same", \.actorsSame),
    ("compare_actors_unknown", \.actorsUnknown), ("compare_harm_same", \.harmSame),
    ("compare_harm_unknown", \.harmUnknown),
  ]

  /// Takes the rows of the table that are meant for comparing.
  package init(_ values: [String: Int] = [:]) {
    for (term, path) in Self.terms {
      if let value = values[term] { self[keyPath: path] = value }
    }
  }

  /// The rows with their values, for the record of a comparison.
  package var rows: [(term: String, value: Int)] {
    Self.terms.map { ($0.0, self[keyPath: $0.1]) }
  }
}

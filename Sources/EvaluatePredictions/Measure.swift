/// What is measured; the raw value is the name in JSON and in files of floors.
package enum Measure: String, Sendable, Hashable, CaseIterable {
  // What is found: precision, recall and F1.
  case mentions
  case literalMentions = "mentions_literal"
  case associativeMentions = "mentions_associative"
  case events

  // What is right among what was found.
  case role
  case roleAndKind = "role_and_kind"
  case associativeKind = "kind_associative"
  case listedPlaces = "places_listed"
  case noFalsePlace = "no_false_place"
  case mentionPlace = "place_exact"
  case mentionPlace5 = "place_5_km"
  case mentionPlace10 = "place_10_km"
  case mentionPlace25 = "place_25_km"
  case mentionPlace161 = "place_161_km"
  case eventType = "event_type"
  case subEventType = "sub_event_type"
  case ploverType = "plover_type"
  case realis
  case date
  case dateStated = "date_stated"
  case dateNotStated = "date_not_stated"
  case killed
  case killedStated = "killed_stated"
  case killedNotStated = "killed_not_stated"
  case injured
  case injuredStated = "injured_stated"
  case injuredNotStated = "injured_not_stated"
  case actor1
  case actor1Stated = "actor1_stated"
  case actor1NotStated = "actor1_not_stated"
  case actor2
  case actor2Stated = "actor2_stated"
  case actor2NotStated = "actor2_not_stated"
  case actors
  case eventPlace = "event_place"
  case eventPlaceWords = "event_place_words"
  case eventPlace5 = "event_place_5_km"
  case eventPlace10 = "event_place_10_km"
  case eventPlace25 = "event_place_25_km"
  case eventPlace161 = "event_place_161_km"
  case eventPrecision = "event_precision"
  case eventUnits = "event_units"
  case joint
  case statementNotDrawn = "statement_not_drawn"
  case statementReason = "statement_reason"
  case noSurplusEvent = "no_surplus_event"
  case violentEvents = "violent_events"

  /// Whether it has a precision too: what was found is compared with what is there, both ways.
  package var isDetection: Bool {
    switch self {
    case .mentions, .literalMentions, .associativeMentions, .events: true
    default: false
    }
  }

  /// The distances that resolution is measured at, in kilometers; 161 km are 100 miles, the usual
  /// measure of geoparsers.
  static let mentionRadii: [(Measure, Double)] = [
    (.mentionPlace5, 5), (.mentionPlace10, 10), (.mentionPlace25, 25), (.mentionPlace161, 161),
  ]
  static let eventRadii: [(Measure, Double)] = [
    (.eventPlace5, 5), (.eventPlace10, 10), (.eventPlace25, 25), (.eventPlace161, 161),
  ]
}

/// The counts behind one figure.
package struct Tally: Sendable, Hashable {
  /// What the gold has, and how much of it was found or right.
  package var expected = 0
  package var right = 0
  /// What was predicted, and how much of it the gold has; only for detection.
  package var predicted = 0
  package var confirmed = 0
  /// Where the gold has a value and the prediction has none: neither right nor a wrong value.
  package var unanswered = 0

  package init() {}

  /// The share of what is expected that is right: recall, or accuracy; nil when nothing is expected.
  package var recall: Double? { expected > 0 ? Double(right) / Double(expected) : nil }
  /// Nil when nothing was predicted.
  package var precision: Double? { predicted > 0 ? Double(confirmed) / Double(predicted) : nil }
  /// The harmonic mean of both, nil when either is not known.
  package var f1: Double? {
    guard let recall, let precision else { return nil }
    return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0
  }
}

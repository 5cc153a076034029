/// What a coder does with an event.
package enum CorrectionVerb: String, Sendable, Hashable, CaseIterable {
  /// Some values are others.
  case correct
  /// All values are right as they are; the event is kept even below the threshold.
  case confirm
  /// It is no event: it leaves the layers and is listed among the statements.
  case reject
  /// No report tells it, the coder knows of it.
  case add
  /// The other events are this one.
  case merge
  /// The other members, or all of them, are events of their own.
  case split
}

/// A value that a coder gives.
package enum CorrectionValue: Sendable, Hashable {
  /// Not known: an answer of its own, never zero.
  case null
  case text(String)
  case integer(Int)
  case real(Double)
}

/// A field that a coder corrects; the raw value is the property's name.
package enum CorrectionField: String, Sendable, Hashable, CaseIterable {
  case subEventType = "sub_event_type"
  case realis
  case dateStart = "date_start"
  case dateEnd = "date_end"
  case datePrecision = "date_precision"
  case actor1
  case actor2
  case killedMinimum = "killed_min"
  case killedMaximum = "killed_max"
  case injuredMinimum = "injured_min"
  case injuredMaximum = "injured_max"
  case placeID = "place_id"
  case longitude = "lon"
  case latitude = "lat"
  case radiusKm = "radius_km"
  case precision
  case location
  // Those of the report: only of an event that the coder adds.
  case source
  case url
  case published
  case language = "lang"
  case quote

  enum Kind { case text, integer, real, day }

  var kind: Kind {
    switch self {
    case .killedMinimum, .killedMaximum, .injuredMinimum, .injuredMaximum: .integer
    case .longitude, .latitude, .radiusKm: .real
    case .dateStart, .dateEnd, .published: .day
    default: .text
    }
  }

  /// Whether it belongs to the report and can be given for an added event alone.
  package var isOfReport: Bool {
    switch self {
    case .source, .url, .published, .language, .quote: true
    default: false
    }
  }
}

/// A column that the program keeps and does not read: `review_status`, `reviewer`, `user_…`.
package struct CoderNote: Sendable, Hashable {
  package var name: String
  package var text: String

  /// The columns that every sheet has.
  package static let columns = ["review_status", "reviewer", "reviewed_at", "coder_note", "tags"]

  /// Whether a column is the coder's own.
  package static func isOwn(_ name: String) -> Bool {
    columns.contains(name) || name.hasPrefix("user_")
  }
}

/// What a coder said of one event, by the id of a report's event: it follows whichever event of the map
/// stands for that one.
package struct Correction: Sendable, Hashable {
  package var id: String
  /// Nil for notes alone.
  package var verb: CorrectionVerb?
  package var values: [CorrectionField: CorrectionValue] = [:]
  /// The events to merge with, or the members to take out.
  package var others: [String] = []
  package var notes: [CoderNote] = []

  package init(id: String) { self.id = id }

  /// Whether nothing is said.
  var isEmpty: Bool { verb == nil && values.isEmpty && others.isEmpty && notes.isEmpty }

  /// The text of a value, nil when it is not given or null.
  package func text(_ field: CorrectionField) -> String? {
    if case .text(let text)? = values[field] { text } else { nil }
  }

  /// The whole number of a value, nil when it is not given, null or no whole number.
  package func integer(_ field: CorrectionField) -> Int? {
    if case .integer(let number)? = values[field] { number } else { nil }
  }

  /// The number of a value, nil when it is not given or null.
  package func number(_ field: CorrectionField) -> Double? {
    switch values[field] {
    case .real(let number)?: number
    case .integer(let number)?: Double(number)
    default: nil
    }
  }
}

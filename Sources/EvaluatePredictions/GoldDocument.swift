package import Model

/// A half-open range of Unicode scalars of a document's text, as the formats count them.
package struct ScalarSpan: Sendable, Hashable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether the spans share a scalar.
  package func overlaps(_ other: ScalarSpan) -> Bool { start < other.end && other.start < end }
}

/// What a careful coder reads in one document; what is nil or absent is not scored.
package struct GoldDocument: Sendable {
  package var id: String
  /// The file of the annotation, and its line when the file has one document a line.
  package var path: String
  package var line: Int?
  package var language: String
  /// The text that is annotated; nil when it stands in a file of its own (`textFile`).
  package var text: String?
  package var textFile: String?
  package var title: String?
  package var published: String?
  package var source: String?
  /// All mentions, nil when they are not annotated.
  package var mentions: [GoldMention]?
  /// Words that must, or must not, be literal places.
  package var places: [String] = []
  package var notPlaces: [String] = []
  /// All events, nil when they are not annotated.
  package var events: [GoldEvent]?
  package var statements: [GoldStatement] = []
  /// How many events of political violence must be drawn, nil when that is not stated.
  package var violentEvents: Int?
}

/// A place name in the text, and whether it is meant as a place.
package struct GoldMention: Sendable {
  package var span: ScalarSpan
  package var words: String
  package var role: String
  package var kind: String?
  package var placeID: String?
  package var position: Position?
  /// Whether the words place something beside it (near, between …) and not at it.
  package var isBesideIt = false
  /// Mentions that it is measured from, by index.
  package var base: [Int] = []
}

/// A value that may be expected to be null: null is an answer of its own, never zero.
package struct Expected<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value?

  package init(_ value: Value?) { self.value = value }
}

/// A first and a last day.
package struct ExpectedDays: Sendable, Hashable {
  package var first: String
  package var last: String
}

/// A count of people as a range; a null maximum is open upwards.
package struct ExpectedCount: Sendable, Hashable {
  package var minimum: Int?
  package var maximum: Int?

  /// Nil when neither end is stated.
  package init?(_ minimum: Int?, _ maximum: Int?) {
    if minimum == nil, maximum == nil { return nil }
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// An event that must come out.
package struct GoldEvent: Sendable {
  package var words: String
  /// Any word that tells the event; a prediction that touches one of them is about it.
  package var spans: [ScalarSpan]
  /// Whether it may as well be left out.
  package var isOptional = false
  package var eventType: Expected<String>?
  package var subEventType: Expected<String>?
  package var ploverType: Expected<String>?
  package var realis: Expected<String>?
  package var date: Expected<ExpectedDays>?
  package var killed: Expected<ExpectedCount>?
  package var injured: Expected<ExpectedCount>?
  package var actor1: Expected<String>?
  package var actor2: Expected<String>?
  /// The ids of its places, in any order.
  package var placeIDs: [String]?
  /// The mentions that say where, by index.
  package var locationMentions: [Int]?
  package var precision: Expected<String>?
  /// English names of units by level (`admin1` …).
  package var units: [(level: String, name: Expected<String>)] = []
}

/// What is told and must not be drawn.
package struct GoldStatement: Sendable {
  package var words: String
  package var spans: [ScalarSpan]
  package var reason: String?
  /// Whether it is part of an event, which then may be drawn.
  package var isPartOfEvent: Bool
}

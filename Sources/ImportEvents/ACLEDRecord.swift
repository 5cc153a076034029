package import Model

/// A row of an ACLED export as an event without geometry: which ground the row's position stands for is
/// for those to say who know the outlines.
package struct ACLEDRecord: Sendable {
  package var event = Event()
  /// The row's own sentence about the event.
  package var notes = ""
  /// The row's own sources.
  package var sources: [String] = []
  /// Where the row stands on a map: the place itself or, by its precision, one that stands in.
  package var position: Position?
  /// 1 the place, 2 near it or a part of a region, 3 a larger region; nil when it cannot be read.
  package var geoPrecision: Int?
  /// The row's own names of the units.
  package var units = AdminUnits()
  /// When ACLED last changed the row, seconds since 1970.
  package var timestamp: Int?
  package var line = 0

  package init() {}
}

/// A sub-event type with the names around it (`acled.tsv`).
package struct ACLEDType: Sendable, Hashable {
  package var eventType: String
  package var subEventType: String
  package var disorderType: String
  package var family: String

  package init(eventType: String, subEventType: String, disorderType: String, family: String) {
    self.eventType = eventType
    self.subEventType = subEventType
    self.disorderType = disorderType
    self.family = family
  }
}

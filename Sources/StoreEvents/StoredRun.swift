package import Geometry
package import Model

/// A row of a layer that a document gave.
package struct StoredRow: Sendable {
  package var geometry: Shape?
  package var values: [AttributeValue]

  package init(geometry: Shape? = nil, values: [AttributeValue]) {
    self.geometry = geometry
    self.values = values
  }
}

/// An event of one report before linking.
package struct StoredEvent: Sendable {
  package var event: Event
  package var quote: StoredQuote?
  /// JSON: field → words and rules.
  package var evidence: [UInt8]
  /// JSON: the mentions of the event with candidates and scores.
  package var places: [UInt8]
  /// The properties as the other layers show them; empty when it was read.
  package var values: [AttributeValue]

  package init(
    event: Event, quote: StoredQuote?, evidence: [UInt8], places: [UInt8],
    values: [AttributeValue]
  ) {
    self.event = event
    self.quote = quote
    self.evidence = evidence
    self.places = places
    self.values = values
  }
}

/// What a store keeps of one document: everything that linking and the layers need, not its text.
package struct StoredDocument: Sendable {
  /// A village that the report names and the gazetteer lacks.
  package struct UnknownPlace: Sendable, Hashable {
    package var name: String
    package var container: String?

    package init(name: String, container: String?) {
      self.name = name
      self.container = container
    }
  }

  package var id: String
  /// Of title and text; empty when the document could not be analyzed.
  package var contentHash: String
  /// The name of the input that it came from.
  package var input: String
  package var published: CivilDate?
  package var source: String?
  package var url: String?
  package var language: String?
  /// The sketch of its words, by which copies are known.
  package var sketch: [UInt64] = []
  package var unknownPlaces: [UnknownPlace] = []
  package var events: [StoredEvent] = []
  package var mentions: [StoredRow] = []
  package var statements: [StoredRow] = []

  package init(id: String, contentHash: String, input: String) {
    self.id = id
    self.contentHash = contentHash
    self.input = input
  }
}

/// All that a run read: what `--append` begins with.
package struct StoredRun: Sendable {
  package var documents: [StoredDocument] = []
  /// The names of the inputs in the order in which they were read.
  package var inputs: [String] = []
  package var rejected: [Diagnostic] = []

  package init() {}
}

package import Model

/// What `marsad parse` wrote about one document, as far as it is scored.
package struct Prediction: Sendable {
  package var id: String
  package var mentions: [PredictedMention] = []
  package var events: [PredictedEvent] = []
  package var statements: [PredictedStatement] = []
  /// Why the document could not be read: it then counts as one in which nothing was found.
  package var failure: String?
}

/// A mention; positions in the list are what events refer to.
package struct PredictedMention: Sendable {
  /// Nil in the title, which is not annotated.
  package var span: ScalarSpan?
  package var words: String
  package var role: String
  package var kind: String?
  package var placeID: String?
  package var position: Position?
  package var base: [Int]
}

/// An event.
package struct PredictedEvent: Sendable {
  package var words: String
  /// The words of the text that gave type and trigger.
  package var spans: [ScalarSpan]
  /// Of these, the words that gave the type.
  package var typeSpans: [ScalarSpan]
  package var eventType: String?
  package var subEventType: String?
  package var disorderType: String?
  package var ploverType: String?
  package var realis: String
  package var dateStart: String?
  package var dateEnd: String?
  package var dateBasis: String?
  package var killed: ExpectedCount?
  package var injured: ExpectedCount?
  package var actor1: String?
  package var actor2: String?
  package var placeIDs: [String]
  package var precision: String?
  package var units: [String: String]
  package var point: Position?
  package var hasArea: Bool
  package var mentions: [Int]
  package var flags: [String]

  package var isAsserted: Bool { realis == Event.Realis.asserted.rawValue }
}

/// What was read and not drawn.
package struct PredictedStatement: Sendable {
  package var span: ScalarSpan
  package var reason: String
}

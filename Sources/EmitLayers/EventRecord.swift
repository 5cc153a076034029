package import Model

/// An event with all that the output needs of its document, so that the document can go.
///
/// Made in the worker that holds the text; linking and corrections then work on `event`.
package struct EventRecord: Sendable {
  package var event: Event
  package var quote: Quote?
  /// A JSON object: field → words and rules.
  package let evidence: [UInt8]
  /// A JSON array: the mentions of the event with candidates and scores.
  package let places: [UInt8]

  /// Reads the words off the text.
  /// - Parameters:
  ///   - event: An event of one report.
  ///   - offsets: Of the event's document.
  ///   - mentions: All mentions of the document; those of the event are kept.
  package init(_ event: Event, offsets: ScalarOffsets, mentions: [Mention]) {
    self.event = event
    quote = Quote(of: event, offsets)
    var json = JSONBytes()
    json.evidence(event.evidence, offsets)
    evidence = json.bytes
    var list = JSONBytes()
    list.beginArray()
    for index in event.mentions where mentions.indices.contains(index) {
      // A relation's bases and a place's rivals are part of the answer to "why there?".
      list.mention(mentions[index], offsets, withRule: true)
    }
    list.endArray()
    places = list.bytes
    // Now that they are bytes, the event need not carry them.
    self.event.evidence = []
  }
}

/// The order of events in the layers: by day, then as they were first reported.
package struct EventOrder: Sendable, Hashable, Comparable {
  private let day: Int
  private let published: Int
  private let document: String
  private let offset: Int
  private let id: String

  package init(_ event: Event) {
    // What has no day comes last.
    day = (event.date.start ?? event.date.end)?.dayNumber ?? .max
    published = event.published?.dayNumber ?? .max
    document = event.documentID
    offset = event.triggerSpan.start
    id = event.id
  }

  package static func < (left: EventOrder, right: EventOrder) -> Bool {
    if (left.day, left.published) != (right.day, right.published) {
      return (left.day, left.published) < (right.day, right.published)
    }
    // By bytes: the order of strings follows Unicode's tables, which differ between versions.
    if left.document != right.document {
      return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
    }
    if left.offset != right.offset { return left.offset < right.offset }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}

/// An event as bytes, ready for every layer.
///
/// Larger than the record: made when it is written, after the records were sorted by `EventOrder`.
package struct EmittedEvent: Sendable {
  package let id: String
  package let order: EventOrder
  package let realis: Event.Realis
  package let point: Position?
  package let area: MultiPolygon?
  /// A JSON object with all properties of the contract.
  package let properties: [UInt8]
  /// The line of `evidence.jsonl`, line feed included; empty when public.
  package let evidenceLine: [UInt8]

  /// Makes the bytes of a record.
  /// - Parameters:
  ///   - record: The event as linked, with the quote of its first member.
  ///   - members: The records of all reports that tell it; the record itself when there is one.
  ///   - provenance: What linking knows of the reports, nil for one report.
  ///   - links: Why its reports are one event, or may be one with another, a line a pair.
  ///   - isPublic: Without quotes and evidence.
  package init(
    _ record: EventRecord, members: [EventRecord] = [], provenance: Provenance? = nil,
    links: [String] = [], isPublic: Bool = false
  ) {
    let event = record.event
    id = event.id
    order = EventOrder(event)
    realis = event.realis
    point = event.point
    area = event.area
    properties =
      EventProperties(
        event, quote: record.quote, provenance: provenance, isPublic: isPublic
      ).json
    evidenceLine =
      isPublic
      ? []
      : EvidenceWriter.line(
        id: event.id, values: properties, members: members.isEmpty ? [record] : members,
        links: links)
  }
}

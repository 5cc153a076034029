package import Model

/// An event with all that the output needs of its document, so that the document can go.
///
/// Made in the worker that holds the text; linking and corrections then work on `event`.
package struct EventRecord: Sendable {
  package var event: Event
  package var quote: Quote?
  /// The hash of the document, nil when nobody took it.
  package var documentHash: String?
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

extension EventRecord {
  /// Makes a record again of what a store kept.
  package init(event: Event, quote: Quote?, evidence: [UInt8], places: [UInt8]) {
    self.event = event
    self.quote = quote
    self.evidence = evidence
    self.places = places
  }

  /// Makes the record of an event that no document tells: a coder added it.
  package init(added event: Event, quote text: String?) {
    self.event = event
    quote = text.map {
      Quote(text: $0, span: PartSpan(part: .text, start: 0, end: $0.unicodeScalars.count))
    }
    evidence = Array("{}".utf8)
    places = Array("[]".utf8)
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
    if left.document != right.document {
      return left.document.precedesInBytes(right.document)
    }
    if left.offset != right.offset { return left.offset < right.offset }
    return left.id.precedesInBytes(right.id)
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
  /// All properties, and as a JSON object.
  package let values: [Property]
  package let properties: [UInt8]
  /// The line of `evidence.jsonl`, line feed included; empty when public.
  package let evidenceLine: [UInt8]

  /// Makes the bytes of a record.
  /// - Parameters:
  ///   - record: The event as linked, with the quote of its first member.
  ///   - members: The records of all reports that tell it; the record itself when there is one.
  ///   - provenance: What linking knows of the reports, nil for one report.
  ///   - links: Why its reports are one event, or may be one with another, a line a pair.
  ///   - corrections: What coders said of it, a JSON array; nil for nothing.
  ///   - isPublic: Without quotes and evidence.
  package init(
    _ record: EventRecord, members: [EventRecord] = [], provenance: Provenance? = nil,
    links: [String] = [], corrections: [UInt8]? = nil, isPublic: Bool = false
  ) {
    let event = record.event
    id = event.id
    order = EventOrder(event)
    realis = event.realis
    point = event.point
    area = event.area
    let all = EventProperties(
      event, quote: record.quote, provenance: provenance, isPublic: isPublic)
    values = all.properties
    properties = all.json
    evidenceLine =
      isPublic
      ? []
      : EvidenceWriter.line(
        id: event.id, values: properties, members: members.isEmpty ? [record] : members,
        links: links, corrections: corrections)
  }
  /// Makes the bytes of an event that somebody else coded: no words and no rules of ours are behind it.
  /// - Parameters:
  ///   - event: The event.
  ///   - notes: The coder's sentence about it, shown as its quote.
  ///   - provenance: The coder's sources.
  ///   - unknown: Names of properties that its coder does not state.
  package init(
    imported event: Event, notes: String, provenance: Provenance, unknown: Set<String>
  ) {
    id = event.id
    order = EventOrder(event)
    realis = event.realis
    point = event.point
    area = event.area
    let span = PartSpan(part: .text, start: 0, end: notes.unicodeScalars.count)
    var all = EventProperties(
      event, quote: notes.isEmpty ? nil : Quote(text: notes, span: span), provenance: provenance)
    all.clear(unknown, of: event)
    values = all.properties
    properties = all.json
    evidenceLine = []
  }
}

package import Model

/// Writes `statements.jsonl`: what was read and deliberately not mapped, with the reason.
package enum StatementWriter {
  /// Returns the lines of a document's statements, line feeds included.
  package static func lines(
    _ statements: [Statement], of document: Document, offsets: ScalarOffsets
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for statement in statements {
      var json = JSONBytes(capacity: 512)
      json.beginObject()
      json.key("document")
      json.string(document.id)
      json.origin(published: document.published, source: document.source, url: document.url)
      json.statement(statement, offsets)
      json.key("rule")
      json.string(statement.rule)
      json.endObject()
      json.endLine()
      bytes += json.bytes
    }
    return bytes
  }

  /// Returns the line of an event that is kept out of the layers (`below_threshold`, `rejected`).
  /// - Parameters:
  ///   - record: The event.
  ///   - reason: Why.
  ///   - rule: What decided it; nil for the confidence.
  package static func line(
    _ record: EventRecord, reason: String, rule: String? = nil
  ) -> [UInt8] {
    let event = record.event
    var json = JSONBytes(capacity: 512)
    json.beginObject()
    json.key("document")
    json.string(event.documentID)
    json.origin(published: event.published, source: event.source, url: event.url)
    json.key("part")
    json.string(record.quote?.span.part.rawValue)
    json.key("start")
    json.int(record.quote?.span.start)
    json.key("end")
    json.int(record.quote?.span.end)
    json.key("text")
    json.string(record.quote?.text)
    json.key("trigger")
    json.string(event.trigger)
    json.key("event_type")
    json.string(event.eventType)
    json.key("sub_event_type")
    json.string(event.subEventType)
    json.key("plover_type")
    json.string(event.ploverType)
    json.key("reason")
    json.string(reason)
    json.key("rule")
    json.string(
      rule
        ?? "confidence=\(DecimalDigits.text(Double(event.confidence) / 1000, decimals: 3))")
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

import Model

/// Writes `evidence.jsonl`, what `explain` reads: per event its values, and per report that tells
/// it the words, rules, candidates and scores behind them.
package enum EvidenceWriter {
  /// Returns the line of an event, line feed included.
  /// - Parameters:
  ///   - id: The event's.
  ///   - values: Its properties, a JSON object.
  ///   - members: The records of the reports that tell it.
  ///   - links: Why they are one event, or may be one with another; left out when there are none.
  ///   - corrections: What coders said of it, a JSON array; nil for nothing.
  package static func line(
    id: String, values: [UInt8], members: [EventRecord], links: [String],
    corrections: [UInt8]? = nil
  ) -> [UInt8] {
    var json = JSONBytes(capacity: values.count + 4096)
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("members")
    json.beginArray()
    for member in members { write(member, to: &json) }
    json.endArray()
    if !links.isEmpty {
      json.key("links")
      json.beginArray()
      for link in links { json.string(link) }
      json.endArray()
    }
    if let corrections {
      json.key("corrections")
      json.raw(corrections)
    }
    json.key("values")
    json.raw(values)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ member: EventRecord, to json: inout JSONBytes) {
    let event = member.event
    json.beginObject()
    json.key("id")
    json.string(event.id)
    json.key("document")
    json.string(event.documentID)
    json.key("content_hash")
    json.string(member.documentHash)
    json.key("source")
    json.string(event.source)
    json.key("url")
    json.string(event.url)
    json.key("published")
    json.day(event.published)
    json.key("lang")
    json.string(event.language)
    json.key("quote")
    if let quote = member.quote {
      json.beginObject()
      json.span(quote.span)
      json.key("text")
      json.string(quote.text)
      json.endObject()
    } else {
      json.null()
    }
    json.key("fields")
    json.raw(member.evidence)
    json.key("places")
    json.raw(member.places)
    json.key("confidence_terms")
    json.terms(event.confidenceTerms)
    json.endObject()
  }
}

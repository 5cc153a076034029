package import Model

/// Writes what `parse` found in a document as one JSON line (`docs/fields.md`).
package struct ParseLineWriter: Sendable {
  /// Whether title and text are echoed; those extracted from HTML always are.
  package var withText: Bool
  private let outlines = OutlineMemory()

  package init(withText: Bool = false) {
    self.withText = withText
  }

  /// Returns the line of a document, line feed included.
  package func line(
    document: Document, text: NormalizedText, mentions: [Mention], events: [Event],
    statements: [Statement], diagnostics: [Diagnostic]
  ) -> [UInt8] {
    let offsets = ScalarOffsets(text)
    var json = JSONBytes(capacity: 64 << 10, outlines: outlines)
    json.beginObject()
    json.key("id")
    json.string(document.id)
    json.key("lang")
    json.string(text.language)
    json.origin(published: document.published, source: document.source, url: document.url)
    if withText || document.hasExtractedText {
      json.key("title")
      json.string(document.title)
      json.key("text")
      json.string(document.text)
    }
    json.key("mentions")
    json.beginArray()
    for mention in mentions { json.mention(mention, offsets) }
    json.endArray()
    json.key("events")
    json.beginArray()
    for event in events { write(event, offsets, to: &json) }
    json.endArray()
    json.key("statements")
    json.beginArray()
    for statement in statements {
      json.beginObject()
      json.statement(statement, offsets)
      json.endObject()
    }
    json.endArray()
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in diagnostics { json.diagnostic(diagnostic) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// Returns the line of a document that cannot be read, line feed included.
  package static func error(
    id: String?, code: String, message: String, line: Int?
  ) -> [UInt8] {
    var json = JSONBytes()
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("error")
    json.beginObject()
    json.key("code")
    json.string(code)
    json.key("message")
    json.string(message)
    json.key("line")
    json.int(line)
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ event: Event, _ offsets: ScalarOffsets, to json: inout JSONBytes) {
    json.beginObject()
    json.properties(event, quote: Quote(of: event, offsets))
    json.key("point")
    json.position(event.point)
    json.key("area")
    json.polygons(event.area)
    json.key("mentions")
    json.beginArray()
    for mention in event.mentions { json.int(mention) }
    json.endArray()
    json.key("evidence")
    json.evidence(event.evidence, offsets)
    json.endObject()
  }
}

extension Quote {
  /// The trigger sentence of an event, nil when it has none.
  package init?(of event: Event, _ offsets: ScalarOffsets) {
    guard event.quoteSpan.start < event.quoteSpan.end else { return nil }
    self.init(text: offsets.words(event.quoteSpan), span: offsets.locate(event.quoteSpan))
  }
}

extension JSONBytes {
  /// Writes where a document comes from: its day of publication, source and address.
  mutating func origin(published: CivilDate?, source: String?, url: String?) {
    key("published")
    day(published)
    key("source")
    string(source)
    key("url")
    string(url)
  }

  /// The members of a statement.
  mutating func statement(_ statement: Statement, _ offsets: ScalarOffsets) {
    span(offsets.locate(statement.span))
    key("text")
    string(offsets.words(statement.span))
    key("trigger")
    string(statement.trigger)
    key("event_type")
    string(statement.eventType)
    key("sub_event_type")
    string(statement.subEventType)
    key("plover_type")
    string(statement.ploverType)
    key("reason")
    string(statement.reason)
  }

  /// A diagnostic as an object; of an absolute path only the last part goes out.
  package mutating func diagnostic(_ diagnostic: Diagnostic) {
    beginObject()
    key("severity")
    string(diagnostic.severity.rawValue)
    key("code")
    string(diagnostic.code)
    key("message")
    string(diagnostic.message)
    key("path")
    string(diagnostic.path.map { OutputName.shown($0) })
    key("line")
    int(diagnostic.line)
    key("column")
    int(diagnostic.column)
    endObject()
  }
}

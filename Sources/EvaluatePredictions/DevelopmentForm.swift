import Files
import Model

/// Short reports with words that must tell the event, one a line (`development/README.md`).
enum DevelopmentForm {
  /// The members that are scored; a line may have none of them, a whole set may not.
  static let scored = ["events", "statements", "places", "not_places"]

  static func document(_ fields: GoldFields) throws(EvaluationError) -> GoldDocument {
    var document = GoldDocument(
      id: try fields.required("id"), path: fields.path, line: fields.line,
      language: try fields.required("lang"))
    let text = try fields.required("text")
    let scalars = Array(text.unicodeScalars)
    document.text = text
    document.title = try fields.text("title")
    document.published = try fields.day("published")
    document.source = try fields.text("source")
    document.places = try fields.texts("places")
    document.notPlaces = try fields.texts("not_places")
    if fields.has("events") {
      var events: [GoldEvent] = []
      for event in try fields.list("events") { events.append(try Self.event(event, scalars)) }
      document.events = events
    }
    for statement in try fields.list("statements") {
      let words = try statement.required("trigger")
      document.statements.append(
        GoldStatement(
          words: words, spans: try spans(words, scalars, statement),
          reason: try statement.text("reason"), isPartOfEvent: false))
    }
    return document
  }

  private static func event(
    _ fields: GoldFields, _ scalars: [Unicode.Scalar]
  ) throws(EvaluationError) -> GoldEvent {
    let words = try fields.required("trigger")
    var event = GoldEvent(words: words, spans: try spans(words, scalars, fields))
    event.subEventType = try fields.expected("sub_event_type")
    event.realis = Expected(try fields.text("realis") ?? Event.Realis.asserted.rawValue)
    if fields.has("date") { event.date = Expected(try days(fields)) }
    event.killed = try count("killed", fields)
    event.injured = try count("injured", fields)
    event.actor1 = try fields.expected("actor1")
    event.actor2 = try fields.expected("actor2")
    if let id = fields.value["place"]?.string {
      event.placeIDs = [id]
    } else if fields.has("place") {
      // Null is a list of none.
      event.placeIDs = try fields.texts("place")
    }
    event.precision = try fields.expected("precision")
    for level in ["admin1", "admin2", "admin3"] {
      if let name = try fields.expected(level) { event.units.append((level, name)) }
    }
    return event
  }

  private static func days(_ fields: GoldFields) throws(EvaluationError) -> ExpectedDays? {
    if let elements = fields.value["date"]?.elements {
      let texts = elements.compactMap(\.string).filter { CivilDate(iso: Array($0.utf8)) != nil }
      guard texts.count == 2, elements.count == 2 else {
        throw fields.error(.badValue, "date is a list; the first and the last day are expected")
      }
      return ExpectedDays(first: texts[0], last: texts[1])
    }
    return try fields.day("date").map { ExpectedDays(first: $0, last: $0) }
  }

  private static func count(
    _ name: String, _ fields: GoldFields
  ) throws(EvaluationError) -> Expected<ExpectedCount>? {
    guard let value = fields.value[name] else { return nil }
    if let number = value.integer { return Expected(ExpectedCount(number, number)) }
    if value.isNull { return Expected(nil) }
    guard let ends = value.elements, ends.count == 2,
      ends.allSatisfy({ $0.isNull || $0.integer != nil })
    else { throw fields.wrong(name, "a number, null or [minimum, maximum]", value) }
    return Expected(ExpectedCount(ends[0].integer, ends[1].integer))
  }

  /// Every place where the words stand.
  ///
  /// Linear in the text times the words.
  private static func spans(
    _ words: String, _ scalars: [Unicode.Scalar], _ fields: GoldFields
  ) throws(EvaluationError) -> [ScalarSpan] {
    let needle = Array(words.unicodeScalars)
    var spans: [ScalarSpan] = []
    if !needle.isEmpty, scalars.count >= needle.count {
      for start in 0...(scalars.count - needle.count)
      where scalars[start] == needle[0]
        && scalars[start..<(start + needle.count)].elementsEqual(needle)
      {
        spans.append(ScalarSpan(start, start + needle.count))
      }
    }
    if spans.isEmpty { throw fields.error(.badSpan, "a trigger does not stand in the text") }
    return spans
  }
}

import Files
import Model

/// Documents whose mentions, events and statements are annotated with spans.
enum AnnotatedForm {
  static func document(_ fields: GoldFields) throws(EvaluationError) -> GoldDocument {
    guard fields.has("mentions") || fields.has("events") else {
      throw fields.error(.notGold, "neither mentions nor events are annotated")
    }
    let file = try fields.text("file")
    let about = fields.with(fields.value["document"] ?? .null)
    guard let id = try fields.text("id") ?? file else {
      throw fields.error(.badValue, "id is missing")
    }
    let own = try fields.text("lang")
    let stated = try about.text("lang")
    guard let language = own ?? stated else {
      throw fields.error(.badValue, "lang is missing")
    }
    var document = GoldDocument(id: id, path: fields.path, line: fields.line, language: language)
    document.text = try fields.text("text")
    document.textFile = file
    document.title = try fields.text("title")
    document.published = try fields.day("published")
    document.source = try fields.text("source")
    if fields.has("mentions") {
      var mentions: [GoldMention] = []
      for mention in try fields.list("mentions") { mentions.append(try Self.mention(mention)) }
      document.mentions = mentions
    }
    if fields.has("events") {
      var events: [GoldEvent] = []
      for event in try fields.list("events") { events.append(try Self.event(event)) }
      document.events = events
    }
    for statement in try fields.list("statements") {
      document.statements.append(try Self.statement(statement))
    }
    let expected = fields.with(fields.value["expected"] ?? .null)
    document.violentEvents = try expected.integer("violent_located_events")
    return document
  }

  private static func mention(_ fields: GoldFields) throws(EvaluationError) -> GoldMention {
    var mention = GoldMention(
      span: try fields.span(), words: try fields.text("text") ?? "",
      role: try fields.required("role"), kind: try fields.text("kind"))
    let place = fields.with(fields.value["place"] ?? .null)
    mention.placeID = try place.text("id")
    if let longitude = try place.number("lon"), let latitude = try place.number("lat") {
      do throws(PositionError) {
        mention.position = try Position(longitude: longitude, latitude: latitude)
      } catch {
        throw fields.error(.badValue, "place: \(error.description)")
      }
    }
    let relation = fields.value["relation"]?["type"]?.string
    mention.isBesideIt =
      relation.flatMap(Relation.Kind.init)
      .map { $0 != .partOf && $0 != .gloss && $0 != .centre } ?? false
    mention.base = fields.value["relation"]?["base"]?.numbers?.compactMap { Int(exactly: $0) } ?? []
    return mention
  }

  private static func event(_ fields: GoldFields) throws(EvaluationError) -> GoldEvent {
    let trigger = fields.with(fields.value["trigger"] ?? .null)
    var spans = [try trigger.span()]
    for other in try fields.list("other_mentions") { spans.append(try other.span()) }
    var event = GoldEvent(words: try trigger.text("text") ?? "", spans: spans)
    let type = try fields.expected("event_type")
    // Talks and the like have no type of ACLED: to draw them or not are both right.
    event.isOptional = try fields.text("expect") == "unlocated" || type?.value == nil
    if type?.value != nil {
      event.eventType = type
      event.subEventType = try fields.expected("sub_event_type")
    }
    event.ploverType = try fields.expected("plover_type")
    event.realis = try fields.expected("realis")
    if fields.has("date_start") {
      let first = try fields.day("date_start")
      let last = try fields.day("date_end")
      event.date = Expected(first.map { ExpectedDays(first: $0, last: last ?? $0) })
    }
    event.killed = try count("killed", fields)
    event.injured = try count("injured", fields)
    event.actor1 = try fields.expected("actor1")
    event.actor2 = try fields.expected("actor2")
    if let numbers = fields.value["location_mentions"]?.numbers {
      event.locationMentions = numbers.compactMap { Int(exactly: $0) }
    } else {
      let mentions = fields.value["locations"]?.elements?.compactMap { $0["mention"]?.integer }
      if let mentions, !mentions.isEmpty { event.locationMentions = mentions }
    }
    event.precision = try fields.text("precision").map { Expected($0) }
    return event
  }

  private static func count(
    _ name: String, _ fields: GoldFields
  ) throws(EvaluationError) -> Expected<ExpectedCount>? {
    guard fields.has(name + "_min") || fields.has(name + "_max") else { return nil }
    return Expected(
      ExpectedCount(try fields.integer(name + "_min"), try fields.integer(name + "_max")))
  }

  private static func statement(_ fields: GoldFields) throws(EvaluationError) -> GoldStatement {
    let trigger = fields.with(fields.value["trigger"] ?? .null)
    let hasSpan = trigger.value.members != nil
    let part = try fields.text("merged_into")
    return GoldStatement(
      words: try hasSpan ? trigger.text("text") ?? "" : fields.text("text") ?? "",
      spans: [try hasSpan ? trigger.span() : fields.span()], reason: try fields.text("reason"),
      isPartOfEvent: part != nil)
  }
}

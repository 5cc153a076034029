package import Files
import Model

/// Reads the lines of `marsad parse`.
package enum PredictionReader {
  /// Returns the predictions of the documents that are asked for, and the ids of the others.
  ///
  /// Memory is bounded by one line and what is kept of the documents asked for.
  /// - Throws: `EvaluationError` for a line that `parse` does not write and for an id that comes twice.
  package static func read(
    _ stream: ByteStream, wanted: Set<String>
  ) throws -> (predictions: [String: Prediction], others: [String]) {
    var lines = LineReader(stream)
    var predictions: [String: Prediction] = [:]
    var others: [String] = []
    while let line = try lines.next() {
      guard case .bytes(let bytes, let number) = line else {
        throw EvaluationError(
          .notPrediction, "the line is too long", path: stream.name, line: line.number)
      }
      if bytes.isEmpty { continue }
      let value: JSONValue
      do throws(JSONError) {
        value = try JSONReader.parse(bytes)
      } catch {
        throw EvaluationError(.notPrediction, error.message, path: stream.name, line: number)
      }
      guard let prediction = prediction(value) else {
        throw EvaluationError(
          .notPrediction, "this is no line of `marsad parse` (id, mentions, events, statements)",
          path: stream.name, line: number)
      }
      guard wanted.contains(prediction.id) else {
        others.append(prediction.id)
        continue
      }
      if predictions.updateValue(prediction, forKey: prediction.id) != nil {
        throw EvaluationError(
          .sameID, "the document \(prediction.id) comes twice", path: stream.name, line: number)
      }
    }
    return (predictions, others)
  }

  private static func prediction(_ value: JSONValue) -> Prediction? {
    guard let id = value["id"]?.string else { return nil }
    if let error = value["error"] {
      return Prediction(id: id, failure: error["code"]?.string ?? "")
    }
    guard let mentions = value["mentions"]?.elements, let events = value["events"]?.elements,
      let statements = value["statements"]?.elements
    else { return nil }
    return Prediction(
      id: id, mentions: mentions.map(mention), events: events.map(event),
      statements: statements.compactMap(statement))
  }

  private static func mention(_ value: JSONValue) -> PredictedMention {
    let place = value["place"]
    return PredictedMention(
      span: span(value), words: value["text"]?.string ?? "", role: value["role"]?.string ?? "",
      kind: value["kind"]?.string, placeID: place?["id"]?.string,
      position: position(place?["lon"]?.double, place?["lat"]?.double),
      base: value["relation"]?["base"]?.numbers?.compactMap { Int(exactly: $0) } ?? [])
  }

  private static func event(_ value: JSONValue) -> PredictedEvent {
    func text(_ key: String) -> String? { value[key]?.string }
    func count(_ key: String) -> ExpectedCount? {
      ExpectedCount(value[key + "_min"]?.integer, value[key + "_max"]?.integer)
    }
    func spans(_ field: String) -> [ScalarSpan] {
      (value["evidence"]?[field]?.elements ?? []).compactMap(span)
    }
    var units: [String: String] = [:]
    for level in ["admin1", "admin2", "admin3"] { units[level] = text(level) }
    let types = spans("event_type")
    let ids = value["place_ids"]?.elements?.compactMap(\.string) ?? []
    let point = value["point"]?.numbers
    return PredictedEvent(
      words: text("trigger") ?? "", spans: types + spans("trigger"), typeSpans: types,
      eventType: text("event_type"), subEventType: text("sub_event_type"),
      disorderType: text("disorder_type"), ploverType: text("plover_type"),
      realis: text("realis") ?? "", dateStart: text("date_start"), dateEnd: text("date_end"),
      dateBasis: text("date_basis"), killed: count("killed"), injured: count("injured"),
      actor1: text("actor1"), actor2: text("actor2"),
      placeIDs: ids.isEmpty ? text("place_id").map { [$0] } ?? [] : ids,
      precision: text("precision"), units: units,
      point: point?.count == 2 ? position(point?[0], point?[1]) : nil,
      hasArea: value["area"].map { !$0.isNull } ?? false,
      mentions: value["mentions"]?.numbers?.compactMap { Int(exactly: $0) } ?? [],
      flags: value["flags"]?.elements?.compactMap(\.string) ?? [])
  }

  private static func statement(_ value: JSONValue) -> PredictedStatement? {
    guard let span = span(value) else { return nil }
    return PredictedStatement(span: span, reason: value["reason"]?.string ?? "")
  }

  /// The span of words of the text; nil in the title.
  private static func span(_ value: JSONValue) -> ScalarSpan? {
    guard value["part"]?.string == Part.text.rawValue, let start = value["start"]?.integer,
      let end = value["end"]?.integer
    else { return nil }
    return ScalarSpan(start, end)
  }

  private static func position(_ longitude: Double?, _ latitude: Double?) -> Position? {
    guard let longitude, let latitude else { return nil }
    return try? Position(longitude: longitude, latitude: latitude)
  }
}

import Files
import Model
import TestSupport
import Testing

/// What holds for every line of `parse`: the seeds, and the two articles where they are.
@Suite struct `Every line of parse` {
  /// The words between two offsets in Unicode scalars, or nil when they are none of the part.
  private func slice(_ document: Document, _ span: JSONValue) -> String? {
    guard let start = span["start"]?.integer, let end = span["end"]?.integer, start <= end else {
      return nil
    }
    let part = span["part"]?.string == "title" ? document.title ?? "" : document.text
    let scalars = Array(part.unicodeScalars)
    guard start >= 0, end <= scalars.count else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<end])
    return text
  }

  @Test(arguments: World.readings)
  func `offsets slice to the words that stand beside them`(_ reading: World.Reading) throws {
    var spans: [JSONValue] = reading.list("mentions") + reading.list("statements")
    for event in reading.list("events") {
      for field in event["evidence"]?.members ?? [] { spans += field.value.elements ?? [] }
    }
    #expect(!spans.isEmpty)
    for span in spans {
      let words = try #require(slice(reading.document, span), "out of the text: \(span)")
      let stated = try #require(span["text"]?.string)
      // Scalars, not characters: canonically equal words are not the same words here.
      #expect(Array(words.utf8) == Array(stated.utf8))
    }
    for event in reading.list("events") {
      let quote = JSONValue.object([
        JSONMember(key: "start", value: event["quote_start"] ?? .null),
        JSONMember(key: "end", value: event["quote_end"] ?? .null),
      ])
      let title = reading.document.title ?? ""
      let stated = event["quote"]?.string
      #expect(stated == slice(reading.document, quote) || stated.map(title.contains) == true)
    }
  }

  @Test(arguments: World.readings)
  func `indexes name mentions of the same line`(_ reading: World.Reading) {
    let count = reading.list("mentions").count
    for mention in reading.list("mentions") {
      for base in mention["relation"]?["base"]?.elements ?? [] {
        #expect(base.integer.map { (0..<count).contains($0) } == true)
      }
    }
    for event in reading.list("events") {
      for index in event["mentions"]?.elements ?? [] {
        #expect(index.integer.map { (0..<count).contains($0) } == true)
      }
    }
  }

  /// Contract, section 3: "When is there a point?".
  private func checkPoint(_ value: JSONValue, _ name: String) {
    let precision = value["precision"]?.string ?? ""
    let radius = value["radius_km"]?.double
    let mayHave =
      precision == "site" || precision == "place" || (precision == "near" && (radius ?? 99) <= 25)
    let hasPoint = value["point"]?.isNull == false
    if hasPoint { #expect(mayHave, "\(name): a point for \(precision)") }
    if precision == "near" { #expect((radius ?? 99) <= 25, "\(name): nearer is region") }
    if value["point_basis"] != nil {
      let basis = value["point_basis"]?.string
      #expect(hasPoint ? ["named", "computed"].contains(basis) : basis == nil, "\(name)")
    }
  }

  @Test(arguments: World.readings)
  func `a point stands only where the words support one`(_ reading: World.Reading) {
    for mention in reading.list("mentions") {
      checkPoint(mention, "mention \(mention["text"]?.string ?? "")")
    }
    for event in reading.list("events") {
      let name = "event \(event["trigger"]?.string ?? "")"
      checkPoint(event, name)
      let places = event["place_ids"]?.elements ?? []
      if places.count > 1 { #expect(event["point"]?.isNull == true, "\(name): several places") }
      if event["precision"]?.string == "unknown" {
        #expect(event["point"]?.isNull == true && event["area"]?.isNull == true, "\(name)")
      }
    }
  }

  /// Law 1: a field of the output, and the evidence of which at least one must be there.
  static let groups: [(field: String, evidence: [String])] = [
    ("event_type", ["event_type"]), ("trigger", ["event_type", "trigger"]),
    ("time_of_day", ["time_of_day"]), ("actor1", ["actor1"]), ("actor2", ["actor2"]),
    ("attribution", ["attribution"]), ("location", ["location"]), ("place_id", ["location"]),
    ("relation", ["relation"]),
    ("killed_min", ["killed_min", "killed_max", "casualties_min"]),
    ("killed_max", ["killed_min", "killed_max", "casualties_min"]),
    ("injured_min", ["injured_min", "injured_max", "casualties_min", "killed_min"]),
    ("injured_max", ["injured_min", "injured_max", "casualties_min", "killed_min"]),
    ("casualties_min", ["casualties_min", "casualties_max"]),
  ]

  @Test(arguments: World.readings)
  func `every value points at the words that gave it`(_ reading: World.Reading) {
    for event in reading.list("events") {
      let name = event["trigger"]?.string ?? ""
      let known = Set((event["evidence"]?.members ?? []).map(\.key))
      for (field, evidence) in Self.groups {
        guard let value = event[field], !value.isNull else { continue }
        #expect(!known.isDisjoint(with: evidence), "\(name): nothing stands behind \(field)")
      }
      if ["stated", "relative", "disclosed"].contains(event["date_basis"]?.string) {
        #expect(
          !known.isDisjoint(with: ["date_start", "date_end", "date_basis"]),
          "\(name): nothing stands behind the date")
      }
      for field in event["evidence"]?.members ?? [] {
        for words in field.value.elements ?? [] {
          #expect(words["rule"]?.string?.isEmpty == false, "\(name): \(field.key) names no rule")
        }
      }
    }
  }

  @Test(arguments: World.readings)
  func `an event without a date in the report gives a bound, not a day`(_ reading: World.Reading) {
    for event in reading.list("events")
    where ["disclosed", "inferred"].contains(event["date_basis"]?.string) {
      #expect(event["date_start"]?.isNull == true)
      #expect(event["date_precision"]?.string == "unresolved")
      let flags = (event["flags"]?.elements ?? []).compactMap(\.string)
      #expect(flags.contains("date_" + (event["date_basis"]?.string ?? "")))
    }
  }

  @Test(arguments: World.readings)
  func `numbers are ranges in order and shares are shares`(_ reading: World.Reading) {
    for event in reading.list("events") {
      for field in ["killed", "injured", "casualties"] {
        guard let low = event[field + "_min"]?.integer else {
          #expect(event[field + "_max"]?.isNull == true, "a maximum without a minimum: \(field)")
          continue
        }
        if let high = event[field + "_max"]?.integer { #expect(low <= high) }
        #expect(low >= 0)
      }
      for field in ["confidence", "place_confidence", "date_confidence", "actor_confidence"] {
        if let value = event[field]?.double { #expect((0...1).contains(value), "\(field)") }
      }
      for share in event["territory_shares"]?.elements ?? [] {
        #expect((0...1).contains(share.double ?? -1))
      }
    }
  }

  @Test(arguments: World.readings.filter { $0.document.id.hasPrefix("sample-07") })
  func `background gives statements with reasons and no asserted event`(_ reading: World.Reading) {
    #expect(!reading.list("events").contains { $0["realis"]?.string == "asserted" })
    #expect(!reading.list("statements").isEmpty)
    #expect(reading.list("statements").allSatisfy { $0["reason"]?.string != nil })
  }
}

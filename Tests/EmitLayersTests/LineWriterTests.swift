import Files
import Model
import Testing

@testable import EmitLayers

@Suite struct `JSON lines` {
  private func line(_ writer: ParseLineWriter, _ document: Document = Samples.document) -> String {
    String(
      decoding: writer.line(
        document: document, text: Samples.text, mentions: [Samples.mention, Samples.person],
        events: [Samples.event], statements: [Samples.statement],
        diagnostics: [
          Diagnostic(.warning, "R001", "odd", path: "/home/me/a.txt", line: 3, column: 1)
        ]), as: UTF8.self)
  }

  @Test func `parse writes one line a document`() throws {
    let written = line(ParseLineWriter())
    #expect(written.hasSuffix("}\n"))
    #expect(written.utf8.count { $0 == 0x0A } == 1)
    let value = try JSONReader.parse(Array(written.utf8))
    #expect(
      value.members?.map(\.key) == [
        "id", "lang", "published", "source", "url", "mentions", "events", "statements",
        "diagnostics",
      ])
    #expect(
      written.hasPrefix(
        #"{"id":"doc-1","lang":"ar","published":"2020-07-22","source":"Example","url":"https://e.org/1","#
      ))
  }

  @Test func `a mention has its words, place, relation and candidates`() throws {
    let value = try JSONReader.parse(Array(line(ParseLineWriter()).utf8))
    let mentions = try #require(value["mentions"]?.elements)
    var json = JSONBytes()
    json.mention(Samples.mention, ScalarOffsets(Samples.text))
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == """
        {"start":39,"end":45,"part":"text","text":"خانقين","role":"literal","kind":null,\
        "relation":{"type":"near","start":35,"end":38,"distance_km":5.0,"bearing_deg":null,\
        "base":[]},"place":{"id":"iq-khanaqin","name":"Khanaqin","name_ar":"خانقين",\
        "name_ckb":"خانەقین","type":"town","lon":45.391,"lat":34.348,"admin1":"Diyala",\
        "admin1_pcode":"IQG10","admin2":"Khanaqin","admin2_pcode":"IQG10Q05","admin3":null,\
        "admin3_pcode":null},"precision":"near","radius_km":5.0,"point":[45.391,34.348],\
        "area":null,"candidates":[{"id":"iq-khanaqin","name":"Khanaqin","lon":45.391,\
        "lat":34.348,"score":0.91,"why":["adm_context","gloss_ok"]}],\
        "flags":["gazetteer_conflict"]}
        """)
    #expect(mentions[0] == (try JSONReader.parse(json.bytes)))
    #expect(mentions[1]["kind"]?.string == "person")
  }

  @Test func `an event has the properties, its shapes and its evidence`() throws {
    let value = try JSONReader.parse(Array(line(ParseLineWriter()).utf8))
    let event = try #require(value["events"]?.elements?.first)
    let names = EventProperties.schema.map(\.name)
    #expect(event.members?.map(\.key) == names + ["point", "area", "mentions", "evidence"])
    #expect(event["point"]?.numbers == [45.391, 34.348])
    #expect(event["area"]?["type"]?.string == "Polygon")
    #expect(event["mentions"]?.numbers == [0])
    #expect(event["evidence"]?.members?.map(\.key) == ["trigger", "killed"])
    let trigger = try #require(event["evidence"]?["trigger"]?.elements)
    #expect(trigger.count == 1)
    #expect(
      trigger[0].members?.map(\.key) == ["part", "start", "end", "text", "rule"])
    #expect(trigger[0]["text"]?.string == "هجوم مسلح")
  }

  @Test func `every offset slices the words that stand beside it`() throws {
    let value = try JSONReader.parse(Array(line(ParseLineWriter(withText: true)).utf8))
    let scalars = try #require(value["text"]?.string.map { Array($0.unicodeScalars) })
    func check(_ item: JSONValue) throws {
      let start = try #require(item["start"]?.integer)
      let end = try #require(item["end"]?.integer)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<end])
      #expect(String(view) == item["text"]?.string)
    }
    for mention in value["mentions"]?.elements ?? [] { try check(mention) }
    for statement in value["statements"]?.elements ?? [] { try check(statement) }
    for event in value["events"]?.elements ?? [] {
      for field in event["evidence"]?.members ?? [] {
        for item in field.value.elements ?? [] { try check(item) }
      }
    }
  }

  @Test func `the text is echoed on demand, and always when it was extracted`() throws {
    #expect(!line(ParseLineWriter()).contains(#""title":"#))
    #expect(line(ParseLineWriter(withText: true)).contains(#""title":"هجوم في خانقين","text":"#))
    var document = Samples.document
    document.hasExtractedText = true
    #expect(line(ParseLineWriter(), document).contains(#""title":"#))
  }

  @Test func `no absolute path goes out`() {
    #expect(line(ParseLineWriter()).contains(#""path":"a.txt","line":3,"column":1}"#))
    #expect(OutputName.shown("seeds/a.txt") == "seeds/a.txt")
    #expect(OutputName.shown("/") == "/")
  }

  @Test func `a document that cannot be read has a line too`() {
    #expect(
      String(
        decoding: ParseLineWriter.error(id: nil, code: "R003", message: "no UTF-8", line: 7),
        as: UTF8.self)
        == "{\"id\":null,\"error\":{\"code\":\"R003\",\"message\":\"no UTF-8\",\"line\":7}}\n")
  }

  @Test func `locate answers`() throws {
    var answer = LocateAnswer(id: .int(7), text: "near Khanaqin")
    answer.status = .area
    answer.place = Samples.place
    answer.area = Samples.area
    answer.tags = Samples.event.tags
    answer.relation = Relation(kind: .near, span: SourceSpan(0, 4), rule: "rel-1")
    let bytes = answer.line()
    let value = try JSONReader.parse(bytes)
    #expect(
      value.members?.map(\.key) == [
        "id", "text", "status", "place", "point", "point_basis", "area", "precision", "radius_km",
        "relation", "admin1", "admin1_pcode", "admin2", "admin2_pcode", "admin3", "admin3_pcode",
        "admin_shares", "admin_alt", "territory_ids", "territory_names", "territory_shares",
        "territory_share",
        "territory_status", "territory_wider_share", "near_boundary", "boundary_version",
        "candidates", "flags",
      ])
    #expect(value["id"]?.integer == 7)
    #expect(value["relation"]?["end"]?.integer == 4)
    #expect(value["flags"]?.elements?.compactMap(\.string) == ["admin_conflict"])
  }

  @Test func `reverse adds what is near`() throws {
    var answer = LocateAnswer(text: "45.4,34.3")
    answer.near = [
      LocateAnswer.Near(place: Samples.place, distanceMeters: 5432.19, bearingDegrees: 271.04)
    ]
    let near = try #require(JSONReader.parse(answer.line())["near"]?.elements)
    #expect(near[0]["distance_m"]?.double == 5432.2)
    #expect(near[0]["bearing_deg"]?.double == 271)
    #expect(near[0]["place"]?["id"]?.string == "iq-khanaqin")
  }

  @Test func `statements carry their document, reason and rule`() throws {
    let row = StatementRow(
      Samples.statement, of: Samples.document, offsets: ScalarOffsets(Samples.text))
    #expect(row.line.last == 0x0A && row.line.count { $0 == 0x0A } == 1)
    let value = try JSONReader.parse(row.line)
    let below = StatementRow(Samples.record, reason: StatementRow.belowThreshold)
    #expect(below.isLinkedEvent && !row.isLinkedEvent)
    let kept = try JSONReader.parse(below.line)
    #expect(value.members?.map(\.key) == kept.members?.map(\.key))
    #expect(value["reason"]?.string == "negated")
    #expect(kept["rule"]?.string == "confidence=0.86")
  }

  @Test func `evidence has values, words, rules and candidates`() throws {
    let emitted = EmittedEvent(Samples.record)
    let value = try JSONReader.parse(emitted.evidenceLine)
    #expect(value["id"]?.string == "ev-0123456789abcdef")
    let member = try #require(value["members"]?.elements?.first)
    #expect(member["document"]?.string == "doc-1")
    #expect(member["quote"]?["start"]?.integer == 0)
    #expect(member["fields"]?["killed"]?.elements?.first?["rule"]?.string == "dual")
    let place = try #require(member["places"]?.elements?.first)
    #expect(place["rule"]?.string == "place_trigger")
    #expect(place["candidates"]?.elements?.first?["score"]?.double == 0.91)
    #expect(value["values"]?["killed_min"]?.integer == 2)
    #expect(EmittedEvent(Samples.record, isPublic: true).evidenceLine == [])
  }
}

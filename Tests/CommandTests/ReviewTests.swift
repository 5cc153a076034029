import Files
import TestSupport
import Testing

@Suite struct `Review` {
  private let folder = TemporaryDirectory()

  private static let documents = [
    ("a", "Two policemen were killed on Monday when a roadside bomb exploded in Khanaqin."),
    (
      "b",
      "A roadside bomb went off in Khanaqin on Monday and killed two policemen, an officer said."
    ),
    ("c", "Gunmen kidnapped a farmer in Hawija on Sunday, a security source said."),
  ]

  private func map(_ more: String...) -> Program.Result {
    let lines = Self.documents.map { id, text in
      #"{"id":"\#(id)","published":"2021-03-09","source":"\#(id)","text":"\#(text)"}"#
    }
    return Marsad.run(
      ["map", "-", "-o", folder.path("out")] + more,
      input: Array(lines.joined(separator: "\n").utf8))
  }

  private func export() -> ReviewSheetEditor {
    let result = Marsad.run("review", "export", folder.path("out"), "-o", folder.path("s.csv"))
    #expect(result.status == 0, "\(result.errors)")
    return ReviewSheetEditor(folder.read("s.csv") ?? [])
  }

  private func apply(_ sheet: ReviewSheetEditor, separator: String = ",") -> Program.Result {
    let path = folder.write("t.csv", sheet.bytes(separator: separator))
    return Marsad.run("review", "apply", path, "--in", folder.path("out"))
  }

  private func features() throws -> [JSONValue] {
    try JSONReader.parse(folder.read("out/events.geojson") ?? [])["features"]?.elements ?? []
  }

  private func events() throws -> [JSONValue] { try features().compactMap { $0["properties"] } }

  private func event(_ document: String) throws -> JSONValue? {
    try events().first { $0["report_ids"]?.elements?.first?.string == document }
  }

  private func run() throws -> JSONValue { try JSONReader.parse(folder.read("out/run.json") ?? []) }

  @Test func `a sheet that nobody changed corrects nothing`() throws {
    #expect(map().status == 0)
    let sheet = export()
    #expect(sheet.rows.count == 2)
    #expect((folder.read("s.csv") ?? []).prefix(3) == [0xEF, 0xBB, 0xBF])
    let result = apply(sheet)
    #expect(result.status == 0)
    #expect(result.errors.contains("0 corrections taken in"))
    #expect(folder.read("out/corrections.jsonl") == nil)
  }

  @Test func `corrected values are on the next map and follow the cluster`() throws {
    #expect(map("-q").status == 0)
    let before = try #require(try event("a"))
    var sheet = export()
    let row = try #require(sheet.row("location", "Khanaqin"))
    sheet.set(
      row,
      [
        "killed_min": "3", "killed_max": "", "actor1": "ISIS", "date_start": "2021-03-07",
        "place_id": "iq-jalawla", "reviewer": "Zaynab", "user_batch": "7",
      ])
    #expect(apply(sheet).status == 0)
    #expect(map().errors.contains("1 corrections applied"))
    let after = try #require(try event("a"))
    #expect(after["id"] == before["id"] && after["member_ids"] == before["member_ids"])
    #expect(after["killed_min"]?.integer == 3)
    #expect(after["killed_max"]?.isNull == true)
    #expect(after["actor1"]?.string == "ISIS")
    #expect(after["date_start"]?.string == "2021-03-07")
    #expect(after["date_end"]?.string == "2021-03-07")
    #expect(after["place_id"]?.string == "iq-jalawla")
    #expect(after["location"]?.string == "Jalawla")
    #expect(after["admin2"]?.string == "Khanaqin")
    #expect(after["flags"]?.elements?.contains(.string("corrected")) == true)
    let point = try features().first { $0["id"] == before["id"] }?["geometry"]?["coordinates"]
    #expect(point?.numbers == [45.169, 34.274])
    // The sheet shows what is on the map, and the coder's columns.
    let again = export()
    let shown = try #require(again.row("location", "Jalawla"))
    #expect(again.rows[shown]["verb"] == "correct")
    #expect(again.rows[shown]["reviewer"] == "Zaynab")
    #expect(again.rows[shown]["user_batch"] == "7")
    #expect(apply(again).errors.contains("0 corrections taken in"))
    let told = Marsad.run(
      "explain", before["id"]?.string ?? "", "--in", folder.path("out"))
    #expect(told.output.contains("correction of"))
    #expect(told.output.contains("  killed_min: 3"))
    #expect(told.output.contains("  reviewer: \u{2068}Zaynab\u{2069}"))
    #expect(try run()["corrections_applied"]?.integer == 1)
  }

  @Test func `a correction of a member that is not the first is its event's`() throws {
    #expect(map("-q").status == 0)
    let members = try #require(try event("a")?["member_ids"]?.elements?.compactMap(\.string))
    #expect(members.count == 2)
    folder.write(
      "out/corrections.jsonl",
      #"{"id":"\#(members[1])","verb":"correct","set":{"killed_min":9,"killed_max":9}}"# + "\n")
    #expect(map("-q").status == 0)
    #expect(try event("a")?["killed_min"]?.integer == 9)
  }

  @Test func `a rejected event is told among the statements and can come back`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    let row = try #require(sheet.row("location", "Hawija"))
    sheet.set(row, ["verb": "reject", "coder_note": "a rumor"])
    #expect(apply(sheet).status == 0)
    #expect(map("-q").status == 0)
    #expect(try event("c") == nil)
    let statements = String(decoding: folder.read("out/statements.jsonl") ?? [], as: UTF8.self)
    #expect(statements.contains(#""reason":"rejected","rule":"correction""#))
    var again = export()
    let kept = try #require(again.row("verb", "reject"))
    #expect(again.rows[kept]["coder_note"] == "a rumor")
    again.set(kept, ["verb": ""])
    #expect(apply(again).status == 0)
    #expect(map("-q").status == 0)
    #expect(try event("c") != nil)
  }

  @Test func `a confirmed event stays below the threshold`() throws {
    #expect(map("-q", "--min-confidence", "1").status == 0)
    #expect(try event("c") == nil, "it must lie below for this test to tell anything")
    #expect(map("-q").status == 0)
    var sheet = export()
    let row = try #require(sheet.row("location", "Hawija"))
    sheet.set(row, ["verb": "confirm"])
    #expect(apply(sheet).status == 0)
    #expect(map("-q", "--min-confidence", "1").status == 0)
    #expect(try event("c")?["flags"]?.elements?.contains(.string("confirmed")) == true)
  }

  @Test func `an added event is on the map with its place and units`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    sheet.add([
      "verb": "add", "sub_event_type": "Attack", "date_start": "2021-03-01",
      "date_end": "2021-03-01", "lon": "45.39", "lat": "34.35", "radius_km": "2",
      "killed_min": "0", "killed_max": "0", "location": "بستان", "source": "field visit",
    ])
    #expect(apply(sheet).status == 0)
    #expect(map("-q").status == 0)
    let added = try #require(
      try events().first { $0["flags"]?.elements?.contains(.string("added")) ?? false })
    #expect(added["event_type"]?.string == "Violence against civilians")
    #expect(added["killed_max"]?.integer == 0)
    #expect(added["injured_max"]?.isNull == true)
    #expect(added["location"]?.string == "بستان")
    #expect(added["admin2"]?.string == "Khanaqin")
    #expect(added["territory_status"]?.string != nil)
    #expect(added["date_precision"]?.string == "day")
    #expect(added["radius_km"]?.double == 2)
    #expect(apply(export()).errors.contains("0 corrections taken in"))
  }

  @Test func `events are merged and split`() throws {
    #expect(map("-q").status == 0)
    let bomb = try #require(try event("a")?["id"]?.string)
    let raid = try #require(try event("c")?["id"]?.string)
    var sheet = export()
    sheet.set(
      try #require(sheet.row("id", bomb)), ["verb": "merge", "other_ids": raid])
    #expect(apply(sheet).status == 0)
    #expect(map("-q").status == 0)
    #expect(try events().map { $0["reports"]?.integer } == [3])
    var again = export()
    again.set(try #require(again.row("verb", "merge")), ["verb": "split", "other_ids": ""])
    #expect(apply(again).status == 0)
    #expect(map("-q").status == 0)
    // Every member is an event of its own except those that the linker never joined.
    #expect(try events().map { $0["reports"]?.integer } == [1, 1, 1])
  }

  @Test func `hostile cells come back as they were`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    let row = try #require(sheet.row("location", "Khanaqin"))
    let cells = [
      "user_a": "=1+1", "user_b": "say \"no\", twice", "user_c": "one\ntwo", "user_d": "'quoted",
      "user_e": "ملاحظة؛ بغداد, العراق", "user_f": "-5", "tags": "@home; +x",
    ]
    sheet.set(row, cells)
    #expect(apply(sheet).status == 0)
    let saved = String(
      decoding: Marsad.run("review", "export", folder.path("out")).bytes, as: UTF8.self)
    #expect(!saved.contains(",=1+1") && saved.contains(",'=1+1,"))
    #expect(!saved.contains(",@home") && !saved.contains(",\"@home"))
    let again = export()
    #expect(again.rows[row]["user_a"] == "'=1+1")
    #expect(again.rows[row]["user_b"] == cells["user_b"])
    #expect(again.rows[row]["user_c"] == cells["user_c"])
    #expect(again.rows[row]["user_e"] == cells["user_e"])
    #expect(again.rows[row]["user_f"] == "-5")
    let unchanged = folder.read("out/corrections.jsonl")
    #expect(apply(again).errors.contains("0 corrections taken in"))
    #expect(folder.read("out/corrections.jsonl") == unchanged)
    let kept = try JSONReader.parse((unchanged ?? []).filter { $0 != 0x0A })
    #expect(kept["notes"]?["user_a"]?.string == "=1+1")
    #expect(kept["notes"]?["user_c"]?.string == "one\ntwo")
    #expect(kept["verb"]?.isNull == true)
  }

  @Test func `wrong cells are said with row and column, and nothing is written`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    let row = try #require(sheet.row("location", "Khanaqin"))
    sheet.set(
      row,
      [
        "sub_event_type": "Bombing", "killed_min": "two", "actor1": "NOBODY",
        "date_end": "2021-02-30", "place_id": "iq-nowhere", "lat": "134", "event_type": "Riots",
      ])
    let other = try #require(sheet.row("location", "Hawija"))
    sheet.set(other, ["verb": "delete"])
    let result = apply(sheet)
    #expect(result.status == 65)
    #expect(folder.read("out/corrections.jsonl") == nil)
    let columns = sheet.columns
    for (row, name, code) in [
      (row, "sub_event_type", "V002"), (row, "killed_min", "V002"), (row, "actor1", "V002"),
      (row, "date_end", "V002"), (row, "place_id", "V002"), (row, "lat", "V002"),
      (row, "event_type", "V003"), (other, "verb", "V004"),
    ] {
      let column = try #require(columns.firstIndex(of: name)) + 1
      let place = "t.csv:\(row + 2):\(column): error: [\(code)] "
      #expect(result.errorLines.contains { $0.contains(place) }, "\(place)")
    }
    #expect(result.errorLines.count == 8)
  }

  @Test func `semicolons, commas in numbers and a spreadsheet's own days are read`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    let row = try #require(sheet.row("location", "Khanaqin"))
    let days = try #require(sheet.rows[row]["date_start"]).split(separator: "-")
    sheet.set(
      row,
      [
        "date_start": "\(days[2])/\(days[1])/\(days[0])", "lon": "45,4", "lat": "34,3",
        "radius_km": "1,5",
      ])
    #expect(apply(sheet, separator: ";").status == 0)
    let kept = try JSONReader.parse(
      (folder.read("out/corrections.jsonl") ?? []).filter { $0 != 0x0A })
    #expect(kept["set"]?.members?.map(\.key) == ["lon", "lat", "radius_km"])
    #expect(kept["set"]?["lon"]?.double == 45.4)
  }

  @Test func `a correction without its event is told and kept`() throws {
    folder.write(
      "c.jsonl", #"{"id":"ev-0000000000000000","verb":"reject","set":{}}"# + "\n")
    let result = map("--corrections", folder.path("c.jsonl"))
    #expect(result.status == 0)
    #expect(result.errors.contains("c.jsonl: warning: [V007]"))
    #expect(try run()["corrections_unmatched"]?.elements == [.string("ev-0000000000000000")])
    #expect(try events().count == 2)
    let sheet = Marsad.run("review", "export", folder.path("out"))
    #expect(!sheet.output.contains("ev-0000000000000000"), "it is not of this folder")
  }

  @Test func `a place that is no longer known is told and kept`() throws {
    #expect(map("-q").status == 0)
    let id = try #require(try event("c")?["id"]?.string)
    folder.write(
      "out/corrections.jsonl",
      #"{"id":"\#(id)","verb":"correct","set":{"place_id":"x-gone","killed_min":1}}"# + "\n")
    let result = map()
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: [V010]"))
    #expect(try event("c")?["killed_min"]?.integer == 1)
    #expect(try event("c")?["location"]?.string == "Hawija")
    let file = String(decoding: folder.read("out/corrections.jsonl") ?? [], as: UTF8.self)
    #expect(file.contains("x-gone"))
  }

  @Test(arguments: [
    (#"{"killed_min":900}"#, "killed_min 900 contradicts killed_max"),
    (#"{"killed_max":0}"#, "killed_max 0 contradicts killed_min"),
    (#"{"date_end":"1999-01-01"}"#, "date_end 1999-01-01 contradicts date_start"),
  ])
  func `one end that passes the other is told, kept in the file and not applied`(
    _ values: String, _ told: String
  ) throws {
    #expect(map("-q").status == 0)
    let before = try #require(try event("a"))
    let id = try #require(before["id"]?.string)
    folder.write(
      "out/corrections.jsonl", #"{"id":"\#(id)","verb":"correct","set":\#(values)}"# + "\n")
    let result = map()
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: [V011] \(id): \(told)"), "\(result.errors)")
    let after = try #require(try event("a"))
    for field in [
      "killed_min", "killed_max", "injured_min", "injured_max", "date_start", "date_end",
    ] {
      #expect(after[field] == before[field], "\(field)")
    }
    let file = String(decoding: folder.read("out/corrections.jsonl") ?? [], as: UTF8.self)
    #expect(file.contains(String(values.dropFirst().dropLast())))
  }

  @Test func `a sheet in which one end passes the other is refused`() throws {
    #expect(map("-q").status == 0)
    for (column, cell) in [("killed_min", "900"), ("killed_max", "0"), ("date_end", "1999-01-01")] {
      var sheet = export()
      let row = try #require(sheet.row("location", "Khanaqin"))
      sheet.set(row, [column: cell])
      let result = apply(sheet)
      #expect(result.status == 65, "\(column)")
      #expect(result.errors.contains("[V002]"), "\(result.errors)")
    }
    #expect(folder.read("out/corrections.jsonl") == nil)
  }

  @Test func `both ends together may pass those of the event`() throws {
    #expect(map("-q").status == 0)
    let id = try #require(try event("a")?["id"]?.string)
    folder.write(
      "out/corrections.jsonl",
      #"{"id":"\#(id)","verb":"correct","set":{"killed_min":900,"killed_max":950,"#
        + #""date_start":"1999-01-01"}}"# + "\n")
    let result = map()
    #expect(!result.errors.contains("V011"), "\(result.errors)")
    #expect(try event("a")?["killed_max"]?.integer == 950)
    #expect(try event("a")?["date_end"]?.string == "1999-01-01")
  }

  @Test(arguments: [
    "{", "[]", #"{"id":"ev-1","verb":"delete"}"#, #"{"id":"ev-1","set":{"quot":"x"}}"#,
    #"{"id":"ev-1","verb":"correct","set":{"killed_min":"3"}}"#,
    #"{"id":"ev-1","verb":"merge"}"#, #"{"id":"ev-1","status":"x"}"#,
    #"{"id":"ev-1","verb":"correct","set":{"killed_min":5,"killed_max":2}}"#,
  ])
  func `a file of corrections that is none stops before anything is read`(_ line: String) {
    let path = folder.write("c.jsonl", "\n" + line)
    let result = map("--corrections", path)
    #expect(result.status == 65)
    #expect(result.errors.contains("\(path):2: error: [V006]"), "\(result.errors)")
    #expect(folder.read("out/run.json") == nil)
    #expect(map("--corrections", folder.path("none.jsonl")).status == 66)
  }

  @Test func `a diff of the map before and after tells the correction`() throws {
    #expect(map("-q").status == 0)
    var sheet = export()
    sheet.set(try #require(sheet.row("location", "Khanaqin")), ["killed_max": "5"])
    #expect(apply(sheet).status == 0)
    let file = folder.path("out/corrections.jsonl")
    let lines = Self.documents.map { id, text in
      #"{"id":"\#(id)","published":"2021-03-09","source":"\#(id)","text":"\#(text)"}"#
    }
    let later = Marsad.run(
      ["map", "-", "-q", "-o", folder.path("new"), "--corrections", file],
      input: Array(lines.joined(separator: "\n").utf8))
    #expect(later.status == 0)
    let result = Marsad.run(
      "diff", folder.path("out"), folder.path("new"), "--format", "json")
    let changed = try #require(try JSONReader.parse(result.bytes)["changed"]?.elements)
    #expect(changed.count == 1)
    let killed = try #require(
      changed.first?["fields"]?.elements?.first { $0["field"]?.string == "killed_max" })
    #expect(killed["causes"]?.elements == [.string("correction")])
  }
}

import EmitLayers
import ImportEvents
import Model
import TestSupport
import Testing

@Suite struct `An ACLED export` {
  @Test func `becomes events`() throws {
    let (result, findings) = try Exports.read(Exports.text([Exports.row()]))
    #expect(findings == [])
    #expect(result.rows == 1 && result.leftOut == 0)
    let record = try #require(result.records.first)
    let event = record.event
    #expect(event.id == "acled-IRQ900001")
    #expect(event.documentID == "IRQ900001")
    #expect(event.source == "ACLED")
    #expect(record.sources == ["Paper A", "Paper B"])
    #expect(record.notes == "Made up, for a test.")
    #expect(event.eventType == "Battles" && event.subEventType == "Armed clash")
    #expect(event.disorderType == "Political violence" && event.family == "attack")
    #expect(event.date.start?.description == "2019-03-06" && event.date.precision == .day)
    #expect(event.actor1.name == "Made-up Group" && event.actor1.inter == 2)
    #expect(event.actor1.associates == ["One", "Two"] && event.actor1.code == nil)
    #expect(event.actor2.inter == 1 && event.actor2.associates.isEmpty)
    #expect(event.harm.killed == Harm.Count(3, nil))
    #expect(event.location == "Khanaqin")
    #expect(record.position == (try Position(longitude: 45.391, latitude: 34.348)))
    #expect(record.geoPrecision == 1)
    #expect(record.units.admin1?.name == "Diyala")
    #expect(record.timestamp == 1_552_000_000)
    #expect(record.line == 2)
  }

  @Test func `is the same whatever the order and the case of its columns`() throws {
    let rows = [Exports.row(), Exports.row(["event_id_cnty": "IRQ900002", "inter1": "7"])]
    let expected = try Exports.read(Exports.text(rows)).result.records
    var random = SplitMix64(seed: 11)
    for _ in 0..<20 {
      let columns = Exports.columns.shuffled(using: &random)
      var text = Exports.text(rows, columns: columns)
      let head = columns.joined(separator: ",")
      text = text.replacing(head, with: " " + head.uppercased() + " ")
      let read = try Exports.read("\u{FEFF}" + text)
      #expect(read.findings == [])
      #expect(
        read.result.records.map { String(describing: $0) }
          == expected.map { String(describing: $0) })
    }
  }

  @Test func `may have its id in either column, and lack what is not needed`() throws {
    let needed = [
      "event_date", "time_precision", "event_type", "sub_event_type", "latitude", "longitude",
      "geo_precision",
    ]
    let row = Exports.row(["data_id": "77"])
    let read = try Exports.read(Exports.text([row], columns: ["data_id"] + needed))
    #expect(read.findings == [])
    #expect(read.result.records.first?.event.id == "acled-77")
    #expect(read.result.records.first?.event.harm.killed.isStated == false)
  }

  @Test(arguments: [
    "", "a,b\n1,2\n", "event_id_cnty;event_date;latitude\n", "event_date,latitude,longitude\n",
  ])
  func `is refused without its header`(_ text: String) throws {
    let error = #expect(throws: ExportError.self) { try Exports.read(text) }
    #expect(error?.finding.code == "A001")
    #expect(error?.finding.severity == .error)
    if text.hasPrefix("event_date") {
      #expect(error?.finding.message.contains("lacks event_id_cnty, time_precision") == true)
    }
  }

  struct Types: Sendable, CustomTestStringConvertible {
    var cell: String
    var inter: Int?
    var isBad = false
    var testDescription: String { cell }
  }

  @Test(arguments: [
    Types(cell: "1", inter: 1), Types(cell: "8", inter: 8), Types(cell: "0", inter: nil),
    Types(cell: "", inter: nil), Types(cell: "State forces", inter: 1),
    Types(cell: "State Forces", inter: 1), Types(cell: "REBEL GROUPS", inter: 2),
    Types(cell: "External/Other forces", inter: 8), Types(cell: "9", inter: nil, isBad: true),
    Types(cell: "Martians", inter: nil, isBad: true), Types(cell: "-1", inter: nil, isBad: true),
  ])
  func `has actor types as numbers or names`(_ type: Types) throws {
    let read = try Exports.read(Exports.text([Exports.row(["inter1": type.cell])]))
    #expect(read.result.records.first?.event.actor1.inter == type.inter)
    #expect(read.findings.map { $0.suffix(4) } == (type.isBad ? ["A002"] : []))
  }

  struct Day: Sendable, CustomTestStringConvertible {
    var cell, precision: String
    var start, end: String?
    var isBad = false
    var testDescription: String { "\(cell) \(precision)" }
  }

  @Test(arguments: [
    Day(cell: "06 March 2019", precision: "1", start: "2019-03-06", end: "2019-03-06"),
    Day(cell: "6 march 2019", precision: "1", start: "2019-03-06", end: "2019-03-06"),
    Day(cell: "06-Mar-2019", precision: "1", start: "2019-03-06", end: "2019-03-06"),
    Day(cell: "2019-03-06", precision: "1", start: "2019-03-06", end: "2019-03-06"),
    Day(cell: "2019-03-06 00:00:00", precision: "1", start: "2019-03-06", end: "2019-03-06"),
    Day(cell: "06 March 2019", precision: "2", start: "2019-03-03", end: "2019-03-09"),
    Day(cell: "15 February 2019", precision: "3", start: "2019-02-01", end: "2019-02-28"),
    Day(cell: "06 March 2019", precision: "", start: nil, end: "2019-03-06"),
    Day(cell: "06 March 2019", precision: "4", start: nil, end: "2019-03-06", isBad: true),
    Day(cell: "06 March 2019", precision: "x", start: nil, end: "2019-03-06", isBad: true),
    Day(cell: "30 February 2019", precision: "1", start: nil, end: nil, isBad: true),
    Day(cell: "3/6/2019", precision: "1", start: nil, end: nil, isBad: true),
    Day(cell: "06 Ma 2019", precision: "1", start: nil, end: nil, isBad: true),
    Day(cell: "06 March 19", precision: "1", start: nil, end: nil, isBad: true),
    Day(cell: "2019-03-061", precision: "1", start: nil, end: nil, isBad: true),
  ])
  func `has days as ACLED and ISO write them, and nothing is guessed`(_ day: Day) throws {
    let read = try Exports.read(
      Exports.text([Exports.row(["event_date": day.cell, "time_precision": day.precision])]))
    let date = try #require(read.result.records.first).event.date
    #expect(date.start?.description == day.start)
    #expect(date.end?.description == day.end)
    #expect(read.findings.map { $0.suffix(4) } == (day.isBad ? ["A002"] : []))
    #expect((date.basis == nil) == (day.start == nil))
  }

  @Test(
    arguments: [
      (["fatalities": "lots"], "A002"), (["fatalities": "-1"], "A002"),
      (["fatalities": "1.5"], "A002"),
      (["geo_precision": "4"], "A002"), (["year": "2018"], "A002"), (["year": "x"], "A002"),
      (["event_type": "Riots"], "A002"), (["civilian_targeting": "perhaps"], "A002"),
      (["timestamp": "yesterday"], "A002"), (["sub_event_type": "Fight"], "A005"),
      (["sub_event_type": ""], "A005"), (["latitude": "340"], "A006"), (["latitude": ""], "A006"),
    ] as [([String: String], String)])
  func `keeps a row with a bad cell and says where`(
    _ changes: [String: String], _ code: String
  ) throws {
    let column = try #require(changes.keys.first)
    let read = try Exports.read(
      Exports.text([
        Exports.row(),
        Exports.row(
          changes.merging(
            ["event_id_cnty": "B"]) { $1 }),
      ]))
    #expect(read.result.records.count == 2)
    #expect(read.result.leftOut == 0)
    // The column of the cell's first character on its line.
    var row = Exports.row(changes)
    row["event_id_cnty"] = "B"
    let before = Exports.columns.prefix { $0 != column }
    let head = Exports.text([row], columns: Array(before)).split(separator: "\n").last ?? ""
    #expect(read.findings == ["3:\(head.unicodeScalars.count + 2) \(code)"])
  }

  @Test func `leaves rows out that nothing can point at, and goes on`() throws {
    let good = Exports.text([Exports.row()])
    let text =
      good + "too,short\n"
      + Exports.text([Exports.row(["event_id_cnty": ""])]).split(separator: "\n")[1] + "\n"
      + Exports.text([Exports.row(["event_id_cnty": "IRQ2"])]).split(separator: "\n")[1] + "\n"
    let read = try Exports.read(text)
    #expect(read.findings == ["3:1 A003", "4:1 A003"])
    #expect(read.result.records.map(\.event.documentID) == ["IRQ900001", "IRQ2"])
    #expect(read.result.rows == 4 && read.result.leftOut == 2)
  }

  @Test(arguments: [("2000000000", "new"), ("1000000000", "old"), ("1552000000", "old")])
  func `has an event once: the row with the later timestamp`(
    _ timestamp: String, _ kept: String
  ) throws {
    let read = try Exports.read(
      Exports.text([
        Exports.row(["notes": "old"]), Exports.row(["notes": "new", "timestamp": timestamp]),
      ]))
    #expect(read.findings == ["3:1 A004"])
    #expect(read.result.records.map(\.notes) == [kept])
  }

  @Test func `counts 0 dead as not stated, which ACLED cannot tell apart`() throws {
    #expect(try Exports.one(["fatalities": "0"])?.event.harm.killed.isStated == false)
    #expect(try Exports.one(["fatalities": ""])?.event.harm.killed.isStated == false)
  }

  @Test func `keeps the event type of a row whose sub-event type is not known`() throws {
    let event = try #require(try Exports.one(["sub_event_type": "Fight"])).event
    #expect(event.eventType == "Battles" && event.subEventType == nil)
    let none = try #require(
      try Exports.one(["sub_event_type": "Fight", "event_type": "Wars"])
    ).event
    #expect(none.eventType == nil)
  }

  @Test func `may hold anything in its cells`() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let bytes = random.bytes(200, of: "\",\n 1aAمر\r;")
      let text =
        Exports.text([Exports.row()]) + String(decoding: bytes, as: UTF8.self) + "\n"
      let read = try Exports.read(text)
      #expect(read.result.records.first?.event.id == "acled-IRQ900001")
      #expect(read.result.rows == read.result.records.count + read.result.leftOut)
      #expect(read.findings.count >= read.result.leftOut)
    }
  }
}

import CompareRuns
import Files
import TestSupport
import Testing

/// Folders of runs that a test writes.
struct Runs {
  struct Event {
    var id: String
    var members: [String] = []
    var documents = ["d": "h"]
    var point: String? = "[44,36]"
    var fields = #""location":"Khanaqin""#
    var version = "v"
    var corrections = ""
  }

  let folder = TemporaryDirectory()

  func write(
    _ name: String, _ events: [Event], run: String = "", statements: [String] = []
  ) throws -> RunFolder {
    let features = events.map { event in
      let geometry = event.point.map { #"{"type":"Point","coordinates":\#($0)}"# } ?? "null"
      let members = (event.members.isEmpty ? [event.id] : event.members).map { "\"\($0)\"" }
      let reports = event.documents.keys.sorted().map { "\"\($0)\"" }
      return #"{"type":"Feature","geometry":\#(geometry),"properties":{"id":"\#(event.id)","#
        + #""member_ids":[\#(members.joined(separator: ","))],"#
        + #""report_ids":[\#(reports.joined(separator: ","))],"#
        + #""record_version":"\#(event.version)",\#(event.fields)}}"#
    }
    folder.write(
      "\(name)/events.geojson",
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
    folder.write("\(name)/background.geojson", #"{"type":"FeatureCollection","features":[]}"#)
    let evidence = events.map { event in
      let members = event.documents.sorted { $0.key < $1.key }.map {
        #"{"document":"\#($0.key)","content_hash":"\#($0.value)"}"#
      }
      return #"{"id":"\#(event.id)","members":[\#(members.joined(separator: ","))],"#
        + #""corrections":[\#(event.corrections)]}"# + "\n"
    }
    folder.write("\(name)/evidence.jsonl", evidence.joined())
    folder.write(
      "\(name)/statements.jsonl",
      statements.map { #"{"document":"\#($0)"}"# + "\n" }.joined())
    folder.write(
      "\(name)/run.json",
      #"{"program":"marsad","gazetteer_hash":"g"\#(run.isEmpty ? "" : ",")\#(run)}"#)
    return try RunFolder(folder.path(name))
  }

  func compare(
    _ old: [Event], _ new: [Event], oldRun: String = "", newRun: String = "",
    told: [String] = []
  ) throws -> RunDifference {
    RunComparer().compare(
      try write("old", old, run: oldRun, statements: told),
      try write("new", new, run: newRun, statements: told))
  }

  static func run(
    version: String = "1", events: String = "e", places: String = "p", input: String = "i",
    extra: String = ""
  ) -> String {
    #""version":"\#(version)","inputs":[{"name":"in.txt","content_hash":"\#(input)"}],"#
      + #""knowledge":[{"file":"events.tsv","content_hash":"\#(events)"},"#
      + #"{"file":"overlay-1/places.tsv","content_hash":"\#(places)"}]"#
      + extra
  }
}

@Suite struct `Comparing runs` {
  private let runs = Runs()

  @Test func `equal runs have no difference`() throws {
    let events = [Runs.Event(id: "ev-1"), Runs.Event(id: "ev-2", point: nil)]
    let difference = try runs.compare(events, events, oldRun: Runs.run(), newRun: Runs.run())
    #expect(!difference.isDifferent)
    #expect(difference.unchanged == 2)
    #expect(difference.run.isEmpty)
  }

  @Test func `events come and go`() throws {
    let difference = try runs.compare(
      [Runs.Event(id: "ev-1"), Runs.Event(id: "ev-2")],
      [Runs.Event(id: "ev-2"), Runs.Event(id: "ev-3")])
    #expect(difference.removed.map(\.event.id) == ["ev-1"])
    #expect(difference.added.map(\.event.id) == ["ev-3"])
    #expect(difference.removed.map(\.causes) == [[.unknown]])
    #expect(difference.unchanged == 1)
  }

  @Test func `an event under another id is known by its members`() throws {
    let difference = try runs.compare(
      [Runs.Event(id: "ev-1", members: ["ev-1", "ev-2"])],
      [Runs.Event(id: "ev-2", members: ["ev-2", "ev-1"])])
    #expect(difference.added.isEmpty && difference.removed.isEmpty)
    let changed = try #require(difference.changed.first)
    #expect(changed.old.id == "ev-1" && changed.new.id == "ev-2")
    #expect(changed.fields.map(\.field) == ["id", "member_ids"])
  }

  @Test func `an event that was taken apart or merged says where it was`() throws {
    let whole = [Runs.Event(id: "ev-1", members: ["ev-1", "ev-2"])]
    let parts = [Runs.Event(id: "ev-1"), Runs.Event(id: "ev-2")]
    let apart = try runs.compare(whole, parts)
    #expect(apart.added.map(\.relative) == ["ev-1"])
    #expect(apart.changed.map(\.new.id) == ["ev-1"])
    let merged = try Runs().compare(parts, whole)
    #expect(merged.removed.map(\.event.id) == ["ev-2"])
    #expect(merged.removed.map(\.relative) == ["ev-1"])
  }

  @Test func `a point moves along the ellipsoid`() throws {
    let difference = try runs.compare(
      [Runs.Event(id: "ev-1", point: "[0,0]"), Runs.Event(id: "ev-2")],
      [Runs.Event(id: "ev-1", point: "[1,0]"), Runs.Event(id: "ev-2", point: nil)])
    // One degree of the equator of WGS 84: 6378.137 km times pi over 180.
    let moved = try #require(difference.changed.first?.movedKm)
    #expect(abs(moved - 111.319_490_793) < 1e-6)
    #expect(difference.changed.map(\.fields.last?.field) == ["point", "point"])
    #expect(difference.changed.last?.movedKm == nil)
  }

  @Test func `an outline alone changes the area, sentences made of fields nothing`() throws {
    let difference = try runs.compare(
      [Runs.Event(id: "ev-1"), Runs.Event(id: "ev-2", fields: #""notes":"a""#)],
      [
        Runs.Event(id: "ev-1", version: "w"),
        Runs.Event(id: "ev-2", fields: #""notes":"b""#),
      ])
    #expect(difference.changed.map { $0.fields.map(\.field) } == [["area"]])
    #expect(difference.unchanged == 1)
  }

  @Test func `null and zero differ, an absent field is null`() throws {
    let difference = try runs.compare(
      [
        Runs.Event(id: "ev-1", fields: #""killed_min":null"#),
        Runs.Event(id: "ev-2", fields: #""killed_min":null"#),
      ],
      [
        Runs.Event(id: "ev-1", fields: #""killed_min":0"#),
        Runs.Event(id: "ev-2", fields: #""flags":null"#),
      ])
    #expect(difference.changed.map { $0.fields.map(\.field) } == [["killed_min"]])
    #expect(difference.changed.first?.fields.first?.old == .null)
  }
}

@Suite struct `Causes of differences` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var field = "killed_min"
    var old = Runs.run()
    var new: String
    var documents = ["d": "h"]
    var corrections = ""
    var expected: [DifferenceCause]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "nothing is known", new: Runs.run(), expected: [.unknown]),
    Case(name: "a lexicon", new: Runs.run(events: "f"), expected: [.lexicon]),
    Case(
      name: "a lexicon, told of a place", field: "location", new: Runs.run(events: "f"),
      expected: [.lexicon]),
    Case(
      name: "places of an overlay", field: "admin2", new: Runs.run(places: "q"),
      expected: [.gazetteer]),
    Case(
      name: "both, of a place", field: "place_id", new: Runs.run(events: "f", places: "q"),
      expected: [.gazetteer]),
    Case(
      name: "both, of a count", new: Runs.run(events: "f", places: "q"), expected: [.lexicon]),
    Case(
      name: "program and lexicon", new: Runs.run(version: "2", events: "f"),
      expected: [.lexicon, .program]),
    Case(
      name: "another text", new: Runs.run(version: "2", input: "j"), documents: ["d": "k"],
      expected: [.document]),
    Case(
      name: "another report", new: Runs.run(input: "j"), documents: ["d": "h", "e": "h"],
      expected: [.document]),
    Case(
      name: "a correction of this field", new: Runs.run(version: "2"),
      corrections: #"{"verb":null,"set":{"killed_min":9}}"#, expected: [.correction]),
    Case(
      name: "a correction of another field", new: Runs.run(version: "2"),
      corrections: #"{"verb":null,"set":{"location":"x"}}"#, expected: [.program]),
    Case(
      name: "a corrected place", field: "admin1", new: Runs.run(version: "2"),
      corrections: #"{"verb":null,"set":{"place_id":"x"}}"#, expected: [.correction]),
    Case(
      name: "a setting", old: Runs.run(extra: #","settings":{"public":false}"#),
      new: Runs.run(extra: #","settings":{"public":true}"#), expected: [.settings]),
    Case(
      name: "a library", field: "point", old: Runs.run(extra: #","geos_version":"3""#),
      new: Runs.run(extra: #","geos_version":"4""#), expected: [.library]),
  ]

  @Test(arguments: cases)
  func `are the narrowest that the runs tell`(_ test: Case) throws {
    let difference = try Runs().compare(
      [Runs.Event(id: "ev-1", fields: "\"\(test.field)\":1")],
      [
        Runs.Event(
          id: "ev-1", documents: test.documents, fields: "\"\(test.field)\":2",
          corrections: test.corrections)
      ], oldRun: test.old, newRun: test.new)
    let fields = try #require(difference.changed.first?.fields)
    #expect(fields.first { $0.field == test.field }?.causes == test.expected)
  }

  @Test func `an event of a new document is there by the document`() throws {
    let difference = try Runs().compare(
      [], [Runs.Event(id: "ev-1")], oldRun: Runs.run(), newRun: Runs.run(version: "2", input: "j"))
    #expect(difference.added.map(\.causes) == [[.document]])
  }

  @Test func `an event of a document that told nothing before is not`() throws {
    let difference = try Runs().compare(
      [], [Runs.Event(id: "ev-1")], oldRun: Runs.run(), newRun: Runs.run(events: "f", input: "j"),
      told: ["d"])
    #expect(difference.added.map(\.causes) == [[.lexicon]])
  }

  @Test func `runs tell what differs in them, absent things too`() throws {
    let difference = try Runs().compare(
      [], [], oldRun: Runs.run(), newRun: Runs.run(version: "2", extra: #","corrections_hash":"c""#)
    )
    #expect(
      difference.run == [
        RunChange(cause: .program, what: "version", old: "1", new: "2"),
        RunChange(cause: .correction, what: "corrections_hash", old: nil, new: "c"),
      ])
    #expect(!difference.isDifferent)
  }
}

@Suite struct `Reading a run's folder` {
  @Test func `a folder without run.json is none`() {
    let folder = TemporaryDirectory()
    folder.write("a/events.geojson", "{}")
    let error = #expect(throws: RunFolderError.self) { try RunFolder(folder.path("a")) }
    #expect(error?.code == .noRun)
  }

  @Test(arguments: [
    ("events.geojson", "{"), ("events.geojson", "{}"),
    ("events.geojson", #"{"features":[{"properties":{}}]}"#), ("evidence.jsonl", "{}\n["),
  ])
  func `a layer that is none is named`(_ name: String, _ content: String) throws {
    let runs = Runs()
    _ = try runs.write("a", [])
    runs.folder.write("a/" + name, content)
    let error = #expect(throws: RunFolderError.self) { try RunFolder(runs.folder.path("a")) }
    #expect(error?.code == .notLayers)
    #expect(error?.path == runs.folder.path("a/" + name))
  }
}

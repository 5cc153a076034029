import Files
import Geometry
import Glibc
import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `The folder of layers` {
  static let files = [
    "CITATION.txt", "background.geojson", "event_areas.geojson", "events.geojson",
    "evidence.jsonl", "mentions.geojson", "run.json", "statements.jsonl", "territories.geojson",
  ]

  private func write(
    _ path: String, isPublic: Bool = false, map: ((String) throws -> HTMLMap)? = nil
  ) throws {
    let folder = try LayerFolder(path: path, disclaimer: "a claim", isPublic: isPublic, map: map)
    let offsets = ScalarOffsets(Samples.text)
    for mention in [Samples.mention, Samples.person] {
      let feature = MentionFeature(
        mention, of: Samples.document, language: "ar", offsets: offsets)
      if let feature { try folder.add(feature) }
    }
    try folder.add(StatementRow(Samples.statement, of: Samples.document, offsets: offsets))
    var told = Samples.record
    told.event.realis = .historical
    told.event.id = "ev-old"
    var nowhere = Samples.record
    nowhere.event.point = nil
    nowhere.event.area = nil
    nowhere.event.id = "ev-nowhere"
    for record in [Samples.record, told, nowhere] {
      try folder.add(EmittedEvent(record, isPublic: isPublic))
    }
    try folder.add(Samples.territory)
    var report = RunReport(programVersion: "1.0", gazetteerHash: "abc")
    report.counts = folder.counts
    try folder.finish(citation: "cite\n", report: report)
  }

  private func features(_ folder: TemporaryDirectory, _ name: String) throws -> [JSONValue] {
    let bytes = try #require(folder.read("\(name).geojson"))
    let value = try JSONReader.parse(bytes)
    #expect(value["crs"] == nil)
    #expect(value["name"]?.string == name)
    return try #require(value["features"]?.elements)
  }

  @Test func `every layer has its features`() throws {
    let folder = TemporaryDirectory()
    try write(folder.path)
    #expect(folder.names() == Self.files)
    let events = try features(folder, "events")
    #expect(events.map { $0["id"]?.string } == ["ev-0123456789abcdef", "ev-nowhere"])
    #expect(events[1]["geometry"]?.isNull == true)
    #expect(try features(folder, "background").map { $0["id"]?.string } == ["ev-old"])
    let areas = try features(folder, "event_areas")
    #expect(areas.map { $0["id"]?.string } == ["ev-0123456789abcdef"])
    #expect(areas[0]["geometry"]?["type"]?.string == "Polygon")
    let territory = try #require(try features(folder, "territories").first)
    #expect(territory["id"]?.string == "dib-khanaqin@2009-04-22/cod-2019")
    #expect(territory["properties"]?["version"]?.string == "2009-04-22/cod-2019")
    #expect(territory["properties"]?["disclaimer"]?.string == "a claim")
    #expect(folder.read("evidence.jsonl")?.count { $0 == 0x0A } == 3)
    #expect(folder.read("statements.jsonl")?.count { $0 == 0x0A } == 1)
  }

  @Test func `mentions are places without words, never persons`() throws {
    let folder = TemporaryDirectory()
    try write(folder.path)
    let mentions = try features(folder, "mentions")
    #expect(mentions.count == 1)
    #expect(mentions[0]["properties"]?["place_id"]?.string == "iq-khanaqin")
    #expect(mentions[0]["properties"]?["text"] == nil)
    #expect(mentions[0]["properties"]?["quote"] == nil)
    #expect(mentions[0]["id"]?.string?.hasPrefix("mn-") == true)
  }

  @Test func `a run that stops leaves what was there`() throws {
    let folder = TemporaryDirectory()
    folder.write("events.geojson", "old")
    do {
      let layers = try LayerFolder(path: folder.path, disclaimer: nil)
      try layers.add(EmittedEvent(Samples.record))
    }
    #expect(folder.names() == ["events.geojson"])
    #expect(folder.read("events.geojson") == Array("old".utf8))
  }

  @Test func `public layers have no words of the reports`() throws {
    let folder = TemporaryDirectory()
    try write(folder.path)
    // Of runs that were killed.
    folder.write(".tmp-evidence.jsonl", "words")
    folder.write(".tmp-statements.jsonl-1", "words")
    try write(folder.path, isPublic: true)
    #expect(folder.names() == Self.files.filter { !$0.hasSuffix(".jsonl") })
    for name in ["events", "event_areas", "background", "mentions"] {
      let bytes = try #require(folder.read("\(name).geojson"))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("شرطيان"))
    }
  }

  @Test func `a page stands beside its layers, never beside those of another run`() throws {
    let folder = TemporaryDirectory()
    // Of a run that was killed.
    folder.write(".tmp-map.html", "half a page")
    try write(folder.path) {
      try HTMLMap(.file($0), title: "t", version: "1.0", ground: MapGround())
    }
    #expect(folder.names() == (Self.files + ["map.html"]).sorted())
    try write(folder.path)
    #expect(folder.names() == Self.files)
  }

  @Test func `the same input gives the same bytes`() throws {
    let first = TemporaryDirectory()
    let second = TemporaryDirectory()
    try write(first.path)
    try write(second.path)
    for name in Self.files { #expect(first.read("\(name)") == second.read("\(name)")) }
  }

  @Test func `order is by day, publication, document and place in it`() {
    var events = [Samples.event, Samples.event, Samples.event, Samples.event]
    events[0].date = EventDate()
    events[1].date.start = CivilDate(year: 2019, month: 1, day: 1)
    events[2].documentID = "doc-0"
    let order = events.enumerated().sorted { EventOrder($0.element) < EventOrder($1.element) }
    #expect(order.map(\.offset) == [1, 2, 3, 0])
  }

  @Test(
    .enabled(
      if: system("python3 -c 'import geojson_validator' >/dev/null 2>&1") == 0,
      "python3 has no module geojson_validator"))
  func `an independent judge accepts the layers`() throws {
    let folder = TemporaryDirectory()
    let tools = TemporaryDirectory()
    try write(folder.path)
    tools.write(
      "judge.py",
      """
      import json, sys, geojson_validator as judge
      bad = 0
      for name in ["events", "event_areas", "background", "mentions", "territories"]:
          data = json.load(open(sys.argv[1] + "/" + name + ".geojson"))
          assert "crs" not in data and len(data["bbox"]) == 4, name
          faults = judge.validate_structure(data)
          # Null geometries have a structure but no shape to look at.
          data["features"] = [f for f in data["features"] if f["geometry"]]
          shapes = judge.validate_geometries(data)
          shapes = {k: v for part in ("invalid", "problematic")
                    for k, v in shapes.get(part, {}).items() if v}
          if faults or shapes:
              bad += 1
              print(name, faults, shapes)
      sys.exit(bad)
      """)
    #expect(system("python3 \(tools.path("judge.py")) \(folder.path) 2>/dev/null") == 0)
  }
}

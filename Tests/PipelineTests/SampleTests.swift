import Files
import Glibc
import Pipeline
import TestSupport
import Testing

/// `docs/sample` is what the program makes of `seeds/`; `make sample` rewrites it.
@Suite struct `The sample layers` {
  static let files = [
    "CITATION.txt", "background.geojson", "event_areas.geojson", "events.geojson",
    "evidence.jsonl", "mentions.geojson", "run.json", "statements.jsonl", "territories.geojson",
  ]

  /// The layers of the seeds, made once.
  static let made: [String: [UInt8]] = {
    let folder = TemporaryDirectory()
    // The layers name the inputs as they were given: relative to the project.
    guard chdir(Repository.root) == 0 else { fatalError("\(Repository.root): error \(errno)") }
    do { try World.map("seeds", to: folder.path, version: version) } catch {
      fatalError("\(error)")
    }
    return Dictionary(uniqueKeysWithValues: folder.names().map { ($0, folder.read($0) ?? []) })
  }()

  /// The program's version: the command's own, which this library does not know.
  static let version: String = {
    guard let bytes = Repository.read("docs/sample/run.json"),
      let run = try? JSONReader.parse(bytes)
    else { return "0" }
    return run["version"]?.string ?? "0"
  }()

  @Test(arguments: files)
  func `are what the program makes of the seeds`(_ name: String) throws {
    let made = try #require(Self.made[name])
    let kept = try #require(
      Repository.read("docs/sample/" + name), "no docs/sample/\(name); make sample writes it")
    if made == kept { return }
    let difference = Golden.difference(
      String(decoding: kept, as: UTF8.self), String(decoding: made, as: UTF8.self))
    let shown = difference.split(separator: "\n").map { $0.prefix(400) }.joined(separator: "\n")
    Issue.record("docs/sample/\(name) is out of date; make sample rewrites it\n\(shown)")
  }

  @Test func `hold no other file`() {
    #expect(Repository.names(in: Repository.sample).filter { $0 != "README.md" } == Self.files)
  }

  static func features(_ layer: String) throws -> [JSONValue] {
    let bytes = try #require(made[layer + ".geojson"])
    return try #require(try JSONReader.parse(bytes)["features"]?.elements)
  }

  /// The properties of the events of a document.
  static func events(_ document: String, in layer: String = "events") throws -> [JSONValue] {
    try features(layer).compactMap { $0["properties"] }.filter { properties in
      (properties["report_ids"]?.elements ?? []).contains { $0.string == document }
    }
  }

  @Test(arguments: [
    "outskirts", "near", "distance_bearing", "bearing", "between", "road", "centre", "part_of",
    "heading", "gloss", "border",
  ])
  func `show every relation that there is`(_ relation: String) throws {
    let all = try Self.features("events") + Self.features("mentions")
    let shown = all.filter { $0["properties"]?["relation"]?.string == relation }
    #expect(!shown.isEmpty)
  }

  @Test(arguments: ["ar", "ckb", "en"])
  func `have events of every language`(_ language: String) throws {
    let events = try Self.features("events")
    #expect(events.contains { $0["properties"]?["lang"]?.string == language })
  }

  @Test func `show several events in one report`() throws {
    for document in ["sample-01", "sample-04", "sample-06"] {
      #expect(try Self.events(document).count > 1, "\(document)")
    }
  }

  @Test func `show no event for the report that tells of background only`() throws {
    #expect(try Self.events("sample-07").isEmpty)
    let statements = String(
      decoding: try #require(Self.made["statements.jsonl"]), as: UTF8.self)
    #expect(statements.contains("sample-07"), "what was not mapped is listed with its reason")
  }

  @Test func `tell an event with a later toll once, with the later toll`() throws {
    let events = try Self.events("sample-02")
    let update = try #require(
      events.first { properties in
        (properties["report_ids"]?.elements ?? []).contains { $0.string == "sample-01" }
      }, "the update joins the first report's event")
    #expect(update["reports"]?.integer == 2)
    #expect(update["killed_min"]?.integer == 2 && update["killed_max"]?.integer == 2)
    #expect(update["injured_min"]?.integer == 2 && update["injured_max"]?.integer == 2)
    #expect(update["flags"]?.elements?.contains { $0.string == "toll_update" } == true)
    #expect(update["first_reported"]?.string == "2021-03-10")
    #expect(update["last_updated"]?.string == "2021-03-11")
    // The first member gives the id; its report's other event stays apart.
    #expect(try Self.events("sample-01").count == 2)
    #expect(events.count == 1, "the update tells no second event")
  }

  @Test func `keep what is told as history apart`() throws {
    let background = try Self.events("sample-08", in: "background")
    #expect(background.contains { $0["date_start"]?.string == "2017-10-16" })
    #expect(background.allSatisfy { $0["realis"]?.string == "historical" })
    #expect(
      try Self.features("events").allSatisfy {
        $0["properties"]?["realis"]?.string != "historical"
      })
  }
}

import Files
import Glibc
import TestSupport
import Testing

@Suite struct `Pictures of a store` {
  /// The layers of the sample reports.
  static let store = "docs/sample"

  static func events() throws -> [JSONValue] {
    let layer = try JSONReader.parse(
      FileBytes.read(Repository.root + "/docs/sample/events.geojson"))
    return try #require(layer["features"]?.elements).compactMap { $0["properties"] }
  }

  // MARK: timeline

  @Test func `timeline counts every event once, from every form of the store`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    for bucket in ["day", "week", "month", "year"] {
      let runs = [
        Self.store, Self.store + "/events.geojson", folder.path("out"),
        folder.path("out/events.gpkg"),
      ].map { Marsad.run("timeline", $0, "--by", bucket, "--format", "csv") }
      #expect(runs.allSatisfy { $0.status == 0 && $0.errors.isEmpty })
      #expect(Set(runs.map(\.output)).count == 1)
      let rows = runs[0].lines.dropFirst().map { $0.split(separator: ",") }
      #expect(rows.compactMap { Int($0[1]) }.reduce(0, +) == (try Self.events().count))
      let undated = try Self.events().filter { $0["date_start"]?.string == nil }.count
      #expect(rows.first { $0[0] == "undated in bucket" }?[1] == "\(undated)")
    }
  }

  @Test func `timeline sums the killed as the layer has them`() throws {
    let result = Marsad.run("timeline", Self.store, "--format", "json")
    let json = try JSONReader.parse(result.bytes)
    let rows = try #require(json["rows"]?.elements)
    let sum = rows.compactMap { $0["killed_min"]?.integer }.reduce(0, +)
    #expect(sum == (try Self.events().compactMap { $0["killed_min"]?.integer }.reduce(0, +)))
    #expect(json["by"]?.string == "month")
  }

  @Test func `timeline takes history when it is asked to`() throws {
    func count(_ options: String...) throws -> Int {
      let run = Marsad.run(["timeline", Self.store, "--format", "json"] + options)
      return try JSONReader.parse(run.bytes)["events"]?.integer ?? 0
    }
    #expect(try count("--include-historical") > count())
  }

  @Test func `timeline draws bars without colors into a file`() {
    let result = Marsad.run("timeline", Self.store, "--width", "60")
    #expect(result.status == 0)
    #expect(result.output.contains("█") && !result.output.contains("\u{1B}"))
    #expect(result.lines.allSatisfy { $0.count <= 60 })
  }

  // MARK: render

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"), arguments: [true, false])
  func `the map shows the events, their sources and whose claims these are`(
    _ isStore: Bool
  ) throws {
    let folder = TemporaryDirectory()
    if isStore { #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0) }
    let store = isStore ? folder.path("out/events.gpkg") : Self.store
    let result = Marsad.run("render", "--svg", store, "--title", "عنوان & more")
    #expect(result.status == 0)
    let document = try #require(ParsedXML(result.bytes))
    let events = try Self.events()
    let points = events.filter { $0["point_basis"]?.string != nil }.count
    let sentence = "\(events.count) events: \(points) at a point"
    #expect(document.texts.contains { $0.contains(sentence) }, "\(document.texts.prefix(3))")
    let text = document.texts.joined(separator: " ")
    for part in [
      "nobody endorses it here", "2009-04-22/cod-2019", "UNAMI", "OCHA", "Lambert conformal conic",
      "SYRIA", "عنوان & more", "جلولاء",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(result.errors == "\(events.count) events\n")
  }

  @Test func `the map of events alone has outlines and no territories`() throws {
    let result = Marsad.run("render", "--svg", Self.store + "/events.geojson")
    #expect(result.status == 0)
    for part in ["Governorates", "IRAN", "</svg>"] {
      #expect(result.output.contains(part), "\(part)")
    }
    #expect(!result.output.contains("Published claim"))
  }

  @Test func `the map goes into a file that is the same every time`() throws {
    let folder = TemporaryDirectory()
    for name in ["one.svg", "two.svg"] {
      let result = Marsad.run(
        "render", "--svg", Self.store, "--extent", "43,34,46,36", "-q", "-o", folder.path(name))
      #expect(result.status == 0 && result.bytes.isEmpty && result.errors.isEmpty)
    }
    #expect(folder.read("one.svg") == folder.read("two.svg"))
    #expect(folder.read("one.svg")?.isEmpty == false)
  }

  @Test(arguments: [
    (["timeline", "nothing-here"], 66), (["render", "--svg", "nothing-here"], 66),
    (["timeline", "README.md"], 65), (["render", "--svg", "README.md"], 65),
    (["timeline", "seeds", "--by", "decade"], 64), (["timeline", "seeds", "--width", "3"], 64),
    (["render", "--svg", "seeds", "--width", "100"], 64),
    (["render", "--svg", "seeds", "--extent", "46,34,43,36"], 64),
    (["render", "--svg", "seeds", "--extent", "43,34,46"], 64),
    (["render", "--svg", "seeds", "--extent", "nan,34,46,36"], 64),
    (["render", "--svg", "seeds"], 66),
    // A flag that would say nothing.
    (["timeline", "docs/sample/events.geojson", "--include-historical"], 64),
    (["render", "--svg", "docs/sample/events.geojson", "--include-historical"], 64),
    (["timeline", "docs/sample", "--layer", "mentions"], 64),
    (["render", "docs/sample", "--layer", "mentions"], 64),
    (["timeline", "docs/sample", "--excel"], 64),
    (["timeline", "docs/sample", "--title", "t"], 64),
    (["timeline", "docs/sample", "--format", "json", "--width", "80"], 64),
  ])
  func `what cannot be drawn ends with the code that says why`(
    _ arguments: [String], _ status: Int
  ) {
    let result = Marsad.run(arguments)
    #expect(result.status == Int32(status), "\(arguments): \(result.errors)")
    #expect(!result.errors.isEmpty && result.bytes.isEmpty)
  }
}

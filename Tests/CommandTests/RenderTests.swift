import Files
import Glibc
import TestSupport
import Testing

@Suite struct `Render` {
  /// The data of a page, as its script reads them.
  private func data(_ page: [UInt8]?) throws -> JSONValue {
    let text = String(decoding: try #require(page), as: UTF8.self)
    let start = try #require(text.firstRange(of: #"id="data">"#)).upperBound
    let end = try #require(text[start...].firstRange(of: "</script>")).lowerBound
    return try JSONReader.parse(Array(text[start..<end].utf8))
  }

  private func quotes(_ data: JSONValue) throws -> [String] {
    let column = try #require(data["columns"]?.elements?.firstIndex { $0.string == "quote" })
    return (data["events"]?.elements ?? []).compactMap { $0.elements?[0].elements?[column].string }
  }

  @Test func `draws the same page of a folder, of its store, and as map does`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    let ofFolder = Marsad.run("render", folder.path("out"), "-o", folder.path("folder.html"))
    let ofStore = Marsad.run(
      "render", folder.path("out/events.gpkg"), "-o", folder.path("store.html"))
    #expect(ofFolder.status == 0, "\(ofFolder.errors)")
    #expect(ofStore.status == 0, "\(ofStore.errors)")
    let page = try #require(folder.read("out/map.html"))
    #expect(folder.read("folder.html") == page)
    #expect(folder.read("store.html") == page)
    let counts = try JSONReader.parse(folder.read("out/run.json") ?? [])["counts"]
    let data = try data(page)
    #expect(data["events"]?.elements?.count == counts?["events"]?.integer)
    #expect(data["territories"]?.elements?.count == counts?["territories"]?.integer)
    #expect(try quotes(data).count == counts?["events"]?.integer)
    let line = "\(counts?["events"]?.integer ?? 0) events in \(folder.path("store.html"))"
    #expect(ofStore.errorLines.last == line)
  }

  @Test func `draws no words of reports that are published without`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "--public", "-o", folder.path("out")).status == 0)
    #expect(
      Marsad.run("render", folder.path("out/events.gpkg"), "-o", folder.path("a.html")).status == 0)
    for page in ["out/map.html", "a.html"] {
      let data = try data(folder.read(page))
      #expect((data["events"]?.elements?.count ?? 0) > 10)
      #expect(try quotes(data) == [])
    }
  }

  @Test func `draws any GeoJSON of points and areas, with a title`() throws {
    let folder = TemporaryDirectory()
    let file = folder.write(
      "mine.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a","properties":{"event_type":"Riots"},"geometry":{"type":"Point","coordinates":[44,33]}},
      {"type":"Feature","properties":null,"geometry":null},
      {"type":"Feature","id":"c","properties":{"killed_min":"many","flags":{"a":1}},
       "geometry":{"type":"Polygon","coordinates":[[[44,33],[45,33],[45,34],[44,33]]]}}]}
      """)
    let result = Marsad.run("render", file, "--title", "Mine", "-q", "-o", "-")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let data = try data(result.bytes)
    #expect(data["title"]?.string == "Mine")
    let places = try #require(data["events"]?.elements)
    #expect(places.map { $0.elements?[1].numbers ?? [] } == [[44, 33], [], []])
    #expect(places.map { $0.elements?[2].integer } == [-1, -1, 0])
    // The claims are those of the gazetteer where the input has none.
    #expect((data["territories"]?.elements?.count ?? 0) > 10)
  }

  @Test(
    arguments: [
      ("nothing.geojson", nil, 66), ("nothing.gpkg", nil, 66),
      ("text.geojson", "no JSON", 65), ("other.json", #"{"type":"Point"}"#, 65),
      ("store.gpkg", "SQLite format 3\0 and nothing after it", 65),
      // It is by its bytes that a file is known.
      ("layer.gpkg", #"{"type":"Feature"}"#, 65),
      (
        "far.geojson",
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[1e300,1],[2,1],[2,2],[1e300,1]]]}}]}"#, 65
      ),
    ] as [(String, String?, Int32)])
  func `says what it cannot read and leaves no page`(
    _ name: String, _ content: String?, _ status: Int32
  ) {
    let folder = TemporaryDirectory()
    if let content { folder.write(name, content) }
    let result = Marsad.run("render", folder.path(name), "-o", folder.path("map.html"))
    #expect(result.status == status, "\(result.errors)")
    #expect(Marsad.isDiagnostic(result.errorLines.last ?? ""), "\(result.errors)")
    #expect(folder.names() == (content == nil ? [] : [name]))
  }

  @Test func `ends with 73 where it cannot write`() {
    let folder = TemporaryDirectory()
    folder.write("file", "")
    let result = Marsad.run("render", "docs/sample", "-o", folder.path("file/map.html"))
    #expect(result.status == 73, "\(result.errors)")
  }
}

/// The page in a real browser (`Tools/judge_map_html.py`).
@Suite(.enabled(if: Browser.isHere, "there is no chromium or no python3; apt-get install chromium"))
struct `The page in a browser` {
  @Test func `shows what the layers say, by pointer, keyboard and address`() {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    let told = Browser.judge([folder.path("out")])
    #expect(told.status == 0, "\(told.output)\(told.errors)")
  }

  @Test func `runs nothing that stands in a report`() throws {
    let folder = TemporaryDirectory()
    let texts = [
      #"</script><script>window.hacked = 1</script>"#,
      #"<img src=x onerror="window.hacked = 1"><svg onload="window.hacked = 1">"#,
      #"<!-- <script> --><base href='https://example.org/'>"#,
      #"javascript:window.hacked=1"#, #"data:text/html,<script>window.hacked=1</script>"#,
      #"" onmouseover="window.hacked=1" x=""#, #"'};window.hacked=1;//"#,
      "\u{202E}drawkcab\u{2066} \u{2028}x", "https://example.org/\"onclick=\"window.hacked=1",
    ]
    func quoted(_ text: String) -> String {
      let escaped = text.unicodeScalars.map { scalar in
        scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
      }
      return "\"\(escaped.joined())\""
    }
    let fields = [
      "id", "event_type", "sub_event_type", "location", "location_ar", "location_ckb", "country",
      "admin1", "precision", "date_precision", "date_basis", "killed_min", "harm_qualifier",
      "actor1_name", "actor1_role", "actor2_name", "territory_status", "possible_duplicate_of",
      "source", "url", "published", "lang", "quote", "notes",
    ]
    let places = ["[45.1,34.2]", "[179.9999,10]", "[-180,-89.9]"]
    var features: [String] = []
    for (number, text) in texts.enumerated() {
      let members = fields.map { "\"\($0)\":\(quoted($0 == "id" ? "\(number)\(text)" : text))" }
      let lists = ["territory_ids", "territory_names", "flags", "sources", "urls"].map {
        "\"\($0)\":[\(quoted(text)),\(quoted("https://example.org/" + text))]"
      }
      let point = places[number % places.count]
      let geometry =
        number == 3
        ? "null"
        : number == 4
          ? #"{"type":"Polygon","coordinates":[[[44,33],[45,33],[45,34],[44,33]]]}"#
          : #"{"type":"Point","coordinates":\#(point)}"#
      features.append(
        #"{"type":"Feature","properties":{\#((members + lists).joined(separator: ","))},"geometry":\#(geometry)}"#
      )
    }
    let file = folder.write(
      "hostile.geojson",
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#)
    let made = Marsad.run(
      "render", file, "--title", texts[0] + texts[1], "-o", folder.path("hostile.html"))
    try #require(made.status == 0, "\(made.errors)")
    let told = Browser.judge(["--hostile", folder.path("hostile.html")])
    #expect(told.status == 0, "\(told.output)\(told.errors)")
  }

  @Test func `stands without any event`() throws {
    let folder = TemporaryDirectory()
    for layer in ["events", "event_areas"] {
      folder.write("\(layer).geojson", #"{"type":"FeatureCollection","features":[]}"#)
    }
    try #require(Marsad.run("render", folder.path, "-o", folder.path("map.html")).status == 0)
    let told = Browser.judge(["--empty", folder.path("map.html")])
    #expect(told.status == 0, "\(told.output)\(told.errors)")
  }
}

private enum Browser {
  private static let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"

  static let isHere: Bool = {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let folders = path.split(separator: ":")
    func isThere(_ name: String) -> Bool { folders.contains { access("\($0)/\(name)", X_OK) == 0 } }
    return isThere("python3") && names.contains(where: isThere)
  }()

  static func judge(_ arguments: [String]) -> Program.Result {
    Program(path: "/usr/bin/env").run(
      ["python3", Repository.root + "/Tools/judge_map_html.py"] + arguments,
      environment: ["PATH=" + path, "HOME=/tmp"])
  }
}

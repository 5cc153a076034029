import Files
import Glibc
import TestSupport
import Testing

@Suite struct `Questions to a layer` {
  /// Five events around (45, 34): what lies in the unit square from there is easy to see.
  private static let rows = [
    (
      "a", "45.2,34.2", "stated", "\"2020-03-01\"", "2020-03-01", "Battles", "3", "site", "ISIS",
      "null"
    ),
    (
      "b", "45.8,34.8", "relative", "\"2020-03-10\"", "2020-03-12", "Protests", "0", "place",
      "null", "null"
    ),
    (
      "c", "null", "inferred", "null", "2020-04-02", "Battles", "null", "region", "null", "\"ISIS\""
    ),
    (
      "d", "45.0,34.5", "stated", "\"2020-05-05\"", "2020-05-05", "battles", "7", "near",
      "IRQ_ARMY", "null"
    ),
    ("e", "47.0,33.0", "disclosed", "null", "2020-06-01", "Riots", "1", "adm3", "null", "null"),
  ]

  /// Areas: of a inside of the square, of b across its edge, of c touching it, of d half outside.
  private static let areas = [
    ("a", 45.1, 34.1, 45.3, 34.3), ("b", 45.6, 34.6, 46.2, 34.9), ("c", 46.0, 34.0, 46.5, 34.2),
    ("d", 44.8, 34.4, 45.2, 34.6),
  ]

  private static let square = "POLYGON((45 34, 46 34, 46 35, 45 35, 45 34))"

  private func layers() -> TemporaryDirectory {
    let folder = TemporaryDirectory()
    var features: [String] = []
    for (id, place, basis, start, end, type, killed, precision, actor, attributed) in Self.rows {
      let geometry =
        place == "null" ? "null" : "{\"type\":\"Point\",\"coordinates\":[\(place)]}"
      let actor1 = actor == "null" ? "null" : "\"\(actor)\""
      features.append(
        """
        {"type":"Feature","id":"\(id)","geometry":\(geometry),"properties":{"id":"\(id)",\
        "event_type":"\(type)","date_start":\(start),"date_end":"\(end)","date_basis":"\(basis)",\
        "killed_min":\(killed),"precision":"\(precision)","actor1":\(actor1),\
        "actor1_basis":"\(attributed == "null" ? "asserted" : "attributed")",\
        "actor1_attributed":\(attributed),"assoc_actor1":["\(id == "b" ? "IRQ_PMF" : "X")"],\
        "note":"=1+1, \\"خانقين\\""}}
        """)
    }
    folder.write("out/events.geojson", Self.collection(features))
    folder.write(
      "out/event_areas.geojson",
      Self.collection(
        Self.areas.map { id, west, south, east, north in
          """
          {"type":"Feature","id":"\(id)","geometry":{"type":"Polygon","coordinates":[[[\(west),\(south)],\
          [\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]},\
          "properties":{"id":"\(id)"}}
          """
        }))
    return folder
  }

  private static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  /// The ids of the answer, in their order.
  private func ids(_ flags: [String], in folder: TemporaryDirectory) throws -> [String] {
    let result = Marsad.run(
      ["query", folder.path("out"), "--format", "json", "--fields", "id", "-q"] + flags)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONReader.parse(result.bytes).elements?.compactMap { $0["id"]?.string } ?? []
  }

  static let answers: [(flags: [String], ids: [String])] = [
    ([], ["a", "b", "c", "d", "e"]),
    (["--within", square], ["a", "b"]),
    (["--within", square, "--possible"], ["a", "b", "c", "d"]),
    (["--within", square, "--certain"], ["a"]),
    (["--bbox=45,34,46,35"], ["a", "b", "d"]),
    (["--bbox=45,34,46,35", "--certain"], ["a"]),
    (["--bbox=46.5,32,-170,35"], ["e"]),
    (["--near=45.2,34.2", "--km", "40"], ["a", "d"]),
    (["--near=45.2,34.2", "--km", "90", "--certain"], ["a", "d"]),
    (["--near=45.2,34.2", "--km", "80", "--possible"], ["a", "d", "b", "c"]),
    (["--near=47,33", "--nearest", "2"], ["e", "a"]),
    (["--near=47,33", "--nearest", "2", "--type", "battles"], ["a"]),
    (["--since", "2020-03-11", "--until", "2020-05"], ["b", "c", "d"]),
    (["--since", "2020-03-11", "--until", "2020-05", "--dates-certain"], ["d"]),
    (["--dates-certain"], ["a", "b", "d"]),
    (["--until", "2020-03-10"], ["a", "b"]),
    (["--type", "BATTLES"], ["a", "c"]),
    (["--type", "Battles", "--type", "Riots"], ["a", "c", "e"]),
    (["--actor", "Islamic State"], ["a", "c"]),
    (["--actor", "داعش"], ["a", "c"]),
    (["--actor", "ISIS", "--actor-asserted"], ["a"]),
    (["--actor", "Popular Mobilization Forces"], ["b"]),
    (["--actor", "ISIS", "--actor", "IRQ_ARMY"], []),
    (["--min-killed", "1"], ["a", "d", "e"]),
    (["--at-least", "near"], ["a", "b", "d"]),
    (["--filter", "killed_min > 2"], ["a", "d"]),
    (["--filter", #"{"op":">","args":[{"property":"killed_min"},2]}"#], ["a", "d"]),
    (["--filter", "A_CONTAINS(assoc_actor1, ('IRQ_PMF'))"], ["b"]),
    (["--filter", "S_INTERSECTS(geometry, POINT(45.2 34.2))"], ["a"]),
    (["--sort", "-killed_min"], ["d", "a", "e", "b", "c"]),
    (["--sort=killed_min,id", "--limit", "2", "--offset", "1"], ["e", "a"]),
    (["--sort", "event_type"], ["a", "c", "b", "e", "d"]),
    (["--near=45.2,34.2", "--sort=-distance_m"], ["e", "b", "d", "a", "c"]),
    (["--limit", "0"], []),
  ]

  @Test func `are answered as the flags say`() throws {
    let folder = layers()
    for (flags, expected) in Self.answers {
      #expect(try ids(flags, in: folder) == expected, "\(flags)")
    }
  }

  @Test func `tell how many days are only bounds`() {
    let folder = layers()
    let result = Marsad.run(
      "query", folder.path("out"), "--since", "2020-04", "--format", "count")
    #expect(result.output == "3\n")
    #expect(result.errors.contains("2 of 3 have a day that is only a bound"))
  }

  static let formats: [(format: [String], output: String)] = [
    (["count"], "1\n"),
    (
      ["csv"],
      "id,note,distance_m,bearing_deg,longitude,latitude\na,\"=1+1, \"\"خانقين\"\"\",0,0,45.2,34.2\n"
    ),
    (
      ["csv", "--excel"],
      "\u{FEFF}id,note,distance_m,bearing_deg,longitude,latitude\r\na,\"'=1+1, \"\"خانقين\"\"\",0,0,45.2,34.2\r\n"
    ),
    (
      ["geojsonl"],
      """
      {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[45.2,34.2]},\
      "properties":{"id":"a","note":"=1+1, \\"خانقين\\"","distance_m":0.0,"bearing_deg":0.0}}\n
      """
    ),
    (
      ["geojsonseq"],
      """
      \u{1E}{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[45.2,34.2]},\
      "properties":{"id":"a","note":"=1+1, \\"خانقين\\"","distance_m":0.0,"bearing_deg":0.0}}\n
      """
    ),
    (
      ["table"],
      "id  note            distance_m  bearing_deg\na   \u{2068}=1+1, \"خانقين\"\u{2069}           0            0\n"
    ),
  ]

  @Test func `are written in every format`() {
    let folder = layers()
    for (format, expected) in Self.formats {
      let result = Marsad.run(
        [
          "query", folder.path("out"), "--near=45.2,34.2", "--nearest", "1", "--fields", "id,note",
          "-q",
        ]
          + ["--format"] + format)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == expected, "\(format)")
    }
  }

  static let refusals: [(flags: [String], status: Int32, word: String)] = [
    (["--km", "3"], 64, "--km needs --near"),
    (["--nearest", "3"], 64, "--nearest needs --near"),
    (["--near=45,34", "--km", "-1"], 64, "0 or more"),
    (["--possible"], 64, "needs --within"),
    (["--within", square, "--possible", "--certain"], 64, "exclude each other"),
    (["--bbox=1,2,3"], 64, "west,south,east,north"),
    (["--bbox=1,3,2,2"], 64, "west,south,east,north"),
    (["--since", "soon"], 64, "YYYY-MM-DD"),
    (["--since", "2020-13"], 64, "YYYY-MM-DD"),
    (["--since", "2020-05", "--until", "2020-04"], 64, "is before"),
    (["--at-least", "exact"], 64, "site, place"),
    (["--format", "table", "--excel"], 64, "--excel belongs"),
    (["--crs", "EPSG:32638", "--format", "geojson"], 64, "RFC 7946"),
    (["--crs", "EPSG:1", "--format", "csv"], 65, "EPSG"),
    (["--filter", "killed_min >"], 65, "--filter:1:13: error: [Q001]"),
    (["--filter", "killed > 2"], 65, "--filter:1:1: error: [Q030]"),
    (["--filter", "note > 2"], 65, "[Q033]"),
    (["--sort", "size"], 64, "[Q050]"),
    (["--fields", "id,size"], 64, "[Q050]"),
    (["--near", "Qqzzvx"], 65, "no place has this name"),
    (["--near", "Diyala"], 65, "an area"),
    (["--within", "Qqzzvx"], 65, "no file"),
    (["--within", "POLYGON((45 34, 46 34))"], 65, "--within, column"),
    (["--within", "POLYGON((45 34, 46 134, 46 34, 45 34))"], 65, "--within, column"),
    (["--layer", "nope"], 66, "nope.geojson"),
  ]

  @Test func `that cannot be asked are refused with what to do`() {
    let folder = layers()
    for (flags, status, word) in Self.refusals {
      let result = Marsad.run(["query", folder.path("out"), "--format", "json"] + flags)
      #expect(result.status == status, "\(flags): \(result.errors)")
      #expect(result.errors.contains(word), "\(flags): \(result.errors)")
      #expect(result.output == "", "\(flags)")
    }
    #expect(Marsad.run("query", folder.path("nowhere")).status == 66)
  }

  @Test(arguments: ["--within", "--near"])
  func `warn where a name is that of several places`(_ flag: String) {
    let several = Marsad.run("query", "docs/sample", flag, "Sadah", "--format", "count")
    #expect(several.status == 0)
    #expect(several.errors.contains("warning: \(flag) Sadah may also mean "), "\(several.errors)")
    let one = Marsad.run("query", "docs/sample", flag, "Khanaqin", "--format", "count")
    #expect(!one.errors.contains("warning"), "\(one.errors)")
  }

  @Test func `leave the file as it was`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out"), "-q").status == 0)
    let before = folder.read("out/events.gpkg")
    for flags in [
      ["--near", "Khanaqin", "--km", "50"], ["--within", "Diyala", "--possible"],
      ["--include-historical"],
    ] {
      #expect(Marsad.run(["query", folder.path("out"), "--format", "count"] + flags).status == 0)
    }
    #expect(folder.read("out/events.gpkg") == before)
    #expect(Repository.names(in: folder.path("out")).filter { $0.hasPrefix("events.gpkg-") } == [])
  }

  @Test func `never write over the file that they are asked of`() throws {
    let folder = layers()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("map"), "-q").status == 0)
    symlink("map/events.gpkg", folder.path("link.gpkg"))
    for (store, output) in [
      ("map", "map/events.gpkg"), ("map/events.gpkg", "link.gpkg"),
      ("link.gpkg", "map/events.gpkg"),
      ("out", "out/event_areas.geojson"), ("out/events.geojson", "out/events.geojson"),
    ] {
      let before = folder.read(output)
      for command in ["query", "hotspots", "timeline", "render"] {
        let result = Marsad.run(command, folder.path(store), "-o", folder.path(output))
        #expect(result.status == 73, "\(command) \(store): \(result.errors)")
        #expect(folder.read(output) == before, "\(command) \(store)")
      }
    }
    let beside = Marsad.run("query", folder.path("out"), "-o", folder.path("out/a.geojson"), "-q")
    #expect(beside.status == 0, "\(beside.errors)")
  }

  @Test func `go where a link or a descriptor leads`() throws {
    let folder = layers()
    let shown = Marsad.run("query", folder.path("out"), "--format", "csv", "-q")
    let through = Marsad.run(
      "query", folder.path("out"), "--format", "csv", "-q", "-o", "/dev/stdout")
    #expect(through.status == 0 && through.bytes == shown.bytes, "\(through.errors)")
    folder.write("deep/target.csv", "old")
    symlink("deep/target.csv", folder.path("link.csv"))
    #expect(
      Marsad.run("query", folder.path("out"), "-q", "-o", folder.path("link.csv")).status == 0)
    #expect(folder.read("deep/target.csv") == shown.bytes)
    var record = stat()
    #expect(lstat(folder.path("link.csv"), &record) == 0 && record.st_mode & S_IFMT == S_IFLNK)
    let device = Marsad.run(
      "query", folder.path("out"), "--format", "gpkg", "-q", "-o", "/dev/null")
    #expect(device.status == 73, "\(device.errors)")
  }

  @Test func `take history from a folder of GeoJSON layers, whose columns differ`() throws {
    let folder = layers()
    // Nobody is known to be killed, and there is one property more.
    folder.write(
      "out/background.geojson",
      Self.collection([
        """
        {"type":"Feature","geometry":null,"properties":{"id":"old","event_type":"Riots",\
        "killed_min":null,"killed_max":2.5,"date_end":"1991-03-05"}}
        """
      ]))
    #expect(try ids(["--include-historical"], in: folder) == ["a", "b", "c", "d", "e", "old"])
    let flags = ["--type", "Riots", "--sort", "killed_min", "--include-historical"]
    #expect(try ids(flags, in: folder) == ["e", "old"])
    #expect(try ids(["--filter", "killed_max > 2", "--include-historical"], in: folder) == ["old"])
    for store in ["out/events.geojson", "out/background.geojson"] {
      let one = Marsad.run("query", folder.path(store), "--include-historical")
      #expect(one.status == 64 && one.errors.contains("--include-historical"), "\(one.errors)")
    }
    let sample = Marsad.run(
      "query", "docs/sample", "--include-historical", "--by", "year", "--format", "count")
    #expect(sample.status == 0, "\(sample.errors)")
  }

  @Test func `read a pipe once, from its first byte`() {
    let layer = String(decoding: layers().read("out/events.geojson") ?? [], as: UTF8.self)
    let talk = Conversation(
      Program.marsad, ["query", "/dev/stdin", "--format", "count"], environment: Marsad.knowledge)
    talk.say(layer)
    #expect(talk.finish() == 0)
    #expect(talk.hear() == "5")
  }

  @Test func `give the same answers from the GeoPackage and from the GeoJSON layers`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out"), "-q").status == 0)
    for flags in [
      [], ["--near", "Khanaqin", "--km", "100"], ["--since", "2021", "--sort", "-killed_min"],
      ["--actor", "ISIS"], ["--filter", "A_CONTAINS(territory_ids, ('dib-khanaqin'))"],
      ["--near", "Kirkuk", "--nearest", "4"],
    ] {
      func ask(_ store: String) throws -> [String] {
        let result = Marsad.run(
          ["query", folder.path(store), "--format", "json", "--fields", "id", "-q"] + flags)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONReader.parse(result.bytes).elements?.compactMap { $0["id"]?.string } ?? []
      }
      let stored = try ask("out/events.gpkg")
      #expect(!stored.isEmpty, "\(flags)")
      #expect(stored == (try ask("out/events.geojson")), "\(flags)")
    }
  }

  @Test func `show their plan`() {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out"), "-q").status == 0)
    let result = Marsad.run(
      "query", folder.path("out"), "--within", "Diyala", "--since", "2021", "--filter",
      "CASEI(location) = CASEI('jalawla')", "--explain-plan", "-q")
    for part in [
      "by the R-tree", "SQL: ", "exact (point): outline of adm1 Diyala",
      "for each candidate: CASEI(location) = CASEI('jalawla')", "rtree_events_geom",
    ] {
      #expect(result.output.contains(part), "\(part) in \(result.output)")
    }
  }
}

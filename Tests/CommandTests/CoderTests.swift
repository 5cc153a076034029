import Files
import Glibc
import TestSupport
import Testing

/// `marsad export`, `marsad import` and `marsad compare` as a user runs them.
@Suite struct `Coders' formats` {
  private let folder = TemporaryDirectory()

  private func map(_ name: String = "out", _ more: String...) -> String {
    let result = Marsad.run(["map", "seeds", "-q", "-o", folder.path(name)] + more)
    #expect(result.status == 0, "\(result.errors)")
    return folder.path(name)
  }

  /// An export made up for the test, with its header.
  private func export(_ rows: String...) -> String {
    let header =
      "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,"
      + "actor2,inter2,country,location,latitude,longitude,geo_precision,source,notes,fatalities,"
      + "timestamp"
    return folder.write("export.csv", ([header] + rows).joined(separator: "\n") + "\n")
  }

  private static let good =
    "IRQ900001,19 January 2022,2022,1,Battles,Armed clash,Made-up Group,Rebel group,Made-up Army,"
    + "State forces,Iraq,Qara Tapa,34.43,44.94,1,Paper A; Paper B,Made up.,3,1642600000"

  private func features(_ path: String) throws -> [JSONValue] {
    try JSONReader.parse(TemporaryDirectory.read(path) ?? [])["features"]?.elements ?? []
  }

  @Test(arguments: ["csv", "acled-csv", "ged-csv"])
  func `map and export write the same table`(_ format: String) throws {
    let layers = map()
    let direct = Marsad.run(
      "map", "seeds", "--format", format, "-o", folder.path("direct.csv"))
    #expect(direct.status == 0 && direct.output.isEmpty)
    #expect(direct.errors.contains("table in \(folder.path("direct.csv"))"))
    let later = Marsad.run("export", layers, "--format", format)
    #expect(later.status == 0)
    #expect(folder.read("direct.csv") == Array(later.output.utf8))
    #expect(!later.output.contains("\r"))
    // Nothing but the table was written.
    #expect(folder.names() == ["direct.csv", "out"])
    let piped = Marsad.run("map", "seeds", "--format", format, "-q", "--threads", "3")
    #expect(piped.output == later.output)
    let historical = Marsad.run("export", layers, "--format", format, "--include-historical")
    #expect(historical.status == 0 && historical.output.hasPrefix(later.output))
    if format == "csv" { #expect(historical.lines.count > later.lines.count) }
  }

  @Test func `the table has every event and every property`() throws {
    let layers = map()
    let result = Marsad.run("export", layers)
    let events = try features(layers + "/events.geojson")
    #expect(result.errors == "\(events.count) events\n")
    let lines = result.lines
    // No property of the seeds holds a line break.
    #expect(lines.count == events.count + 1)
    let names = try #require(events.first?["properties"]?.members).map(\.key)
    #expect(lines.first == (names + ["longitude", "latitude"]).joined(separator: ","))
    for (line, event) in zip(lines.dropFirst(), events) {
      #expect(line.hasPrefix(event["id"]?.string ?? "none"))
    }
  }

  @Test func `a public run gives no words of the reports in any format`() throws {
    let layers = map("share", "--public")
    let texts = ["csv", "acled-csv", "ged-csv"].map { format in
      let result = Marsad.run("export", layers, "--format", format)
      #expect(result.status == 0)
      let direct = Marsad.run("map", "seeds", "--public", "--format", format, "-q")
      #expect(direct.output == result.output, "\(format)")
      return result.output
    }
    let open = Marsad.run("map", "seeds", "--format", "csv", "-q").output
    let quotes = try features(map("open") + "/events.geojson")
      .compactMap { $0["properties"]?["quote"]?.string }.filter { open.contains($0) }
    #expect(quotes.count > 3)
    #expect(texts.allSatisfy { text in quotes.allSatisfy { !text.contains($0) } })
    // Of a place only its sub-district is told: the row stands where that has its seat.
    #expect(texts[1].contains("coordinates=seat of the unit"))
  }

  @Test func `for spreadsheets nothing runs as a formula`() throws {
    let input = #"{"id":"a","text":"\#(Marsad.report)","source":"=1+1","published":"2021-03-09"}"#
    let result = Marsad.run(
      "map", "-", "--format", "acled-csv", "--excel", "-q", input: input + "\n")
    #expect(result.status == 0)
    #expect(result.output.unicodeScalars.first == "\u{FEFF}")
    #expect(result.output.contains(",'=1+1,"))
    #expect(result.output.hasSuffix("\r\n"))
    let plain = Marsad.run("map", "-", "--format", "acled-csv", "-q", input: input + "\n")
    #expect(plain.output.contains(",=1+1,"))
  }

  @Test func `an outlet of the user's own table has its scale and rating`() throws {
    folder.write(
      "overlay/sources.tsv",
      "id\tname\tforms\tscale\taffiliation\treliability\tsource\n"
        + "my1\tSample Wire\t\tlocal\t\tB\tits own site\n")
    let input =
      #"{"id":"a","text":"\#(Marsad.report)","source":"Sample Wire","published":"2021-03-09"}"#
    let ours = Marsad.run(
      ["map", "-", "--format", "acled-csv", "--overlay", folder.path("overlay")],
      input: Array((input + "\n").utf8))
    #expect(ours.output.contains(",Sample Wire,Subnational,"))
    #expect(ours.output.contains("source reliability=B"))
    #expect(!ours.errors.contains("A011"))
    let without = Marsad.run("map", "-", "--format", "acled-csv", input: input + "\n")
    #expect(without.output.contains(",Sample Wire,,"))
    #expect(without.errors.contains("warning: [A011] the scale of 1 sources is not known"))
  }

  @Test(arguments: [
    ["map", "seeds", "--excel"], ["map", "seeds", "--include-historical"],
    ["map", "seeds", "--format", "xlsx"], ["export", "x", "--format", "layers"], ["export"],
    ["import", "acled-csv", "x.csv"], ["compare", "x"],
  ])
  func `a wrong command line ends with 64`(_ arguments: [String]) {
    let result = Marsad.run(arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `an input that is not there ends with 66, a wrong one with 65`() throws {
    #expect(Marsad.run("export", folder.path("none")).status == 66)
    #expect(Marsad.run("compare", folder.path("none"), folder.path("none")).status == 66)
    let missing = Marsad.run("import", "acled-csv", folder.path("no.csv"), "-o", folder.path("o"))
    #expect(missing.status == 66)
    folder.write("bad.geojson", "{}")
    #expect(Marsad.run("export", folder.path("bad.geojson")).status == 65)
    let table = folder.write("bad.csv", "a,b\n1,2\n")
    let refused = Marsad.run("import", "acled-csv", table, "-o", folder.path("o"))
    #expect(refused.status == 65)
    #expect(refused.errors.hasPrefix("\(table):1:1: error: [A001] the header lacks"))
    // Nothing was begun.
    #expect(folder.names() == ["bad.csv", "bad.geojson"])
    mkdir(folder.path("dir"), 0o777)
    #expect(Marsad.run("map", "seeds", "--format", "csv", "-o", folder.path("dir")).status == 73)
  }

  @Test func `an export is not laid over the reports of a folder`() {
    folder.write("out/events.gpkg", "reports")
    let path = export(Self.good)
    let result = Marsad.run("import", "acled-csv", path, "-o", folder.path("out"))
    #expect(result.status == 73)
    #expect(result.errors.hasPrefix("\(folder.path("out/events.gpkg")): error: [F005] "))
    #expect(Repository.names(in: folder.path("out")) == ["events.gpkg"])
  }

  @Test func `an export lies in the same layers, wrong cells are told and the run goes on`() throws
  {
    let path = export(
      Self.good,
      "IRQ900002,20 January 2022,2022,2,Battles,Armed clash,Made-up Group,2,Made-up Army,1,Iraq,"
        + "Diyala,33.75,44.64,3,Paper,Made up.,many,1642600000", "short,row",
      "IRQ900003,21 January 2022,2022,1,Battles,Armed clash,Made-up Group,2,Made-up Army,1,Iraq,"
        + "near Kifri,34.69,44.96,2,Paper,Made up.,0,1642600000")
    let result = Marsad.run("import", "acled-csv", path, "-o", folder.path("acled"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("\(path):3:") == true)
    #expect(lines.contains { $0.hasPrefix("\(path):4:1: error: [A003] the row has 2 cells") })
    #expect(lines.prefix(2).allSatisfy(Marsad.isDiagnostic))
    #expect(lines.contains("4 rows, 1 left out") && lines.contains("3 events (3 on the map)"))
    // A store keeps reports to add to, and an import has none; its page is for `render` to make.
    #expect(
      Repository.names(in: folder.path("acled"))
        == `Map`.files.filter { $0 != "events.gpkg" && $0 != "map.html" })
    let events = try features(folder.path("acled/events.geojson"))
    #expect(events.map { $0["id"]?.string?.suffix(1) } == ["2", "1", "3"])
    let exact = try #require(events[1]["properties"])
    #expect(exact["source"]?.string == "ACLED")
    #expect(exact["sources"]?.elements?.compactMap(\.string) == ["Paper A", "Paper B"])
    #expect(exact["quote"]?.string == "Made up.")
    #expect(exact["precision"]?.string == "place" && exact["admin2"]?.string == "Kifri")
    #expect(exact["confidence"]?.isNull == true)
    #expect(exact["killed_min"]?.integer == 3 && exact["killed_max"]?.isNull == true)
    // A governorate is an area: the capital that ACLED codes it to is no point of the event.
    #expect(events[0]["geometry"]?.isNull == true)
    #expect(events[0]["properties"]?["precision"]?.string == "adm1")
    #expect(events[0]["properties"]?["admin1"]?.string == "Diyala")
    #expect(events[0]["properties"]?["date_start"]?.string == "2022-01-17")
    #expect(events[2]["properties"]?["precision"]?.string == "near")
    let areas = try features(folder.path("acled/event_areas.geojson"))
    #expect(areas.count == 3)
    let citation = String(decoding: folder.read("acled/CITATION.txt") ?? [], as: UTF8.self)
    #expect(citation.contains("ACLED"))
    let run = String(decoding: folder.read("acled/run.json") ?? [], as: UTF8.self)
    #expect(!run.contains(folder.path))
    let strict = Marsad.run("import", "acled-csv", path, "-o", folder.path("strict"), "--strict")
    #expect(strict.status == 65)
  }

  @Test func `an import writes the same bytes each time, packed or not`() throws {
    let path = export(Self.good)
    for name in ["a", "b"] {
      #expect(
        Marsad.run("import", "acled-csv", path, "-q", "-o", folder.path(name)).status == 0)
    }
    #expect(system("gzip -k \(path)") == 0)
    #expect(
      Marsad.run("import", "acled-csv", path + ".gz", "-q", "-o", folder.path("c")).status == 0)
    for name in `Map`.files where name != "run.json" {
      #expect(folder.read("a/" + name) == folder.read("b/" + name), "\(name)")
      #expect(folder.read("a/" + name) == folder.read("c/" + name), "\(name)")
    }
    #expect(folder.read("a/run.json") == folder.read("b/run.json"))
  }

  @Test func `our own export, read back, matches what it was made of`() throws {
    let layers = map()
    let table = folder.path("acled.csv")
    #expect(
      Marsad.run("export", layers, "--format", "acled-csv", "-q", "-o", table).status == 0)
    let imported = Marsad.run("import", "acled-csv", table, "-o", folder.path("acled"))
    #expect(imported.status == 0)
    // Every cell that we write is one that we read.
    #expect(!imported.errors.contains("[A002]") && !imported.errors.contains("[A003]"))
    let events = try features(layers + "/events.geojson").filter {
      $0["properties"]?["event_type"]?.isNull == false
    }
    #expect(imported.errors.contains("\(events.count) rows, 0 left out"))
    let result = Marsad.run("compare", layers, folder.path("acled"), "-o", folder.path("cmp"))
    #expect(result.status == 0)
    let matched = try features(folder.path("cmp/matched.geojson"))
    #expect(matched.count == events.count)
    for match in matched {
      let properties = match["properties"]
      let theirs = properties?["theirs"]?.string ?? ""
      #expect(theirs == "acled-" + (properties?["ours"]?.string ?? ""))
    }
  }

  @Test func `a comparison tells what both have, what one has, and where they differ`() throws {
    let layers = map()
    #expect(
      Marsad.run("import", "acled-csv", export(Self.good), "-q", "-o", folder.path("acled"))
        .status == 0)
    let table = Marsad.run("compare", layers, folder.path("acled"))
    #expect(table.status == 0)
    #expect(table.lines.count { $0.hasPrefix("matched,") } == 1)
    #expect(table.lines.count { $0.hasPrefix("only_theirs,") } == 0)
    #expect(table.errors.contains("1 matched"))
    let match = try #require(table.lines.first { $0.hasPrefix("matched,") })
    #expect(match.contains(",acled-IRQ900001,"))
    let quiet = Marsad.run(
      "compare", layers, folder.path("acled"), "-q", "-o", folder.path("cmp"))
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    #expect(folder.read("cmp/comparison.csv") == Array(table.output.utf8))
    let excel = Marsad.run("compare", layers, folder.path("acled"), "-q", "--excel")
    #expect(excel.output.unicodeScalars.first == "\u{FEFF}")
    // A threshold of the user's own.
    folder.write("overlay/weights.tsv", "term\tvalue\tnote\ncompare_least\t1001\t\n")
    let none = Marsad.run(
      "compare", layers, folder.path("acled"), "--overlay", folder.path("overlay"))
    #expect(none.errors.contains("0 matched"))
  }

  @Test(
    .enabled(if: system("python3 -c 'import csv' >/dev/null 2>&1") == 0, "there is no python3"))
  func `other readers read the tables`() throws {
    let layers = map()
    for (format, columns) in [("csv", 0), ("acled-csv", 31), ("ged-csv", 49)] {
      let path = folder.path(format + ".csv")
      let written = Marsad.run("export", layers, "--format", format, "-o", path)
      let count = written.errors.split(separator: "\n").last?.split(separator: " ").first ?? ""
      folder.write(
        "judge.py",
        """
        import csv, sys
        rows = list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert int(sys.argv[2]) in (0, len(rows[0]))
        assert len(set(rows[0])) == len(rows[0])
        assert len(rows) - 1 == int(sys.argv[3])
        """)
      #expect(
        system("python3 \(folder.path("judge.py")) \(path) \(columns) \(count)") == 0, "\(format)")
    }
  }
}

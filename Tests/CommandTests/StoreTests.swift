import Files
import Glibc
import Model
import StoreEvents
import TestSupport
import Testing

@Suite struct `The GeoPackage of map` {
  private func count(_ path: String, _ layer: String) throws -> Int {
    let reader = try GeoPackageReader(path: path)
    return try reader.count(of: try reader.layer(layer))
  }

  @Test func `has as many features as run.json says`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    let counts = try JSONReader.parse(folder.read("out/run.json") ?? [])["counts"]
    for layer in ["events", "event_areas", "background", "mentions", "territories", "statements"] {
      #expect(
        try count(folder.path("out/events.gpkg"), layer) == counts?[layer]?.integer, "\(layer)")
    }
  }

  @Test func `takes more reports, and tells how many`() throws {
    let folder = TemporaryDirectory()
    let first = Marsad.run(
      "map", "seeds/01-khanaqin-ied.txt", "--append", "-o", folder.path("out"))
    #expect(first.status == 0, "the first run may append too")
    let second = Marsad.run("map", "seeds", "--append", "-o", folder.path("out"))
    #expect(second.status == 0)
    #expect(
      second.errors.contains("14 of the documents are new, 0 replaced an earlier text, 1 were"))
    #expect(Marsad.run("map", "seeds", "-o", folder.path("once")).status == 0)
    for name in Map.files where name != "events.gpkg" {
      #expect(folder.read("out/\(name)") == folder.read("once/\(name)"), "\(name)")
    }
  }

  @Test func `merges with others, and loses reports as if they had never come`() throws {
    let folder = TemporaryDirectory()
    let names = Repository.names(in: Repository.seeds).map { "seeds/" + $0 }
    func run(_ arguments: String..., to output: String) -> Program.Result {
      Marsad.run(["map"] + arguments + ["-o", folder.path(output)])
    }
    func expectEqual(_ one: String, _ other: String) {
      for name in Map.files where name != "events.gpkg" {
        #expect(folder.read("\(one)/\(name)") == folder.read("\(other)/\(name)"), "\(name)")
      }
    }
    #expect(Marsad.run(["map"] + names[..<6] + ["-q", "-o", folder.path("a")]).status == 0)
    #expect(Marsad.run(["map"] + names[6...] + ["-q", "-o", folder.path("b")]).status == 0)
    let merged = run(
      folder.path("a/events.gpkg"), folder.path("b/events.gpkg"), to: "merged")
    #expect(merged.status == 0 && merged.errors.contains("15 documents, 0 rejected"))
    #expect(Marsad.run(["map"] + names + ["-q", "-o", folder.path("once")]).status == 0)
    expectEqual("merged", "once")

    let removed = run("--append", "--remove", "sample-01", "--remove", "sample-03", to: "merged")
    #expect(removed.status == 0, "\(removed.errors)")
    #expect(removed.errors.contains("2 documents removed"))
    let left = names.filter { !$0.hasPrefix("seeds/01-") && !$0.hasPrefix("seeds/03-") }
    #expect(Marsad.run(["map"] + left + ["-q", "-o", folder.path("left")]).status == 0)
    expectEqual("merged", "left")

    let unknown = run("--append", "--remove", "sample-01", to: "merged")
    #expect(unknown.status == 66 && unknown.errors.contains("[S011]"))
    let nowhere = run("--append", "--remove", "sample-01", to: "none")
    #expect(nowhere.status == 66 && nowhere.errors.contains("[S001]"))
    #expect(FileStatus.of(folder.path("none")) == nil, "no folder is made for it")
    #expect(run("--remove", "sample-02", "seeds", to: "merged").status == 64)
    #expect(run("--append", to: "merged").status == 64)
    expectEqual("merged", "left")
  }

  @Test func `is left alone when somebody else made it`() throws {
    let folder = TemporaryDirectory()
    folder.write("out/events.gpkg", "my own file")
    let result = Marsad.run("map", "seeds", "--append", "-o", folder.path("out"))
    #expect(result.status == 65)
    #expect(Marsad.isDiagnostic(result.errorLines.last ?? ""), "\(result.errors)")
    #expect(result.errors.contains("[S002]"))
    #expect(folder.read("out/events.gpkg") == Array("my own file".utf8))
    #expect(Repository.names(in: folder.path("out")) == ["events.gpkg"])
  }

  @Test func `must be there when the folder has layers`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    unlink(folder.path("out/events.gpkg"))
    let result = Marsad.run("map", "seeds", "--append", "-o", folder.path("out"))
    #expect(result.status == 66)
    #expect(result.errors.contains("[S001]"))
  }

  @Test func `has no reports when it is published, and takes none`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "--public", "-o", folder.path("out")).status == 0)
    let reader = try GeoPackageReader(path: folder.path("out/events.gpkg"))
    #expect(
      try reader.layers().map(\.name) == [
        "events", "event_areas", "background", "mentions", "territories", "admin_units",
        "marsad_schema", "layer_styles",
      ])
    var rows = 0
    try reader.forEach(of: try reader.layer("events"), columns: ["quote", "quote_start"]) {
      rows += 1
      #expect($0.values == [.null, .null])
      return true
    }
    #expect(rows > 0)
    // Words of a seed, as UTF-8: they stand nowhere in the file.
    let bytes = try #require(folder.read("out/events.gpkg"))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("مصدر أمني"))
    #expect(Marsad.run("map", "seeds", "-q", "-o", folder.path("open")).status == 0)
    let open = try #require(folder.read("open/events.gpkg"))
    #expect(String(decoding: open, as: UTF8.self).contains("مصدر أمني"))
    let append = Marsad.run("map", "seeds", "--append", "-o", folder.path("out"))
    #expect(append.status == 65 && append.errors.contains("[S006]"))
    let both = Marsad.run("map", "seeds", "--append", "--public", "-o", folder.path("out"))
    #expect(both.status == 64)
  }

  /// Runs that write into one folder at once wait for each other: no report is lost.
  @Test func `takes reports from several runs at once`() throws {
    let folder = TemporaryDirectory()
    let names = Repository.names(in: Repository.seeds).filter { $0.hasSuffix(".txt") }
    let result = Program(path: "/usr/bin/xargs").run(
      [
        "-P", "6", "-I", "{}", Program.marsad.path, "map", "seeds/{}", "--append", "-q", "-o",
        folder.path,
      ], input: Array(names.prefix(6).joined(separator: "\n").utf8), environment: Marsad.knowledge,
      in: Repository.root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try count(folder.path("events.gpkg"), "reports") == 6)
    #expect(folder.names() == Map.files.sorted(), "nothing else is left")
  }

  /// Wherever a run is killed, the file is the one before it or the one after, and what it left beside
  /// is gone after the next.
  @Test(arguments: [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.9])
  func `is whole when the run is killed`(_ seconds: Double) throws {
    let folder = TemporaryDirectory()
    #expect(
      Marsad.run("map", "seeds/01-khanaqin-ied.txt", "-o", folder.path, "-q").status == 0)
    let path = folder.path("events.gpkg")
    let before = folder.read("events.gpkg")
    let killer = Program(path: "/usr/bin/timeout")
    let killed = killer.run(
      [
        "-s", "KILL", "\(seconds)", Program.marsad.path, "map", "seeds", "--append", "-q", "-o",
        folder.path,
      ], environment: Marsad.knowledge, in: Repository.root)
    #expect(killed.status == 0 || killed.status == 137 || killed.status == 124)
    let documents = try count(path, "reports")
    #expect(documents == 1 || documents == 15)
    if documents == 1 { #expect(folder.read("events.gpkg") == before) }
    // The next run mends whatever was cut off.
    #expect(Marsad.run("map", "seeds", "--append", "-q", "-o", folder.path).status == 0)
    #expect(try count(path, "reports") == 15)
    #expect(folder.names() == Map.files.sorted())
  }
}

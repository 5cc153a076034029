import Files
import Glibc
import TestSupport
import Testing

@Suite struct `Map` {
  static let files = [
    "CITATION.txt", "background.geojson", "event_areas.geojson", "events.geojson", "events.gpkg",
    "evidence.jsonl", "map.html", "mentions.geojson", "run.json", "statements.jsonl",
    "territories.geojson",
  ]

  private func contents(_ folder: TemporaryDirectory, _ name: String) -> [String: [UInt8]] {
    let names = Repository.names(in: folder.path(name))
    return Dictionary(uniqueKeysWithValues: names.map { ($0, folder.read("\(name)/\($0)") ?? []) })
  }

  @Test func `writes every file and leaves no other`() throws {
    let folder = TemporaryDirectory()
    let result = Marsad.run("map", "seeds", "-o", folder.path("a/b/out"))
    #expect(result.status == 0)
    #expect(result.output.isEmpty, "the data are in the folder")
    #expect(result.errors.contains("layers in \(folder.path("a/b/out"))"))
    #expect(Repository.names(in: folder.path("a/b/out")) == Self.files)
    let hidden = try #require(listing(folder.path("a/b/out")))
    #expect(hidden == Self.files, "nothing half-written stays")
  }

  @Test func `copies of an agency's text count as one source`() throws {
    let folder = TemporaryDirectory()
    let agency =
      "Two policemen were killed and one was wounded on Monday when a roadside bomb exploded near "
      + "Khanaqin in Diyala province, a security source told the agency on condition of anonymity."
    let own =
      "KHANAQIN - A bomb planted by the roadside went off on Monday close to the town of Khanaqin. "
      + "It killed two policemen and wounded another one, an officer said by telephone."
    func line(_ id: String, _ source: String, _ text: String) -> String {
      #"{"id":"\#(id)","published":"2021-03-09","source":"\#(source)","text":"\#(text)"}"# + "\n"
    }
    let input =
      line("a", "First", agency) + line("b", "Second", agency + " The area was sealed off.")
      + line("c", "Third", own)
    let result = Marsad.run("map", "-", "-o", folder.path("out"), input: input)
    #expect(result.status == 0)
    let layer = try JSONReader.parse(folder.read("out/events.geojson") ?? [])
    let features = try #require(layer["features"]?.elements)
    let properties = try #require(features.first?["properties"])
    #expect(features.count == 1)
    #expect(properties["reports"] == .number(3, raw: "3"))
    #expect(properties["independent_sources"] == .number(2, raw: "2"))
    let evidence = try JSONReader.parse(folder.read("out/evidence.jsonl") ?? [])
    let links = try #require(evidence["links"]?.elements).compactMap(\.string)
    #expect(links.count == 2)
    #expect(links.count { $0.contains("copy ") } == 1, "\(links)")
  }

  @Test func `run.json has a hash of each input and file of knowledge`() throws {
    let folder = TemporaryDirectory()
    func hashes(_ name: String, _ text: String) throws -> [String] {
      let input = #"{"id":"a","published":"2021-03-09","text":"\#(text)"}"#
      #expect(Marsad.run("map", "-", "-q", "-o", folder.path(name), input: input).status == 0)
      let run = try JSONReader.parse(folder.read(name + "/run.json") ?? [])
      let knowledge = try #require(run["knowledge"]?.elements)
      #expect(knowledge.contains { $0["file"]?.string == "places.tsv" })
      #expect(knowledge.allSatisfy { $0["content_hash"]?.string?.utf8.count == 16 })
      return (run["inputs"]?.elements ?? []).compactMap { $0["content_hash"]?.string }
    }
    let first = try hashes("a", "A bomb exploded in Khanaqin.")
    #expect(first.count == 1)
    #expect(try hashes("b", "A bomb exploded in Khanaqin.") == first)
    #expect(try hashes("c", "A bomb exploded in Hawija.") != first)
  }

  /// All names, hidden ones too.
  private func listing(_ path: String) -> [String]? {
    guard let handle = opendir(path) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  @Test func `run.json is written last`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    func time(_ name: String) -> Int {
      var record = stat()
      stat(folder.path("out/" + name), &record)
      return record.st_ctim.tv_sec * 1_000_000_000 + record.st_ctim.tv_nsec
    }
    // A tick of the file system's clock may hold several files.
    for name in Self.files { #expect(time(name) <= time("run.json"), "\(name)") }
  }

  @Test func `a second run writes the same bytes, on any number of threads`() {
    let folder = TemporaryDirectory()
    for (name, threads) in [("a", "1"), ("b", "2"), ("a", "3")] {
      let result = Marsad.run("map", "seeds", "-o", folder.path(name), "--threads", threads, "-q")
      #expect(result.status == 0)
      #expect(result.errors.isEmpty, "quiet means quiet")
    }
    #expect(contents(folder, "a") == contents(folder, "b"))
  }

  @Test func `no file tells where it was made or when`() {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", Repository.seeds, "-o", folder.path("out"), "-v").status == 0)
    for (name, bytes) in contents(folder, "out") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(Repository.root), "\(name)")
      #expect(!text.contains(folder.path), "\(name)")
    }
  }

  @Test func `a layer that cannot be written leaves the folder as it was`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds/01-khanaqin-ied.txt", "-o", folder.path("out")).status == 0)
    // A folder stands where a layer must be: even root cannot write that.
    unlink(folder.path("out/territories.geojson"))
    mkdir(folder.path("out/territories.geojson"), 0o777)
    let before = contents(folder, "out")
    let result = Marsad.run("map", "seeds", "-o", folder.path("out"))
    #expect(result.status == 73)
    #expect(result.errors.contains("territories.geojson"), "\(result.errors)")
    #expect(contents(folder, "out") == before)
    #expect(listing(folder.path("out")) == Self.files.sorted())
  }

  @Test func `a run that stops leaves the layers of the run before`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    let before = contents(folder, "out")
    folder.write("bad.txt", [0xFF])
    let result = Marsad.run(
      "map", "seeds", folder.path("bad.txt"), "--strict", "-o", folder.path("out"))
    #expect(result.status == 65)
    #expect(contents(folder, "out") == before)
    #expect(listing(folder.path("out")) == Self.files.sorted())
  }

  @Test func `an output below a file is refused and nothing is made`() {
    let folder = TemporaryDirectory()
    folder.write("file", "x")
    let result = Marsad.run("map", "seeds", "-o", folder.path("file/out"))
    #expect(result.status == 73)
    #expect(Marsad.isDiagnostic(result.errorLines.last ?? ""), "\(result.errors)")
    #expect(folder.names() == ["file"])
    #expect(folder.read("file") == Array("x".utf8))
  }

  @Test func `public layers have no quotes, evidence or statements`() throws {
    let folder = TemporaryDirectory()
    // What an earlier run left must go too.
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    #expect(Marsad.run("map", "seeds", "--public", "-o", folder.path("out")).status == 0)
    let hidden = ["evidence.jsonl", "statements.jsonl"]
    #expect(Repository.names(in: folder.path("out")) == Self.files.filter { !hidden.contains($0) })
    for layer in ["events", "event_areas", "background"] {
      let bytes = try #require(folder.read("out/\(layer).geojson"))
      let features = try #require(try JSONReader.parse(bytes)["features"]?.elements)
      for feature in features {
        let properties = feature["properties"]
        for key in ["quote", "quote_start", "quote_end"] {
          let value = properties?[key] ?? .null
          #expect(value.isNull, "\(layer) \(key)")
        }
        let isShape = layer == "event_areas"
        #expect(isShape || feature["geometry"]?.isNull == true, "no finer than a unit")
        let precision = properties?["precision"]?.string ?? ""
        #expect(!["site", "place", "near"].contains(precision), "\(precision)")
      }
    }
    let seed = try #require(Repository.read("seeds/01-khanaqin-ied.txt"))
    let lines = String(decoding: seed, as: UTF8.self).split(separator: "\n")
    let sentence = try #require(lines.last)
    for (name, bytes) in contents(folder, "out") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(sentence), "\(name)")
    }
  }

  @Test func `certain-only says how many events it left out`() throws {
    let folder = TemporaryDirectory()
    let result = Marsad.run("map", "seeds", "--certain-only", "-o", folder.path("out"))
    #expect(result.status == 0)
    #expect(result.errors.contains("left out"))
    let bytes = try #require(folder.read("out/events.geojson"))
    for feature in try #require(try JSONReader.parse(bytes)["features"]?.elements) {
      let properties = feature["properties"]
      #expect(["site", "place"].contains(properties?["precision"]?.string))
      #expect(properties?["date_precision"]?.string == "day")
      #expect(["stated", "relative"].contains(properties?["date_basis"]?.string))
      #expect(properties?["possible_duplicate_of"]?.isNull == true)
    }
  }

  @Test func `run.json counts what the layers hold`() throws {
    let folder = TemporaryDirectory()
    #expect(Marsad.run("map", "seeds", "-o", folder.path("out")).status == 0)
    let run = try JSONReader.parse(try #require(folder.read("out/run.json")))
    let counts = try #require(run["counts"])
    for layer in ["events", "event_areas", "background", "mentions", "territories"] {
      let bytes = try #require(folder.read("out/\(layer).geojson"))
      #expect(
        try JSONReader.parse(bytes)["features"]?.elements?.count == counts[layer]?.integer,
        "\(layer)")
    }
    let statements = folder.read("out/statements.jsonl")?.count { $0 == 0x0A }
    #expect(statements == counts["statements"]?.integer)
    let inputs = try #require(run["inputs"]?.elements)
    let names = Repository.names(in: Repository.seeds).map { "seeds/" + $0 }
    #expect(inputs.compactMap { $0["name"]?.string } == names)
  }
}

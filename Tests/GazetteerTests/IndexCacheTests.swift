import Files
import Glibc
import Model
import TestSupport
import Testing

@testable import Gazetteer

/// What is in the cache never decides an answer: only how fast it comes.
@Suite struct `Index cache` {
  private let cache = TemporaryDirectory()
  private let folder = MinimalGazetteer().write()

  private func open(overlays: [String] = [], cache path: String? = nil) throws -> Gazetteer {
    try GazetteerIndex.open(
      directory: folder.path, overlays: overlays, scope: .everything,
      cache: path ?? cache.path("marsad"))
  }

  /// The files of a kind in the cache.
  private func kept(_ prefix: String) -> [String] {
    Repository.names(in: cache.path("marsad")).filter { $0.hasPrefix(prefix) }
  }

  private func index() throws -> String {
    "marsad/" + (try #require(kept("index-").first))
  }

  /// Everything that a gazetteer says of its places.
  private func content(_ gazetteer: Gazetteer) -> [String] {
    gazetteer.entities.indices.map { "\(gazetteer.summary(of: $0))" }
      + gazetteer.names.indices.map { gazetteer.form(ofName: $0) }
      + gazetteer.shapes.boundaries().units.map { "\($0)" } + ["\(gazetteer.events)"]
  }

  /// Puts the times of the tables far enough back for a stamp to be believed.
  private func age(_ path: String) {
    for name in Repository.names(in: path) {
      let times = [
        timespec(tv_sec: 1_600_000_000, tv_nsec: 0), timespec(tv_sec: 1_600_000_000, tv_nsec: 0),
      ]
      utimensat(AT_FDCWD, path + "/" + name, times, 0)
    }
  }

  @Test func `the second start reads what the first one made`() throws {
    age(folder.path)
    let first = try open()
    let made = try #require(cache.read(try index()))
    let second = try open()
    #expect(content(first) == content(second))
    #expect(second.diagnostics.isEmpty)
    #expect(cache.read(try index()) == made)
    #expect(kept("index-").count == 1 && kept("stamp-").count == 1)
    #expect(content(try GazetteerLoader.load(directory: folder.path)) == content(first))
    // No table is read as long as sizes and times are the same, whatever stands in it.
    let places = try #require(folder.read("places.tsv"))
    folder.write("places.tsv", [UInt8](repeating: 0x20, count: places.count))
    age(folder.path)
    #expect(content(try open()) == content(first))
  }

  @Test func `the record of a run has the hash of the files`() throws {
    let hash = try GazetteerLoader.load(directory: folder.path).fingerprint()
    #expect(try open().fingerprint() == hash)
    #expect(try open().fingerprint() == hash)
  }

  /// Every section, the head and the padding: flipped, cut off, of another version.
  @Test func `a damaged index is left with a warning and the answer is right`() throws {
    age(folder.path)
    let right = content(try open())
    let path = try index()
    let good = try #require(cache.read(path))
    var damages: [[UInt8]] = [[], Array(good.dropLast()), Array(good.prefix(good.count / 2))]
    for position in Array(stride(from: 0, to: good.count, by: max(1, good.count / 97))) {
      var changed = good
      changed[position] ^= 0x10
      damages.append(changed)
    }
    var version = good
    version[12] += 1
    damages.append(version)
    for damage in damages {
      cache.write(path, damage)
      let gazetteer = try open()
      #expect(gazetteer.diagnostics.map(\.code) == ["X001"])
      #expect(gazetteer.diagnostics.first?.severity == .warning)
      #expect(content(gazetteer) == right)
      // The next start finds it mended.
      #expect(cache.read(path) == good)
    }
    #expect(try open().diagnostics.isEmpty)
  }

  @Test(arguments: ["", "marsad stamp 1\n", "x", "marsad stamp 1\n0\n0\n"])
  func `a damaged stamp only makes the start slower`(_ text: String) throws {
    let right = content(try open())
    let stamp = "marsad/" + (try #require(kept("stamp-").first))
    cache.write(stamp, text)
    let gazetteer = try open()
    #expect(content(gazetteer) == right)
    #expect(gazetteer.diagnostics.isEmpty)
    #expect(kept("index-").count == 1)
  }

  @Test func `a stamp that leads to an index of something else is not followed`() throws {
    age(folder.path)
    let right = content(try open())
    let path = try index()
    let key = try #require(UInt64(path.suffix(16), radix: 16))
    let other = IndexWriter.bytes(
      GazetteerTables(), shapes: Boundaries(), contentHash: "", key: ~key)
    cache.write(path, other)
    let gazetteer = try open()
    #expect(gazetteer.diagnostics.map(\.code) == ["X001"])
    #expect(content(gazetteer) == right)
  }

  @Test func `a change of a table is seen at once`() throws {
    for longitude in ["45.1", "45.2", "45.3"] {
      let overlay = MinimalGazetteer.overlay([
        "places.tsv": ["iq-east\ttown\t\(longitude)\t34.5\t100\tiq-adm2-e\t3\t650\t\t\t\tuser"]
      ])
      let gazetteer = try open(overlays: [overlay.path])
      let east = try #require(gazetteer.entityByID["iq-east"])
      #expect(gazetteer.entities[east].position?.longitude == Double(longitude))
    }
    // The same size, changed within one tick of the clock.
    let before = content(try open())
    let text = String(decoding: try #require(folder.read("names.tsv")), as: UTF8.self)
    folder.write("names.tsv", text.replacing("Eastern", with: "Western"))
    let after = content(try open())
    #expect(after != before)
    folder.write("names.tsv", text)
    #expect(content(try open()) == before)
  }

  @Test func `touching files makes no new index`() throws {
    _ = try open()
    let made = kept("index-")
    age(folder.path)
    _ = try open()
    #expect(kept("index-") == made)
  }

  @Test func `an overlay has an index of its own`() throws {
    let overlay = MinimalGazetteer.overlay([
      "weapons.tsv": ["w1\tbomb\ten\tied\t"]
    ])
    let plain = content(try open())
    _ = try open(overlays: [overlay.path])
    #expect(content(try open()) == plain)
    #expect(kept("index-").count == 2)
    // One that is not there has no rows.
    #expect(content(try open(overlays: [overlay.path("none")])) == plain)
  }

  @Test func `without a cache that can be written it is made in memory`() throws {
    let right = content(try open())
    let file = cache.write("file", "")
    let gazetteer = try open(cache: file + "/marsad")
    #expect(content(gazetteer) == right)
    #expect(gazetteer.diagnostics.map(\.code) == ["X002"])
    #expect(gazetteer.diagnostics.first?.severity == .note)
    let off = try GazetteerIndex.open(
      directory: folder.path, overlays: [], scope: .everything, cache: nil)
    #expect(content(off) == right)
    #expect(off.diagnostics.isEmpty)
  }

  @Test func `errors of the full check refuse and nothing is kept`() throws {
    let text = String(decoding: try #require(folder.read("events.tsv")), as: UTF8.self)
    let head = try #require(text.split(separator: "\n").first)
    var cells = head.split(separator: "\t").map { _ in "x" }
    cells[1] = "attacked"
    folder.write("events.tsv", head + "\n" + cells.joined(separator: "\t") + "\n")
    for _ in 0..<2 {
      #expect(throws: GazetteerError.self) { try open() }
    }
    #expect(kept("index-").isEmpty)
  }

  @Test func `a missing folder is missing`() {
    do {
      _ = try GazetteerIndex.open(
        directory: "/nowhere/gazetteer", overlays: [], scope: .places, cache: nil)
      Issue.record("no error")
    } catch {
      #expect(error.kind == .missing)
    }
  }

  @Test func `no more than eight indexes are kept`() throws {
    for number in 0..<11 {
      let overlay = MinimalGazetteer.overlay([
        "weapons.tsv": ["w\(number)\tbomb\ten\tied\t"]
      ])
      _ = try open(overlays: [overlay.path])
    }
    #expect(kept("index-").count == 8)
  }
}

import Gazetteer
import Model
import TestSupport
import Testing

@Suite struct `Tables of the coders' formats` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var table: String
    var rows: [String]
    var findings: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "good outlets", table: "sources.tsv",
      rows: ["s1\tBig\tbig wire;الكبيرة\tnational\tstate\t\tbig.example", "s2\tSmall\t\t\t\tB\t"],
      findings: []),
    Case(
      testDescription: "an unknown scale", table: "sources.tsv",
      rows: ["s1\tBig\t\tworld\t\t\tbig.example"], findings: ["sources.tsv:2:9 Z024"]),
    Case(
      testDescription: "a scale that nobody states", table: "sources.tsv",
      rows: ["s1\tBig\t\tnational\t\t\t"], findings: ["sources.tsv:2:20 Z007"]),
    Case(
      testDescription: "an unknown reliability", table: "sources.tsv",
      rows: ["s1\tBig\t\t\t\tgood\t"], findings: ["sources.tsv:2:11 Z024"]),
    Case(
      testDescription: "no name", table: "sources.tsv", rows: ["s1\t\tx\t\t\t\t"],
      findings: ["sources.tsv:2:4 Z007"]),
    Case(
      testDescription: "a name of two outlets", table: "sources.tsv",
      rows: ["s1\tBig\t\t\t\t\t", "s2\tOther\tbig\t\t\t\t"], findings: ["sources.tsv:3:10 Z111"]),
    Case(
      testDescription: "an id twice", table: "sources.tsv",
      rows: ["s1\tBig\t\t\t\t\t", "s1\tOther\t\t\t\t\t"], findings: ["sources.tsv:3:1 Z010"]),
    Case(
      testDescription: "good codes", table: "coder_codes.tsv",
      rows: [
        "c1\tinter\t1\tState forces\t", "c2\tinter_form\t1\tArmy\t", "c3\tinter_form\t1\tTroops\t",
        "c4\tiso\tiq\t368\t", "c5\tcompatible\tattack\tprotest\t",
        "c6\tcompatible\tattack\triot\t",
      ], findings: []),
    Case(
      testDescription: "an unknown list", table: "coder_codes.tsv",
      rows: ["c1\tinters\t1\tState forces\t"], findings: ["coder_codes.tsv:2:4 Z024"]),
    Case(
      testDescription: "an unknown country", table: "coder_codes.tsv",
      rows: ["c1\tiso\tiq-none\t368\t"], findings: ["coder_codes.tsv:2:8 Z023"]),
    Case(
      testDescription: "a value twice", table: "coder_codes.tsv",
      rows: ["c1\tinter\t1\tA\t", "c2\tinter\t1\tB\t"], findings: ["coder_codes.tsv:3:10 Z111"]),
    Case(
      testDescription: "no value and no code", table: "coder_codes.tsv",
      rows: ["c1\tinter\t\t\t"],
      findings: ["coder_codes.tsv:2:10 Z007", "coder_codes.tsv:2:11 Z007"]),
  ])
  func `are checked with file, line and column`(_ trial: Case) throws {
    var gazetteer = MinimalGazetteer()
    gazetteer.tables[trial.table] = trial.rows
    #expect(try gazetteer.findings() == trial.findings)
  }

  @Test func `an overlay rates an outlet, and its row replaces ours`() throws {
    var gazetteer = MinimalGazetteer()
    gazetteer.tables["sources.tsv"] = [
      "s1\tBig\tBig Wire\tnational\t\t\tbig.example", "s2\tSmall\t\t\t\t\t",
    ]
    let folder = gazetteer.write()
    let overlay = MinimalGazetteer.overlay([
      "sources.tsv": ["s1\tBig\tبيگ\tnational\t\tB\tbig.example", "my1\tMine\t\t\t\tC\t"]
    ])
    let loaded = try GazetteerLoader.load(directory: folder.path, overlays: [overlay.path])
    #expect(loaded.sources.map(\.id) == ["s2", "s1", "my1"])
    #expect(loaded.sources.map(\.reliability) == ["", "B", "C"])
    #expect(loaded.sources[1].keys.count == 2)
    #expect(loaded.sources[1].keys[0] == "big")
  }

  @Test func `of the project rate no outlet and state a source for each scale`() throws {
    let loaded = try GazetteerLoader.load(directory: Repository.gazetteer)
    #expect(loaded.sources.count > 50)
    #expect(loaded.sources.allSatisfy { $0.reliability.isEmpty })
    #expect(loaded.sources.contains { $0.scale == "local" })
    for list in CoderCodeRow.lists.split(separator: " ") {
      #expect(loaded.coderCodes.contains { $0.list == list }, "\(list)")
    }
    // Every actor type that an actor may have has its name.
    let types = Set(loaded.coderCodes.filter { $0.list == "inter" }.map(\.value))
    for code in loaded.actorCodes.values {
      if let inter = code.inter { #expect(types.contains(String(inter))) }
    }
    // Families that go together are families.
    let families = Set(loaded.acled.map(\.family))
    for row in loaded.coderCodes where row.list == "compatible" {
      #expect(families.contains(row.value) && families.contains(row.code), "\(row.id)")
    }
  }
}

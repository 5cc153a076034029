import Gazetteer
import Model
import TestSupport
import Testing

@Suite struct `Gazetteer loading` {
  @Test func `reads units, places and names`() throws {
    let folder = MinimalGazetteer().write()
    let gazetteer = try GazetteerLoader.load(directory: folder.path)
    let west = try #require(gazetteer.entityByID["iq-west"])
    #expect(gazetteer.displayName(west) == "Western Town")
    #expect(gazetteer.isInIraq(west))
    let district = try #require(gazetteer.entityByID["iq-adm2-w"])
    #expect(gazetteer.isWithin(west, district))
    #expect(gazetteer.isSeatOf(west, district))
    let summary = gazetteer.summary(of: west)
    #expect(summary.nameArabic == "خانقين")
    #expect(summary.nameSorani == nil)
    #expect(summary.longitude == 44.5)
    #expect(summary.admin.country?.id == "iq")
    #expect(summary.admin.admin1?.pcode == "A1")
    #expect(summary.admin.admin2?.name == "West")
    #expect(summary.admin.admin3 == nil)
    // A unit stands at its seat.
    #expect(gazetteer.entities[district].position?.longitude == 44.5)
    #expect(gazetteer.entities[district].position?.latitude == 34)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var table: String
    var row: String
    var finding: String

    var testDescription: String { name }
  }

  static let broken: [Case] = [
    Case(
      name: "a short row", table: "places.tsv", row: "iq-x\ttown", finding: "places.tsv:4:10 F024"),
    Case(
      name: "a long row", table: "names.tsv",
      row: "n9\tiq-east\tEast\ten\tlatn\tofficial\t1\t\t\tmore", finding: "names.tsv:10:37 F024"),
    Case(
      name: "a bad coordinate", table: "places.tsv",
      row: "iq-x\ttown\t45,5\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tt", finding: "places.tsv:4:11 Z012"),
    Case(
      name: "a bad level", table: "units.tsv", row: "iq-x\tadm5\t\tiq\tiq-east\t\t\t\tt",
      finding: "units.tsv:6:6 Z011"),
    Case(
      name: "an unknown unit", table: "places.tsv",
      row: "iq-x\ttown\t45\t34\t300\tiq-none\t2\t1\t\t\t\tt", finding: "places.tsv:4:1 Z013"),
    Case(
      name: "a name of nobody", table: "landmark_names.tsv",
      row: "l1\tiq-none\tx\ten\tlatn\tofficial\t1\t\t", finding: "landmark_names.tsv:2:4 Z014"),
    Case(
      name: "a name that folds to nothing", table: "landmark_names.tsv",
      row: "l1\tiq-east\t؟\tar\tarab\tofficial\t1\t\t", finding: "landmark_names.tsv:2:1 Z016"),
    Case(
      name: "an id of a unit for a place", table: "landmarks.tsv",
      row: "iq-adm2-w\tridge\t45\t34\t300\tiq\t2\t1\t\t\t\tt", finding: "landmarks.tsv:2:1 Z010"),
  ]

  @Test(arguments: broken) func `refuses a broken row and says where it is`(case entry: Case) {
    var gazetteer = MinimalGazetteer()
    gazetteer.tables[entry.table, default: []].append(entry.row)
    #expect(gazetteer.loadErrors() == [entry.finding])
  }

  @Test func `a bad byte is named with its place`() throws {
    let folder = MinimalGazetteer().write()
    folder.write(
      "weapons.tsv", Array("id\tform\tlang\tweapon\tacled_sub\nw1\tق".utf8) + [0xC3, 0x28])
    let error = #expect(throws: GazetteerError.self) {
      try GazetteerLoader.load(directory: folder.path)
    }
    #expect(error?.kind == .invalid)
    #expect(error?.findings.map(MinimalGazetteer.short) == ["weapons.tsv:2:5 F020"])
  }

  @Test func `a missing folder is a loud error that names it`() {
    let error = #expect(throws: GazetteerError.self) {
      try GazetteerLoader.load(directory: "/nowhere/gazetteer")
    }
    #expect(error?.kind == .missing)
    #expect(error?.description.contains("/nowhere/gazetteer") == true)
  }

  @Test func `a missing table is an error with its path`() throws {
    let folder = TemporaryDirectory()
    let error = #expect(throws: GazetteerError.self) {
      try GazetteerLoader.load(directory: folder.path)
    }
    #expect(error?.findings.allSatisfy { $0.code == "F001" } == true)
    #expect(error?.findings.contains { $0.path == folder.path + "/places.tsv" } == true)
  }

  @Test(arguments: 0..<40) func `random bytes in a table never trap`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let tables = MinimalGazetteer.headers.keys.sorted()
    let table = tables[seed % tables.count]
    let folder = MinimalGazetteer().write()
    let alphabet = "\t\t\t\nabقك{}-…|;U+0041.12\r\u{200C}"
    folder.write(
      table, (folder.read(table) ?? []) + random.bytes(400, of: alphabet) + random.bytes(20))
    _ = try? GazetteerLoader.load(directory: folder.path)
    _ = try? GazetteerChecker(directory: folder.path, overlays: []).check()
  }

  @Test(arguments: 0..<40) func `random bytes in a file of shapes never trap`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let folder = MinimalGazetteer().write()
    var bytes = folder.read("boundaries.geojson") ?? []
    for _ in 0..<3 {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = random.bytes(1, of: "[]{},.-0123456789\"e")[0]
    }
    folder.write("boundaries.geojson", bytes)
    _ = try? GazetteerChecker(directory: folder.path, overlays: []).check()
  }
}

import Gazetteer
import Model
import TestSupport
import Testing

@Suite struct Overlays {
  private func load(_ overlays: [[String: [String]]]) throws -> Gazetteer {
    let folder = MinimalGazetteer().write()
    let layers = overlays.map(MinimalGazetteer.overlay)
    return try GazetteerLoader.load(directory: folder.path, overlays: layers.map(\.path))
  }

  private func names(_ gazetteer: Gazetteer, _ id: String) throws -> [String] {
    let entity = try #require(gazetteer.entityByID[id])
    return gazetteer.names.indices.filter { Int(gazetteer.names[$0].entity) == entity }
      .map { gazetteer.form(ofName: $0) }
  }

  @Test func `a row of the same id replaces a place`() throws {
    let gazetteer = try load([
      ["places.tsv": ["iq-east\ttown\t45.25\t34.5\t100\tiq-adm2-e\t3\t650\t\t\t\tuser"]]
    ])
    let east = gazetteer.entities[try #require(gazetteer.entityByID["iq-east"])]
    #expect(east.position?.longitude == 45.25)
    #expect(east.rank == 650)
    #expect(east.source == "user")
    #expect(gazetteer.entities.filter { $0.id == "iq-east" }.count == 1)
    #expect(try names(gazetteer, "iq-east") == ["Eastern Town"])
    // The seat of the unit is the new row.
    let unit = gazetteer.entities[try #require(gazetteer.entityByID["iq-adm2-e"])]
    #expect(unit.position == east.position)
  }

  @Test func `a row of a new id is added, in any table`() throws {
    let gazetteer = try load([
      [
        "landmarks.tsv": ["iq-hill\tridge\t45.25\t34.5\t100\tiq-adm2-e\t3\t650\t\t\t\tuser"],
        "landmark_names.tsv": ["u1\tiq-hill\tThe Hill\ten\tlatn\tofficial\t900\t\t"],
        "weapons.tsv": ["w1\tقنبلة\tar\tied\t"],
      ]
    ])
    #expect(try names(gazetteer, "iq-hill") == ["The Hill"])
    #expect(gazetteer.weapons.map(\.form) == ["قنبلة"])
  }

  @Test func `a name is replaced, added and deleted`() throws {
    let gazetteer = try load([
      [
        "names.tsv": [
          "n8\tiq-east\tOrient\ten\tlatn\tofficial\t1000\t\t",
          "u1\tiq-east\tشرق\tar\tarab\tvariant\t900\t\t",
          "n6\tiq-west\tWestern Town\ten\tlatn\tdeleted\t1000\t\t",
        ]
      ]
    ])
    #expect(try names(gazetteer, "iq-east") == ["Orient", "شرق"])
    #expect(try names(gazetteer, "iq-west") == ["خانقين"])
    #expect(gazetteer.trie.rows(ofWord: Array("orient".utf8), table: .name).count == 1)
    #expect(GazetteerSearch(gazetteer: gazetteer).search("Eastern Town", limit: 5).isEmpty)
  }

  @Test func `a deleted place takes its names along`() throws {
    let folder = MinimalGazetteer().write()
    folder.write(
      "places.tsv",
      String(decoding: folder.read("places.tsv") ?? [], as: UTF8.self)
        + "iq-third\ttown\t45.6\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tt\n")
    folder.write(
      "names.tsv",
      String(decoding: folder.read("names.tsv") ?? [], as: UTF8.self)
        + "n9\tiq-third\tThird\ten\tlatn\tofficial\t900\t\t\n")
    let overlay = TemporaryDirectory()
    overlay.write(
      "places.tsv",
      """
      pid\ttype\tlon\tlat\taccuracy_m\tunit\tradius_km\trank\tstatus
      iq-third\ttown\t45.6\t34\t300\tiq-adm2-e\t2\t1\tdeleted

      """)
    let gazetteer = try GazetteerLoader.load(directory: folder.path, overlays: [overlay.path])
    #expect(gazetteer.entityByID["iq-third"] == nil)
    #expect(GazetteerSearch(gazetteer: gazetteer).search("Third", limit: 5).isEmpty)
  }

  @Test func `the last overlay wins`() throws {
    func row(_ rank: Int) -> [String: [String]] {
      ["places.tsv": ["iq-east\ttown\t45.5\t34\t300\tiq-adm2-e\t2\t\(rank)\t\t\t\tu"]]
    }
    let gazetteer = try load([row(1), row(2), row(3)])
    #expect(gazetteer.entities[try #require(gazetteer.entityByID["iq-east"])].rank == 3)
  }

  @Test func `a table of words is replaced row by row`() throws {
    var base = MinimalGazetteer()
    base.tables["weapons.tsv"] = ["w1\tقنبلة\tar\tied\t", "w2\tصاروخ\tar\trocket\t"]
    let folder = base.write()
    let overlay = MinimalGazetteer.overlay(["weapons.tsv": ["w1\tعبوة\tar\tied\t"]])
    let gazetteer = try GazetteerLoader.load(directory: folder.path, overlays: [overlay.path])
    #expect(gazetteer.weapons.map(\.form) == ["صاروخ", "عبوة"])
    #expect(gazetteer.trie.rows(ofWord: Array("قنبله".utf8), table: .weapon).isEmpty)
  }

  @Test func `an id twice in an overlay is an error of the overlay`() throws {
    let folder = MinimalGazetteer().write()
    let overlay = MinimalGazetteer.overlay([
      "places.tsv": [
        "iq-east\ttown\t45.5\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tu",
        "iq-east\ttown\t45.5\t34\t300\tiq-adm2-e\t2\t2\t\t\t\tu",
      ]
    ])
    let error = #expect(throws: GazetteerError.self) {
      try GazetteerLoader.load(directory: folder.path, overlays: [overlay.path])
    }
    let finding = try #require(error?.findings.first)
    #expect(finding.description.hasPrefix("\(overlay.path)/places.tsv:3:1: error: [Z010]"))
  }

  @Test func `the check reads overlays`() throws {
    let folder = MinimalGazetteer().write()
    let overlay = MinimalGazetteer.overlay([
      "places.tsv": ["iq-east\ttown\t45.50001\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tu"]
    ])
    let findings = try GazetteerChecker(directory: folder.path, overlays: [overlay.path]).check()
    #expect(findings.map(\.code) == ["Z103"])
    #expect(findings.first?.path == overlay.path + "/places.tsv")
  }
}

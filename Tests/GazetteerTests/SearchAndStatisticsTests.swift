import Gazetteer
import Model
import TestSupport
import Testing

@Suite struct `Gazetteer search` {
  private func gazetteer() throws -> Gazetteer {
    var minimal = MinimalGazetteer()
    minimal.tables["places.tsv"]? += [
      "iq-third\ttown\t45.6\t34\t300\tiq-adm2-e\t2\t900\t\t\t\tt",
      "iq-fourth\ttown\t45.7\t34\t300\tiq-adm2-e\t2\t100\t\t\t\tt",
    ]
    minimal.tables["names.tsv"]? += [
      "n9\tiq-third\tKalar\ten\tlatn\tofficial\t900\t\t",
      "n10\tiq-third\tکەلار\tckb\tarab\tvariant\t800\t\t",
      "n11\tiq-fourth\tKalar Castle\ten\tlatn\tofficial\t1000\t\t",
      "n12\tiq-fourth\tOld Kalar\ten\tlatn\told\t500\t\t",
      "n13\tiq-west\tKalar\ten\tlatn\tvariant\t900\t\t",
    ]
    minimal.tables["fold.tsv"]? += [
      "f2\tU+06D5\tU+0647\tstrict\t*\t", "f3\tU+06A9\tU+0643\tstrict\t*\t",
      "f4\tU+06AF\tU+0643\tloose\tckb\t",
    ]
    let folder = minimal.write()
    return try GazetteerLoader.load(directory: folder.path)
  }

  @Test func `orders by tier, weight, rank and id, each entity once`() throws {
    let found = GazetteerSearch(gazetteer: try gazetteer()).search("kalar", limit: 10)
    #expect(found.map(\.place.id) == ["iq-third", "iq-west", "iq-fourth"])
    #expect(found.map(\.tier) == [.exact, .exact, .prefix])
    #expect(found.map(\.matchedName) == ["Kalar", "Kalar", "Kalar Castle"])
    #expect(found.map(\.status) == ["official", "variant", "official"])
    #expect(found.map(\.weight) == [900, 900, 1000])
  }

  @Test func `finds by part, id, folded and loosely folded name`() throws {
    let gazetteer = try gazetteer()
    let search = GazetteerSearch(gazetteer: gazetteer)
    #expect(search.search("astle", limit: 5).map(\.tier) == [.substring])
    #expect(search.search("iq-fourth", limit: 5).map(\.place.id) == ["iq-fourth"])
    #expect(search.search("كهلار", limit: 5).map(\.tier) == [.exact])
    #expect(search.search("گهلار", limit: 5).map(\.tier) == [.loose])
    #expect(search.search("کەلار", limit: 5).map(\.language) == ["ckb"])
    let hit = try #require(search.search("Kalar Castle", limit: 1).first)
    #expect(gazetteer.entities[hit.entity].id == "iq-fourth")
  }

  @Test func `finds nothing for nothing`() throws {
    let search = GazetteerSearch(gazetteer: try gazetteer())
    #expect(search.search("", limit: 5).isEmpty)
    #expect(search.search(" ، ", limit: 5).isEmpty)
    #expect(search.search("kalar", limit: 0).isEmpty)
    #expect(search.search("kalar", limit: -1).isEmpty)
    #expect(search.search("kalar", limit: 1).count == 1)
    #expect(search.search("a name longer than all the names that there are", limit: 5).isEmpty)
  }
}

@Suite struct `Gazetteer statistics` {
  private func statistics() throws -> GazetteerStatistics {
    var minimal = MinimalGazetteer()
    minimal.tables["names.tsv"]? += [
      "n9\tiq-west\tخانەقین\tckb\tarab\tderived\t800\t\t",
      "n10\tiq-east\tRojhelat\tku\tlatn\tvariant\t800\t\t",
    ]
    minimal.tables["places.tsv"]?.append(
      "iq-hamlet\tvillage\t45.6\t34\t5000\tiq-adm2-e\t2\t100\t\t\t\tt")
    minimal.tables["names.tsv"]?.append("n11\tiq-hamlet\tHamlet\ten\tlatn\tofficial\t900\t\t")
    minimal.territories = [
      #"{"type":"Feature","id":"d@v","properties":{"id":"d","variant":"v","kind":"core","#
        + #""unit":"iq-adm2-e","accuracy_km":2},"geometry":{"type":"Polygon","coordinates":"#
        + #"[[[45,33],[46,33],[46,35],[45,33]]]}}"#
    ]
    let folder = minimal.write()
    return GazetteerStatistics(try GazetteerLoader.load(directory: folder.path))
  }

  @Test func `counts places, types and languages`() throws {
    let counted = try statistics()
    #expect(counted.places == 3)
    #expect(
      counted.types.map(\.label) == ["adm2", "town", "adm0", "adm1", "village"])
    #expect(counted.types.map(\.count) == [2, 2, 1, 1, 1])
    #expect(counted.languages.map(\.language) == ["en", "ar", "ckb", "ku"])
    #expect(counted.languages.map(\.entities) == [7, 2, 1, 1])
    #expect(counted.languages.map(\.derived) == [0, 0, 1, 0])
    #expect(counted.accuracy == [2, 0, 0, 1, 0])
  }

  @Test func `counts by governorate and by disputed district`() throws {
    let counted = try statistics()
    let governorate = try #require(counted.governorates.first)
    #expect(counted.governorates.count == 1)
    #expect(governorate.name == "Alpha")
    #expect(governorate.places == 3 && governorate.towns == 2 && governorate.villages == 1)
    #expect(governorate.sorani == 1 && governorate.derivedSorani == 1)
    #expect(counted.disputed.map(\.id) == ["iq-adm2-e"])
    #expect(counted.disputed.map(\.kind) == ["core"])
    #expect(counted.disputed.map(\.places) == [2])
  }

  @Test func `counts the rows of the tables`() throws {
    let counted = try statistics()
    let names = try #require(counted.lexicons.first { $0.file == "names.tsv" })
    #expect(names.rows == 11)
    #expect(names.languages.map(\.label) == ["ar", "ckb", "en", "ku"])
    #expect(!counted.lexicons.contains { $0.rows == 0 })
  }

  @Test func `prints aligned tables`() throws {
    let lines = try statistics().text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "7 entities (4 units), 11 names")
    #expect(
      lines[2...7] == [
        "type     entities", "adm2            2", "town            2", "adm0            1",
        "adm1            1", "village         1",
      ])
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(lines.last == "")
  }
}

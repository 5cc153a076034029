import Gazetteer
import Model
import TestSupport
import Testing

@Suite struct `Gazetteer check` {
  /// A change of the minimal gazetteer and the findings that it must give.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var findings: [String]
    var change: @Sendable (inout MinimalGazetteer) -> Void

    init(
      _ name: String, _ findings: [String],
      _ change: @escaping @Sendable (inout MinimalGazetteer) -> Void
    ) {
      self.name = name
      self.findings = findings
      self.change = change
    }

    var testDescription: String { name }
  }

  @Test func `finds nothing in a good gazetteer`() throws {
    #expect(try MinimalGazetteer().findings() == [])
  }

  static let entities: [Case] = [
    Case("a duplicate id in a table", ["places.tsv:4:1 Z010"]) {
      $0.tables["places.tsv"]?.append("iq-west\ttown\t44.6\t34\t300\tiq-adm2-w\t2\t1\t\t\t\tt")
    },
    Case("an id of a unit for a place", ["places.tsv:4:1 Z010"]) {
      $0.tables["places.tsv"]?.append("iq-adm2-w\ttown\t44.6\t34\t300\tiq-adm2-w\t2\t1\t\t\t\tt")
    },
    Case("a duplicate id of names", ["names.tsv:10:1 Z010"]) {
      $0.tables["names.tsv"]?.append("n8\tiq-east\tOrient\ten\tlatn\tvariant\t900\t\t")
    },
    Case("an id with a blank", ["names.tsv:10:1 Z006"]) {
      $0.tables["names.tsv"]?.append("n 9\tiq-east\tOrient\ten\tlatn\tvariant\t900\t\t")
    },
    Case("a longitude that is no number", ["places.tsv:4:13 Z012"]) {
      $0.tables["places.tsv"]?.append("iq-bad\ttown\tx\t34\t300\tiq-adm2-w\t2\t1\t\t\t\tt")
    },
    Case("a latitude out of range", ["places.tsv:4:13 Z012"]) {
      $0.tables["places.tsv"]?.append("iq-bad\ttown\t44\t340\t300\tiq-adm2-w\t2\t1\t\t\t\tt")
    },
    Case("four decimals", ["places.tsv:3:14 Z103"]) {
      $0.tables["places.tsv"]?[1] =
        "iq-east\ttown\t45.5001\t34.125\t300\tiq-adm2-e\t2\t600\t\t\t\tt"
    },
    Case("an unknown unit of a place", ["places.tsv:4:27 Z013"]) {
      $0.tables["places.tsv"]?.append("iq-third\ttown\t45.6\t34\t300\tiq-adm2-x\t2\t1\t\t\t\tt")
      $0.tables["names.tsv"]?.append("n9\tiq-third\tThird\ten\tlatn\tofficial\t900\t\t")
    },
    Case("no unit", ["places.tsv:3:30 Z104", "units.tsv:5:31 Z106"]) {
      $0.tables["places.tsv"]?[1] = "iq-east\ttown\t45.5\t34.125\t300\t\t2\t600\t\t\t\tt"
    },
    Case("a place in a place", ["places.tsv:4:27 Z019"]) {
      $0.tables["places.tsv"]?.append("iq-third\ttown\t44.5\t34\t300\tiq-west\t2\t1\t\t\t\tt")
      $0.tables["names.tsv"]?.append("n9\tiq-third\tThird\ten\tlatn\tofficial\t900\t\t")
    },
    Case("a district in the country", ["units.tsv:5:21 Z019", "boundaries.geojson:3:1 Z040"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA102\tiq\tiq-east\t\t\t\tt"
    },
    Case(
      "a level that is none",
      [
        "names.tsv:6:4 Z014", "places.tsv:3:30 Z013", "boundaries.geojson:3:1 Z040",
        "boundaries.geojson:5:1 Z036", "units.tsv:5:11 Z011",
      ]
    ) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm9\tA102\tiq-adm1-a\tiq-east\t\t\t\tt"
    },
    Case("an unknown seat", ["units.tsv:5:31 Z018"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA102\tiq-adm1-a\tiq-none\t\t\t\tt"
    },
    Case("no seat", ["units.tsv:5:31 Z105"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA102\tiq-adm1-a\t\t\t\t\tt"
    },
    Case("a period that ends before it begins", ["units.tsv:5:50 Z005"]) {
      $0.tables["units.tsv"]?[3] =
        "iq-adm2-e\tadm2\tA102\tiq-adm1-a\tiq-east\t2020-01-01\t2019-01-01\t\tt"
    },
    Case("a day that is none", ["units.tsv:5:39 Z004"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA102\tiq-adm1-a\tiq-east\t2020-02-30\t\t\tt"
    },
    Case("a successor of nothing", ["units.tsv:5:41 Z023"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA102\tiq-adm1-a\tiq-east\t\t\tiq-no\tt"
    },
    Case("two units of one P-code", ["units.tsv:5:16 Z108"]) {
      $0.tables["units.tsv"]?[3] = "iq-adm2-e\tadm2\tA101\tiq-adm1-a\tiq-east\t\t\t\tt"
    },
    Case("a rank that is no number", ["places.tsv:3:42 Z003"]) {
      $0.tables["places.tsv"]?[1] = "iq-east\ttown\t45.5\t34.125\t300\tiq-adm2-e\t2\thigh\t\t\t\tt"
    },
    Case("a place outside its unit", ["places.tsv:3:14 Z102"]) {
      $0.tables["places.tsv"]?[1] = "iq-east\ttown\t44.5\t34.125\t300\tiq-adm2-e\t2\t600\t\t\t\tt"
    },
    Case("a place outside its unit, within the accuracy", []) {
      $0.tables["places.tsv"]?[1] = "iq-east\ttown\t44.98\t34.125\t300\tiq-adm2-e\t2\t600\t\t\t\tt"
    },
    Case("a place of Iraq outside Iraq", ["places.tsv:3:14 Z017"]) {
      $0.tables["places.tsv"]?[1] = "iq-east\ttown\t47.5\t34.125\t300\tiq-adm2-e\t2\t600\t\t\t\tt"
    },
  ]

  @Test(arguments: entities) func `of places and units`(case entry: Case) throws {
    var gazetteer = MinimalGazetteer()
    entry.change(&gazetteer)
    let findings = try gazetteer.findings()
    #expect(Set(findings) == Set(entry.findings))
  }

  static let names: [Case] = [
    Case("a name that folds to nothing", ["names.tsv:10:12 Z016"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-east\t!!\ten\tlatn\tvariant\t900\t\t")
    },
    Case("a name of nobody", ["names.tsv:10:4 Z014"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-no\tOrient\ten\tlatn\tvariant\t900\t\t")
    },
    Case("a status that is none", ["names.tsv:10:27 Z015"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-east\tOrient\ten\tlatn\tnew\t900\t\t")
    },
    Case("a weight above 1000", ["names.tsv:10:35 Z003"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-east\tOrient\ten\tlatn\tvariant\t1900\t\t")
    },
    Case("Latin letters as Arabic script", ["names.tsv:10:12 Z109"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-east\tOrient\ten\tarab\tvariant\t900\t\t")
    },
    Case("the same name twice", ["names.tsv:10:12 Z111"]) {
      $0.tables["names.tsv"]?.append("n9\tiq-east\tEASTERN town\ten\tlatn\tvariant\t900\t\t")
    },
    Case("one name of two towns of a district", ["names.tsv:11:14 Z101"]) {
      $0.tables["places.tsv"]?.append("iq-third\ttown\t45.6\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tt")
      $0.tables["names.tsv"]?.append("n9\tiq-third\tThird\ten\tlatn\tofficial\t900\t\t")
      $0.tables["names.tsv"]?.append("n10\tiq-third\tEastern town\ten\tlatn\tvariant\t900\t\t")
    },
    Case("no English name", ["places.tsv:4:1 Z110"]) {
      $0.tables["places.tsv"]?.append("iq-third\ttown\t45.6\t34\t300\tiq-adm2-e\t2\t1\t\t\t\tt")
    },
    Case("a row that is too short", ["names.tsv:10:5 F024"]) {
      $0.tables["names.tsv"]?.append("n9\tx")
    },
  ]

  @Test(arguments: names) func `of names`(case entry: Case) throws {
    var gazetteer = MinimalGazetteer()
    entry.change(&gazetteer)
    let findings = try gazetteer.findings()
    #expect(Set(findings) == Set(entry.findings))
  }

  static let shapes: [Case] = [
    Case(
      "a bow-tie",
      ["boundaries.geojson:5:1 Z034", "boundaries.geojson:5:1 Z035", "boundaries.geojson:3:1 Z040"]
    ) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[45, 33], [46, 35], [46, 33], [45, 35], [45, 33]])
    },
    Case("a ring that is open", ["boundaries.geojson:5:1 Z033", "units.tsv:5:1 Z107"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[45, 33], [46, 33], [46, 35], [45, 35]])
    },
    Case("latitude first", ["boundaries.geojson:5:1 Z033"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[33, 145], [33, 146], [35, 146], [33, 145]])
    },
    Case("a clockwise ring", ["boundaries.geojson:5:1 Z035"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[45, 33], [45, 35], [46, 35], [46, 33], [45, 33]])
    },
    Case("a gap", ["boundaries.geojson:3:1 Z040"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[45.1, 33], [46, 33], [46, 35], [45.1, 35], [45.1, 33]])
    },
    Case("an overlap", ["boundaries.geojson:5:1 Z041"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[44.9, 33], [46, 33], [46, 35], [44.9, 35], [44.9, 33]])
    },
    Case(
      "a vertex that the neighbor lacks",
      ["boundaries.geojson:4:1 Z042", "boundaries.geojson:5:1 Z042"]
    ) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm2", [[45, 33], [46, 33], [46, 35], [45, 35], [45, 34], [45, 33]])
    },
    Case("a unit that nobody knows", ["boundaries.geojson:6:1 Z036"]) {
      $0.outlines.append(
        MinimalGazetteer.outline(
          "iq-adm3-x", "adm3", [[45, 33], [46, 33], [46, 35], [45, 35], [45, 33]]))
    },
    Case("the wrong level", ["boundaries.geojson:5:1 Z037"]) {
      $0.outlines[3] = MinimalGazetteer.outline(
        "iq-adm2-e", "adm3", [[45, 33], [46, 33], [46, 35], [45, 35], [45, 33]])
    },
    Case("the same outline twice", ["boundaries.geojson:6:1 Z010"]) {
      $0.outlines.append($0.outlines[3])
    },
    Case("no outline", ["units.tsv:5:1 Z107", "boundaries.geojson:3:1 Z040"]) {
      $0.outlines.removeLast()
    },
    Case("four decimals", ["features.geojson:2:1 Z103"]) {
      $0.features.append(
        #"{"type":"Feature","id":"iq-west","properties":{"id":"iq-west","kind":"line","accuracy_km":2},"geometry":{"type":"LineString","coordinates":[[44.1234,34],[44.5,34.2]]}}"#
      )
    },
    Case("a course of nothing", ["features.geojson:2:1 Z036"]) {
      $0.features.append(
        #"{"type":"Feature","id":"x","properties":{"id":"x","kind":"line","accuracy_km":2},"geometry":{"type":"LineString","coordinates":[[44.1,34],[44.5,34.2]]}}"#
      )
    },
    Case("no accuracy", ["features.geojson:2:1 Z038"]) {
      $0.features.append(
        #"{"type":"Feature","id":"iq-west","properties":{"id":"iq-west","kind":"line"},"geometry":{"type":"LineString","coordinates":[[44.1,34],[44.5,34.2]]}}"#
      )
    },
    Case("no kind", ["features.geojson:2:1 Z032"]) {
      $0.features.append(
        #"{"type":"Feature","id":"iq-west","properties":{"id":"iq-west","accuracy_km":2},"geometry":{"type":"LineString","coordinates":[[44.1,34],[44.5,34.2]]}}"#
      )
    },
    Case(
      "a territory of an unknown unit, backwards in time",
      ["territories.geojson:2:1 Z005", "territories.geojson:2:1 Z036"]
    ) {
      $0.territories.append(
        #"{"type":"Feature","id":"d@v","properties":{"id":"d","variant":"v","kind":"core","unit":"iq-adm2-no","accuracy_km":2,"valid_from":"2010-01-01","valid_to":"2009-01-01"},"geometry":{"type":"Polygon","coordinates":[[[44,33],[45,33],[45,34],[44,33]]]}}"#
      )
    },
  ]

  @Test(arguments: shapes) func `of shapes`(case entry: Case) throws {
    var gazetteer = MinimalGazetteer()
    entry.change(&gazetteer)
    let findings = Set(try gazetteer.findings())
    #expect(findings.isSuperset(of: entry.findings), "\(findings.sorted())")
  }

  @Test func `names the point at which a polygon crosses itself`() throws {
    var gazetteer = MinimalGazetteer()
    gazetteer.outlines[3] = MinimalGazetteer.outline(
      "iq-adm2-e", "adm2", [[45, 33], [46, 35], [46, 33], [45, 35], [45, 33]])
    let folder = gazetteer.write()
    let findings = try GazetteerChecker(directory: folder.path, overlays: []).check()
    let fault = try #require(findings.first { $0.code == "Z034" })
    #expect(
      fault.description
        == "\(folder.path)/boundaries.geojson:5:1: error: [Z034] iq-adm2-e is no valid polygon: "
        + "Self-intersection at 45.5 34.0")
  }

  static let lexicons: [Case] = [
    Case("an unknown sub-event type", ["events.tsv:3:25 Z020"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tRiot\tASSAULT\t\t800\t\t\tV\t\t")
    },
    Case("a sub-event type of another event type", ["events.tsv:3:17 Z026"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tRiots\tArmed clash\tASSAULT\t\t800\t\t\tV\t\t")
    },
    Case("an unknown PLOVER type", ["events.tsv:3:37 Z025"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tArmed clash\tASSULT\t\t800\t\t\tV\t\t")
    },
    Case("an unknown PLOVER mode", ["events.tsv:3:45 Z025"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tArmed clash\tASSAULT\tgun\t800\t\t\tV\t\t")
    },
    Case("an example without its form", ["events.tsv:3:54 Z112"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tArmed clash\tASSAULT\t\t800\t\t\tV\tلا شيء\t")
    },
    Case("an example with its form", []) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tArmed clash\tASSAULT\t\t800\t\t\tV\tوقع هجوم أمس\t")
    },
    Case("unknown roles", ["events.tsv:3:52 Z024"]) {
      $0.tables["events.tsv"]?.append(
        "e2\tهجوم\tar\tnoun\tBattles\tArmed clash\tASSAULT\t\t800\t\t\tQ\t\t")
    },
    Case("an unknown actor code", ["actors.tsv:2:4 Z021"]) {
      $0.tables["actors.tsv"] = ["a1\tNOBODY\tالجيش\tar\t\t\t\t\t"]
    },
    Case("an unknown parent code", ["actor_codes.tsv:3:28 Z021"]) {
      $0.tables["actor_codes.tsv"]?.append("PMF\tForces\t\t\t1\tstate_armed\tNOBODY\t\t\t\t")
    },
    Case("an unknown inter", ["actor_codes.tsv:3:14 Z003"]) {
      $0.tables["actor_codes.tsv"]?.append("PMF\tForces\t\t\t9\tstate_armed\t\t\t\t\t")
    },
    Case("an unknown time kind", ["time.tsv:2:13 Z024"]) {
      $0.tables["time.tsv"] = ["t1\tاليوم\tar\tsometime\t0d\tpub\tday\t"]
    },
    Case("an unknown realis value and scope", ["realis.tsv:2:10 Z024", "realis.tsv:2:16 Z024"]) {
      $0.tables["realis.tsv"] = ["r1\tلم\tar\tmaybe\tpage\t900"]
    },
    Case(
      "an unknown casualty field and slot", ["casualty.tsv:2:11 Z024", "casualty.tsv:2:16 Z024"]
    ) {
      $0.tables["casualty.tsv"] = ["c1\tقتل\tar\tdead\tsubject\tneutral\t"]
    },
    Case("a kind that a comment explains", ["titles.tsv:6:11 Z024"]) {
      $0.tables["titles.tsv"] = [
        "# king: who rules | queen (the same), not the jester.", "t1\tملك\tar\tking",
        "t2\tملكة\tar\tqueen", "t3\tمهرج\tar\tjester", "t4\tقزم\tar\twho",
      ]
    },
    Case("an unknown title kind", ["titles.tsv:2:12 Z024"]) {
      $0.tables["titles.tsv"] = ["t1\tعقيد\tar\tking"]
    },
    Case(
      "an unknown block kind, with a code that is none",
      ["block.tsv:2:13 Z024", "block.tsv:2:19 Z021"]
    ) {
      $0.tables["block.tsv"] = ["b1\tوكالة\tar\tpress\tNOBODY\talways\t"]
    },
    Case("a facility in an unknown town", ["block.tsv:2:35 Z023"]) {
      $0.tables["block.tsv"] = ["b1\tجامعة\tar\tfacility_name\t\talways\tin:iq-no"]
    },
    Case("an unknown policy and default", ["ambig.tsv:2:11 Z024", "ambig.tsv:2:16 Z023"]) {
      $0.tables["ambig.tsv"] = ["a1\tالقائم\tP9\t\t\tiq-no\t"]
    },
    Case("an unknown relation", ["relations.tsv:2:1 Z022"]) {
      $0.tables["relations.tsv"] = ["r1\tقرب {P}\tar\tbeside\t180\tring\t"]
    },
    Case("an unknown language", ["weapons.tsv:2:10 Z024"]) {
      $0.tables["weapons.tsv"] = ["w1\tقنبلة\tfa\tied\t"]
    },
    Case("a form that is empty", ["weapons.tsv:2:4 Z007"]) {
      $0.tables["weapons.tsv"] = ["w1\t\tar\tied\t"]
    },
    Case("a form without a letter", ["weapons.tsv:2:4 Z115"]) {
      $0.tables["weapons.tsv"] = ["w1\t؟\tar\tied\t"]
    },
    Case("a form twice with the same meaning", ["weapons.tsv:3:4 Z111"]) {
      $0.tables["weapons.tsv"] = ["w1\tقنبلة\tar\tied\t", "w2\tقنبله\tar\tied\t"]
    },
    Case("a form twice with another meaning", []) {
      $0.tables["weapons.tsv"] = ["w1\tقنبلة\tar\tied\t", "w2\tقنبله\tar\tmortar\t"]
    },
    Case("a clitic of an unknown side", ["clitics.tsv:2:1 Z002", "clitics.tsv:2:9 Z024"]) {
      $0.tables["clitics.tsv"] = ["c1\tar\tو\tleft\tconjunction\t50\t"]
    },
    Case("a word without clitics that hides a name", ["clitics.tsv:3:7 Z113"]) {
      $0.tables["clitics.tsv"] = [
        "c1\tar\tو\tpre\tconjunction\t50\t", "c2\tar\tوخانقين\twhole\tno_strip\t0\t",
      ]
    },
    Case("a code point that is none", ["fold.tsv:3:1 Z001"]) {
      $0.tables["fold.tsv"]?.append("f2\tء\tU+0627\tstrict\t*\t")
    },
    Case("an empty event name", ["named_events.tsv:2:22 Z005"]) {
      $0.tables["named_events.tsv"] = ["n1\tحرب\tar\t2014-01-01\t2013-01-01\t\t"]
    },
    Case("families that are none", ["event_anaphors.tsv:2:14 Z024"]) {
      $0.tables["event_anaphors.tsv"] = ["e1\tالهجوم\tar\tattack;feast"]
    },
  ]

  @Test(arguments: lexicons) func `of lexicons`(case entry: Case) throws {
    var gazetteer = MinimalGazetteer()
    entry.change(&gazetteer)
    let findings = try gazetteer.findings()
    #expect(Set(findings) == Set(entry.findings))
  }

  @Test func `throws when the folder is missing`() {
    #expect(throws: GazetteerError.self) {
      try GazetteerChecker(directory: "/nowhere", overlays: []).check()
    }
  }

  @Test func `reports a missing table`() throws {
    let folder = MinimalGazetteer().write()
    let other = TemporaryDirectory()
    for name in folder.names() where name != "time.tsv" {
      other.write(name, folder.read(name) ?? [])
    }
    let findings = try GazetteerChecker(directory: other.path, overlays: []).check()
    #expect(findings.map(MinimalGazetteer.short) == ["time.tsv:0:0 F001"])
  }

  @Test func `codes are unique, numbered and say what they mean`() {
    let codes = GazetteerCheckerCode.allCases
    #expect(codes.map(\.rawValue) == codes.map(\.rawValue).sorted())
    #expect(codes.allSatisfy { $0.rawValue.utf8.count == 4 && !$0.summary.isEmpty })
    #expect(Set(codes.map(\.summary)).count == codes.count)
  }
}

import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `UCDP's columns` {
  @Test func `are those of the dataset`() throws {
    #expect(GEDTable.columns.count == 49)
    #expect(Set(GEDTable.columns).count == 49)
    let row = try Coded.ged()
    let expected = [
      "id": "ev-0123456789abcdef", "year": "2020", "side_b": "Police Forces of Iraq",
      "number_of_sources": "1", "source_article": "Example, 2020-07-22",
      "source_office": "Example", "source_date": "2020-07-22", "where_prec": "2",
      "where_coordinates": "Khanaqin", "adm_1": "Diyala", "adm_2": "Khanaqin",
      "latitude": "34.348", "longitude": "45.391", "geom_wkt": "POINT (45.391 34.348)",
      "priogrid_gid": "179011", "country": "Iraq", "country_id": "645", "region": "Middle East",
      "event_clarity": "1", "date_prec": "1", "date_start": "2020-07-21",
      "date_end": "2020-07-21", "best": "2", "high": "2", "low": "2", "deaths_unknown": "2",
    ]
    for (column, cell) in expected { #expect(row[column] == cell, "\(column)") }
    for column in GEDTable.columns where column.hasSuffix("_id") && column != "country_id" {
      #expect(row[column] == "", "\(column) is UCDP's to give")
    }
  }

  @Test func `have events with a death only`() throws {
    #expect(try Coded.ged { $0.harm.killed = Harm.Count() }.isEmpty)
    #expect(try Coded.ged { $0.harm.killed = Harm.Count(0, 0) }.isEmpty)
    #expect(try Coded.ged { $0.harm.killed = Harm.Count(0, 3) }["high"] == "3")
    #expect(try Coded.ged { $0.harm.killed = Harm.Count(nil, 3) }["best"] == "0")
    #expect(try Coded.ged { $0.harm.killed = Harm.Count(3, nil) }["high"] == "3")
  }

  @Test func `sum up: best is the sum of the four, between low and high`() throws {
    var random = SplitMix64(seed: 3)
    func count() -> Harm.Count {
      let least = random.next() % 3 == 0 ? nil : Int(random.next() % 9)
      let most = random.next() % 3 == 0 ? nil : (least ?? 0) + Int(random.next() % 5)
      return Harm.Count(least, most)
    }
    var rows = 0
    for _ in 0..<400 {
      let isTargeting = random.next() % 2 == 0
      let counts = [count(), count(), count(), count()]
      let row = try Coded.ged {
        $0.harm.killed = counts[0]
        $0.harm.killedActor1 = counts[1]
        $0.harm.killedActor2 = counts[2]
        $0.harm.killedCivilians = counts[3]
        $0.civilianTargeting = isTargeting
      }
      if row.isEmpty { continue }
      rows += 1
      let parts = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"].map {
        Int(row[$0] ?? "") ?? -1
      }
      let (low, best, high) = (
        Int(row["low"] ?? "") ?? -1, Int(row["best"] ?? "") ?? -1, Int(row["high"] ?? "") ?? -1
      )
      #expect(parts.allSatisfy { $0 >= 0 })
      #expect(best == parts.reduce(0, +))
      #expect(low <= best && best <= high)
      #expect(best >= counts[0].minimum ?? 0)
      #expect(high >= counts[0].maximum ?? 0)
    }
    #expect(rows > 200)
  }

  @Test func `count the civilians of an attack on civilians once`() throws {
    let row = try Coded.ged {
      $0.civilianTargeting = true
      $0.harm.killed = Harm.Count(3, 3)
      $0.harm.killedActor2 = Harm.Count(3, 3)
      $0.harm.killedCivilians = Harm.Count(3, 3)
    }
    #expect(row["type_of_violence"] == "3")
    #expect(row["deaths_civilians"] == "3")
    #expect(row["deaths_b"] == "0")
    #expect(row["best"] == "3")
  }

  struct Sides: Sendable, CustomTestStringConvertible {
    var first, second: Int?
    var violence: Int?
    var isSwapped = false
    var testDescription: String { "\(first ?? 0) \(second ?? 0)" }
  }

  @Test(arguments: [
    Sides(first: 1, second: 2, violence: 1),
    Sides(first: 2, second: 1, violence: 1, isSwapped: true),
    Sides(first: 8, second: 3, violence: 1),
    Sides(first: 3, second: 8, violence: 1, isSwapped: true),
    Sides(first: 1, second: 1, violence: 1), Sides(first: 2, second: 3, violence: 2),
    Sides(first: 4, second: 4, violence: 2), Sides(first: 5, second: 1, violence: nil),
    Sides(first: 1, second: 7, violence: nil), Sides(first: nil, second: 1, violence: nil),
    Sides(first: 1, second: nil, violence: nil),
  ])
  func `say who fights whom, a government first`(_ sides: Sides) throws {
    let row = try Coded.ged {
      $0.actor1.name = "one"
      $0.actor1.inter = sides.first
      $0.actor2.name = "two"
      $0.actor2.inter = sides.second
      $0.harm.killed = Harm.Count(3, 3)
      $0.harm.killedActor1 = Harm.Count(1, 1)
    }
    #expect(row["type_of_violence"] == sides.violence.map(String.init) ?? "")
    #expect(row["side_a"] == (sides.isSwapped ? "two" : "one"))
    #expect(row["deaths_a"] == (sides.isSwapped ? "0" : "1"))
    #expect(row["deaths_b"] == (sides.isSwapped ? "1" : "0"))
    #expect(row["deaths_unknown"] == "2")
  }

  @Test(arguments: [
    (-180.0, -90.0, 1), (-179.6, -90.0, 1), (-179.5, -90.0, 2), (-180.0, -89.5, 721),
    (179.9, 89.9, 259_200), (180.0, 90.0, 259_200), (44.36, 33.31, 177_569),
  ])
  func `number the cells of half a degree from the south-west`(
    _ longitude: Double, _ latitude: Double, _ cell: Int
  ) {
    #expect(GEDTable.gridCell(Samples.position(longitude, latitude)) == cell)
  }

  @Test(arguments: [
    (Precision.adm2, "3", "45.5"), (.adm1, "4", "45.5"), (.country, "6", "45.5"),
    (.feature, "5", "45.5"), (.place, "1", "45.391"), (.unknown, "", ""),
  ])
  func `stand areas at a point of theirs`(
    _ precision: Precision, _ code: String, _ longitude: String
  ) throws {
    let row = try Coded.ged {
      $0.precision = precision
      $0.point = nil
    }
    #expect(row["where_prec"] == code)
    #expect(row["longitude"] == longitude)
    #expect(row["geom_wkt"]?.isEmpty == longitude.isEmpty)
    // Only a place says more units than the event does.
    #expect(row["adm_2"] == "Khanaqin")
  }

  @Test func `every code of findings is documented`() throws {
    let errors = String(decoding: Repository.read("docs/errors.md") ?? [], as: UTF8.self)
    for code in CoderCode.allCases {
      #expect(errors.contains("| \(code.rawValue) | \(code.summary) |"), "\(code.rawValue)")
    }
  }
}

@Suite struct `An export` {
  @Test func `says what it left out and which outlets it does not know`() throws {
    let export = try CoderExport(.acledCSV, knowledge: FewCodes())
    #expect(!export.header.isEmpty)
    #expect(!(try export.record(Coded.feature { $0.source = "Big" }).isEmpty))
    #expect(export.findings.isEmpty)
    #expect(try export.record(Coded.feature { $0.eventType = nil }).isEmpty)
    _ = try export.record(Coded.feature { $0.source = "Open" })
    _ = try export.record(Coded.feature { $0.source = "Nobody" })
    _ = try export.record(Coded.feature { $0.source = "Nobody" })
    #expect(export.count == 4)
    #expect(export.findings.map(\.code) == ["A010", "A011"])
    #expect(export.findings[0].message.hasPrefix("1 events were left out"))
    #expect(export.findings[1].message.contains("of 2 sources"))
    #expect(export.findings[1].message.contains("Open, Nobody;"))
  }

  @Test(arguments: EventTableFormat.allCases)
  func `has one header and cells for each of its columns`(_ format: EventTableFormat) throws {
    let export = try CoderExport(format, knowledge: FewCodes(), isForSpreadsheets: true)
    let bytes = export.header + (try export.record(Coded.feature()))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }
}

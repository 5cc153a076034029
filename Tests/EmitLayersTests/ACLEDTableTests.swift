import Model
import Testing

@testable import EmitLayers

@Suite struct `ACLED's columns` {
  @Test func `are 31, in ACLED's order`() throws {
    #expect(ACLEDTable.columns.count == 31)
    #expect(Set(ACLEDTable.columns).count == 31)
    #expect(ACLEDTable.columns.first == "event_id_cnty")
    #expect(ACLEDTable.columns.last == "timestamp")
    #expect(try ACLEDTable(FewCodes()).row(Coded.feature())?.count == 31)
  }

  @Test func `hold what the event says`() throws {
    let row = try Coded.acled {
      $0.date.start = CivilDate(year: 2019, month: 3, day: 6)
      $0.date.end = $0.date.start
      $0.actor1 = EventActor()
      $0.actor1.code = "ISIS"
      $0.actor1.name = "Islamic State"
      $0.actor1.inter = 2
      $0.actor1.associates = ["ISIS", "XX"]
      $0.source = "Town"
    }
    let expected = [
      "event_id_cnty": "ev-0123456789abcdef", "event_date": "06 March 2019", "year": "2019",
      "time_precision": "1", "disorder_type": "Political violence", "event_type": "Battles",
      "sub_event_type": "Armed clash", "actor1": "Islamic State",
      "assoc_actor_1": "Islamic State; XX", "inter1": "2", "actor2": "Police Forces of Iraq",
      "assoc_actor_2": "", "inter2": "1", "interaction": "12", "civilian_targeting": "",
      "iso": "368", "region": "Middle East", "country": "Iraq", "admin1": "Diyala",
      "admin2": "Khanaqin", "admin3": "Markaz", "location": "Khanaqin", "latitude": "34.348",
      "longitude": "45.391", "geo_precision": "2", "source": "Town",
      "source_scale": "Subnational", "fatalities": "2",
      "tags": "units=of the coordinates; source reliability=B", "timestamp": "1595376000",
    ]
    for (column, cell) in expected { #expect(row[column] == cell, "\(column)") }
    #expect(row["notes"]?.hasPrefix("Armed clash near Khanaqin") == true)
  }

  @Test func `have no row for an act that ACLED has no type for`() throws {
    #expect(try Coded.acled { $0.eventType = nil }.isEmpty)
    #expect(try Coded.acled { $0.subEventType = nil }.isEmpty)
  }

  struct Killed: Sendable, CustomTestStringConvertible {
    var least, most: Int?
    var fatalities: String
    var tag: String?
    var testDescription: String { tag ?? "exact" }
  }

  @Test(arguments: [
    Killed(least: 3, most: 3, fatalities: "3", tag: nil),
    Killed(least: 0, most: 0, fatalities: "0", tag: nil),
    Killed(least: 3, most: 5, fatalities: "3", tag: "fatalities=3 to 5"),
    Killed(least: 3, most: nil, fatalities: "3", tag: "fatalities=at least 3"),
    Killed(least: nil, most: 5, fatalities: "0", tag: "fatalities=at most 5"),
    Killed(least: nil, most: nil, fatalities: "0", tag: "fatalities=not stated"),
  ])
  func `count the fewest dead and tell what is not known`(_ killed: Killed) throws {
    let row = try Coded.acled { $0.harm.killed = Harm.Count(killed.least, killed.most) }
    #expect(row["fatalities"] == killed.fatalities)
    let tags = row["tags"]?.split(separator: "; ").map(String.init) ?? []
    #expect(tags.first { $0.hasPrefix("fatalities=") } == killed.tag)
  }

  @Test func `tell a number for dead and injured together`() throws {
    let row = try Coded.acled {
      $0.harm.pooled = true
      $0.harm.killed = Harm.Count(0, 9)
      $0.harm.casualties = Harm.Count(9, 9)
    }
    #expect(row["fatalities"] == "0")
    #expect(row["tags"]?.contains("fatalities=told with the injured, 9 together") == true)
  }

  struct Day: Sendable, CustomTestStringConvertible {
    var start, end: (Int, Int, Int)?
    var precision: EventDate.Precision
    var day, code: String
    var tag: String?
    var testDescription: String { "\(precision) \(day)" }
  }

  @Test(arguments: [
    Day(
      start: (2019, 3, 6), end: (2019, 3, 6), precision: .day, day: "06 March 2019", code: "1",
      tag: nil),
    Day(
      start: (2019, 3, 4), end: (2019, 3, 10), precision: .week, day: "07 March 2019", code: "2",
      tag: "date=2019-03-04 to 2019-03-10"),
    Day(
      start: (2019, 2, 1), end: (2019, 2, 28), precision: .month, day: "14 February 2019",
      code: "3", tag: "date=2019-02-01 to 2019-02-28"),
    Day(
      start: nil, end: (2019, 3, 6), precision: .unresolved, day: "06 March 2019", code: "",
      tag: "date=not later than 2019-03-06"),
    Day(start: nil, end: nil, precision: .unresolved, day: "", code: "", tag: nil),
  ])
  func `have one day, the middle of those that it may have been`(_ day: Day) throws {
    let row = try Coded.acled {
      $0.date.start = day.start.flatMap { CivilDate(year: $0.0, month: $0.1, day: $0.2) }
      $0.date.end = day.end.flatMap { CivilDate(year: $0.0, month: $0.1, day: $0.2) }
      $0.date.precision = day.precision
    }
    #expect(row["event_date"] == day.day)
    #expect(row["time_precision"] == day.code)
    let tags = row["tags"]?.split(separator: "; ").map(String.init) ?? []
    #expect(tags.first { $0.hasPrefix("date=") } == day.tag)
  }

  @Test(
    arguments: [
      (1, 2, "12"), (2, 1, "12"), (8, 8, "88"), (1, nil, "10"), (8, nil, "80"), (nil, 7, nil),
      (nil, nil, nil),
    ] as [(Int?, Int?, String?)])
  func `join the actor types, the lower first`(_ first: Int?, _ second: Int?, _ code: String?) {
    #expect(ACLEDTable.interaction(first, second) == code)
  }

  @Test func `name an attributed actor in the tags and nowhere else`() throws {
    let row = try Coded.acled {
      $0.actor1 = EventActor()
      $0.actor1.attributed = "ISIS"
    }
    #expect(row["actor1"] == "")
    #expect(row["inter1"] == "")
    #expect(row["interaction"] == "")
    #expect(row["tags"]?.contains("actor1 attributed=Islamic State") == true)
  }

  @Test func `join the reaches of the outlets, the nearest first, and leave unknown ones out`()
    throws
  {
    func scale(_ sources: [String]) throws -> String? {
      var record = Samples.record
      record.event.realis = .asserted
      let provenance = Provenance(
        sources: sources, urls: [], independentSources: nil, firstReported: nil, lastUpdated: nil)
      let feature = EmittedEvent(record, provenance: provenance).feature
      let row = try #require(try ACLEDTable(FewCodes()).row(feature))
      return row[ACLEDTable.columns.firstIndex(of: "source_scale") ?? 0]
    }
    #expect(try scale(["Big", "Town", "Big"]) == "Subnational-International")
    #expect(try scale(["Open", "Nobody"]) == nil)
    #expect(try scale([]) == nil)
  }

  struct Place: Sendable, CustomTestStringConvertible {
    var precision: Precision
    var code, longitude: String
    var basis: CodedPlace.Basis?
    var change: @Sendable (inout Event) -> Void = { _ in }
    var testDescription: String { "\(precision) \(basis?.rawValue ?? "none")" }
  }

  @Test(arguments: [
    Place(precision: .adm2, code: "2", longitude: "45.391", basis: .seat),
    Place(precision: .adm3, code: "2", longitude: "45.5", basis: .onArea),
    Place(precision: .adm1, code: "3", longitude: "45.5", basis: .onArea),
    Place(precision: .region, code: "3", longitude: "45.5", basis: .onArea),
    Place(precision: .feature, code: "2", longitude: "45.5", basis: .onArea),
    Place(precision: .place, code: "1", longitude: "45.391", basis: .firstPlace),
    Place(precision: .country, code: "", longitude: "", basis: nil),
    Place(precision: .unknown, code: "", longitude: "", basis: nil),
    Place(precision: .region, code: "3", longitude: "", basis: nil) { $0.area = nil },
  ])
  func `stand a point in for an area and say so`(_ place: Place) throws {
    let row = try Coded.acled {
      $0.precision = place.precision
      $0.point = nil
      place.change(&$0)
    }
    #expect(row["geo_precision"] == place.code)
    #expect(row["longitude"] == place.longitude)
    #expect(row["latitude"]?.isEmpty == place.longitude.isEmpty)
    let tags = row["tags"]?.split(separator: "; ").map(String.init) ?? []
    #expect(
      tags.first { $0.hasPrefix("coordinates=") }
        == place.basis.map { "coordinates=" + $0.rawValue })
  }

  @Test func `fill open units from the coordinates, down to where the two agree`() {
    func names(_ own: [String?], _ drawn: [String?]) -> [String?] {
      var units = AdminUnits()
      func unit(_ name: String?) -> AdminUnits.Unit? {
        name.map { AdminUnits.Unit(id: $0, name: $0, pcode: nil) }
      }
      units = AdminUnits(
        country: unit(own[0]), admin1: unit(own[1]), admin2: unit(own[2]), admin3: unit(own[3]))
      var coded = CodedUnits(units)
      _ = coded.fill(
        from: CodedUnits(
          AdminUnits(
            country: unit(drawn[0]), admin1: unit(drawn[1]), admin2: unit(drawn[2]),
            admin3: unit(drawn[3]))))
      return coded.names
    }
    let drawn: [String?] = ["Iraq", "Diyala", "Khanaqin", "Jalawla"]
    #expect(names([nil, nil, nil, nil], drawn) == drawn)
    #expect(names(["Iraq", "Diyala", nil, nil], drawn) == drawn)
    #expect(names(["Iraq", "Kirkuk", nil, nil], drawn) == ["Iraq", "Kirkuk", nil, nil])
    #expect(names([nil, "Kirkuk", nil, nil], drawn) == ["Iraq", "Kirkuk", nil, nil])
    #expect(names(drawn, ["Iran", nil, nil, nil]) == drawn)
  }
}

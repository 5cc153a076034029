import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Events counted by groups` {
  /// The key cells and the counts of each row, joined for reading.
  private static func lines(_ table: GroupTable) -> [String] {
    let count = table.columns.firstIndex { $0.name == "events" } ?? 0
    return table.rows.map { row in
      row.values[...count].map { $0 == .null ? "-" : $0.plainText }.joined(separator: " | ")
    }
  }

  static let unitRows: [Feature] = [
    EventRows.row(["admin1": .text("Erbil"), "admin2": .text("Koya"), "admin2_pcode": .text("E2")]),
    EventRows.row(["admin1": .text("Erbil"), "admin2": .text("Koya"), "admin2_pcode": .text("E2")]),
    EventRows.row(["admin1": .text("Basra"), "admin2": .text("Koya"), "admin2_pcode": .text("B2")]),
    // A wider unit is known; an area; both.
    EventRows.row(["admin1": .text("Erbil")]),
    EventRows.row([
      "admin_shares": EventRows.shares("iq-adm1-erbil=1 iq-adm2-koya=0.25 iq-adm2-rost=0.75")
    ]),
    // A part abroad.
    EventRows.row(["admin_shares": EventRows.shares("iq-adm1-erbil=0.6 iq-adm2-koya=0.6")]),
    // Rounded.
    EventRows.row(["admin_shares": EventRows.shares("iq-adm2-koya=0.3334 iq-adm2-rost=0.6667")]),
    // Outside of all units; nothing known.
    EventRows.row(["admin_shares": .text("[]")]), EventRows.row([:]),
  ]

  @Test func `a unit is known by its code; several units are uncertain`() throws {
    let table = try EventRows.table("admin2", Self.unitRows)
    #expect(
      Self.lines(table) == [
        "Koya | B2 | 1", "Koya | E2 | 2", "uncertain | - | 4", "none | - | 2",
      ])
    #expect(table.columns.prefix(3).map(\.name) == ["admin2", "admin2_pcode", "events"])
    #expect(table.total.values.prefix(3) == [.text("total"), .null, .integer(9)])
  }

  @Test func `an uncertain event is split by the shares of its area`() throws {
    let table = try EventRows.table("admin2", Self.unitRows, apportion: true)
    #expect(
      Self.lines(table) == [
        "Koya | B2 | 1.0", "Koya | E2 | 2.0",
        "koya | P-koya | 1.183367",
        "rost | P-rost | 1.416633",
        "uncertain | - | 1.0", "none | - | 2.4",
      ])
  }

  @Test func `levels are told apart by the store's units, else by ids`() throws {
    let row = EventRows.row([
      "admin_shares": .text(
        #"[{"id":"x","name":"X","pcode":"X2","share":0.5},{"id":"y","name":"Y","pcode":null,"share":0.5}]"#
      )
    ])
    let plain = try EventRows.table("admin2", [row], apportion: true)
    #expect(Self.lines(plain) == ["uncertain | - | 1.0"])
    let aggregator = try Aggregator(
      columns: EventRows.columns, groupings: [.unit(2)], apportion: true,
      unitLevels: ["x": 2, "y": 3])
    try aggregator.add(row)
    #expect(Self.lines(try aggregator.table()) == ["X | X2 | 0.5", "none | - | 0.5"])
  }

  private static func territory(
    _ ids: String, _ shares: String, _ status: String?
  ) -> Feature {
    EventRows.row([
      "territory_ids": .text(ids), "territory_names": .text(ids.uppercased()),
      "territory_shares": .text(shares), "territory_status": status.map { .text($0) } ?? .null,
    ])
  }

  static let territoryCases: [(ids: String, shares: String, status: String?, lines: [String])] = [
    (#"["a"]"#, "[1.0]", "inside", ["a | A | 1"]),
    (#"["a"]"#, "[0.96]", "inside", ["a | A | 1"]),
    (#"["a","b"]"#, "[0.96,0.04]", "inside", ["a | A | 1"]),
    (#"["a","b"]"#, "[0.9,0.1]", "inside", ["uncertain | - | 1"]),
    (#"["a"]"#, "[0.5]", "possible", ["uncertain | - | 1"]),
    // One variant of the boundary has more of it.
    (#"["a"]"#, "[0.03]", "possible", ["uncertain | - | 1"]),
    (#"["a"]"#, "[0.03]", "outside", ["none | - | 1"]),
    (#"["a"]"#, "[0.03]", nil, ["none | - | 1"]), ("[]", "[]", "unknown", ["none | - | 1"]),
    ("[]", "[]", nil, ["none | - | 1"]), (#"["a"]"#, "null", nil, ["a | A | 1"]),
  ]

  @Test(arguments: territoryCases)
  func `an event is of a territory that has nearly all of it`(
    _ ids: String, _ shares: String, _ status: String?, _ lines: [String]
  ) throws {
    #expect(
      Self.lines(try EventRows.table("territory", [Self.territory(ids, shares, status)])) == lines)
  }

  @Test(arguments: [
    (#"["a","b"]"#, "[0.6,0.3]", ["a | A | 0.6", "b | B | 0.3", "none | - | 0.1"]),
    // Territories that overlap.
    (#"["a","b"]"#, "[1.0,1.0]", ["a | A | 0.5", "b | B | 0.5"]),
    (#"["a"]"#, "[0.97]", ["a | A | 1.0"]),
  ])
  func `territories share an uncertain event`(
    _ ids: String, _ shares: String, _ lines: [String]
  ) throws {
    let row = Self.territory(ids, shares, "possible")
    #expect(Self.lines(try EventRows.table("territory", [row], apportion: true)) == lines)
  }

  @Test func `an event counts once, under all of its actors`() throws {
    func row(_ first: String?, _ second: String?) -> Feature {
      EventRows.row([
        "actor1": first.map { .text($0) } ?? .null, "actor2": second.map { .text($0) } ?? .null,
        "actor1_name": first.map { .text($0.lowercased()) } ?? .null,
      ])
    }
    let rows = [
      row("ISIS", "ARMY"), row("ARMY", "ISIS"), row("ISIS", nil), row(nil, "ISIS"), row(nil, nil),
      row("ISIS", "ISIS"),
    ]
    #expect(
      Self.lines(try EventRows.table("actor", rows)) == [
        "ARMY; ISIS | ARMY; isis | 1", "ARMY; ISIS | army; ISIS | 1", "ISIS | ISIS | 1",
        "ISIS | isis | 2", "none | - | 1",
      ])
    let named = rows.map { row in
      var row = row
      for index in EventRows.columns.indices
      where EventRows.columns[index].name.hasSuffix("_name") {
        row.values[index] = .null
      }
      return row
    }
    #expect(
      Self.lines(try EventRows.table("actor", named)) == [
        "ARMY; ISIS | ARMY; ISIS | 2", "ISIS | ISIS | 3", "none | - | 1",
      ])
    #expect(
      Self.lines(try EventRows.table("actor", named, apportion: true)) == [
        "ARMY | ARMY | 1.0", "ISIS | ISIS | 4.0", "none | - | 1.0",
      ])
  }

  static let timeCases: [(start: String?, end: String?, precision: String?, names: [String])] = [
    ("2021-03-09", "2021-03-09", "day", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    (
      "2021-03-08", "2021-03-14", "week",
      ["undated in bucket", "2021-W10", "2021-03", "2021"]
    ),
    (
      "2021-03-29", "2021-04-04", "week",
      ["undated in bucket", "2021-W13", "undated in bucket", "2021"]
    ),
    (
      "2021-03-01", "2021-03-31", "month",
      ["undated in bucket", "undated in bucket", "2021-03", "2021"]
    ),
    // A coder who wrote the first of the month and its precision.
    (
      "2021-03-01", "2021-03-01", "month",
      ["undated in bucket", "undated in bucket", "2021-03", "2021"]
    ),
    (
      "2021-01-01", "2021-12-31", "year", Array(repeating: "undated in bucket", count: 3) + ["2021"]
    ),
    ("2021-03-09", "2021-03-10", "range", ["undated in bucket", "2021-W10", "2021-03", "2021"]),
    (nil, "2021-08-22", "unresolved", Array(repeating: "undated in bucket", count: 4)),
    ("2021-03-09", nil, nil, ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    (nil, nil, nil, Array(repeating: "none", count: 4)),
  ]

  @Test(arguments: timeCases)
  func `a date coarser than the bucket is undated in it`(
    _ start: String?, _ end: String?, _ precision: String?, _ names: [String]
  ) throws {
    let row = EventRows.row([
      "date_start": start.map { .text($0) } ?? .null, "date_end": end.map { .text($0) } ?? .null,
      "date_precision": precision.map { .text($0) } ?? .null,
    ])
    for (bucket, name) in zip([TimeBucket.day, .week, .month, .year], names) {
      let table = try EventRows.table(bucket.rawValue, [row])
      #expect(Self.lines(table) == ["\(name) | 1"])
      #expect(table.columns[0].name == bucket.rawValue)
    }
  }

  @Test func `sums never take null for 0 and say what they do not know`() throws {
    func row(_ least: Int?, _ most: Int?) -> Feature {
      EventRows.row([
        "killed_min": least.map { .integer($0) } ?? .null,
        "killed_max": most.map { .integer($0) } ?? .null,
      ])
    }
    let cases: [(rows: [Feature], expected: [AttributeValue])] = [
      // killed_min, killed_max, killed_open, killed_unknown
      ([row(nil, nil)], [.null, .null, .integer(0), .integer(1)]),
      ([row(0, 0), row(nil, nil)], [.integer(0), .integer(0), .integer(0), .integer(1)]),
      ([row(2, 5), row(1, 1)], [.integer(3), .integer(6), .integer(0), .integer(0)]),
      ([row(2, 5), row(1, nil)], [.integer(3), .null, .integer(1), .integer(0)]),
      ([row(nil, 4), row(nil, nil)], [.null, .integer(4), .integer(0), .integer(1)]),
    ]
    for (rows, expected) in cases {
      let table = try EventRows.table("event_type", rows)
      #expect(Array(table.rows[0].values[2...5]) == expected)
      #expect(Array(table.total.values[2...5]) == expected)
      #expect(
        Array(table.rows[0].values[6...9]) == [.null, .null, .integer(0), .integer(rows.count)])
    }
    #expect(
      try EventRows.table("event_type", []).columns.map(\.name) == [
        "event_type", "events", "killed_min", "killed_max", "killed_open", "killed_unknown",
        "injured_min", "injured_max", "injured_open", "injured_unknown", "first_date", "last_date",
      ])
  }

  @Test func `sums whose columns a layer lacks are left out`() throws {
    let columns = [
      AttributeColumn("name", .text), AttributeColumn("killed_max", .real),
      AttributeColumn("injured_min", .text), AttributeColumn("seen", .instant),
      AttributeColumn("events", .integer),
    ]
    let rows = [
      Feature(
        id: nil, geometry: nil,
        values: [
          .text("a"), .real(1.5), .text("3"), .text("2021-03-09T10:00:00.000Z"), .integer(4),
        ]),
      Feature(id: nil, geometry: nil, values: [.text("a"), .null, .null, .null, .integer(4)]),
    ]
    let table = try EventRows.table("name,events,month:seen", rows, columns: columns)
    #expect(
      table.columns == [
        AttributeColumn("name", .text), AttributeColumn("events", .integer),
        AttributeColumn("seen_month", .text), AttributeColumn("events_2", .integer),
        AttributeColumn("killed_max", .real), AttributeColumn("killed_unknown", .integer),
        AttributeColumn("first_date", .date), AttributeColumn("last_date", .date),
      ])
    #expect(
      table.rows.map(\.values) == [
        [
          .text("a"), .integer(4), .text("2021-03"), .integer(1), .real(1.5), .integer(0),
          .text("2021-03-09"), .text("2021-03-09"),
        ],
        [
          .text("a"), .integer(4), .text("none"), .integer(1), .null, .integer(1), .null, .null,
        ],
      ])
  }

  @Test func `first and last dates span the events, bounds included`() throws {
    let rows = [
      EventRows.row(["date_start": .text("2021-03-09"), "date_end": .text("2021-03-12")]),
      EventRows.row(["date_start": .null, "date_end": .text("2020-01-01")]),
      EventRows.row(["date_start": .text("2022-01-01"), "date_end": .null]),
    ]
    let table = try EventRows.table("type", rows)
    #expect(table.rows[0].values.suffix(2) == [.text("2020-01-01"), .text("2022-01-01")])
  }

  @Test func `a column without a value says none where it holds text`() throws {
    let rows = [
      EventRows.row(["event_type": .text("b"), "month": .integer(10)]),
      EventRows.row(["event_type": .text("B"), "month": .integer(9)]), EventRows.row([:]),
    ]
    #expect(
      Self.lines(try EventRows.table("type", rows)) == ["B | 1", "b | 1", "none | 1"])
    #expect(
      Self.lines(try EventRows.table("\"month\"", rows)) == ["9 | 1", "10 | 1", "- | 1"])
  }

  @Test func `the ground of a row is asked for its first key that has one`() throws {
    let aggregator = try Aggregator(
      columns: EventRows.columns, groupings: [.column("event_type"), .unit(2)], apportion: false)
    for row in Self.unitRows { try aggregator.add(row) }
    let ground = Shape.point(Coordinate(1, 2))
    var asked: [GroupKey] = []
    let table = try aggregator.table { key in
      asked.append(key)
      if case .unit(2, "Koya", "E2") = key { return ground }
      return nil
    }
    #expect(
      table.rows.map(\.geometry) == [nil, ground, nil, nil])
    // One question a key.
    #expect(Set(asked).count == asked.count && asked.count == 5)
    #expect(
      table.rows.map(\.id) == [
        .text("none/Koya"), .text("none/Koya"), .text("none/uncertain"), .text("none/none"),
      ])
  }

  static let words = [
    "event_type", "admin1", "admin2", "admin3", "territory", "actor", "day", "week", "month",
    "year",
    "hex:20km", "grid:30km", "radius_km", "near_boundary", "\"month\"", "month:published",
  ]

  @Test(arguments: 0..<30)
  func `rows make up all events, none of them twice`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<40).map { _ in EventRows.random(&random) }
    let first = Self.words[seed % Self.words.count]
    let others = Self.words.filter { $0 != first }.shuffled(using: &random).prefix(seed % 3)
    let words = ([first] + others).joined(separator: ",")
    for apportion in [false, true] {
      let table = try EventRows.table(words, rows, apportion: apportion)
      let start = try #require(table.columns.firstIndex { $0.name.hasPrefix("events") })
      #expect(table.total.values[start].number == Double(rows.count))
      for column in start..<table.columns.count - 2 {
        let name = table.columns[column].name
        // What is open in one row is open in all of it.
        if name.hasSuffix("_max") { continue }
        let sum = table.rows.compactMap { $0.values[column].number }.reduce(0, +)
        #expect(abs(sum - (table.total.values[column].number ?? 0)) < 1e-3, "\(words) \(name)")
      }
      #expect(Set(table.keys).count == table.rows.count)
    }
  }
}

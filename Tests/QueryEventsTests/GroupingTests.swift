import Model
import Testing

@testable import QueryEvents

@Suite struct `Words of --by` {
  static let events = EventRows.columns
  static let towns = [
    AttributeColumn("name", .text), AttributeColumn("type", .text), AttributeColumn("month", .date),
    AttributeColumn("a,b", .integer), AttributeColumn("q\"q", .text), AttributeColumn("hex", .text),
  ]

  static let cases: [(text: String, columns: [AttributeColumn], expected: [Grouping])] = [
    ("admin2,event_type", events, [.unit(2), .column("event_type")]),
    ("admin1, admin3", events, [.unit(1), .unit(3)]),
    ("type", events, [.column("event_type")]),
    ("type", towns, [.column("type")]),
    ("\"type\"", towns, [.column("type")]),
    ("territory,actor", events, [.territory, .actor]),
    ("month", events, [.time(.month, of: nil)]),
    ("\"month\"", events, [.column("month")]),
    ("month", towns, [.column("month")]),
    ("year:month", towns, [.time(.year, of: "month")]),
    ("week:published,day", events, [.time(.week, of: "published"), .time(.day, of: nil)]),
    ("\"a,b\",\"q\"\"q\"", towns, [.column("a,b"), .column("q\"q")]),
    ("hex", towns, [.column("hex")]),
  ]

  @Test(arguments: cases)
  func `mean groupings where the layer has their columns`(
    _ text: String, _ columns: [AttributeColumn], _ expected: [Grouping]
  ) throws {
    #expect(try Grouping.list(text, columns: columns) == expected)
  }

  @Test(arguments: [
    ("hex:10km", CellForm.hex, 10_000.0), ("grid:500m", .grid, 500), ("hex:2.5km", .hex, 2500),
    ("grid:0.5km", .grid, 500),
  ])
  func `name nets with a size`(_ text: String, _ form: CellForm, _ meters: Double) throws {
    let list = try Grouping.list(text, columns: Self.events)
    #expect(list == [.cells(form, try CellSize(meters: meters))])
  }

  @Test(arguments: [
    ("", "empty place"), ("admin2,", "empty place"), ("no_such", "no column “no_such”"),
    ("territory", "no column “territory”"), ("admin2", "no column “admin2”"),
    ("month:no_such", "no column “month:no_such”"), ("name,name", "stands twice"),
    ("\"name", "does not end"), ("grid", "needs a size"), ("grid:", "is no size"),
    ("grid:10", "is no size"), ("grid:km", "is no size"), ("grid:-3km", "is no size"),
    ("grid:1e3m", "is no size"), ("grid:0m", "no size of a cell"), ("grid:0.5m", "no size"),
    ("grid:9000km", "no size of a cell"), ("grid:10 km", "is no size"),
    ("grid:nanm", "is no size"), ("grid:1.2.3km", "is no size"),
  ])
  func `that are none are refused with what there is`(_ text: String, _ part: String) {
    // Blanks are taken out between words; inside of a size they stay wrong by a quoted look-alike.
    let error = #expect(throws: GroupingError.self) {
      try text == "grid:10 km"
        ? [.cells(.grid, CellSize(parsing: "10 km"))] : Grouping.list(text, columns: Self.towns)
    }
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    (1000.0, "1km"), (500, "500m"), (2500, "2.5km"), (10_000, "10km"), (1.5, "1.5m"),
  ])
  func `sizes are spelled in one way`(_ meters: Double, _ text: String) throws {
    let size = try CellSize(meters: meters)
    #expect(size.description == text)
    #expect(try CellSize(parsing: text) == size)
  }
}

@Suite struct `Stretches of time` {
  /// By Python's `date.isocalendar()`.
  static let weeks = [
    ("2021-03-09", "2021-W10"), ("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"),
    ("2018-12-31", "2019-W01"), ("2020-12-31", "2020-W53"), ("2024-12-29", "2024-W52"),
    ("2024-12-30", "2025-W01"), ("1970-01-01", "1970-W01"), ("2016-01-01", "2015-W53"),
  ]

  @Test(arguments: weeks)
  func `a week is that of its Thursday`(_ day: String, _ week: String) {
    #expect(TimeBucket.week.name(ofDate: day) == week)
  }

  static let dates: [(text: String, names: [String?])] = [
    ("2021-03-09", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    ("2021-03-09T23:30:00.000Z", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    ("2021-03-09 23:30", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    ("2021-03", [nil, nil, "2021-03", "2021"]), ("2021", [nil, nil, nil, "2021"]),
    ("2021-02-29", [nil, nil, nil, nil]), ("2021-13", [nil, nil, nil, nil]),
    ("2021-03-0", [nil, nil, nil, nil]), ("", [nil, nil, nil, nil]),
    ("2021-03-09x", [nil, nil, nil, nil]), ("n/a", [nil, nil, nil, nil]),
  ]

  @Test(arguments: dates)
  func `a date names the buckets that it is fine enough for`(_ text: String, _ names: [String?]) {
    #expect([TimeBucket.day, .week, .month, .year].map { $0.name(ofDate: text) } == names)
  }
}

import EmitLayers
import Files
import Model
import TestSupport
import Testing

@Suite struct `Counting by time` {
  static func day(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(iso: Array($0.utf8)) } }

  static func event(
    _ start: String?, _ end: String?, _ precision: String? = nil, type: String? = "Battles",
    killed: EventSummary.Range = .init()
  ) -> EventSummary {
    var event = EventSummary(id: "e")
    event.dateStart = day(start)
    event.dateEnd = day(end)
    event.datePrecision = precision
    event.type = type
    event.killed = killed
    return event
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var start: String?
    var end: String?
    var precision: String?
    /// The rows by day, week, month and year.
    var rows: [String]
    var testDescription: String { "\(start ?? "-") \(end ?? "-") \(precision ?? "-")" }

    init(_ start: String?, _ end: String?, _ precision: String?, _ rows: [String]) {
      (self.start, self.end, self.precision, self.rows) = (start, end, precision, rows)
    }
  }

  private static let undated = "undated in bucket"

  static let cases = [
    Case("2021-03-09", "2021-03-09", "day", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    Case("2021-03-09", nil, "day", ["2021-03-09", "2021-W10", "2021-03", "2021"]),
    // A Sunday ends a week, the Monday after begins one.
    Case("2021-03-14", "2021-03-14", "day", ["2021-03-14", "2021-W10", "2021-03", "2021"]),
    Case("2021-03-15", "2021-03-15", "day", ["2021-03-15", "2021-W11", "2021-03", "2021"]),
    // Weeks belong to the year of their Thursday.
    Case("2021-01-01", "2021-01-01", "day", ["2021-01-01", "2020-W53", "2021-01", "2021"]),
    Case("2018-12-31", "2018-12-31", "day", ["2018-12-31", "2019-W01", "2018-12", "2018"]),
    Case("2020-02-29", "2020-02-29", "day", ["2020-02-29", "2020-W09", "2020-02", "2020"]),
    Case("2021-03-08", "2021-03-14", "week", [undated, "2021-W10", "2021-03", "2021"]),
    Case("2021-03-29", "2021-04-04", "week", [undated, "2021-W13", undated, "2021"]),
    Case("2017-12-01", "2017-12-31", "month", [undated, undated, "2017-12", "2017"]),
    Case("2017-01-01", "2017-12-31", "year", [undated, undated, undated, "2017"]),
    Case("2017-01-01", "2018-12-31", "range", [undated, undated, undated, undated]),
    // A range within one bucket is as good as a day in it.
    Case("2021-03-09", "2021-03-11", "range", [undated, "2021-W10", "2021-03", "2021"]),
    Case("2021-02-28", "2021-03-01", "range", [undated, undated, undated, "2021"]),
    // A month that is told as one day is a month all the same.
    Case("2021-03-01", "2021-03-01", "month", [undated, undated, "2021-03", "2021"]),
    // Inferred and disclosed dates are bounds.
    Case(nil, "2021-08-22", "unresolved", [undated, undated, undated, undated]),
    Case(nil, "2021-08-22", nil, [undated, undated, undated, undated]),
    Case("2021-08-22", "2021-08-22", "unresolved", [undated, undated, undated, undated]),
    Case(nil, nil, "unresolved", ["none", "none", "none", "none"]),
    Case(nil, nil, nil, ["none", "none", "none", "none"]),
    Case("9999-12-31", "9999-12-31", "day", ["9999-12-31", "9999-W52", "9999-12", "9999"]),
    Case("0001-01-01", "0001-01-01", "day", ["0001-01-01", "0001-W01", "0001-01", "0001"]),
  ]

  @Test(arguments: cases)
  func `puts an event where its date allows`(_ test: Case) throws {
    for (bucket, row) in zip(TimeBucket.allCases, test.rows) {
      let timeline = try Timeline(
        [Self.event(test.start, test.end, test.precision)], by: bucket)
      #expect(timeline.allRows.filter { $0.events > 0 }.map(\.name) == [row], "\(bucket)")
    }
  }

  @Test(arguments: [
    ([("2021-01-30", "2021-02-02")], TimeBucket.day, 4),
    ([("2021-12-27", "2022-01-10")], .week, 3),
    ([("2019-11-05", "2020-03-01")], .month, 5), ([("2019-11-05", "2021-01-01")], .year, 3),
    ([("2020-02-28", "2020-03-01")], .day, 3), ([("2000-06-01", "2004-06-01")], .year, 5),
  ])
  func `has every bucket between the first and the last`(
    _ ends: [(String, String)], _ bucket: TimeBucket, _ count: Int
  ) throws {
    let events = ends.flatMap { [Self.event($0, $0), Self.event($1, $1)] }
    let timeline = try Timeline(events, by: bucket)
    #expect(timeline.rows.count == count)
    #expect(Set(timeline.rows.map(\.name)).count == count)
    let starts = timeline.rows.compactMap(\.start)
    #expect(starts == starts.sorted() && starts.count == count)
  }

  @Test(arguments: [
    ("2021-01-01", "2021-01-31", TimeBucket.day), ("2021-01-01", "2021-02-01", .week),
    ("2021-01-01", "2021-07-01", .week), ("2021-01-01", "2021-07-02", .month),
    ("2021-01-01", "2025-01-03", .month), ("2021-01-01", "2025-02-01", .year),
  ])
  func `chooses the bucket by the range`(
    _ first: String, _ last: String, _ bucket: TimeBucket
  ) throws {
    let timeline = try Timeline([Self.event(first, first), Self.event(last, last)])
    #expect(timeline.bucket == bucket)
  }

  /// Days far apart, close together, ranges both ways round, precisions that fit and that do not.
  private static func random(_ count: Int, seed: Int) -> [EventSummary] {
    var random = SplitMix64(seed: seed)
    let types = (LayerStyle.named("events")?.categories.map(\.value) ?? []) + ["Strange", nil]
    return (0..<count).map { _ in
      let start = CivilDate(dayNumber: Int.random(in: 17_000...19_000, using: &random))
      var event = EventSummary(id: "e")
      event.type = types.randomElement(using: &random) ?? nil
      event.dateStart = Bool.random(using: &random) ? start : nil
      event.dateEnd =
        Int.random(in: 0...3, using: &random) == 0
        ? nil : start.adding(days: Int.random(in: -3...40, using: &random))
      event.datePrecision =
        ["day", "week", "month", "year", "range", "unresolved", nil]
        .randomElement(using: &random) ?? nil
      let least = Int.random(in: 0...9, using: &random)
      event.killed = .init(
        Bool.random(using: &random) ? least : nil, Bool.random(using: &random) ? least + 2 : nil)
      return event
    }
  }

  @Test(arguments: 0..<20)
  func `counts every event once`(_ seed: Int) throws {
    let events = Self.random(seed * 13, seed: seed)
    for bucket in TimeBucket.allCases {
      let timeline = try Timeline(events, by: bucket)
      #expect(timeline.allRows.reduce(0) { $0 + $1.events } == events.count)
      for row in timeline.allRows { #expect(row.byType.reduce(0, +) == row.events) }
      #expect((timeline.none?.events ?? 0) == events.filter { $0.firstDay == nil }.count)
      // The slow twin: each sum from the events themselves.
      #expect(
        timeline.allRows.compactMap(\.killedMinimum).reduce(0, +)
          == events.compactMap(\.killed.minimum).reduce(0, +))
      #expect(
        timeline.allRows.reduce(0) { $0 + $1.killedUnknown }
          == events.filter { !$0.killed.isStated }.count)
      // A shorter bucket never knows more than a longer one.
      #expect(
        timeline.rows.reduce(0) { $0 + $1.events } <= events.filter { $0.dateStart != nil }.count)
    }
  }

  struct Harm: Sendable {
    var events: [EventSummary.Range]
    var minimum: Int?
    var maximum: Int?
    var unknown: Int

    init(_ events: [EventSummary.Range], _ minimum: Int?, _ maximum: Int?, _ unknown: Int) {
      (self.events, self.minimum, self.maximum, self.unknown) = (events, minimum, maximum, unknown)
    }
  }

  @Test(arguments: [
    Harm([.init()], nil, nil, 1), Harm([.init(0, 0)], 0, 0, 0), Harm([.init(2, 5)], 2, 5, 0),
    Harm([.init(2, 5), .init(1, 1), .init()], 3, 6, 1),
    // One that is open upwards opens the sum, in whatever order.
    Harm([.init(2, nil), .init(1, 4)], 3, nil, 0), Harm([.init(1, 4), .init(2, nil)], 3, nil, 0),
    Harm([.init(nil, 4), .init(1, 1)], 1, 5, 0),
    Harm([.init(.max, .max), .init(1, 1)], .max, .max, 0),
  ])
  func `sums the killed and never takes what is not stated for nobody`(_ test: Harm) throws {
    let events = test.events.map { Self.event("2021-03-09", "2021-03-09", killed: $0) }
    let row = try #require(try Timeline(events, by: .year).rows.first)
    #expect(row.killedMinimum == test.minimum)
    #expect(row.killedMaximum == test.maximum)
    #expect(row.killedUnknown == test.unknown)
  }

  @Test func `refuses more buckets than anybody reads`() throws {
    let far = [Self.event("0001-01-01", nil), Self.event("9999-12-31", nil)]
    #expect(throws: TimelineError.self) { try Timeline(far, by: .day) }
    #expect(try Timeline(far).rows.count == 9999)
    #expect(try Timeline([]).allRows.isEmpty)
  }

  // MARK: Formats

  private static let events = [
    event("2021-03-09", "2021-03-09", "day", killed: .init(2, 3)),
    event("2021-03-20", "2021-03-20", "day", type: "Riots"),
    event("2021-05-01", "2021-05-01", "day", type: "Unheard of", killed: .init(1, nil)),
    event("2021-01-01", "2021-12-31", "year"), event(nil, nil),
  ]

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `is written as a table`() throws {
    #expect(
      lines(TimelineTable.text(try Timeline(Self.events, by: .month))) == [
        "month              events  killed_min  killed_max  killed_unknown",
        "2021-03                 2           2           3               1",
        "2021-04                 0           -           -               0",
        "2021-05                 1           1           -               0",
        "undated in bucket       1           -           -               1",
        "none                    1           -           -               1",
      ])
  }

  @Test func `is written as CSV with a column for each type`() throws {
    let rows = lines(TimelineTable.csv(try Timeline(Self.events, by: .year)))
    #expect(
      rows == [
        "year,events,killed_min,killed_max,killed_unknown,Battles,Explosions/Remote violence,"
          + "Violence against civilians,Protests,Riots,Strategic developments,other",
        "2021,4,3,,2,2,0,0,0,1,0,1", "none,1,,,1,1,0,0,0,0,0,0",
      ])
  }

  @Test func `is written as JSON`() throws {
    let json = try JSONReader.parse(TimelineTable.json(try Timeline(Self.events, by: .month)))
    #expect(json["by"]?.string == "month")
    #expect(json["events"]?.integer == 5)
    let rows = try #require(json["rows"]?.elements)
    #expect(
      rows.map { $0["name"]?.string } == [
        "2021-03", "2021-04", "2021-05", "undated in bucket", "none",
      ])
    #expect(
      rows.map { $0["start"]?.string } == ["2021-03-01", "2021-04-01", "2021-05-01", nil, nil])
    #expect(rows[0]["event_types"]?.members?.map(\.key) == ["Battles", "Riots"])
    #expect(rows.reduce(0) { $0 + ($1["events"]?.integer ?? 0) } == 5)
  }

  @Test func `is drawn in characters, the longest bar as long as there is room`() throws {
    let timeline = try Timeline(Self.events, by: .month)
    let bars = lines(TimelineBars.text(timeline, columns: 50))
    #expect(
      bars == [
        "2021-03            2  ████████████████  killed 2–3", "2021-04            0",
        "2021-05            1  ████████          killed 1+", "undated in bucket  1  ████████",
        "none               1  ████████",
      ])
    #expect(lines(TimelineBars.text(try Timeline([]))) == ["no events"])
  }

  @Test(arguments: [Int.max, Int.max - 1, 1_000_000_000_000, 0, -3, .min])
  func `is drawn whatever number a foreign file has`(_ number: Int) throws {
    let timeline = try Timeline(
      [Self.event("2021-03-09", "2021-03-09", killed: .init(number, number))], by: .day)
    let svg = String(decoding: TimelineSVG(timeline).bytes(), as: UTF8.self)
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(!svg.contains("height=\"-"))
    #expect(TimelineBars.text(timeline).count > 10)
  }

  @Test func `has colors for a terminal alone, and bars of the same length`() throws {
    let events = Self.random(300, seed: 9)
    let timeline = try Timeline(events, by: .month)
    let plain = String(decoding: TimelineBars.text(timeline, columns: 100), as: UTF8.self)
    #expect(!plain.contains("\u{1B}"))
    let colored = lines(TimelineBars.text(timeline, columns: 100, inColor: true))
    for line in colored {
      let bare = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(!bare.contains("\u{1B}") && bare.count <= 100, "\(bare)")
      // Every color is put back.
      #expect(
        line.matches(of: /\u{1B}\[38;5;[0-9]+m/).count == line.matches(of: /\u{1B}\[0m/).count)
    }
    #expect(colored[0].contains("Battles"))
    for (line, row) in zip(colored.suffix(timeline.allRows.count), timeline.allRows) {
      // One stretch of color for each type.
      #expect(
        line.matches(of: /38;5;/).count == row.byType.filter { $0 > 0 }.count, "\(row.name)")
    }
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `is drawn as SVG, its bars as high as they have events`() throws {
    let events = Self.random(200, seed: 3)
    let timeline = try Timeline(events, by: .month)
    let document = try #require(ParsedXML(TimelineSVG(timeline, title: "A < B & ]]>").bytes()))
    #expect(document.elements[0]["role"] == "img")
    #expect(document.elements[1].text == "A < B & ]]>")
    let colors = Set(timeline.style.categories.map(\.color.hexadecimal))
    let bars = document.all("rect").filter {
      colors.contains($0["fill"] ?? "") && $0["height"] != "11"
    }
    let stretches = timeline.allRows.flatMap(\.byType).filter { $0 > 0 }
    #expect(bars.count == stretches.count)
    let unit = bars[0].number("height") / Double(stretches[0])
    for (bar, count) in zip(bars, stretches) {
      #expect(abs(bar.number("height") - Double(count) * unit) < 0.02 * Double(count + 1))
    }
    #expect(TimelineSVG(timeline).bytes() == TimelineSVG(timeline).bytes())
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `is well-formed without events`() throws {
    #expect(ParsedXML(TimelineSVG(try Timeline([])).bytes()) != nil)
    #expect(ParsedXML(TimelineSVG(try Timeline([Self.event(nil, nil)])).bytes()) != nil)
  }
}

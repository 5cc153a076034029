import EvaluatePredictions
import Testing

@Suite struct `Scoring events` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name, gold, found: String
    var expected: [Measure: String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "killed as stated", gold: #""killed":3"#, found: #""killed_min":3,"killed_max":3"#,
      expected: [.killed: "1/1", .killedStated: "1/1", .joint: "1/1"]),
    Case(
      name: "open upwards is not exact", gold: #""killed":[3,null]"#,
      found: #""killed_min":3,"killed_max":3"#,
      expected: [.killed: "0/1", .killedStated: "0/1", .joint: "0/1"]),
    Case(
      name: "open upwards", gold: #""killed":[3,null]"#,
      found: #""killed_min":3,"killed_max":null"#,
      expected: [.killed: "1/1"]),
    Case(
      name: "null is not zero", gold: #""killed":null"#, found: #""killed_min":0,"killed_max":0"#,
      expected: [.killed: "0/1", .killedNotStated: "0/1"]),
    Case(
      name: "zero is not null", gold: #""injured":0"#, found: #""injured_min":null"#,
      expected: [.injured: "0/1 without 1", .injuredStated: "0/1 without 1"]),
    Case(
      name: "null is null", gold: #""injured":null"#, found: "",
      expected: [.injured: "1/1", .injuredNotStated: "1/1"]),
    Case(
      name: "a day", gold: #""date":"2020-02-03""#,
      found: #""date_start":"2020-02-03","date_end":"2020-02-03","date_basis":"stated""#,
      expected: [.date: "1/1", .dateStated: "1/1"]),
    Case(
      name: "another day", gold: #""date":"2020-02-03""#,
      found: #""date_start":"2020-02-02","date_end":"2020-02-02","date_basis":"stated""#,
      expected: [.date: "0/1", .dateStated: "0/1"]),
    Case(
      name: "a bound on the day", gold: #""date":"2020-02-03""#,
      found: #""date_start":null,"date_end":"2020-02-03","date_basis":"disclosed""#,
      expected: [.date: "1/1"]),
    Case(
      name: "a week for a day", gold: #""date":["2020-02-01","2020-02-03"]"#,
      found: #""date_start":"2020-02-02","date_end":"2020-02-03","date_basis":"stated""#,
      expected: [.date: "0/1"]),
    Case(
      name: "no day for a day", gold: #""date":"2020-02-03""#, found: #""date_start":null"#,
      expected: [.date: "0/1 without 1", .dateStated: "0/1 without 1"]),
    Case(
      name: "no day", gold: #""date":null"#, found: #""date_start":null,"date_end":"2020-02-03""#,
      expected: [.date: "1/1", .dateNotStated: "1/1"]),
    Case(
      name: "a day for no day", gold: #""date":null"#,
      found: #""date_start":"2020-02-03","date_end":"2020-02-03","date_basis":"stated""#,
      expected: [.date: "0/1", .dateNotStated: "0/1"]),
    Case(
      name: "a part of the actor", gold: #""actor1":"FORCES""#, found: #""actor1":"ARMY_9TH""#,
      expected: [.actor1: "1/1", .actor1Stated: "1/1", .actors: "1/1"]),
    Case(
      name: "the whole for a part", gold: #""actor1":"ARMY_9TH""#, found: #""actor1":"FORCES""#,
      expected: [.actor1: "0/1", .actors: "0/1"]),
    Case(
      name: "an actor for nobody", gold: #""actor1":null,"actor2":"ARMY""#,
      found: #""actor1":"ARMY","actor2":"ARMY""#,
      expected: [.actor1: "0/1", .actor1NotStated: "0/1", .actor2: "1/1", .actors: "0/1"]),
    Case(
      name: "nobody for an actor", gold: #""actor2":"ARMY""#, found: #""actor2":null"#,
      expected: [.actor2: "0/1 without 1", .actor2Stated: "0/1 without 1"]),
    Case(
      name: "type", gold: #""sub_event_type":"Grenade""#, found: #""sub_event_type":"Attack""#,
      expected: [.subEventType: "0/1", .joint: "0/1", .events: "1/1 of 1/1"]),
    Case(
      name: "realis is asserted unless stated", gold: #""killed":null"#,
      found: #""realis":"historical""#, expected: [.realis: "0/1", .joint: "0/1"]),
    Case(
      name: "place at 44.4 km", gold: #""place":"p-1""#,
      found: #""place_ids":["p-2"],"point":[44,36.4]"#,
      expected: [
        .eventPlace: "0/1", .eventPlace25: "0/1", .eventPlace161: "1/1", .joint: "0/1",
      ]),
    Case(
      name: "places in any order, no distance", gold: #""place":["p-1","p-2"]"#,
      found: #""place_ids":["p-2","p-1"],"point":null"#, expected: [.eventPlace: "1/1"]),
    Case(
      name: "an area has no distance", gold: #""place":"p-1""#,
      found: #""place_id":"p-1","point":null"#,
      expected: [.eventPlace: "1/1", .eventPlace5: "0/1 without 1", .joint: "1/1"]),
    Case(
      name: "no place", gold: #""place":null"#, found: #""place_ids":[]"#,
      expected: [.eventPlace: "1/1"]),
    Case(
      name: "units and precision", gold: #""admin1":"Diyala","admin2":null,"precision":"adm1""#,
      found: #""admin1":"Diyala","admin2":"Khalis","precision":"adm2""#,
      expected: [.eventUnits: "1/2", .eventPrecision: "0/1"]),
  ]

  @Test(arguments: cases)
  func `counts what a hand counts`(_ test: Case) throws {
    let report = try Scoring.report(
      gold: Scoring.development("," + test.gold), predictions: Scoring.line(test.found),
      name: "set.jsonl")
    for (measure, expected) in test.expected {
      #expect(Scoring.counts(report, measure) == expected, "\(measure)")
    }
  }

  @Test func `what is absent from the gold is not scored`() throws {
    let report = try Scoring.report(
      gold: Scoring.development(""), predictions: Scoring.line(#""killed_min":9"#),
      name: "set.jsonl")
    let all = try #require(report.group("all"))
    #expect(all.measures == [.events, .realis, .joint, .noSurplusEvent])
  }

  /// Two events of the gold, three predictions: one right, one of another type, one surplus.
  static let several = """
    {"id":"d","lang":"ckb","text":"blast, raid, fire and talks","events":[
    {"trigger":"raid","sub_event_type":"Attack"},{"trigger":"talks","sub_event_type":"Agreement"},
    {"trigger":"blast","sub_event_type":"Grenade"}]}
    """.replacing("\n", with: "")

  static func event(_ type: String, _ start: Int, _ end: Int) -> String {
    #"{"sub_event_type":"\#(type)","realis":"asserted","flags":[],"evidence":"#
      + #"{"trigger":[{"part":"text","start":\#(start),"end":\#(end)}]}}"#
  }

  @Test func `missed and surplus events count both ways`() throws {
    let events = [
      Self.event("Attack", 0, 5), Self.event("Attack", 7, 11), Self.event("Attack", 13, 17),
    ]
    let report = try Scoring.report(
      gold: Self.several,
      predictions: #"{"id":"d","mentions":[],"events":[\#(events.joined(separator: ","))],"#
        + #""statements":[]}"#, name: "set.jsonl")
    for group in ["all", "ckb", "set.jsonl"] {
      #expect(Scoring.counts(report, .events, in: group) == "2/3 of 2/3")
      #expect(Scoring.counts(report, .joint, in: group) == "1/3 without 1")
      #expect(Scoring.counts(report, .noSurplusEvent, in: group) == "0/1")
    }
    let cells = report.cells(of: .eventTypes).map {
      "\($0.cell.gold ?? "-") > \($0.cell.predicted ?? "-"): \($0.count)"
    }
    #expect(
      cells.sorted() == [
        "- > Attack: 1", "Agreement > -: 1", "Attack > Attack: 1", "Grenade > Attack: 1",
      ])
  }

  @Test func `an event of the same type is taken before one of another`() throws {
    let events = [Self.event("Grenade", 7, 11), Self.event("Attack", 7, 11)]
    let report = try Scoring.report(
      gold: Self.several,
      predictions: #"{"id":"d","mentions":[],"events":[\#(events.joined(separator: ","))],"#
        + #""statements":[]}"#, name: "set.jsonl")
    #expect(Scoring.counts(report, .subEventType) == "1/1")
    #expect(Scoring.counts(report, .events) == "1/3 of 1/2")
  }

  @Test func `a document that could not be read has found nothing`() throws {
    let report = try Scoring.report(
      gold: Self.several, predictions: #"{"id":"d","error":{"code":"R004"}}"#, name: "set.jsonl")
    #expect(Scoring.counts(report, .events) == "0/3 of 0/0")
    #expect(report.failures.map(\.code) == ["R004"])
  }
}

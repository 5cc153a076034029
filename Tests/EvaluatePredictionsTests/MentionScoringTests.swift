import EvaluatePredictions
import Testing

@Suite struct `Scoring mentions` {
  /// Three mentions: an outlet, a town with its position, a town.
  static let gold = """
    {"id":"d","lang":"en","text":"Kirkuk Daily: a blast in Kirkuk near Hawija","mentions":[
     {"start":0,"end":12,"text":"Kirkuk Daily","role":"associative","kind":"outlet"},
     {"start":25,"end":31,"text":"Kirkuk","role":"literal","kind":null,
      "place":{"id":"p-1","lon":44.0,"lat":36.0}},
     {"start":37,"end":43,"text":"Hawija","role":"literal","kind":null}]}
    """

  /// The outlet is cut short and taken for a town; the town is 11.1 km off; the other is no town.
  static let predictions = """
    {"id":"d","mentions":[\
    {"part":"text","start":0,"end":6,"text":"Kirkuk","role":"literal","kind":null,"place":null},\
    {"part":"text","start":25,"end":31,"text":"Kirkuk","role":"literal","kind":null,\
    "place":{"id":"p-9","lon":44.0,"lat":36.1}},\
    {"part":"text","start":37,"end":43,"text":"Hawija","role":"associative","kind":"nisba"},\
    {"part":"title","start":0,"end":6,"text":"Kirkuk","role":"literal","kind":null}],\
    "events":[],"statements":[]}
    """

  static let cases: [(Measure, String?)] = [
    (.mentions, "2/3 of 2/3"),
    (.literalMentions, "1/2 of 1/2"),
    (.associativeMentions, "0/1 of 0/1"),
    (.role, "1/2"),
    (.roleAndKind, "1/2"),
    // The outlet was not found: its kind is not asked for.
    (.associativeKind, nil),
    (.mentionPlace, "0/1"),
    (.mentionPlace5, "0/1"),
    (.mentionPlace10, "0/1"),
    (.mentionPlace25, "1/1"),
    (.mentionPlace161, "1/1"),
    // No events are annotated: nothing is surplus.
    (.events, nil),
    (.noSurplusEvent, nil),
  ]

  @Test(arguments: cases)
  func `counts what a hand counts`(_ measure: Measure, _ expected: String?) throws {
    let report = try Scoring.report(gold: Self.gold, predictions: Self.predictions)
    #expect(Scoring.counts(report, measure) == expected)
  }

  @Test func `confuses roles as the table says`() throws {
    let report = try Scoring.report(gold: Self.gold, predictions: Self.predictions)
    let cells = report.cells(of: .roles).map {
      "\($0.cell.gold ?? "-") > \($0.cell.predicted ?? "-"): \($0.count)"
    }
    #expect(
      cells.sorted() == [
        "- > literal: 1", "associative outlet > -: 1", "literal > associative nisba: 1",
        "literal > literal: 1",
      ])
  }

  @Test func `a place without a position is no wrong place`() throws {
    let predictions = Self.predictions.replacing(
      #"{"id":"p-9","lon":44.0,"lat":36.1}"#, with: "null")
    let report = try Scoring.report(gold: Self.gold, predictions: predictions)
    #expect(Scoring.counts(report, .mentionPlace) == "0/1 without 1")
    #expect(Scoring.counts(report, .mentionPlace161) == "0/1 without 1")
  }

  @Test func `listed words are looked for among literal places`() throws {
    let gold = """
      {"id":"d","lang":"en","text":"Kirkuk Daily: a blast in Kirkuk near Hawija",\
      "places":["Hawija","Kirkuk"],"not_places":["Kirkuk","Daily"]}
      """
    let report = try Scoring.report(
      gold: gold, predictions: Self.predictions, name: "set.jsonl")
    #expect(Scoring.counts(report, .listedPlaces) == "1/2")
    #expect(Scoring.counts(report, .noFalsePlace) == "1/2")
  }
}

import EvaluatePredictions
import Testing

@Suite struct `Scoring statements` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name, reason, said: String
    var drawn: String
    var told: String?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "the reason", reason: "negated", said: "negated", drawn: "1/1", told: "1/1"),
    Case(name: "another", reason: "negated", said: "generic", drawn: "1/1", told: "0/1"),
    Case(
      name: "either will do", reason: "planned", said: "hypothetical", drawn: "1/1", told: "1/1"),
    Case(name: "foiled", reason: "foiled", said: "negated", drawn: "1/1", told: "1/1"),
    Case(
      name: "equal by another only", reason: "planned", said: "negated", drawn: "1/1", told: "0/1"),
    Case(name: "not told", reason: "negated", said: "", drawn: "1/1", told: "0/1 without 1"),
  ]

  private func gold(_ reason: String) -> String {
    #"{"id":"d","lang":"en","text":"a blast there","events":[],"#
      + #""statements":[{"trigger":"blast","reason":"\#(reason)"}]}"#
  }

  @Test(arguments: cases)
  func `counts what a hand counts`(_ test: Case) throws {
    let statement =
      test.said.isEmpty
      ? "" : #"{"part":"text","start":0,"end":7,"reason":"\#(test.said)"}"#
    let report = try Scoring.report(
      gold: gold(test.reason),
      predictions: #"{"id":"d","mentions":[],"events":[],"statements":[\#(statement)]}"#,
      name: "set.jsonl")
    #expect(Scoring.counts(report, .statementNotDrawn) == test.drawn)
    #expect(Scoring.counts(report, .statementReason) == test.told)
  }

  @Test func `an asserted event at its words is drawn, one of history is the reason`() throws {
    let asserted = try Scoring.report(
      gold: gold("historical"), predictions: Scoring.line(""), name: "set.jsonl")
    #expect(Scoring.counts(asserted, .statementNotDrawn) == "0/1")
    let told = try Scoring.report(
      gold: gold("historical"), predictions: Scoring.line(#""realis":"historical""#),
      name: "set.jsonl")
    #expect(Scoring.counts(told, .statementNotDrawn) == "1/1")
    #expect(Scoring.counts(told, .statementReason) == "1/1")
  }

  @Test func `a part of an event may be drawn`() throws {
    let gold = """
      {"file":"d","document":{"lang":"en"},"text":"a blast there","mentions":[],"events":[],
       "statements":[{"trigger":{"start":2,"end":7},"reason":null,"merged_into":"E1"}],
       "expected":{"violent_located_events":1}}
      """
    let report = try Scoring.report(
      gold: gold,
      predictions: Scoring.line(
        #""disorder_type":"Political violence; Demonstrations","point":[44,36]"#))
    #expect(Scoring.counts(report, .statementNotDrawn) == "1/1")
    #expect(Scoring.counts(report, .statementReason) == nil)
    #expect(Scoring.counts(report, .violentEvents) == "1/1")
    #expect(Scoring.counts(report, .noSurplusEvent) == "0/1")
  }
}

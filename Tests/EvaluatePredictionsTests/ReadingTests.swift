import EvaluatePredictions
import Files
import TestSupport
import Testing

@Suite struct `Reading gold and predictions` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name, file, gold: String
    var code: EvaluationError.Code
    var line: Int?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "no JSON", file: "g.json", gold: "{", code: .notGold, line: 1),
    Case(name: "a list", file: "g.json", gold: "[1]", code: .notGold, line: nil),
    Case(
      name: "nothing annotated", file: "g.json", gold: #"{"id":"a"}"#, code: .notGold, line: nil),
    Case(
      name: "a set with nothing annotated", file: "g.jsonl",
      gold: "\n" + #"{"id":"a","lang":"en","text":"x"}"#, code: .notGold, line: nil),
    Case(
      name: "a span that is not its words", file: "g.json",
      gold: #"{"id":"a","lang":"en","text":"In Kirkuk","mentions":"#
        + #"[{"start":0,"end":6,"text":"Kirkuk","role":"literal"}]}"#, code: .badSpan, line: nil),
    Case(
      name: "a span beyond the text", file: "g.json",
      gold: #"{"id":"a","lang":"en","text":"In","mentions":"#
        + #"[{"start":0,"end":6,"text":"Kirkuk","role":"literal"}]}"#, code: .badSpan, line: nil),
    Case(
      name: "a statement beyond the text", file: "g.json",
      gold: #"{"id":"a","lang":"en","text":"In","mentions":[],"statements":"#
        + #"[{"start":0,"end":6,"text":"Kirkuk"}]}"#, code: .badSpan, line: nil),
    Case(
      name: "a trigger that is not in the text", file: "g.jsonl",
      gold: #"{"id":"a","lang":"en","text":"x","events":[{"trigger":"y"}]}"#, code: .badSpan,
      line: 1),
    Case(
      name: "a day that is none", file: "g.jsonl",
      gold: #"{"id":"a","lang":"en","text":"x","events":[{"trigger":"x","date":"2020-02-30"}]}"#,
      code: .badValue, line: 1),
    Case(
      name: "a count in words", file: "g.jsonl",
      gold: #"{"id":"a","lang":"en","text":"x","events":[{"trigger":"x","killed":"two"}]}"#,
      code: .badValue, line: 1),
    Case(
      name: "the same document twice", file: "g.jsonl",
      gold: #"{"id":"a","lang":"en","text":"x","events":[]}"# + "\n"
        + #"{"id":"a","lang":"en","text":"y","events":[]}"#, code: .sameID, line: 2),
  ]

  @Test(arguments: cases)
  func `says where gold is wrong`(_ test: Case) {
    let folder = TemporaryDirectory()
    let path = folder.write(test.file, test.gold)
    let error = #expect(throws: EvaluationError.self) { try GoldReader.read(path) }
    #expect(error?.code == test.code)
    #expect(error?.line == test.line)
    #expect(error?.path == path)
  }

  @Test func `a folder is read in byte order, floors are none of it`() throws {
    let folder = TemporaryDirectory()
    folder.write("b.jsonl", #"{"id":"b","lang":"en","text":"x","events":[]}"#)
    folder.write("B.json", #"{"sentences":[{"id":"s","lang":"ar","text":"x","mentions":[]}]}"#)
    folder.write("floors.json", "{}")
    folder.write("README.md", "text")
    #expect(try GoldReader.read(folder.path).map(\.id) == ["s", "b"])
  }

  @Test func `a line with nothing annotated is a document without figures`() throws {
    let gold =
      Scoring.development("") + "\n" + #"{"id":"e","lang":"en","text":"x"}"#
    let predictions =
      Scoring.line("") + "\n"
      + Scoring.line("").replacing(#""id":"d""#, with: #""id":"e""#)
    let report = try Scoring.report(gold: gold, predictions: predictions, name: "s.jsonl")
    #expect(report.group("all")?.documents == 2)
    #expect(Scoring.counts(report, .events) == "1/1 of 1/1")
  }

  @Test func `an empty folder is an error`() {
    let folder = TemporaryDirectory()
    let error = #expect(throws: EvaluationError.self) { try GoldReader.read(folder.path) }
    #expect(error?.code == .noGold)
  }

  @Test(arguments: [
    ("{", EvaluationError.Code.notPrediction), (#"{"id":"a"}"#, .notPrediction),
    (#"{"mentions":[],"events":[],"statements":[]}"#, .notPrediction),
  ])
  func `says which line is no prediction`(_ line: String, _ code: EvaluationError.Code) {
    let good = #"{"id":"a","mentions":[],"events":[],"statements":[]}"#
    let error = #expect(throws: EvaluationError.self) {
      try PredictionReader.read(
        ByteStream(bytes: Array((good + "\n" + line).utf8), name: "p"), wanted: ["a"])
    }
    #expect(error?.code == code)
    #expect(error?.line == 2)
  }

  @Test func `numbers that are no indices name no mention`() throws {
    let line =
      #"{"id":"a","mentions":[],"events":[{"trigger":"x","mentions":[1e300,1.5,2]}],"statements":[]}"#
    let read = try PredictionReader.read(
      ByteStream(bytes: Array(line.utf8), name: "p"), wanted: ["a"])
    #expect(read.predictions["a"]?.events.first?.mentions == [2])
  }

  @Test func `a prediction that comes twice is an error`() {
    let good = #"{"id":"a","mentions":[],"events":[],"statements":[]}"# + "\n"
    let error = #expect(throws: EvaluationError.self) {
      try PredictionReader.read(
        ByteStream(bytes: Array((good + good).utf8), name: "p"), wanted: ["a"])
    }
    #expect(error?.code == .sameID)
  }

  @Test func `a document without a prediction is an error`() {
    let error = #expect(throws: EvaluationError.self) {
      try Scoring.report(
        gold: Scoring.development(""),
        predictions: #"{"id":"other","mentions":[],"events":[],"statements":[]}"#,
        name: "set.jsonl")
    }
    #expect(error?.code == .missingPrediction)
  }

  @Test func `predictions of another text are an error`() {
    let mention = #"{"part":"text","start":0,"end":4,"text":"Erbil","role":"literal"}"#
    let error = #expect(throws: EvaluationError.self) {
      try Scoring.report(
        gold: Scoring.development(""), predictions: Scoring.line("", mentions: mention),
        name: "set.jsonl")
    }
    #expect(error?.code == .badSpan)
  }

  @Test(arguments: [
    (#"{"all":{"killed":0.5}}"#, 0), (#"{"all":{"killed":1}}"#, 1),
    (#"{"en":{"events":0.9,"events_recall":1,"events_precision":0.6}}"#, 1),
    (#"{"ar":{"killed":0}}"#, 1), (#"{"all":{"injured":0}}"#, 1),
  ])
  func `a figure below its floor is a breach`(_ floors: String, _ count: Int) throws {
    let gold =
      Scoring.development(#","killed":1"#) + "\n"
      + Scoring.development(#","killed":2"#).replacing(#""id":"d""#, with: #""id":"e""#)
    let line = Scoring.line(#""killed_min":1,"killed_max":1"#)
    // The second document has the same event and a surplus one beside it.
    let other = line.replacing(#""id":"d""#, with: #""id":"e""#)
      .replacing(#""events":[{"#, with: #""events":[{"realis":"asserted","evidence":{}},{"#)
    let report = try Scoring.report(gold: gold, predictions: line + "\n" + other, name: "s.jsonl")
    #expect(Scoring.counts(report, .killed) == "1/2")
    #expect(Scoring.counts(report, .events) == "2/2 of 2/3")
    let value = try JSONReader.parse(Array(floors.utf8))
    #expect(try FigureFloors(value, path: "floors").breaches(in: report).count == count)
  }

  @Test(arguments: [#"{"all":{"kiled":1}}"#, #"{"all":{"killed":2}}"#, #"{"all":1}"#, "[]"])
  func `a floor that names nothing is an error`(_ floors: String) throws {
    let value = try JSONReader.parse(Array(floors.utf8))
    #expect(throws: EvaluationError.self) { try FigureFloors(value, path: "floors") }
  }
}

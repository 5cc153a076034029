import EvaluatePredictions
import Files
import Model
import TestSupport

/// Scores annotations and predictions that a test writes as JSON.
enum Scoring {
  /// Codes of which the first is a part of the second, and places on one meridian.
  static let knowledge = EvaluationKnowledge(parents: ["ARMY_9TH": "ARMY", "ARMY": "FORCES"]) {
    ["p-1": 36.0, "p-2": 36.4][$0].flatMap { try? Position(longitude: 44, latitude: $0) }
  }

  static func report(
    gold: String, predictions: String, name: String = "gold.json"
  ) throws -> EvaluationReport {
    let folder = TemporaryDirectory()
    let documents = try GoldReader.read(folder.write(name, gold))
    let stream = ByteStream(bytes: Array(predictions.utf8), name: "predictions")
    let (found, _) = try PredictionReader.read(stream, wanted: Set(documents.map(\.id)))
    return try Evaluator(knowledge: knowledge).evaluate(documents, found)
  }

  /// The counts of a measure over all documents as `right/expected`, with the precision's counts for a
  /// detection and what had no value: `2/3 of 2/4`, `1/2 without 1`.
  static func counts(_ report: EvaluationReport, _ measure: Measure, in group: String = "all")
    -> String?
  {
    guard let tally = report.group(group)?.tallies[measure] else { return nil }
    var text = "\(tally.right)/\(tally.expected)"
    if measure.isDetection { text += " of \(tally.confirmed)/\(tally.predicted)" }
    if tally.unanswered > 0 { text += " without \(tally.unanswered)" }
    return text
  }

  /// A line of `parse` with one event at the word `blast` of the text `a blast there`.
  static func line(_ fields: String, mentions: String = "", statements: String = "") -> String {
    let span = #"{"part":"text","start":2,"end":7}"#
    return #"{"id":"d","mentions":[\#(mentions)],"events":[{"realis":"asserted","trigger":"blast","#
      + #""flags":[],"evidence":{"event_type":[\#(span)]}\#(fields.isEmpty ? "" : ",")\#(fields)}],"#
      + #""statements":[\#(statements)]}"#
  }

  /// A development line with one event at the word `blast`.
  static func development(_ fields: String) -> String {
    #"{"id":"d","lang":"en","text":"a blast there","events":[{"trigger":"blast"\#(fields)}]}"#
  }
}

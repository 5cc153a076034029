import ArgumentParser
import EvaluatePredictions
import Files
import Gazetteer
import Model

/// `marsad evaluate`: how good what `marsad parse` wrote is, against annotations.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compares the lines of `marsad parse` with annotated documents.",
    discussion: """
      GOLD is a file or a folder of annotated documents (.json) or of development sets (.jsonl);
      docs/evaluate.md has both forms and the definition of each figure. PREDICTIONS are lines of
      `marsad parse`: a file, or - for standard input. With --documents the documents of GOLD are
      written as `marsad parse` reads them, without any annotation.

        marsad evaluate gold --documents | marsad parse - | marsad evaluate gold -
        marsad evaluate development/events-ar.jsonl predictions.jsonl --differences
        marsad evaluate gold predictions.jsonl --format json | jq '.groups[0].figures.date'
      """)

  @Argument(help: "A file or a folder of annotations.")
  var gold: String

  @Argument(help: "Lines of `marsad parse`: a file, or - for standard input.")
  var predictions: String?

  @Flag(name: .long, help: "Write the documents of GOLD for `marsad parse` and score nothing.")
  var documents = false

  @Option(name: .long, help: "The folder with the texts that GOLD only names.")
  var texts: String?

  @Option(name: .long, help: "table or json.")
  var format = EvaluationFormat.table

  @Flag(name: .long, help: "List each place where gold and prediction differ.")
  var differences = false

  @Option(
    name: .long, help: "A file of floors; a figure below its floor ends the program with 1.")
  var floors: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !documents, predictions == nil {
      throw ValidationError("PREDICTIONS is missing; - reads standard input")
    }
  }

  func run() throws {
    let gold = try GoldReader.read(gold, texts: texts)
    guard let predictions, !documents else {
      for document in gold { try StandardOutput.write(EvaluationJSON.document(document)) }
      return
    }
    let floors = try self.floors.map { try readFloors($0) }
    let stream =
      predictions == "-"
      ? ByteStream(descriptor: 0, name: "standard input") : try ByteStream(path: predictions)
    let (found, others) = try PredictionReader.read(stream, wanted: Set(gold.map(\.id)))
    if let first = others.first {
      warn(
        .notScored,
        "\(others.count) documents are not annotated and not scored, the first: \(first)",
        stream.name)
    }
    let report = try Evaluator(knowledge: knowledge()).evaluate(gold, found)
    for failure in report.failures {
      warn(
        .failedDocument,
        "\(failure.document) could not be read (\(failure.code)); nothing counts as found in it",
        stream.name)
    }
    switch format {
    case .json: try StandardOutput.write(EvaluationJSON.report(report, differences: differences))
    case .table: try StandardOutput.write(EvaluationTable.text(report, differences: differences))
    }
    try StandardOutput.flush()
    let breaches = floors?.breaches(in: report) ?? []
    for breach in breaches { StandardError.print("below the floor: \(breach)") }
    if !breaches.isEmpty { throw Finished(status: .different) }
  }

  private func warn(_ code: EvaluationError.Code, _ message: String, _ path: String) {
    common.report(Diagnostic(.warning, code.rawValue, message, path: path))
  }

  private func readFloors(_ path: String) throws -> FigureFloors {
    let bytes = try FileBytes.read(path)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.parse(bytes)
    } catch {
      throw EvaluationError(.badFloor, error.message, path: path, line: error.line)
    }
    return try FigureFloors(value, path: path)
  }

  private func knowledge() throws -> EvaluationKnowledge {
    let gazetteer = try common.load()
    let parents = gazetteer.actorCodes.mapValues(\.parent).filter { !$0.value.isEmpty }
    return EvaluationKnowledge(parents: parents) { id in
      gazetteer.entityByID[id].flatMap { gazetteer.entities[$0].position }
    }
  }
}

/// How figures are written.
enum EvaluationFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

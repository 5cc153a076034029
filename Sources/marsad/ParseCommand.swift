import ArgumentParser
import Files
import Pipeline
import ReadDocuments

/// `marsad parse`: documents in, one JSON line a document out.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Reads documents and writes one JSON object a line for each, in input order.",
    discussion: """
      Inputs are files (.txt .md .json .jsonl .csv .html, also .gz), folders, or - for JSON lines
      on standard input.

        marsad parse seeds > events.jsonl
        marsad parse --published 2020-07-22 report.txt | jq '.events[]'
        tail -f wire.jsonl | marsad parse - | jq -c '.events[] | {date_start, location}'
      """)

  @Argument(help: "Files, folders or - (default: -).")
  var inputs: [String] = ["-"]

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Echo title and text.")
  var withText = false

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.")
  var output: String?

  func run() throws {
    let gazetteer = try common.load()
    let runner = try ParseRunner(
      gazetteer: gazetteer, defaults: documents.defaults, threads: documents.threadCount,
      withText: withText)
    let inputs = inputs.map { DocumentInput(argument: $0) }
    if let output, output != "-" {
      let file = try AtomicFile(path: output)
      try runner.run(inputs, report: common.report, write: { try file.write($0) }, flush: {})
      try file.commit()
    } else {
      try runner.run(
        inputs, report: common.report, write: StandardOutput.write, flush: StandardOutput.flush)
    }
  }
}

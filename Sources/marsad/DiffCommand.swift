import ArgumentParser
import CompareRuns
import Model

/// `marsad diff`: what changed between two runs, and why.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Lists the events that two folders of `marsad map` do not share, and why.",
    discussion: """
      Events are matched by id, then by the reports' events that they stand for. Each field that
      differs has a cause: a correction, another document, the gazetteer, a lexicon, the program,
      a library, or a setting; several where nothing tells which.

        marsad diff output.old output
        marsad diff output.old output --format json | jq '.changed[] | {id, causes}'
        marsad diff output.old output --exit-code -q && echo "no event differs"
      """)

  @Argument(help: "The folder of the earlier run.")
  var old: String

  @Argument(help: "The folder of the later run.")
  var new: String

  @Option(name: .long, help: "table or json.")
  var format = DifferenceFormat.table

  @Flag(name: .long, help: "End with 1 when an event differs.")
  var exitCode = false

  @Flag(name: .shortAndLong, help: "Print errors only, and no table.")
  var quiet = false

  func run() throws {
    let (first, second) = (try RunFolder(old), try RunFolder(new))
    for folder in [first, second] where !folder.hasEvidence && !quiet {
      StandardError.print(
        Diagnostic(
          .warning, RunFolderError.Code.noEvidence.rawValue,
          "there is no evidence.jsonl: whether a document changed is told by its name alone",
          path: folder.path
        ).description)
    }
    let difference = RunComparer().compare(first, second)
    switch format {
    case .json: try StandardOutput.write(DifferenceJSON.bytes(difference))
    case .table where quiet: break
    case .table: try StandardOutput.write(DifferenceTable.bytes(difference))
    }
    try StandardOutput.flush()
    if exitCode, difference.isDifferent { throw Finished(status: .different) }
  }
}

/// How differences are written.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

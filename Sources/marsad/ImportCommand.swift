import ArgumentParser
import EmitLayers
import Gazetteer
import Pipeline

/// `marsad import`: what human coders made of the same events, beside ours.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Lays events that others coded into the same layers.",
    discussion: """
        marsad import acled-csv my-export.csv -o acled

      Places and outlines go into an overlay instead: `marsad gazetteer import`.
      """,
    subcommands: [ACLED.self])

  struct ACLED: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "acled-csv",
      abstract: "Reads your own licensed export of ACLED.",
      discussion: """
        Columns in any order, actor types as numbers or as names. A cell that cannot
        be read is reported with line and column and counts as not stated. The layers
        hold rows of your export: its terms go for them too.

          marsad import acled-csv my-export.csv -o acled
          marsad compare output acled -o comparison
        """)

    @Argument(help: "The export: comma-separated, with its header, also as .gz.")
    var input: String

    @Option(name: .shortAndLong, help: "The folder to write.")
    var output: String

    @Flag(name: .long, help: "End with exit status 65 when a row was left out.")
    var strict = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let gazetteer = try common.load()
      let summary = try ACLEDImport(gazetteer: gazetteer, programVersion: Version.text).run(
        input, output: output, report: common.report)
      if !common.quiet {
        StandardError.print(
          "\(summary.rows) rows, \(summary.leftOut) left out\n"
            + "\(summary.events) events (\(summary.located) on the map)\nlayers in \(output)")
      }
      if strict, summary.leftOut > 0 {
        throw Failure(
          status: .badData, message: "\(summary.leftOut) rows were left out; see above")
      }
    }
  }
}

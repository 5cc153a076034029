import ArgumentParser
import Files
import ReviewEvents

/// `marsad review`: a coder's corrections, out as a sheet and in again.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Takes events to a spreadsheet and a coder's corrections back.",
    discussion: """
      Corrections are kept in corrections.jsonl of the output folder, by the id of a report's event,
      and applied by each later run of `marsad map` into it. docs/review.md has the columns.

        marsad review export output -o sheet.csv
        marsad review apply sheet.csv --in output
        marsad map seeds -o output
      """,
    subcommands: [Export.self, Apply.self])

  /// `marsad review export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes the events of a folder as a table for a spreadsheet.",
      discussion: """
        One row an event: what a coder corrects, the quoted words, the coder's own columns. UTF-8
        with a byte order mark; no cell that a spreadsheet would run as a formula.

          marsad review export output -o sheet.csv
        """)

    @Argument(help: "The folder that `marsad map` wrote.")
    var folder: String

    @Option(name: .shortAndLong, help: "The table to write; - is standard output.")
    var output = "-"

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    func run() throws {
      let bytes = try ReviewSheet.bytes(folder: folder)
      if output == "-" { return try StandardOutput.write(bytes) }
      try AtomicFile.write(bytes, to: output)
    }
  }

  /// `marsad review apply`.
  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "Takes a coder's table into the corrections of a folder.",
      discussion: """
        A cell that is not as it was exported is a correction; the column verb says what else is to
        be done: confirm, reject, add, merge, split. Every value is checked; with one error nothing
        is written.

          marsad review apply sheet.csv --in output
          marsad map seeds -o output && marsad diff output.old output
        """)

    @Argument(help: "The table as the spreadsheet saved it (CSV UTF-8).")
    var table: String

    @Option(name: .customLong("in"), help: "The folder that `marsad map` wrote.")
    var folder = "output"

    @OptionGroup var common: CommonOptions

    func run() throws {
      let rules = CorrectionRules(gazetteer: try common.load())
      let result = try ReviewImport(rules: rules).read(table, folder: folder)
      result.warnings.forEach(common.report)
      if result.changes > 0 {
        try AtomicFile.write(
          CorrectionFile.bytes(result.corrections), to: folder + "/corrections.jsonl")
      }
      if common.quiet { return }
      StandardError.print(
        "\(result.changes) corrections taken in, \(result.corrections.count) in "
          + "\(folder)/corrections.jsonl; the next `marsad map` into it applies them")
    }
  }
}

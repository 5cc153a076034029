import ArgumentParser
import EmitLayers
import Gazetteer
import Pipeline

/// `marsad export`: the events of a folder of layers as a table.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the events of a folder of layers as a table, also in coders' formats.",
    discussion: """
      csv has every property of an event; acled-csv has the 31 columns of ACLED's
      export, ged-csv those of UCDP's Georeferenced Event Dataset.

        marsad export output > events.csv
        marsad export output --format acled-csv -o events-acled.csv
        marsad export output --excel -o events.csv
      """)

  @Argument(help: "The folder that `marsad map` or `marsad import` wrote, or one GeoJSON file.")
  var folder: String

  @Option(name: .long, help: "csv, acled-csv or ged-csv.")
  var format = EventTableFormat.csv

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  @OptionGroup var table: TableOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let export = try table.export(format, try common.load())
    let events = try EventLayerReader.read(folder, includesHistory: table.includeHistorical)
    let file = try TableOutput(output)
    try file.write(export.header)
    for event in events { try file.write(try export.record(event)) }
    try file.finish()
    export.findings.forEach(common.report)
    if !common.quiet { StandardError.print("\(export.count) events") }
  }
}

/// What commands that write a table of events take.
struct TableOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: "For spreadsheets: a byte order mark, CRLF, and no cell that would run as a formula.")
  var excel = false

  @Flag(name: .long, help: "Events told as history too, after the others.")
  var includeHistorical = false

  func export(_ format: EventTableFormat, _ gazetteer: Gazetteer) throws -> CoderExport {
    try CoderExport(
      format, knowledge: try GazetteerCoderKnowledge(gazetteer), isForSpreadsheets: excel)
  }
}

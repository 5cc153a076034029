import ArgumentParser
import CompareEvents
import EmitLayers
import Gazetteer
import Pipeline

/// `marsad compare`: two codings of the same time and ground, event by event.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Matches the events of two folders one to one and tells where they differ.",
    discussion: """
      A pair is one event when the days that each may have happened on meet, the
      places are within both uncertainty radii and a margin, and the types go
      together; the best score wins. The limits are rows compare_… of weights.tsv.

      With -o a folder: matched, only_ours and only_theirs (GeoJSON), comparison.csv
      with the fields of both side by side, comparison.json with the counts. Without,
      the table.

        marsad import acled-csv my-export.csv -o acled
        marsad compare output acled -o comparison
        marsad compare output acled | head
      """)

  @Argument(help: "A folder of layers, or one GeoJSON file.")
  var ours: String

  @Argument(help: "Another one.")
  var theirs: String

  @Option(
    name: .shortAndLong, help: "The folder to write (default: the table, on standard output).")
  var output: String?

  @Flag(
    name: .long,
    help: "For spreadsheets: a byte order mark, CRLF, and no cell that would run as a formula.")
  var excel = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let gazetteer = try common.load()
    let comparison = try EventComparison(
      ours: try EventLayerReader.read(ours), theirs: try EventLayerReader.read(theirs),
      families: Dictionary(
        gazetteer.acled.map { ($0.subEventType, $0.family) },
        uniquingKeysWith: { first, _ in first }),
      codes: GazetteerCoderKnowledge.codes(of: gazetteer),
      weights: CompareWeights(gazetteer.weights.values))
    for (name, count) in [
      (ours, comparison.incomparable.ours), (theirs, comparison.incomparable.theirs),
    ] where count > 0 {
      common.report(
        CoderCode.incomparable.finding(
          "\(count) events have no day or no place and match nothing", path: name))
    }
    let writer = CSVWriter(isForSpreadsheets: excel)
    if let output {
      try comparison.write(to: output, writer)
    } else {
      try StandardOutput.write(comparison.csv(writer))
      try StandardOutput.flush()
    }
    if !common.quiet { StandardError.print(comparison.text) }
  }
}

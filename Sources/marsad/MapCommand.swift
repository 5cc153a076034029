import ArgumentParser
import Model
import Pipeline
import ReadDocuments

/// `marsad map`: documents in, a folder of map layers out.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Reads documents and writes a folder of map layers.",
    discussion: """
      Layers: events, event_areas, background, mentions, territories (GeoJSON), evidence.jsonl,
      statements.jsonl, run.json, CITATION.txt. They open in QGIS and GDAL as they are.

        marsad map seeds -o output
        marsad map --published 2024-05-02 --source "Sample Wire" report.txt -o out
        marsad map archive/ --public -o share
      """)

  @Argument(help: "Files, folders or - (JSON lines on standard input).")
  var inputs: [String]

  @Option(name: .shortAndLong, help: "The folder to write.")
  var output = "output"

  @Flag(
    name: .customLong("public"),
    help: "No quotes, evidence or statements; points coarsened to the sub-district.")
  var isPublic = false

  @Flag(
    name: .long, help: "Only asserted events at a place on a stated day; says what it left out.")
  var certainOnly = false

  @Flag(name: .long, help: "Leave out events without a place.")
  var locatedOnly = false

  @Option(name: .long, help: "Events below become statements (0-1).")
  var minConfidence = 0.4

  @Option(
    name: .long,
    help: "A coder's corrections (default: corrections.jsonl in the output folder, if it is there)."
  )
  var corrections: String?

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence is \(minConfidence); 0 to 1 is expected")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let gazetteer = try common.load()
    var settings = MapSettings(
      output: output, defaults: documents.defaults, threads: documents.threadCount,
      programVersion: Version.text)
    settings.isPublic = isPublic
    settings.certainOnly = certainOnly
    settings.locatedOnly = locatedOnly
    settings.corrections = corrections
    settings.minimumConfidence = Int((minConfidence * 1000).rounded())
    let runner = MapRunner(gazetteer: gazetteer, settings: settings)
    let showsProgress = StandardError.isTerminal && !common.quiet
    var next = clock.now.advanced(by: .seconds(1))
    let summary = try runner.run(
      inputs.map { DocumentInput(argument: $0) }, report: common.report,
      progress: { count in
        guard showsProgress, clock.now >= next else { return }
        StandardError.print("\(count) documents read")
        next = clock.now.advanced(by: .seconds(1))
      })
    if !common.quiet { tell(summary) }
    if common.verbose { StandardError.print("done in \(clock.now - start)") }
  }

  private func tell(_ summary: MapSummary) {
    var lines = [
      "\(summary.documents) documents, \(summary.rejected) rejected",
      "\(summary.events) events (\(summary.located) on the map), \(summary.background) told as "
        + "history, \(summary.statements) statements not mapped",
      "layers in \(output)",
    ]
    if summary.corrected > 0 {
      lines.insert("\(summary.corrected) corrections applied", at: 2)
    }
    if summary.leftOut > 0 { lines.insert("\(summary.leftOut) events left out as asked", at: 2) }
    if let first = summary.unknownPlaces.first {
      lines.append(
        "\(summary.unknownPlaces.count) villages are not in the gazetteer, the first: \(first.name)"
          + " (run.json lists them)")
    }
    StandardError.print(lines.joined(separator: "\n"))
  }
}

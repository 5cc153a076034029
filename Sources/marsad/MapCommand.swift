import ArgumentParser
import EmitLayers
import Model
import Pipeline
import ReadDocuments

/// `marsad map`: documents in, a folder of map layers out.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Reads documents and writes a folder of map layers.",
    discussion: """
      Writes map.html (a map for a browser, in one file), events.gpkg (all layers in
      one file, with styles for QGIS), the layers events, event_areas, background,
      mentions and territories as GeoJSON, evidence.jsonl, statements.jsonl, run.json
      and CITATION.txt.

        marsad map seeds -o output
        marsad map new-reports/ --append -o output
        marsad map --published 2024-05-02 --source "Sample Wire" report.txt -o out
        marsad map archive/ --public -o share

      A GeoPackage that an earlier run wrote is an input like the reports behind it:
      folders are merged so. Of a document in several of them the last text counts.

        marsad map 2023/events.gpkg 2024/events.gpkg -o both
        marsad map --append --remove report-17 --remove report-18 -o output

      With --format csv, acled-csv or ged-csv the events are one table instead, with
      all properties or in the columns of ACLED's export or UCDP's GED.

        marsad map archive/ --format acled-csv -o events.csv
      """)

  @Argument(
    help: "Files, folders, - (JSON lines on standard input), or stores (events.gpkg) to merge.")
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: "The folder to write (default: output); of a table the file (default: standard output).")
  var output: String?

  @Option(name: .long, help: "layers, or one table: csv, acled-csv, ged-csv.")
  var format = MapFormat.layers

  @OptionGroup var table: TableOptions

  @Flag(
    name: .long,
    help:
      "Add to what the folder holds; a known id with another text replaces the earlier document.")
  var append = false

  @Option(
    name: .long, parsing: .singleValue,
    help: "With --append: take the document of this id out, as if it had never been read.")
  var remove: [String] = []

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
    if !remove.isEmpty, !append {
      throw ValidationError("--remove takes documents out of a folder: it goes with --append")
    }
    if inputs.isEmpty, remove.isEmpty {
      throw ValidationError("there is nothing to map: name files, folders, stores or -")
    }
    if append, isPublic {
      throw ValidationError(
        "--append and --public do not go together: what is published keeps no reports to add to; "
          + "add to a private folder and publish into another")
    }
    if format == .layers, table.excel || table.includeHistorical {
      throw ValidationError("--excel and --include-historical go with a table: --format csv")
    }
    if append, format != .layers {
      throw ValidationError("--append adds to a folder of layers; leave out --format")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let gazetteer = try common.load()
    var settings = MapSettings(
      output: output ?? "output", defaults: documents.defaults, threads: documents.threadCount,
      programVersion: Version.text)
    settings.isPublic = isPublic
    settings.certainOnly = certainOnly
    settings.locatedOnly = locatedOnly
    settings.appends = append
    settings.removes = remove
    settings.corrections = corrections
    settings.minimumConfidence = Int((minConfidence * 1000).rounded())
    let runner = MapRunner(gazetteer: gazetteer, settings: settings)
    let showsProgress = StandardError.isTerminal && !common.quiet
    var next = clock.now.advanced(by: .seconds(1))
    func progress(_ count: Int) {
      guard showsProgress, clock.now >= next else { return }
      StandardError.print("\(count) documents read")
      next = clock.now.advanced(by: .seconds(1))
    }
    let documents = inputs.map { DocumentInput(argument: $0) }
    let summary: MapSummary
    if let format = format.table {
      let export = try table.export(format, gazetteer)
      let file = try TableOutput(output)
      try file.write(export.header)
      summary = try runner.events(
        documents, includesHistory: table.includeHistorical, report: common.report,
        progress: progress
      ) { try file.write(try export.record($0)) }
      try file.finish()
      export.findings.forEach(common.report)
    } else {
      summary = try runner.run(documents, report: common.report, progress: progress)
    }
    if !common.quiet { tell(summary) }
    if common.verbose { StandardError.print("done in \(clock.now - start)") }
  }

  private func tell(_ summary: MapSummary) {
    var lines = [
      "\(summary.documents) documents, \(summary.rejected) rejected",
      "\(summary.events) events (\(summary.located) on the map), \(summary.background) told as "
        + "history, \(summary.statements) statements not mapped",
      format == .layers ? "layers in \(output ?? "output")" : "table in \(output ?? "-")",
    ]
    if append {
      lines.insert(
        "\(summary.added) of the documents are new, \(summary.replaced) replaced an earlier text, "
          + "\(summary.known) were here already", at: 1)
    }
    if summary.removed > 0 {
      lines.insert("\(summary.removed) documents removed", at: 1)
    }
    if summary.corrected > 0 {
      lines.insert("\(summary.corrected) corrections applied", at: lines.count - 1)
    }
    if summary.leftOut > 0 {
      lines.insert("\(summary.leftOut) events left out as asked", at: lines.count - 1)
    }
    if let first = summary.unknownPlaces.first {
      lines.append(
        "\(summary.unknownPlaces.count) villages are not in the gazetteer, the first: \(first.name)"
          + " (run.json lists them)")
    }
    StandardError.print(lines.joined(separator: "\n"))
  }
}

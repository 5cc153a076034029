import ArgumentParser
import Files
import Gazetteer
import ImportPlaces
import Model
import Pipeline

/// `marsad gazetteer import`: places and outlines of other sources into an overlay.
struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Lays places, names and outlines of other sources into an overlay folder.",
    discussion: """
      Read are, each known by what it holds: the tables of GeoNames (IQ.txt with its alternate
      names), Who's On First, OCHA's administrative boundaries and OpenStreetMap extracts as
      GeoJSON, tables (TSV, CSV) and GeoJSON of your own with a name, lon and lat, and the list of
      unknown villages in run.json; all also as .gz.

      A place that is known under one of its names within a few kilometers gets the names that are
      new; all others are added. What a person should look at is reported as a conflict. An import
      replaces what an earlier one of the same --source wrote, and nothing else.

        marsad gazetteer import IQ.txt alternateNames.txt --source geonames -o my-overlay
        marsad gazetteer import irq_adm2.geojson irq_adm3.geojson --source cod-ab -o my-overlay
        marsad gazetteer import villages.csv --dry-run --format json | jq .conflicts
        marsad gazetteer import output/run.json --pending villages.tsv -o my-overlay
      """)

  @Argument(help: "Files to import.")
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: "The overlay folder to write (default: MARSAD_OVERLAY, $XDG_DATA_HOME/marsad/overlay).")
  var output: String?

  @Option(
    name: .long,
    help:
      "The word for this source in ids and in the column source (default: the first file's name).")
  var source: String?

  @Option(name: .long, help: "The variant of imported outlines (default: source and year).")
  var variant: String?

  @Flag(name: .long, help: "Take over mountains, lakes, airports and the like too.")
  var landmarks = false

  @Option(name: .long, help: "Write the villages without a position to a table to fill in.")
  var pending: String?

  @Flag(name: .long, help: "Report what would be done and write nothing.")
  var dryRun = false

  @Option(name: .long, help: "The report: text or json.")
  var format = ImportFormat.text

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if word.isEmpty {
      throw ValidationError("--source is \(source ?? ""); letters and digits are expected")
    }
  }

  func run() throws {
    let location = KnowledgeLocation(directory: common.gazetteer, overlays: common.overlay)
    let overlays = location.resolvedOverlays()
    guard let overlay = output ?? location.overlayToWrite() else {
      throw Failure(
        status: .usage, message: "there is no HOME to find your overlay in; name a folder by -o")
    }
    var settings = ImportSettings(inputs: inputs, overlay: overlay, source: word)
    settings.takesLandmarks = landmarks
    settings.isDryRun = dryRun
    settings.variant = variant
    let clock = ContinuousClock()
    let start = clock.now
    // What stands in the folder is known too, its outlines apart: they are what is being written.
    let others = overlays.filter { $0 != overlay }
    let isThere = FileStatus.of(overlay)?.kind == .folder
    let directory = try location.resolvedDirectory()
    let gazetteer = try KnowledgeLocation(
      directory: directory, overlays: others + (isThere ? [overlay] : [])
    ).load()
    let shapes = BoundaryReader.read(directory: directory, overlays: others)
    let showsProgress = StandardError.isTerminal && !common.quiet
    var next = clock.now.advanced(by: .seconds(1))
    let report: ImportReport
    do {
      report = try PlaceImport(gazetteer: gazetteer, shapes: shapes, settings: settings).run(
        pending: dryRun ? nil : pending,
        progress: { count in
          guard showsProgress, clock.now >= next else { return }
          StandardError.print("\(count) places compared")
          next = clock.now.advanced(by: .seconds(1))
        })
    } catch let error as ImportError {
      StandardError.print(error.description)
      throw Failure(status: .badData, message: "nothing was written")
    }
    if common.verbose { StandardError.print("done in \(clock.now - start)") }
    switch format {
    case .json: try StandardOutput.write(report.json)
    case .text: try StandardOutput.write(Array(report.text.utf8))
    }
    try StandardOutput.flush()
  }

  /// The source's word as ids can have it.
  private var word: String {
    if let source { return ImportSettings.word(source) }
    let name = inputs.first.map(OutputFolder.lastName(of:)) ?? ""
    return ImportSettings.word(name.split(separator: ".").first.map(String.init) ?? "")
  }
}

/// How the report is written.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

import ArgumentParser
import EmitLayers
import Gazetteer
import Model
import Pipeline

/// `marsad gazetteer`: look into and validate the knowledge.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Looks into the folder of knowledge and validates it.",
    discussion: """
        marsad gazetteer search "Qara Tapa"
        marsad gazetteer check
        marsad gazetteer import IQ.txt --source geonames -o my-overlay
        marsad gazetteer stats
      """,
    subcommands: [Search.self, Check.self, GazetteerImportCommand.self, Stats.self])

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds places and units by name in any language.",
      discussion: "  marsad gazetteer search Khanaqin --limit 5")

    @Argument(help: "A name or a part of one.")
    var name: String

    @Option(name: .long, help: "How many rows at most.")
    var limit = 20

    @OptionGroup var common: CommonOptions

    func run() throws {
      let gazetteer = try common.load()
      let found = GazetteerSearch(gazetteer: gazetteer).search(name, limit: limit)
      if found.isEmpty {
        StandardError.print("no place or unit has a name like this")
        return
      }
      var table = TableWriter(columns: [
        "id", "type", "name", "matched", "lang", "status", "lon", "lat", "admin1", "admin2",
      ])
      for hit in found {
        table.add([
          hit.place.id, hit.place.type, hit.place.name, hit.matchedName, hit.language, hit.status,
          hit.place.longitude.map { "\($0)" } ?? "", hit.place.latitude.map { "\($0)" } ?? "",
          hit.place.admin.admin1?.name ?? "", hit.place.admin.admin2?.name ?? "",
        ])
      }
      try StandardOutput.write(table.bytes())
      try StandardOutput.flush()
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Validates every file of the gazetteer: file:line:column for each finding.",
      discussion: """
        Reads the examples of the triggers as reports, too: each must tell its event,
        and each counter-example must not.

        Exit status 65 when there are errors; warnings alone end with 0.

          marsad gazetteer check --gazetteer my-gazetteer
        """)

    @OptionGroup var common: CommonOptions

    func run() throws {
      let location = KnowledgeLocation(directory: common.gazetteer, overlays: common.overlay)
      let checker = GazetteerChecker(
        directory: try location.resolvedDirectory(), overlays: location.resolvedOverlays())
      let checked = try checker.checkWithExamples()
      var findings = checked.findings
      // Tables with errors may read anything into a sentence.
      if checked.isUsable {
        let reader = try TriggerExampleReader(
          gazetteer: checked.gazetteer, threads: Processors.count)
        findings += reader.findings(checked.examples)
      }
      var errors = 0
      var warnings = 0
      for finding in findings {
        if finding.severity == .error { errors += 1 }
        if finding.severity == .warning { warnings += 1 }
        if common.quiet, finding.severity != .error { continue }
        try StandardOutput.writeLine(finding.description)
      }
      try StandardOutput.flush()
      StandardError.print("\(errors) errors, \(warnings) warnings")
      if errors > 0 {
        throw Failure(status: .badData, message: "the gazetteer has errors; repair the lines above")
      }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Counts places by type, language, accuracy and governorate.",
      discussion: "  marsad gazetteer stats")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let gazetteer = try common.load()
      try StandardOutput.write(Array(GazetteerStatistics(gazetteer).text.utf8))
      try StandardOutput.flush()
    }
  }
}

import ArgumentParser
import EmitLayers
import Files
import Pipeline

/// `marsad explain`: where each value of an event comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows the words, the rules and the candidates behind each value of an event.",
    discussion: """
        marsad explain ev-0123456789abcdef --in output
        marsad explain ev-0123456789abcdef --format json | jq .values
      """)

  @Argument(help: "The id of an event, or of a report's event that was linked into it.")
  var id: String

  @Option(name: .customLong("in"), help: "The folder that `marsad map` wrote.")
  var folder = "output"

  @Option(name: .long, help: "text or json.")
  var format = ExplanationFormat.text

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    guard let evidence = try EvidenceStore(folder: folder).evidence(of: id) else {
      throw Failure(
        status: .inputNotFound,
        message: "\(folder) holds no event \(id); its ids are in events.geojson")
    }
    switch format {
    case .json: try StandardOutput.write(Explanation(evidence).json)
    case .text: try StandardOutput.write(Array(Explanation(evidence).text.utf8))
    }
    try StandardOutput.flush()
  }
}

/// How an explanation is written.
enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

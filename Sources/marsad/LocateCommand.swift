import ArgumentParser
import EmitLayers
import Files
import Gazetteer
import Pipeline

/// The command `marsad locate`: where a name, a phrase or a position is.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Says where a name, a phrase or a position is.",
    discussion: """
      Each argument is one question; each answer is one JSON line.

        marsad locate Khanaqin
        marsad locate "12 km south of Kirkuk" "between Jalawla and Saadiya" --format table
        marsad locate --in Diyala "Qara Tapa"
        marsad locate 44.39,35.47
        printf '{"id":1,"text":"Tuz Khurmatu"}\\n' | marsad locate --batch
      """)

  @Argument(help: "Names, phrases, or longitude,latitude.")
  var questions: [String] = []

  @Option(name: .customLong("in"), help: "Only places inside this unit, by name or id.")
  var area: String?

  @Flag(
    name: .long, help: "Read questions as JSON lines {\"id\",\"text\",\"in\"} from standard input.")
  var batch = false

  @Option(name: .long, help: "json (one line an answer) or table.")
  var format = AnswerFormat.json

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if questions.isEmpty, !batch {
      throw ValidationError("no question; give a name or a phrase, or --batch")
    }
  }

  func run() throws {
    let gazetteer = try common.load(.places)
    let locator = try Locator(gazetteer: gazetteer)
    let output = AnswerOutput(format: format)
    let inside = try area.map { try Self.entity($0, locator) }
    for question in questions {
      try output.write(try locator.locate(question, within: inside))
    }
    if batch {
      try BatchQuestions(locator: locator, area: inside).run(
        report: common.report, write: output.write, flush: output.flush)
    }
    try output.finish()
  }

  private static func entity(_ name: String, _ locator: Locator) throws -> Int {
    guard let entity = locator.area(named: name) else {
      throw Failure(
        status: .badData,
        message: "--in \(name): no unit or place has this name; `marsad gazetteer search` helps")
    }
    return entity
  }
}

/// How answers are written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case json, table
}

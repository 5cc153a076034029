import ArgumentParser
import Gazetteer
import Model
import Pipeline

/// The command `marsad reverse`: what is at a position.
struct ReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse",
    abstract: "Says which units, territories and places are at a position.",
    discussion: """
      Longitude comes first, as in GeoJSON.

        marsad reverse 45.39,34.35
        marsad reverse 44.39,35.47 --nearest 10 --format table
        marsad reverse -- -70.5,10          a position that begins with a minus sign
      """)

  @Argument(help: "Longitude,latitude in degrees (WGS 84).")
  var positions: [String]

  @Option(name: .long, help: "How many places to list.")
  var nearest = 5

  @Option(name: .long, help: "json (one line an answer) or table.")
  var format = AnswerFormat.json

  @OptionGroup var common: CommonOptions

  func validate() throws {
    for text in positions where Locator.position(text) == nil {
      throw ValidationError(
        "\(text) is no position; longitude,latitude in degrees is expected, such as 45.39,34.35")
    }
    if !(0...1000).contains(nearest) {
      throw ValidationError("--nearest is \(nearest); 0 to 1000 is expected")
    }
  }

  func run() throws {
    let locator = try Locator(gazetteer: common.load(.places))
    let output = AnswerOutput(format: format)
    for text in positions {
      guard let position = Locator.position(text) else { continue }
      try output.write(try locator.reverse(position, nearest: nearest))
    }
    try output.finish()
  }
}

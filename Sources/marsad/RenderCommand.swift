import ArgumentParser
import EmitLayers
import Gazetteer
import Pipeline

/// `marsad render`: events as a picture that needs no GIS.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the events of a store or a folder of layers as one HTML page.",
    discussion: """
      The page is one file that needs no network and no server: a map with filters,
      a list, the words of the reports and links to them. `marsad map` writes it as
      map.html beside its layers.

        marsad render output -o map.html
        marsad render output/events.gpkg --title "Khanaqin, 2024" -o khanaqin.html
        marsad render selection.geojson -o selection.html
      """)

  @Argument(
    help: "events.gpkg, the folder that `marsad map` wrote, or one GeoJSON file of events.")
  var input: String

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output = "map.html"

  @Option(name: .long, help: "What stands above the map.")
  var title: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let renderer = MapRenderer(
      gazetteer: try common.load(.places), title: title, programVersion: Version.text)
    let count = try renderer.render(
      input, to: output == "-" ? .stream(StandardOutput.write) : .file(output))
    if !common.quiet { StandardError.print("\(count) events in \(output)") }
  }
}

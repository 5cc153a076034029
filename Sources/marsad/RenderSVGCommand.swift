import ArgumentParser
import EmitLayers
import Files
import Gazetteer
import Geodesy
import Model
import Pipeline

/// `marsad render --svg`: a map for a report.
struct RenderSVG: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-svg",
    abstract: "Draws the events of a store as a map for a report, one SVG file.",
    discussion: """
      Published claims, borders, events by type and number of killed, the areas where
      they may have happened, scale, legend and sources. The file has no script and
      needs no network.

        marsad render-svg output -o map.svg
        marsad render-svg output/events.gpkg --extent 43,34,46,36 --title Diyala -o diyala.svg
      """, shouldDisplay: false)

  @Argument(help: "A GeoPackage, a folder that `marsad map` wrote, or one GeoJSON file.")
  var store: String

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  @OptionGroup var map: MapPictureOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let input = try PictureInput(
      path: store, includesHistory: map.includeHistorical, forMap: true)
    let bytes: [UInt8]
    do {
      bytes = try SVGMapWriter.bytes(try map.map(of: input, common))
    } catch let error as GeodesyError {
      throw Failure(status: .badData, message: "\(store): \(error)")
    }
    let file = try TableOutput(output)
    try file.write(bytes)
    try file.finish()
    if !common.quiet { StandardError.print(MapPictureOptions.count(input.events.count)) }
  }
}

/// What a map for a report takes.
struct MapPictureOptions: ParsableArguments {
  @Option(name: .long, help: "What stands above the map.")
  var title: String?

  @Option(
    name: .long, help: "What the map shows: west,south,east,north in degrees (default: all events)."
  )
  var extent: Extent?

  @Option(name: .long, help: "The width of the picture in pixels, 640 to 8000.")
  var width = 960.0

  @Option(name: .long, help: "How places are named: both (Latin and Arabic), en, ar or ckb.")
  var labels = SVGMap.Labels.both

  @Flag(name: .long, help: "Events told as history too.")
  var includeHistorical = false

  func validate() throws {
    guard SVGMap.widths.contains(width) else {
      throw ValidationError("--width is \(width); 640 to 8000 is expected")
    }
  }

  /// Makes the map of what was read, with neighbors and towns of the gazetteer.
  func map(of input: PictureInput, _ common: CommonOptions) throws -> SVGMap {
    var map = SVGMap(events: input.events)
    map.title = title
    map.territories = input.territories
    map.units = input.units
    map.sources = input.sources
    map.labels = labels
    map.extent = extent?.box
    map.width = width
    MapKnowledge(try common.load(.places)).add(to: &map)
    return map
  }

  static func count(_ events: Int) -> String { "\(events) event\(events == 1 ? "" : "s")" }
}

/// A box in degrees as a command line names it: `west,south,east,north`.
struct Extent: ExpressibleByArgument {
  let box: BoundingBox

  init?(argument: String) {
    let numbers = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      Double(String($0))
    }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1],
      let east = numbers[2], let north = numbers[3],
      (-180...180).contains(west), (-180...180).contains(east), west < east,
      (-85...85).contains(south), (-85...85).contains(north), south < north
    else { return nil }
    box = BoundingBox(minX: west, minY: south, maxX: east, maxY: north)
  }
}

extension SVGMap.Labels: ExpressibleByArgument {}

import ArgumentParser
import EmitLayers
import Files
import Gazetteer
import Model
import Pipeline

/// What a map for a report takes.
struct MapPictureOptions: ParsableArguments {
  @Option(name: .long, help: "What stands above the map.")
  var title: String?

  @Option(
    name: .long,
    help: "Of --svg: what the map shows: west,south,east,north in degrees (default: all events)."
  )
  var extent: Extent?

  @Option(name: .long, help: "Of --svg: the width in pixels, 640 to 8000 (default: 960).")
  var width: Double?

  @Option(
    name: .long,
    help: "Of --svg: how places are named: both (Latin and Arabic; the default), en, ar or ckb.")
  var labels: SVGMap.Labels?

  func validate() throws {
    guard let width else { return }
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
    map.labels = labels ?? .both
    map.extent = extent?.box
    map.width = width ?? 960
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

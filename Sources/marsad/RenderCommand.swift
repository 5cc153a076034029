import ArgumentParser
import EmitLayers
import Gazetteer
import Geodesy
import Pipeline

/// `marsad render`: events as a picture that needs no GIS.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the events of a store: one HTML page, or one SVG map for a report.",
    discussion: """
      The page is one file that needs no network and no server: a map with filters,
      a list, the words of the reports and links to them. `marsad map` writes it as
      map.html beside its layers. With --svg: published claims, borders, events by
      type and number of killed, the areas where they may have happened, scale,
      legend and sources. The flags of `marsad query` choose what is drawn.

        marsad render output -o map.html
        marsad render output --within Diyala --since 2021 --title Diyala -o diyala.html
        marsad render output --svg -o map.svg
        marsad render output --svg --type Battles --extent 43,34,46,36 -o battles.svg
      """)

  @OptionGroup var question: QueryOptions

  @Flag(name: .long, help: "An SVG map for a report instead of a page.")
  var svg = false

  @Option(
    name: .shortAndLong, help: "The file to write (default: map.html, of an SVG standard output).")
  var output: String?

  @OptionGroup var picture: MapPictureOptions

  func validate() throws {
    try question.checkForPicture()
    guard !svg else { return }
    if picture.extent != nil || picture.width != nil || picture.labels != nil {
      throw ValidationError("--extent, --width and --labels belong to --svg")
    }
    if question.includeHistorical {
      throw ValidationError("--include-historical belongs to --svg; the page shows events only")
    }
  }

  func run() throws {
    let opener = LayerOpener(path: question.store, layer: nil)
    try opener.check(output: output)
    try opener.check(includeHistorical: question.includeHistorical)
    let chosen = try EventSelection.ids(question)
    if svg {
      try writeSVG(chosen)
    } else {
      try writePage(chosen)
    }
  }

  private func writePage(_ chosen: Set<String>?) throws {
    let path = output ?? "map.html"
    let renderer = MapRenderer(
      gazetteer: try question.common.load(.places), title: picture.title,
      programVersion: Version.text)
    let count = try renderer.render(
      question.store,
      to: path == "-" ? .stream(StandardOutput.write) : .file(path)
    ) { id in chosen?.contains(id) ?? true }
    if path == "-" { try StandardOutput.flush() }
    if !question.common.quiet { StandardError.print("\(count) events in \(path)") }
  }

  private func writeSVG(_ chosen: Set<String>?) throws {
    var input = try PictureInput(
      path: question.store, includesHistory: question.includeHistorical, forMap: true)
    input.keep(chosen)
    let bytes: [UInt8]
    do {
      bytes = try SVGMapWriter.bytes(try picture.map(of: input, question.common))
    } catch let error as GeodesyError {
      throw Failure(status: .badData, message: "\(question.store): \(error)")
    }
    let file = try TableOutput(output)
    try file.write(bytes)
    try file.finish()
    if !question.common.quiet {
      StandardError.print(MapPictureOptions.count(input.events.count))
    }
  }
}

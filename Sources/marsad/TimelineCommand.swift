import ArgumentParser
import EmitLayers
import Files
import Glibc
import Model
import Pipeline

/// `marsad timeline`: when events happened.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Counts the events of a store by day, week, month or year.",
    discussion: """
      Every event counts once. One whose date does not tell a single day, week, month
      or year stands in the row “undated in bucket”, one without a date in “none”.

        marsad timeline output
        marsad timeline output/events.gpkg --by week --format csv > weeks.csv
        marsad timeline output --within Diyala --actor ISIS --by month
        marsad timeline output --format svg -o timeline.svg
      """)

  @OptionGroup var question: QueryOptions

  @Option(name: .long, help: "day, week, month or year (default: what suits the range).")
  var by: TimeBucket?

  @Option(name: .long, help: "bars, table, csv, json or svg.")
  var format = TimelineFormat.bars

  @Option(name: .shortAndLong, help: "The file to write (default: standard output).")
  var output: String?

  @Option(name: .long, help: "What stands above the bars of an SVG.")
  var title: String?

  @Option(
    name: .long,
    help: "Columns of the bars (default: the terminal's, else 80), or pixels of an SVG.")
  var width: Int?

  @Flag(
    name: .long,
    help: "For spreadsheets: a byte order mark, CRLF, and no cell that would run as a formula.")
  var excel = false

  func validate() throws {
    try question.checkForPicture()
    if excel, format != .csv { throw ValidationError("--excel belongs to --format csv") }
    if title != nil, format != .svg { throw ValidationError("--title belongs to --format svg") }
    guard let width else { return }
    guard format == .svg || format == .bars else {
      throw ValidationError("--width belongs to --format bars and svg")
    }
    let range = format == .svg ? TimelineSVG.widths : 20...10_000
    guard range.contains(Double(width)) else {
      throw ValidationError(
        "--width is \(width); \(Int(range.lowerBound)) to \(Int(range.upperBound)) is expected")
    }
  }

  func run() throws {
    let opener = LayerOpener(path: question.store, layer: nil)
    try opener.check(output: output)
    try opener.check(includeHistorical: question.includeHistorical)
    var input = try PictureInput(
      path: question.store, includesHistory: question.includeHistorical, forMap: false)
    input.keep(try EventSelection.ids(question))
    let timeline: Timeline
    do {
      timeline = try Timeline(input.events, by: by)
    } catch {
      throw Failure(status: .badData, message: "\(question.store): \(error)")
    }
    let file = try TableOutput(output)
    try file.write(bytes(of: timeline))
    try file.finish()
  }

  private func bytes(of timeline: Timeline) -> [UInt8] {
    switch format {
    case .bars:
      // A file gets neither the colors nor the width of the terminal that it was asked for from.
      let isTerminal = StandardOutput.isTerminal && (output ?? "-") == "-"
      let inColor = isTerminal && getenv("NO_COLOR") == nil
      return TimelineBars.text(
        timeline, columns: width ?? (isTerminal ? StandardOutput.columns : nil) ?? 80,
        inColor: inColor)
    case .table: return TimelineTable.text(timeline)
    case .csv: return TimelineTable.csv(timeline, CSVWriter(isForSpreadsheets: excel))
    case .json: return TimelineTable.json(timeline)
    case .svg:
      return TimelineSVG(timeline, title: title, width: width.map(Double.init) ?? 960).bytes()
    }
  }
}

/// How a timeline is written.
enum TimelineFormat: String, ExpressibleByArgument, CaseIterable {
  case bars, table, csv, json, svg
}

extension TimeBucket: ExpressibleByArgument {}

extension StandardOutput {
  /// The columns of the terminal, nil when they are not known.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

import Gazetteer
import ImportPlaces
import Model
import TestSupport

/// An import with the project's own gazetteer into a folder of its own.
struct Import {
  static let gazetteer = load([])

  static func load(_ overlays: [String]) -> Gazetteer {
    do {
      return try GazetteerLoader.load(directory: Repository.gazetteer, overlays: overlays)
    } catch {
      fatalError("\(error)")
    }
  }

  static let shapes = BoundaryReader.read(directory: Repository.gazetteer)

  let folder = TemporaryDirectory()
  var source = "test"
  var change: (inout ImportSettings) -> Void = { _ in }

  var overlay: String { folder.path("overlay") }

  /// Writes the inputs and imports them.
  @discardableResult
  func run(_ inputs: [(name: String, text: String)], pending: String? = nil) throws -> ImportReport
  {
    var settings = ImportSettings(
      inputs: inputs.map { folder.write($0.name, $0.text) }, overlay: overlay, source: source)
    change(&settings)
    let isThere = folder.names().contains("overlay")
    let gazetteer = isThere ? Self.load([overlay]) : Self.gazetteer
    return try PlaceImport(gazetteer: gazetteer, shapes: Self.shapes, settings: settings).run(
      pending: pending.map { folder.path($0) })
  }

  /// The rows of a table of the overlay, header left out.
  func rows(_ table: String) -> [[String]] {
    String(decoding: folder.read("overlay/" + table) ?? [], as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  func bytes(_ name: String) -> [UInt8]? { folder.read("overlay/" + name) }

  /// Names as `ref lang form`.
  var names: [String] { rows("names.tsv").map { "\($0[1]) \($0[3]) \($0[2])" } }

  /// The errors and warnings of the check that are about the overlay.
  func findings() throws -> [String] {
    try GazetteerChecker(directory: Repository.gazetteer, overlays: [overlay]).check()
      .filter { $0.path?.hasPrefix(overlay) == true || $0.severity == .error }
      .map(\.description)
  }

  static func codes(_ report: ImportReport) -> [String] { report.findings.map(\.code) }
}

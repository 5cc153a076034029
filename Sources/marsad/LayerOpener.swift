import Files
import Pipeline
import QueryEvents
import StoreEvents

/// Opens what a question is asked of: a GeoPackage, a GeoJSON file, or a folder of `map`.
struct LayerOpener {
  let path: String
  /// `--layer`, nil when not given.
  let layer: String?

  private static let events = "events"
  private static let background = "background"
  private static let areas = "event_areas"

  /// The layers of a question, those told as history last.
  /// - Throws: `StoreError`, `FileError`, `QueryError`, `Failure`.
  func sources(includeHistorical: Bool) throws -> [any FeatureSource] {
    try check(includeHistorical: includeHistorical)
    if includeHistorical, let layer, layer != Self.events { throw Self.withoutHistory }
    switch try LayerPlace(path) {
    case .file(let file):
      if let layer {
        throw Failure(
          status: .usage, message: "--layer \(layer): \(file) is one layer and has no others")
      }
      return try FileSource.sources([file])
    case .folder(let folder):
      let names = [layer ?? Self.events] + (includeHistorical ? [Self.background] : [])
      return try FileSource.sources(names.map { "\(folder)/\($0).geojson" })
    case .store(let file):
      let reader = try GeoPackageReader(path: file)
      let events = try StoreSource(reader, layer: try Self.chosen(layer, in: reader))
      guard includeHistorical else { return [events] }
      let background = try StoreSource(reader, layer: try reader.layer(Self.background))
      guard events.columns == background.columns else { throw Self.withoutHistory }
      return [events, background]
    }
  }

  private static let withoutHistory = Failure(
    status: .usage,
    message:
      "--include-historical belongs to the layer \(events) of a store or a folder of `marsad map`")

  /// Refuses to ask one GeoJSON file for what is told as history, which is a layer of its own.
  func check(includeHistorical: Bool) throws {
    if includeHistorical, case .file = try LayerPlace(path) { throw Self.withoutHistory }
  }

  /// Refuses to write over what is read: a question never changes it.
  func check(output: String?) throws {
    guard let output, output != "-", let target = FilePaths.real(output) else { return }
    let read =
      switch try LayerPlace(path) {
      case .store(let file), .file(let file): [file]
      case .folder(let folder):
        [layer ?? Self.events, Self.background, Self.areas].map { "\(folder)/\($0).geojson" }
      }
    if read.contains(where: { FilePaths.real($0) == target }) {
      throw Failure(
        status: .cannotCreate,
        message:
          "-o \(output): the question is asked of this file, which stays as it is; name another")
    }
  }

  /// The layer that has the areas of the events, nil where there is none.
  func areas() throws -> (any FeatureSource)? {
    if let layer, layer != Self.events { return nil }
    switch try LayerPlace(path) {
    case .file: return nil
    case .folder(let folder):
      let file = "\(folder)/\(Self.areas).geojson"
      return FileStatus.of(file) == nil ? nil : try FileSource.sources([file])[0]
    case .store(let file):
      let reader = try GeoPackageReader(path: file)
      let layers = try reader.layers()
      guard layers.contains(where: { $0.name == Self.events }),
        let areas = layers.first(where: { $0.name == Self.areas })
      else { return nil }
      return try StoreSource(reader, layer: areas)
    }
  }

  /// The store, when the question is asked of one.
  func store() throws -> GeoPackageReader? {
    guard case .store(let file) = try LayerPlace(path) else { return nil }
    return try GeoPackageReader(path: file)
  }

  /// The layer of that name; without a name `events`, else the only one with a geometry.
  private static func chosen(_ name: String?, in reader: GeoPackageReader) throws
    -> LayerDescription
  {
    if let name { return try reader.layer(name) }
    let layers = try reader.layers()
    if let events = layers.first(where: { $0.name == Self.events }) { return events }
    let drawn = layers.filter { $0.geometryColumn != nil }
    if drawn.count == 1 { return drawn[0] }
    if drawn.isEmpty, layers.count == 1 { return layers[0] }
    let names = (drawn.isEmpty ? layers : drawn).map(\.name)
    throw Failure(
      status: .usage,
      message: "\(reader.path) has the layers \(names.joined(separator: ", ")); name one by --layer"
    )
  }
}

import Files
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

  private enum Place {
    case store(String)
    case file(String)
    case folder(String)
  }

  /// The layers of a question, those told as history last.
  /// - Throws: `StoreError`, `FileError`, `QueryError`, `Failure`.
  func sources(includeHistorical: Bool) throws -> [any FeatureSource] {
    var sources: [any FeatureSource]
    switch try place() {
    case .file(let file):
      if let layer {
        throw Failure(
          status: .usage, message: "--layer \(layer): \(file) is one layer and has no others")
      }
      sources = [try FileSource(path: file)]
    case .folder(let folder):
      sources = [try FileSource(path: "\(folder)/\(layer ?? Self.events).geojson")]
      if includeHistorical {
        sources.append(try FileSource(path: "\(folder)/\(Self.background).geojson"))
      }
    case .store(let file):
      let reader = try GeoPackageReader(path: file)
      let chosen = try Self.chosen(layer, in: reader)
      sources = [try StoreSource(reader, layer: chosen)]
      if includeHistorical {
        sources.append(try StoreSource(reader, layer: try reader.layer(Self.background)))
      }
    }
    if includeHistorical, sources[0].columns != sources[1].columns {
      throw Failure(
        status: .usage, message: "--include-historical belongs to the layer \(Self.events)")
    }
    return sources
  }

  /// The layer that has the areas of the events, nil where there is none.
  func areas() throws -> (any FeatureSource)? {
    if let layer, layer != Self.events { return nil }
    switch try place() {
    case .file: return nil
    case .folder(let folder):
      let file = "\(folder)/\(Self.areas).geojson"
      return FileStatus.of(file) == nil ? nil : try FileSource(path: file)
    case .store(let file):
      let reader = try GeoPackageReader(path: file)
      let layers = try reader.layers()
      guard layers.contains(where: { $0.name == Self.events }),
        let areas = layers.first(where: { $0.name == Self.areas })
      else { return nil }
      return try StoreSource(reader, layer: areas)
    }
  }

  private func place() throws -> Place {
    if path == "-" { return .file(path) }
    guard let status = FileStatus.of(path) else {
      throw FileError(.notFound, path: path, "there is no such file or folder")
    }
    if status.kind == .folder {
      if FileStatus.of(path + "/events.gpkg") != nil { return .store(path + "/events.gpkg") }
      if FileStatus.of(path + "/events.geojson") != nil { return .folder(path) }
      throw FileError(
        .notFound, path: path, "the folder has neither events.gpkg nor events.geojson")
    }
    return try Self.isDatabase(path) ? .store(path) : .file(path)
  }

  private static func isDatabase(_ path: String) throws -> Bool {
    let start = Array("SQLite format 3\0".utf8)
    return try FileBytes.prefix(of: path, count: start.count) == start
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

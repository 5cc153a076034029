package import EmitLayers
import Files
import Geometry
import Model
import StoreEvents

/// Reads events and territories of a store, as the layers of a folder are read.
package struct StoreLayers {
  private let reader: GeoPackageReader
  private let layers: [LayerDescription]
  private let path: String

  /// - Throws: `StoreError` for what is no GeoPackage.
  package init(path: String) throws {
    self.path = path
    reader = try GeoPackageReader(path: path)
    layers = try reader.layers()
  }

  /// Hands out the events with their areas, in the order of the layer.
  ///
  /// The areas are held in memory, the events are not.
  package func forEachEvent(_ body: (EventFeature) throws -> Void) throws {
    let layout = StoreWriter.layout
    let events = try degrees(try reader.layer(layout.events.name))
    var areas: [String: MultiPolygon] = [:]
    if let layer = layers.first(where: { $0.name == layout.areas.name }) {
      let layer = try degrees(layer)
      let ids = layer.columns.contains { $0.name == "id" } ? ["id"] : []
      try reader.forEach(of: layer, columns: ids) { row in
        if case .text(let id)? = row.values.first, case .polygons(let area)? = row.geometry {
          areas[id] = area
        }
        return true
      }
    }
    try forEach(of: events) { feature in
      var feature = feature
      if feature.area == nil { feature.area = areas[feature.id] }
      try body(feature)
    }
  }

  /// The published claims, none when the file has no such layer.
  package func territories() throws -> [TerritoryFeature] {
    guard let layer = layers.first(where: { $0.name == StoreWriter.layout.territories.name })
    else { return [] }
    var found: [TerritoryFeature] = []
    try forEach(of: try degrees(layer)) { found.append(TerritoryFeature($0)) }
    return found
  }

  /// The layer, if its coordinates are degrees.
  private func degrees(_ layer: LayerDescription) throws -> LayerDescription {
    if let system = layer.referenceSystem, system.code != 4326 {
      throw StoreError(
        .foreign, path: path,
        "the layer \(layer.name) is in \(system.organization):\(system.code), and a map is drawn of "
          + "EPSG:4326; ogr2ogr -t_srs EPSG:4326 makes such a copy")
    }
    return layer
  }

  private func position(
    _ coordinate: Coordinate, _ layer: LayerDescription, _ row: Int
  ) throws -> Position {
    do throws(PositionError) {
      return try Position(coordinate)
    } catch {
      throw StoreError(
        .damaged, path: path,
        "layer \(layer.name), row \(row): \(error); longitude comes first, in degrees on WGS 84")
    }
  }

  private func forEach(
    of layer: LayerDescription, _ body: (EventFeature) throws -> Void
  ) throws {
    let kinds = Dictionary(
      EventProperties.schema.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    try reader.forEach(of: layer) { row in
      let members = zip(layer.columns, row.values).map { column, value in
        JSONMember(
          key: column.name, value: JSONValue(value, isList: kinds[column.name]?.isJSON == true))
      }
      var point: Position?
      var area: MultiPolygon?
      switch row.geometry {
      case .point(let coordinate)?: point = try position(coordinate, layer, row.id)
      case .polygons(let polygons)?:
        for ring in polygons.polygons.lazy.flatMap(\.rings) {
          for vertex in ring { _ = try position(vertex, layer, row.id) }
        }
        area = polygons
      default: break
      }
      var feature = EventFeature(properties: .object(members), point: point, area: area)
      if feature.id.isEmpty { feature.id = String(row.id) }
      try body(feature)
      return true
    }
  }
}

extension PropertyKind {
  /// Whether a store keeps its values as JSON texts.
  fileprivate var isJSON: Bool {
    switch self {
    case .texts, .reals, .json: true
    case .text, .integer, .real, .boolean, .date: false
    }
  }
}

extension JSONValue {
  /// A value of a store as a layer has it.
  fileprivate init(_ value: AttributeValue, isList: Bool) {
    switch value {
    case .null, .bytes: self = .null
    case .boolean(let flag): self = .bool(flag)
    case .integer(let number): self = .number(Double(number), raw: String(number))
    case .real(let number) where number.isFinite: self = .number(number, raw: number.description)
    case .real: self = .null
    case .text(let text):
      let parsed = isList ? try? JSONReader.parse(Array(text.utf8)) : nil
      self = parsed ?? .string(text)
    }
  }
}

package import Geometry
import Model
package import StoreEvents

/// The ground of units and territories as a store's own layers draw it.
///
/// Where a layer has several variants of an outline, the first one counts.
package struct GroupShapes: Sendable {
  private struct Unit: Hashable {
    var level: Int
    var name: String
  }

  private var byCode: [Unit: Shape] = [:]
  private var byName: [Unit: Shape] = [:]
  private var territories: [String: Shape] = [:]
  /// The level of each unit by its id.
  package private(set) var unitLevels: [String: Int] = [:]

  /// Reads the layers `admin_units` and `territories`, each where it is there.
  /// - Parameter groupings: What is counted by: only what they need is read.
  /// - Throws: `StoreError` for a damaged file.
  package init(_ reader: GeoPackageReader, for groupings: [Grouping]) throws {
    let layers = try reader.layers()
    let needsUnits = groupings.contains { if case .unit = $0 { true } else { false } }
    if needsUnits, let layer = layers.first(where: { $0.name == "admin_units" }) {
      try readUnits(reader, layer)
    }
    if groupings.contains(.territory), let layer = layers.first(where: { $0.name == "territories" })
    {
      try readTerritories(reader, layer)
    }
  }

  private mutating func readUnits(
    _ reader: GeoPackageReader, _ layer: LayerDescription
  ) throws {
    let names = ["id", "level", "name", "pcode"]
    guard names.allSatisfy({ name in layer.columns.contains { $0.name == name } }) else { return }
    var found: [(level: Int, values: [String?], shape: Shape?)] = []
    try reader.forEach(of: layer, columns: names) { feature in
      let values = feature.values.map(\.text)
      if let level = values[1]?.last?.wholeNumberValue {
        found.append((level, values, feature.geometry))
      }
      return true
    }
    for (level, values, shape) in found {
      if let id = values[0], unitLevels[id] == nil { unitLevels[id] = level }
      guard let shape else { continue }
      if let code = values[3] {
        let unit = Unit(level: level, name: code)
        if byCode[unit] == nil { byCode[unit] = shape }
      }
      if let name = values[2] {
        let unit = Unit(level: level, name: name)
        if byName[unit] == nil { byName[unit] = shape }
      }
    }
  }

  private mutating func readTerritories(
    _ reader: GeoPackageReader, _ layer: LayerDescription
  ) throws {
    guard layer.columns.contains(where: { $0.name == "id" }) else { return }
    var found: [String: Shape] = [:]
    try reader.forEach(of: layer, columns: ["id"]) { feature in
      if let id = feature.values[0].text, let shape = feature.geometry, found[id] == nil {
        found[id] = shape
      }
      return true
    }
    territories = found
  }

  /// The ground of a group, nil where no layer has it.
  package func shape(of key: GroupKey) -> Shape? {
    switch key {
    case .unit(let level, let name, let code):
      code.flatMap { byCode[Unit(level: level, name: $0)] }
        ?? name.flatMap { byName[Unit(level: level, name: $0)] }
    case .territory(let id, _): territories[id]
    default: nil
    }
  }
}

package import Geometry
package import Model

/// A GeoJSON file as a layer: there is no index, every question reads it whole.
package final class FileSource: FeatureSource {
  private let layer: GeoJSONLayer
  package let columns: [AttributeColumn]
  /// Where the layer itself has each of the columns, nil where it has not.
  private let places: [Int?]

  /// Opens files whose features are asked as those of one layer: each has the columns of all of them.
  /// - Throws: what reading a file throws.
  package static func sources(_ paths: [String]) throws -> [FileSource] {
    let (layers, columns) = GeoJSONLayer.agreeing(try paths.map { try GeoJSONLayer(path: $0) })
    return layers.map { FileSource($0, columns: columns) }
  }

  private init(_ layer: GeoJSONLayer, columns: [AttributeColumn]) {
    self.layer = layer
    self.columns = columns
    let own = LayerColumns(layer.columns)
    places = columns.map { own.index($0.name) }
  }

  package var title: String { layer.path }
  package var geometryName: String? { FilterLayout.geometry }
  /// Found by reading the file once more, up to the first geometry that is no point.
  package lazy var holdsPointsOnly: Bool = {
    var isSo = true
    try? layer.forEach(columns: []) { feature in
      if let shape = feature.geometry, case .point = shape { return true }
      isSo = feature.geometry == nil
      return isSo
    }
    return isSo
  }()
  package var answersSQL: Bool { false }
  package var hasSpatialIndex: Bool { false }

  package func scan(_ scan: FeatureScan, _ body: (Feature) throws -> Bool) throws {
    precondition(scan.condition == nil, "a file answers no SQL")
    let places = scan.columns.map { self.places[$0] }
    try layer.forEach(columns: places.compactMap(\.self)) { feature in
      if let boxes = scan.boxes {
        guard let bounds = feature.geometry?.bounds, boxes.contains(where: bounds.intersects) else {
          return true
        }
      }
      return try body(Self.chosen(places, of: feature))
    }
  }

  private static func chosen(_ places: [Int?], of feature: Feature) -> Feature {
    var feature = feature
    feature.values = places.map { place in place.map { feature.values[$0] } ?? .null }
    return feature
  }

  package func grouped(
    _ statement: GroupStatement, _ condition: SQLCondition?
  ) -> [[AttributeValue]]? {
    nil
  }

  package func explain(_ scan: FeatureScan) throws -> [String] {
    ["read \(layer.count) features of \(layer.path) from the first to the last"]
  }

  package func nearestFirst(
    _ least: (BoundingBox) -> Double, _ body: (Int, Double) throws -> Bool
  ) -> Bool {
    false
  }

  package func features(_ numbers: [Int], columns: [Int]) throws -> [Feature] {
    let wanted = Set(numbers)
    var (number, found) = (0, [Int: Feature]())
    let places = columns.map { self.places[$0] }
    try layer.forEach(columns: places.compactMap(\.self)) { feature in
      number += 1
      if wanted.contains(number) { found[number] = Self.chosen(places, of: feature) }
      return found.count < wanted.count
    }
    return numbers.compactMap { found[$0] }
  }
}

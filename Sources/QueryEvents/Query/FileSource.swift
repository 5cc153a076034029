package import Geometry
package import Model

/// A GeoJSON file as a layer: there is no index, every question reads it whole.
package final class FileSource: FeatureSource {
  private let layer: GeoJSONLayer

  /// - Throws: what reading the file throws.
  package init(path: String) throws {
    layer = try GeoJSONLayer(path: path)
  }

  package var title: String { layer.path }
  package var columns: [AttributeColumn] { layer.columns }
  package var geometryName: String? { FilterLayout.geometry }
  package var holdsPointsOnly: Bool { false }
  package var answersSQL: Bool { false }
  package var hasSpatialIndex: Bool { false }

  package func scan(_ scan: FeatureScan, _ body: (Feature) throws -> Bool) throws {
    precondition(scan.condition == nil, "a file answers no SQL")
    try layer.forEach(columns: scan.columns) { feature in
      if let boxes = scan.boxes {
        guard let bounds = feature.geometry?.bounds, boxes.contains(where: bounds.intersects) else {
          return true
        }
      }
      return try body(Self.chosen(scan.columns, of: feature))
    }
  }

  private static func chosen(_ columns: [Int], of feature: Feature) -> Feature {
    var feature = feature
    feature.values = columns.map { feature.values[$0] }
    return feature
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
    try layer.forEach(columns: columns) { feature in
      number += 1
      if wanted.contains(number) { found[number] = Self.chosen(columns, of: feature) }
      return found.count < wanted.count
    }
    return numbers.compactMap { found[$0] }
  }
}

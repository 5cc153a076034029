package import Geometry
package import Model

/// A layer that can be asked: a table of a GeoPackage, or a GeoJSON file.
///
/// Not Sendable: one thread at a time. Features come in the order of the layer.
package protocol FeatureSource: AnyObject {
  /// The layer and its file, for messages.
  var title: String { get }
  var columns: [AttributeColumn] { get }
  /// The name of the geometry, nil for a table without one.
  var geometryName: String? { get }
  /// Whether every geometry that there is is a point.
  var holdsPointsOnly: Bool { get }
  /// Whether conditions are answered in SQL, else they must stay with the evaluator.
  var answersSQL: Bool { get }
  /// Whether boxes are looked up without reading every row.
  var hasSpatialIndex: Bool { get }

  /// Hands out features with the columns that are asked for, in that order.
  func scan(_ scan: FeatureScan, _ body: (Feature) throws -> Bool) throws

  /// Says how a scan is done, for people.
  func explain(_ scan: FeatureScan) throws -> [String]

  /// Hands out the numbers of features by the least distance that their boxes allow, until the body
  /// returns false.
  ///
  /// Returns false without handing out any where there is no index to do so by.
  func nearestFirst(
    _ least: (BoundingBox) -> Double, _ body: (_ number: Int, _ least: Double) throws -> Bool
  ) throws -> Bool

  /// The features with these numbers, in their order.
  func features(_ numbers: [Int], columns: [Int]) throws -> [Feature]
}

/// What is to be read of a layer.
package struct FeatureScan: Sendable {
  /// Leaves out features whose boxes meet none of these; nil reads all.
  ///
  /// What is left are candidates.
  package var boxes: [BoundingBox]?
  /// Of a source that answers SQL.
  package var condition: SQLCondition?
  /// Numbers of columns.
  package var columns: [Int]
  package var withGeometry: Bool

  package init(
    boxes: [BoundingBox]? = nil, condition: SQLCondition? = nil, columns: [Int] = [],
    withGeometry: Bool = true
  ) {
    self.boxes = boxes
    self.condition = condition
    self.columns = columns
    self.withGeometry = withGeometry
  }
}

/// A feature as a filter sees it.
struct FilterRow: FilterFeature {
  let feature: Feature
  let layout: FilterLayout

  func value(of property: String) -> FilterValue {
    if let place = layout.places[property] {
      return layout.value(feature.values[place], at: place)
    }
    if property == layout.geometryName || property == FilterLayout.geometry,
      let shape = feature.geometry
    {
      return .geometry(shape)
    }
    return .null
  }
}

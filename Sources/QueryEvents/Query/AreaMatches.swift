import Geometry
import Model

/// Which events a place is possible or certain for, by the layer of their areas.
///
/// An event of `event_areas` has its area there under the id that it has in `events`.
struct AreaMatches {
  /// The column by which areas and events know each other.
  static let key = "id"

  /// Ids of events whose areas pass.
  private(set) var passed: Set<String> = []
  /// Ids of all events with an area.
  private(set) var known: Set<String> = []

  /// Reads the areas: all of the keys, and those shapes that a box brings near.
  init(
    _ source: any FeatureSource, tests: [any PlaceTest], certainty: EventQuery.Certainty
  ) throws {
    guard let key = source.columns.firstIndex(where: { $0.name == Self.key }) else {
      throw QueryError(.missingColumn, "\(source.title) has no column \(Self.key)")
    }
    try source.scan(FeatureScan(columns: [key], withGeometry: false)) { feature in
      if case .text(let id) = feature.values[0] { known.insert(id) }
      return true
    }
    try source.scan(FeatureScan(boxes: QueryPart.narrowest(tests), columns: [key])) { feature in
      guard case .text(let id) = feature.values[0], let shape = feature.geometry else {
        return true
      }
      if try tests.allSatisfy({ try $0.holds(shape, certainty) }) { passed.insert(id) }
      return true
    }
  }
}

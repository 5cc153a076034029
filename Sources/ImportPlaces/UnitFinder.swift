import Gazetteer
import Geometry
import Model

/// Finds the finest unit at a position, as the outlines have it.
///
/// Not Sendable: it holds a GEOS context.
final class UnitFinder {
  private let gazetteer: Gazetteer
  private let outlines: [BoundaryFeature]
  private let index: PolygonIndex
  private let engine: GeometryEngine

  init(_ gazetteer: Gazetteer, _ shapes: Boundaries) throws {
    self.gazetteer = gazetteer
    outlines = shapes.currentUnits.filter {
      $0.validTo == nil && !$0.polygons.isEmpty && gazetteer.entityByID[$0.id] != nil
    }.sorted { ($1.level, $0.id) < ($0.level, $1.id) }
    index = try PolygonIndex(outlines.map(\.polygons))
    engine = try GeometryEngine()
  }

  /// Returns the finest unit that holds a position, or the nearest one when it lies outside the country
  /// by no more than outline and position are accurate; nil farther out.
  ///
  /// On a border the lowest id wins.
  func unit(at position: Position, accuracyKm: Double) throws -> Int? {
    if let first = try index.covering(position.coordinate).min() {
      return gazetteer.entityByID[outlines[first].id]
    }
    guard let country = outlines.last(where: { $0.level == .country }),
      try distanceKm(position, country) <= country.accuracyKm + accuracyKm
    else { return nil }
    var best: (km: Double, id: String)?
    for outline in outlines where outline.level == outlines[0].level {
      guard let box = outline.polygons.bounds, box.isNear(position) else { continue }
      let km = try distanceKm(position, outline)
      if best.map({ km < $0.km }) ?? true { best = (km, outline.id) }
    }
    return best.flatMap { gazetteer.entityByID[$0.id] }
  }

  /// The distance by degrees of latitude: at most a fifth more than it is, in Iraq.
  private func distanceKm(_ position: Position, _ outline: BoundaryFeature) throws -> Double {
    (try engine.planarDistance(from: position.coordinate, to: outline.polygons) ?? .infinity)
      * 111.2
  }
}

extension BoundingBox {
  fileprivate func isNear(_ position: Position) -> Bool {
    minX - 0.2 <= position.longitude && position.longitude <= maxX + 0.2
      && minY - 0.2 <= position.latitude && position.latitude <= maxY + 0.2
  }
}

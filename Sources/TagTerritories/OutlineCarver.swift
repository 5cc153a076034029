import Gazetteer
import Geometry
import Model

/// Makes room for the outlines of an overlay among those that were drawn before it.
///
/// Where an overlay draws a unit, the unit's own parts are cut to that outline, and every other unit of
/// its level or below gives up the ground that the two claim. Coarser units stay as they are: the finest
/// unit decides where a point lies. Without an overlay nothing is cut.
struct OutlineCarver {
  private let gazetteer: Gazetteer
  private let engine: GeometryEngine
  /// The outlines of overlays.
  private let later: [BoundaryFeature]

  init(gazetteer: Gazetteer, outlines: [BoundaryFeature], engine: GeometryEngine) {
    self.gazetteer = gazetteer
    self.engine = engine
    later = outlines.filter { $0.folder > 0 }
  }

  /// Returns what is left of an outline; empty when later ones have all of its ground.
  func carved(_ feature: BoundaryFeature) throws -> MultiPolygon {
    var outline = feature.polygons
    for other in later where other.folder > feature.folder && other.level <= feature.level {
      guard other.id != feature.id, let own = outline.bounds, let box = other.polygons.bounds else {
        continue
      }
      if isPart(feature.id, of: other.id) {
        outline = try engine.intersection(outline, other.polygons)
      } else if own.intersects(box) {
        outline = try engine.difference(outline, other.polygons)
      }
      if outline.isEmpty { break }
    }
    return outline
  }

  private func isPart(_ unit: String, of other: String) -> Bool {
    guard let part = gazetteer.entityByID[unit], let whole = gazetteer.entityByID[other] else {
      return false
    }
    return gazetteer.isWithin(part, whole)
  }
}

import Gazetteer
import Geodesy
import Glibc
import Model

/// Checks a stated distance and bearing against a candidate (language.md 4.3, 2).
struct GlossCheck {
  enum Verdict {
    case agrees, roadDistance, conflict
  }

  /// Meters: what is told to be near a town is hardly farther.
  private static let vicinity = 40_000.0
  /// Meters: a village is not placed by a direction alone from a town that is farther.
  private static let reach = 80_000.0

  let geodesic: Geodesic

  /// A place as far as a check needs it.
  struct Spot {
    var position: Position
    /// Meters: how far the place may lie from there, or extends around it.
    var extent = 0.0
    /// Whether it is a village or the like, which is told of by what is near.
    var isMinor = false
  }

  /// Compares the words of a relation with where a place lies from one base, or between two.
  func verdict(of relation: Relation, from base: Spot, and second: Spot?, to place: Spot) -> Verdict
  {
    second.map { verdict(between: base, and: $0, place) }
      ?? verdict(of: relation, from: base, to: place)
  }

  /// Whether a place lies between two others, or not far from the way from one to the other.
  ///
  /// The detour over it is at most half as long again, as by roads.
  private func verdict(between first: Spot, and second: Spot, _ place: Spot) -> Verdict {
    func distance(_ one: Spot, _ other: Spot) -> Double {
      geodesic.inverse(from: one.position, to: other.position).distance
    }
    let slack = first.extent + second.extent + 2 * place.extent
    let detour = distance(first, place) + distance(place, second)
    return detour <= 1.5 * distance(first, second) + slack ? .agrees : .conflict
  }

  /// Compares the words with the way from the base to the candidate.
  ///
  /// A press distance is often that of the road: up to 1.6 times the straight line is plausible. Seen from the edge
  /// of a town, and towards a place that is known to some kilometers, a direction is another one.
  private func verdict(of relation: Relation, from base: Spot, to place: Spot) -> Verdict {
    let path = geodesic.inverse(from: base.position, to: place.position)
    if relation.bearingDegrees == nil, relation.distanceKm == nil {
      return path.distance <= Self.vicinity ? .agrees : .conflict
    }
    let extent = base.extent + place.extent
    var deviation = 0.0
    if let bearing = relation.bearingDegrees {
      deviation = abs(path.azimuth - bearing)
      if deviation > 180 { deviation = 360 - deviation }
      deviation -= asin(min(1, extent / max(1, path.distance))) * 180 / .pi
    }
    guard let stated = relation.distanceKm, path.distance > 500 else {
      if place.isMinor, relation.distanceKm == nil, path.distance > Self.reach { return .conflict }
      return deviation <= 45 ? .agrees : .conflict
    }
    let meters = stated * 1000
    if abs(meters - path.distance) <= 0.1 * path.distance, deviation <= 30 { return .agrees }
    let isPlausible =
      meters >= 0.85 * path.distance - extent && meters <= 1.6 * path.distance + extent
    return isPlausible && deviation <= 45 ? .roadDistance : .conflict
  }
}

extension GlossCheck.Spot {
  /// Nil for what has no position.
  init?(_ entity: Entity) {
    guard let position = entity.position else { return nil }
    self.init(
      position: position,
      extent: max(Double(entity.accuracyMeters), entity.isUnit ? 0 : entity.radiusKm * 1000),
      isMinor: entity.isSmall || (entity.rank < 400 && !entity.isUnit))
  }
}

import Geodesy
import Model

/// Checks a stated distance and bearing against a candidate (language.md 4.3, 2).
struct GlossCheck {
  enum Verdict {
    case agrees, roadDistance, conflict
  }

  /// Meters: what is told to be near a town is hardly farther.
  private static let vicinity = 40_000.0

  let geodesic: Geodesic

  /// Compares the words with the way from the base to the candidate.
  ///
  /// A press distance is often that of the road: up to 1.6 times the straight line is plausible.
  func verdict(of relation: Relation, from base: Position, to place: Position) -> Verdict {
    let path = geodesic.inverse(from: base, to: place)
    if relation.bearingDegrees == nil, relation.distanceKm == nil {
      return path.distance <= Self.vicinity ? .agrees : .conflict
    }
    var deviation = 0.0
    if let bearing = relation.bearingDegrees {
      deviation = abs(path.azimuth - bearing)
      if deviation > 180 { deviation = 360 - deviation }
    }
    guard let stated = relation.distanceKm, path.distance > 500 else {
      return deviation <= 45 ? .agrees : .conflict
    }
    let ratio = stated * 1000 / path.distance
    if (0.9...1.1).contains(ratio), deviation <= 30 { return .agrees }
    if (0.85...1.6).contains(ratio), deviation <= 45 { return .roadDistance }
    return .conflict
  }
}

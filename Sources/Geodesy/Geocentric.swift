import Glibc
package import Model

/// A point in space: metres from the middle of the earth, towards 0° 0°, 90° E 0° and the north pole.
///
/// No projection: neither the poles nor the antimeridian are special. The straight line between two positions (the
/// chord) is never longer than the way along the ground and, over short ways, hardly shorter, so
/// that most questions of near and far need no geodesic.
package struct Geocentric: Sendable, Hashable {
  package let x: Double
  package let y: Double
  package let z: Double

  /// Returns the point of a position on the WGS 84 ellipsoid.
  package init(_ position: Position) {
    let latitude = position.latitude * .pi / 180
    let longitude = position.longitude * .pi / 180
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let normal = Self.semimajorAxis / (1 - Self.squaredEccentricity * sine * sine).squareRoot()
    x = normal * cosine * cos(longitude)
    y = normal * cosine * sin(longitude)
    z = normal * (1 - Self.squaredEccentricity) * sine
  }

  private static let semimajorAxis = 6_378_137.0
  private static let flattening = 1 / 298.257_223_563
  private static let squaredEccentricity = flattening * (2 - flattening)
  /// The smallest radius of curvature of the ellipsoid: north to south at the equator.
  private static let sharpestRadius = semimajorAxis * (1 - squaredEccentricity)

  /// Returns the length of the straight line to another point, in metres.
  package func chord(to other: Geocentric) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return (dx * dx + dy * dy + dz * dz).squareRoot()
  }

  /// Returns a chord so short that whatever it spans is not farther along the ground than a distance in metres.
  ///
  /// No geodesic bends more sharply than a circle of the smallest radius of curvature, so that none of its
  /// length has a shorter chord than that circle's (Schur's comparison theorem).
  /// - Parameter distance: From 0 to a quarter of the way round the earth, 10,000 km.
  package static func chord(within distance: Double) -> Double {
    2 * sharpestRadius * sin(min(distance, 10_000_000) / (2 * sharpestRadius))
  }
}

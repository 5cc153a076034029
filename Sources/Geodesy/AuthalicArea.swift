import Glibc
import Model

/// Areas of rings whose edges are short, on the sphere of the same surface as the ellipsoid (WGS 84).
///
/// Latitudes become authalic ones (Snyder 1987, Map Projections, 3-11 and 3-12), which keeps areas; the ground
/// between an edge and the equator is that of the great circle (Todhunter's formula for the spherical
/// excess). A geodesic of the ellipsoid leaves the great circle by so little that for edges of up to
/// `longest` an area is right to a part in five million, in a tenth of the time of exact geodesics.
struct AuthalicArea {
  /// The longest edge in degrees of longitude or latitude, about 10 km.
  static let longest = 0.1

  private static let flattening = 1 / 298.257_223_563
  private static let eccentricitySquared = flattening * (2 - flattening)
  private static let eccentricity = eccentricitySquared.squareRoot()
  /// `q` of the pole.
  private static let polar = q(1)
  /// The square of the sphere's radius in meters.
  private static let radiusSquared = 6_378_137.0 * 6_378_137.0 * polar / 2

  /// Whether all edges of a ring are short, and far from the poles and the date line.
  ///
  /// Linear in the vertices.
  static func suits(_ ring: [Coordinate]) -> Bool {
    guard var last = ring.last else { return true }
    for vertex in ring {
      guard abs(vertex.x - last.x) <= longest, abs(vertex.y - last.y) <= longest,
        abs(vertex.y) <= 80
      else { return false }
      last = vertex
    }
    return true
  }

  /// Returns the area of a ring in square meters, positive when it turns counter-clockwise.
  ///
  /// Linear in the vertices.
  static func signedArea(of ring: [Coordinate]) -> Double {
    guard let end = ring.last else { return 0 }
    var sum = 0.0
    var last = (longitude: end.x, latitude: authalicLatitude(end.y))
    for vertex in ring {
      let next = (longitude: vertex.x, latitude: authalicLatitude(vertex.y))
      let width = (last.longitude - next.longitude) * .pi / 180
      sum += atan(
        tan(width / 2) * sin((last.latitude + next.latitude) / 2)
          / cos((last.latitude - next.latitude) / 2))
      last = next
    }
    return 2 * sum * radiusSquared
  }

  /// The latitude in radians on the sphere that keeps areas.
  private static func authalicLatitude(_ degrees: Double) -> Double {
    asin(max(-1, min(1, q(sin(degrees * .pi / 180)) / polar)))
  }

  private static func q(_ sine: Double) -> Double {
    let product = eccentricity * sine
    return (1 - eccentricitySquared)
      * (sine / (1 - product * product) + atanh(product) / eccentricity)
  }
}

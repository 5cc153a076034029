import Glibc
package import Model

/// All positions within a distance of a center: the question of a radius, answered exactly and fast.
///
/// A sphere decides most positions; near the edge the ellipsoid does. Right at the poles and across
/// the antimeridian.
package struct GeodesicDisc: Sendable {
  package let center: Position
  /// Metres.
  package let radius: Double
  private let geodesic: Geodesic
  private let sineOfLatitude: Double
  private let cosineOfLatitude: Double

  /// The least and the greatest radius of curvature of the ellipsoid, metres: of the meridian at the
  /// equator, and of every direction at the poles.
  ///
  /// A way on the ellipsoid is at least the angle of the great circle between the same latitudes and
  /// longitudes times the one, and at most that times the other.
  private static let leastCurvature = 6_335_439.0
  private static let greatestCurvature = 6_399_594.0

  /// Makes the disc.
  /// - Parameter radius: Metres, 0 or more.
  package init(center: Position, radius: Double, geodesic: Geodesic = .wgs84) {
    self.center = center
    self.radius = radius
    self.geodesic = geodesic
    let latitude = center.latitude * .pi / 180
    sineOfLatitude = sin(latitude)
    cosineOfLatitude = cos(latitude)
  }

  /// Whether a position lies in the disc or on its edge.
  package func contains(_ coordinate: Coordinate) -> Bool {
    // The sphere would take a longitude of 405 for one of 45.
    guard abs(coordinate.x) <= 180, abs(coordinate.y) <= 90 else { return false }
    let angle = angle(to: coordinate)
    // The sines of small angles leave less than a micrometer to doubt; a millimeter goes to the ellipsoid.
    if angle * Self.greatestCurvature < radius - 0.001 { return true }
    if angle * Self.leastCurvature > radius + 0.001 { return false }
    guard let path = path(to: coordinate) else { return false }
    return path.distance <= radius
  }

  /// The shortest way from the center; nil for what is no position.
  package func path(to coordinate: Coordinate) -> GeodesicPath? {
    guard let position = try? Position(longitude: coordinate.x, latitude: coordinate.y) else {
      return nil
    }
    return geodesic.inverse(from: center, to: position)
  }

  /// A number that no distance from the center to the coordinate is below, metres.
  package func leastDistance(to coordinate: Coordinate) -> Double {
    angle(to: coordinate) * Self.leastCurvature
  }

  /// A number that no distance from the center into a box is below, metres; 0 for the box that holds it.
  ///
  /// The box is one of longitudes and latitudes that does not cross the antimeridian.
  package func leastDistance(to box: BoundingBox) -> Double {
    if box.contains(center.coordinate) { return 0 }
    // The angle of longitude that is between, the short way round.
    let gap: Double =
      if box.minX <= center.longitude, center.longitude <= box.maxX {
        0
      } else {
        min(
          Self.turn(from: center.longitude, to: box.minX),
          Self.turn(from: box.maxX, to: center.longitude))
      }
    let south = max(box.minY, -90) * .pi / 180
    let north = min(box.maxY, 90) * .pi / 180
    let latitude = center.latitude * .pi / 180
    guard gap > 0 else {
      return max(0, south - latitude, latitude - north) * Self.leastCurvature
    }
    // On the nearer meridian of the box the nearest latitude is where the great circle meets it at a
    // right angle, or the end of the box towards it.
    let angle = gap * .pi / 180
    let foot =
      gap < 90
      ? atan2(sineOfLatitude, cosineOfLatitude * cos(angle))
      : (center.latitude >= 0 ? Double.pi / 2 : -Double.pi / 2)
    let nearest = min(max(foot, south), north)
    var least = Double.infinity
    for candidate in [nearest, south, north] {
      least = min(least, Self.angle(latitude, candidate, angle))
    }
    return least * Self.leastCurvature
  }

  /// Boxes that together hold the disc: one, or two where it crosses the antimeridian.
  package var boxes: [BoundingBox] {
    let reach = radius / Self.leastCurvature * 1.001 + 1e-9
    let degrees = reach * 180 / .pi
    let south = max(-90, center.latitude - degrees)
    let north = min(90, center.latitude + degrees)
    // A disc around a pole has every longitude, and so has one that reaches nearly that far.
    guard reach < .pi / 2, south > -90, north < 90, sin(reach) < cosineOfLatitude else {
      return [BoundingBox(minX: -180, minY: south, maxX: 180, maxY: north)]
    }
    let width = asin(sin(reach) / cosineOfLatitude) * 180 / .pi * 1.001
    let west = center.longitude - width
    let east = center.longitude + width
    guard width < 180 else {
      return [BoundingBox(minX: -180, minY: south, maxX: 180, maxY: north)]
    }
    if west < -180 {
      return [
        BoundingBox(minX: -180, minY: south, maxX: east, maxY: north),
        BoundingBox(minX: west + 360, minY: south, maxX: 180, maxY: north),
      ]
    }
    if east > 180 {
      return [
        BoundingBox(minX: west, minY: south, maxX: 180, maxY: north),
        BoundingBox(minX: -180, minY: south, maxX: east - 360, maxY: north),
      ]
    }
    return [BoundingBox(minX: west, minY: south, maxX: east, maxY: north)]
  }

  private func angle(to coordinate: Coordinate) -> Double {
    Self.angle(
      center.latitude * .pi / 180, coordinate.y * .pi / 180,
      (coordinate.x - center.longitude) * .pi / 180)
  }

  /// The angle of a great circle between two latitudes and a difference of longitude, radians.
  private static func angle(_ first: Double, _ second: Double, _ longitude: Double) -> Double {
    let half = sin((second - first) / 2)
    let turn = sin(longitude / 2)
    let square = half * half + cos(first) * cos(second) * turn * turn
    return 2 * asin(min(1, square.squareRoot()))
  }

  /// Degrees eastwards from one meridian to another, 0 ..< 360.
  private static func turn(from start: Double, to end: Double) -> Double {
    let difference = (end - start).truncatingRemainder(dividingBy: 360)
    return difference < 0 ? difference + 360 : difference
  }
}

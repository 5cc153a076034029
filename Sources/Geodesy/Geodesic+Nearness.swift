import Glibc
package import Model

extension Geodesic {
  /// Whether two positions are at most that many meters apart.
  ///
  /// Most pairs of a question are far nearer or far farther: bounds on the plane answer those, the
  /// geodesic only what lies between them.
  package func isWithin(_ meters: Double, from start: Position, to end: Position) -> Bool {
    let north = abs(start.latitude - end.latitude)
    // No degree of latitude is shorter than 110.57 km.
    if north * 110_500 > meters { return false }
    let east = abs(start.longitude - end.longitude)
    let farthest = max(abs(start.latitude), abs(end.latitude))
    if farthest < Self.flatLatitude, north < Self.flatDegrees, east < Self.flatDegrees {
      let squares = meters * meters
      // A degree of longitude has 111.32 km at the equator, and less than 0.4 % more of the cosine elsewhere.
      let narrow = cos(farthest * .pi / 180) * east * 111_300
      let least = north * north * (110_500 * 110_500) + narrow * narrow
      if least * Self.below > squares { return false }
      let nearest = min(abs(start.latitude), abs(end.latitude))
      let wide = cos(nearest * .pi / 180) * east * 111_720
      let most = north * north * (111_720 * 111_720) + wide * wide
      if most * Self.above < squares { return true }
    }
    return inverse(from: start, to: end).distance <= meters
  }

  /// Degrees up to which the ground is taken for flat.
  private static let flatDegrees = 3.0
  private static let flatLatitude = 70.0
  /// What the way over the curved ground can be shorter or longer than the bounds, as a factor of the square.
  private static let below = 0.99
  private static let above = 1.01
}

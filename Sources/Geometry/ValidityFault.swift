package import Model

/// Why polygons are not valid, and where.
package struct ValidityFault: Sendable, Hashable, CustomStringConvertible {
  /// The reason in the words of GEOS, such as "Self-intersection".
  package let reason: String
  /// Where it is, in the coordinates of the polygons.
  package let location: Coordinate

  package init(reason: String, location: Coordinate) {
    self.reason = reason
    self.location = location
  }

  package var description: String { "\(reason) at \(location.x) \(location.y)" }
}

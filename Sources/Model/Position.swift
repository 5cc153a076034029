/// Why a pair of numbers is no position on earth.
public enum PositionError: Error, Hashable, CustomStringConvertible {
  case notFinite
  case longitudeOutOfRange(Double)
  case latitudeOutOfRange(Double)

  public var description: String {
    switch self {
    case .notFinite: "a coordinate is not a finite number"
    case .longitudeOutOfRange(let value): "longitude \(value) is outside -180…180"
    case .latitudeOutOfRange(let value): "latitude \(value) is outside -90…90"
    }
  }
}

/// A validated position: degrees, WGS 84, longitude first.
public struct Position: Sendable, Hashable {
  public let longitude: Double
  public let latitude: Double

  /// Makes a position.
  /// - Throws: `PositionError` when a number is not finite or out of range.
  public init(longitude: Double, latitude: Double) throws(PositionError) {
    guard longitude.isFinite, latitude.isFinite else { throw .notFinite }
    guard (-180...180).contains(longitude) else { throw .longitudeOutOfRange(longitude) }
    guard (-90...90).contains(latitude) else { throw .latitudeOutOfRange(latitude) }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Makes the position at a coordinate in degrees, longitude first.
  public init(_ coordinate: Coordinate) throws(PositionError) {
    try self.init(longitude: coordinate.x, latitude: coordinate.y)
  }

  /// The same pair as a coordinate in degrees, longitude first.
  public var coordinate: Coordinate { Coordinate(longitude, latitude) }
}

import Model
import Testing

/// Places that the tests share: degrees, longitude first.
enum Places {
  static let baghdad = Coordinate(44.3661, 33.3152)
  static let baqubah = Coordinate(44.6437, 33.7466)
  static let basra = Coordinate(47.7804, 30.5085)
  static let erbil = Coordinate(44.0092, 36.1911)
  static let jalawla = Coordinate(45.16908, 34.27392)
  static let khanaqin = Coordinate(45.39065, 34.3482)
  static let kirkuk = Coordinate(44.3922, 35.4681)
  static let mosul = Coordinate(43.1189, 36.34)
  static let qaraTapa = Coordinate(44.93479, 34.43277)

  static let all = [
    baghdad, baqubah, basra, erbil, jalawla, khanaqin, kirkuk, mosul, qaraTapa,
  ]

  /// Anywhere on earth but within a degree of the poles.
  static func anywhere(using generator: inout SplitMix64) throws -> Position {
    try Position(
      longitude: Double.random(in: -180...180, using: &generator),
      latitude: Double.random(in: -89...89, using: &generator))
  }

  /// Anywhere in Iraq's surroundings.
  static func nearby(using generator: inout SplitMix64) throws -> Position {
    try Position(
      longitude: Double.random(in: 38...49, using: &generator),
      latitude: Double.random(in: 29...38, using: &generator))
  }

  /// The planar signed area of a closed ring in square degrees: positive is counter-clockwise.
  static func signedArea(_ ring: [Coordinate]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
  }
}

import Model
import TestSupport
import Testing

@testable import Geodesy

@Suite struct `Straight lines through the earth` {
  @Test(arguments: [
    // pyproj 3.7.2, EPSG:4979 to EPSG:4978.
    (0.0, 0.0, 6378137.0, 0.0, 0.0), (90, 0, 0, 6378137, 0), (0, 90, 0, 0, 6356752.314245),
    (45.39, 34.35, 3702019.8101, 3752763.6955, 3578566.5612),
    (-136, -33, -3851686.8241, -3719530.7301, -3453958.6412),
  ])
  func `begin and end where the ellipsoid is`(
    _ longitude: Double, _ latitude: Double, _ x: Double, _ y: Double, _ z: Double
  ) throws {
    let point = Geocentric(try Position(longitude: longitude, latitude: latitude))
    #expect(abs(point.x - x) < 0.001)
    #expect(abs(point.y - y) < 0.001)
    #expect(abs(point.z - z) < 0.001)
  }

  @Test(arguments: 0..<20)
  func `bound the way along the ground from both sides`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let start = try Position(
        longitude: Double.random(in: -180...180, using: &random),
        latitude: Double.random(in: -90...90, using: &random))
      let length = pow10(Double.random(in: -1...6.5, using: &random))
      let end = try Geodesic.wgs84.destination(
        from: start, azimuth: Double.random(in: 0..<360, using: &random), distance: length)
      let distance = Geodesic.wgs84.inverse(from: start, to: end).distance
      let chord = Geocentric(start).chord(to: Geocentric(end))
      #expect(chord <= distance + 1e-7)
      // So far from the bound as the earth is from its sharpest bend: the bound is no idle one.
      let bound = Geocentric.chord(within: distance)
      #expect(bound <= chord + 1e-7)
      #expect(bound > 0.85 * chord)
    }
  }

  private func pow10(_ exponent: Double) -> Double {
    var value = 1.0
    let whole = Int(exponent.rounded(.down))
    for _ in 0..<abs(whole) { value *= whole < 0 ? 0.1 : 10 }
    return value * (1 + 9 * (exponent - exponent.rounded(.down)))
  }
}

import Geodesy
import Model
import Testing

/// The bounds on the plane must never say other than the geodesic.
@Suite struct `Nearness on the ellipsoid` {
  private let geodesic = Geodesic.wgs84

  @Test func `says what the geodesic says`() throws {
    var random = SplitMix64(seed: 7)
    var near = 0
    for step in 0..<40_000 {
      let latitude = Double.random(in: -89...89, using: &random)
      let longitude = Double.random(in: -180...180, using: &random)
      let reach = [0.05, 0.5, 2.9, 4, 40][step % 5]
      let start = try Position(longitude: longitude, latitude: latitude)
      let east = longitude + Double.random(in: -reach...reach, using: &random)
      let north = latitude + Double.random(in: -reach...reach, using: &random)
      let end = try Position(
        longitude: min(180, max(-180, east)), latitude: min(90, max(-90, north)))
      let distance = geodesic.inverse(from: start, to: end).distance
      for meters in [5_000, 12_000, 30_000, 60_000, 150_000, distance * 0.999, distance * 1.001] {
        #expect(
          geodesic.isWithin(meters, from: start, to: end) == (distance <= meters),
          "\(start) \(end) \(meters)")
      }
      if distance < 60_000 { near += 1 }
    }
    #expect(near > 5_000)
  }

  @Test func `the same position is within nothing, and the antimeridian is no wall`() throws {
    let baquba = try Position(longitude: 44.64, latitude: 33.745)
    #expect(geodesic.isWithin(0, from: baquba, to: baquba))
    let west = try Position(longitude: -179.99, latitude: 10)
    let east = try Position(longitude: 179.99, latitude: 10)
    #expect(geodesic.isWithin(3_000, from: west, to: east))
    #expect(!geodesic.isWithin(2_000, from: west, to: east))
  }
}

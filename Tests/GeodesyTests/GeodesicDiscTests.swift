import Model
import Testing

@testable import Geodesy

@Suite struct GeodesicDiscTests {
  private static let centers = [
    (45.391, 34.348), (0, 0), (179.9, 10), (-179.95, -60), (12, 89.5), (100, -89.99), (30, 90),
    (-170, 66),
  ]
  private static let radii: [Double] = [0, 1, 500, 25_000, 300_000, 5_000_000, 12_000_000]

  private func position(_ random: inout SplitMix64) -> Position {
    // swift-format-ignore: NeverUseForceTry
    try! Position(
      longitude: Double.random(in: -180...180, using: &random),
      latitude: Double.random(in: -90...90, using: &random))
  }

  @Test(arguments: centers, radii)
  func `the sphere decides as the ellipsoid does`(_ place: (Double, Double), _ radius: Double)
    throws
  {
    let center = try Position(longitude: place.0, latitude: place.1)
    let disc = GeodesicDisc(center: center, radius: radius)
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      // Half anywhere, half near the edge, where the decision is hard.
      let far = position(&random)
      let near = try Geodesic.wgs84.destination(
        from: center, azimuth: Double.random(in: 0...360, using: &random),
        distance: radius * Double.random(in: 0.99...1.01, using: &random))
      for other in [far, near] {
        let distance = Geodesic.wgs84.inverse(from: center, to: other).distance
        #expect(disc.contains(other.coordinate) == (distance <= radius))
        #expect(disc.leastDistance(to: other.coordinate) <= distance + 1e-6)
        if distance <= radius {
          #expect(
            disc.boxes.contains { $0.contains(other.coordinate) }, "\(other) of \(disc.boxes)")
        }
      }
    }
  }

  @Test(arguments: centers)
  func `no position in a box is nearer than its least distance`(_ place: (Double, Double)) throws {
    let center = try Position(longitude: place.0, latitude: place.1)
    let disc = GeodesicDisc(center: center, radius: 1)
    var random = SplitMix64(seed: 11)
    var tight = 0
    for _ in 0..<400 {
      let (first, second) = (position(&random), position(&random))
      let scale = Double.random(in: 0...1, using: &random)
      let box = BoundingBox(
        minX: first.longitude, minY: first.latitude,
        maxX: min(180, first.longitude + abs(second.longitude) * scale),
        maxY: min(90, first.latitude + abs(second.latitude) * scale))
      let least = disc.leastDistance(to: box)
      var nearest = Double.infinity
      for step in 0..<60 {
        let (x, y) = (Double(step % 10) / 9, Double(step / 10) / 5)
        let inside = try Position(
          longitude: box.minX + (box.maxX - box.minX) * x,
          latitude: box.minY + (box.maxY - box.minY) * y)
        nearest = min(nearest, Geodesic.wgs84.inverse(from: center, to: inside).distance)
      }
      #expect(least <= nearest + 1e-6, "\(box) from \(center)")
      if least > 0.95 * nearest { tight += 1 }
    }
    // A bound that is always 0 would be no bound.
    #expect(tight > 40)
  }

  @Test
  func `a disc across the antimeridian has two boxes and one around a pole has every longitude`()
    throws
  {
    let east = GeodesicDisc(center: try Position(longitude: 179.9, latitude: 0), radius: 25_000)
    #expect(east.boxes.count == 2)
    #expect(east.boxes.allSatisfy { $0.minX >= -180 && $0.maxX <= 180 })
    let pole = GeodesicDisc(center: try Position(longitude: 12, latitude: 89.5), radius: 100_000)
    #expect(pole.boxes.count == 1)
    #expect(pole.boxes[0].minX == -180 && pole.boxes[0].maxX == 180 && pole.boxes[0].maxY == 90)
  }

  @Test func `the edge belongs to the disc`() throws {
    let center = try Position(longitude: 45, latitude: 34)
    let edge = try Geodesic.wgs84.destination(from: center, azimuth: 90, distance: 25_000)
    let exact = Geodesic.wgs84.inverse(from: center, to: edge).distance
    #expect(GeodesicDisc(center: center, radius: exact).contains(edge.coordinate))
    #expect(!GeodesicDisc(center: center, radius: exact.nextDown).contains(edge.coordinate))
    // What is no position lies in no disc.
    #expect(
      !GeodesicDisc(center: center, radius: 1e7).contains(
        Coordinate(edge.longitude + 360, edge.latitude)))
    #expect(!GeodesicDisc(center: center, radius: 1e7).contains(Coordinate(edge.longitude, 91)))
  }
}

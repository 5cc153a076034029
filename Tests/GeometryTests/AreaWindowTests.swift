import Glibc
import Model
import Testing

@testable import Geometry

/// What the window measures is what an overlay of GEOS measures.
@Suite struct `Area window` {
  private let engine: GeometryEngine

  init() throws { engine = try GeometryEngine() }

  /// A ring with many corners at 300 km, as outlines of units are on the plane.
  private func coast(
    _ corners: Int, _ roughness: Double, using generator: inout SplitMix64
  ) -> [Coordinate] {
    let x = Double.random(in: -8...8, using: &generator)
    let y = Double.random(in: -8...8, using: &generator)
    var ring = (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = 8 * (1 - Double.random(in: 0...roughness, using: &generator))
      return Coordinate(
        300_000 + 1000 * (x + radius * cos(angle)), -200_000 + 1000 * (y + radius * sin(angle)))
    }
    ring.append(ring[0])
    return ring
  }

  /// The part of the first that both share, measured both ways.
  private func compare(_ area: MultiPolygon, _ other: MultiPolygon) throws {
    let window = try #require(AreaWindow(area))
    let whole = try engine.planarArea(of: area)
    let common = try engine.planarArea(of: engine.intersection(area, other))
    let measured = window.commonArea(with: RunOutline(other))
    #expect(abs(measured - common) <= 1e-9 * whole)
  }

  @Test(arguments: 0..<60)
  func `rings of any form and many corners`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let first = coast([3, 17, 64, 300][seed % 4], 0.6, using: &generator)
    let second = coast([400, 5, 90, 33][seed / 4 % 4], 0.6, using: &generator)
    try compare(MultiPolygon([Polygon(rings: [first])]), MultiPolygon([Polygon(rings: [second])]))
  }

  @Test(arguments: 0..<40)
  func `discs, and rings around towns`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let disc = coast(64, 0, using: &generator)
    let middle = disc[0]
    let hole = disc.map {
      Coordinate(
        (disc[0].x + disc[32].x) / 2 + ($0.x - (disc[0].x + disc[32].x) / 2) / 3,
        (middle.y + disc[32].y) / 2 + ($0.y - (middle.y + disc[32].y) / 2) / 3)
    }
    let other = MultiPolygon([Polygon(rings: [coast(200, 0.4, using: &generator)])])
    try compare(MultiPolygon([Polygon(rings: [disc])]), other)
    try compare(MultiPolygon([Polygon(rings: [disc, hole.reversed()])]), other)
    try compare(other, MultiPolygon([Polygon(rings: [disc, hole])]))
  }

  /// Units share their borders with their neighbors, corner by corner.
  @Test(arguments: 0..<20)
  func `what only touches shares nothing`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    var border = (0...150).map {
      Coordinate(Double.random(in: 4...6, using: &generator), 10 * Double($0) / 150)
    }
    border[0] = Coordinate(5, 0)
    border[150] = Coordinate(5, 10)
    let west = border + [Coordinate(0, 10), Coordinate(0, 0), border[0]]
    let east = border + [Coordinate(10, 10), Coordinate(10, 0), border[0]]
    let units = [west, east].map { MultiPolygon([Polygon(rings: [$0])]) }
    let window = try #require(AreaWindow(units[0]))
    #expect(window.commonArea(with: RunOutline(units[1])) < 1e-9)
    let own = try engine.planarArea(of: units[0])
    #expect(abs(window.commonArea(with: RunOutline(units[0])) - own) < 1e-9)
    #expect(abs(window.commonArea(with: RunOutline(Samples.square(0, 0, side: 10))) - own) < 1e-9)
  }

  @Test func `plain answers`() throws {
    let hole = try #require(AreaWindow(Samples.square(4, 4, side: 2)))
    #expect(hole.commonArea(with: RunOutline(Samples.holed)) == 0)
    #expect(hole.commonArea(with: RunOutline(Samples.square(0, 0, side: 20))) == 4)
    #expect(hole.commonArea(with: RunOutline(Samples.square(7, 7))) == 0)
    #expect(hole.commonArea(with: RunOutline(Samples.empty)) == 0)
    let frame = try #require(AreaWindow(Samples.holed))
    #expect(frame.commonArea(with: RunOutline(Samples.square(3, 3, side: 4))) == 12)
    #expect(AreaWindow(Samples.empty) == nil)
  }

  /// A pentagram turns one way all the time, but twice around: it is not convex.
  @Test func `a ring that goes around twice is no disc`() throws {
    var star = (0..<5).map { corner in
      let angle = 4 * Double.pi * Double(corner) / 5
      return Coordinate(cos(angle), sin(angle))
    }
    star.append(star[0])
    let window = try #require(AreaWindow(MultiPolygon([Polygon(rings: [star])])))
    let tip = window.commonArea(with: RunOutline(Samples.square(0.6, -0.5)))
    #expect(tip > 0.01 && tip < 0.1)
  }
}

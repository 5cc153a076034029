import Geodesy
import Geometry
import Model
import Testing

@Suite("relations and their ground")
struct RelationTests {
  @Test(arguments: RelationCases.distances)
  func `a stated distance`(_ example: RelationCase) throws { try check(example) }

  @Test(arguments: RelationCases.bearings)
  func `a direction alone`(_ example: RelationCase) throws { try check(example) }

  @Test(arguments: RelationCases.surroundings)
  func `near, at the edge, in the middle`(_ example: RelationCase) throws { try check(example) }

  @Test(arguments: RelationCases.pairs)
  func `between two places and on the road`(_ example: RelationCase) throws { try check(example) }

  @Test(arguments: RelationCases.parts)
  func `parts and borders of units`(_ example: RelationCase) throws { try check(example) }

  private func check(_ example: RelationCase) throws {
    let mention = try #require(try Resolution.related(example.text, example.kind))
    let relation = try #require(mention.relation)
    let area = try #require(mention.area)
    let engine = try GeometryEngine()
    for spot in example.inside {
      #expect(try engine.covers(area, Coordinate(spot.x, spot.y)), "\(spot) is meant")
    }
    for spot in example.outside {
      #expect(try !engine.covers(area, Coordinate(spot.x, spot.y)), "\(spot) is not meant")
    }
    #expect(mention.precision == example.precision ?? mention.precision)
    #expect(example.radius.contains(try #require(mention.radiusKm)))
    #expect((mention.point != nil) == example.hasPoint)
    if let point = mention.point {
      #expect(try engine.covers(area, point.coordinate) || example.kind == .outskirts)
    }
    #expect(relation.bearingDegrees == example.bearing)
    if let stated = example.distance {
      #expect(abs(try #require(relation.distanceKm) - stated) < 0.1)
    } else {
      #expect(relation.distanceKm == nil)
    }
  }

  static let all =
    RelationCases.distances + RelationCases.bearings + RelationCases.surroundings
    + RelationCases.pairs + RelationCases.parts

  @Test(arguments: all)
  func `areas are valid and wound`(_ example: RelationCase) throws {
    let engine = try GeometryEngine()
    for mention in try Resolution.mentions(example.text) {
      guard let area = mention.area else { continue }
      #expect(try engine.validityFault(area) == nil)
      #expect(area == area.wound())
      let measured = Geodesic.equalAreaRadius(ofArea: try Geodesic.wgs84.area(of: area))
      #expect(abs(measured - (mention.radiusKm ?? 0)) < max(0.6, measured * 0.3))
    }
  }

  @Test(arguments: all)
  func `a point only for sites, places and their neighborhood`(_ example: RelationCase) throws {
    for mention in try Resolution.mentions(example.text) where mention.point != nil {
      #expect([.site, .place, .near].contains(mention.precision))
      #expect((mention.radiusKm ?? 0) <= 25)
    }
  }

  @Test func `two runs are equal`() throws {
    for example in Self.all {
      #expect(try Resolution.mentions(example.text) == Resolution.mentions(example.text))
    }
  }

  @Test func `a straight road says so, a drawn one does not`() throws {
    let straight = try #require(
      try Resolution.related("انفجرت عبوة على طريق المقدادية - مندلي.", .road))
    #expect(straight.flags.contains("straight_line_road"))
    let drawn = try #require(
      try Resolution.related("انفجرت عبوة على طريق بغداد - كركوك.", .road))
    #expect(!drawn.flags.contains("straight_line_road"))
  }

  @Test func `the base of a relation is told`() throws {
    let mentions = try Resolution.mentions("انفجرت عبوة بين داقوق وطوز خورماتو.")
    #expect(mentions.map { $0.relation?.base } == [[0, 1], [0, 1]])
    #expect(mentions[0].area == mentions[1].area)
  }

  @Test func `a head distributes over a list until the next head`() throws {
    let mentions = try Resolution.mentions("انتشرت القوات في أطراف كفري وكلار وشمالي جلولاء.")
    #expect(mentions.map { $0.relation?.kind } == [.outskirts, .outskirts, .bearing])
  }

  @Test func `no relation where the direction belongs to something else`() throws {
    let mentions = try Resolution.mentions("وصلت رياح شمالية إلى كركوك.")
    #expect(mentions.map { $0.relation?.kind } == [nil])
  }
}

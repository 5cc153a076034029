import Gazetteer
import Model
import Testing

@testable import TagTerritories

/// Shares are compared within a thousandth: the edges of the squares are a degree long and straight
/// on the plane, as those of the shipped outlines are, which are a hundred times shorter.
@Suite struct `Administrative units` {
  let country = TinyCountry()
  let tagger: TerritoryTagger

  init() throws {
    tagger = try TerritoryTagger(gazetteer: country.gazetteer)
  }

  private func tags(
    point: (Double, Double)? = nil, area: MultiPolygon? = nil, named: AdminUnits? = nil,
    places: [AdminUnits] = []
  ) throws -> TerritoryTags {
    try tagger.tags(
      point: try point.map { try Position(longitude: $0.0, latitude: $0.1) }, area: area,
      namedAdmin: named, places: places, dateEnd: CivilDate(year: 2020, month: 7, day: 22),
      published: nil)
  }

  @Test func `a point has the units that hold it`() throws {
    let admin = try tagger.admin(at: try Position(longitude: 44.3, latitude: 33.5))
    #expect(admin.country?.id == "land")
    #expect(admin.admin1 == AdminUnits.Unit(id: "a", name: "a", pcode: "P-a"))
    #expect(admin.admin2?.id == "a-two")
    #expect(admin.admin3?.id == "a-two-sub")
    #expect(try tags(point: (44.3, 33.5)).admin == admin)
    #expect(try tags(point: (44.3, 33.5)).adminSource == "test-1")
  }

  @Test func `on a border the lowest id wins, with its own parents`() throws {
    let admin = try tagger.admin(at: try Position(longitude: 45, latitude: 33.5))
    #expect(admin.admin3?.id == "a-two-sub")
    #expect(admin.admin2?.id == "a-two")
    #expect(admin.admin1?.id == "a")
    let corner = try tagger.admin(at: try Position(longitude: 47, latitude: 34))
    #expect(corner.admin3?.id == "b-two-sub")
  }

  @Test func `a point abroad has no units`() throws {
    let tags = try tags(point: (51.4, 35.7))
    #expect(tags.admin == AdminUnits())
    #expect(tags.adminSource == nil)
    #expect(tags.status == .outside)
  }

  @Test func `a named place has its own row's units`() throws {
    let tags = try tags(point: (44.3, 33.5), named: country.admin("a-two-sub"))
    #expect(tags.admin.admin3?.id == "a-two-sub")
    #expect(tags.flags == [])
    #expect(tags.adminShares == [])
  }

  @Test func `a polygon that disagrees is flagged when the point is far outside its own unit`()
    throws
  {
    let own = country.admin("a-one-sub")
    // 0.02 degrees are 1.9 km, less than the 3 km that the outline is accurate to.
    #expect(try tags(point: (44.02, 33.5), named: own).flags == [])
    let far = try tags(point: (44.1, 33.5), named: own)
    #expect(far.flags == ["admin_conflict"])
    #expect(far.admin.admin2?.id == "a-one")
    #expect(try tags(point: (45.5, 33.5), named: own).flags == ["admin_conflict"])
  }

  @Test func `an area has a unit where 95 of 100 parts lie inside`() throws {
    let inside = try tags(area: TinyCountry.square(44.1, 33.1, 44.9, 33.9))
    #expect(inside.admin.admin3?.id == "a-two-sub")
    #expect(inside.adminShares.map(\.id) == ["a", "a-two", "a-two-sub"])
    #expect(inside.adminShares.allSatisfy { $0.share == 1 })
    let nearly = try tags(area: TinyCountry.square(44.045, 33.1, 45.045, 33.9))
    #expect(nearly.admin.admin1?.id == "a")
    #expect(nearly.adminShares.map(\.id) == ["a", "b", "a-two", "b-one", "a-two-sub", "b-one-sub"])
    #expect(abs(nearly.adminShares[0].share - 0.955) < 0.001)
    let less = try tags(area: TinyCountry.square(44.055, 33.1, 45.055, 33.9))
    #expect(less.admin.admin1 == nil)
    #expect(less.admin.country?.id == "land")
  }

  @Test func `shares below 5 of 1000 are not listed`() throws {
    let tags = try tags(area: TinyCountry.square(44.004, 33.1, 45.004, 33.9))
    #expect(tags.adminShares.map(\.id) == ["a", "a-two", "a-two-sub"])
  }

  @Test func `an area across districts of one governorate keeps the governorate`() throws {
    let tags = try tags(area: TinyCountry.square(43.5, 33.1, 44.5, 33.9))
    #expect(tags.admin.admin1?.id == "a")
    #expect(tags.admin.admin2 == nil)
    #expect(tags.adminShares.first?.id == "a")
    #expect(Set(tags.adminShares.dropFirst().prefix(2).map(\.id)) == ["a-one", "a-two"])
    #expect(Set(tags.adminShares.suffix(2).map(\.id)) == ["a-one-sub", "a-two-sub"])
    #expect(abs(tags.adminShares[1].share - 0.5) < 0.001)
  }

  @Test func `a named unit has shares only below its own levels`() throws {
    let tags = try tags(area: TinyCountry.square(43, 33, 45, 34), named: country.admin("a"))
    #expect(tags.admin.admin1?.id == "a")
    #expect(tags.admin.admin2 == nil)
    #expect(Set(tags.adminShares.prefix(2).map(\.id)) == ["a-one", "a-two"])
    #expect(Set(tags.adminShares.suffix(2).map(\.id)) == ["a-one-sub", "a-two-sub"])
  }

  @Test func `several places have the levels that they share`() throws {
    let here = try tags(
      area: TinyCountry.square(43.5, 33.1, 44.5, 33.9),
      places: [country.admin("a-one-sub"), country.admin("a-two-sub")])
    #expect(here.admin.admin1?.id == "a")
    #expect(here.admin.admin2 == nil)
    #expect(here.admin.admin3 == nil)
    #expect(here.adminShares.count == 5)
    let apart = try tags(places: [country.admin("a-one-sub"), country.admin("b-one-sub")])
    #expect(apart.admin.country?.id == "land")
    #expect(apart.admin.admin1 == nil)
    #expect(apart.status == .unknown)
    let one = try tags(places: [country.admin("a-one-sub")])
    #expect(one.admin.admin3?.id == "a-one-sub")
  }

  @Test func `a named place without a district takes the one that holds nearly all of its ground`()
    throws
  {
    let ground = TinyCountry.square(44.1, 33.1, 44.9, 33.9)
    let own = try tags(area: ground, named: country.admin("a"))
    #expect(own.admin.admin2?.id == "a-two")
    #expect(own.admin.admin3 == nil)
    #expect(try tags(area: ground, named: country.admin("b")).admin.admin2 == nil)
    let across = TinyCountry.square(43.9, 33.1, 44.9, 33.9)
    #expect(try tags(area: across, named: country.admin("a")).admin.admin2 == nil)
    #expect(try tags(area: ground, named: country.admin("a-one")).admin.admin2?.id == "a-one")
  }

  @Test func `an area without ground leaves the word to the point`() throws {
    let line = MultiPolygon([
      Polygon(rings: [
        [Coordinate(44, 33.5), Coordinate(45, 33.5), Coordinate(44, 33.5), Coordinate(44, 33.5)]
      ])
    ])
    #expect(try tags(point: (44.3, 33.5), area: line).admin.admin2?.id == "a-two")
    #expect(try tags(point: (44.3, 33.5), area: MultiPolygon([])).admin.admin2?.id == "a-two")
  }
}

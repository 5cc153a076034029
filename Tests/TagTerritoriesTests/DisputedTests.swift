import Gazetteer
import Model
import Testing

@testable import TagTerritories

@Suite struct `Disputed territory` {
  static let day = CivilDate(year: 2020, month: 7, day: 22)

  let country = TinyCountry()
  let tagger: TerritoryTagger

  init() throws {
    tagger = try TerritoryTagger(gazetteer: country.gazetteer)
  }

  private func tags(
    point: (Double, Double)? = nil, area: MultiPolygon? = nil, dateEnd: CivilDate? = day,
    published: CivilDate? = nil, by tagger: TerritoryTagger? = nil
  ) throws -> TerritoryTags {
    try (tagger ?? self.tagger).tags(
      point: try point.map { try Position(longitude: $0.0, latitude: $0.1) }, area: area,
      namedAdmin: nil, places: [], dateEnd: dateEnd, published: published)
  }

  @Test func `a point covered in every variant is inside`() throws {
    let tags = try tags(point: (45.5, 33.5))
    #expect(tags.status == .inside)
    #expect(tags.territoryShare == 1)
    #expect(tags.territories.map(\.id) == ["t-east"])
    #expect(tags.territories.first?.name == "Name t-east")
    #expect(tags.widerShare == 0)
    #expect(tags.nearBoundary == false)
    #expect(tags.boundaryVersion == "2009-04-22/x+y")
    #expect(tags.flags == [])
  }

  @Test func `a point on the edge is covered`() throws {
    #expect(try tags(point: (46, 33.5)).status == .inside)
    #expect(try tags(point: (45, 33.5)).territories.map(\.id) == ["t-east", "t-west"])
  }

  @Test func `variants that disagree make it possible`() throws {
    let point = try tags(point: (44.55, 33.5))
    #expect(point.status == .possible)
    #expect(point.territoryShare == 0.5)
    #expect(point.territories.map(\.share) == [0.5])
    let area = try tags(area: TinyCountry.square(44.52, 33.4, 44.58, 33.6))
    #expect(area.status == .possible)
    #expect(area.territoryShare == 0.5)
  }

  @Test func `no variant holds it: outside`() throws {
    let tags = try tags(point: (43.5, 33.5))
    #expect(tags.status == .outside)
    #expect(tags.territoryShare == 0)
    #expect(tags.territories == [])
    #expect(try self.tags(area: TinyCountry.square(10, 50, 11, 51)).status == .outside)
  }

  @Test func `an area across the edge is possible and its shares are those of the ground`() throws {
    let tags = try tags(area: TinyCountry.square(45.8, 33.2, 46.2, 33.8))
    #expect(tags.status == .possible)
    #expect(abs((tags.territoryShare ?? 0) - 0.5) < 0.001)
    #expect(abs((tags.widerShare ?? 0) - 0.5) < 0.001)
    #expect(tags.nearBoundary == true)
  }

  static let thresholds: [(east: Double, status: TerritoryTags.Status)] = [
    (46.04, .inside), (46.06, .possible), (46.94, .possible), (46.96, .outside),
  ]

  @Test(arguments: thresholds)
  func `from 95 of 100 inside, below 5 outside`(east: Double, status: TerritoryTags.Status) throws {
    let area = TinyCountry.square(east - 1, 33.2, east, 33.8)
    #expect(try tags(area: area).status == status)
  }

  @Test func `the union counts, not its parts`() throws {
    let tags = try tags(area: TinyCountry.square(44.8, 33.2, 45.2, 33.8))
    #expect(tags.status == .inside)
    #expect(tags.territories.map(\.id) == ["t-east", "t-west"])
    #expect(tags.territories.allSatisfy { abs($0.share - 0.5) < 0.001 })
    // The border between the two lies inside the union: no edge is near.
    #expect(tags.nearBoundary == false)
  }

  @Test func `a territory that is only touched is not listed`() throws {
    let tags = try tags(area: TinyCountry.square(46, 33.2, 46.2, 33.8))
    #expect(tags.territories == [])
    #expect(tags.status == .outside)
    #expect(tags.widerShare == 1)
  }

  /// A degree of longitude at 33.5° N is 92.9 km.
  static let edges: [(longitude: Double, isNear: Bool)] = [
    // The east edge has the 10 km of t-east.
    (46.1, true), (46.115, false), (45.9, true), (45.88, false),
    // The west edge has the 5 km of t-west, in either variant.
    (44.45, true), (44.44, false), (44.55, true), (44.64, true), (44.66, false),
  ]

  @Test(arguments: edges)
  func `near is nearer to the outer edge than its stated accuracy`(
    longitude: Double, isNear: Bool
  ) throws {
    #expect(try tags(point: (longitude, 33.5)).nearBoundary == isNear)
  }

  @Test func `without geometry nothing is known`() throws {
    let tags = try tags()
    #expect(tags.status == .unknown)
    #expect(tags.territoryShare == nil)
    #expect(tags.nearBoundary == nil)
    #expect(tags.boundaryVersion == nil)
    #expect(tags.flags == [])
  }

  @Test func `before the layer's first day nothing is known`() throws {
    let tags = try tags(point: (45.5, 33.5), dateEnd: CivilDate(year: 2009, month: 4, day: 21))
    #expect(tags.status == .unknown)
    #expect(tags.flags == ["outside_validity"])
    #expect(tags.territories == [])
    #expect(tags.territoryShare == nil)
    #expect(tags.admin.admin2?.id == "b-one")
    let first = try self.tags(
      point: (45.5, 33.5), dateEnd: CivilDate(year: 2009, month: 4, day: 22))
    #expect(first.status == .inside)
  }

  @Test func `publication stands in for the day, and the latest for both`() throws {
    let early = CivilDate(year: 2003, month: 1, day: 1)
    #expect(
      try tags(point: (45.5, 33.5), dateEnd: nil, published: early).flags == ["outside_validity"])
    // The day of the event decides when it is known.
    #expect(try tags(point: (45.5, 33.5), published: early).status == .inside)
    let neither = try tags(point: (45.5, 33.5), dateEnd: nil)
    #expect(neither.status == .inside)
    #expect(neither.flags == ["boundary_date_assumed"])
  }

  @Test func `each day has its version`() throws {
    let history = TinyCountry(claims: [
      ("t", "core", "x", 43, 44, "2009-04-22", "2015-01-01", 1),
      ("t", "core", "x", 44, 45, "2015-01-01", nil, 1),
      ("u", "core", "x", 45, 46, "2009-04-22", nil, 1),
    ])
    let tagger = try TerritoryTagger(gazetteer: history.gazetteer)
    func tags(_ longitude: Double, _ year: Int?) throws -> TerritoryTags {
      try self.tags(
        point: (longitude, 33.5), dateEnd: year.flatMap { CivilDate(year: $0, month: 1, day: 1) },
        by: tagger)
    }
    #expect(try tags(43.5, 2014).status == .inside)
    #expect(try tags(43.5, 2014).boundaryVersion == "2009-04-22/x")
    #expect(try tags(43.5, 2015).status == .outside)
    #expect(try tags(44.5, 2015).boundaryVersion == "2015-01-01/x")
    #expect(try tags(44.5, nil).status == .inside)
    #expect(try tags(45.5, 2014).status == .inside)
    #expect(try tags(44.5, 2008).status == .unknown)
  }

  @Test func `a gazetteer without territories knows nothing and flags nothing`() throws {
    let tagger = try TerritoryTagger(gazetteer: TinyCountry(claims: []).gazetteer)
    let tags = try tags(point: (45.5, 33.5), by: tagger)
    #expect(tags.status == .unknown)
    #expect(tags.flags == [])
  }

  @Test func `asking twice gives the same`() throws {
    let area = TinyCountry.square(45.8, 33.2, 46.2, 33.8)
    #expect(try tags(area: area) == tags(area: area))
  }
}

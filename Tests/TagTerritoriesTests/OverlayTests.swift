import Gazetteer
import Model
import Testing

@testable import TagTerritories

/// What a user draws takes part in the tags.
@Suite struct `Outlines of an overlay` {
  static let day = CivilDate(year: 2020, month: 7, day: 22)

  private func tags(
    _ country: TinyCountry, _ longitude: Double? = nil, area: MultiPolygon? = nil
  ) throws -> TerritoryTags {
    try TerritoryTagger(gazetteer: country.gazetteer).tags(
      point: try longitude.map { try Position(longitude: $0, latitude: 33.5) }, area: area,
      namedAdmin: nil, places: [], dateEnd: Self.day, published: nil)
  }

  /// a-one, which ends at 44, reaches to 44.2 in one overlay and only to 43.8 in the other.
  private let grown = TinyCountry(redrawn: [("a-one", "adm2", 43, 44.2)])
  private let shrunk = TinyCountry(redrawn: [("a-one", "adm2", 43, 43.8)])

  @Test func `a district that has grown takes the ground of its neighbor`() throws {
    let tags = try tags(grown, 44.1)
    #expect(tags.admin.admin2?.id == "a-one")
    // The neighbor's sub-district is no longer there, and nobody drew another.
    #expect(tags.admin.admin3 == nil)
    #expect(tags.admin.admin1?.id == "a")
    #expect(tags.adminSource == "mine+test-1")
    // Elsewhere all is as before.
    #expect(try self.tags(grown, 43.5).admin.admin3?.id == "a-one-sub")
    #expect(try self.tags(grown, 44.5).admin.admin3?.id == "a-two-sub")
  }

  @Test func `a district that has shrunk takes its sub-district along`() throws {
    let tags = try tags(shrunk, 43.9)
    #expect(tags.admin.admin2 == nil)
    #expect(tags.admin.admin3 == nil)
    #expect(tags.admin.admin1?.id == "a")
    #expect(try self.tags(shrunk, 43.7).admin.admin3?.id == "a-one-sub")
  }

  @Test func `ground that two outlines claim is counted once in the shares of an area`() throws {
    let tags = try tags(grown, area: TinyCountry.square(44, 33.2, 44.4, 33.8))
    let districts = tags.adminShares.filter { $0.id == "a-one" || $0.id == "a-two" }
    #expect(districts.count == 2)
    for district in districts { #expect(abs(district.share - 0.5) < 0.001) }
  }

  @Test func `an outline of all units of a level replaces the coverage`() throws {
    let country = TinyCountry(redrawn: [
      ("a-one", "adm2", 43, 44.3), ("a-two", "adm2", 44.3, 45), ("b-one", "adm2", 45, 46),
      ("b-two", "adm2", 46, 47),
    ])
    #expect(try tags(country, 44.2).admin.admin2?.id == "a-one")
    #expect(try tags(country, 44.4).admin.admin2?.id == "a-two")
    #expect(try tags(country, 46.5).admin.admin3?.id == "b-two-sub")
  }

  @Test func `a territory of the same id and variant is replaced`() throws {
    let country = TinyCountry(claimed: [
      ("t-west", "core", "x", 44.2, 45, "2009-04-22", nil, 5),
      ("t-west", "core", "y", 44.2, 45, "2009-04-22", nil, 5),
    ])
    #expect(try tags(country, 44.3).status == .inside)
    #expect(try tags(TinyCountry(), 44.3).status == .outside)
    #expect(try tags(country, 44.3).boundaryVersion == "2009-04-22/x+y")
  }

  @Test func `one variant more of one territory takes part in it and says nothing of the others`()
    throws
  {
    let country = TinyCountry(claimed: [
      ("t-west", "core", "mine", 44.2, 45, "2009-04-22", nil, 5)
    ])
    let own = try tags(country, 44.3)
    #expect(own.status == .possible)
    #expect(abs((own.territoryShare ?? 0) - 1.0 / 3) < 1e-9)
    #expect(own.boundaryVersion == "2009-04-22/mine+x+y")
    #expect(try tags(country, 44.8).status == .inside)
    // The variant does not draw t-east: it does not deny it either.
    let other = try tags(country, 45.5)
    #expect(other.status == .inside)
    #expect(other.territoryShare == 1)
    #expect(try tags(country, 43.2).status == .outside)
  }

  @Test func `a territory of a new id joins the core`() throws {
    let country = TinyCountry(claimed: [
      ("t-new", "core", "mine", 43, 43.5, "2009-04-22", nil, 1)
    ])
    let tags = try tags(country, 43.2)
    #expect(tags.status == .inside)
    #expect(tags.territoryShare == 1)
    #expect(tags.territories.map(\.id) == ["t-new"])
    #expect(try self.tags(country, 45.5).status == .inside)
    // Where the shipped variants disagree they still do.
    #expect(try self.tags(country, 44.55).status == .possible)
    #expect(try self.tags(country, 44.55).territoryShare == 0.5)
  }

  @Test func `a wider claim more leaves the others as they are`() throws {
    let country = TinyCountry(claimed: [
      ("t-wide-too", "wider", "mine", 43, 43.5, "2009-04-22", nil, 1)
    ])
    #expect(try tags(country, 46.2).widerShare == 1)
    #expect(try tags(country, 43.2).widerShare == 1)
    #expect(try tags(country, 45.5).widerShare == 0)
  }

  @Test func `its stated accuracy is what near means`() throws {
    let country = TinyCountry(claimed: [
      ("t-east", "core", "x", 45, 46, "2009-04-22", nil, 0.1),
      ("t-east", "core", "y", 45, 46, "2009-04-22", nil, 0.1),
    ])
    // 46.05 is 4.6 km off the edge: near by the shipped 10 km, not by the 100 m of the overlay.
    #expect(try tags(TinyCountry(), 46.05).nearBoundary == true)
    #expect(try tags(country, 46.05).nearBoundary == false)
    #expect(try tags(country, 46.0005).nearBoundary == true)
  }
}

import Gazetteer
import Geodesy
import Model
import Testing

@testable import TagTerritories

/// The shipped gazetteer, not its lexicons: only what tagging reads.
@Suite struct `Iraq's own boundaries` {
  static let gazetteer: Gazetteer = {
    var parts = #filePath.split(separator: "/").map(String.init)
    while let last = parts.last, last != "Tests" { parts.removeLast() }
    let directory = "/" + parts.dropLast().joined(separator: "/") + "/gazetteer"
    do {
      return try GazetteerLoader.loadWithFindings(directory: directory)
    } catch {
      fatalError("\(error)")
    }
  }()

  static let day = CivilDate(year: 2020, month: 7, day: 22)

  private func tags(
    _ longitude: Double, _ latitude: Double, radiusKm: Double? = nil, dateEnd: CivilDate? = day
  ) throws -> TerritoryTags {
    let position = try Position(longitude: longitude, latitude: latitude)
    let tagger = try TerritoryTagger(gazetteer: Self.gazetteer)
    let area = try radiusKm.map {
      try Geodesic.wgs84.circle(center: position, radius: $0 * 1000)
    }
    return try tagger.tags(
      point: position, area: area, namedAdmin: nil, places: [], dateEnd: dateEnd, published: nil)
  }

  static let places: [(name: String, lon: Double, lat: Double, status: TerritoryTags.Status)] = [
    ("Khanaqin", 45.391, 34.348, .inside), ("Baghdad", 44.366, 33.315, .outside),
    ("Kirkuk", 44.392, 35.468, .inside), ("Sinjar", 41.876, 36.321, .inside),
    ("Basra", 47.783, 30.508, .outside), ("Tehran", 51.389, 35.689, .outside),
    ("Tuz Khurmatu", 44.633, 34.888, .inside), ("Erbil", 44.009, 36.191, .outside),
  ]

  @Test(arguments: places)
  func `well-known towns`(name: String, lon: Double, lat: Double, status: TerritoryTags.Status)
    throws
  {
    #expect(try tags(lon, lat).status == status, "\(name)")
    #expect(try tags(lon, lat, radiusKm: 3).status == status, "\(name), 3 km around")
  }

  @Test func `Khanaqin has its units and its territory`() throws {
    let tags = try tags(45.391, 34.348)
    #expect(tags.admin.country?.id == "iq")
    #expect(tags.admin.admin1?.id == "iq-adm1-diyala")
    #expect(tags.admin.admin1?.pcode == "IQG10")
    #expect(tags.admin.admin2?.id == "iq-adm2-khanaqin")
    #expect(tags.adminSource == "cod-2019")
    #expect(tags.territories.map(\.id) == ["dib-khanaqin"])
    #expect(tags.boundaryVersion == "2009-04-22/cod-2019+wof-2024")
  }

  @Test func `a district that two governorates count as theirs names the other one`() throws {
    let akre = try tags(43.893, 36.741)
    #expect(akre.admin.admin1?.id == "iq-adm1-nineveh")
    #expect(akre.adminAlternates.map(\.id) == ["iq-adm1-duhok"])
    #expect(akre.adminAlternates.first?.source.isEmpty == false)
    #expect(try tags(45.391, 34.348).adminAlternates.isEmpty)
    // Halabja is a governorate since 2025.
    let before = try tags(45.986, 35.178, dateEnd: CivilDate(year: 2018, month: 3, day: 16))
    let after = try tags(45.986, 35.178, dateEnd: CivilDate(year: 2025, month: 6, day: 1))
    #expect(before.adminAlternates.isEmpty)
    #expect(after.adminAlternates.map(\.id) == ["iq-adm1-halabja"])
  }

  @Test func `a disc of 40 km around Khanaqin is possible`() throws {
    let tags = try tags(45.391, 34.348, radiusKm: 40)
    #expect(tags.status == .possible)
    #expect(tags.nearBoundary == true)
    let share = try #require(tags.territoryShare)
    #expect(share > 0.05 && share < 0.95)
    #expect(tags.adminShares.map(\.share).allSatisfy { $0 >= 0.005 && $0 <= 1 })
  }

  @Test func `before 2009 there is no layer`() throws {
    let tags = try tags(45.391, 34.348, dateEnd: CivilDate(year: 2008, month: 9, day: 1))
    #expect(tags.status == .unknown)
    #expect(tags.flags == ["outside_validity"])
    #expect(tags.admin.admin1?.id == "iq-adm1-diyala")
  }

  @Test func `every district's own outline has itself`() throws {
    let tagger = try TerritoryTagger(gazetteer: Self.gazetteer)
    let units = Self.gazetteer.shapes.boundaries().units.filter { $0.level == .adm2 }
    #expect(units.count > 100)
    for unit in units.prefix(20) {
      let tags = try tagger.tags(
        point: nil, area: unit.polygons, namedAdmin: nil, places: [], dateEnd: Self.day,
        published: nil)
      #expect(tags.admin.admin2?.id == unit.id)
      let own = tags.adminShares.first { $0.id == unit.id }
      #expect(abs((own?.share ?? 0) - 1) < 1e-6)
    }
  }
}

import Files
import Gazetteer
import Geodesy
import Geometry
import Model
import Testing

/// The disputed territories against the published list and its polygons.
@Suite(.enabled(if: Reference.isHere, Reference.reason)) struct `Disputed list` {
  let shapes = Reference.gazetteer.shapes.boundaries()

  private func drawn(_ variant: String) -> [BoundaryFeature] {
    shapes.territories.filter { $0.variant == variant }
  }

  @Test func `names the units of the list and no other`() throws {
    let list = try Reference.features("territories/dib/dib_units_cod.geojson")
    #expect(list.count == 17)
    for variant in ["cod-2019", "wof-2024"] {
      let territories = drawn(variant)
      #expect(territories.count == list.count)
      #expect(territories.filter { $0.kind == .core }.count == 15)
      #expect(territories.allSatisfy { $0.validFrom == CivilDate(year: 2009, month: 4, day: 22) })
    }
    let engine = try GeometryEngine()
    for unit in list {
      let wanted: BoundaryFeature.Kind =
        unit.properties["in_unami_2009_list"] == .bool(true) ? .core : .wider
      #expect(unit.text("variant") == wanted.rawValue)
      var best = (share: 0.0, territory: drawn("cod-2019")[0])
      for territory in drawn("cod-2019") {
        let share = try engine.agreement(unit.polygons, territory.polygons)
        if share > best.share { best = (share, territory) }
      }
      #expect(best.territory.kind == wanted, "\(unit.text("dib_name_en"))")
      // Ours of Baladruz is without Mandali, which is core, and says so in its name.
      if unit.text("pcode") == "IQG10Q03" {
        #expect(best.share > 0.75)
        continue
      }
      #expect(best.territory.nameArabic == unit.text("name_ar"), "\(unit.text("dib_name_en"))")
      #expect(best.share > 0.95, "\(best)")
    }
  }

  @Test func `has the second variant as Who's On First draws it`() throws {
    let engine = try GeometryEngine()
    for unit in try Reference.features("territories/dib/dib_units_wof_esoc.geojson") {
      var best = (share: 0.0, id: "")
      for territory in drawn("wof-2024") {
        let share = try engine.agreement(unit.polygons, territory.polygons)
        if share > best.share { best = (share, territory.id) }
      }
      #expect(
        best.share > (best.id == "dib-baladruz" ? 0.75 : 0.95),
        "\(unit.text("dib_name_en")) \(best)")
    }
  }

  @Test func `covers the area that the list is known to cover`() throws {
    let dissolved = try Reference.features("territories/dib/dib_dissolved_cod.geojson")
    let core = try #require(dissolved.first { $0.text("variant") == "core" })
    let engine = try GeometryEngine()
    let union = try engine.union(drawn("cod-2019").filter { $0.kind == .core }.map(\.polygons))
    let share = try engine.agreement(union, core.polygons)
    #expect(share > 0.98)
    let square = try Geodesic.wgs84.area(of: union) / 1e6
    print("core: \(Int(square)) km2")
    #expect(abs(square - 36_980) < 150)
  }

  static let towns: [(name: String, longitude: Double, latitude: Double, isInside: Bool)] = [
    ("Jalawla", 45.169, 34.274, true), ("Saadiya", 45.117, 34.187, true),
    ("Qara Tapa", 44.935, 34.433, true), ("Amirli", 44.588, 34.727, true),
    ("Baquba", 44.644, 33.747, false), ("Mosul", 43.127, 36.341, false),
    ("Hatra", 42.734, 35.573, false), ("Erbil", 44.009, 36.191, false),
  ]

  @Test(arguments: towns)
  func `has the towns that the reference puts in it, in either variant`(
    name: String, longitude: Double, latitude: Double, isInside: Bool
  ) throws {
    for variant in ["cod-2019", "wof-2024"] {
      let index = try PolygonIndex(drawn(variant).filter { $0.kind == .core }.map(\.polygons))
      let hits = try index.covering(Coordinate(longitude, latitude))
      #expect(hits.isEmpty != isInside, "\(name), \(variant)")
    }
  }
}

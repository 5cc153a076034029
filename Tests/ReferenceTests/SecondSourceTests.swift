import Gazetteer
import Geometry
import Model
import Testing

/// The outlines against the second opinion, the districts of Who's On First.
@Suite(.enabled(if: Reference.isHere, Reference.reason)) struct `Districts of the second source` {
  let shapes = Reference.gazetteer.shapes.boundaries()

  /// Nobody knows which source is right: what is checked is that ours is as far from the second as the
  /// first is, and that the stated accuracy grows where they disagree.
  @Test func `agree with our drawing as far as with the first source`() throws {
    let engine = try GeometryEngine()
    let counties = try Reference.features("boundaries/wof/wof_iq_adm_polygons.geojson")
      .filter { $0.text("placetype") == "county" }
    #expect(counties.count == 109)
    let index = try PolygonIndex(counties.map(\.polygons))
    var rows: [(id: String, ours: Double, theirs: Double, accuracy: Double)] = []
    for unit in try Reference.units(2) {
      let entity = try #require(Reference.byPcode[unit.text("ADM2_PCODE")])
      let id = Reference.gazetteer.entities[entity].id
      let number = try #require(shapes.unitByID[id])
      let outline = shapes.units[number].polygons
      var best = (share: 0.0, county: 0)
      for county in try index.intersecting(unit.polygons) {
        let share = try engine.agreement(unit.polygons, counties[county].polygons)
        if share > best.share { best = (share, county) }
      }
      let ours = try engine.agreement(outline, counties[best.county].polygons)
      rows.append((id, ours, best.share, shapes.units[number].accuracyKm))
    }
    for row in rows where abs(row.ours - row.theirs) > 0.03 {
      Issue.record("\(row.id): ours \(row.ours), the first source \(row.theirs)")
    }
    let shares = rows.map(\.ours).sorted()
    print(
      "agreement with the second source: least \(shares[0]), median \(shares[shares.count / 2])")
    for row in rows.sorted(by: { $0.ours < $1.ours }) {
      print("  \(row.id) \(percent(row.ours)) accuracy \(row.accuracy) km")
    }
    #expect(shares[shares.count / 2] > 0.7)
    let apart = rows.filter { $0.theirs < 0.6 }.map(\.accuracy)
    let alike = rows.filter { $0.theirs > 0.9 }.map(\.accuracy)
    #expect(!apart.isEmpty && !alike.isEmpty)
    let far = apart.reduce(0, +) / Double(apart.count)
    let near = alike.reduce(0, +) / Double(alike.count)
    #expect(far > 2 * near, "\(far) and \(near) km")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

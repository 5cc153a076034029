import Gazetteer
import Geometry
import Model
import Testing

/// The units of the gazetteer against OCHA's common operational dataset of 2019.
@Suite(.enabled(if: Reference.isHere, Reference.reason)) struct `Units` {
  let gazetteer = Reference.gazetteer
  let shapes = Reference.gazetteer.shapes.boundaries()

  @Test(arguments: [(1, 18), (2, 101), (3, 294)])
  func `have the p-codes and parents of the source`(level: Int, count: Int) throws {
    let reference = try Reference.units(level)
    #expect(reference.count == count)
    for unit in reference {
      let pcode = unit.text("ADM\(level)_PCODE")
      guard let index = Reference.byPcode[pcode] else {
        Issue.record("units.tsv has no \(pcode), \(unit.text("ADM\(level)_EN"))")
        continue
      }
      let own = gazetteer.entities[index]
      #expect(own.level == Entity.Level("adm\(level)"), "\(pcode)")
      let parent = own.parent >= 0 ? gazetteer.entities[own.parent] : nil
      let wanted = level == 1 ? nil : unit.text("ADM\(level - 1)_PCODE")
      #expect(parent?.pcode == wanted, "\(pcode)")
      if level == 1 { #expect(parent?.id == "iq", "\(pcode)") }
    }
    // And no p-code that the source does not have.
    let known = Set(reference.map { $0.text("ADM\(level)_PCODE") })
    let added = gazetteer.entities.filter { $0.level == Entity.Level("adm\(level)") }
      .compactMap(\.pcode).filter { !known.contains($0) }
    #expect(added == [])
  }

  /// How much of the ground of each unit our drawing and the source share.
  ///
  /// A grid of 1 km costs the small districts of Baghdad most.
  @Test(arguments: [(1, 0.98, 0.99), (2, 0.88, 0.97), (3, 0.83, 0.95)])
  func `are drawn as the source has them`(level: Int, least: Double, mean: Double) throws {
    let engine = try GeometryEngine()
    var worst = (share: 1.0, name: "")
    var sum = 0.0
    let reference = try Reference.units(level)
    for unit in reference {
      let index = try #require(Reference.byPcode[unit.text("ADM\(level)_PCODE")])
      let id = gazetteer.entities[index].id
      let outline = try #require(shapes.outline(ofUnit: id), "\(id)")
      let share = try engine.agreement(outline, unit.polygons)
      sum += share
      if share < worst.share { worst = (share, id) }
    }
    print("level \(level): mean \(sum / Double(reference.count)), least \(worst)")
    #expect(worst.share >= least, "\(worst)")
    #expect(sum / Double(reference.count) >= mean)
  }

  /// A seat stands in its unit, in the source's own outline: nearly always exactly, and never farther
  /// off than the outline is said to be accurate.
  @Test func `have their seats inside`() throws {
    let engine = try GeometryEngine()
    var asked = 0
    var outside: [String] = []
    var tooFar: [String] = []
    for level in 1...3 {
      for unit in try Reference.units(level) {
        let index = try #require(Reference.byPcode[unit.text("ADM\(level)_PCODE")])
        let own = gazetteer.entities[index]
        guard own.seat >= 0, let position = own.position else { continue }
        asked += 1
        let degrees =
          try engine.planarDistance(from: position.coordinate, to: unit.polygons) ?? 0
        let km = degrees * 111.2
        let slack = Double(gazetteer.entities[own.seat].accuracyMeters) / 1000
        if km > slack { outside.append("\(own.id): \(km) km") }
        let accuracy = shapes.unitByID[own.id].map { shapes.units[$0].accuracyKm } ?? 0
        if km > slack + accuracy { tooFar.append(own.id) }
      }
    }
    print("seats: \(asked) asked, outside \(outside)")
    #expect(asked > 400)
    #expect(outside.count * 25 < asked, "\(outside)")
    #expect(tooFar == [])
  }

  /// A place names the unit that holds it; near an edge our drawing and the source may differ.
  @Test func `hold the places that name them`() throws {
    var polygons: [MultiPolygon] = []
    var pcodes: [String] = []
    for level in 1...3 {
      for unit in try Reference.units(level) {
        polygons.append(unit.polygons)
        pcodes.append(unit.text("ADM\(level)_PCODE"))
      }
    }
    let index = try PolygonIndex(polygons)
    var asked = 0
    var inside = 0
    for place in gazetteer.entities
    where !place.isUnit && gazetteer.path(of: place).hasSuffix("/places.tsv") {
      guard let position = place.position, place.parent >= 0,
        let pcode = gazetteer.entities[place.parent].pcode
      else { continue }
      asked += 1
      let holders = Set(try index.covering(position.coordinate).map { pcodes[$0] })
      if holders.contains(pcode) { inside += 1 }
    }
    let share = Double(inside) / Double(asked)
    print("places: \(inside) of \(asked) inside")
    #expect(asked > 3000)
    #expect(share > 0.98, "\(share)")
  }
}

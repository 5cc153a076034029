import Files
import Geometry
import Glibc
import Model

extension GazetteerChecker {
  /// Numbers, units and references of places and landmarks, and decimals of their coordinates.
  mutating func checkPlaces() {
    for table in PlaceTables.places {
      rows(table) { run, row in
        run.checkDecimals(&row, "lon")
        run.checkDecimals(&row, "lat")
        guard let index = run.entity(of: row, row.column("pid")) else { return }
        let place = run.gazetteer.entities[index]
        run.checkPeriod(&row)
        run.checkReferences(&row, "replaced_by")
        if place.type.isEmpty {
          row.report(.emptyCell, "the place has no type", cell: row.column("type"))
        }
        run.checkUnit(of: place, &row)
        run.checkEnglishName(of: place, &row)
      }
    }
  }

  private func checkUnit(of place: Entity, _ row: inout TSVReader) {
    let cell = row.column("unit")
    let unit = row.string(cell)
    if unit.isEmpty {
      if place.id.hasPrefix("iq-") {
        row.report(.noUnit, "the place names no unit; write the finest one known", cell: cell)
      }
      return
    }
    guard let index = gazetteer.entityByID[unit] else {
      row.report(.unknownParent, "the unit \(unit) is not in units.tsv", cell: cell)
      return
    }
    let parent = gazetteer.entities[index]
    if !parent.isUnit, parent.type != "country", parent.type != "region" {
      row.report(
        .wrongParent, "\(unit) is a \(parent.type); a place lies in a unit, a country or a region",
        cell: cell)
    }
  }

  private func checkDecimals(_ row: inout TSVReader, _ column: String) {
    let cell = row.column(column)
    let text = row.string(cell)
    guard let point = text.firstIndex(of: ".") else { return }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    if decimals > 3 {
      row.report(
        .falsePrecision, "\(text) has \(decimals) decimals; 3 (about 100 m) are all that is known",
        cell: cell)
    }
  }

  /// Places lie in their unit's outline, and those of Iraq in Iraq, as far as both are accurate.
  mutating func checkPositions(_ shapes: CheckedShapes, _ engine: GeometryEngine) throws {
    let index = try PolygonIndex(shapes.outlines.map(\.polygons))
    for table in PlaceTables.places {
      var problem: (any Error)?
      rows(table) { run, row in
        guard let number = run.entity(of: row, row.column("pid")),
          let position = run.gazetteer.entities[number].position
        else { return }
        do {
          let covering = Set(
            try index.covering(position.coordinate).map { shapes.outlines[$0].id })
          try run.checkPosition(of: number, covering, shapes, engine, &row)
        } catch { problem = error }
      }
      if let problem { throw problem }
    }
  }

  private func checkPosition(
    of number: Int, _ covering: Set<String>, _ shapes: CheckedShapes, _ engine: GeometryEngine,
    _ row: inout TSVReader
  ) throws {
    let place = gazetteer.entities[number]
    guard let position = place.position else { return }
    let own = Double(place.accuracyMeters) / 1000

    /// How far outside an outline the place lies at least, 0 when the accuracies explain it.
    func excess(_ outline: BoundaryFeature) throws -> Double {
      let degrees =
        try engine.planarDistance(from: position.coordinate, to: outline.polygons) ?? 0
      // A degree is nowhere shorter than one of longitude: no projection for a lower bound.
      let least = degrees * 111.2 * cos(position.latitude * .pi / 180)
      return least > outline.accuracyKm + own ? least : 0
    }

    if place.id.hasPrefix("iq-"), let iraq = shapes.outline(of: "iq"), !covering.contains("iq"),
      gazetteer.isInIraq(number)
    {
      let distance = try excess(iraq)
      if distance > 0 {
        row.report(
          .outsideIraq, "\(place.id) lies \(kilometers(distance)) outside Iraq",
          cell: row.column("lon"))
        return
      }
    }
    guard let unit = parentID(of: number), !covering.contains(unit),
      let outline = shapes.outline(of: unit)
    else { return }
    let distance = try excess(outline)
    if distance > 0 {
      row.report(
        .outsideUnit,
        "\(place.id) lies \(kilometers(distance)) outside \(unit), whose outline is accurate to "
          + "\(kilometers(outline.accuracyKm))", cell: row.column("lon"))
    }
  }

  private func kilometers(_ value: Double) -> String {
    "\((value * 10).rounded(.toNearestOrAwayFromZero) / 10) km"
  }
}

package import EmitLayers
package import Gazetteer
import Model

extension MapGround {
  /// What the gazetteer knows to draw below events: governorates, the neighbors and the borders with them, the seats
  /// of governorates and districts, and the territories.
  package init(_ gazetteer: Gazetteer) {
    self.init()
    let shapes = gazetteer.shapes.boundaries()
    let governorates = shapes.currentUnits.filter { $0.level == .adm1 }
    outlines = governorates.map(\.polygons)
    sources = governorates.map(\.source)
    territories = shapes.territories.map { TerritoryFeature($0) }
    let whole = outlines.compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 }
    let grounds = shapes.neighbors.compactMap { shapes.ground(of: $0) }
    neighbors = grounds.map(\.polygons)
    sources += grounds.map(\.source)
    for (country, lines) in shapes.borders {
      guard let entity = gazetteer.entityByID[country] else { continue }
      borders.append(
        Border(
          name: gazetteer.summary(of: entity).name, lines: lines,
          label: whole.flatMap { Self.label(beyond: lines, of: $0) }))
    }
    towns = Self.seats(in: gazetteer)
  }

  /// The seats of governorates, then those of districts, the best known first: a page that has not room
  /// for all names leaves the later ones out.
  private static func seats(in gazetteer: Gazetteer) -> [Town] {
    var seats: [(level: Entity.Level, seat: Int)] = []
    for unit in gazetteer.entities
    where (unit.level == .adm1 || unit.level == .adm2) && unit.validTo == nil && unit.seat >= 0 {
      seats.append((unit.level, unit.seat))
    }
    seats.sort { left, right in
      let (known, other) = (gazetteer.entities[left.seat].rank, gazetteer.entities[right.seat].rank)
      return (left.level.rawValue, -known, left.seat) < (right.level.rawValue, -other, right.seat)
    }
    // A town may be the seat of both; the governorate's counts.
    var seen: Set<Int> = []
    return seats.compactMap { level, seat in
      guard seen.insert(seat).inserted, let position = gazetteer.entities[seat].position else {
        return nil
      }
      return Town(
        name: gazetteer.summary(of: seat).name, position: position, rank: level == .adm1 ? 0 : 1)
    }
  }

  /// How far behind a border the neighbor's name stands: degrees.
  private static let labelDistance = 1.2

  /// Where a neighbor's name stands: behind the middle of the border, seen from the country's middle.
  private static func label(beyond lines: MultiLine, of country: BoundingBox) -> Position? {
    guard let line = lines.lines.max(by: { $0.count < $1.count }), !line.isEmpty else {
      return nil
    }
    let middle = line[line.count / 2]
    let (x, y) = (
      middle.x - (country.minX + country.maxX) / 2, middle.y - (country.minY + country.maxY) / 2
    )
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return nil }
    return try? Position(
      longitude: middle.x + labelDistance * x / length,
      latitude: middle.y + labelDistance * y / length)
  }
}

package import EmitLayers
package import Gazetteer
import Model
import StoreEvents

extension MapGround {
  /// What the gazetteer knows to draw below events: governorates, the borders of the country, the seats
  /// of governorates and districts, and the territories.
  ///
  /// The colors of the types are those that the store's styles have.
  package init(_ gazetteer: Gazetteer) {
    let style = LayerStyle.defaults.first { $0.layer == StoreWriter.layout.events.name }
    self.init(
      categories: (style?.categories ?? []).map {
        Category(value: $0.value, label: $0.label, color: $0.color.hexadecimal)
      })
    let shapes = gazetteer.shapes.boundaries()
    let governorates = shapes.currentUnits.filter { $0.level == .adm1 }
    outlines = governorates.map(\.polygons)
    sources = governorates.map(\.source)
    territories = shapes.territories.map { TerritoryFeature($0) }
    let whole = outlines.compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 }
    for (country, lines) in shapes.borders {
      guard let entity = gazetteer.entityByID[country] else { continue }
      borders.append(
        Border(
          name: gazetteer.summary(of: entity).name, lines: lines,
          label: whole.flatMap { Self.label(beyond: lines, of: $0) }))
    }
    for index in gazetteer.entities.indices {
      let unit = gazetteer.entities[index]
      guard unit.level == .adm1 || unit.level == .adm2, unit.validTo == nil, unit.seat >= 0,
        let position = gazetteer.entities[unit.seat].position
      else { continue }
      towns.append(
        Town(
          name: gazetteer.summary(of: unit.seat).name, position: position,
          rank: unit.level == .adm1 ? 0 : 1))
    }
    // A town may be the seat of both; the governorate's counts.
    var seen: Set<String> = []
    towns = (towns.filter { $0.rank == 0 } + towns.filter { $0.rank > 0 }).filter {
      seen.insert($0.name).inserted
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

package import EmitLayers
package import Gazetteer
import Model

/// What the gazetteer adds to a map for orientation: neighbors, towns and, where the store has
/// none, outlines.
package struct MapKnowledge {
  private let gazetteer: Gazetteer

  package init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  package func add(to map: inout SVGMap) {
    let shapes = gazetteer.shapes.boundaries()
    if map.units.isEmpty {
      map.units = shapes.currentUnits.filter { $0.level == .country || $0.level == .adm1 }.map {
        SVGMap.Unit(
          level: $0.level.code, names: names(ofID: $0.id), polygons: $0.polygons,
          source: $0.source)
      }
    }
    map.neighbors = shapes.neighbors.compactMap { id in
      guard let border = shapes.border(with: id) else { return nil }
      let middle = gazetteer.entityByID[id].flatMap { gazetteer.entities[$0].position }
      return SVGMap.Neighbor(
        names: names(ofID: id), border: border, outline: shapes.ground(of: id)?.polygons,
        middle: middle?.coordinate)
    }
    map.places = places
  }

  /// Cities before towns, each by how often the news means it.
  private var places: [SVGMap.Place] {
    gazetteer.entities.indices.compactMap { number in
      let entity = gazetteer.entities[number]
      let importance = ["city": 1000, "town": 0][entity.type]
      guard let importance, let position = entity.position, entity.isValid(on: nil) else {
        return nil
      }
      return SVGMap.Place(
        names: names(gazetteer.summary(of: number)), position: position,
        importance: importance + entity.rank)
    }
  }

  private func names(ofID id: String) -> SVGMap.Names {
    gazetteer.entityByID[id].map { names(gazetteer.summary(of: $0)) }
      ?? SVGMap.Names(latin: id)
  }

  private func names(_ place: PlaceSummary) -> SVGMap.Names {
    SVGMap.Names(latin: place.name, arabic: place.nameArabic, sorani: place.nameSorani)
  }
}

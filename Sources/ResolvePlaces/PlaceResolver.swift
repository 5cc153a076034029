package import Gazetteer
import Geodesy
package import Model

/// Picks one place for each mention, reads spatial relations, makes the uncertainty geometry and
/// shows its work.
///
/// Not Sendable: it holds GEOS and PROJ contexts. One for each worker.
package final class PlaceResolver {
  let gazetteer: Gazetteer
  let shapes: ShapeBuilder
  let seats: SeatTable
  let cache = PlacementCache()
  let weights: PlaceWeights
  let names: PlaceNames

  /// Makes a resolver.
  /// - Throws: `GeometryError` or `GeodesyError` when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    shapes = try ShapeBuilder(gazetteer: gazetteer)
    seats = SeatTable(gazetteer: gazetteer)
    weights = PlaceWeights(gazetteer.weights)
    names = PlaceNames(gazetteer)
  }

  /// Returns the mentions with places, candidates and geometry.
  /// - Parameters:
  ///   - mentions: In reading order.
  ///   - day: The day on which units and places must exist; nil takes those of today's table.
  ///   - area: An entity that must hold every place (`locate --in`).
  package func resolve(
    _ mentions: [Mention], in text: NormalizedText, on day: CivilDate?, within area: Int? = nil
  ) throws -> [Mention] {
    var result = mentions
    RelationFinder(gazetteer: gazetteer, text: text).find(&result)
    let chooser = PlaceChooser(
      gazetteer: gazetteer, geodesic: shapes.geodesic, seats: seats, weights: weights,
      names: names, day: day, area: area)
    chooser.choose(&result, in: text)
    resolveAnaphors(&result)
    let geometry = RelationGeometry(gazetteer: gazetteer, shapes: shapes, cache: cache)
    for index in result.indices where isPlaced(result[index]) {
      try geometry.place(index, in: &result)
    }
    try placeUnknown(&result)
    try placeAnaphors(&result)
    flagGlosses(&result)
    try flagListMembers(&result)
    return result
  }

  /// Lets the name of a seat mean its unit where a type word asks for one (`Mosul governorate`).
  package func addUnits(to mention: inout Mention) {
    seats.addUnits(to: &mention, in: gazetteer)
  }

  /// Returns the union of areas.
  package func union(_ areas: [MultiPolygon]) throws -> MultiPolygon { try shapes.union(areas) }

  /// Returns the radius in kilometers of the disc with the area's size on the ellipsoid.
  package func radiusKm(of area: MultiPolygon) throws -> Double { try shapes.radiusKm(of: area) }

  /// Returns the area of an entity, nil when it has none (a foreign country).
  package func area(of entity: Int) throws -> MultiPolygon? { try shapes.area(of: entity) }

  /// Returns how precisely the bare name of an entity places something.
  package func precision(of entity: Int) -> Precision {
    RelationGeometry.precision(of: gazetteer.entities[entity])
  }

  private func isPlaced(_ mention: Mention) -> Bool {
    mention.entity != nil && mention.antecedents.isEmpty
  }

  private func resolveAnaphors(_ mentions: inout [Mention]) {
    for index in mentions.indices where !mentions[index].antecedents.isEmpty {
      guard mentions[index].antecedents.count == 1,
        let entity = mentions[mentions[index].antecedents[0]].entity
      else { continue }
      mentions[index].entity = entity
      mentions[index].place = names.summary(of: entity)
      mentions[index].candidates = mentions[mentions[index].antecedents[0]].candidates
    }
  }

  /// An anaphor has the place that it stands for; several make a region.
  private func placeAnaphors(_ mentions: inout [Mention]) throws {
    for index in mentions.indices where mentions[index].names.isEmpty {
      let antecedents = mentions[index].antecedents
      if antecedents.count == 1, let entity = mentions[index].entity {
        let kind = mentions[index].typeHint ?? ""
        if kind == "anaphor:area" || kind == "anaphor:place" {
          mentions[index].precision = kind == "anaphor:area" ? .region : .near
          mentions[index].area = mentions[antecedents[0]].area
          mentions[index].radiusKm = mentions[antecedents[0]].radiusKm
        } else {
          let itself = RelationGeometry.precision(of: gazetteer.entities[entity])
          mentions[index].precision = itself
          mentions[index].area = try shapes.area(of: entity)
          mentions[index].radiusKm = gazetteer.entities[entity].radiusKm
          if itself == .place { mentions[index].point = gazetteer.entities[entity].position }
        }
      } else if antecedents.count > 1 {
        let areas = antecedents.compactMap { mentions[$0].area }
        mentions[index].precision = .region
        if !areas.isEmpty {
          let area = try shapes.union(areas)
          mentions[index].area = area
          mentions[index].radiusKm = try shapes.radiusKm(of: area)
        }
      }
    }
  }

  /// A village that the gazetteer lacks has the area of its container and its own name.
  private func placeUnknown(_ mentions: inout [Mention]) throws {
    for index in mentions.indices where mentions[index].flags.contains("unknown_place") {
      guard
        let container = mentions[index].containers.first(where: { mentions[$0].entity != nil })
      else {
        mentions[index].precision = .place
        continue
      }
      mentions[index].area = mentions[container].area
      mentions[index].radiusKm = mentions[container].radiusKm
      // The words name a settlement; the map can only draw the unit that holds it.
      mentions[index].precision = .place
      mentions[index].flags.append("area_of_container")
    }
  }

  func flagGlosses(_ mentions: inout [Mention]) {
    let check = GlossCheck(geodesic: shapes.geodesic)
    for index in mentions.indices {
      guard let relation = mentions[index].gloss,
        let base = relation.base.first,
        let from = mentions[base].entity.flatMap({ GlossCheck.Spot(gazetteer.entities[$0]) }),
        let place = mentions[index].entity.flatMap({ GlossCheck.Spot(gazetteer.entities[$0]) })
      else { continue }
      mentions[index].relation = mentions[index].relation ?? relation
      let second = relation.base.dropFirst().first.flatMap { mentions[$0].entity }
        .flatMap { GlossCheck.Spot(gazetteer.entities[$0]) }
      switch check.verdict(of: relation, from: from, and: second, to: place) {
      case .agrees: mentions[index].flags.append("gloss_ok")
      case .roadDistance:
        mentions[index].flags.append("gloss_distance_mismatch:road_distance_plausible")
      case .conflict: mentions[index].flags.append("gazetteer_conflict")
      }
    }
  }

  private func position(_ place: PlaceSummary) -> Position? {
    guard let longitude = place.longitude, let latitude = place.latitude else { return nil }
    return try? Position(longitude: longitude, latitude: latitude)
  }

  /// Members of a list headed by a sector that lie outside it: the source is imprecise.
  private func flagListMembers(_ mentions: inout [Mention]) throws {
    for index in mentions.indices {
      guard let relation = mentions[index].relation, relation.kind == .partOf,
        let base = relation.base.first, base != index, let area = mentions[base].area,
        let place = mentions[index].place.flatMap(position)
      else { continue }
      if try !shapes.covers(area, place) { mentions[index].flags.append("member_outside_sector") }
    }
  }
}

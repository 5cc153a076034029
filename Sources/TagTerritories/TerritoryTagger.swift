package import Gazetteer
import Geodesy
import Geometry
package import Model

/// Tells the administrative units and the disputed territories of a point or an area, with shares,
/// variants and the accuracy of the boundary (`docs/fields.md`).
///
/// Not Sendable: it holds GEOS and PROJ contexts. One for each worker. Everything is built at the
/// first question, from the outlines that the gazetteer reads once for all workers.
package final class TerritoryTagger {
  /// From this part on an area lies in a unit or inside the territories.
  static let insideShare = 0.95
  /// Below this part, in every variant, it lies outside.
  static let outsideShare = 0.05
  /// Smaller parts of an area are not listed.
  static let leastAdminShare = 0.005
  static let leastTerritoryShare = 0.000_05

  let gazetteer: Gazetteer
  let engine: GeometryEngine
  let context: ProjContext
  let projection: EqualAreaProjection
  private var tools: (units: UnitIndex, history: TerritoryHistory)?
  /// Many events share an area (a district, the disc of a town): its measures are kept.
  private var areas: [OutlineKey: AreaRecord] = [:]
  private static let areaLimit = 512

  /// Makes a tagger.
  /// - Parameters:
  ///   - gazetteer: Where outlines, names and units come from.
  /// - Throws: `GeometryError` or `GeodesyError` when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    engine = try GeometryEngine()
    context = try ProjContext()
    projection = try EqualAreaProjection(in: context)
  }

  /// Returns the units and territories of an event, a mention or a question.
  ///
  /// Where there is an area, shares are about it; a point counts only without one.
  /// - Parameters:
  ///   - point: The position, nil when the words give none.
  ///   - area: The uncertainty geometry.
  ///   - namedAdmin: The units of the one place that is named: they win over the polygons.
  ///   - places: The units of each of several places: levels that they do not share are null.
  ///   - dateEnd: The last day of the event.
  ///   - published: The day of publication, used when the event has no day.
  package func tags(
    point: Position?, area: MultiPolygon?, namedAdmin: AdminUnits?, places: [AdminUnits],
    dateEnd: CivilDate?, published: CivilDate?
  ) throws -> TerritoryTags {
    var tags = TerritoryTags()
    let record = try area.flatMap { try self.record(of: $0) }
    let named = namedAdmin ?? (places.count == 1 ? places[0] : nil)
    try tagAdmin(&tags, point: point, record: record, named: named, places: places)
    tags.findAlternates(in: gazetteer, on: dateEnd ?? published)
    if record != nil || point != nil {
      try tagTerritories(
        &tags, point: point, record: record, dateEnd: dateEnd, published: published)
    }
    return tags
  }

  /// Returns the units at a position.
  ///
  /// A border belongs to both sides; there the unit with the lowest id wins.
  package func admin(at position: Position) throws -> AdminUnits {
    try units().admin(at: position)
  }

  /// The units as polygons, built at the first question.
  func units() throws -> UnitIndex { try build().units }

  private func tagTerritories(
    _ tags: inout TerritoryTags, point: Position?, record: AreaRecord?, dateEnd: CivilDate?,
    published: CivilDate?
  ) throws {
    let history = try build().history
    switch try history.choose(dateEnd: dateEnd, published: published) {
    case .none: return
    case .outsideValidity:
      tags.flags.append("outside_validity")
    case .version(let version, let isAssumed):
      if isAssumed { tags.flags.append("boundary_date_assumed") }
      let measure: TerritoryMeasure
      if let record {
        measure = try record.measure(version)
      } else if let point {
        measure = try version.measure(point, plane: try projection.forward(point.coordinate))
      } else {
        return
      }
      apply(measure, of: version, to: &tags)
    }
  }

  private func apply(
    _ measure: TerritoryMeasure, of version: TerritoryVersion, to tags: inout TerritoryTags
  ) {
    let shares = measure.coreShares
    if shares.allSatisfy({ $0 >= TerritoryTagger.insideShare }) {
      tags.status = .inside
    } else if shares.allSatisfy({ $0 < TerritoryTagger.outsideShare }) {
      tags.status = .outside
    } else {
      tags.status = .possible
    }
    tags.territoryShare = shares.reduce(0, +) / Double(shares.count)
    tags.territories = measure.territories.filter {
      $0.share >= TerritoryTagger.leastTerritoryShare
    }
    tags.widerShare = measure.widerShare
    tags.nearBoundary = measure.isNearBoundary
    tags.boundaryVersion = version.name
  }

  private func build() throws -> (units: UnitIndex, history: TerritoryHistory) {
    if let tools { return tools }
    let boundaries = gazetteer.shapes.boundaries()
    let made = (
      units: try UnitIndex(
        gazetteer: gazetteer, boundaries: boundaries, projection: projection, engine: engine),
      history: TerritoryHistory(
        boundaries, projection: projection, engine: engine)
    )
    tools = made
    return made
  }

  /// The area on the plane and what was measured of it, or nil when it covers no ground.
  private func record(of area: MultiPolygon) throws -> AreaRecord? {
    if area.isEmpty { return nil }
    if let known = areas[OutlineKey(area)] { return known }
    let plane = try projection.forward(area)
    let size = try engine.planarArea(of: plane)
    guard size > 0 else { return nil }
    // All at once: which ones are kept never changes an answer.
    if areas.count >= TerritoryTagger.areaLimit { areas.removeAll(keepingCapacity: true) }
    guard let box = area.bounds, let window = AreaWindow(plane) else {
      return nil
    }
    let made = AreaRecord(
      PlaneArea(polygons: plane, squareMeters: size, degrees: box, window: window))
    areas[OutlineKey(area)] = made
    return made
  }
}

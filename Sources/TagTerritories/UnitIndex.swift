import Gazetteer
import Geodesy
import Geometry
import Model

/// The administrative units as polygons: which of them hold a point, how much of an area each has.
final class UnitIndex {
  struct Unit {
    var unit: AdminUnits.Unit
    var level: Entity.Level
    /// The row of the gazetteer, nil when only the outline is known.
    var entity: Int?
    /// Degrees, longitude first.
    var outline: MultiPolygon
    var accuracyKm: Double
  }

  /// Sorted by level, country first, then by id: the lowest number wins on a shared border.
  let units: [Unit]
  /// The variants of the outlines, for `admin_source`.
  let source: String?
  private let numberByID: [String: Int]
  private let gazetteer: Gazetteer
  private let points: PolygonIndex
  private let meter: ShareMeter

  /// Builds the index of points; areas are prepared when they are met.
  ///
  /// Linear in the vertices; overlays that draw units cost an overlay operation for each outline that
  /// theirs meet.
  init(
    gazetteer: Gazetteer, boundaries: Boundaries, projection: EqualAreaProjection,
    engine: GeometryEngine
  ) throws {
    // One outline a unit: two of them would both claim the ground.
    let drawn = boundaries.currentUnits.filter {
      $0.kind == .unit && $0.level != .none && !$0.polygons.isEmpty && $0.validTo == nil
    }
    source =
      drawn.isEmpty ? nil : Set(drawn.map(\.variant)).sorted().joined(separator: "+")
    let carver = OutlineCarver(gazetteer: gazetteer, outlines: drawn, engine: engine)
    var units: [Unit] = []
    for feature in drawn {
      let entity = gazetteer.entityByID[feature.id]
      let unit = AdminUnits.Unit(
        id: feature.id,
        name: entity.map { gazetteer.displayName($0) } ?? feature.nameEnglish ?? feature.id,
        pcode: entity.flatMap { gazetteer.entities[$0].pcode })
      let outline = try carver.carved(feature)
      if outline.isEmpty { continue }
      units.append(
        Unit(
          unit: unit, level: feature.level, entity: entity, outline: outline,
          accuracyKm: feature.accuracyKm))
    }
    units.sort { ($0.level, $0.unit.id) < ($1.level, $1.unit.id) }
    self.units = units
    self.gazetteer = gazetteer
    numberByID = Dictionary(
      units.enumerated().map { ($0.element.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    points = try PolygonIndex(units.map(\.outline))
    meter = ShareMeter(units.map(\.outline), projection: projection)
  }

  /// The unit of an id, nil when it has no outline.
  func unit(id: String) -> Unit? { numberByID[id].map { units[$0] } }

  /// Returns the units that hold a position.
  ///
  /// The finest unit decides and its parents follow. A border belongs to the units on both sides:
  /// there the lowest id wins.
  func admin(at position: Position) throws -> AdminUnits {
    let hits = try points.covering(position.coordinate)
    var byLevel = AdminUnits()
    // Downwards, so that the first of a level stays.
    for hit in hits.reversed() { byLevel.set(units[hit].unit, units[hit].level) }
    guard let finest = hits.map({ units[$0].level }).max(),
      let first = hits.first(where: { units[$0].level == finest }),
      let entity = units[first].entity
    else { return byLevel }
    var chain = gazetteer.admin(of: entity)
    if chain.country == nil { chain.country = byLevel.country }
    return chain
  }

  /// Returns the units that an area lies in with the part of it (0-1) in each, coarse to fine,
  /// largest first, then by id.
  func shares(of area: PlaneArea) throws -> [(unit: Unit, share: Double)] {
    let shares = try meter.shares(of: area).map { (unit: units[$0.number], share: $0.share) }
    return shares.sorted {
      ($0.unit.level, -$0.share, $0.unit.unit.id) < ($1.unit.level, -$1.share, $1.unit.unit.id)
    }
  }
}

extension AdminUnits {
  /// Puts a unit at its level.
  mutating func set(_ unit: Unit, _ level: Entity.Level) {
    switch level {
    case .country: country = unit
    case .adm1: admin1 = unit
    case .adm2: admin2 = unit
    case .adm3: admin3 = unit
    case .none: break
    }
  }

  /// The unit of a level.
  func unit(at level: Entity.Level) -> Unit? {
    switch level {
    case .country: country
    case .adm1: admin1
    case .adm2: admin2
    case .adm3: admin3
    case .none: nil
    }
  }

  static let levels: [Entity.Level] = [.country, .adm1, .adm2, .adm3]

  /// Returns the units that all share, level by level.
  static func common(_ all: [AdminUnits]) -> AdminUnits {
    var result = AdminUnits()
    guard let first = all.first else { return result }
    for level in levels {
      guard let unit = first.unit(at: level),
        all.dropFirst().allSatisfy({ $0.unit(at: level)?.id == unit.id })
      else { continue }
      result.set(unit, level)
    }
    return result
  }
}

import Gazetteer
import Geodesy
import Geometry
import Model

/// What a version of the territories says about a point or an area.
struct TerritoryMeasure {
  /// The part (0-1) inside the union of core territories, one number for each variant.
  var coreShares: [Double] = []
  /// The mean part inside the wider claims, nil when the version draws none.
  var widerShare: Double?
  /// Largest first, then by id.
  var territories: [TerritoryTags.Share] = []
  var isNearBoundary = false
}

/// The territories as drawn at one time, in every variant of the boundary.
///
/// The unions are made once. A point is asked in degrees, where the edges of the files are
/// straight; areas are measured on the equal-area plane.
final class TerritoryVersion {
  private enum Role {
    case core(variant: Int)
    case wider(variant: Int)
    case territory(Int)
  }

  /// The date from which it holds and its variants, such as `2009-04-22/cod-2019+wof-2024`.
  let name: String
  private var roles: [Role] = []
  private var territories: [(id: String, name: String, variants: Int)] = []
  private var coreVariants = 0
  private var widerVariants = 0
  private let points: PolygonIndex
  private let meter: ShareMeter
  private let nearZone: PolygonIndex

  /// Builds the unions, the indexes and the ground near the outer edge.
  /// - Parameters:
  ///   - features: Core and wider territories that hold at the time, of all variants.
  ///   - from: The day since which exactly these hold, nil when no date is stated.
  ///   - accuracyCapKm: The most that a stated accuracy may count for in `near_boundary`.
  init(
    _ features: [BoundaryFeature], from: CivilDate?, accuracyCapKm: Double,
    projection: EqualAreaProjection, engine: GeometryEngine
  ) throws {
    let variants = Set(features.map(\.variant)).sorted()
    name = (from.map { "\($0)/" } ?? "") + variants.joined(separator: "+")
    var shapes: [MultiPolygon] = []
    var near: [MultiPolygon] = []
    var numbers: [String: Int] = [:]
    for variant in variants {
      let core = features.filter { $0.variant == variant && $0.kind == .core }
      let wider = features.filter { $0.variant == variant && $0.kind == .wider }
      if !core.isEmpty {
        let union = try engine.union(core.map(\.polygons))
        shapes.append(union)
        roles.append(.core(variant: coreVariants))
        coreVariants += 1
        near += try TerritoryVersion.edgeZones(
          of: core, union: try projection.forward(union), accuracyCapKm, projection, engine)
      }
      if !wider.isEmpty {
        shapes.append(try engine.union(wider.map(\.polygons)))
        roles.append(.wider(variant: widerVariants))
        widerVariants += 1
      }
      for territory in core.sorted(by: { $0.id < $1.id }) {
        let number = numbers[territory.id] ?? territories.count
        if number == territories.count {
          numbers[territory.id] = number
          territories.append((territory.id, territory.nameEnglish ?? territory.id, 0))
        }
        territories[number].variants += 1
        shapes.append(territory.polygons)
        roles.append(.territory(number))
      }
    }
    points = try PolygonIndex(shapes)
    meter = try ShareMeter(try shapes.map { try projection.forward($0) }, engine: engine)
    nearZone = try PolygonIndex([try engine.union(near)])
  }

  /// Returns the ground nearer to the outer edge of the union than the accuracy stated for it.
  ///
  /// Each stretch of the edge has the accuracy of the territory that it bounds. The equal-area plane
  /// is true in length to 0.1 % in Iraq, less than the accuracies are known to.
  private static func edgeZones(
    of core: [BoundaryFeature], union: MultiPolygon, _ accuracyCapKm: Double,
    _ projection: EqualAreaProjection, _ engine: GeometryEngine
  ) throws -> [MultiPolygon] {
    var zones: [MultiPolygon] = []
    for territory in core {
      // A metre of width, because the union's vertices need not lie exactly on the territory's.
      let body = try engine.buffer(
        try projection.forward(territory.polygons), distance: 1, quadrantSegments: 1)
      let edge = try engine.lineIntersection(union.boundary, body)
      let accuracy = min(territory.accuracyKm, accuracyCapKm)
      guard !edge.lines.isEmpty, accuracy > 0 else { continue }
      zones.append(try engine.buffer(edge, distance: accuracy * 1000, quadrantSegments: 32))
    }
    return zones
  }

  /// Returns what holds a point; on a border, both sides do.
  /// - Parameters:
  ///   - position: Degrees.
  ///   - plane: The same position on the equal-area plane.
  func measure(_ position: Position, plane: Coordinate) throws -> TerritoryMeasure {
    let hits = try points.covering(position.coordinate).map { (number: $0, share: 1.0) }
    return measure(hits, isNear: try !nearZone.covering(plane).isEmpty)
  }

  /// Returns how much of an area lies in what.
  func measure(_ area: PlaneArea) throws -> TerritoryMeasure {
    measure(
      try meter.shares(of: area), isNear: try !nearZone.intersecting(area.polygons).isEmpty)
  }

  private func measure(
    _ shares: [(number: Int, share: Double)], isNear: Bool
  ) -> TerritoryMeasure {
    var result = TerritoryMeasure()
    result.coreShares = [Double](repeating: 0, count: coreVariants)
    result.isNearBoundary = isNear
    var wider = 0.0
    var sums = [Double](repeating: 0, count: territories.count)
    for (number, share) in shares {
      switch roles[number] {
      case .core(let variant): result.coreShares[variant] = share
      case .wider: wider += share
      case .territory(let territory): sums[territory] += share
      }
    }
    if widerVariants > 0 { result.widerShare = wider / Double(widerVariants) }
    for (number, sum) in sums.enumerated() where sum > 0 {
      let territory = territories[number]
      result.territories.append(
        TerritoryTags.Share(
          id: territory.id, name: territory.name, pcode: nil,
          share: sum / Double(territory.variants)))
    }
    result.territories.sort { ($1.share, $0.id) < ($0.share, $1.id) }
    return result
  }
}

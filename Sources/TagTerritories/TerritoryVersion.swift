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
/// The territories of a variant share edges and no ground: their union is their sum. A point is asked
/// in degrees, where the edges of the files are straight; areas are measured on the equal-area plane.
final class TerritoryVersion {
  private enum Role {
    case core(variant: Int, territory: Int)
    case wider(claim: Int)
  }

  /// A territory and which variants draw it.
  ///
  /// A variant that does not draw it says nothing of it: there the mean of those that do stands in, so
  /// that an overlay may draw one territory without denying all others.
  private struct Claim {
    var id: String
    var name: String
    var variants: Set<Int>
  }

  /// The date from which it holds and its variants, such as `2009-04-22/cod-2019+wof-2024`.
  let name: String
  private var roles: [Role] = []
  private var territories: [Claim] = []
  private var coreVariants = 0
  /// The wider claims: how many variants draw each.
  private var wider: [(id: String, variants: Int)] = []
  private let points: PolygonIndex
  private let meter: ShareMeter
  private let edge: OuterEdge

  /// Builds the indexes.
  /// - Parameters:
  ///   - features: Core and wider territories that hold at the time, of all variants.
  ///   - from: The day since which exactly these hold, nil when no date is stated.
  init(
    _ features: [BoundaryFeature], from: CivilDate?, projection: EqualAreaProjection,
    engine: GeometryEngine
  ) throws {
    let variants = Set(features.map(\.variant)).sorted()
    name = (from.map { "\($0)/" } ?? "") + variants.joined(separator: "+")
    var shapes: [MultiPolygon] = []
    var numbers: [String: Int] = [:]
    edge = OuterEdge(projection: projection, engine: engine)
    for variant in variants {
      let core = features.filter { $0.variant == variant && $0.kind == .core }
      let wider = features.filter { $0.variant == variant && $0.kind == .wider }
      for territory in core.sorted(by: { $0.id < $1.id }) {
        let number = numbers[territory.id] ?? territories.count
        if number == territories.count {
          numbers[territory.id] = number
          territories.append(
            Claim(
              id: territory.id, name: territory.nameEnglish ?? territory.id, variants: []))
        }
        territories[number].variants.insert(coreVariants)
        shapes.append(territory.polygons)
        roles.append(.core(variant: coreVariants, territory: number))
      }
      if !core.isEmpty {
        edge.add(core)
        coreVariants += 1
      }
      for claim in wider {
        let number = self.wider.firstIndex { $0.id == claim.id } ?? self.wider.count
        if number == self.wider.count { self.wider.append((claim.id, 0)) }
        self.wider[number].variants += 1
        shapes.append(claim.polygons)
        roles.append(.wider(claim: number))
      }
    }
    points = try PolygonIndex(shapes)
    meter = ShareMeter(shapes, projection: projection)
  }

  /// Returns what holds a point; on a border, both sides do.
  /// - Parameters:
  ///   - position: Degrees.
  ///   - plane: The same position on the equal-area plane.
  func measure(_ position: Position, plane: Coordinate) throws -> TerritoryMeasure {
    let hits = try points.covering(position.coordinate).map { (number: $0, share: 1.0) }
    return measure(hits, isNear: try edge.isNear(position, plane))
  }

  /// Returns how much of an area lies in what.
  func measure(_ area: PlaneArea) throws -> TerritoryMeasure {
    measure(try meter.shares(of: area), isNear: try edge.isNear(area))
  }

  private func measure(
    _ shares: [(number: Int, share: Double)], isNear: Bool
  ) -> TerritoryMeasure {
    var result = TerritoryMeasure()
    result.isNearBoundary = isNear
    result.coreShares = [Double](repeating: 0, count: coreVariants)
    var widerShare = 0.0
    var sums = [Double](repeating: 0, count: territories.count)
    for (number, share) in shares {
      switch roles[number] {
      case .core(let variant, let territory):
        result.coreShares[variant] += share
        sums[territory] += share
      case .wider(let claim): widerShare += share / Double(wider[claim].variants)
      }
    }
    for (number, sum) in sums.enumerated() where sum > 0 {
      let territory = territories[number]
      if territory.variants.count == coreVariants { continue }
      for variant in 0..<coreVariants where !territory.variants.contains(variant) {
        result.coreShares[variant] += sum / Double(territory.variants.count)
      }
    }
    for variant in 0..<coreVariants {
      result.coreShares[variant] = min(1, result.coreShares[variant])
    }
    if !wider.isEmpty { result.widerShare = min(1, widerShare) }
    for (number, sum) in sums.enumerated() where sum > 0 {
      let territory = territories[number]
      result.territories.append(
        TerritoryTags.Share(
          id: territory.id, name: territory.name, pcode: nil,
          share: sum / Double(territory.variants.count)))
    }
    result.territories.sort { ($1.share, $0.id) < ($0.share, $1.id) }
    return result
  }
}

import Gazetteer
import Geodesy
import Geometry
import Model

/// The versions of the territories over time, each built when it is first asked for.
final class TerritoryHistory {
  /// Which version answers for an event.
  enum Choice {
    /// The version, and whether no date told which.
    case version(TerritoryVersion, isAssumed: Bool)
    /// The date lies before (or between) all versions.
    case outsideValidity
    /// The gazetteer draws no territories.
    case none
  }

  private let features: [BoundaryFeature]
  private let projection: EqualAreaProjection
  private let engine: GeometryEngine
  /// By the positions of the features that make them.
  private var built: [[Int]: TerritoryVersion] = [:]
  /// By the day that is asked for; nil for a day that no version covers.
  private var chosen: [CivilDate?: TerritoryVersion?] = [:]
  private let hasCore: Bool
  private let latest: CivilDate?

  init(
    _ boundaries: Boundaries, projection: EqualAreaProjection,
    engine: GeometryEngine
  ) {
    features = boundaries.territories.filter {
      ($0.kind == .core || $0.kind == .wider) && !$0.polygons.isEmpty
    }
    hasCore = features.contains { $0.kind == .core }
    latest = features.compactMap(\.validFrom).max()
    self.projection = projection
    self.engine = engine
  }

  /// Returns the version that holds at `dateEnd`, else at `published`, else the latest.
  func choose(dateEnd: CivilDate?, published: CivilDate?) throws -> Choice {
    guard hasCore else { return .none }
    let day = dateEnd ?? published
    let asked = day ?? latest
    // Reports ask for the same few days again and again.
    if let known = chosen[asked] { return choice(known, isAssumed: day == nil) }
    let valid = features.indices.filter { index in
      guard let asked else { return features[index].validTo == nil }
      return features[index].isValid(on: asked)
    }
    let isCovered = valid.contains { features[$0].kind == .core }
    let version: TerritoryVersion? = isCovered ? try version(valid, asked) : nil
    chosen[asked] = .some(version)
    return choice(version, isAssumed: day == nil)
  }

  private func choice(_ version: TerritoryVersion?, isAssumed: Bool) -> Choice {
    version.map { .version($0, isAssumed: isAssumed) } ?? .outsideValidity
  }

  private func version(_ numbers: [Int], _ day: CivilDate?) throws -> TerritoryVersion {
    if let known = built[numbers] { return known }
    // The last change before the day: two versions never share a name.
    let changes = features.flatMap { [$0.validFrom, $0.validTo] }.compactMap(\.self)
    let from = day.flatMap { day in changes.filter { $0 <= day }.max() }
    let made = try TerritoryVersion(
      numbers.map { features[$0] }, from: from, projection: projection, engine: engine)
    built[numbers] = made
    return made
  }
}

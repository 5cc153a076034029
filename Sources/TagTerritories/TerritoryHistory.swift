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

  init(
    _ boundaries: Boundaries, projection: EqualAreaProjection,
    engine: GeometryEngine
  ) {
    features = boundaries.territories.filter {
      ($0.kind == .core || $0.kind == .wider) && !$0.polygons.isEmpty
    }
    self.projection = projection
    self.engine = engine
  }

  /// Returns the version that holds at `dateEnd`, else at `published`, else the latest.
  func choose(dateEnd: CivilDate?, published: CivilDate?) throws -> Choice {
    guard features.contains(where: { $0.kind == .core }) else { return .none }
    let day = dateEnd ?? published
    let asked = day ?? features.compactMap(\.validFrom).max()
    let valid = features.indices.filter { index in
      guard let asked else { return features[index].validTo == nil }
      return features[index].isValid(on: asked)
    }
    guard valid.contains(where: { features[$0].kind == .core }) else { return .outsideValidity }
    return .version(try version(valid, asked), isAssumed: day == nil)
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

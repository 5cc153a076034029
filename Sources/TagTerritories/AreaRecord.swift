import Model

/// An area and what has been measured of it so far.
final class AreaRecord {
  private let area: PlaneArea
  private var shares: [(unit: UnitIndex.Unit, share: Double)]?
  private var measures: [String: TerritoryMeasure] = [:]

  init(_ area: PlaneArea) {
    self.area = area
  }

  /// Returns the parts of the area in the units, measured once.
  func shares(_ units: UnitIndex) throws -> [(unit: UnitIndex.Unit, share: Double)] {
    if let shares { return shares }
    let measured = try units.shares(of: area)
    shares = measured
    return measured
  }

  /// Returns the parts of the area in the territories, measured once for each version.
  func measure(_ version: TerritoryVersion) throws -> TerritoryMeasure {
    if let known = measures[version.name] { return known }
    let measured = try version.measure(area)
    measures[version.name] = measured
    return measured
  }
}

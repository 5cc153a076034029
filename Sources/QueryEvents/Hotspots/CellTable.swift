import Geodesy
import Geometry
package import Model

/// How hot and cold cells are found: see `LocalStatistic`.
package struct CellSettings: Sendable, Hashable {
  package var size: CellSize
  /// Which cells count together: those whose middles are not farther along the ground.
  package var band: CellSize
  /// The rate of false discoveries up to which a cell is called hot or cold.
  package var rate: Double
  /// The study area in degrees; nil for the convex hull of the events.
  package var area: MultiPolygon?

  package static let standardRate = 0.05

  /// Takes settings.
  /// - Parameter band: nil for two and a half times the size, which holds 18 neighbors.
  /// - Throws: `GroupingError` for a band that is too wide.
  package init(
    size: CellSize, band: CellSize?, rate: Double = standardRate, area: MultiPolygon? = nil
  ) throws(GroupingError) {
    self.size = size
    if let band { self.band = band } else { self.band = try CellSize(meters: size.meters * 2.5) }
    self.rate = rate
    self.area = area
    guard self.band.meters <= 2_000_000 else {
      throw GroupingError("a band of \(self.band) is too wide; at most 2000km is expected")
    }
  }
}

extension HotspotTable {
  /// Returns the hexagons of the study area with the statistic Gi* of their counts.
  ///
  /// The study area is every cell whose middle lies in the area that was given, else in the convex hull of all
  /// events, and every cell that holds an event: cells without events count, as zeros. Columns: `hex`, `events`, the sums and dates,
  /// `cells_in_band`, `gi_star`, `p_value`, `q_value`, `spot` (`hot`, `cold`, `none`).
  /// - Throws: `GroupingError` when the cells are too many, `GeodesyError` and `GeometryError` when PROJ or
  ///   GEOS fail.
  package static func cells(
    _ events: HotspotEvents, _ settings: CellSettings
  ) throws -> HotspotTable {
    let grid = try CellGrid(.hex, settings.size, in: ProjContext())
    let engine = try GeometryEngine()
    var sums: [Cell: GroupMeasures] = [:]
    for (position, measures) in zip(events.positions, events.measures) {
      sums[try grid.cell(at: position.coordinate), default: GroupMeasures()].add(measures)
    }
    let cells = try studyArea(events.positions, Set(sums.keys), settings.area, grid, engine)
    var middles: [Position] = []
    for cell in cells {
      guard let middle = grid.middle(of: cell) else {
        throw GroupingError(
          "cell \(grid.id(of: cell)) lies over the rim of the net, opposite to Iraq; take "
            + "smaller cells")
      }
      middles.append(try Position(middle))
    }
    let neighbors = try neighbors(middles, settings)
    let counts = cells.map { sums[$0]?.events ?? 0 }
    let statistic = LocalStatistic(counts: counts, neighbors: neighbors)
    let none = GroupMeasures()
    let rows = try cells.indices.map { index in
      let (score, rate) = (statistic.scores[index], statistic.qValues[index])
      let isSpot = rate.map { $0 <= settings.rate } ?? false
      let spot = isSpot ? ((score ?? 0) > 0 ? "hot" : "cold") : GroupKey.Word.none
      let id = grid.id(of: cells[index])
      let values: [AttributeValue] =
        [.text(id)]
        + events.measureColumns.values(sums[cells[index]] ?? none, apportioned: false)
        + [.integer(neighbors[index].count)]
        + [score, statistic.pValues[index], rate].map { rounded($0) } + [.text(spot)]
      return Feature(
        id: .text(id),
        geometry: try grid.outline(of: cells[index], engine: engine).map { .polygons($0) },
        values: values)
    }
    let columns =
      [AttributeColumn("hex", .text)] + events.measureColumns.columns(apportioned: false) + [
        AttributeColumn("cells_in_band", .integer), AttributeColumn("gi_star", .real),
        AttributeColumn("p_value", .real), AttributeColumn("q_value", .real),
        AttributeColumn("spot", .text),
      ]
    return HotspotTable(columns: columns, rows: rows)
  }

  /// Six significant digits: more would show how sums were rounded.
  private static func rounded(_ value: Double?) -> AttributeValue {
    guard let value else { return .null }
    guard value != 0, value.isFinite else { return .real(value) }
    var factor = 1.0
    while abs(value) * factor < 100_000, factor < 1e15 { factor *= 10 }
    return .real((value * factor).rounded() / factor)
  }

  private static func studyArea(
    _ positions: [Position], _ occupied: Set<Cell>, _ area: MultiPolygon?, _ grid: CellGrid,
    _ engine: GeometryEngine
  ) throws -> [Cell] {
    let hull: MultiPolygon
    if let area {
      hull = try grid.planar(area, engine: engine)
    } else {
      let points = try positions.map { try grid.projection.forward($0.coordinate) }
      hull = try engine.convexHull(of: .points(points))
    }
    guard let bounds = hull.bounds else { return occupied.sorted() }
    let prepared = try PreparedShape(.polygons(hull), engine: engine)
    var cells = occupied
    for cell in try grid.cells(meeting: bounds, limit: mostCells * 4) where !cells.contains(cell) {
      if try prepared.holds(.intersects, .point(grid.planarMiddle(of: cell))) { cells.insert(cell) }
    }
    if cells.count > mostCells {
      throw GroupingError(
        "the study area has \(cells.count) cells of \(grid.size); at most \(mostCells) are "
          + "expected: take larger cells")
    }
    return cells.sorted()
  }

  private static func neighbors(
    _ middles: [Position], _ settings: CellSettings
  ) throws -> [[Int]] {
    let ratio = settings.band.meters / settings.size.meters
    let pairs = Double(middles.count) * (3.63 * ratio * ratio + 1)
    if pairs > Double(mostPairs) {
      throw GroupingError(
        "\(middles.count) cells of \(settings.size) with a band of \(settings.band) are too many "
          + "pairs; take larger cells or a narrower band")
    }
    let cubes = PointCubes(middles, reach: settings.band.meters)
    return middles.indices.map { cubes.near($0) }
  }

  private static let mostCells = 500_000
  private static let mostPairs = 100_000_000
}

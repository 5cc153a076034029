import Geodesy
import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Gi* of counts` {
  /// A lattice of 6 by 5 with the eight around each.
  static let counts: [Double] = [
    0, 1, 0, 0, 2, 0, 0, 7, 5, 0, 0, 0, 1, 9, 6, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 4,
  ]
  static let neighbors = (0..<30).map { index in
    (0..<30).filter { abs($0 % 6 - index % 6) <= 1 && abs($0 / 6 - index / 6) <= 1 }
  }
  /// By esda 2.9.0 (`G_Local`, `star=True`, binary weights).
  static let scores = [
    0.590387747, 0.940749576, 0.940749576, -0.188149915, -1.128899492, -0.737984684, 1.881499153,
    2.791922074, 2.791922074, 0.328461421, -1.478076392, -1.128899492, 2.257798984, 3.120383495,
    3.120383495, 0.0, -1.806537813, -1.505199322, 0.940749576, 1.149614972, 1.313845682,
    -0.656922841, -0.985384262, -0.752599661, -0.516589279, -0.940749576, -0.752599661,
    -1.317049407, -0.564449746, -0.295193874,
  ]
  /// By scipy 1.17.1: `2 * norm.sf(abs(z))` and `false_discovery_control(p, method='bh')`.
  static let probabilities = [
    0.554930723, 0.346833206, 0.346833206, 0.850759133, 0.258940235, 0.460523756, 0.05990405,
    0.005239597, 0.005239597, 0.74256281, 0.139387332, 0.258940235, 0.023958195, 0.001806157,
    0.001806157, 1.0, 0.070834373, 0.132272839, 0.346833206, 0.250302489, 0.188898141, 0.511230531,
    0.324435357, 0.451690521, 0.605442901, 0.346833206, 0.451690521, 0.187822064, 0.572448092,
    0.767845782,
  ]
  static let rates = [
    0.68693771, 0.547631379, 0.547631379, 0.880095655, 0.547631379, 0.62798694, 0.299520252,
    0.03929698, 0.03929698, 0.822691909, 0.46462444, 0.547631379, 0.143749168, 0.027092359,
    0.027092359, 1.0, 0.303575885, 0.46462444, 0.547631379, 0.547631379, 0.515176748, 0.666822431,
    0.547631379, 0.62798694, 0.698587963, 0.547631379, 0.62798694, 0.515176748, 0.68693771,
    0.822691909,
  ]

  @Test func `is that of other programs, with their probabilities`() throws {
    let statistic = LocalStatistic(counts: Self.counts, neighbors: Self.neighbors)
    for index in Self.counts.indices {
      #expect(abs(try #require(statistic.scores[index]) - Self.scores[index]) < 1e-8)
      #expect(abs(try #require(statistic.pValues[index]) - Self.probabilities[index]) < 1e-8)
      #expect(abs(try #require(statistic.qValues[index]) - Self.rates[index]) < 1e-8)
    }
  }

  @Test func `says nothing of equal counts or of a band that holds all`() {
    let flat = LocalStatistic(counts: [2, 2, 2], neighbors: [[0, 1], [0, 1, 2], [1, 2]])
    #expect(flat.scores == [nil, nil, nil] && flat.qValues == [nil, nil, nil])
    let wide = LocalStatistic(counts: [1, 2, 4], neighbors: [[0, 1], [0, 1, 2], [1, 2]])
    #expect(wide.scores[1] == nil && wide.scores[0] != nil)
    let one = LocalStatistic(counts: [5], neighbors: [[0]])
    #expect(one.scores == [nil])
  }
}

@Suite struct `Hot and cold hexagons` {
  private static func events(_ places: [(Coordinate, Int)]) -> HotspotEvents {
    var collector = HotspotEvents.Collector(columns: EventRows.columns)
    for (place, count) in places {
      for _ in 0..<count { collector.add(EventRows.row([:], at: .point(place))) }
    }
    return collector.events()
  }

  /// A crowd in the west of a wide field of single events, the corners of which span it.
  static let field: [(Coordinate, Int)] =
    (0..<10).flatMap { x in
      (0..<10).map { y in (Coordinate(44 + Double(x) * 0.12, 33 + Double(y) * 0.1), 1) }
    } + [(Coordinate(44.24, 33.42), 30), (Coordinate(44.30, 33.45), 20)]

  @Test func `cover the field, empty ones too, and find the crowd`() throws {
    let events = Self.events(Self.field)
    let settings = try CellSettings(size: CellSize(meters: 6000), band: CellSize(meters: 13_000))
    let table = try HotspotTable.cells(events, settings)
    let names = table.columns.map(\.name)
    #expect(names.prefix(2) == ["hex", "events"])
    #expect(names.suffix(5) == ["cells_in_band", "gi_star", "p_value", "q_value", "spot"])
    let counts = table.rows.compactMap { $0.values[1].number }
    #expect(counts.reduce(0, +) == 150)
    #expect(counts.contains(0))
    let hot = table.rows.filter { $0.values.last == .text("hot") }
    #expect(!hot.isEmpty)
    for row in hot {
      guard case .polygons(let ground)? = row.geometry, let box = ground.bounds else {
        Issue.record("no ground")
        continue
      }
      let middle = try Position(
        longitude: (box.minX + box.maxX) / 2, latitude: (box.minY + box.maxY) / 2)
      let crowd = try Position(longitude: 44.27, latitude: 33.435)
      #expect(Geodesic.wgs84.inverse(from: middle, to: crowd).distance < 22_000)
    }
    #expect(table.rows.map(\.id).count == Set(table.rows.map(\.id)).count)
  }

  @Test func `have the scores of a direct sum over geodesic distances`() throws {
    let events = Self.events(Self.field)
    let settings = try CellSettings(size: CellSize(meters: 9000), band: CellSize(meters: 20_000))
    let table = try HotspotTable.cells(events, settings)
    let grid = try CellGrid(.hex, settings.size, in: ProjContext())
    let middles = try table.rows.map { row in
      let cell = try #require(grid.cell(id: row.values[0].plainText))
      return try Position(try #require(grid.middle(of: cell)))
    }
    let counts = try table.rows.map { try #require($0.values[1].number) }
    let number = Double(counts.count)
    let mean = counts.reduce(0, +) / number
    let squares = counts.map { $0 * $0 }.reduce(0, +)
    let deviation = (squares / number - mean * mean).squareRoot()
    let place = table.columns.count - 4
    for (index, row) in table.rows.enumerated() {
      let weights = middles.map {
        Geodesic.wgs84.inverse(from: middles[index], to: $0).distance <= 20_000 ? 1.0 : 0
      }
      let sum = weights.reduce(0, +)
      let product = zip(weights, counts).map { $0 * $1 }.reduce(0, +)
      let score =
        (product - mean * sum)
        / (deviation * ((number * sum - sum * sum) / (number - 1)).squareRoot())
      #expect(row.values[place - 1] == .integer(Int(sum)))
      #expect(abs(try #require(row.values[place].number) - score) < 1e-4)
    }
  }

  @Test func `count in the area that is given`() throws {
    let events = Self.events([(Coordinate(44.1, 33.1), 3), (Coordinate(44.3, 33.3), 1)])
    let box = BoundingBox(minX: 44, minY: 33, maxX: 45, maxY: 34)
    let size = try CellSize(meters: 10_000)
    let hull = try HotspotTable.cells(events, CellSettings(size: size, band: nil))
    #expect(hull.rows.count == 2)
    let table = try HotspotTable.cells(
      events, CellSettings(size: size, band: nil, area: MultiPolygon([box.polygon])))
    let grid = try CellGrid(.hex, size, in: ProjContext())
    var inside = 0
    for row in -5...20 {
      for column in -5...15 {
        let middle = try #require(grid.middle(of: Cell(column: column, row: row)))
        if box.contains(middle) { inside += 1 }
      }
    }
    #expect(inside > 100 && table.rows.count == inside)
    // Default band: 18 around a cell and itself.
    let inner = table.rows.compactMap { $0.values[table.columns.count - 5].number }.max()
    #expect(inner == 19)
  }

  @Test func `too many cells are refused`() throws {
    let events = Self.events([
      (Coordinate(40, 30), 1), (Coordinate(48, 30), 1), (Coordinate(44, 37), 1),
    ])
    #expect(throws: GroupingError.self) {
      try HotspotTable.cells(events, CellSettings(size: CellSize(meters: 100), band: nil))
    }
    #expect(throws: GroupingError.self) {
      try HotspotTable.cells(
        events, CellSettings(size: CellSize(meters: 2000), band: CellSize(meters: 200_000)))
    }
    #expect(throws: GroupingError.self) {
      try CellSettings(size: CellSize(meters: 1000), band: CellSize(meters: 3_000_000))
    }
  }
}

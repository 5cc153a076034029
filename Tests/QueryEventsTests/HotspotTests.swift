import Geodesy
import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Clusters by density` {
  /// Around Kirkuk and Khanaqin, across the antimeridian, around the pole, and strewn.
  static let places: [(Double, Double)] = [
    (-179.9998, -18.0236), (-179.9954, -17.9857), (-3.1709, 89.9686), (7.3456, 89.9532),
    (14.1802, 89.9748), (27.2116, 89.9696), (43.2704, 89.9627), (44.3765, 35.532),
    (44.3803, 35.4735), (44.3864, 35.4843), (44.3939, 35.5084), (44.3979, 35.4767),
    (44.405, 35.4654), (44.4067, 35.4753), (44.4184, 35.5327), (44.4279, 35.5022),
    (44.661, 35.4265), (44.7025, 35.1065), (45.125, 35.882), (45.3258, 35.6952),
    (45.3502, 34.3449), (45.3588, 34.3504), (45.3646, 34.3421), (45.3662, 34.3465),
    (45.3727, 34.3611), (45.3748, 34.3402), (45.3885, 34.3382), (45.3891, 34.3439),
    (45.3999, 34.3666), (45.5177, 34.3057), (45.8834, 35.4474), (52.2763, 89.9868),
    (71.5811, 89.9621), (75.3375, 89.9814), (112.8853, 89.9828), (179.938, -17.9946),
    (179.9568, -17.9993), (179.9571, -18.0271), (179.9751, -18.0051), (179.9809, -18.0398),
    (179.9847, -18.0222), (179.9955, -18.022),
  ]

  /// By scikit-learn 1.9.1 (`DBSCAN`, precomputed distances of pyproj 3.7.2): -1 is noise.
  static let judged: [(distance: Double, least: Int, labels: [Int], cores: [Int])] = [
    (
      3000, 4,
      [
        0, -1, 1, 1, 1, 1, 1, -1, 2, 2, 2, 2, 2, 2, -1, -1, -1, -1, -1, -1, 3, 3, 3, 3, 3, 3, 3, 3,
        3, -1, -1, 1, 1, 1, 1, -1, 0, 0, 0, 0, 0, 0,
      ],
      [
        0, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 20, 21, 22, 23, 24, 25, 26, 27, 31, 32, 33, 38, 39, 40,
        41,
      ]
    ),
    (
      2000, 3,
      [
        0, -1, 1, 1, 1, 1, 1, -1, 2, 2, -1, 2, 2, 2, -1, -1, -1, -1, -1, -1, 3, 3, 3, 3, 3, 3, 3,
        3, -1, -1, -1, 1, -1, 1, 1, -1, -1, -1, -1, 0, 0, 0,
      ],
      [0, 2, 4, 5, 8, 9, 11, 12, 13, 20, 21, 22, 23, 24, 25, 26, 27, 31, 33, 34, 40, 41]
    ),
    (
      5000, 5,
      [
        0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, -1, -1, -1, -1, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        -1, -1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
      ],
      [
        0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32,
        33, 34, 36, 37, 38, 39, 40, 41,
      ]
    ),
  ]

  @Test(arguments: judged)
  func `are those of another program`(
    _ distance: Double, _ least: Int, _ labels: [Int], _ cores: [Int]
  ) throws {
    let positions = try Self.places.map { try Position(longitude: $0.0, latitude: $0.1) }
    let found = DensityClusters(
      positions: positions, events: positions.map { _ in 1 }, distance: distance, least: least)
    #expect(found.cluster.map { $0 ?? -1 } == labels)
    #expect(found.isCore.indices.filter { found.isCore[$0] } == cores)
    #expect(found.count == 4)
  }

  /// Every pair by the geodesic; clusters by spreading from each core position.
  private static func slow(
    _ positions: [Position], _ events: [Int], _ distance: Double, _ least: Int
  ) -> (cluster: [Int?], isCore: [Bool]) {
    let ways = positions.map { one in
      positions.map { Geodesic.wgs84.inverse(from: one, to: $0).distance }
    }
    let near = ways.map { row in row.indices.filter { row[$0] <= distance } }
    let isCore = near.map { list in list.reduce(0) { $0 + events[$1] } >= least }
    var cluster = [Int?](repeating: nil, count: positions.count)
    var count = 0
    for start in positions.indices where isCore[start] && cluster[start] == nil {
      var queue = [start]
      cluster[start] = count
      while let one = queue.popLast() {
        for other in near[one] where isCore[other] && cluster[other] == nil {
          cluster[other] = count
          queue.append(other)
        }
      }
      count += 1
    }
    for index in positions.indices where !isCore[index] {
      let core = near[index].filter { isCore[$0] }
        .min { (ways[index][$0], $0) < (ways[index][$1], $1) }
      cluster[index] = core.flatMap { cluster[$0] }
    }
    return (cluster, isCore)
  }

  @Test(arguments: 0..<40)
  func `are those of a search through all pairs`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let centers: [(Double, Double)] = [
      (44.4, 35.5), (179.99, 10), (-60, 89.98), (5, -89.97), (0, 0),
    ]
    let center = centers[seed % centers.count]
    let distance = [500.0, 2000, 5000, 40_000][seed % 4]
    let least = Int.random(in: 1...6, using: &random)
    var places: Set<Position> = []
    for _ in 0..<150 {
      let start = try Position(longitude: center.0, latitude: center.1)
      // A lattice, so that some are equally far, and crowds.
      let away = Double(Int.random(in: 0...8, using: &random)) * distance / 2
      let azimuth = Double(Int.random(in: 0..<12, using: &random)) * 30
      places.insert(
        try Geodesic.wgs84.destination(from: start, azimuth: azimuth, distance: away))
    }
    let positions = places.sorted { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
    let events = positions.map { _ in Int.random(in: 1...3, using: &random) }
    let expected = Self.slow(positions, events, distance, least)
    let found = DensityClusters(
      positions: positions, events: events, distance: distance, least: least)
    #expect(found.isCore == expected.isCore)
    #expect(found.cluster == expected.cluster)
  }

  @Test(arguments: 0..<10)
  func `what is near is found on all sides of cubes`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let reach = [1.0, 300, 25_000, 900_000][seed % 4]
    let start = try Position(
      longitude: Double.random(in: -180...180, using: &random),
      latitude: Double.random(in: -90...90, using: &random))
    let positions = try (0..<120).map { _ in
      try Geodesic.wgs84.destination(
        from: start, azimuth: Double.random(in: 0..<360, using: &random),
        distance: Double.random(in: 0...4, using: &random) * reach)
    }
    let cubes = PointCubes(positions, reach: reach)
    for (index, position) in positions.enumerated() {
      let expected = positions.indices.filter {
        Geodesic.wgs84.inverse(from: position, to: positions[$0]).distance <= reach
      }
      #expect(cubes.near(index) == expected)
    }
  }
}

@Suite struct `Tables of clusters` {
  private static func event(
    _ place: (Double, Double)?, killed: Int? = nil, day: String? = nil
  ) -> Feature {
    EventRows.row(
      [
        "killed_min": killed.map { .integer($0) } ?? .null,
        "killed_max": killed.map { .integer($0) } ?? .null,
        "date_start": day.map { .text($0) } ?? .null, "date_end": day.map { .text($0) } ?? .null,
      ], at: place.map { .point(Coordinate($0.0, $0.1)) })
  }

  private static func collect(_ rows: [Feature]) -> HotspotEvents {
    var collector = HotspotEvents.Collector(columns: EventRows.columns)
    for row in rows { collector.add(row) }
    return collector.events()
  }

  @Test func `count every event that has a point once`() throws {
    let khanaqin = (45.39, 34.35)
    let rows =
      [
        Self.event(khanaqin, killed: 2, day: "2021-03-01"),
        Self.event(khanaqin, killed: nil, day: "2020-01-01"),
        Self.event((45.41, 34.35), killed: 1, day: "2022-01-01"),
        // Border; noise; no point; no position.
        Self.event((45.45, 34.35)), Self.event((44.4, 35.5), killed: 9), Self.event(nil),
        Self.event((200, 10)),
      ] + Array(repeating: Self.event((179.999, 0)), count: 3) + [Self.event((-179.999, 0))]
    let events = Self.collect(rows)
    #expect(events.count == 9 && events.withoutPoint == 2)
    let table = try HotspotTable.clusters(
      events, ClusterSettings(kilometers: 4, leastEvents: 3))
    let names = table.columns.map(\.name)
    #expect(
      names == [
        "cluster", "events", "core_events", "killed_min", "killed_max", "killed_open",
        "killed_unknown", "injured_min", "injured_max", "injured_open", "injured_unknown",
        "first_date", "last_date", "label_lon", "label_lat", "radius_km",
      ])
    #expect(
      table.rows.map { Array($0.values.prefix(7)) } == [
        // Both have four events: the one whose core begins farther west is first.
        [.integer(1), .integer(4), .integer(4), .null, .null, .integer(0), .integer(4)],
        [
          .integer(2), .integer(4), .integer(3), .integer(3), .integer(3), .integer(0), .integer(2),
        ],
        [.null, .integer(1), .integer(0), .integer(9), .integer(9), .integer(0), .integer(0)],
      ])
    #expect(table.rows.map(\.id) == [.text("cluster-1"), .text("cluster-2"), .text("none")])
    let second = table.rows[1].values
    #expect(second[11] == .text("2020-01-01") && second[12] == .text("2022-01-01"))
    #expect(
      table.rows[2].geometry == nil && table.rows[2].values.suffix(3) == [.null, .null, .null])
    // The label of the first lies between its sides, not on the other side of the earth.
    #expect(abs(abs(table.rows[0].values[13].number ?? 0) - 180) < 0.001)
  }

  @Test func `draw the ground within half the distance`() throws {
    let rows =
      Array(repeating: Self.event((179.99, 0)), count: 3) + [
        Self.event((-179.99, 0)), Self.event((-179.985, 0.01)),
      ]
    let table = try HotspotTable.clusters(
      Self.collect(rows), ClusterSettings(kilometers: 5, leastEvents: 2))
    #expect(table.rows.count == 1)
    guard case .polygons(let ground)? = table.rows[0].geometry else {
      Issue.record("no ground")
      return
    }
    let engine = try GeometryEngine()
    #expect(try engine.validityFault(ground) == nil)
    // Cut at the antimeridian.
    #expect(Set(ground.polygons.map { $0.rings[0][0].x > 0 }) == [true, false])
    for row in rows {
      guard case .point(let point)? = row.geometry else { continue }
      let center = try Position(point)
      for azimuth in stride(from: 0.0, to: 360, by: 15) {
        let inside = try Geodesic.wgs84.destination(
          from: center, azimuth: azimuth, distance: 2450)
        #expect(try engine.planarDistance(from: inside.coordinate, to: ground) == 0)
      }
    }
    // Not more than all the discs together.
    let area = try Geodesic.wgs84.area(of: ground)
    #expect(area < 3 * Double.pi * 2500 * 2500 && area > 1.5 * Double.pi * 2500 * 2500)
  }

  @Test(arguments: 0..<10)
  func `are the same whatever the order of the events`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<80).map { _ in
      Self.event(
        (
          44 + Double(Int.random(in: 0..<20, using: &random)) / 50,
          35 + Double(Int.random(in: 0..<20, using: &random)) / 50
        ), killed: Int.random(in: 0...3, using: &random))
    }
    let settings = ClusterSettings(kilometers: 3, leastEvents: 3)
    let table = try HotspotTable.clusters(Self.collect(rows), settings)
    let other = try HotspotTable.clusters(Self.collect(rows.shuffled(using: &random)), settings)
    #expect(table.rows == other.rows)
    let counts = table.rows.compactMap { $0.values[1].number }
    #expect(counts.reduce(0, +) == 80)
    #expect(counts.dropLast() == counts.dropLast().sorted(by: >)[...])
  }

  @Test func `of nothing are empty`() throws {
    let none = Self.collect([Self.event(nil)])
    #expect(try HotspotTable.clusters(none, .standard).rows.isEmpty)
    #expect(
      try HotspotTable.cells(none, CellSettings(size: CellSize(meters: 1000), band: nil)).rows
        .isEmpty)
  }
}

import Geodesy
import Geometry
import Glibc
import Model

/// How clusters of events are found: see `DensityClusters`.
package struct ClusterSettings: Sendable, Hashable {
  /// Kilometres along the ground.
  package var kilometers: Double
  /// How many events within the distance make an event core.
  package var leastEvents: Int

  package static let standard = ClusterSettings(kilometers: 5, leastEvents: 5)
  /// What the distance may be.
  package static let kilometerRange = 0.001...1000

  package init(kilometers: Double, leastEvents: Int) {
    self.kilometers = kilometers
    self.leastEvents = leastEvents
  }
}

extension HotspotTable {
  /// Returns the clusters of events, most events first, and a last row without a number for the events in
  /// none, so that the events of all rows are those that take part.
  ///
  /// The ground of a cluster is what lies within half the distance of one of its events: one piece around its
  /// core. Columns: `cluster` (from 1), `events`, `core_events`, the sums and dates, `label_lon` and
  /// `label_lat` (where to write the number; nothing happened there), `radius_km` (from there to the farthest event).
  /// - Throws: `GeodesyError` and `GeometryError` when PROJ or GEOS fail.
  package static func clusters(
    _ events: HotspotEvents, _ settings: ClusterSettings
  ) throws -> HotspotTable {
    let found = DensityClusters(
      positions: events.positions, events: events.measures.map { Int($0.events) },
      distance: settings.kilometers * 1000, least: settings.leastEvents)
    var members = [[Int]](repeating: [], count: found.count)
    var noise = GroupMeasures()
    for (index, cluster) in found.cluster.enumerated() {
      if let cluster { members[cluster].append(index) } else { noise.add(events.measures[index]) }
    }
    let sums = members.map { list in
      list.reduce(into: GroupMeasures()) { $0.add(events.measures[$1]) }
    }
    let order = members.indices.sorted { left, right in
      // The cluster whose core begins farther west has the lower number.
      sums[left].events != sums[right].events
        ? sums[left].events > sums[right].events : left < right
    }
    let drawer = try ClusterDrawer(radius: settings.kilometers * 500)
    var rows: [Feature] = []
    for (number, cluster) in order.enumerated() {
      let positions = members[cluster].map { events.positions[$0] }
      let weights = members[cluster].map { events.measures[$0].events }
      let label = drawer.label(positions, weights)
      let core = members[cluster].filter { found.isCore[$0] }
        .reduce(0) { $0 + events.measures[$1].events }
      rows.append(
        row(
          .integer(number + 1), sums[cluster], core: core, events.measureColumns,
          label: label, radius: drawer.radius(positions, from: label),
          ground: .polygons(try drawer.ground(positions, around: label))))
    }
    if noise.events > 0 { rows.append(row(.null, noise, core: 0, events.measureColumns)) }
    return HotspotTable(columns: columns(events.measureColumns), rows: rows)
  }

  private static func columns(_ measures: MeasureColumns) -> [AttributeColumn] {
    var columns = measures.columns(apportioned: false)
    columns.insert(AttributeColumn("cluster", .integer), at: 0)
    columns.insert(AttributeColumn("core_events", .integer), at: 2)
    return columns + [
      AttributeColumn("label_lon", .real), AttributeColumn("label_lat", .real),
      AttributeColumn("radius_km", .real),
    ]
  }

  private static func row(
    _ number: AttributeValue, _ sums: GroupMeasures, core: Double, _ measures: MeasureColumns,
    label: Position? = nil, radius: Double? = nil, ground: Shape? = nil
  ) -> Feature {
    func rounded(_ value: Double?, _ factor: Double) -> AttributeValue {
      value.map { .real(($0 * factor).rounded() / factor) } ?? .null
    }
    var values = measures.values(sums, apportioned: false)
    values.insert(number, at: 0)
    values.insert(.integer(Int(core)), at: 2)
    values += [
      rounded(label?.longitude, 1e5), rounded(label?.latitude, 1e5),
      rounded(radius.map { $0 / 1000 }, 1000),
    ]
    return Feature(
      id: .text(number == .null ? GroupKey.Word.none : "cluster-\(number.plainText)"),
      geometry: ground, values: values)
  }
}

/// Draws clusters.
private struct ClusterDrawer {
  /// Metres around each event.
  let radius: Double
  private let context: ProjContext
  private let engine: GeometryEngine

  init(radius: Double) throws {
    self.radius = radius
    context = try ProjContext()
    engine = try GeometryEngine()
  }

  /// The mean of the positions as directions from the middle of the earth; of positions that are opposite to each other,
  /// which have no mean, the first.
  func label(_ positions: [Position], _ weights: [Double]) -> Position {
    var (x, y, z) = (0.0, 0.0, 0.0)
    for (position, weight) in zip(positions, weights) {
      let latitude = position.latitude * .pi / 180
      let longitude = position.longitude * .pi / 180
      x += weight * cos(latitude) * cos(longitude)
      y += weight * cos(latitude) * sin(longitude)
      z += weight * sin(latitude)
    }
    let mean = try? Position(
      longitude: atan2(y, x) * 180 / .pi,
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
    let isLost = (x * x + y * y + z * z).squareRoot() < 1e-9
    return isLost ? positions[0] : mean ?? positions[0]
  }

  func radius(_ positions: [Position], from label: Position) -> Double {
    positions.reduce(0) { max($0, Geodesic.wgs84.inverse(from: label, to: $1).distance) }
  }

  func ground(_ positions: [Position], around label: Position) throws -> MultiPolygon {
    let local = try LocalProjection(center: label, in: context)
    let points = try positions.map { try local.forward($0.coordinate) }
    let planar = try engine.buffer(points, distance: radius, quadrantSegments: 8)
    let parts = try planar.polygons.map { polygon in
      try engine.onGlobe(Polygon(rings: try polygon.rings.map { try local.inverse($0) }))
    }
    return MultiPolygon(parts.flatMap(\.polygons))
  }
}

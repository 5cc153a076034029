package import Geometry
package import Model

/// The events that hotspots are made of: those with one point.
package struct HotspotEvents: Sendable {
  let measureColumns: MeasureColumns
  /// Every place once, from west to east and then from south to north.
  let positions: [Position]
  /// What happened at each place.
  let measures: [GroupMeasures]
  /// How many events take part.
  package let count: Int
  /// How many have no point, or one that is no longitude and latitude: they do not take part.
  package let withoutPoint: Int

  /// Collects events one by one; memory grows with their places.
  package struct Collector {
    private let columns: MeasureColumns
    private var places: [Position: GroupMeasures] = [:]
    private var count = 0
    private var withoutPoint = 0

    /// - Parameter columns: In the order of the values of what is added.
    package init(columns: [AttributeColumn]) {
      self.columns = MeasureColumns(LayerColumns(columns), dateColumn: nil)
    }

    package mutating func add(_ feature: Feature) {
      guard let point = HotspotEvents.point(feature.geometry), let position = try? Position(point)
      else {
        withoutPoint += 1
        return
      }
      count += 1
      places[position, default: GroupMeasures()].add(columns.measures(of: feature))
    }

    /// What was collected, in the same order whatever the order was.
    package func events() -> HotspotEvents {
      let positions = places.keys.sorted {
        ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
      }
      return HotspotEvents(
        measureColumns: columns, positions: positions,
        measures: positions.map { places[$0] ?? GroupMeasures() }, count: count,
        withoutPoint: withoutPoint)
    }
  }

  /// The columns that are read of an event.
  package static func columnsRead(of columns: [AttributeColumn]) -> [String] {
    MeasureColumns(LayerColumns(columns), dateColumn: nil).indexes.map { columns[$0].name }
  }

  fileprivate static func point(_ geometry: Shape?) -> Coordinate? {
    switch geometry {
    case .point(let point)?: point
    case .points(let points)? where points.count == 1: points[0]
    default: nil
    }
  }
}

/// Rows of an answer about hotspots.
package struct HotspotTable: Sendable {
  package let columns: [AttributeColumn]
  package let rows: [Feature]
}

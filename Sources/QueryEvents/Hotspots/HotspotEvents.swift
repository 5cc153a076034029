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

  /// Collects events.
  ///
  /// O(n log n).
  /// - Parameter columns: Of the layer, in the order of the values.
  package init(_ features: some Sequence<Feature>, columns: [AttributeColumn]) {
    let measureColumns = MeasureColumns(LayerColumns(columns), dateColumn: nil)
    var places: [Position: GroupMeasures] = [:]
    var count = 0
    var withoutPoint = 0
    for feature in features {
      guard let point = Self.point(feature.geometry), let position = try? Position(point) else {
        withoutPoint += 1
        continue
      }
      count += 1
      places[position, default: GroupMeasures()].add(measureColumns.measures(of: feature))
    }
    positions = places.keys.sorted {
      ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
    }
    measures = positions.map { places[$0] ?? GroupMeasures() }
    self.measureColumns = measureColumns
    self.count = count
    self.withoutPoint = withoutPoint
  }

  /// The columns that are read of an event.
  package static func columnsRead(of columns: [AttributeColumn]) -> [String] {
    MeasureColumns(LayerColumns(columns), dateColumn: nil).indexes.map { columns[$0].name }
  }

  private static func point(_ geometry: Shape?) -> Coordinate? {
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

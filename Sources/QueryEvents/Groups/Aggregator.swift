import Geodesy
package import Geometry
package import Model

/// Counts rows of a layer by groups, with sums of harm and first and last dates.
///
/// Every row counts once: it is in one group, or its parts in several make 1. The rows `uncertain`,
/// `undated in bucket` and `none` hold what is in no single group, so that the sum over all rows of a
/// table is the number of rows added.
///
/// ```swift
/// let groupings = try Grouping.list("admin2,event_type", columns: layer.columns)
/// let aggregator = try Aggregator(columns: layer.columns, groupings: groupings, apportion: false)
/// try reader.forEach(of: layer) { … try aggregator.add(feature) … }
/// let table = try aggregator.table()
/// ```
///
/// Memory grows with the groups, not with the rows. Not Sendable: it holds a projection.
package final class Aggregator {
  let groupings: [Grouping]
  let apportions: Bool
  let sources: [any GroupSource]
  let measures: MeasureColumns
  let engine: GeometryEngine
  private let columns: LayerColumns
  private var groups: [GroupMeasures] = []
  private var keys: [[GroupKey]] = []
  private var places: [[GroupKey]: Int] = [:]
  /// Which groups rows with these values go to.
  private var known: [[AttributeValue]: [(group: Int, part: Double)]] = [:]
  private var total = GroupMeasures()
  private var values: [AttributeValue] = []

  private static let mostKnown = 1 << 17

  /// Makes an aggregator.
  /// - Parameters:
  ///   - columns: Of the layer, in the order of the values of its features.
  ///   - groupings: What to count by, the first the outermost.
  ///   - apportion: Split what is in several groups by its shares: events and sums become fractions.
  ///   - unitLevels: The level (1 to 3) of each administrative unit by its id, where it is known; else ids
  ///     tell it (`…-adm2-…`).
  /// - Throws: `GeodesyError` and `GeometryError` when PROJ or GEOS refuse to start.
  package init(
    columns: [AttributeColumn], groupings: [Grouping], apportion: Bool,
    unitLevels: [String: Int] = [:]
  ) throws {
    let layer = LayerColumns(columns)
    self.columns = layer
    self.groupings = groupings
    apportions = apportion
    engine = try GeometryEngine()
    var sources: [any GroupSource] = []
    var dateColumn: String?
    for grouping in groupings {
      switch grouping {
      case .column(let name): sources.append(ColumnSource(name, layer))
      case .unit(let level):
        sources.append(UnitSource(level, layer, apportions: apportion, levels: unitLevels))
      case .territory: sources.append(TerritorySource(layer, apportions: apportion))
      case .actor: sources.append(ActorSource(layer, apportions: apportion))
      case .time(let bucket, let column):
        sources.append(TimeSource(bucket, of: column, layer))
        dateColumn = dateColumn ?? column
      case .cells(let form, let size):
        sources.append(
          CellSource(
            try CellGrid(form, size, in: ProjContext()), layer, engine: engine,
            apportions: apportion))
      }
    }
    self.sources = sources
    measures = MeasureColumns(layer, dateColumn: dateColumn)
  }

  /// The columns that are read of a row: others may be null in what is added.
  package var columnsRead: [String] {
    var indexes = measures.indexes
    for source in sources { indexes += (source.inputs ?? []).compactMap(\.index) }
    if readsGeometry, let precision = columns.index("precision") { indexes.append(precision) }
    return Set(indexes).sorted().map { columns.all[$0].name }
  }

  /// Whether the geometry of a row is read.
  package var readsGeometry: Bool { sources.contains { $0.inputs == nil } }

  /// Adds a row.
  ///
  /// O(1) for values that came before, else linear in the parts. An area that is split costs an overlay with each
  /// cell on its border.
  /// - Throws: `GeodesyError` for coordinates that are no longitude and latitude, `GeometryError` for a
  ///   geometry that cannot be built, `GroupingError` for an area of too many cells.
  package func add(_ feature: Feature) throws {
    values.removeAll(keepingCapacity: true)
    var direct: [Int: [GroupPart]] = [:]
    var ranges: [Range<Int>] = []
    for (index, source) in sources.enumerated() {
      let start = values.count
      if let parts = try source.read(feature, into: &values) { direct[index] = parts }
      ranges.append(start..<values.count)
    }
    let one = measures.measures(of: feature)
    if direct.isEmpty {
      add(one)
    } else {
      let parts = sources.indices.map { direct[$0] ?? sources[$0].parts(values[ranges[$0]]) }
      add(one, to: places(of: parts))
    }
  }

  /// Adds a row of a `GroupStatement`: many rows of the layer that have the same values.
  package func add(counted row: [AttributeValue]) {
    values = row
    let width = sources.reduce(0) { $0 + ($1.inputs?.count ?? 0) }
    values.removeLast(row.count - width)
    add(measures.measures(counted: row[width...]))
  }

  /// Adds what rows with the current values make.
  private func add(_ measures: GroupMeasures) {
    if let places = known[values] { return add(measures, to: places) }
    var start = 0
    let parts = sources.map { source in
      // Of a point in a cell: column and row.
      let end = start + (source.inputs?.count ?? 2)
      defer { start = end }
      return source.parts(values[start..<end])
    }
    let places = places(of: parts)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[values] = places
    add(measures, to: places)
  }

  private func add(_ measures: GroupMeasures, to places: [(group: Int, part: Double)]) {
    total.add(measures)
    for place in places { groups[place.group].add(measures, part: place.part) }
  }

  /// Every combination of the parts in each grouping.
  private func places(of parts: [[GroupPart]]) -> [(group: Int, part: Double)] {
    var combined: [(keys: [GroupKey], part: Double)] = [([], 1)]
    for choices in parts {
      combined = combined.flatMap { one in
        choices.map { (one.keys + [$0.key], one.part * $0.part) }
      }
    }
    return combined.map { (group: place(of: $0.keys), part: $0.part) }
  }

  private func place(of keys: [GroupKey]) -> Int {
    if let place = places[keys] { return place }
    let place = groups.count
    groups.append(GroupMeasures())
    self.keys.append(keys)
    places[keys] = place
    return place
  }

  /// Returns what was counted, ordered by the keys of the first grouping, then the second.
  /// - Parameter shape: The ground of a group for a map, asked for the first key of a row that has one; cells
  ///   have their own. See `GroupShapes`.
  package func table(shape: (GroupKey) throws -> Shape? = { _ in nil }) throws -> GroupTable {
    let order = groups.indices.sorted { left, right in
      for (one, other) in zip(keys[left], keys[right]) where one != other {
        if GroupKey.precedes(one, other) { return true }
        if GroupKey.precedes(other, one) { return false }
      }
      return left < right
    }
    return try GroupTable(
      aggregator: self, rows: order.map { (keys[$0], groups[$0]) }, total: total, shape: shape)
  }
}

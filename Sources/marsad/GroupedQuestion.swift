import EmitLayers
import Geometry
import Model
import QueryEvents
import StoreEvents

/// `query --by`: the answer counted by groups.
struct GroupedQuestion {
  let by: String
  let apportion: Bool
  let order: [SortKey]
  let limit: Int?
  let offset: Int
  let answer: FeatureOutputOptions
  let isQuiet: Bool

  func run(
    _ query: EventQuery, _ sources: [any FeatureSource], _ areas: (any FeatureSource)?,
    _ opener: LayerOpener, explains: Bool
  ) throws {
    let columns = sources[0].columns
    let groupings = try Grouping.list(by, columns: columns)
    let shapes = try opener.store().map { try GroupShapes($0, for: groupings) }
    let levels = shapes?.unitLevels ?? [:]
    let draft = try Aggregator(
      columns: columns, groupings: groupings, apportion: apportion, unitLevels: levels)
    let runner = try QueryRunner(
      sources: sources, areas: areas, query: query, output: draft.columnsRead,
      needsGeometry: draft.readsGeometry)
    let aggregator = try Aggregator(
      columns: runner.columns, groupings: groupings, apportion: apportion, unitLevels: levels)
    if explains {
      for line in try runner.explanation() { try StandardOutput.writeLine(line) }
      try StandardOutput.writeLine(
        runner.countsInSQL(aggregator) ? "counted in SQL" : "counted feature by feature")
      return
    }
    _ = try runner.count(into: aggregator)
    let table = try aggregator.table { key in
      answer.needsGeometry ? shapes?.shape(of: key) : nil
    }
    var rows = try RowOrder.sorted(table.rows, columns: table.columns, by: order)
    rows = Array(rows.dropFirst(offset).prefix(limit ?? .max))
    // What a reader would take for one more group belongs only where people look.
    if answer.chosenFormat == .table, offset == 0, limit == nil { rows.append(table.total) }
    let output = FeatureOutput(
      options: answer, name: "groups", columns: table.columns, holdsPointsOnly: false,
      hasGeometry: answer.chosenFormat != .csv || answer.wkt)
    try output.write { add in
      for row in rows { try add(row) }
    }
    if !isQuiet { StandardError.print("\(table.rows.count) groups") }
  }
}

import GRDB
package import Model

extension GeoPackageReader {
  /// How SQLite goes about the rows that `forEach` hands out for the same parameters: one line a step.
  ///
  /// The words are SQLite's own and differ between its versions.
  package func explainPlan(
    of layer: LayerDescription, in box: BoundingBox? = nil, where condition: RowCondition? = nil,
    columns: [String]? = nil, withGeometry: Bool = true
  ) throws -> [String] {
    let query = FeatureQuery(
      layer: layer, columns: try self.columns(columns, of: layer), box: box, condition: condition,
      withGeometry: withGeometry)
    return try read { database in
      let steps = try Row.fetchAll(
        database, sql: "EXPLAIN QUERY PLAN " + query.sql, arguments: query.arguments)
      return steps.compactMap { String.fromDatabaseValue($0["detail"]) }
    }
  }

  /// Groups the rows of a layer and returns one row of values for each group.
  ///
  /// Groups come in the order of what they are grouped by: by bytes for texts, NULL first.
  /// - Parameters:
  ///   - layer: Of this file.
  ///   - select: Expressions of SQLite, such as `count(*)` or `sum("killed_min")`: as of a condition,
  ///     their names are checked by who makes them.
  ///   - condition: Which rows count; nil for all.
  ///   - groupBy: Expressions that tell the groups apart; empty for one group of all rows.
  package func rows(
    of layer: LayerDescription, select: [String], where condition: RowCondition? = nil,
    groupBy: [String] = []
  ) throws -> [[AttributeValue]] {
    var sql = "SELECT \(select.joined(separator: ", ")) FROM \(SQLName.quoted(layer.name))"
    if let condition { sql += " WHERE (\(condition.text))" }
    if !groupBy.isEmpty {
      let keys = groupBy.joined(separator: ", ")
      sql += " GROUP BY \(keys) ORDER BY \(keys)"
    }
    let arguments = StatementArguments((condition?.bindings ?? []).map(\.databaseValue))
    return try read { database in
      let statement = try database.makeStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: arguments)
      var rows: [[AttributeValue]] = []
      while try cursor.next() != nil {
        rows.append((0..<select.count).map { statement.value($0, as: .bytes) })
      }
      return rows
    }
  }
}

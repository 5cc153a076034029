package import Geometry
package import Model

/// Sorts and cuts rows that are counted already.
package enum RowOrder {
  /// Returns the rows by the keys; of equals the order is kept.
  /// - Throws: `QueryError` for a name that is no column.
  package static func sorted(
    _ rows: [Feature], columns: [AttributeColumn], by keys: [SortKey]
  ) throws -> [Feature] {
    if keys.isEmpty { return rows }
    let names = columns.map(\.name)
    for key in keys where !names.contains(key.name) {
      throw QueryError(
        .missingColumn,
        "there is no column \(key.name) to sort by; there are \(names.joined(separator: ", "))")
    }
    let order = MatchOrder(keys, layout: FilterLayout(columns: columns, geometryName: nil))
    let matches = rows.map { QueryRunner.Match(feature: $0, way: nil) }
    return rows.indices.sorted { left, right in
      order.precedes(matches[left], matches[right]) ?? (left < right)
    }.map { rows[$0] }
  }
}

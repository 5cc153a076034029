package import Geometry
package import Model

/// What an `Aggregator` has counted: a row for each group.
package struct GroupTable: Sendable {
  /// The columns of the keys, then `events`, the sums and the dates.
  package let columns: [AttributeColumn]
  /// In order; geometries are cells or what was asked for the keys.
  package let rows: [Feature]
  /// The keys of each row, one a grouping.
  package let keys: [[GroupKey]]
  /// All rows that were added, each once; its first key is the word `total`.
  package let total: Feature

  init(
    aggregator: Aggregator, rows: [(keys: [GroupKey], measures: GroupMeasures)],
    total: GroupMeasures, shape: (GroupKey) throws -> Shape?
  ) throws {
    let sources = aggregator.sources
    var columns: [AttributeColumn] = []
    let measureColumns = aggregator.measures.columns(apportioned: aggregator.apportions)
    for column in sources.flatMap(\.keyColumns) + measureColumns {
      columns.append(Self.renamed(column, besides: columns))
    }
    self.columns = columns
    var shapes: [GroupKey: Shape?] = [:]
    func ground(_ keys: [GroupKey]) throws -> Shape? {
      for (key, source) in zip(keys, sources) {
        if shapes[key] == nil {
          if case .cell(let cell) = key, let source = source as? CellSource {
            let outline = try source.grid.outline(of: cell, engine: aggregator.engine)
            shapes[key] = .some(outline.map { .polygons($0) })
          } else {
            shapes[key] = .some(try shape(key))
          }
        }
        if let found = shapes[key], let found { return found }
      }
      return nil
    }
    self.rows = try rows.map { keys, measures in
      let cells = zip(keys, sources).flatMap { $1.cells($0) }
      let titles = zip(keys, sources).map { key, source in
        key.title { (source as? CellSource)?.grid.id(of: $0) ?? "" }
      }
      return Feature(
        id: .text(titles.joined(separator: "/")), geometry: try ground(keys),
        values: cells
          + aggregator.measures.values(measures, apportioned: aggregator.apportions))
    }
    keys = rows.map(\.keys)
    var cells = sources.flatMap(\.keyColumns).map { _ in AttributeValue.null }
    if let first = columns.first, first.kind == .text, !first.isJSON {
      cells[0] = .text(GroupKey.Word.total)
    }
    self.total = Feature(
      id: .text(GroupKey.Word.total), geometry: nil,
      values: cells + aggregator.measures.values(total, apportioned: aggregator.apportions))
  }

  /// A column of its own name: a layer may be grouped by a column that is called like a sum.
  private static func renamed(
    _ column: AttributeColumn, besides others: [AttributeColumn]
  ) -> AttributeColumn {
    var column = column
    let name = column.name
    var number = 2
    while others.contains(where: { $0.name == column.name }) {
      column.name = "\(name)_\(number)"
      number += 1
    }
    return column
  }
}

package import Model
package import StoreEvents

/// The part of counting that a store can do: rows with the same values counted together.
///
/// Each row that it gives is added by `Aggregator.add(counted:)`, which then knows the same as if it had
/// been given every row by itself: what a value means stays in one place. There is a statement for
/// all groupings that read columns only, apportioned or not; none for cells.
///
/// ```swift
/// if let statement = GroupStatement(aggregator) {
///   let rows = try reader.counted(of: layer, by: statement.keys, measures: statement.measures)
///   for row in rows { aggregator.add(counted: statement.read(row)) }
/// }
/// ```
///
/// Nothing of a user's stands in the text: only names of the layer's columns, quoted. There are no
/// question marks.
package struct GroupStatement: Sendable, Hashable {
  /// Expressions of SQLite that tell the rows apart.
  package let keys: [String]
  /// What is taken of rows that are counted together.
  package let measures: [RowMeasure]
  /// How the value of each key is read.
  private let kinds: [AttributeKind]

  /// Makes the statement of an aggregator; nil when a grouping reads the geometry.
  package init?(_ aggregator: Aggregator) {
    var inputs: [GroupInput] = []
    for source in aggregator.sources {
      guard let more = source.inputs else { return nil }
      inputs += more
    }
    keys = inputs.map(\.sql)
    measures = aggregator.measures.rowMeasures
    kinds = inputs.map(\.kind)
  }

  /// Returns a row as features of the layer would have its values.
  package func read(_ row: [AttributeValue]) -> [AttributeValue] {
    var row = row
    for (place, kind) in kinds.enumerated() {
      switch (row[place], kind) {
      case (.integer(let number), .boolean): row[place] = .boolean(number != 0)
      case (.integer(let number), .real): row[place] = .real(Double(number))
      default: break
      }
    }
    return row
  }
}

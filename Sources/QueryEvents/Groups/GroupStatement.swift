package import Model

/// The part of counting that SQLite can do: rows with the same values counted together.
///
/// Each row that it gives is added by `Aggregator.add(counted:)`, which then knows the same as if it had
/// been given every row by itself: what a value means stays in one place. There is a statement for
/// all groupings that read columns only, apportioned or not; none for cells.
///
/// ```swift
/// if let statement = GroupStatement(aggregator) {
///   // SELECT \(statement.select) FROM "events" WHERE … GROUP BY \(statement.groupBy)
/// }
/// ```
///
/// Nothing of a user's stands in the text: only names of the layer's columns, quoted. There are no
/// question marks.
package struct GroupStatement: Sendable, Hashable {
  /// What to select, separated by commas.
  package let select: String
  /// What to group by: by place in the list of what is selected, compared byte by byte.
  package let groupBy: String
  /// How each value of a row is read.
  package let kinds: [AttributeKind]

  /// Makes the statement of an aggregator; nil when a grouping reads the geometry.
  package init?(_ aggregator: Aggregator) {
    var inputs: [GroupInput] = []
    for source in aggregator.sources {
      guard let more = source.inputs else { return nil }
      inputs += more
    }
    let sums = aggregator.measures.expressions
    select = (inputs.map(\.sql) + sums).joined(separator: ", ")
    // A column may be declared to take A for a; values that differ are different groups.
    groupBy = inputs.map { "\($0.sql) COLLATE BINARY" }.joined(separator: ", ")
    kinds =
      inputs.map(\.kind) + ["events"].map { _ in .integer }
      + sums.dropFirst().map { $0.hasPrefix("m") ? .text : .real }
  }
}

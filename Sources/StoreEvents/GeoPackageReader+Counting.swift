import Dispatch
import GRDB
package import Model
import Synchronization

extension GeoPackageReader {
  /// Counts the rows of a layer that have the same values, in one pass.
  ///
  /// SQLite sorts all rows to group them, which takes several times as long as reading them; here a table of the
  /// groups is kept instead. What it gives is what `rows(of:select:where:groupBy:)` gives for
  /// `RowMeasure.aggregates`, but that 1 and 1.0 are different values.
  /// - Parameters:
  ///   - layer: Of this file.
  ///   - keys: Expressions of SQLite that tell the groups apart.
  ///   - measures: What is taken of each group.
  ///   - condition: Which rows count; nil for all.
  /// - Returns: Of each group the values of the keys, then those of the measures, in the order in which
  ///   groups are met.
  package func counted(
    of layer: LayerDescription, by keys: [String], measures: [RowMeasure],
    where condition: RowCondition? = nil
  ) throws -> [[AttributeValue]] {
    let inputs = keys + measures.flatMap(\.inputs)
    // Without anything to read there would be no column.
    let list = inputs.isEmpty ? "NULL" : inputs.joined(separator: ", ")
    var sql = "SELECT \(list) FROM \(SQLName.quoted(layer.name))"
    if let condition { sql += " WHERE (\(condition.text))" }
    let scan = CountScan(
      sql: sql, bindings: condition?.bindings ?? [], hasCondition: condition != nil,
      counter: RowCounter(keys: keys.count, measures: measures))
    if let counter = try inHalves(layer, scan) { return counter.rows }
    return try read { try scan.run($0, part: nil) }.rows
  }

  /// Below, a second connection costs more than it saves.
  private static let rowsWorthHalving = 50_000

  /// Counts the two halves of a table at once, each by a connection of its own; nil where that is not
  /// possible, or another program changed the file meanwhile.
  private func inHalves(_ layer: LayerDescription, _ scan: CountScan) throws -> RowCounter? {
    let number = "_rowid_"
    guard let identity, !layer.columns.contains(where: { $0.name.lowercased() == number }) else {
      return nil
    }
    let ends = try read { database -> [Int] in
      let isNumbered = try Bool.fetchOne(
        database,
        sql: """
          SELECT 1 FROM pragma_table_list
          WHERE schema = 'main' AND name = ? AND type = 'table' AND wr = 0
          """, arguments: [layer.name])
      guard isNumbered == true else { return [] }
      // Each alone is found without a pass.
      return try ["min", "max"].compactMap { end in
        try Int.fetchOne(
          database, sql: "SELECT \(end)(\(number)) FROM \(SQLName.quoted(layer.name))")
      }
    }
    guard let first = ends.first, let last = ends.last else { return nil }
    let (width, overflows) = last.subtractingReportingOverflow(first)
    guard !overflows, width >= Self.rowsWorthHalving else { return nil }
    let middle = first + width / 2
    let connections = [queue, try StoreConnection.read(path)]
    guard StoreFile.identity(path) == identity else { return nil }
    let before = try connections.map(Self.version)
    let parts = ["\(number) <= \(middle)", "\(number) > \(middle)"]
    let results = Halves()
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = Result {
        try connections[index].unsafeRead { try scan.run($0, part: parts[index]) }
      }
      results.set(result, at: index)
    }
    var (counter, second) = try results.take()
    guard try connections.map(Self.version) == before else { return nil }
    counter.add(second)
    return counter
  }

  /// A number that changes when another connection changes the file.
  private static func version(_ connection: DatabaseQueue) throws -> Int? {
    try connection.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") }
  }
}

/// One pass over a table, or over a part of it.
private struct CountScan: Sendable {
  let sql: String
  let bindings: [AttributeValue]
  let hasCondition: Bool
  /// Has nothing yet.
  let counter: RowCounter

  func run(_ database: Database, part: String?) throws -> RowCounter {
    try StoreConnection.mapPages(true, in: database)
    defer { try? StoreConnection.mapPages(false, in: database) }
    let condition = part.map { (hasCondition ? " AND " : " WHERE ") + $0 } ?? ""
    let statement = try database.makeStatement(sql: sql + condition)
    let cursor = try Row.fetchCursor(
      statement, arguments: StatementArguments(bindings.map(\.databaseValue)))
    var counter = counter
    while try cursor.next() != nil { counter.add(statement) }
    return counter
  }
}

/// Where two threads put what they counted.
private final class Halves: Sendable {
  private let results = Mutex<[Result<RowCounter, any Error>?]>([nil, nil])

  func set(_ result: Result<RowCounter, any Error>, at index: Int) {
    results.withLock { $0[index] = result }
  }

  func take() throws -> (RowCounter, RowCounter) {
    let both = results.withLock { $0.compactMap(\.self) }
    return (try both[0].get(), try both[1].get())
  }
}

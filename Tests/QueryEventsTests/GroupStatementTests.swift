import Geometry
import Model
import StoreEvents
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Counting in SQLite` {
  @Test(arguments: 0..<40)
  func `gives what counting row by row gives`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<60).map { _ in EventRows.random(&random) }
    let database = SQLite()
    let definitions = EventRows.columns.map { column in
      // A column that takes A for a, as some files declare it.
      "\"\(column.name)\" \(Self.type(column.kind))"
        + (column.kind == .text ? " COLLATE NOCASE" : "")
    }
    _ = database.run("CREATE TABLE rows (\(definitions.joined(separator: ", ")))")
    let places = EventRows.columns.map { _ in "?" }.joined(separator: ", ")
    for row in rows {
      _ = database.run("INSERT INTO rows VALUES (\(places))", row.values.map(Self.binding))
    }
    let words = `Events counted by groups`.words.filter {
      !$0.contains(":20") && !$0.contains(":30")
    }
    for (number, word) in words.enumerated() {
      let second = words[(number + seed) % words.count]
      let text = seed % 2 == 0 || word == second ? word : "\(word),\(second)"
      for apportion in [false, true] {
        let groupings = try Grouping.list(text, columns: EventRows.columns)
        let counted = try Aggregator(
          columns: EventRows.columns, groupings: groupings, apportion: apportion)
        let statement = try #require(GroupStatement(counted))
        let sums = statement.measures.flatMap(\.aggregates)
        // A column may be declared to take A for a; values that differ are different groups.
        let keys = statement.keys.map { "\($0) COLLATE BINARY" }
        let answers = database.rows(
          "SELECT \((statement.keys + sums).joined(separator: ", ")) FROM rows "
            + "GROUP BY \(keys.joined(separator: ", "))")
        #expect(answers.allSatisfy { $0.count == keys.count + sums.count })
        for answer in answers { counted.add(counted: statement.read(answer)) }
        let single = try Aggregator(
          columns: EventRows.columns, groupings: groupings, apportion: apportion)
        for row in rows { try single.add(row) }
        let (expected, found) = (try single.table(), try counted.table())
        #expect(found.keys == expected.keys, "\(text)")
        for (one, other) in zip(found.rows + [found.total], expected.rows + [expected.total]) {
          for (value, wanted) in zip(one.values, other.values) {
            if let number = value.number, let wish = wanted.number {
              #expect(abs(number - wish) < 2e-6, "\(text)")
            } else {
              #expect(value == wanted, "\(text)")
            }
          }
        }
      }
    }
  }

  @Test func `reads columns only, and names nothing else`() throws {
    let columns = [AttributeColumn("a\"b", .text), AttributeColumn("killed_min", .integer)]
    let plain = try Aggregator(columns: columns, groupings: [.column("a\"b")], apportion: false)
    let statement = try #require(GroupStatement(plain))
    #expect(statement.keys == ["\"a\"\"b\""])
    #expect(statement.measures == [.count, .range(least: "\"killed_min\"", most: nil)])
    let cells = try Aggregator(
      columns: columns, groupings: [.column("a\"b"), .cells(.hex, CellSize(meters: 1000))],
      apportion: false)
    #expect(GroupStatement(cells) == nil)
    #expect(cells.readsGeometry && !plain.readsGeometry)
    #expect(plain.columnsRead == ["a\"b", "killed_min"])
  }

  private static func type(_ kind: AttributeKind) -> String {
    switch kind {
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .date: "DATE"
    case .instant: "DATETIME"
    case .bytes: "BLOB"
    }
  }

  private static func binding(_ value: AttributeValue) -> SQLBinding? {
    switch value {
    case .null, .bytes: nil
    case .boolean(let flag): .integer(flag ? 1 : 0)
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    }
  }
}

import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `Rows counted together` {
  private let folder = TemporaryDirectory()

  private static let schema = LayerSchema(
    "rows", title: "Rows", summary: "of a test", geometry: nil,
    columns: [
      AttributeColumn("a", .text), AttributeColumn("b", .integer),
      AttributeColumn("least", .integer),
      AttributeColumn("most", .real), AttributeColumn("day", .date),
    ])
  private static let measures: [RowMeasure] = [
    .last("\"day\""), .count, .range(least: "\"least\"", most: "\"most\""), .first("\"day\""),
    .range(least: nil, most: "\"least\""), .first("coalesce(\"day\", \"a\")"),
  ]

  /// Values of every kind in every column, as files from elsewhere may have them.
  private func store(_ random: inout SplitMix64) throws -> String {
    let path = folder.path("rows.gpkg")
    try GeoPackage.create(at: path, named: path, day: nil) { _ = try $0.add(Self.schema) }
    let values = [
      "NULL", "'x'", "'X'", "''", "'ب'", "1", "2", "-7", "0.5", "x'00ff'", "'2021-03-09'",
      "'2020-01-01'", "9007199254740993", "'2021-03-09T10'",
    ]
    try Samples.edit(path) { database in
      for _ in 0..<300 {
        let row = (0..<5).map { _ in values[Int.random(in: 0..<values.count, using: &random)] }
        try database.execute(
          sql: "INSERT INTO rows (a, b, least, most, day) VALUES (\(row.joined(separator: ", ")))")
      }
    }
    return path
  }

  @Test(arguments: 0..<12)
  func `are what SQLite groups and sums`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let reader = try GeoPackageReader(path: try store(&random))
    let layer = try reader.layer("rows")
    let condition = seed % 3 == 0 ? RowCondition(text: "\"b\" > ?", bindings: [.integer(0)]) : nil
    for keys in [["\"a\""], ["\"b\"", "\"day\""], [], ["CASE WHEN \"a\" IS NULL THEN \"b\" END"]] {
      let found = try reader.counted(
        of: layer, by: keys, measures: Self.measures, where: condition)
      let sums = Self.measures.flatMap(\.aggregates)
      let grouped = try reader.rows(
        of: layer, select: keys + sums, where: condition,
        // Kinds apart: to SQLite 1 and 1.0 are one value.
        groupBy: keys.flatMap { ["\($0) COLLATE BINARY", "typeof(\($0))"] })
      let expected = Set(grouped.map { $0.map(Self.rounded) })
      #expect(Set(found.map { $0.map(Self.rounded) }) == expected)
      #expect(found.count == grouped.count)
      #expect(found.allSatisfy { $0.count == keys.count + sums.count })
    }
  }

  @Test func `of a large table, which is read in halves, are the same`() throws {
    var random = SplitMix64(seed: 5)
    let path = try store(&random)
    try Samples.edit(path) { database in
      // The numbers of the rows make it large; they need not follow one another. Sums of numbers this
      // large depend on the order of adding.
      try database.execute(
        sql: """
          UPDATE rows SET least = 7 WHERE least > 1e9; UPDATE rows SET most = 7 WHERE most > 1e9;
          UPDATE rows SET _rowid_ = 1000 * _rowid_;
          """)
    }
    let reader = try GeoPackageReader(path: path)
    let layer = try reader.layer("rows")
    let sums = Self.measures.flatMap(\.aggregates)
    for condition in [nil, RowCondition(text: "\"b\" > ?", bindings: [.integer(2)])] {
      let found = try reader.counted(
        of: layer, by: ["\"a\"", "\"b\""], measures: Self.measures, where: condition)
      let grouped = try reader.rows(
        of: layer, select: ["\"a\"", "\"b\""] + sums, where: condition,
        groupBy: ["\"a\"", "typeof(\"a\")", "\"b\"", "typeof(\"b\")"])
      let difference = Set(found.map { $0.map(Self.rounded) })
        .symmetricDifference(grouped.map { $0.map(Self.rounded) })
      #expect(difference.isEmpty)
      #expect(found.count == grouped.count)
    }
  }

  @Test func `count nothing where no row meets the condition`() throws {
    var random = SplitMix64(seed: 1)
    let reader = try GeoPackageReader(path: try store(&random))
    let found = try reader.counted(
      of: reader.layer("rows"), by: ["\"a\""], measures: [.count],
      where: RowCondition(text: "? = 1", bindings: [.integer(0)]))
    #expect(found.isEmpty)
    #expect(Self.measures.map(\.width).reduce(0, +) == Self.measures.flatMap(\.aggregates).count)
  }

  /// SQLite adds in an order of its own.
  private static func rounded(_ value: AttributeValue) -> AttributeValue {
    if case .real(let number) = value { .real((number * 1000).rounded() / 1000) } else { value }
  }
}

import GRDB
package import Model

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
    let arguments = StatementArguments((condition?.bindings ?? []).map(\.databaseValue))
    return try read { database in
      let statement = try database.makeStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: arguments)
      var counter = RowCounter(keys: keys.count, measures: measures)
      while try cursor.next() != nil { counter.add(statement) }
      return counter.rows
    }
  }
}

/// The groups of rows that were met.
///
/// Called for every row: what a row needs is in flat lists, and nothing in them has to be counted by reference.
private struct RowCounter {
  private enum Step {
    case range, first, last
  }

  private let keys: Int
  private let measures: [RowMeasure]
  /// What is done with the columns behind the keys.
  private let steps: [Step]
  private let rangesOfGroup: Int
  private let textsOfGroup: Int
  private var places: [[UInt64]: Int] = [:]
  private var titles: [[AttributeValue]] = []
  private var counts: [Int] = []
  private var ranges: [RangeSum] = []
  private var texts: [[UInt8]?] = []
  private var key: [UInt64] = []

  init(keys: Int, measures: [RowMeasure]) {
    self.keys = keys
    self.measures = measures
    steps = measures.compactMap { measure in
      switch measure {
      case .count: nil
      case .range: .range
      case .first: .first
      case .last: .last
      }
    }
    rangesOfGroup = steps.count { $0 == .range }
    textsOfGroup = steps.count - rangesOfGroup
  }

  /// Sums of one pair of numbers.
  private struct RangeSum {
    var least = 0.0
    var withLeast = 0
    var most = 0.0
    var withMost = 0
    var known = 0

    mutating func add(_ least: Double?, _ most: Double?) {
      if let least {
        self.least += least
        withLeast += 1
      }
      if let most {
        self.most += most
        withMost += 1
      }
      if least != nil || most != nil { known += 1 }
    }
  }

  mutating func add(_ statement: GRDB.Statement) {
    key.removeAll(keepingCapacity: true)
    for column in 0..<keys { statement.append(column, to: &key) }
    let group = places[key] ?? start(statement)
    counts[group] += 1
    var column = keys
    var (range, text) = (group * rangesOfGroup, group * textsOfGroup)
    for step in steps {
      switch step {
      case .range:
        ranges[range].add(statement.number(column), statement.number(column + 1))
        column += 2
        range += 1
      case .first, .last:
        let isNew =
          step == .first
          ? statement.isText(column, before: texts[text])
          : statement.isText(column, after: texts[text])
        if isNew { texts[text] = statement.bytes(column) }
        column += 1
        text += 1
      }
    }
  }

  private mutating func start(_ statement: GRDB.Statement) -> Int {
    let group = counts.count
    places[key] = group
    titles.append((0..<keys).map { statement.value($0, as: .bytes) })
    counts.append(0)
    ranges += Array(repeating: RangeSum(), count: rangesOfGroup)
    texts += Array(repeating: nil, count: textsOfGroup)
    return group
  }

  var rows: [[AttributeValue]] {
    counts.indices.map { group in
      var (range, text) = (group * rangesOfGroup, group * textsOfGroup)
      return titles[group]
        + measures.flatMap { measure -> [AttributeValue] in
          switch measure {
          case .count: return [.integer(counts[group])]
          case .range:
            defer { range += 1 }
            let sum = ranges[range]
            return [
              .real(sum.least), .integer(sum.withLeast), .real(sum.most), .integer(sum.withMost),
              .integer(sum.known),
            ]
          case .first, .last:
            defer { text += 1 }
            return [texts[text].map { .text(String(decoding: $0, as: UTF8.self)) } ?? .null]
          }
        }
    }
  }
}

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
private struct RowCounter {
  private let keys: Int
  private let measures: [RowMeasure]
  private var places: [[UInt8]: Int] = [:]
  private var titles: [[AttributeValue]] = []
  private var counts: [Int] = []
  /// One list a group, in the order of the measures of each kind.
  private var ranges: [[RangeSum]] = []
  private var texts: [[[UInt8]?]] = []
  private var key: [UInt8] = []

  init(keys: Int, measures: [RowMeasure]) {
    self.keys = keys
    self.measures = measures
  }

  /// Sums of one pair of numbers.
  private struct RangeSum {
    var least = 0.0
    var withLeast = 0
    var most = 0.0
    var withMost = 0
    var known = 0
  }

  mutating func add(_ statement: GRDB.Statement) {
    key.removeAll(keepingCapacity: true)
    for column in 0..<keys { statement.append(column, to: &key) }
    let group = places[key] ?? start(statement)
    counts[group] += 1
    var column = keys
    var (range, text) = (0, 0)
    for measure in measures {
      switch measure {
      case .count: continue
      case .range:
        let (least, most) = (statement.number(column), statement.number(column + 1))
        if let least {
          ranges[group][range].least += least
          ranges[group][range].withLeast += 1
        }
        if let most {
          ranges[group][range].most += most
          ranges[group][range].withMost += 1
        }
        if least != nil || most != nil { ranges[group][range].known += 1 }
        column += 2
        range += 1
      case .first:
        if statement.isText(column, before: texts[group][text]) {
          texts[group][text] = statement.bytes(column)
        }
        column += 1
        text += 1
      case .last:
        if statement.isText(column, after: texts[group][text]) {
          texts[group][text] = statement.bytes(column)
        }
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
    var (ranges, texts) = ([RangeSum](), [[UInt8]?]())
    for measure in measures {
      switch measure {
      case .count: continue
      case .range: ranges.append(RangeSum())
      case .first, .last: texts.append(nil)
      }
    }
    self.ranges.append(ranges)
    self.texts.append(texts)
    return group
  }

  var rows: [[AttributeValue]] {
    counts.indices.map { group in
      var ranges = ranges[group].makeIterator()
      var texts = texts[group].makeIterator()
      return titles[group]
        + measures.flatMap { measure -> [AttributeValue] in
          switch measure {
          case .count: return [.integer(counts[group])]
          case .range:
            let sum = ranges.next() ?? RangeSum()
            return [
              .real(sum.least), .integer(sum.withLeast), .real(sum.most), .integer(sum.withMost),
              .integer(sum.known),
            ]
          case .first, .last:
            let text = texts.next().flatMap(\.self)
            return [text.map { .text(String(decoding: $0, as: UTF8.self)) } ?? .null]
          }
        }
    }
  }
}

import Model
import QueryEvents
import TestSupport
import Testing

@Suite struct `SQLite and the evaluator` {
  /// The columns of the table, and their types for filters.
  static let columns = `Filters in SQL`.columns
  static let schema = FilterSchema([
    "n": .number, "m": .number, "s": .text, "t": .text, "yes": .boolean, "d": .date, "e": .date,
  ])
  static let names = ["n", "m", "s", "t", "yes", "d", "e"]
  static let texts = [
    "", "a", "A", "ab", "aab", "b*", "[a]", "a?b", "é", "e\u{301}", "z%", "_", "\\",
  ]
  static let days = ["2020-06-30", "2020-07-01", "2020-07-22", "2020-12-31"]

  @Test(arguments: 0..<40)
  func `answer random filters alike`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let database = SQLite()
    _ = database.run(
      "CREATE TABLE rows (n INTEGER, m REAL, s TEXT, \"a \"\"b\"\"\" TEXT, yes BOOLEAN, d DATE, e DATE)"
    )
    var rows: [Row] = []
    for _ in 0..<40 {
      let values = Self.names.map { Self.value($0, &random) }
      _ = database.run("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", values.map(\.binding))
      rows.append(Row(Dictionary(uniqueKeysWithValues: zip(Self.names, values.map(\.value)))))
    }
    for _ in 0..<60 {
      var writer = RandomFilter(random: random)
      let text = writer.condition(3)
      random = writer.random
      let filter = try Filter(text: text)
      try filter.check(Self.schema, .standard)
      let condition = try #require(
        filter.split(columns: Self.columns, geometry: nil).condition, "\(text)")
      let answers = database.run("SELECT \(condition.text) FROM rows", condition.bindings)
      let evaluator = try FilterEvaluator(filter, schema: Self.schema)
      let truths = try rows.map { try evaluator.truth($0).map { $0 ? 1 : 0 } }
      #expect(answers == truths, "\(text)")
    }
  }

  private static func value(
    _ name: String, _ random: inout SplitMix64
  ) -> (value: FilterValue, binding: SQLBinding?) {
    if Int.random(in: 0..<5, using: &random) == 0 { return (.null, nil) }
    switch name {
    case "n":
      let value = Int.random(in: -3...3, using: &random)
      return (.integer(value), .integer(value))
    case "m":
      let value = Double(Int.random(in: -6...6, using: &random)) / 2
      return (.real(value), .real(value))
    case "s", "t":
      let text = texts[Int.random(in: 0..<texts.count, using: &random)]
      return (.text(text), .text(text))
    case "yes":
      let flag = Bool.random(using: &random)
      return (.boolean(flag), .integer(flag ? 1 : 0))
    default:
      let day = days[Int.random(in: 0..<days.count, using: &random)]
      return (Ask.day(day), .text(day))
    }
  }
}

/// Writes filters of which SQL takes every part.
struct RandomFilter {
  var random: SplitMix64

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func condition(_ depth: Int) -> String {
    let kind = Int.random(in: depth > 0 ? 0..<16 : 3..<16, using: &random)
    switch kind {
    case 0: return "(\(condition(depth - 1)) AND \(condition(depth - 1)))"
    case 1: return "(\(condition(depth - 1)) OR \(condition(depth - 1)))"
    case 2: return "NOT (\(condition(depth - 1)))"
    case 3: return "(\(number(1)) \(comparison()) \(number(1)))"
    case 4: return "\(text()) \(comparison()) \(text())"
    case 5: return "\(day()) \(comparison()) \(day())"
    case 6: return "yes \(comparison()) \(pick(["TRUE", "FALSE", "yes"]))"
    case 7: return "\(number(1)) \(not())BETWEEN \(number(0)) AND \(number(0))"
    case 8: return "\(number(0)) \(not())IN (\(number(0)), \(number(1)), \(number(0)))"
    case 9: return "\(text()) \(not())IN (\(text()), \(text()))"
    case 10: return "\(text()) \(not())LIKE '\(pattern())'"
    case 11: return "\(pick(["n", "m", "s", "t", "yes", "d", "n / m"])) IS \(not())NULL"
    case 12: return "\(day()) IN (\(day()), \(day()))"
    case 13: return pick(["TRUE", "FALSE"])
    default: return temporal()
    }
  }

  private mutating func not() -> String { pick(["", "NOT "]) }

  private mutating func comparison() -> String { pick(["=", "<>", "<", ">", "<=", ">="]) }

  private mutating func number(_ depth: Int) -> String {
    if depth > 0, Bool.random(using: &random) {
      return "(\(number(0)) \(pick(["+", "-", "*", "/"])) \(number(0)))"
    }
    return pick(["n", "m", "-2", "0", "1", "1.5", "2", "0.1"])
  }

  private mutating func text() -> String {
    let literal = `SQLite and the evaluator`.texts[Int.random(in: 0..<13, using: &random)]
    return pick(["s", "t", "'" + (literal == "\\" ? "\\\\" : literal) + "'"])
  }

  private mutating func pattern() -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      pick(["%", "_", "a", "b", "A", "*", "?", "[", "]", "é", #"\%"#, #"\_"#, #"\\\\"#])
    }.joined()
  }

  private mutating func date() -> String {
    `SQLite and the evaluator`.days[Int.random(in: 0..<4, using: &random)]
  }

  private mutating func day() -> String { pick(["d", "e", "DATE('\(date())')"]) }

  private mutating func interval() -> String {
    let pair = [date(), date()].sorted()
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "INTERVAL('\(pair[0])', '\(pair[1])')"
    case 1: return "INTERVAL('..', \(pick(["d", "'\(date())'"])))"
    case 2: return "INTERVAL(\(pick(["e", "'\(date())'"])), '..')"
    case 3: return "INTERVAL(d, \(pick(["e", "'\(date())'"])))"
    default: return "INTERVAL('..', '..')"
    }
  }

  private mutating func temporal() -> String {
    let relation = TemporalRelation.allCases[Int.random(in: 0..<15, using: &random)]
    let takesDays = relation.takesInstants
    let left = takesDays && Bool.random(using: &random) ? day() : interval()
    let right = takesDays && Bool.random(using: &random) ? day() : interval()
    return "\(relation.rawValue)(\(left), \(right))"
  }
}

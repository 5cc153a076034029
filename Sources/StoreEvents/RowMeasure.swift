/// What is taken of rows that are counted together.
///
/// Expressions are SQLite's words, as those of a `RowCondition`: no value and no unchecked name is part of them.
package enum RowMeasure: Sendable, Hashable {
  /// How many rows.
  case count
  /// Of two numbers, the lower and the upper end: the sum and the count of each, and the count of rows that have
  /// either. What is no number counts as null.
  case range(least: String?, most: String?)
  /// The first of texts, compared byte by byte.
  case first(String)
  /// The last of texts.
  case last(String)

  /// The expressions that are read of every row.
  package var inputs: [String] {
    switch self {
    case .count: []
    case .range(let least, let most): [least ?? "NULL", most ?? "NULL"]
    case .first(let text), .last(let text): [text]
    }
  }

  /// How many values come of it.
  package var width: Int { if case .range = self { 5 } else { 1 } }

  /// The same values as aggregates of SQLite: the slow way, and the test's oracle.
  package var aggregates: [String] {
    func number(_ input: String) -> String {
      "CASE WHEN typeof(\(input)) IN ('integer', 'real') THEN \(input) END"
    }
    func text(_ input: String) -> String { "CASE WHEN typeof(\(input)) = 'text' THEN \(input) END" }
    switch self {
    case .count: return ["count(*)"]
    case .range:
      let (least, most) = (number(inputs[0]), number(inputs[1]))
      return [
        "total(\(least))", "count(\(least))", "total(\(most))", "count(\(most))",
        "count(coalesce(\(least), \(most)))",
      ]
    case .first(let input): return ["min(\(text(input)))"]
    case .last(let input): return ["max(\(text(input)))"]
    }
  }
}

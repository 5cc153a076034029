import Geometry

/// The six comparisons of values.
package enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="

  /// Whether it holds when the left side is less than (negative), equal to (0) or greater than the
  /// right side.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .greater: order > 0
    case .lessOrEqual: order <= 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// The operators on numbers; `div` is the whole part of a quotient, `%` its remainder.
package enum ArithmeticOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case wholeDivide = "div"
  case power = "^"

  /// How strongly it binds: sums 1, products 2, powers 3.
  var precedence: Int {
    switch self {
    case .add, .subtract: 1
    case .multiply, .divide, .remainder, .wholeDivide: 2
    case .power: 3
    }
  }
}

/// Allen's relations between times, with the names of the JSON encoding.
package enum TemporalRelation: String, Sendable, CaseIterable {
  case after = "t_after"
  case before = "t_before"
  case contains = "t_contains"
  case disjoint = "t_disjoint"
  case during = "t_during"
  case equals = "t_equals"
  case finishedBy = "t_finishedBy"
  case finishes = "t_finishes"
  case intersects = "t_intersects"
  case meets = "t_meets"
  case metBy = "t_metBy"
  case overlappedBy = "t_overlappedBy"
  case overlaps = "t_overlaps"
  case startedBy = "t_startedBy"
  case starts = "t_starts"

  /// Whether instants are taken as well as intervals.
  package var takesInstants: Bool {
    switch self {
    case .after, .before, .disjoint, .equals, .intersects: true
    default: false
    }
  }
}

/// The relations between arrays as sets, with the names of the JSON encoding.
package enum ArrayRelation: String, Sendable, CaseIterable {
  case equals = "a_equals"
  case contains = "a_contains"
  case containedBy = "a_containedBy"
  case overlaps = "a_overlaps"
}

extension SpatialPredicate {
  /// The name in the JSON encoding.
  var filterName: String { "s_" + rawValue }
}

/// The names that the text encoding gives a meaning to when a parenthesis follows, in lower case.
enum FilterWords {
  static let spatial = Dictionary(
    uniqueKeysWithValues: SpatialPredicate.allCases.map { ($0.filterName, $0) })
  static let temporal = Dictionary(
    uniqueKeysWithValues: TemporalRelation.allCases.map { ($0.rawValue.lowercasedASCII, $0) })
  static let array = Dictionary(
    uniqueKeysWithValues: ArrayRelation.allCases.map { ($0.rawValue.lowercasedASCII, $0) })

  /// Words that stand between operands or for values: never a name without quotes.
  static let reserved: Set<String> = [
    "and", "or", "not", "like", "between", "in", "is", "null", "true", "false", "div",
  ]
  /// Words that begin a literal or a folded text when a parenthesis follows.
  static let openers: Set<String> = ["casei", "accenti", "date", "timestamp", "interval", "bbox"]

  /// The names that the JSON encoding gives a meaning to, by their lower case.
  static let operatorsOfJSON: [String: String] = {
    let plain = ["and", "or", "not", "like", "between", "in", "isNull", "casei", "accenti"]
    let all =
      plain + ComparisonOperator.allCases.map(\.rawValue)
      + ArithmeticOperator.allCases.map(\.rawValue) + spatial.keys
      + TemporalRelation.allCases.map(\.rawValue) + ArrayRelation.allCases.map(\.rawValue)
    return Dictionary(uniqueKeysWithValues: all.map { ($0.lowercasedASCII, $0) })
  }()
}

extension String {
  /// The text with A-Z as a-z, whatever the locale; CQL2's own words hold no other letters.
  var lowercasedASCII: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

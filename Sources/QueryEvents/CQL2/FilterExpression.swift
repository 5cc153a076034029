package import Geometry
package import Model

/// One expression of a filter and where it stands.
///
/// Two expressions are equal when they say the same, wherever they stand.
package struct FilterExpression: Sendable, Equatable {
  package let node: FilterNode
  /// Unicode scalars before it in the source.
  package let offset: Int
  /// How many levels it has, 1 for a literal.
  let depth: Int

  init(_ node: FilterNode, at offset: Int) {
    self.node = node
    self.offset = offset
    depth = 1 + (node.children.lazy.map(\.depth).max() ?? 0)
  }

  package static func == (left: FilterExpression, right: FilterExpression) -> Bool {
    left.node == right.node
  }
}

/// What an expression says: one tree for both encodings of CQL2 (OGC 21-065r2).
///
/// NOT LIKE, NOT IN, NOT BETWEEN and IS NOT NULL are `not` around the plain form, a minus before a
/// name is a product with -1: the JSON encoding has no other form of them.
package indirect enum FilterNode: Sendable, Equatable {
  case and([FilterExpression])
  case or([FilterExpression])
  case not(FilterExpression)
  case compare(ComparisonOperator, FilterExpression, FilterExpression)
  case like(FilterExpression, pattern: FilterExpression)
  case between(FilterExpression, low: FilterExpression, high: FilterExpression)
  case isIn(FilterExpression, [FilterExpression])
  case isNull(FilterExpression)
  case spatial(SpatialPredicate, FilterExpression, FilterExpression)
  case temporal(TemporalRelation, FilterExpression, FilterExpression)
  case array(ArrayRelation, FilterExpression, FilterExpression)

  case arithmetic(ArithmeticOperator, FilterExpression, FilterExpression)
  case caseInsensitive(FilterExpression)
  case accentInsensitive(FilterExpression)
  case call(String, [FilterExpression])
  case property(String)
  case list([FilterExpression])

  case text(String)
  case number(FilterNumber)
  case boolean(Bool)
  case date(CivilDate)
  case timestamp(Timestamp)
  /// From and to; nil is an open end.
  case interval(FilterExpression?, FilterExpression?)
  case geometry(GeometryLiteral)
}

extension FilterNode {
  /// The expressions directly inside, in the order in which they are written.
  var children: [FilterExpression] {
    switch self {
    case .and(let parts), .or(let parts), .call(_, let parts), .list(let parts): parts
    case .not(let one), .isNull(let one), .caseInsensitive(let one), .accentInsensitive(let one):
      [one]
    case .compare(_, let left, let right), .like(let left, let right),
      .spatial(_, let left, let right), .temporal(_, let left, let right),
      .array(_, let left, let right), .arithmetic(_, let left, let right):
      [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .isIn(let value, let list): [value] + list
    case .interval(let start, let end): [start, end].compactMap(\.self)
    case .property, .text, .number, .boolean, .date, .timestamp, .geometry: []
    }
  }

  /// Whether it is true or false by its form: a predicate or a connection of predicates.
  ///
  /// A literal TRUE and the call of a function are conditions too, and values as well.
  var isPredicate: Bool {
    switch self {
    case .and, .or, .not, .compare, .like, .between, .isIn, .isNull, .spatial, .temporal, .array:
      true
    default: false
    }
  }
}

/// A number as it was written: whole numbers stay exact.
package enum FilterNumber: Sendable, Equatable {
  case integer(Int)
  case real(Double)

  /// The nearest double.
  package var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    }
  }

  /// 1 and 1.0 are the same number.
  package static func == (left: FilterNumber, right: FilterNumber) -> Bool {
    left.compare(right) == 0
  }

  /// Negative, zero or positive as this is less than, equal to or greater than the other; exact
  /// also for whole numbers that no double holds.
  func compare(_ other: FilterNumber) -> Int {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.real(let left), .real(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.integer(let left), .real(let right)): Self.compare(left, right)
    case (.real(let left), .integer(let right)): -Self.compare(right, left)
    }
  }

  private static func compare(_ whole: Int, _ real: Double) -> Int {
    // 2^63 itself is no Int: everything from there on is greater, and the rest converts.
    if real >= 0x1p63 { return -1 }
    if real < -0x1p63 { return 1 }
    let floor = real.rounded(.down)
    let other = Int(floor)
    if whole != other { return whole < other ? -1 : 1 }
    return real > floor ? -1 : 0
  }
}

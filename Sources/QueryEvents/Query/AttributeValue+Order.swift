import Model

extension AttributeValue {
  /// The number, or nil for what is none.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value.isNaN ? nil : value
    default: nil
    }
  }

  /// How it stands to another: negative, zero or positive.
  ///
  /// Numbers by size, texts by their bytes, which is by code point, false before true. Kinds that a column
  /// mixes follow each other, null is last.
  func order(_ other: AttributeValue) -> Int {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return Self.compare(left, right)
    case (.text(let left), .text(let right)):
      return left.precedesInBytes(right) ? -1 : right.precedesInBytes(left) ? 1 : 0
    case (.boolean(let left), .boolean(let right)): return Self.compare(left ? 1 : 0, right ? 1 : 0)
    case (.bytes(let left), .bytes(let right)):
      return left.lexicographicallyPrecedes(right) ? -1 : left == right ? 0 : 1
    default:
      if let left = number, let right = other.number { return Self.compare(left, right) }
      return Self.compare(rank, other.rank)
    }
  }

  private static func compare<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  private var rank: Int {
    switch self {
    case .boolean: 0
    case .integer: 1
    case .real(let value): value.isNaN ? 2 : 1
    case .text: 3
    case .bytes: 4
    case .null: 5
    }
  }
}

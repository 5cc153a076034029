import Geometry
import Model

/// The order of `--sort`: numbers by size, texts by code point, false before true, nulls last.
struct MatchOrder {
  private let keys: [(key: SortKey, column: Column)]

  private enum Column {
    case value(Int)
    case distance, azimuth
  }

  init(_ keys: [SortKey], layout: FilterLayout) {
    self.keys = keys.compactMap { key in
      if let place = layout.places[key.name] { return (key, .value(place)) }
      switch key.name {
      case QueryRunner.distanceColumns[0].name: return (key, .distance)
      case QueryRunner.distanceColumns[1].name: return (key, .azimuth)
      default: return nil
      }
    }
  }

  /// Whether the first stands before the second, nil when they are equal.
  func precedes(_ first: QueryRunner.Match, _ second: QueryRunner.Match) -> Bool? {
    for (key, column) in keys {
      let (left, right) = (value(first, column), value(second, column))
      switch (left == .null, right == .null) {
      case (true, true): continue
      case (true, false): return false
      case (false, true): return true
      case (false, false): break
      }
      let order = Self.order(left, right)
      if order != 0 { return (order < 0) != key.isDescending }
    }
    return nil
  }

  private func value(_ match: QueryRunner.Match, _ column: Column) -> AttributeValue {
    switch column {
    case .value(let place): match.feature.values[place]
    case .distance: match.way.map { .real($0.distance) } ?? .null
    case .azimuth: match.way.map { .real($0.azimuth) } ?? .null
    }
  }

  /// Negative, zero or positive; kinds that a column mixes stand one after another.
  static func order(_ left: AttributeValue, _ right: AttributeValue) -> Int {
    switch (left, right) {
    case (.integer(let first), .integer(let second)): return compare(first, second)
    case (.boolean(let first), .boolean(let second)): return compare(first ? 1 : 0, second ? 1 : 0)
    case (.text(let first), .text(let second)):
      if first.unicodeScalars.elementsEqual(second.unicodeScalars) { return 0 }
      return first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars) ? -1 : 1
    default:
      if let first = number(left), let second = number(right) { return compare(first, second) }
      return compare(rank(left), rank(right))
    }
  }

  private static func compare<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  private static func number(_ value: AttributeValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  private static func rank(_ value: AttributeValue) -> Int {
    switch value {
    case .boolean: 0
    case .integer, .real: 1
    case .text: 2
    case .bytes: 3
    case .null: 4
    }
  }
}

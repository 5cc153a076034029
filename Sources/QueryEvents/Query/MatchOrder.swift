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
      let order = left.order(right)
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
}

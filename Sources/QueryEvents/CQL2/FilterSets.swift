import Geometry

/// Arrays as sets: order and repetition do not count.
///
/// An element that is null makes unknown what depends on it.
struct FilterSets {
  let engine: GeometryEngine

  func holds(
    _ relation: ArrayRelation, _ left: [FilterValue], _ right: [FilterValue]
  ) throws -> FilterTruth {
    switch relation {
    case .contains: return try isSubset(right, left)
    case .containedBy: return try isSubset(left, right)
    case .equals: return FilterLogic.and(try isSubset(left, right), try isSubset(right, left))
    case .overlaps:
      var result: FilterTruth = false
      for element in left {
        result = FilterLogic.or(result, try holds(element, right))
        if result == true { break }
      }
      return result
    }
  }

  private func isSubset(_ inner: [FilterValue], _ outer: [FilterValue]) throws -> FilterTruth {
    var result: FilterTruth = true
    for element in inner {
      result = FilterLogic.and(result, try holds(element, outer))
      if result == false { break }
    }
    return result
  }

  /// Whether an element is in a set.
  private func holds(_ element: FilterValue, _ set: [FilterValue]) throws -> FilterTruth {
    var result: FilterTruth = false
    for other in set {
      result = FilterLogic.or(result, try areEqual(element, other))
      if result == true { break }
    }
    return result
  }

  /// Elements of different types are not equal: an array may mix them.
  private func areEqual(_ left: FilterValue, _ right: FilterValue) throws -> FilterTruth {
    switch (left, right) {
    case (.null, _), (_, .null): nil
    case (.interval(let first), .interval(let second)): first.holds(.equals, second)
    case (.geometry(let first), .geometry(let second)):
      try engine.holds(.equals, first, second)
    case (.array(let first), .array(let second)): try holds(.equals, first, second)
    default: FilterOrder.order(left, right).map { $0 == 0 } ?? false
    }
  }
}

import Geometry
package import Model

/// A filter in the parts that a store can answer, each of which must hold.
package struct FilterSplit: Sendable {
  /// What SQL answers exactly; nil when nothing does.
  package let condition: SQLCondition?
  /// What is left for `FilterEvaluator`; nil when nothing is.
  package let rest: Filter?
  /// Boxes one of which a feature must meet to be selected, for an R-tree; nil asks for nothing.
  ///
  /// An empty array means that nothing can be selected. `rest` still holds what they come from.
  package let boxes: [BoundingBox]?
}

extension Filter {
  /// Splits a checked filter at its outermost AND.
  ///
  /// Linear in the filter.
  /// - Parameters:
  ///   - columns: The columns of properties; others are left to the evaluator.
  ///   - geometry: The property whose boxes an R-tree knows.
  package func split(columns: [String: SQLColumn], geometry: String?) -> FilterSplit {
    let parts: [FilterExpression] =
      if case .and(let parts) = expression.node { parts } else { [expression] }
    let lowering = SQLLowering(columns: columns)
    var fragments: [SQLFragment] = []
    var rest: [FilterExpression] = []
    for part in parts {
      if let fragment = lowering.condition(part) {
        fragments.append(fragment)
      } else {
        rest.append(part)
      }
    }
    let boxes = geometry.flatMap { FilterBoxes(property: $0).boxes(expression) }
    guard !fragments.isEmpty, let joined = SQLFragment.chain(fragments, "AND") else {
      return FilterSplit(condition: nil, rest: self, boxes: boxes)
    }
    return FilterSplit(
      condition: SQLCondition(text: joined.text, bindings: joined.bindings),
      rest: rest.isEmpty ? nil : replacing(rest), boxes: boxes)
  }

  private func replacing(_ parts: [FilterExpression]) -> Filter {
    Filter(
      parts.count == 1 ? parts[0] : FilterExpression(.and(parts), at: expression.offset),
      of: self)
  }
}

/// The boxes that a filter implies for one geometry.
struct FilterBoxes {
  let property: String

  /// More than this many are one box around them.
  private static let most = 32

  func boxes(_ expression: FilterExpression) -> [BoundingBox]? {
    switch expression.node {
    case .and(let parts):
      parts.compactMap(boxes).reduce(nil) { known, next in
        known.map { Self.common($0, next) } ?? next
      }
    case .or(let parts): either(parts)
    case .spatial(.disjoint, _, _): nil
    case .spatial(_, let left, let right):
      if case .property(property) = left.node, case .geometry(let literal) = right.node {
        literal.bounds
      } else if case .geometry(let literal) = left.node, case .property(property) = right.node {
        literal.bounds
      } else {
        nil
      }
    default: nil
    }
  }

  private func either(_ parts: [FilterExpression]) -> [BoundingBox]? {
    var result: [BoundingBox] = []
    for part in parts {
      guard let boxes = boxes(part) else { return nil }
      result += boxes
    }
    guard result.count > Self.most, let first = result.first else { return result }
    return [result.reduce(first) { $0.union($1) }]
  }

  private static func common(_ left: [BoundingBox], _ right: [BoundingBox]) -> [BoundingBox] {
    // Either list alone is a right answer: too many pairs are not worth their number.
    if left.count * right.count > most { return left.count <= right.count ? left : right }
    return left.flatMap { first in
      right.filter(first.intersects).map { second in
        BoundingBox(
          minX: max(first.minX, second.minX), minY: max(first.minY, second.minY),
          maxX: min(first.maxX, second.maxX), maxY: min(first.maxY, second.maxY))
      }
    }
  }
}

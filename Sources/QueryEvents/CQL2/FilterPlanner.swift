import Geometry
import Model

/// Makes the plan of a checked filter.
struct FilterPlanner {
  let filter: Filter
  let schema: FilterSchema
  let functions: FilterFunctions
  let engine: GeometryEngine

  func plan(_ expression: FilterExpression) throws -> FilterPlan {
    switch expression.node {
    case .and(let parts): return .all(try parts.map(plan))
    case .or(let parts): return .any(try parts.map(plan))
    case .not(let operand): return .not(try plan(operand))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, try plan(left), try plan(right))
    case .like(let value, let pattern):
      return .like(try plan(value), LikePattern(folded(pattern)))
    case .between(let value, let low, let high):
      return .between(try plan(value), low: try plan(low), high: try plan(high))
    case .isIn(let value, let list): return .isIn(try plan(value), try list.map(plan))
    case .isNull(let operand): return .isNull(try plan(operand))
    case .spatial(let predicate, let left, let right): return try spatial(predicate, left, right)
    case .temporal(let relation, let left, let right):
      return .temporal(relation, try plan(left), try plan(right))
    case .array(let relation, let left, let right):
      return .array(relation, try plan(left), try plan(right))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try plan(left), try plan(right))
    case .caseInsensitive(let operand):
      let operand = try plan(operand)
      if case .constant(.text(let text)) = operand {
        return .constant(.text(FoldedText.caseFolded(text)))
      }
      return .caseInsensitive(operand)
    case .accentInsensitive(let operand):
      let operand = try plan(operand)
      if case .constant(.text(let text)) = operand {
        return .constant(.text(FoldedText.withoutAccents(text)))
      }
      return .accentInsensitive(operand)
    case .call(let name, let parts):
      guard let function = functions[name] else {
        throw filter.error(.unknownFunction, "there is no function “\(name)”", at: expression)
      }
      return .call(function, try parts.map(plan))
    case .property(let name): return .property(name, schema.types?[name] ?? .any)
    case .list(let parts): return Self.list(try parts.map(plan))
    case .interval(let start, let end):
      return .interval(try start.map(plan), try end.map(plan))
    case .text(let text): return .constant(.text(text))
    case .number(let number): return .constant(.number(number))
    case .boolean(let flag): return .constant(.boolean(flag))
    case .date(let day): return .constant(.date(day))
    case .timestamp(let instant): return .constant(.timestamp(instant))
    case .geometry(let literal):
      return .constant(.geometry(try valid(literal, expression)))
    }
  }

  /// An array; one of values alone is made once, not for every feature.
  private static func list(_ parts: [FilterPlan]) -> FilterPlan {
    var values: [FilterValue] = []
    for part in parts {
      guard case .constant(let value) = part else { return .list(parts) }
      values.append(value)
    }
    return .constant(.array(values))
  }

  /// The text of a pattern under CASEI and ACCENTI.
  private func folded(_ pattern: FilterExpression) -> String {
    switch pattern.node {
    case .caseInsensitive(let inner): FoldedText.caseFolded(folded(inner))
    case .accentInsensitive(let inner): FoldedText.withoutAccents(folded(inner))
    case .text(let text): text
    // The checker takes nothing else.
    default: ""
    }
  }

  private func spatial(
    _ predicate: SpatialPredicate, _ left: FilterExpression, _ right: FilterExpression
  ) throws -> FilterPlan {
    let first = try plan(left)
    let second = try plan(right)
    // The one literal that many features meet is prepared; of two, one is as good as the other.
    if case .constant(.geometry(let shape)) = second {
      return .spatialLiteral(
        predicate, first, try PreparedShape(shape, engine: engine), literalIsFirst: false)
    }
    if case .constant(.geometry(let shape)) = first {
      return .spatialLiteral(
        predicate, second, try PreparedShape(shape, engine: engine), literalIsFirst: true)
    }
    return .spatial(predicate, first, second)
  }

  /// Refuses polygons that cross themselves: no relation to them has a meaning.
  private func valid(
    _ literal: GeometryLiteral, _ expression: FilterExpression
  ) throws -> Shape {
    let shape = literal.shape
    for polygons in shape.allPolygons {
      guard let fault = try engine.validityFault(polygons) else { continue }
      throw filter.error(
        .geometryNotValid,
        "the polygon is not valid: \(fault); draw it anew there", at: expression)
    }
    return shape
  }
}

extension Shape {
  /// The polygons in it, one value a part.
  fileprivate var allPolygons: [MultiPolygon] {
    switch self {
    case .polygons(let polygons): [polygons]
    case .collection(let parts): parts.flatMap(\.allPolygons)
    case .point, .points, .lines: []
    }
  }
}

import Geometry
import Model

/// Answers for one feature after another whether a filter selects it.
///
/// Not `Sendable`: it holds a GEOS context and prepared geometries. Make one per worker.
package final class FilterEvaluator {
  private let plan: FilterPlan
  let engine: GeometryEngine

  /// Checks a filter and makes it ready.
  ///
  /// Linear in the filter; literals are folded, read and prepared here, once.
  /// - Throws: `FilterError` for names, types and polygons that are wrong, `GeometryError`.
  package init(
    _ filter: Filter, schema: FilterSchema, functions: FilterFunctions = .standard
  ) throws {
    try filter.check(schema, functions)
    engine = try GeometryEngine()
    plan = try FilterPlanner(
      filter: filter, schema: schema, functions: functions, engine: engine
    ).plan(filter.expression)
  }

  /// Returns whether the filter is true, false or unknown (nil) for a feature.
  ///
  /// Linear in the filter, but for arrays (the product of their lengths) and geometries.
  /// - Throws: `GeometryError` when GEOS cannot relate the feature's geometry.
  package func truth(_ feature: some FilterFeature) throws -> FilterTruth {
    try truth(plan, feature)
  }

  /// Returns whether the filter selects a feature: only true does.
  /// - Throws: `GeometryError` when GEOS cannot relate the feature's geometry.
  package func selects(_ feature: some FilterFeature) throws -> Bool {
    try truth(feature) == true
  }

  // MARK: Conditions

  private func truth(_ plan: FilterPlan, _ feature: some FilterFeature) throws -> FilterTruth {
    switch plan {
    case .all(let parts):
      var result: FilterTruth = true
      for part in parts {
        result = FilterLogic.and(result, try truth(part, feature))
        if result == false { return false }
      }
      return result
    case .any(let parts):
      var result: FilterTruth = false
      for part in parts {
        result = FilterLogic.or(result, try truth(part, feature))
        if result == true { return true }
      }
      return result
    case .not(let operand): return FilterLogic.not(try truth(operand, feature))
    case .compare(let comparison, let left, let right):
      return FilterOrder.order(try value(left, feature), try value(right, feature))
        .map(comparison.holds)
    case .like(let operand, let pattern):
      guard case .text(let text) = try value(operand, feature) else { return nil }
      return pattern.matches(text)
    case .between(let operand, let low, let high):
      let number = try value(operand, feature)
      return FilterLogic.and(
        FilterOrder.order(number, try value(low, feature)).map { $0 >= 0 },
        FilterOrder.order(number, try value(high, feature)).map { $0 <= 0 })
    case .isIn(let operand, let list):
      let member = try value(operand, feature)
      var result: FilterTruth = false
      for other in list {
        result = FilterLogic.or(
          result, FilterOrder.order(member, try value(other, feature)).map { $0 == 0 })
        if result == true { break }
      }
      return result
    case .isNull(let operand):
      return operand.isCondition
        ? try truth(operand, feature) == nil : try value(operand, feature).isNull
    case .spatialLiteral(let predicate, let operand, let literal, let literalIsFirst):
      guard case .geometry(let shape) = try value(operand, feature) else { return nil }
      return try literal.holds(literalIsFirst ? predicate : predicate.reversed, shape)
    case .spatial(let predicate, let left, let right):
      guard case .geometry(let first) = try value(left, feature),
        case .geometry(let second) = try value(right, feature)
      else { return nil }
      return try engine.holds(predicate, first, second)
    case .temporal(let relation, let left, let right):
      guard let first = try value(left, feature).span, let second = try value(right, feature).span
      else { return nil }
      return first.holds(relation, second)
    case .array(let relation, let left, let right):
      guard case .array(let first) = try value(left, feature),
        case .array(let second) = try value(right, feature)
      else { return nil }
      return try FilterSets(engine: engine).holds(relation, first, second)
    default:
      guard case .boolean(let flag) = try value(plan, feature) else { return nil }
      return flag
    }
  }

  // MARK: Values

  private func value(_ plan: FilterPlan, _ feature: some FilterFeature) throws -> FilterValue {
    switch plan {
    case .constant(let value): return value
    case .property(let name, let type):
      let value = feature.value(of: name)
      return value.isOf(type) ? value : .null
    case .arithmetic(let operation, let left, let right):
      guard case .number(let first) = try value(left, feature),
        case .number(let second) = try value(right, feature)
      else { return .null }
      return .real(operation.result(first.double, second.double))
    case .caseInsensitive(let operand):
      guard case .text(let text) = try value(operand, feature) else { return .null }
      return .text(FoldedText.caseFolded(text))
    case .accentInsensitive(let operand):
      guard case .text(let text) = try value(operand, feature) else { return .null }
      return .text(FoldedText.withoutAccents(text))
    case .call(let function, let parts):
      var values: [FilterValue] = []
      for part in parts {
        let value = try value(part, feature)
        if value.isNull { return .null }
        values.append(value)
      }
      return function.body(values)
    case .list(let parts):
      var values: [FilterValue] = []
      for part in parts { values.append(try value(part, feature)) }
      return .array(values)
    case .interval(let start, let end):
      guard let first = try intervalEnd(start, feature), let last = try intervalEnd(end, feature)
      else { return .null }
      return TimeSpan(start: first, end: last).map(FilterValue.interval) ?? .null
    default: return try truth(plan, feature).map(FilterValue.boolean) ?? .null
    }
  }

  private func intervalEnd(
    _ plan: FilterPlan?, _ feature: some FilterFeature
  ) throws -> TimeSpan.End? {
    guard let plan else { return .open }
    switch try value(plan, feature) {
    case .date(let day): return .day(day)
    case .timestamp(let instant): return .instant(instant)
    default: return nil
    }
  }
}

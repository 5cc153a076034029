import Geometry

/// A filter made ready for many features: patterns read, literals folded, geometries prepared.
indirect enum FilterPlan {
  case all([FilterPlan])
  case any([FilterPlan])
  case not(FilterPlan)
  case compare(ComparisonOperator, FilterPlan, FilterPlan)
  case like(FilterPlan, LikePattern)
  case between(FilterPlan, low: FilterPlan, high: FilterPlan)
  case isIn(FilterPlan, [FilterPlan])
  case isNull(FilterPlan)
  /// A relation to a literal: read from the literal's side when `literalIsFirst`.
  case spatialLiteral(SpatialPredicate, FilterPlan, PreparedShape, literalIsFirst: Bool)
  case spatial(SpatialPredicate, FilterPlan, FilterPlan)
  case temporal(TemporalRelation, FilterPlan, FilterPlan)
  case array(ArrayRelation, FilterPlan, FilterPlan)

  case arithmetic(ArithmeticOperator, FilterPlan, FilterPlan)
  case caseInsensitive(FilterPlan)
  case accentInsensitive(FilterPlan)
  case call(FilterFunction, [FilterPlan])
  case property(String, FilterType)
  case list([FilterPlan])
  case interval(FilterPlan?, FilterPlan?)
  case constant(FilterValue)

  /// Whether the value is true, false or unknown rather than a value of another type.
  var isCondition: Bool {
    switch self {
    case .all, .any, .not, .compare, .like, .between, .isIn, .isNull, .spatialLiteral, .spatial,
      .temporal, .array:
      true
    default: false
    }
  }
}

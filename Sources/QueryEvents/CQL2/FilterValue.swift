package import Geometry
package import Model

/// A value of a property or of an expression.
package enum FilterValue: Sendable {
  case null
  case boolean(Bool)
  case number(FilterNumber)
  case text(String)
  case date(CivilDate)
  case timestamp(Timestamp)
  case interval(TimeSpan)
  case geometry(Shape)
  case array([FilterValue])

  /// A whole number.
  package static func integer(_ value: Int) -> FilterValue { .number(.integer(value)) }

  /// A number; what is not a number is null.
  package static func real(_ value: Double) -> FilterValue {
    value.isNaN ? .null : .number(.real(value))
  }

  /// The time that it stands for, or nil.
  var span: TimeSpan? {
    switch self {
    case .date(let day): TimeSpan(.day(day))
    case .timestamp(let instant): TimeSpan(.instant(instant))
    case .interval(let span): span
    default: nil
    }
  }

  var isNull: Bool { if case .null = self { true } else { false } }
}

/// What a filter is asked about: values of properties by name.
package protocol FilterFeature {
  /// Returns the value of a property, `null` when it has none.
  ///
  /// A value of another type than the schema says counts as null.
  func value(of property: String) -> FilterValue
}

/// True, false or unknown, as comparisons with NULL are; a feature is selected only by true.
package typealias FilterTruth = Bool?

enum FilterLogic {
  static func not(_ value: FilterTruth) -> FilterTruth { value.map { !$0 } }

  /// False when any is false, else unknown when any is unknown.
  static func and(_ left: FilterTruth, _ right: FilterTruth) -> FilterTruth {
    if left == false || right == false { return false }
    return left == nil || right == nil ? nil : true
  }

  /// True when any is true, else unknown when any is unknown.
  static func or(_ left: FilterTruth, _ right: FilterTruth) -> FilterTruth {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }
}

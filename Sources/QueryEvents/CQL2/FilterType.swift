/// What kind of value an expression gives.
package enum FilterType: String, Sendable, Hashable, CaseIterable {
  case boolean
  case number
  case text
  case date
  case timestamp
  case interval
  case geometry
  case array
  /// Not known before the value is seen.
  case any

  /// Whether a value of this type may stand where the other is asked for.
  func fits(_ other: FilterType) -> Bool { self == other || self == .any || other == .any }

  /// The word for messages.
  var name: String {
    switch self {
    case .boolean: "true or false"
    case .number: "a number"
    case .text: "text"
    case .date: "a date"
    case .timestamp: "a timestamp"
    case .interval: "an interval"
    case .geometry: "a geometry"
    case .array: "an array"
    case .any: "a value"
    }
  }
}

/// The properties that a filter may ask for, with their types.
package struct FilterSchema: Sendable {
  /// The types by name; nil takes any name.
  package let types: [String: FilterType]?

  /// Takes the properties of a list and no others.
  package init(_ types: [String: FilterType]) {
    self.types = types
  }

  private init() {
    types = nil
  }

  /// Takes any property, with values of any type.
  package static let open = FilterSchema()
}

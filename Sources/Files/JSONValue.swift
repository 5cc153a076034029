/// A JSON value as it was read: members keep their order, numbers their digits.
///
/// An array that holds nothing but numbers of at most 15 significant digits is `.numbers`, not
/// `.array`: coordinates then cost eight bytes each. Use `elements` and `numbers`, which serve both
/// forms, unless the difference matters.
package enum JSONValue: Sendable, Hashable {
  case object([JSONMember])
  case array([JSONValue])
  /// A non-empty array of plain numbers.
  case numbers([Double])
  case string(String)
  /// The value and the digits as written: identifiers larger than 2^53 keep all of theirs.
  case number(Double, raw: String)
  case bool(Bool)
  case null
}

/// A key and its value.
package struct JSONMember: Sendable, Hashable {
  package var key: String
  package var value: JSONValue

  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The member of an object with this key, the last one when it is written twice (as jq and Python
  /// do), or nil.
  ///
  /// Linear in the number of members.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  package var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements of an array of either form.
  ///
  /// Makes values of `.numbers`: not for coordinates.
  package var elements: [JSONValue]? {
    switch self {
    case .array(let values): values
    case .numbers(let values): values.map { .number($0, raw: $0.description) }
    default: nil
    }
  }

  /// The numbers of an array that holds only numbers (or nothing), else nil.
  package var numbers: [Double]? {
    switch self {
    case .numbers(let values): return values
    case .array(let values):
      var numbers: [Double] = []
      for value in values {
        guard case .number(let number, _) = value else { return nil }
        numbers.append(number)
      }
      return numbers
    default: return nil
    }
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var double: Double? {
    if case .number(let value, _) = self { value } else { nil }
  }

  /// The number when it is whole and exact, else nil.
  package var integer: Int? {
    guard case .number(let value, let raw) = self else { return nil }
    return Int(raw) ?? Int(exactly: value)
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var isNull: Bool { self == .null }

  /// The word for messages: what kind of value was found.
  package var kindName: String {
    switch self {
    case .object: "an object"
    case .array, .numbers: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}

/// A JSON value that knows where it stands: what the reader of filters needs to point at errors.
struct PlacedJSON {
  indirect enum Value {
    case object([Member])
    case array([PlacedJSON])
    case string(String)
    case number(FilterNumber)
    case boolean(Bool)
    case null
  }

  /// A key and its value.
  struct Member {
    var key: String
    var keyOffset: Int
    var value: PlacedJSON
  }

  var value: Value
  /// Unicode scalars before it.
  var offset: Int

  /// The word for messages.
  var name: String {
    switch value {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }

  /// The value of a key, or nil; a key that stands twice is refused, for nobody knows which counts.
  func member(_ key: String) throws(FilterFault) -> PlacedJSON? {
    guard case .object(let members) = value else { return nil }
    var found: PlacedJSON?
    for member in members where member.key == key {
      if found != nil {
        throw FilterFault(.notAnExpression, at: member.keyOffset, "“\(key)” stands twice")
      }
      found = member.value
    }
    return found
  }

  /// The JSON pointer (RFC 6901) of the innermost value that holds an offset.
  ///
  /// Linear in the values before it; nests no deeper than the reader allows.
  func pointer(to offset: Int) -> String {
    switch value {
    case .object(let members):
      // A place between two members belongs to the one before it.
      guard let member = members.last(where: { $0.keyOffset <= offset }) else { return "" }
      var key = String.UnicodeScalarView()
      for scalar in member.key.unicodeScalars {
        switch scalar {
        case "~": key.append(contentsOf: "~0".unicodeScalars)
        case "/": key.append(contentsOf: "~1".unicodeScalars)
        default: key.append(scalar)
        }
      }
      return "/" + String(key) + member.value.pointer(to: offset)
    case .array(let values):
      guard let index = values.lastIndex(where: { $0.offset <= offset }) else { return "" }
      return "/\(index)" + values[index].pointer(to: offset)
    default: return ""
    }
  }
}

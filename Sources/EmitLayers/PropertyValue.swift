import Model

/// What a property can hold, the same in every format.
package enum PropertyValue: Sendable, Hashable {
  case null
  case string(String)
  case int(Int)
  /// A number and the most decimals that it is written with.
  case double(Double, decimals: Int)
  case bool(Bool)
  case strings([String])
  case doubles([Double], decimals: Int)
  /// An object or a list that is JSON already.
  case json([UInt8])

  /// Appends the value as JSON.
  package func write(to json: inout JSONBytes) {
    switch self {
    case .null: json.null()
    case .string(let text): json.string(text)
    case .int(let number): json.int(number)
    case .double(let number, let decimals): json.double(number, decimals: decimals)
    case .bool(let value): json.bool(value)
    case .strings(let texts): json.strings(texts)
    case .doubles(let numbers, let decimals):
      json.beginArray()
      for number in numbers { json.double(number, decimals: decimals) }
      json.endArray()
    case .json(let bytes): json.raw(bytes)
    }
  }

  /// The value as JSON.
  package var json: [UInt8] {
    var json = JSONBytes()
    write(to: &json)
    return json.bytes
  }

  /// The value as the text of a cell: lists joined with `; `, objects as JSON, nil for null.
  package var cell: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    case .int(let number): String(number)
    case .double(let number, let decimals):
      number.isFinite ? DecimalDigits.text(number, decimals: decimals) : nil
    case .bool(let value): value ? "true" : "false"
    case .strings(let texts): texts.joined(separator: "; ")
    case .doubles(let numbers, let decimals):
      numbers.map { DecimalDigits.text($0, decimals: decimals) }.joined(separator: "; ")
    // A list of objects without any is an empty cell, as a list of texts is.
    case .json(let bytes): bytes == Array("[]".utf8) ? "" : String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// The type of a property's column, whether or not the value is null.
package enum PropertyKind: Sendable, Hashable {
  case text, integer, real, boolean, date, texts, reals, json
}

/// One property of a feature.
package struct Property: Sendable, Hashable {
  package var name: String
  package var kind: PropertyKind
  package var value: PropertyValue

  package init(_ name: String, _ kind: PropertyKind, _ value: PropertyValue) {
    self.name = name
    self.kind = kind
    self.value = value
  }
}

extension Property {
  static func text(_ name: String, _ value: String?) -> Property {
    Property(name, .text, value.map { .string($0) } ?? .null)
  }

  static func texts(_ name: String, _ value: [String]) -> Property {
    Property(name, .texts, .strings(value))
  }

  static func integer(_ name: String, _ value: Int?) -> Property {
    Property(name, .integer, value.map { .int($0) } ?? .null)
  }

  static func real(_ name: String, _ value: Double?, decimals: Int) -> Property {
    Property(name, .real, value.map { .double($0, decimals: decimals) } ?? .null)
  }

  static func date(_ name: String, _ value: CivilDate?) -> Property {
    Property(name, .date, value.map { .string($0.description) } ?? .null)
  }
}

/// A column of a format: the name and kind of a property, whatever its value.
package struct PropertyColumn: Sendable, Hashable {
  package var name: String
  package var kind: PropertyKind
}

/// Properties whose names stand once for all features of a layer.
enum PropertyObject {
  /// The columns of some properties.
  static func columns(_ properties: [Property]) -> [PropertyColumn] {
    properties.map { PropertyColumn(name: $0.name, kind: $0.kind) }
  }

  /// The values as a JSON object.
  static func json(_ columns: [PropertyColumn], _ values: [PropertyValue]) -> [UInt8] {
    var json = JSONBytes(capacity: 1024)
    json.beginObject()
    for (column, value) in zip(columns, values) {
      json.key(named: column.name)
      value.write(to: &json)
    }
    json.endObject()
    return json.bytes
  }
}

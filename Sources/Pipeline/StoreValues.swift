import EmitLayers
import Model

/// Between the properties of every format and the values of a table.
extension AttributeValue {
  /// The value as a table holds it: numbers rounded as every format shows them, lists as JSON.
  init(_ value: PropertyValue) {
    switch value {
    case .null: self = .null
    case .string(let text): self = .text(text)
    case .int(let number): self = .integer(number)
    case .double:
      let shown = String(decoding: value.json, as: UTF8.self)
      self = Double(shown).map { .real($0) } ?? .null
    case .bool(let value): self = .boolean(value)
    case .strings, .doubles, .json: self = .text(String(decoding: value.json, as: UTF8.self))
    }
  }
}

extension PropertyValue {
  /// The value again: every format shows the same of it as before.
  init(_ value: AttributeValue, kind: PropertyKind) {
    switch (value, kind) {
    case (.null, _), (.bytes, _): self = .null
    case (.text(let text), .texts), (.text(let text), .reals), (.text(let text), .json):
      self = .json(Array(text.utf8))
    case (.text(let text), _): self = .string(text)
    case (.integer(let number), _): self = .int(number)
    // It was rounded before; nine is the most that is written.
    case (.real(let number), _): self = .double(number, decimals: 9)
    case (.boolean(let value), _): self = .bool(value)
    }
  }
}

extension AttributeColumn {
  init(name: String, kind: PropertyKind) {
    switch kind {
    case .text: self.init(name, .text)
    case .integer: self.init(name, .integer)
    case .real: self.init(name, .real)
    case .boolean: self.init(name, .boolean)
    case .date: self.init(name, .date)
    case .texts, .reals, .json: self.init(name, .text, isJSON: true)
    }
  }

  init(_ column: PropertyColumn) { self.init(name: column.name, kind: column.kind) }
}

package import Files

extension JSONBytes {
  /// Writes a value that was read, members and digits as they were.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .string(let text): string(text)
    case .number(_, let digits): raw(Array(digits.utf8))
    case .numbers(let numbers):
      beginArray()
      // As they were written: a list of shares has one decimal at least.
      for number in numbers { double(number, decimals: 9) }
      endArray()
    case .array(let values):
      beginArray()
      for element in values { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}

package import Files

extension JSONBytes {
  /// How whole numbers in a list of numbers are written, which the reader keeps without their digits.
  package enum WholeNumbers {
    /// `1.0`: as layers have their shares.
    case withDecimal
    /// `1`.
    case plain
  }

  /// Writes a value that was read, members and digits as they were.
  package mutating func value(_ value: JSONValue, wholeNumbers: WholeNumbers = .withDecimal) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .string(let text): string(text)
    case .number(_, let digits): raw(Array(digits.utf8))
    case .numbers(let numbers):
      beginArray()
      for number in numbers {
        switch wholeNumbers {
        case .withDecimal: double(number, decimals: 9)
        case .plain: plain(number)
        }
      }
      endArray()
    case .array(let values):
      beginArray()
      for element in values { self.value(element, wholeNumbers: wholeNumbers) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(named: member.key)
        self.value(member.value, wholeNumbers: wholeNumbers)
      }
      endObject()
    }
  }

  /// The shortest digits, without a point where the number is whole.
  private mutating func plain(_ number: Double) {
    if let whole = Int(exactly: number), abs(number) < 1e15 { int(whole) } else { double(number) }
  }
}

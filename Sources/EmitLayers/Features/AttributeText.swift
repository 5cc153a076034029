import Files
import Model

/// Values of any layer as JSON and as cells.
enum AttributeText {
  /// Writes a value; a text that is declared to be JSON and is none stays a text.
  static func write(_ value: AttributeValue, of column: AttributeColumn, to json: inout JSONBytes) {
    switch value {
    case .null: json.null()
    case .boolean(let flag): json.bool(flag)
    case .integer(let number): json.int(number)
    case .real(let number): json.double(number)
    case .text(let text):
      guard column.isJSON else { return json.string(text) }
      let bytes = Array(text.utf8)
      if (try? JSONReader.parse(bytes)) != nil { json.raw(bytes) } else { json.string(text) }
    case .bytes(let bytes): json.string(hexadecimal(bytes))
    }
  }

  /// The text of a cell: lists joined with `; `, nil for null.
  static func cell(_ value: AttributeValue, of column: AttributeColumn) -> String? {
    switch value {
    case .null: return nil
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .real(let number):
      guard number.isFinite else { return nil }
      let text = (number + 0).description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .text(let text):
      guard column.isJSON, let json = try? JSONReader.parse(Array(text.utf8)) else { return text }
      return list(json) ?? text
    case .bytes(let bytes): return hexadecimal(bytes)
    }
  }

  /// A list of texts or numbers as it stands in a cell, nil for anything else.
  private static func list(_ value: JSONValue) -> String? {
    switch value {
    case .numbers(let numbers):
      return numbers.map { DecimalDigits.text($0, decimals: 9) }.joined(separator: "; ")
    case .array(let values):
      let texts = values.compactMap(\.string)
      return texts.count == values.count ? texts.joined(separator: "; ") : nil
    default: return nil
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

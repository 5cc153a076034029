import EmitLayers
import Files

/// Writes a JSON value that was read, compactly.
enum JSONText {
  /// Returns the value as JSON; numbers keep their digits.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(_, let raw): return raw
    case .numbers(let values): return "[" + values.map(number).joined(separator: ",") + "]"
    case .string(let text):
      var json = JSONBytes()
      json.string(text)
      return String(decoding: json.bytes, as: UTF8.self)
    case .array(let values): return "[" + values.map(Self.text).joined(separator: ",") + "]"
    case .object(let members):
      let parts = members.map { Self.text(.string($0.key)) + ":" + Self.text($0.value) }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
  }
}

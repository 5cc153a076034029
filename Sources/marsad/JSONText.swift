import EmitLayers
import Files

/// Shows a JSON value that was read, compactly.
enum JSONText {
  /// Returns the value as JSON; numbers keep their digits.
  static func text(_ value: JSONValue) -> String {
    var json = JSONBytes()
    json.value(value, wholeNumbers: .plain)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

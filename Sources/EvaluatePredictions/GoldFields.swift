import Files
import Model

/// Reads members of an annotation; what is of the wrong kind is an error, never passed over.
struct GoldFields {
  let value: JSONValue
  let path: String
  let line: Int?
  /// The document, for messages.
  let document: String

  func with(_ other: JSONValue) -> GoldFields {
    GoldFields(value: other, path: path, line: line, document: document)
  }

  func error(_ code: EvaluationError.Code, _ message: String) -> EvaluationError {
    EvaluationError(code, "\(document): \(message)", path: path, line: line)
  }

  /// Whether the member is written, be it null.
  func has(_ key: String) -> Bool { value[key] != nil }

  func text(_ key: String) throws(EvaluationError) -> String? {
    guard let member = value[key], !member.isNull else { return nil }
    guard let text = member.string else { throw wrong(key, "a string", member) }
    return text
  }

  func required(_ key: String) throws(EvaluationError) -> String {
    guard let text = try text(key) else { throw error(.badValue, "\(key) is missing") }
    return text
  }

  func integer(_ key: String) throws(EvaluationError) -> Int? {
    guard let member = value[key], !member.isNull else { return nil }
    guard let number = member.integer else { throw wrong(key, "a whole number", member) }
    return number
  }

  func number(_ key: String) throws(EvaluationError) -> Double? {
    guard let member = value[key], !member.isNull else { return nil }
    guard let number = member.double else { throw wrong(key, "a number", member) }
    return number
  }

  func list(_ key: String) throws(EvaluationError) -> [GoldFields] {
    guard let member = value[key], !member.isNull else { return [] }
    guard let elements = member.elements else { throw wrong(key, "a list", member) }
    return elements.map { with($0) }
  }

  func texts(_ key: String) throws(EvaluationError) -> [String] {
    var texts: [String] = []
    for element in try list(key) {
      guard let text = element.value.string else {
        throw wrong(key, "a list of strings", element.value)
      }
      texts.append(text)
    }
    return texts
  }

  /// A value that is scored when it is written.
  func expected(_ key: String) throws(EvaluationError) -> Expected<String>? {
    has(key) ? Expected(try text(key)) : nil
  }

  /// The members `start` and `end`.
  func span() throws(EvaluationError) -> ScalarSpan {
    guard let start = try integer("start"), let end = try integer("end"), start >= 0, start < end
    else { throw error(.badSpan, "a span has no start before its end") }
    return ScalarSpan(start, end)
  }

  /// A day as it stands, checked.
  func day(_ key: String) throws(EvaluationError) -> String? {
    guard let text = try text(key) else { return nil }
    guard CivilDate(iso: Array(text.utf8)) != nil else {
      throw error(.badValue, "\(key) is no day (YYYY-MM-DD)")
    }
    return text
  }

  func wrong(_ key: String, _ wanted: String, _ found: JSONValue) -> EvaluationError {
    error(.badValue, "\(key) is \(found.kindName); \(wanted) is expected")
  }
}

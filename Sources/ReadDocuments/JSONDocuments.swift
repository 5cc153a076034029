internal import Files
internal import Model

/// Makes documents of JSON objects.
struct JSONDocuments {
  let origin: ReadOrigin
  let defaults: ReadDefaults

  /// Returns the document in the bytes of one JSON value that begins at `start` of its file.
  func item(_ bytes: [UInt8], at start: TextPosition) -> ReadItem {
    var reader = JSONReader()
    let value: JSONValue
    do throws(JSONError) {
      value = try reader.read(bytes.span)
    } catch {
      return .failure(id: nil, finding(error, start))
    }
    guard let members = value.members else {
      return .failure(
        id: nil,
        finding(.error, .notADocument, "expected an object, found \(value.kindName)", start))
    }
    var fields = DocumentFields()
    var hasText = false
    for member in members {
      guard let key = DocumentFields.keys[member.key] else { continue }
      if key.field == .text { hasText = true }
      set(key, member, &fields, start)
    }
    if !hasText {
      return .failure(
        id: fields[.id], finding(.error, .missingText, "the object has no key `text`", start))
    }
    if reader.replacedSurrogates > 0 {
      fields.note(
        finding(
          .warning, .loneSurrogate,
          "\(reader.replacedSurrogates) halves of surrogate pairs became U+FFFD", start))
    }
    return fields.item(origin: origin, at: start, defaults: defaults)
  }

  private func set(
    _ key: DocumentFields.Key, _ member: JSONMember, _ fields: inout DocumentFields,
    _ start: TextPosition
  ) {
    switch member.value {
    case .string(let text): fields.set(key, text, at: start)
    case .null: break
    case .number(_, let raw) where key.field == .id: fields.set(key, raw, at: start)
    default:
      fields.note(
        finding(
          .warning, .wrongKind,
          "`\(member.key)` should be a string and is \(member.value.kindName); left out", start))
    }
  }

  private func finding(
    _ severity: Diagnostic.Severity, _ code: ReadErrorCode, _ message: String,
    _ place: TextPosition
  ) -> Diagnostic {
    Diagnostic(severity, code, message, path: origin.path, at: place)
  }

  private func finding(_ error: JSONError, _ start: TextPosition) -> Diagnostic {
    let place = TextPosition(line: error.line, column: error.column).offset(from: start)
    if case .notUTF8 = error.reason { return finding(.error, .notUTF8, error.message, place) }
    return finding(.error, .notJSON, error.message, place)
  }
}

import EmitLayers
import Files
package import Model

/// `corrections.jsonl`: one correction a line.
package enum CorrectionFile {
  /// Returns the corrections of a file in its order, and what they cannot be held to now: a place that
  /// is no longer known is a warning, and its value stays in the file.
  /// - Throws: `ReviewError` for lines that are no corrections; `FileError`.
  package static func read(
    _ path: String, rules: CorrectionRules
  ) throws -> (corrections: [Correction], findings: [Diagnostic]) {
    var reader = LineReader(try ByteStream(path: path))
    var corrections: [Correction] = []
    var findings: [Diagnostic] = []
    var errors: [Diagnostic] = []
    var lines: [String: Int] = [:]
    while let line = try reader.next() {
      guard case .bytes(let bytes, let number) = line else {
        throw ReviewError(.badLine, "a line is too long", path: path, line: line.number)
      }
      if bytes.isEmpty { continue }
      do throws(CorrectionRules.Refusal) {
        let correction = try parse(bytes)
        if let other = lines.updateValue(number, forKey: correction.id) {
          throw CorrectionRules.Refusal("line \(other) corrects the same event")
        }
        corrections.append(correction)
        try rules.check(correction)
        for (field, value) in correction.ordered {
          do throws(CorrectionRules.Refusal) {
            try rules.check(field, value)
          } catch {
            findings.append(
              Diagnostic(
                .warning, ReviewCode.notApplied.rawValue,
                "\(correction.id): \(error.message); this value is not applied", path: path,
                line: number))
            corrections[corrections.count - 1].values[field] = nil
          }
        }
      } catch {
        errors.append(
          Diagnostic(
            .error, ReviewCode.badLine.rawValue, error.message, path: path, line: number))
      }
    }
    if !errors.isEmpty { throw ReviewError(errors) }
    return (corrections, findings)
  }

  /// Returns the lines as they are in a file, whatever the gazetteer knows now.
  package static func readAsWritten(_ path: String) throws -> [Correction] {
    guard FileStatus.of(path) != nil else { return [] }
    var reader = LineReader(try ByteStream(path: path))
    var corrections: [Correction] = []
    while let line = try reader.next() {
      guard case .bytes(let bytes, let number) = line else {
        throw ReviewError(.badLine, "a line is too long", path: path, line: line.number)
      }
      if bytes.isEmpty { continue }
      do throws(CorrectionRules.Refusal) {
        corrections.append(try parse(bytes))
      } catch {
        throw ReviewError(.badLine, error.message, path: path, line: number)
      }
    }
    return corrections
  }

  /// Returns the bytes of a file.
  package static func bytes(_ corrections: [Correction]) -> [UInt8] {
    corrections.flatMap { json($0) + [0x0A] }
  }

  /// Returns a correction as a JSON object.
  package static func json(_ correction: Correction) -> [UInt8] {
    var json = JSONBytes(capacity: 256)
    json.beginObject()
    json.key("id")
    json.string(correction.id)
    json.key("verb")
    json.string(correction.verb?.rawValue)
    json.key("set")
    json.beginObject()
    for (field, value) in correction.ordered {
      json.key(named: field.rawValue)
      switch value {
      case .null: json.null()
      case .text(let text): json.string(text)
      case .integer(let number): json.int(number)
      case .real(let number): json.double(number)
      }
    }
    json.endObject()
    json.key("other_ids")
    json.strings(correction.others)
    json.key("notes")
    json.beginObject()
    for note in correction.notes {
      json.key(named: note.name)
      json.string(note.text)
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private static func parse(_ bytes: [UInt8]) throws(CorrectionRules.Refusal) -> Correction {
    typealias Refusal = CorrectionRules.Refusal
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.parse(bytes)
    } catch {
      throw Refusal(error.message)
    }
    guard let members = value.members, let id = value["id"]?.string, !id.isEmpty else {
      throw Refusal("a correction is an object with an id")
    }
    let known = ["id", "verb", "set", "other_ids", "notes"]
    if let other = members.first(where: { !known.contains($0.key) }) {
      throw Refusal("\(other.key) is no member; known are \(known.joined(separator: ", "))")
    }
    var correction = Correction(id: id)
    if let verb = value["verb"], !verb.isNull {
      guard let known = verb.string.flatMap(CorrectionVerb.init(rawValue:)) else {
        throw Refusal("the verb is none of \(CorrectionVerb.listed)")
      }
      correction.verb = known
    }
    for member in value["set"]?.members ?? [] {
      guard let field = CorrectionField(rawValue: member.key) else {
        throw Refusal("\(member.key) is no field that is corrected")
      }
      switch (field.kind, member.value) {
      case (_, .null): correction.values[field] = .null
      case (.text, .string(let text)), (.day, .string(let text)):
        correction.values[field] = .text(text)
      case (.integer, .number):
        guard let number = member.value.integer else {
          throw Refusal("\(member.key) is no whole number")
        }
        correction.values[field] = .integer(number)
      case (.real, .number(let number, _)): correction.values[field] = .real(number)
      default: throw Refusal("\(member.key) is \(member.value.kindName)")
      }
    }
    correction.others = value["other_ids"]?.elements?.compactMap(\.string) ?? []
    for member in value["notes"]?.members ?? [] {
      guard let text = member.value.string else {
        throw Refusal("the note \(member.key) is \(member.value.kindName); a string is expected")
      }
      correction.notes.append(CoderNote(name: member.key, text: text))
    }
    return correction
  }
}

extension CorrectionVerb {
  static var listed: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Correction {
  /// The values in the order of the fields.
  var ordered: [(CorrectionField, CorrectionValue)] {
    CorrectionField.allCases.compactMap { field in values[field].map { (field, $0) } }
  }
}

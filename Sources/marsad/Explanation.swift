import Files

/// An event's evidence for people: the values, then for each report the quoted words and rules.
struct Explanation {
  private let evidence: JSONValue

  init(_ evidence: JSONValue) {
    self.evidence = evidence
  }

  /// The evidence as one JSON line.
  var json: [UInt8] { Array((JSONText.text(evidence) + "\n").utf8) }

  /// The evidence as lines.
  var text: String {
    var lines: [String] = []
    let values = evidence["values"]
    lines.append("event \(evidence["id"]?.string ?? "")")
    if let notes = values?["notes"]?.string { lines.append(notes) }
    lines.append("")
    for member in values?.members ?? [] {
      let shown = JSONText.text(member.value)
      if shown == "null" || shown == "[]" || member.key == "quote" || member.key == "id" {
        continue
      }
      lines.append("  \(member.key): \(shown)")
    }
    for link in evidence["links"]?.elements ?? [] { lines.append("  link: \(link.string ?? "")") }
    for correction in evidence["corrections"]?.elements ?? [] {
      lines.append(contentsOf: describe(correction: correction))
    }
    for report in evidence["members"]?.elements ?? [] { lines += describe(report) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Who said what: the verb, the values, the coder's own columns.
  private func describe(correction: JSONValue) -> [String] {
    let verb = correction["verb"]?.string ?? "note"
    var lines = ["", "correction of \(correction["id"]?.string ?? ""): \(verb)"]
    for value in correction["set"]?.members ?? [] {
      lines.append("  \(value.key): \(JSONText.text(value.value))")
    }
    let others = correction["other_ids"]?.elements?.compactMap(\.string) ?? []
    if !others.isEmpty { lines.append("  other_ids: \(others.joined(separator: " "))") }
    for note in correction["notes"]?.members ?? [] {
      lines.append("  \(note.key): \u{2068}\(note.value.string ?? "")\u{2069}")
    }
    return lines
  }

  private func describe(_ report: JSONValue) -> [String] {
    var lines = ["", "report \(report["document"]?.string ?? "") (\(report["id"]?.string ?? ""))"]
    if let quote = report["quote"]?["text"]?.string {
      lines.append("  \u{2068}\(quote)\u{2069}")
    }
    for field in report["fields"]?.members ?? [] {
      for words in field.value.elements ?? [] {
        lines.append(
          "  \(field.key): \u{2068}\(words["text"]?.string ?? "")\u{2069} by "
            + "\(words["rule"]?.string ?? "") at \(words["part"]?.string ?? "") "
            + "\(JSONText.text(words["start"] ?? .null))-\(JSONText.text(words["end"] ?? .null))")
      }
    }
    for place in report["places"]?.elements ?? [] {
      lines.append("  place \u{2068}\(place["text"]?.string ?? "")\u{2069}")
      for candidate in place["candidates"]?.elements ?? [] {
        lines.append(
          "    \(JSONText.text(candidate["score"] ?? .null)) \(candidate["id"]?.string ?? "") "
            + JSONText.text(candidate["why"] ?? .null))
      }
    }
    if let terms = report["confidence_terms"] {
      lines.append("  confidence: \(JSONText.text(terms))")
    }
    return lines
  }
}

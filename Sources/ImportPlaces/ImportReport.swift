import EmitLayers
package import Model

/// What an import did, or would do.
package struct ImportReport: Sendable {
  package struct Reason: Sendable {
    package var text: String
    package var count: Int
    package var path: String
    package var line: Int
  }

  package var source: String
  package var overlay: String
  package var isDryRun: Bool
  package var inputs: [(name: String, rows: Int)] = []
  package var added = 0
  package var merged = 0
  package var names = 0
  package var outlines = 0
  package var pending = 0
  package var passedOver: [Reason] = []
  /// Conflicts and faults, by file and line.
  package var findings: [Diagnostic] = []
  package var files: [(file: String, rows: Int)] = []

  /// One JSON object.
  package var json: [UInt8] {
    var json = JSONBytes()
    json.beginObject()
    json.key("source")
    json.string(source)
    json.key("dry_run")
    json.bool(isDryRun)
    json.key("inputs")
    json.beginArray()
    for (name, rows) in inputs {
      json.beginObject()
      json.key("name")
      json.string(OutputName.shown(name))
      json.key("rows")
      json.int(rows)
      json.endObject()
    }
    json.endArray()
    for (key, count) in counts {
      json.key(named: key)
      json.int(count)
    }
    json.key("passed_over")
    json.beginArray()
    for reason in passedOver {
      json.beginObject()
      json.key("reason")
      json.string(reason.text)
      json.key("count")
      json.int(reason.count)
      json.key("first_line")
      json.int(reason.line)
      json.endObject()
    }
    json.endArray()
    json.key("conflicts")
    json.beginArray()
    for finding in findings {
      var shown = finding
      shown.path = finding.path.map(OutputName.shown)
      json.diagnostic(shown)
    }
    json.endArray()
    json.key("files")
    json.beginArray()
    for (file, rows) in files {
      json.beginObject()
      json.key("name")
      json.string(file)
      json.key("rows")
      json.int(rows)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private var counts: [(String, Int)] {
    [
      ("added", added), ("merged", merged), ("names", names), ("outlines", outlines),
      ("without_position", pending),
    ]
  }

  /// More findings of one code than this are counted, not listed, in the text.
  package static let listed = 10

  /// Lines for people.
  package var text: String {
    var lines: [String] = []
    var seen: [String: Int] = [:]
    for finding in findings {
      seen[finding.code, default: 0] += 1
      if seen[finding.code] ?? 0 <= Self.listed { lines.append(finding.description) }
    }
    for (code, count) in seen.sorted(by: { $0.key < $1.key }) where count > Self.listed {
      let summary = ImportCode(rawValue: code)?.summary ?? code
      lines.append("\(count - Self.listed) more of [\(code)] \(summary) (--format json lists all)")
    }
    for reason in passedOver {
      lines.append(
        "passed over: \(reason.count) × \(reason.text), first at \(reason.path):\(reason.line)")
    }
    for (name, rows) in inputs { lines.append("read \(rows) rows of \(name)") }
    lines.append(
      "\(added) places added, \(merged) known before, \(names) names, \(outlines) outlines")
    if pending > 0 {
      lines.append("\(pending) villages have no position yet (--pending FILE lists them)")
    }
    let verb = isDryRun ? "would write" : "wrote"
    for (file, rows) in files { lines.append("\(verb) \(rows) rows to \(overlay)/\(file)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

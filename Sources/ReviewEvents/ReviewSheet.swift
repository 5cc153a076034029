import EmitLayers
import Files
import Model

/// The sheet that a coder works in: one row an event of a folder, one more for each correction whose
/// event is not on the map.
package enum ReviewSheet {
  static let verb = "verb"
  static let others = "other_ids"
  /// The cells as they were exported, so that a change is known however often the map is made anew.
  static let exported = "exported_values"
  /// For the coder's eyes.
  static let context = [
    "event_type", "admin1", "admin2", "admin3", "member_ids", "reports", "confidence", "flags",
  ]

  /// Returns the bytes of a sheet: UTF-8 with a byte order mark, commas, CRLF.
  package static func bytes(folder: String) throws -> [UInt8] {
    let layer = try ReviewLayer(folder: folder)
    let corrections = try CorrectionFile.readAsWritten(folder + "/corrections.jsonl")
    // A correction of any member is the row's; those of further members have rows of their own.
    var rowOfEvent: [String: Correction] = [:]
    var rest: [Correction] = []
    for correction in corrections {
      if let holder = layer.holders[correction.id], rowOfEvent[holder] == nil {
        rowOfEvent[holder] = correction
      } else {
        rest.append(correction)
      }
    }
    let own = Set(corrections.flatMap { $0.notes.map(\.name) }).filter {
      !CoderNote.columns.contains($0)
    }
    let notes = CoderNote.columns + own.sorted { $0.precedesInBytes($1) }
    let fields = CorrectionField.allCases.map(\.rawValue)
    let columns = ["id", verb, others] + notes + fields + context
    var text = SheetCells.row(columns + [exported])
    for event in layer.events {
      let correction = rowOfEvent[event.id]
      var cells: [String: String] = [:]
      for name in fields + context { cells[name] = cell(event.properties[name]) }
      cells["lon"] = event.point?.count == 2 ? number(event.point?[0] ?? 0) : ""
      cells["lat"] = event.point?.count == 2 ? number(event.point?[1] ?? 0) : ""
      text += row(correction?.id ?? event.id, columns, cells, correction)
    }
    for correction in rest {
      var cells: [String: String] = [:]
      for (field, value) in correction.ordered { cells[field.rawValue] = cell(value) }
      text += row(correction.id, columns, cells, correction)
    }
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }

  private static func row(
    _ id: String, _ columns: [String], _ values: [String: String], _ correction: Correction?
  ) -> String {
    var cells = values
    cells["id"] = id
    cells[verb] = correction?.verb?.rawValue
    cells[others] = correction?.others.joined(separator: "; ")
    for note in correction?.notes ?? [] { cells[note.name] = note.text }
    var json = JSONBytes()
    json.beginObject()
    for column in columns {
      guard let cell = cells[column], !cell.isEmpty else { continue }
      json.key(named: column)
      json.string(cell)
    }
    json.endObject()
    return SheetCells.row(
      columns.map { cells[$0] ?? "" } + [String(decoding: json.bytes, as: UTF8.self)])
  }

  private static func cell(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text)?: text
    case .number(let number, let raw)?: raw.hasSuffix(".0") ? Self.number(number) : raw
    case .bool(let flag)?: flag ? "true" : "false"
    case .array(let values)?: values.map { cell($0) }.joined(separator: "; ")
    case .numbers(let values)?: values.map(number).joined(separator: "; ")
    case .object?, .null?, nil: ""
    }
  }

  private static func cell(_ value: CorrectionValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): Self.number(number)
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
  }
}

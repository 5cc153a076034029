import CompareRuns
import EmitLayers
import Files

/// Differences for people.
enum DifferenceTable {
  /// The most letters of a cell: a quote is longer than any window.
  private static let width = 60

  static func bytes(_ difference: RunDifference) -> [UInt8] {
    var bytes: [UInt8] = []
    if !difference.run.isEmpty {
      var table = TableWriter(columns: ["runs differ in", "what", "old", "new"])
      for change in difference.run {
        table.add([change.cause.rawValue, change.what, change.old, change.new].map { $0.map(cut) })
      }
      bytes += table.bytes() + Array("\n".utf8)
    }
    var table = TableWriter(columns: ["event", "id", "field", "old", "new", "cause"])
    for lone in difference.removed {
      table.add([
        "removed", lone.event.id, lone.relative.map { "now in \($0)" } ?? "",
        cut(title(lone.event)), "", causes(lone.causes),
      ])
    }
    for lone in difference.added {
      table.add([
        "added", lone.event.id, lone.relative.map { "was in \($0)" } ?? "", "",
        cut(title(lone.event)), causes(lone.causes),
      ])
    }
    for event in difference.changed { add(event, to: &table) }
    if difference.isDifferent { bytes += table.bytes() + Array("\n".utf8) }
    return bytes + Array((summary(difference) + "\n").utf8)
  }

  private static func add(_ event: ChangedEvent, to table: inout TableWriter) {
    if let distance = event.movedKm, distance > 0 {
      table.add([
        "moved", event.new.id, "", "", kilometers(distance),
        causes(event.fields.first { $0.field == "point" }?.causes ?? []),
      ])
    }
    if event.old.id != event.new.id {
      table.add(["renamed", event.new.id, "id", event.old.id, event.new.id, ""])
    }
    for field in event.fields {
      table.add([
        "changed", event.new.id, field.field, cut(JSONText.text(field.old)),
        cut(JSONText.text(field.new)), causes(field.causes),
      ])
    }
  }

  private static func summary(_ difference: RunDifference) -> String {
    let moved = difference.changed.count { ($0.movedKm ?? 0) > 0 }
    return "\(difference.added.count) added, \(difference.removed.count) removed, "
      + "\(difference.changed.count) changed (\(moved) moved), \(difference.unchanged) the same"
  }

  private static func title(_ event: RunEvent) -> String {
    let date = event.value("date_start")?.string ?? event.value("date_end")?.string
    return [event.value("sub_event_type")?.string, event.value("location")?.string, date]
      .compactMap(\.self).joined(separator: ", ")
  }

  private static func causes(_ causes: [DifferenceCause]) -> String {
    causes.map(\.rawValue).joined(separator: " or ")
  }

  private static func kilometers(_ distance: Double) -> String {
    var json = JSONBytes()
    json.double(distance, decimals: 3)
    return String(decoding: json.bytes, as: UTF8.self) + " km"
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= width
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(width))) + "…"
  }
}

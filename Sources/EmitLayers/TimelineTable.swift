import Model

/// Writes a timeline as rows: for people, for spreadsheets, for programs.
package enum TimelineTable {
  private static let columns = ["events", "killed_min", "killed_max", "killed_unknown"]

  private static func cells(_ row: Timeline.Row) -> [String?] {
    [
      String(row.events), row.killedMinimum.map(String.init), row.killedMaximum.map(String.init),
      String(row.killedUnknown),
    ]
  }

  /// An aligned table; the first column is named after the bucket.
  package static func text(_ timeline: Timeline) -> [UInt8] {
    var table = TableWriter(
      columns: [timeline.bucket.rawValue] + columns,
      alignments: [.left] + columns.map { _ in .right })
    for row in timeline.allRows { table.add([row.name] + cells(row)) }
    return table.bytes()
  }

  /// Comma-separated values, with a column for the events of each type.
  package static func csv(_ timeline: Timeline, _ writer: CSVWriter = CSVWriter()) -> [UInt8] {
    var bytes = writer.header([timeline.bucket.rawValue] + columns + types(timeline))
    for row in timeline.allRows {
      bytes += writer.record([row.name] + cells(row) + row.byType.map(String.init))
    }
    return bytes
  }

  /// One object: the bucket, all rows and the total.
  package static func json(_ timeline: Timeline) -> [UInt8] {
    var json = JSONBytes()
    json.beginObject()
    json.key("by")
    json.string(timeline.bucket.rawValue)
    json.key("rows")
    json.beginArray()
    for row in timeline.allRows {
      json.lineBreak()
      json.beginObject()
      json.key("name")
      json.string(row.name)
      json.key("start")
      json.string(row.start?.description)
      json.key("events")
      json.int(row.events)
      json.key("killed_min")
      json.int(row.killedMinimum)
      json.key("killed_max")
      json.int(row.killedMaximum)
      json.key("killed_unknown")
      json.int(row.killedUnknown)
      json.key("event_types")
      json.beginObject()
      for (name, count) in zip(types(timeline), row.byType) where count > 0 {
        json.key(named: name)
        json.int(count)
      }
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.key("events")
    json.int(timeline.events)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func types(_ timeline: Timeline) -> [String] {
    timeline.style.categories.map { $0.value.isEmpty ? "other" : $0.value }
  }
}

import EmitLayers
import EvaluatePredictions

/// Figures for programs, and the documents of gold for `marsad parse`.
enum EvaluationJSON {
  /// Returns the report as one JSON object, a group or a list element a line.
  static func report(_ report: EvaluationReport, differences: Bool) -> [UInt8] {
    var json = JSONBytes(capacity: 16 << 10)
    json.beginObject()
    json.lineBreak()
    json.key("groups")
    json.beginArray()
    for group in report.groups {
      json.lineBreak()
      write(group, to: &json)
    }
    json.endArray()
    json.lineBreak()
    json.key("confusions")
    json.beginObject()
    for table in Confusion.Table.allCases {
      json.key(named: table.rawValue)
      json.beginArray()
      for (cell, count) in report.cells(of: table) {
        json.lineBreak()
        json.beginObject()
        json.key("gold")
        json.string(cell.gold)
        json.key("predicted")
        json.string(cell.predicted)
        json.key("count")
        json.int(count)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.lineBreak()
    json.key("failures")
    json.beginArray()
    for failure in report.failures {
      json.beginObject()
      json.key("document")
      json.string(failure.document)
      json.key("code")
      json.string(failure.code)
      json.endObject()
    }
    json.endArray()
    if differences { write(report.differences, to: &json) }
    json.endLine()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func write(_ group: FigureGroup, to json: inout JSONBytes) {
    json.beginObject()
    json.key("kind")
    json.string(group.kind.rawValue)
    json.key("name")
    json.string(group.name)
    json.key("documents")
    json.int(group.documents)
    json.key("figures")
    json.beginObject()
    for measure in group.measures {
      guard let tally = group.tallies[measure] else { continue }
      json.key(named: measure.rawValue)
      json.beginObject()
      if measure.isDetection {
        json.key("precision")
        json.double(tally.precision, decimals: 6)
        json.key("recall")
        json.double(tally.recall, decimals: 6)
        json.key("f1")
        json.double(tally.f1, decimals: 6)
        json.key("right")
        json.int(tally.right)
        json.key("gold")
        json.int(tally.expected)
        json.key("predicted")
        json.int(tally.predicted)
        json.key("confirmed")
        json.int(tally.confirmed)
      } else {
        json.key("share")
        json.double(tally.recall, decimals: 6)
        json.key("right")
        json.int(tally.right)
        json.key("of")
        json.int(tally.expected)
        json.key("no_value")
        json.int(tally.unanswered)
      }
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private static func write(_ differences: [EvaluationDifference], to json: inout JSONBytes) {
    json.lineBreak()
    json.key("differences")
    json.beginArray()
    for item in differences {
      json.lineBreak()
      json.beginObject()
      json.key("document")
      json.string(item.document)
      json.key("measure")
      json.string(item.measure.rawValue)
      json.key("words")
      json.string(item.words)
      json.key("gold")
      json.string(item.gold)
      json.key("predicted")
      json.string(item.predicted)
      json.endObject()
    }
    json.endArray()
  }

  /// Returns a document as a line that `marsad parse` reads: nothing of its annotation.
  static func document(_ gold: GoldDocument) throws(EvaluationError) -> [UInt8] {
    guard let text = gold.text else {
      throw EvaluationError(
        .noText,
        "\(gold.id): its text is not here; --texts names the folder that has "
          + (gold.textFile ?? "it"),
        path: gold.path, line: gold.line)
    }
    var json = JSONBytes(capacity: text.utf8.count + 256)
    json.beginObject()
    json.key("id")
    json.string(gold.id)
    for (key, value) in [
      ("published", gold.published), ("source", gold.source), ("title", gold.title),
    ] {
      guard let value else { continue }
      json.key(named: key)
      json.string(value)
    }
    json.key("lang")
    json.string(gold.language)
    json.key("text")
    json.string(text)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

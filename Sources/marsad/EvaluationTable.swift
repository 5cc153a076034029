import EmitLayers
import EvaluatePredictions

/// Figures for people.
enum EvaluationTable {
  static func text(_ report: EvaluationReport, differences: Bool) -> [UInt8] {
    let languages = report.groups.filter { $0.kind == .language }
    guard let all = report.groups.first else { return [] }
    let counts = languages.map { "\($0.name) \($0.documents)" }.joined(separator: ", ")
    var bytes = Array("\(all.documents) documents (\(counts))\n".utf8)
    bytes += section(found(all, languages))
    bytes += section(right(all, languages))
    for table in Confusion.Table.allCases { bytes += section(confusions(table, report)) }
    if differences { bytes += section(list(report.differences)) }
    return bytes
  }

  private static func section(_ table: TableWriter?) -> [UInt8] {
    table.map { Array("\n".utf8) + $0.bytes() } ?? []
  }

  private static func found(_ all: FigureGroup, _ languages: [FigureGroup]) -> TableWriter? {
    let measures = all.measures.filter(\.isDetection)
    if measures.isEmpty { return nil }
    var table = TableWriter(
      columns: ["found", "precision", "recall", "F1", "right", "gold", "predicted"]
        + languages.map { "F1 \($0.name)" },
      alignments: [.left] + Array(repeating: .right, count: 6 + languages.count))
    for measure in measures {
      guard let tally = all.tallies[measure] else { continue }
      table.add(
        [
          measure.rawValue, share(tally.precision), share(tally.recall), share(tally.f1),
          "\(tally.right)", "\(tally.expected)", "\(tally.predicted)",
        ] + languages.map { share($0.tallies[measure]?.f1) })
    }
    return table
  }

  private static func right(_ all: FigureGroup, _ languages: [FigureGroup]) -> TableWriter? {
    let measures = all.measures.filter { !$0.isDetection }
    if measures.isEmpty { return nil }
    var table = TableWriter(
      columns: ["right", "share", "right", "of", "no value"] + languages.map(\.name),
      alignments: [.left] + Array(repeating: .right, count: 4 + languages.count))
    for measure in measures {
      guard let tally = all.tallies[measure] else { continue }
      table.add(
        [
          measure.rawValue, share(tally.recall), "\(tally.right)", "\(tally.expected)",
          "\(tally.unanswered)",
        ] + languages.map { share($0.tallies[measure]?.recall) })
    }
    return table
  }

  private static func confusions(
    _ kind: Confusion.Table, _ report: EvaluationReport
  ) -> TableWriter? {
    let cells = report.cells(of: kind)
    if cells.isEmpty { return nil }
    let title = kind == .roles ? "role in gold" : "event type in gold"
    var table = TableWriter(
      columns: [title, "predicted", "count", ""], alignments: [.left, .left, .right, .left])
    for (cell, count) in cells {
      table.add([cell.gold, cell.predicted, "\(count)", cell.gold == cell.predicted ? "" : "x"])
    }
    return table
  }

  private static func list(_ differences: [EvaluationDifference]) -> TableWriter? {
    if differences.isEmpty { return nil }
    var table = TableWriter(columns: ["document", "measure", "words", "gold", "predicted"])
    for item in differences {
      table.add([item.document, item.measure.rawValue, item.words, item.gold, item.predicted])
    }
    return table
  }

  private static func share(_ value: Double?) -> String? { value.map(FigureText.share) }
}

package import Model

/// The formats that are one table of events.
package enum EventTableFormat: String, Sendable, CaseIterable {
  /// Every property of an event.
  case csv
  /// The columns of ACLED's export.
  case acledCSV = "acled-csv"
  /// The columns of UCDP's Georeferenced Event Dataset.
  case gedCSV = "ged-csv"
}

/// Turns events into the records of a table, and keeps count of what has no place in it.
///
/// Not Sendable: it holds a GEOS context.
package final class CoderExport {
  private let format: EventTableFormat
  private let writer: CSVWriter
  private let acled: ACLEDTable
  private let ged: GEDTable
  private let knowledge: any CoderKnowledge
  /// How many events were written.
  package private(set) var count = 0
  private var leftOut = 0
  private var unknownSources: [String] = []

  package init(
    _ format: EventTableFormat, knowledge: any CoderKnowledge, isForSpreadsheets: Bool = false
  ) throws {
    self.format = format
    self.knowledge = knowledge
    writer = CSVWriter(isForSpreadsheets: isForSpreadsheets)
    acled = try ACLEDTable(knowledge)
    ged = try GEDTable(knowledge)
  }

  /// The record that names the columns.
  package var header: [UInt8] {
    switch format {
    case .csv: writer.header(EventTable.columns)
    case .acledCSV: writer.header(ACLEDTable.columns)
    case .gedCSV: writer.header(GEDTable.columns)
    }
  }

  /// Returns the record of an event, nothing for one that the format has no place for.
  package func record(_ event: EventFeature) throws -> [UInt8] {
    let row: [String?]?
    switch format {
    case .csv: row = EventTable.row(event)
    case .acledCSV: row = try acled.row(event)
    case .gedCSV: row = try ged.row(event)
    }
    guard let row else {
      leftOut += 1
      return []
    }
    count += 1
    if format == .acledCSV {
      for source in event.texts("sources")
      where knowledge.source(source).map(\.scale.isEmpty) ?? true {
        if !unknownSources.contains(source) { unknownSources.append(source) }
      }
    }
    return writer.record(row)
  }

  /// What a reader of the table should know about it.
  package var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    if leftOut > 0 {
      let reason =
        format == .gedCSV
        ? "have no death, which UCDP's events must have" : "are acts that ACLED has no type for"
      findings.append(CoderCode.leftOut.finding("\(leftOut) events were left out: they \(reason)"))
    }
    if !unknownSources.isEmpty {
      let shown = unknownSources.prefix(5).joined(separator: ", ")
      let more = unknownSources.count > 5 ? " …" : ""
      findings.append(
        CoderCode.unknownScale.finding(
          "the scale of \(unknownSources.count) sources is not known, source_scale stays empty: "
            + "\(shown)\(more); rows in sources.tsv of an overlay tell it"))
    }
    return findings
  }
}

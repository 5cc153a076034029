package import EmitLayers
package import Model
package import ReadDocuments

extension MapRunner {
  /// Runs over the inputs and hands out the asserted events, sorted as in the layers, for a format that is
  /// one table; nothing is written.
  /// - Parameters:
  ///   - inputs: Files, folders, standard input.
  ///   - includesHistory: Hands out events told as history too, after the others.
  ///   - report: Takes each finding.
  ///   - progress: Called now and then with the number of documents read.
  ///   - body: Takes each event.
  /// - Throws: As `run` does.
  package func events(
    _ inputs: [DocumentInput], includesHistory: Bool = false, report: (Diagnostic) -> Void,
    progress: (Int) -> Void, _ body: (EventFeature) throws -> Void
  ) throws -> MapSummary {
    try DocumentReader(defaults: settings.defaults).verify(inputs)
    let corrections = try CorrectionStage(
      gazetteer: gazetteer, settings: settings, report: report)
    let collector = MapCollector(settings: settings, corrections: corrections)
    let pool = try WorkerPool(gazetteer: gazetteer, threads: settings.threads)
    try read(inputs, pool, collector, report, progress)
    let linked = try collector.finish(linker: try EventLinker(gazetteer: gazetteer))
    corrections?.reportUnmatched(report)
    collector.summary.corrected = corrections?.applied ?? 0
    func hand(_ realis: (Event.Realis) -> Bool) throws {
      for one in linked.events where realis(one.record.event.realis) {
        let event = EmittedEvent(
          one.record, members: one.members, provenance: one.provenance,
          isPublic: settings.isPublic)
        try body(event.feature)
      }
    }
    try hand { $0 == .asserted }
    if includesHistory { try hand { $0 != .asserted } }
    collector.summary.statements =
      collector.documents.compactMap(\.layers).reduce(0) { $0 + $1.statements.count }
      + linked.belowThreshold.count
    return collector.summary
  }
}

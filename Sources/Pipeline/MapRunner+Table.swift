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
    let collector = MapCollector(settings: settings)
    let pool = try WorkerPool(gazetteer: gazetteer, threads: settings.threads)
    var statements = 0
    try read(inputs, pool, collector, report, progress) { layers in
      statements += Self.count(layers.statements)
    }
    let emitted = try collector.finish(linker: try EventLinker(gazetteer: gazetteer))
    for event in emitted.events where event.realis == .asserted { try body(event.feature) }
    if includesHistory {
      for event in emitted.events where event.realis != .asserted { try body(event.feature) }
    }
    collector.summary.statements = statements + Self.count(emitted.statements)
    return collector.summary
  }

  private static func count(_ lines: [UInt8]) -> Int { lines.count { $0 == UInt8(ascii: "\n") } }
}

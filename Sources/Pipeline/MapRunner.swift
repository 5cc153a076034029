import EmitLayers
package import Gazetteer
package import Model
package import ReadDocuments
import TagTerritories

/// What `map` is asked to do.
package struct MapSettings: Sendable {
  package var output: String
  package var defaults: ReadDefaults
  package var threads: Int
  package var isPublic = false
  package var certainOnly = false
  package var locatedOnly = false
  /// Events below become statements with reason `below_threshold`: thousandths.
  package var minimumConfidence = 400
  package var programVersion: String
  /// A coder's corrections; nil for those in the output folder, where there are any.
  package var corrections: String?

  package init(output: String, defaults: ReadDefaults, threads: Int, programVersion: String) {
    self.output = output
    self.defaults = defaults
    self.threads = threads
    self.programVersion = programVersion
  }
}

/// What a run of `map` did.
package struct MapSummary: Sendable {
  package var documents = 0
  package var rejected = 0
  package var events = 0
  package var background = 0
  package var statements = 0
  package var located = 0
  package var leftOut = 0
  package var unknownPlaces: [(name: String, count: Int)] = []
  package var corrected = 0
}

/// Documents in, a folder of map layers out (contract, section 4).
///
/// Keeps events, not documents; statements and mentions go straight to their files.
package struct MapRunner {
  private let gazetteer: Gazetteer
  private let settings: MapSettings

  package init(gazetteer: Gazetteer, settings: MapSettings) {
    self.gazetteer = gazetteer
    self.settings = settings
  }

  /// Runs over the inputs and writes the folder.
  /// - Parameters:
  ///   - inputs: Files, folders, standard input.
  ///   - report: Takes each finding.
  ///   - progress: Called now and then with the number of documents read.
  /// - Throws: `ReadError` for a missing input and in strict mode; `FileError` when the folder cannot
  ///   be written: then nothing of it is half-written.
  package func run(
    _ inputs: [DocumentInput], report: (Diagnostic) -> Void, progress: (Int) -> Void
  ) throws -> MapSummary {
    try DocumentReader(defaults: settings.defaults).verify(inputs)
    let corrections = try CorrectionStage(
      gazetteer: gazetteer, settings: settings, report: report)
    let shapes = gazetteer.shapes.boundaries()
    let folder = try LayerFolder(
      path: settings.output, disclaimer: shapes.territories.first?.disclaimer,
      isPublic: settings.isPublic)
    let collector = MapCollector(settings: settings, corrections: corrections)
    let pool = try WorkerPool(gazetteer: gazetteer, threads: settings.threads)
    try read(inputs, pool, folder, collector, report, progress)
    let linker = try EventLinker(gazetteer: gazetteer)
    let emitted = try collector.finish(linker: linker)
    corrections?.reportUnmatched(report)
    collector.summary.corrected = corrections?.applied ?? 0
    for event in emitted.events { try folder.add(event) }
    try folder.addStatements(emitted.statements)
    for territory in shapes.territories { try folder.add(TerritoryFeature(territory)) }
    collector.summary.statements = folder.statementCount
    let run = try RunRecord(gazetteer: gazetteer, settings: settings).report(
      collector, counts: folder.counts)
    let citation = RunRecord.citation(run)
    try folder.finish(citation: citation, report: run)
    return collector.summary
  }

  private func read(
    _ inputs: [DocumentInput], _ pool: WorkerPool, _ folder: LayerFolder,
    _ collector: MapCollector, _ report: (Diagnostic) -> Void, _ progress: (Int) -> Void
  ) throws {
    var batch: [Document] = []
    func finish() throws {
      if batch.isEmpty { return }
      for (document, outcome) in zip(batch, pool.map(batch) { DocumentLayers($0) }) {
        guard case .success(let result) = outcome else {
          if case .failure(let error) = outcome {
            if settings.defaults.strict { throw error }
            let diagnostic = AnalysisFailure.diagnostic(of: document, error)
            report(diagnostic)
            collector.reject(diagnostic)
          }
          continue
        }
        for mention in result.mentions { try folder.add(mention) }
        try folder.addStatements(result.statements)
        collector.add(result)
      }
      batch.removeAll(keepingCapacity: true)
      progress(collector.summary.documents)
    }
    try DocumentReader(defaults: settings.defaults).read(inputs) { item in
      switch item {
      case .document(let document, let origin):
        document.diagnostics.forEach(report)
        if collector.accepts(document, origin, report) { batch.append(document) }
      case .failure(_, let diagnostic):
        // In strict mode it is the error that ends the run, and is told once.
        if !settings.defaults.strict { report(diagnostic) }
        collector.reject(diagnostic)
      case .notice(let diagnostic): report(diagnostic)
      }
      if batch.count >= 128 { try finish() }
    }
    try finish()
  }
}

extension TerritoryFeature {
  /// The territory as the layer shows it.
  init(_ feature: BoundaryFeature) {
    self.init(
      id: feature.id, variant: feature.variant, kind: feature.kind.rawValue,
      name: feature.nameEnglish, nameArabic: feature.nameArabic, nameSorani: feature.nameSorani,
      polygons: feature.polygons, basis: feature.basis, claimedBy: feature.claimedBy,
      validFrom: feature.validFrom, validTo: feature.validTo, accuracyKm: feature.accuracyKm,
      source: feature.source, disclaimer: feature.disclaimer)
  }
}

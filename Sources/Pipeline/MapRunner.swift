import EmitLayers
import Files
package import Gazetteer
package import Model
package import ReadDocuments
import StoreEvents

/// What `map` is asked to do.
package struct MapSettings: Sendable {
  package var output: String
  package var defaults: ReadDefaults
  package var threads: Int
  package var isPublic = false
  package var certainOnly = false
  package var locatedOnly = false
  /// Adds to what the folder holds instead of replacing it.
  package var appends = false
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
  /// All that the folder stands on, those of earlier runs included.
  package var documents = 0
  /// Of this run: new ones, other texts of known ones, known ones.
  package var added = 0
  package var replaced = 0
  package var known = 0
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
/// Keeps what the documents gave (events, mentions, statements), not their texts: a document that comes
/// again with another text replaces what the earlier one gave.
package struct MapRunner {
  let gazetteer: Gazetteer
  let settings: MapSettings

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
  ///   be written: then nothing of it is half-written; `StoreError` for a store that cannot be added to.
  package func run(
    _ inputs: [DocumentInput], report: (Diagnostic) -> Void, progress: (Int) -> Void
  ) throws -> MapSummary {
    try DocumentReader(defaults: settings.defaults).verify(inputs)
    let corrections = try CorrectionStage(
      gazetteer: gazetteer, settings: settings, report: report)
    let collector = MapCollector(settings: settings, corrections: corrections)
    let seal = StoreSeal(
      layout: StoreWriter.layout.fingerprint, programVersion: settings.programVersion,
      gazetteerHash: try gazetteer.fingerprint(), isPublic: settings.isPublic)
    if settings.appends { try begin(collector, seal, report) }
    let shapes = gazetteer.shapes.boundaries()
    let folder = try LayerFolder(
      path: settings.output, disclaimer: shapes.territories.first?.disclaimer,
      isPublic: settings.isPublic
    ) { path in
      try HTMLMap(
        .file(path), title: HTMLMap.defaultTitle, version: settings.programVersion,
        ground: MapGround(gazetteer))
    }
    let staged = try AtomicFile.stage(for: storePath)
    // Once it is published there is nothing of this name.
    defer { AtomicFile.discard(staged) }
    let pool = try WorkerPool(gazetteer: gazetteer, threads: settings.threads)
    try read(inputs, pool, collector, report, progress)
    let linked = try collector.finish(linker: try EventLinker(gazetteer: gazetteer))
    corrections?.reportUnmatched(report)
    collector.summary.corrected = corrections?.applied ?? 0
    try GeoPackage.create(at: staged, named: storePath, day: collector.lastPublished) { package in
      let store = try StoreWriter(package, isPublic: settings.isPublic)
      try write(collector, linked.events, linked.belowThreshold, folder, store)
      try store.finish(collector, seal: seal)
    }
    collector.summary.statements = folder.statementCount
    let run = try RunRecord(gazetteer: gazetteer, settings: settings).report(
      collector, counts: folder.counts)
    try folder.finish(citation: RunRecord.citation(run), report: run) {
      try AtomicFile.publish(staged, to: storePath)
    }
    return collector.summary
  }

  private var storePath: String { settings.output + "/" + StoreWriter.fileName }

  /// Begins with what the folder holds; a folder without layers is a first run.
  private func begin(
    _ collector: MapCollector, _ seal: StoreSeal, _ report: (Diagnostic) -> Void
  ) throws {
    if FileStatus.of(storePath) == nil, FileStatus.of(settings.output + "/run.json") == nil {
      return
    }
    let earlier = try ReportStore(layout: StoreWriter.layout).read(storePath)
    if earlier.seal.gazetteerHash != seal.gazetteerHash
      || earlier.seal.programVersion != seal.programVersion
    {
      report(
        Diagnostic(
          .warning, "M003",
          "the earlier reports were read by marsad \(earlier.seal.programVersion) with the "
            + "gazetteer \(earlier.seal.gazetteerHash), these by \(seal.programVersion) with "
            + "\(seal.gazetteerHash); map all anew to have them read alike",
          path: storePath))
    }
    collector.begin(with: earlier.run)
  }

  /// Hands everything to the layers, in their order.
  private func write(
    _ collector: MapCollector, _ events: [LinkedRecord], _ belowThreshold: [StatementRow],
    _ folder: LayerFolder, _ store: StoreWriter
  ) throws {
    for layers in collector.documents.lazy.compactMap(\.layers) {
      for mention in layers.mentions {
        try folder.add(mention)
        try store.add(mention)
      }
      for statement in layers.statements {
        try folder.add(statement)
        try store.add(statement)
      }
    }
    for linked in events {
      let event = EmittedEvent(
        linked.record, members: linked.members, provenance: linked.provenance,
        links: linked.why,
        corrections: linked.correctionBytes, isPublic: settings.isPublic)
      try folder.add(event)
      try store.add(event, members: linked.members)
    }
    for statement in belowThreshold {
      try folder.add(statement)
      try store.add(statement)
    }
    let shapes = gazetteer.shapes.boundaries()
    for territory in shapes.territories {
      let feature = TerritoryFeature(territory)
      try folder.add(feature)
      try store.add(feature)
    }
    for unit in shapes.units { try store.add(UnitRow(unit, in: gazetteer)) }
  }

  /// Reads and analyzes the inputs batch by batch; the collector takes what each document gives.
  func read(
    _ inputs: [DocumentInput], _ pool: WorkerPool, _ collector: MapCollector,
    _ report: (Diagnostic) -> Void, _ progress: (Int) -> Void
  ) throws {
    var batch: [(document: Document, slot: Int)] = []
    var count = 0
    func finish() throws {
      if batch.isEmpty { return }
      let outcomes = pool.map(batch.map(\.document)) { DocumentLayers($0) }
      for (item, outcome) in zip(batch, outcomes) {
        switch outcome {
        case .success(let layers): collector.add(layers, at: item.slot)
        case .failure(let error):
          if settings.defaults.strict { throw error }
          let diagnostic = AnalysisFailure.diagnostic(of: item.document, error)
          report(diagnostic)
          collector.fail(at: item.slot, diagnostic)
        }
      }
      count += batch.count
      batch.removeAll(keepingCapacity: true)
      progress(count)
    }
    try DocumentReader(defaults: settings.defaults).read(inputs) { item in
      switch item {
      case .document(let document, let origin):
        document.diagnostics.forEach(report)
        if let slot = collector.slot(for: document, origin, report) {
          batch.append((document, slot))
        }
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

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
  /// The ids of documents to take out of what the folder holds, before anything is added.
  package var removes: [String] = []
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
  package var removed = 0
  package var rejected = 0
  package var events = 0
  package var background = 0
  package var statements = 0
  /// How many of the events have a point or an area.
  package var located = 0
  package var leftOut = 0
  package var unknownPlaces: [(name: String, count: Int)] = []
  package var corrected = 0
}

/// Documents in, a folder of map layers out (`docs/fields.md`).
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
  ///   - inputs: Files, folders, standard input; stores that earlier runs wrote.
  ///   - report: Takes each finding.
  ///   - progress: Called now and then with the number of documents read.
  ///
  /// One run at a time writes into a folder: another one waits until it has ended, and then begins with
  /// what that one left.
  /// - Throws: `ReadError` for a missing input and in strict mode; `FileError` when the folder cannot
  ///   be written: then nothing of it is half-written; `StoreError` for a store that cannot be added to.
  package func run(
    _ inputs: [DocumentInput], report: (Diagnostic) -> Void, progress: (Int) -> Void
  ) throws -> MapSummary {
    try DocumentReader(defaults: settings.defaults).verify(inputs)
    let corrections = try CorrectionStage(
      gazetteer: gazetteer, settings: settings, report: report)
    let collector = MapCollector(settings: settings, corrections: corrections)
    if !settings.removes.isEmpty, FileStatus.of(storePath) == nil {
      throw StoreError(
        .notFound, path: storePath, "there is no store to take documents out of")
    }
    let lock = try FolderLock(output: settings.output, report)
    defer { withExtendedLifetime(lock) {} }
    let seal = try self.seal()
    if settings.appends { try begin(collector, seal, report) }
    if let unknown = collector.remove(settings.removes).first {
      throw StoreError(
        .noSuchDocument, path: storePath,
        "there is no document \(unknown) to remove; the table reports lists them")
    }
    let shapes = gazetteer.shapes.boundaries()
    let folder = try LayerFolder(
      path: settings.output, disclaimer: shapes.territories.first?.disclaimer,
      isPublic: settings.isPublic
    ) { path in
      try HTMLMap(
        .file(path), title: HTMLMap.defaultTitle, version: settings.programVersion,
        ground: MapGround(gazetteer))
    }
    AtomicFile.removeLeftovers(of: [StoreWriter.fileName], in: settings.output)
    let staged = try StagedFile(for: storePath)
    let pool = try WorkerPool(gazetteer: gazetteer, threads: settings.threads)
    try read(inputs, pool, collector, report, progress)
    let linked = try collector.finish(linker: try EventLinker(gazetteer: gazetteer))
    corrections?.reportUnmatched(report)
    collector.summary.corrected = corrections?.applied ?? 0
    try GeoPackage.create(at: staged.path, named: storePath, day: collector.lastPublished) {
      package in
      let store = try StoreWriter(package, isPublic: settings.isPublic)
      try write(collector, linked.events, linked.belowThreshold, folder, store)
      try store.finish(collector, seal: seal)
    }
    collector.summary.statements = folder.statementCount
    let run = try RunRecord(gazetteer: gazetteer, settings: settings).report(
      collector, counts: folder.counts)
    try folder.finish(citation: RunRecord.citation(run), report: run) { try staged.publish() }
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
    collector.begin(with: try reports(of: storePath, seal, report))
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

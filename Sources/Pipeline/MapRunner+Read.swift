import Files
import Gazetteer
import Model
import ReadDocuments
import StoreEvents
import TagTerritories

extension MapRunner {
  /// Reads and analyzes the inputs batch by batch; the collector takes what each document gives.
  ///
  /// A GeoPackage that an earlier run wrote joins with the reports that it keeps, at its place among the
  /// inputs.
  func read(
    _ inputs: [DocumentInput], _ pool: WorkerPool, _ collector: MapCollector,
    _ report: (Diagnostic) -> Void, _ progress: (Int) -> Void
  ) throws {
    let seal = try self.seal()
    var documents: [DocumentInput] = []
    for input in inputs {
      guard let path = Self.store(input) else {
        documents.append(input)
        continue
      }
      try analyze(documents, pool, collector, report, progress)
      documents = []
      collector.join(try reports(of: path, seal, report), path: path, report)
    }
    try analyze(documents, pool, collector, report, progress)
  }

  /// The path of an input that is a GeoPackage.
  private static func store(_ input: DocumentInput) -> String? {
    guard case .path(let path) = input, FileStatus.of(path)?.kind == .file,
      path.lowercased().hasSuffix(".gpkg")
    else { return nil }
    return path
  }

  /// What makes the store of this run one of ours.
  func seal() throws -> StoreSeal {
    StoreSeal(
      layout: StoreWriter.layout.fingerprint, programVersion: settings.programVersion,
      gazetteerHash: try gazetteer.fingerprint(), isPublic: settings.isPublic)
  }

  /// The reports that a store keeps; tells when they were read by another program or gazetteer.
  func reports(
    of path: String, _ seal: StoreSeal, _ report: (Diagnostic) -> Void
  ) throws -> StoredRun {
    let earlier = try ReportStore(layout: StoreWriter.layout).read(path)
    if earlier.seal.gazetteerHash != seal.gazetteerHash
      || earlier.seal.programVersion != seal.programVersion
    {
      report(
        Diagnostic(
          .warning, "M003",
          "the earlier reports were read by marsad \(earlier.seal.programVersion) with the "
            + "gazetteer \(earlier.seal.gazetteerHash), these by \(seal.programVersion) with "
            + "\(seal.gazetteerHash); map all anew to have them read alike",
          path: path))
    }
    var run = earlier.run
    for document in run.documents.indices {
      for index in run.documents[document].events.indices {
        let event = run.documents[document].events[index].event
        run.documents[document].events[index].event.tags.findAlternates(
          in: gazetteer, on: event.date.end ?? event.published)
      }
    }
    return run
  }

  private func analyze(
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

import Files
package import Gazetteer
import Model

/// Lays places and outlines of other sources into an overlay folder.
///
/// ```swift
/// let settings = ImportSettings(inputs: ["IQ.txt"], overlay: "my-overlay", source: "geonames")
/// let report = try PlaceImport(gazetteer: gazetteer, shapes: shapes, settings: settings).run()
/// ```
///
/// The same inputs give the same files, whether the overlay held an earlier import of the source or not.
package struct PlaceImport {
  private let gazetteer: Gazetteer
  private let shapes: Boundaries
  private let settings: ImportSettings

  /// Prepares an import.
  /// - Parameters:
  ///   - gazetteer: What is known. Rows that an earlier import of the source left are passed over.
  ///   - shapes: The outlines that tell units, without those of the overlay to write.
  ///   - settings: What to read and where to write.
  package init(gazetteer: Gazetteer, shapes: Boundaries, settings: ImportSettings) {
    self.gazetteer = gazetteer
    self.shapes = shapes
    self.settings = settings
  }

  /// Reads, compares and writes.
  ///
  /// Linear in the inputs.
  /// - Parameter progress: Called now and then with the number of places compared.
  /// - Throws: `FileError`, `ImportError`, or `GeometryError` when GEOS fails.
  package func run(
    pending pendingFile: String? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    let types = try PlaceTypes(directory: gazetteer.directory, overlays: gazetteer.overlays)
    let data = try InputReader().read(settings.inputs)
    let units = try UnitFinder(gazetteer, shapes)
    var merger = PlaceMerger(gazetteer, types, settings, units, data.passedOver)
    for (number, place) in data.places.enumerated() {
      try merger.add(place)
      if number % 1024 == 0 { progress(number) }
    }
    merger.lowerHomonyms()
    var matcher = try OutlineMatcher(gazetteer, shapes, settings)
    for outline in data.outlines { try matcher.add(outline) }
    var rows = merger.rows
    rows.outlines = matcher.rows
    var report = ImportReport(
      source: settings.source, overlay: settings.overlay, isDryRun: settings.isDryRun)
    report.inputs = data.inputs
    report.added = rows.places.count
    report.merged = merger.merged
    report.names = rows.names.count
    report.outlines = rows.outlines.count
    report.pending = data.pending.count
    report.passedOver = merger.passedOver.reasons.map {
      ImportReport.Reason(text: $0.text, count: $0.count, path: $0.path, line: $0.line)
    }
    report.findings = sorted(types.findings + data.findings + merger.findings + matcher.findings)
    report.files = try OverlayWriter(settings).write(rows)
    if let pendingFile { try PendingTable.write(data.pending, to: pendingFile) }
    return report
  }

  /// By input, in the order given, then by line.
  private func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    let order = Dictionary(
      settings.inputs.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return findings.enumerated().sorted { left, right in
      (order[left.element.path ?? ""] ?? 0, left.element.line ?? 0, left.offset)
        < (order[right.element.path ?? ""] ?? 0, right.element.line ?? 0, right.offset)
    }.map(\.element)
  }
}

import EmitLayers
import Model
import ReadDocuments

/// Collects the events of a run and what it counts.
final class MapCollector {
  private let settings: MapSettings
  private var records: [EventRecord] = []
  private var sketches: [(id: String, shingles: [UInt64])] = []
  private struct Village: Hashable {
    var name: String
    var container: String?
  }
  /// How often each was named, and the first reports that did.
  private var unknown: [Village: (count: Int, examples: [String])] = [:]
  private static let exampleLimit = 3
  private var order: [String] = []
  private var inputs: [String: (documents: Int, rejected: Int)] = [:]
  private var seen: [String: String] = [:]
  private(set) var rejected: [Diagnostic] = []
  var summary = MapSummary()

  init(settings: MapSettings) {
    self.settings = settings
  }

  /// Counts a document; false for one that is here already with the same text.
  func accepts(
    _ document: Document, _ origin: ReadOrigin, _ report: (Diagnostic) -> Void
  ) -> Bool {
    let name = OutputName.shown(origin.path)
    if inputs[name] == nil { order.append(name) }
    var hash = ContentHash()
    hash.update(document.title ?? "")
    hash.update(document.text)
    if let known = seen[document.id] {
      report(
        Diagnostic(
          .warning, "M001",
          known == hash.hexadecimal
            ? "the document \(document.id) was read before; it is counted once"
            : "the id \(document.id) was used before for another text; the first is kept",
          path: origin.path, line: origin.line))
      return false
    }
    seen[document.id] = hash.hexadecimal
    inputs[name, default: (0, 0)].documents += 1
    summary.documents += 1
    return true
  }

  func reject(_ diagnostic: Diagnostic) {
    let name = OutputName.shown(diagnostic.path ?? "")
    if inputs[name] == nil { order.append(name) }
    inputs[name, default: (0, 0)].rejected += 1
    summary.rejected += 1
    var shown = diagnostic
    shown.path = name
    rejected.append(shown)
  }

  func add(_ layers: DocumentLayers) {
    records += layers.records
    if !layers.sketch.isEmpty { sketches.append((layers.documentID, layers.sketch)) }
    for place in layers.unknownPlaces {
      let village = Village(name: place.name, container: place.container)
      var known = unknown[village] ?? (0, [])
      known.count += 1
      if known.examples.count < Self.exampleLimit, known.examples.last != place.document {
        known.examples.append(place.document)
      }
      unknown[village] = known
    }
  }

  /// The inputs in the order in which they were read.
  var inputReports: [RunReport.Input] {
    order.map { name in
      let counts = inputs[name] ?? (0, 0)
      return RunReport.Input(name: name, documents: counts.documents, rejected: counts.rejected)
    }
  }

  /// Names of unknown places, the most frequent first.
  var unknownReports: [RunReport.UnknownPlace] {
    unknown.map {
      RunReport.UnknownPlace(
        name: $0.key.name, container: $0.key.container, count: $0.value.count,
        examples: $0.value.examples)
    }.sorted {
      ($1.count, $0.name, $0.container ?? "") < ($0.count, $1.name, $1.container ?? "")
    }
  }

  /// Links the reports and returns the events to draw, sorted, and the lines of those that fell below
  /// the threshold.
  func finish(linker: EventLinker) throws -> (events: [EmittedEvent], statements: [UInt8]) {
    var lines: [UInt8] = []
    var emitted: [EmittedEvent] = []
    for var linked in try linker.link(records, sketches: sketches) {
      let event = linked.record.event
      if event.confidence < settings.minimumConfidence {
        lines += StatementWriter.line(linked.record, reason: "below_threshold")
        continue
      }
      if settings.locatedOnly, event.point == nil, event.area == nil {
        summary.leftOut += 1
        continue
      }
      if settings.certainOnly, !isCertain(event) {
        summary.leftOut += 1
        continue
      }
      if settings.isPublic { try linker.coarsen(&linked.record.event) }
      if event.realis == .asserted { summary.events += 1 } else { summary.background += 1 }
      if event.point != nil || event.area != nil { summary.located += 1 }
      emitted.append(
        EmittedEvent(
          linked.record, members: linked.members, provenance: linked.provenance,
          links: linked.why, isPublic: settings.isPublic))
    }
    emitted.sort { $0.order < $1.order }
    summary.unknownPlaces = unknownReports.map { ($0.name, $0.count) }
    return (emitted, lines)
  }

  /// Asserted, at a place, on a stated day, and told once.
  private func isCertain(_ event: Event) -> Bool {
    event.realis == .asserted && (event.precision == .site || event.precision == .place)
      && event.date.start != nil && event.date.precision == .day
      && (event.date.basis == .stated || event.date.basis == .relative)
      && event.possibleDuplicateOf == nil
  }
}

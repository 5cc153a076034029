import GRDB
import Geometry
import Model

/// The reports behind a store: written with it, and read back when more are added.
package struct ReportStore {
  private let layout: StoreLayout
  private let history: StoreHistory

  package init(layout: StoreLayout, history: StoreHistory = .ours) {
    self.layout = layout
    self.history = history
  }

  /// Writes the seal: every store has one.
  package func write(_ seal: StoreSeal, to store: GeoPackageWriter) throws {
    let table = try store.add(StoreLayout.seal)
    for (key, value) in seal.rows { try table.add([.text(key), .text(value)]) }
  }

  /// Writes documents, their events before linking, and what was rejected.
  ///
  /// Mentions and statements are layers of their own.
  package func write(_ run: StoredRun, to store: GeoPackageWriter) throws {
    let events = try store.add(layout.reportEvents)
    let documents = try store.add(StoreLayout.reports)
    let unknown = try store.add(StoreLayout.unknownPlaces)
    let inputs = try store.add(StoreLayout.inputs)
    let rejected = try store.add(StoreLayout.rejected)
    for document in run.documents {
      for event in document.events {
        try events.add(
          geometry: event.event.point.map { .point($0.coordinate) },
          event.values + [
            .text(String(decoding: event.evidence, as: UTF8.self)),
            .text(String(decoding: event.places, as: UTF8.self)),
            .bytes(EventBytes.encode(event.event, quote: event.quote)),
          ])
      }
      try documents.add([
        .text(document.id), .text(document.input), .text(document.contentHash),
        AttributeValue(document.published?.description), AttributeValue(document.source),
        AttributeValue(document.url), AttributeValue(document.language),
        .bytes(Self.bytes(document.sketch)),
      ])
      for place in document.unknownPlaces {
        try unknown.add([
          .text(document.id), .text(place.name), AttributeValue(place.container),
        ])
      }
    }
    for name in run.inputs { try inputs.add([.text(name)]) }
    for finding in run.rejected {
      try rejected.add([
        .text(finding.severity.rawValue), .text(finding.code), .text(finding.message),
        AttributeValue(finding.path), AttributeValue(finding.line),
        AttributeValue(finding.column),
      ])
    }
  }

  private static func bytes(_ sketch: [UInt64]) -> [UInt8] {
    sketch.flatMap { hash in (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) } }
  }

  /// Reads the reports of a store, to add more; also of an earlier version that the history knows.
  /// - Throws: `StoreError` with codes S001 to S008: the file is missing, none of ours, of a newer
  ///   program, of another layout, published without its reports, or damaged.
  package func read(_ path: String) throws -> (run: StoredRun, seal: StoreSeal) {
    let reader = try GeoPackageReader(path: path)
    let seal = try reader.seal()
    guard seal.version <= StoreSeal.currentVersion else {
      throw StoreError(
        .newer, path: path,
        "the store has version \(seal.version), this program writes "
          + "\(StoreSeal.currentVersion); use the newer program")
    }
    guard !seal.isPublic else {
      throw StoreError(
        .withoutReports, path: path,
        "the store was written with --public and has no reports to add to; add to the private "
          + "folder and publish again")
    }
    // Of the present version only one layout is right; an earlier one is read by the history.
    let isRight = seal.version < StoreSeal.currentVersion || seal.layout == layout.fingerprint
    guard isRight, history.canRead(seal.version) else {
      throw StoreError(
        .otherLayout, path: path,
        "the store was written by marsad \(seal.programVersion) with other fields; map all "
          + "reports anew")
    }
    let lacking = history.additions(after: seal.version)
    return (try StoredRunReader(reader: reader, layout: layout, lacking: lacking).run(), seal)
  }
}

extension AttributeValue {
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }

  init(_ number: Int?) {
    self = number.map { .integer($0) } ?? .null
  }
}

import EmitLayers
import Files
import Gazetteer
import Geodesy
import Model
import ResolvePlaces
import ReviewEvents

extension LinkedRecord {
  /// What coders said of it as a JSON array, nil for nothing.
  var correctionBytes: [UInt8]? {
    if corrections.isEmpty { return nil }
    var json = JSONBytes()
    json.beginArray()
    for correction in corrections { json.raw(CorrectionFile.json(correction)) }
    json.endArray()
    return json.bytes
  }
}

/// Between linking and tagging: puts what coders said into the events.
///
/// Not Sendable: it holds a resolver.
final class CorrectionStage {
  let corrections: [Correction]
  let contentHash: String
  private(set) var applied = 0
  private(set) var unmatched: [String] = []
  private let path: String
  private let corrector: EventCorrector
  private var conflicts: [Diagnostic] = []

  /// Reads the corrections of a run; nil when it has none.
  /// - Throws: `ReviewError` for a file that is no list of corrections, `FileError` for one that was
  ///   named and is not there.
  init?(
    gazetteer: Gazetteer, settings: MapSettings, report: (Diagnostic) -> Void
  ) throws {
    let path = settings.corrections ?? settings.output + "/corrections.jsonl"
    if settings.corrections == nil, FileStatus.of(path) == nil { return nil }
    let rules = CorrectionRules(gazetteer: gazetteer)
    let (corrections, findings) = try CorrectionFile.read(path, rules: rules)
    findings.forEach(report)
    self.path = path
    self.corrections = corrections
    // Of all that it says, applied or not; blank lines and the order of members do not count.
    contentHash = ContentHash.hex64(
      CorrectionFile.bytes(try CorrectionFile.readAsWritten(path)))
    let resolver = try PlaceResolver(gazetteer: gazetteer)
    corrector = EventCorrector(
      gazetteer: gazetteer, rules: rules,
      placer: Placer(
        place: { try Self.placement(of: $0, gazetteer, resolver) },
        circle: { try Geodesic.wgs84.circle(center: $0, radius: $1 * 1000) }))
  }

  private static func placement(
    of entity: Int, _ gazetteer: Gazetteer, _ resolver: PlaceResolver
  ) throws -> Placement {
    let precision = resolver.precision(of: entity)
    let area = try resolver.area(of: entity)
    let row = gazetteer.entities[entity]
    let isPoint = precision == .site || precision == .place
    return Placement(
      place: gazetteer.summary(of: entity), precision: precision,
      point: isPoint ? row.position : nil, area: area,
      radiusKm: isPoint ? row.radiusKm : try area.map { try resolver.radiusKm(of: $0) })
  }

  /// Returns the events with their corrections, those that coders added at the end.
  func apply(to linked: [LinkedRecord], _ linker: EventLinker) throws -> [LinkedRecord] {
    var result = linked
    var holders: [String: Int] = [:]
    for (number, record) in linked.enumerated() {
      for member in record.members { holders[member.event.id] = number }
    }
    for correction in corrections {
      if correction.verb == .add {
        var event = try corrector.event(of: correction)
        try linker.retag(&event)
        let record = EventRecord(added: event, quote: correction.text(.quote))
        result.append(
          LinkedRecord(
            record: record, members: [record], provenance: nil, why: [],
            corrections: [correction]))
        applied += 1
        continue
      }
      guard let number = holders[correction.id] else {
        unmatched.append(correction.id)
        continue
      }
      noteConflict(correction, result[number].corrections)
      result[number].corrections.append(correction)
      if !correction.values.isEmpty || correction.verb == .confirm {
        try apply(correction, to: &result[number].record.event, linker)
      }
      applied += 1
    }
    return result
  }

  private func apply(
    _ correction: Correction, to event: inout Event, _ linker: EventLinker
  ) throws {
    for message in try corrector.apply(correction, to: &event) {
      conflicts.append(
        Diagnostic(
          .warning, ReviewCode.contradicts.rawValue, "\(correction.id): \(message)", path: path))
    }
    // Those of another place or day are not true of this one.
    let stale = event.tags.flags
    event.flags.removeAll { stale.contains($0) }
    try linker.retag(&event)
  }

  /// Two reports of one event may have been corrected apart: the later line counts, and it is told.
  private func noteConflict(_ correction: Correction, _ earlier: [Correction]) {
    for other in earlier {
      let fields = correction.values.filter { field, value in
        other.values[field].map { $0 != value } ?? false
      }.keys.map(\.rawValue).sorted()
      if fields.isEmpty { continue }
      conflicts.append(
        Diagnostic(
          .warning, ReviewCode.conflict.rawValue,
          "\(other.id) and \(correction.id) are one event now and say different things of "
            + fields.joined(separator: ", ") + "; the later line counts", path: path))
    }
  }

  /// Tells which corrections found no event: they stay in their file.
  func reportUnmatched(_ report: (Diagnostic) -> Void) {
    conflicts.forEach(report)
    for id in unmatched {
      report(
        Diagnostic(
          .warning, ReviewCode.noMatch.rawValue,
          "the correction of \(id) matches no event of this run; it stays in the file",
          path: path))
    }
  }
}

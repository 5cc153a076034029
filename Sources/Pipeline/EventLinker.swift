import EmitLayers
import Gazetteer
import Geometry
import LinkReports
import Model
import ReviewEvents
import TagTerritories

/// An event as it goes to the layers, with the records of the reports that tell it.
struct LinkedRecord {
  var record: EventRecord
  var members: [EventRecord]
  var provenance: Provenance?
  /// One line for each pair of reports that joined it, or that may be one event with it.
  var why: [String]
  /// What coders said of it.
  var corrections: [Correction] = []

  /// Whether a coder looked at it and keeps it, whatever its confidence is.
  var isKept: Bool { corrections.contains { $0.verb != nil && $0.verb != .reject } }
  var isRejected: Bool { corrections.contains { $0.verb == .reject } }
}

/// Joins the records of several reports that tell one event, then tags what the joining changed.
final class EventLinker {
  private let linker: ReportLinker
  private let tagger: TerritoryTagger
  private let gazetteer: Gazetteer
  private let engine: GeometryEngine

  init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    engine = try GeometryEngine()
    linker = try ReportLinker(
      weights: LinkWeights(gazetteer.weights.values),
      actorParents: gazetteer.actorCodes.compactMapValues { $0.parent.isEmpty ? nil : $0.parent })
    tagger = try TerritoryTagger(gazetteer: gazetteer)
  }

  /// - Parameters:
  ///   - records: Of all reports.
  ///   - sketches: Of the texts, by document: an agency's copies are known first, are one event and one
  ///     source.
  ///   - corrections: The reports' events that coders put together or take apart.
  func link(
    _ records: [EventRecord], sketches: [(id: String, shingles: [UInt64])],
    corrections: [Correction] = []
  ) throws -> [LinkedRecord] {
    let sources = IndependentSources(sketches)
    let events = records.map(\.event)
    let clusters = ClusterRegrouper(linker: linker, events: events).regroup(
      try linker.link(events, copies: sources.copies), corrections)
    return try clusters.map { linked in
      let members = linked.members.map { records[$0] }
      var record = members[0]
      record.event = linked.event
      if members.count > 1 { try retag(&record.event) }
      return LinkedRecord(
        record: record, members: members,
        provenance: members.count > 1 ? provenance(members.map(\.event), sources) : nil,
        why: linked.why)
    }
  }

  /// A merge can change the date, and the date the version of the boundaries.
  func retag(_ event: inout Event) throws {
    let places = event.places.map(\.admin)
    let isNamed = event.places.count == 1 && event.relation == nil
    event.tags = try tagger.tags(
      point: event.point, area: event.area, namedAdmin: isNamed ? places[0] : nil,
      places: event.places.count > 1 ? places : [], dateEnd: event.date.end,
      published: event.published)
  }

  /// Takes an event that will be published back to its sub-district: no point, the unit's outline.
  ///
  /// An area over several sub-districts becomes all of them: a circle would give its center away.
  func coarsen(_ event: inout Event) throws {
    event.point = nil
    event.pointIsComputed = false
    guard event.precision.rank < Precision.adm3.rank else { return }
    event.radiusKm = nil
    event.relation = nil
    let boundaries = gazetteer.shapes.boundaries()
    if let unit = event.tags.admin.admin3?.id, let outline = boundaries.outline(ofUnit: unit) {
      event.area = outline
      event.precision = .adm3
      return
    }
    let outlines = event.tags.adminShares.compactMap { share in
      boundaries.unitByID[share.id].map { boundaries.units[$0] }
    }.filter { $0.level == .adm3 }.map(\.polygons)
    event.area = outlines.isEmpty ? nil : try engine.union(outlines)
    event.precision = outlines.isEmpty ? .unknown : .region
  }

  private func provenance(
    _ events: [Event], _ independent: IndependentSources
  ) -> Provenance {
    var sources: [String] = []
    var urls: [String] = []
    for event in events {
      if let source = event.source, !sources.contains(source) { sources.append(source) }
      if let url = event.url, !urls.contains(url) { urls.append(url) }
    }
    let days = events.compactMap(\.published).sorted()
    return Provenance(
      sources: sources, urls: urls, independentSources: independent.count(of: events),
      firstReported: days.first, lastUpdated: days.last)
  }
}

import Files

/// Says why an event differs, from what the runs say of themselves: the narrowest that explains it,
/// and all of them where several do.
struct CauseFinder {
  private let old: RunFolder
  private let new: RunFolder
  private let causes: Set<DifferenceCause>
  /// The hash of each document that an event of the folder is told by.
  private let oldHashes: [String: String]
  private let newHashes: [String: String]

  init(_ old: RunFolder, _ new: RunFolder, _ changes: [RunChange]) {
    self.old = old
    self.new = new
    causes = Set(changes.map(\.cause))
    oldHashes = Self.hashesOfDocuments(old)
    newHashes = Self.hashesOfDocuments(new)
  }

  /// The causes of one field.
  /// - Parameters:
  ///   - field: Its name.
  ///   - first: The event in the old run.
  ///   - second: In the new one.
  func causes(_ field: String, _ first: RunEvent, _ second: RunEvent) -> [DifferenceCause] {
    let before = old.evidence[first.id]
    let after = new.evidence[second.id]
    if Self.corrected(field).contains(where: {
      before?.corrections[$0] != after?.corrections[$0]
    }) {
      return [.correction]
    }
    if documentsDiffer(before, after, first, second) { return [.document] }
    return ofRuns(isPlace: Self.isPlace(field))
  }

  /// The causes of an event that the other run has not.
  func causes(of event: RunEvent, in folder: RunFolder, missingFrom other: RunFolder)
    -> [DifferenceCause]
  {
    let own = folder.evidence[event.id]
    let isNew = event.reports.contains { !other.documents.contains($0) }
    if isNew, causes.contains(.document) { return [.document] }
    if own.map({ !$0.corrections.isEmpty }) ?? false { return [.correction] }
    // Its document may have another text there.
    let hashes = other.path == new.path ? newHashes : oldHashes
    let isOther = own?.documents.contains { name, hash in
      hashes[name].map { $0 != hash && !$0.isEmpty && !hash.isEmpty } ?? false
    }
    if isOther ?? false { return [.document] }
    let rest = causes.subtracting([.document])
    return rest.isEmpty ? ofRuns(isPlace: false) : order(rest)
  }

  private static func hashesOfDocuments(_ folder: RunFolder) -> [String: String] {
    folder.evidence.values.reduce(into: [:]) { all, evidence in
      all.merge(evidence.documents) { first, _ in first }
    }
  }

  private func documentsDiffer(
    _ before: RunEvidence?, _ after: RunEvidence?, _ first: RunEvent, _ second: RunEvent
  ) -> Bool {
    guard let before, let after else {
      return causes.contains(.document) && Set(first.reports) != Set(second.reports)
    }
    for (name, hash) in before.documents {
      if let other = after.documents[name], other != hash, !other.isEmpty, !hash.isEmpty {
        return true
      }
    }
    // A report that came or went, and not one that was linked otherwise.
    let came = Set(second.reports).subtracting(first.reports).contains {
      !old.documents.contains($0)
    }
    let went = Set(first.reports).subtracting(second.reports).contains {
      !new.documents.contains($0)
    }
    return came || went
  }

  /// What differs between the runs as a whole and can touch such a field.
  private func ofRuns(isPlace: Bool) -> [DifferenceCause] {
    let likely: Set<DifferenceCause> =
      isPlace ? [.gazetteer, .library, .program] : [.lexicon, .program, .settings]
    let found = causes.intersection(likely)
    let all = causes.subtracting([.document, .correction])
    if !found.isEmpty { return order(found) }
    return all.isEmpty ? (causes.isEmpty ? [.unknown] : order(causes)) : order(all)
  }

  private func order(_ causes: Set<DifferenceCause>) -> [DifferenceCause] {
    DifferenceCause.allCases.filter(causes.contains)
  }

  private static func isPlace(_ field: String) -> Bool {
    let starts = [
      "location", "place_", "admin", "territory", "point", "area", "radius", "country", "boundary",
      "near_boundary", "acled_geo", "ucdp_where", "precision", "relation",
    ]
    return starts.contains { field.hasPrefix($0) }
  }

  /// The fields of a correction that a field follows from.
  private static func corrected(_ field: String) -> [String] {
    var names = [field, "review_status"]
    if isPlace(field) { names += ["place_id", "lon", "lat", "admin_pcode"] }
    for (prefix, source) in [
      ("event_type", "sub_event_type"), ("disorder_type", "sub_event_type"), ("year", "date_end"),
      ("month", "date_end"), ("acled_time", "date_end"), ("ucdp_date", "date_end"),
      ("date_", "date_end"), ("date_", "date_start"), ("actor1", "actor1"), ("actor2", "actor2"),
      ("acled_time", "date_start"), ("year", "date_start"), ("month", "date_start"),
      ("ucdp_date", "date_start"),
    ] where field.hasPrefix(prefix) {
      names.append(source)
    }
    return names
  }
}

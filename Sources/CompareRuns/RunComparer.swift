import Files
import Geodesy
import Model

/// Compares two folders that `marsad map` wrote, event by event.
package struct RunComparer: Sendable {
  /// Made of other fields, or of all of them: they say nothing of their own.
  private static let derived: Set<String> = ["record_version", "notes"]

  package init() {}

  /// Returns what differs; events are matched by id, then by the members that they share.
  ///
  /// Linear in the events.
  package func compare(_ old: RunFolder, _ new: RunFolder) -> RunDifference {
    let changes = RunChanges.between(old.run, new.run)
    let finder = CauseFinder(old, new, changes)
    let pairs = match(old.events, new.events)
    var changed: [ChangedEvent] = []
    var unchanged = 0
    for (first, second) in pairs {
      let fields = fields(first, second, finder)
      if fields.isEmpty {
        unchanged += 1
      } else {
        changed.append(
          ChangedEvent(
            old: first, new: second, movedKm: distance(first, second), fields: fields))
      }
    }
    let matchedOld = Set(pairs.map(\.0.id))
    let matchedNew = Set(pairs.map(\.1.id))
    let holderOld = holders(old.events)
    let holderNew = holders(new.events)
    let removed = old.events.filter { !matchedOld.contains($0.id) }.map { event in
      LoneEvent(
        event: event, relative: event.members.lazy.compactMap { holderNew[$0] }.first,
        causes: finder.causes(of: event, in: old, missingFrom: new))
    }
    let added = new.events.filter { !matchedNew.contains($0.id) }.map { event in
      LoneEvent(
        event: event, relative: event.members.lazy.compactMap { holderOld[$0] }.first,
        causes: finder.causes(of: event, in: new, missingFrom: old))
    }
    return RunDifference(
      run: changes, added: added, removed: removed, changed: changed, unchanged: unchanged)
  }

  /// The event that has each member.
  private func holders(_ events: [RunEvent]) -> [String: String] {
    var holders: [String: String] = [:]
    for event in events { for member in event.members { holders[member] = event.id } }
    return holders
  }

  /// Pairs of events that are the same one, in the order of the new run.
  private func match(_ old: [RunEvent], _ new: [RunEvent]) -> [(RunEvent, RunEvent)] {
    let oldByID = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(new.map(\.id))
    var byMember: [String: RunEvent] = [:]
    for event in old where !newIDs.contains(event.id) {
      for member in event.members { byMember[member] = event }
    }
    var used: Set<String> = []
    return new.compactMap { event in
      if let same = oldByID[event.id] { return (same, event) }
      let related = event.members.lazy.compactMap { byMember[$0] }.first {
        !used.contains($0.id)
      }
      guard let related else { return nil }
      used.insert(related.id)
      return (related, event)
    }
  }

  private func distance(_ first: RunEvent, _ second: RunEvent) -> Double? {
    guard let start = first.point, let end = second.point else { return nil }
    return Geodesic.wgs84.inverse(from: start, to: end).distance / 1000
  }

  private func fields(
    _ first: RunEvent, _ second: RunEvent, _ finder: CauseFinder
  ) -> [FieldChange] {
    func change(_ name: String, _ old: JSONValue, _ new: JSONValue) -> FieldChange {
      FieldChange(
        field: name, old: old, new: new, causes: finder.causes(name, first, second))
    }
    let before = Dictionary(
      first.properties.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    var found: [FieldChange] = []
    var seen: Set<String> = []
    for member in second.properties where !Self.derived.contains(member.key) {
      seen.insert(member.key)
      let old = before[member.key] ?? .null
      if old != member.value { found.append(change(member.key, old, member.value)) }
    }
    // What a version of the program no longer writes.
    for member in first.properties
    where !seen.contains(member.key) && !Self.derived.contains(member.key) && !member.value.isNull {
      found.append(change(member.key, member.value, .null))
    }
    if first.point != second.point {
      found.append(change("point", coordinates(first), coordinates(second)))
    }
    if found.isEmpty, first.value("record_version") != second.value("record_version") {
      // The version covers the outline too, and nothing else is left.
      found.append(
        change(
          "area", first.value("record_version") ?? .null,
          second.value("record_version") ?? .null))
    }
    return found
  }

  private func coordinates(_ event: RunEvent) -> JSONValue {
    event.point.map { .numbers([$0.longitude, $0.latitude]) } ?? .null
  }
}

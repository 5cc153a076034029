package import EmitLayers
import Model

/// The fields that two codings of one event are held against each other in.
package enum ComparedField: String, CaseIterable, Sendable {
  case date, eventType = "event_type", subEventType = "sub_event_type", actorTypes = "actor_types"
  case killed, civilianTargeting = "civilian_targeting", location, admin1, admin2, precision

  /// The value of an event as a cell, nil when it is not known.
  package func cell(_ event: EventFeature) -> String? {
    switch self {
    case .date:
      guard let end = event.text("date_end") else { return event.text("date_start") }
      guard let start = event.text("date_start") else { return "…/\(end)" }
      return start == end ? end : "\(start)/\(end)"
    case .actorTypes:
      let types = Self.types(event)
      return types.isEmpty ? nil : types.map(String.init).joined(separator: "; ")
    case .killed:
      switch (event.integer("killed_min"), event.integer("killed_max")) {
      case (nil, nil): return nil
      case (let least?, nil): return "\(least) or more"
      case (nil, let most?): return "\(most) or fewer"
      case (let least?, let most?): return least == most ? "\(least)" : "\(least) to \(most)"
      }
    default: return event.cell(rawValue)
    }
  }

  /// Whether two events agree in the field, nil when one of them leaves it open.
  ///
  /// Ranges agree when they meet; names letter by letter, case aside.
  package func agrees(_ ours: EventFeature, _ theirs: EventFeature) -> Bool? {
    guard let our = cell(ours), let their = cell(theirs) else { return nil }
    switch self {
    case .date:
      guard let first = Self.window(ours), let second = Self.window(theirs) else { return nil }
      return first.overlaps(second)
    case .actorTypes:
      let first = Set(Self.types(ours))
      let second = Set(Self.types(theirs))
      if first == second { return true }
      // A side that one leaves open is no difference.
      return first.isSubset(of: second) || second.isSubset(of: first) ? nil : false
    case .killed: return Self.killed(ours).meets(Self.killed(theirs))
    default: return our.lowercased() == their.lowercased()
    }
  }

  /// ACLED's actor types of both sides, in no order of theirs.
  private static func types(_ event: EventFeature) -> [Int] {
    [event.integer("actor1_inter"), event.integer("actor2_inter")].compactMap(\.self).sorted()
  }

  private static func window(_ event: EventFeature) -> ClosedRange<Int>? {
    guard let end = event.day("date_end")?.dayNumber else { return nil }
    let start = event.day("date_start")?.dayNumber ?? Int.min
    return start <= end ? start...end : nil
  }

  private static func killed(_ event: EventFeature) -> Harm.Count {
    Harm.Count(event.integer("killed_min"), event.integer("killed_max"))
  }
}

/// In how many of the matched events a field agrees.
package struct FieldAgreement: Sendable, Hashable {
  package var field: ComparedField
  package var agree = 0
  package var differ = 0
  package var unknown = 0
}

import Model

/// One English sentence made from an event's fields, for people who read a table or click a point.
enum EventNotes {
  /// Returns the sentence.
  ///
  /// For example: `Armed clash near Khanaqin (Diyala) on 2020-07-22: at least 2 killed, 3 injured;
  /// perpetrator Islamic State; target Peshmerga.`
  static func sentence(for event: Event) -> String {
    var text = event.realis == .historical ? "Told as history: " : ""
    text += event.subEventType ?? event.eventType ?? event.ploverType ?? "Event"
    text += " " + place(event)
    text += day(event.date)
    text += ": " + harm(event.harm)
    for (actor, fallback) in [(event.actor1, "side 1"), (event.actor2, "side 2")] {
      guard let name = actor.name ?? actor.code ?? actor.attributed else { continue }
      let isSaid = actor.name == nil && actor.code == nil
      text += "; \(actor.role?.rawValue ?? fallback) \(name)\(isSaid ? " (attributed)" : "")"
    }
    if event.reportIDs.count > 1 { text += "; told by \(event.reportIDs.count) reports" }
    return text + "."
  }

  private static func place(_ event: Event) -> String {
    guard let location = event.location else { return "at a place that is not stated" }
    let word: String
    switch event.precision {
    case .near: word = "near"
    case .region: word = "in the area of"
    case .site: word = "at"
    default: word = "in"
    }
    let admin = event.tags.admin
    let names = [admin.admin2?.name, admin.admin1?.name].compactMap(\.self)
    let holders = TagJSON.distinct(names.filter { $0 != location }).joined(separator: ", ")
    return "\(word) \(location)" + (holders.isEmpty ? "" : " (\(holders))")
  }

  private static func day(_ date: EventDate) -> String {
    guard let end = date.end else {
      return date.start.map { " since \($0)" } ?? ", day not stated"
    }
    guard let start = date.start else { return ", not later than \(end)" }
    switch date.precision {
    case .day: return " on \(end)"
    case .year: return " in \(end.year)"
    default: return start == end ? " on \(end)" : " between \(start) and \(end)"
    }
  }

  private static func harm(_ harm: Harm) -> String {
    if harm.pooled, let both = count(harm.casualties) { return "\(both) killed and injured" }
    var parts: [String] = []
    if let killed = count(harm.killed) { parts.append("\(killed) killed") }
    if let injured = count(harm.injured) { parts.append("\(injured) injured") }
    if parts.isEmpty, let both = count(harm.casualties) { parts.append("\(both) casualties") }
    return parts.isEmpty ? "no figures given" : parts.joined(separator: ", ")
  }

  private static func count(_ count: Harm.Count) -> String? {
    switch (count.minimum, count.maximum) {
    case (nil, nil): nil
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (0?, 0?): "none"
    case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
    }
  }
}

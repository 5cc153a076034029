import Model

/// The two orders of linking; neither depends on the order of the input.
enum LinkOrder {
  /// By date, place, document and position: the order in which events are compared.
  static func canonical(_ events: [Event]) -> [Int] {
    let keys = events.map { event in
      (
        (event.date.start ?? event.date.end)?.dayNumber ?? .max, event.places.first?.id ?? "",
        event.documentID, event.triggerSpan.start, event.id
      )
    }
    return events.indices.sorted { left, right in
      let a = keys[left]
      let b = keys[right]
      if a.0 != b.0 { return a.0 < b.0 }
      if a.1 != b.1 { return a.1.precedesInBytes(b.1) }
      if a.2 != b.2 { return a.2.precedesInBytes(b.2) }
      if a.3 != b.3 { return a.3 < b.3 }
      return a.4.precedesInBytes(b.4)
    }
  }

  /// Whether an event was reported before another: by publication, document and position.
  static func isReported(_ left: Event, before right: Event) -> Bool {
    let mine = left.published?.dayNumber ?? .max
    let other = right.published?.dayNumber ?? .max
    if mine != other { return mine < other }
    if left.documentID != right.documentID {
      return left.documentID.precedesInBytes(right.documentID)
    }
    if left.triggerSpan.start != right.triggerSpan.start {
      return left.triggerSpan.start < right.triggerSpan.start
    }
    return left.id.precedesInBytes(right.id)
  }
}

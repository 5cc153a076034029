import Model

/// Finds the places that an event's words may mean instead of those chosen: one report's village is
/// another's town, and of two places with one name each report may take another.
struct RivalPlaces {
  /// How many candidates of a name are kept, the best first.
  private static let kept = 5
  /// The radius of a candidate, which is known for the chosen one only.
  private static let usualKm = 2.0

  let text: NormalizedText
  let mentions: [Mention]

  /// Returns them, each once, sorted by the bytes of their ids.
  func places(of event: Event) -> [RivalPlace] {
    var found: [String: RivalPlace] = [:]
    func add(_ id: String, _ longitude: Double?, _ latitude: Double?, _ radiusKm: Double) {
      guard let longitude, let latitude, !event.places.contains(where: { $0.id == id }) else {
        return
      }
      let place = RivalPlace(
        id: id, longitude: longitude, latitude: latitude, radiusKm: radiusKm)
      if (found[id]?.radiusKm ?? -1) < radiusKm { found[id] = place }
    }
    for index in event.mentions where mentions.indices.contains(index) {
      for candidate in mentions[index].candidates.prefix(Self.kept) {
        add(candidate.id, candidate.longitude, candidate.latitude, Self.usualKm)
      }
    }
    for mention in mentions where isRead(mention, event) {
      guard let place = mention.place else { continue }
      let isPlace = mention.precision == .place || mention.precision == .site
      add(
        place.id, place.longitude, place.latitude,
        isPlace ? mention.radiusKm ?? Self.usualKm : Self.usualKm)
    }
    return found.values.sorted { $0.id.precedesInBytes($1.id) }
  }

  /// What the sentence of the event names; without a place, what the whole report names, even what
  /// distances are measured from.
  private func isRead(_ mention: Mention, _ event: Event) -> Bool {
    if event.places.isEmpty {
      return (mention.role == .literal || mention.kind == .jurisdiction)
        && mention.precision != .country
    }
    guard mention.role == .literal, mention.kind == nil else { return false }
    let trigger = event.triggerTokens.lowerBound
    return text.sentences.contains {
      $0.contains(trigger) && $0.contains(mention.tokens.lowerBound)
    }
  }
}

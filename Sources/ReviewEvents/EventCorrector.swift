package import Gazetteer
package import Model

/// What a place or a unit means as the place of an event.
package struct Placement: Sendable {
  package var place: PlaceSummary
  package var precision: Precision
  package var point: Position?
  package var area: MultiPolygon?
  package var radiusKm: Double?

  package init(
    place: PlaceSummary, precision: Precision, point: Position?, area: MultiPolygon?,
    radiusKm: Double?
  ) {
    self.place = place
    self.precision = precision
    self.point = point
    self.area = area
    self.radiusKm = radiusKm
  }
}

/// Geometry is another room's, handed in by the pipeline.
package struct Placer {
  /// The placement of an entity of the gazetteer.
  let place: (Int) throws -> Placement
  /// The disc around a position, kilometers.
  let circle: (Position, Double) throws -> MultiPolygon

  package init(
    place: @escaping (Int) throws -> Placement,
    circle: @escaping (Position, Double) throws -> MultiPolygon
  ) {
    self.place = place
    self.circle = circle
  }
}

/// Puts a coder's values into an event.
package struct EventCorrector {
  private let gazetteer: Gazetteer
  private let rules: CorrectionRules
  private let placer: Placer
  /// The flag of an event that a coder changed, confirmed or added.
  private static let flags: [CorrectionVerb: String] = [
    .correct: "corrected", .confirm: "confirmed", .add: "added",
  ]
  private static let dateFlags: Set = [
    "date_disclosed", "date_inferred", "date_upper_bound", "impossible_date", "weekday_conflict",
  ]

  package init(gazetteer: Gazetteer, rules: CorrectionRules, placer: Placer) {
    self.gazetteer = gazetteer
    self.rules = rules
    self.placer = placer
  }

  /// Applies the values of a correction; tags must be taken anew afterwards.
  ///
  /// Returns what it did not apply, a sentence each: one end of a range that would pass the end that
  /// the event has and the correction leaves as it is.
  package func apply(_ correction: Correction, to event: inout Event) throws -> [String] {
    setWhat(correction, &event)
    var refused: [String?] = [setDate(correction, &event)]
    setActor(correction, .actor1, &event.actor1, .perpetrator)
    setActor(correction, .actor2, &event.actor2, .target)
    refused.append(setCount(correction, .killedMinimum, .killedMaximum, &event.harm.killed))
    refused.append(setCount(correction, .injuredMinimum, .injuredMaximum, &event.harm.injured))
    try setPlace(correction, &event)
    if let flag = correction.verb.flatMap({ Self.flags[$0] }), !event.flags.contains(flag) {
      event.flags.append(flag)
    }
    return refused.compactMap(\.self)
  }

  /// The event that a coder adds.
  package func event(of correction: Correction) throws -> Event {
    var event = Event()
    event.id = correction.id
    event.documentID = correction.id
    event.source = correction.text(.source)
    event.url = correction.text(.url)
    event.published = day(correction, .published)
    event.language = correction.text(.language) ?? ""
    event.confidence = 1000
    // What is given as a whole was checked when it was read; an empty event has no other ends.
    _ = try apply(correction, to: &event)
    return event
  }

  private func setWhat(_ correction: Correction, _ event: inout Event) {
    if let type = correction.text(.subEventType),
      let row = gazetteer.acled.first(where: { $0.subEventType == type })
    {
      event.eventType = row.eventType
      event.subEventType = row.subEventType
      event.disorderType = row.disorderType
      event.family = row.family
    }
    if let realis = correction.text(.realis).flatMap(Event.Realis.init(rawValue:)) {
      event.realis = realis
    }
  }

  /// Returns what it did not apply.
  private func setDate(_ correction: Correction, _ event: inout Event) -> String? {
    let isStart = correction.values[.dateStart] != nil
    let isEnd = correction.values[.dateEnd] != nil
    let precision = correction.text(.datePrecision).flatMap(EventDate.Precision.init(rawValue:))
    guard isStart || isEnd || precision != nil else { return nil }
    var (start, end) = (event.date.start, event.date.end)
    if isStart { start = day(correction, .dateStart) }
    if isEnd { end = day(correction, .dateEnd) }
    // A coder who moves a day moves both of its ends.
    if isStart, !isEnd, event.date.precision == .day || end == nil { end = start }
    if let start, let end, end < start {
      return Self.contradiction(
        (.dateStart, "\(start)"), (.dateEnd, "\(end)"), isFirstGiven: isStart)
    }
    (event.date.start, event.date.end) = (start, end)
    if let precision {
      event.date.precision = precision
    } else if let start = event.date.start {
      event.date.precision = start == event.date.end ? .day : .range
    } else {
      event.date.precision = .unresolved
    }
    if event.date.start != nil {
      event.date.basis = .stated
      event.flags.removeAll { Self.dateFlags.contains($0) }
    }
    return nil
  }

  /// What is told of one end that passes the other.
  private static func contradiction(
    _ first: (field: CorrectionField, value: String),
    _ last: (field: CorrectionField, value: String), isFirstGiven: Bool
  ) -> String {
    let (given, kept) = isFirstGiven ? (first, last) : (last, first)
    return
      "\(given.field.rawValue) \(given.value) contradicts \(kept.field.rawValue) \(kept.value) "
      + "of the event; it is not applied, give both"
  }

  private func day(_ correction: Correction, _ field: CorrectionField) -> CivilDate? {
    correction.text(field).flatMap { CivilDate(iso: Array($0.utf8)) }
  }

  private func setActor(
    _ correction: Correction, _ field: CorrectionField, _ actor: inout EventActor,
    _ role: EventActor.Role
  ) {
    guard let value = correction.values[field] else { return }
    guard case .text(let code) = value, let row = gazetteer.actorCodes[code] else {
      actor = EventActor()
      return
    }
    actor.code = code
    actor.name = row.nameEnglish
    actor.inter = row.inter
    actor.role = actor.role ?? role
    actor.basis = .asserted
    actor.associates.removeAll { $0 == code }
  }

  /// Returns what it did not apply.
  private func setCount(
    _ correction: Correction, _ low: CorrectionField, _ high: CorrectionField,
    _ count: inout Harm.Count
  ) -> String? {
    var (minimum, maximum) = (count.minimum, count.maximum)
    if correction.values[low] != nil { minimum = correction.integer(low) }
    if correction.values[high] != nil { maximum = correction.integer(high) }
    if let minimum, let maximum, maximum < minimum {
      return Self.contradiction(
        (low, "\(minimum)"), (high, "\(maximum)"), isFirstGiven: correction.values[low] != nil)
    }
    (count.minimum, count.maximum) = (minimum, maximum)
    return nil
  }

  private func setPlace(_ correction: Correction, _ event: inout Event) throws {
    if let id = correction.values[.placeID] {
      if case .text(let text) = id, let entity = rules.place(text) {
        take(try placer.place(entity), &event)
      } else {
        event.places = []
        event.location = nil
        event.locationArabic = nil
        event.locationSorani = nil
        forget(&event)
      }
    }
    if let longitude = correction.number(.longitude), let latitude = correction.number(.latitude) {
      let point = try Position(longitude: longitude, latitude: latitude)
      let radius = correction.number(.radiusKm) ?? 1
      // The place's own units would win over the position.
      if correction.text(.placeID) == nil { event.places = [] }
      event.point = point
      event.pointIsComputed = false
      event.area = try placer.circle(point, radius)
      event.radiusKm = radius
      event.relation = nil
      event.precision = .place
      event.placeConfidence = nil
    } else if correction.values[.longitude] != nil {
      event.point = nil
      event.pointIsComputed = false
    } else if let radius = correction.number(.radiusKm) {
      event.radiusKm = radius
      if let point = event.point { event.area = try placer.circle(point, radius) }
    }
    if let precision = correction.text(.precision).flatMap(Precision.init(rawValue:)) {
      event.precision = precision
    }
    if let location = correction.values[.location] {
      event.location = if case .text(let text) = location { text } else { nil }
      event.locationArabic = nil
      event.locationSorani = nil
    }
  }

  private func take(_ placement: Placement, _ event: inout Event) {
    forget(&event)
    event.places = [placement.place]
    event.location = placement.place.name
    event.locationArabic = placement.place.nameArabic
    event.locationSorani = placement.place.nameSorani
    event.precision = placement.precision
    event.point = placement.point
    event.area = placement.area
    event.radiusKm = placement.radiusKm
  }

  private func forget(_ event: inout Event) {
    event.point = nil
    event.pointIsComputed = false
    event.area = nil
    event.radiusKm = nil
    event.relation = nil
    event.precision = .unknown
    event.placeConfidence = nil
  }
}

import Model

/// Events in the columns and conventions of ACLED's export (31 columns since March 2023).
///
/// `docs/coders.md` says for each column where its value comes from. What ACLED has no way to leave
/// open and the event does not say is told in `tags`, never guessed in silence.
package struct ACLEDTable {
  package static let columns = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
  ]

  private let knowledge: any CoderKnowledge
  private let placer: StandInPlacer

  package init(_ knowledge: any CoderKnowledge) throws {
    self.knowledge = knowledge
    placer = try StandInPlacer(knowledge)
  }

  /// Returns the cells of an event, nil for an act that ACLED has no type for.
  package func row(_ event: EventFeature) throws -> [String?]? {
    guard let type = event.text("event_type"), let subType = event.text("sub_event_type") else {
      return nil
    }
    var tags = CoderTags()
    let place = try placer.place(of: event, .acled)
    let units = try units(of: event, place, &tags)
    let day = day(of: event, &tags)
    let fatalities = fatalities(of: event, &tags)
    for side in ["actor1", "actor2"] {
      if event.text(side) == nil, event.text(side + "_name") == nil,
        let said = event.text(side + "_attributed")
      {
        tags.add("\(side) attributed", knowledge.actorName(said) ?? said)
      }
    }
    if let basis = place.basis, basis != .own { tags.add("coordinates", basis.rawValue) }
    let sources = sources(of: event)
    let facts = sources.compactMap(knowledge.source)
    for reliability in TagJSON.distinct(facts.map(\.reliability)) where !reliability.isEmpty {
      tags.add("source reliability", reliability)
    }
    var cells: [String: String?] = [
      "event_id_cnty": event.id, "event_date": day.map(text), "year": day.map { "\($0.year)" },
      "time_precision": event.cell("acled_time_precision"),
      "disorder_type": event.text("disorder_type"), "event_type": type,
      "sub_event_type": subType, "location": event.text("location"),
      "geo_precision": event.cell("acled_geo_precision"), "notes": event.text("notes"),
      "fatalities": String(fatalities), "timestamp": timestamp(of: event),
      "source": sources.joined(separator: "; "), "source_scale": scale(facts), "tags": tags.text,
    ]
    addActors(of: event, to: &cells)
    cells["country"] = units.country
    cells["iso"] = units.country.flatMap { knowledge.codes.code("iso", $0) }
    cells["region"] = units.country.flatMap { knowledge.codes.code("acled_region", $0) }
    cells["admin1"] = units.admin1
    cells["admin2"] = units.admin2
    cells["admin3"] = units.admin3
    let position = EventTable.position(place.point)
    cells["longitude"] = position[0]
    cells["latitude"] = position[1]
    return Self.columns.map { cells[$0] ?? nil }
  }

  private func addActors(of event: EventFeature, to cells: inout [String: String?]) {
    let first = event.integer("actor1_inter")
    let second = event.integer("actor2_inter")
    cells["actor1"] = event.text("actor1_name")
    cells["actor2"] = event.text("actor2_name")
    cells["assoc_actor_1"] = associates("assoc_actor1", event)
    cells["assoc_actor_2"] = associates("assoc_actor2", event)
    cells["inter1"] = first.map(String.init)
    cells["inter2"] = second.map(String.init)
    cells["interaction"] = Self.interaction(first, second)
    if event.boolean("civilian_targeting") == true {
      cells["civilian_targeting"] = knowledge.codes.code("targeting", "true")
    }
  }

  /// The two actor types as ACLED joins them, the lower first; a sole actor's with 0, and nothing
  /// where the first is not known.
  static func interaction(_ first: Int?, _ second: Int?) -> String? {
    guard let first else { return nil }
    guard let second else { return "\(first)0" }
    return "\(min(first, second))\(max(first, second))"
  }

  private func associates(_ name: String, _ event: EventFeature) -> String? {
    let names = event.texts(name).map { knowledge.actorName($0) ?? $0 }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// The one day that ACLED asks for: the middle of the days that it may have been.
  private func day(of event: EventFeature, _ tags: inout CoderTags) -> CivilDate? {
    let start = event.day("date_start")
    let end = event.day("date_end")
    guard let start, let end else {
      if let end { tags.add("date", "not later than \(end)") }
      if let start { tags.add("date", "not before \(start)") }
      return end ?? start
    }
    if start != end { tags.add("date", "\(start) to \(end)") }
    return CivilDate(dayNumber: start.dayNumber + (end.dayNumber - start.dayNumber) / 2)
  }

  /// `06 March 2019`.
  private func text(_ day: CivilDate) -> String {
    let month = knowledge.codes.code("month", String(day.month)) ?? String(day.month)
    return "\(day.day < 10 ? "0" : "")\(day.day) \(month) \(day.year)"
  }

  /// The lowest number that is told; ACLED writes 0 where nothing is known, and a tag says so.
  private func fatalities(of event: EventFeature, _ tags: inout CoderTags) -> Int {
    let least = event.integer("killed_min")
    let most = event.integer("killed_max")
    if event.boolean("harm_pooled") == true, let both = event.cell("casualties_min") {
      tags.add("fatalities", "told with the injured, \(both) together")
      return least ?? 0
    }
    switch (least, most) {
    case (nil, nil): tags.add("fatalities", "not stated")
    case (let least?, nil): tags.add("fatalities", "at least \(least)")
    case (nil, let most?): tags.add("fatalities", "at most \(most)")
    case (let least?, let most?):
      if least != most { tags.add("fatalities", "\(least) to \(most)") }
    }
    return least ?? 0
  }

  private func sources(of event: EventFeature) -> [String] {
    let sources = event.texts("sources")
    return sources.isEmpty ? [event.text("source")].compactMap(\.self) : sources
  }

  /// The reaches of the outlets, the nearest first, as ACLED joins them; nothing of those that the
  /// table does not know.
  private func scale(_ facts: [SourceFacts]) -> String? {
    let order = ["other", "new_media", "local", "national", "regional", "international"]
    let known = Set(facts.map(\.scale))
    let codes = order.filter(known.contains).compactMap { knowledge.codes.code("scale", $0) }
    return codes.isEmpty ? nil : codes.joined(separator: "-")
  }

  /// Seconds since 1970 of the last report's day, UTC: of the data, never of the clock.
  private func timestamp(of event: EventFeature) -> String? {
    (event.day("last_updated") ?? event.day("published")).map { String($0.dayNumber * 86_400) }
  }

  /// The units of the event, and where it leaves a level open those at the row's position, which ACLED
  /// goes by; none where the two disagree above.
  private func units(
    of event: EventFeature, _ place: CodedPlace, _ tags: inout CoderTags
  ) throws -> CodedUnits {
    var units = CodedUnits(event)
    guard let point = place.point else { return units }
    if units.fill(from: CodedUnits(try knowledge.units(at: point))) {
      tags.add("units", "of the coordinates")
    }
    return units
  }
}

/// Names of units, coarse to fine.
struct CodedUnits: Hashable {
  private(set) var names: [String?]

  var country: String? { names[0] }
  var admin1: String? { names[1] }
  var admin2: String? { names[2] }
  var admin3: String? { names[3] }

  init(_ event: EventFeature) {
    names = ["country", "admin1", "admin2", "admin3"].map { event.text($0) }
  }

  init(_ units: AdminUnits) {
    names = [units.country, units.admin1, units.admin2, units.admin3].map { $0?.name }
  }

  mutating func setCountry(_ name: String?) { names[0] = name }

  /// Fills the open levels down to the first that differs; true when there were any.
  mutating func fill(from other: CodedUnits) -> Bool {
    var isChanged = false
    for level in names.indices {
      if let name = names[level] {
        if name != other.names[level] { break }
      } else if let name = other.names[level] {
        names[level] = name
        isChanged = true
      }
    }
    return isChanged
  }
}

/// `key=value; key=value`, as ACLED writes its tags.
struct CoderTags {
  private var parts: [String] = []

  mutating func add(_ key: String, _ value: String) { parts.append("\(key)=\(value)") }

  var text: String? { parts.isEmpty ? nil : parts.joined(separator: "; ") }
}

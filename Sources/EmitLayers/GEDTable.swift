import Model

/// Events in the columns of UCDP's Georeferenced Event Dataset, as far as an event fills them.
///
/// The ids of UCDP's conflicts, dyads and actors are UCDP's to give: those columns stay empty.
package struct GEDTable {
  package static let columns = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
  ]

  private let knowledge: any CoderKnowledge
  private let placer: StandInPlacer

  package init(_ knowledge: any CoderKnowledge) throws {
    self.knowledge = knowledge
    placer = try StandInPlacer(knowledge)
  }

  /// Returns the cells of an event, nil for one of which nobody is told to have died: UCDP's events
  /// have at least one death.
  package func row(_ event: EventFeature) throws -> [String?]? {
    guard let deaths = GEDDeaths(event), deaths.high > 0 else { return nil }
    let sides = GEDSides(event)
    let place = try placer.place(of: event, .ucdp)
    let precision = event.integer("ucdp_where_prec")
    var units = CodedUnits(event)
    // Where the coordinates are those of a place, they say the units; elsewhere the country at most.
    if let point = place.point {
      let drawn = CodedUnits(try knowledge.units(at: point))
      var filled = units
      _ = filled.fill(from: drawn)
      units = precision.map { $0 <= 2 } == true ? filled : units.with(country: filled.country)
    }
    var cells: [String: String?] = [
      "id": event.id,
      "year": (event.day("date_end") ?? event.day("date_start")).map { "\($0.year)" },
      "type_of_violence": sides.violence.map(String.init), "side_a": sides.a, "side_b": sides.b,
      "number_of_sources": event.cell("independent_sources"),
      "source_article": articles(event), "source_office": event.text("source"),
      "source_date": event.text("published"), "source_original": event.text("attribution"),
      "where_prec": precision.map(String.init), "where_coordinates": event.text("location"),
      "where_description": event.text("notes"), "adm_1": units.admin1, "adm_2": units.admin2,
      "country": units.country,
      "country_id": units.country.flatMap { knowledge.codes.code("gwno", $0) },
      "region": units.country.flatMap { knowledge.codes.code("ucdp_region", $0) },
      "event_clarity": "1", "date_prec": event.cell("ucdp_date_prec"),
      "date_start": event.text("date_start"), "date_end": event.text("date_end"),
      "deaths_a": String(sides.isSwapped ? deaths.second : deaths.first),
      "deaths_b": String(sides.isSwapped ? deaths.first : deaths.second),
      "deaths_civilians": String(deaths.civilians), "deaths_unknown": String(deaths.unknown),
      "best": String(deaths.best), "high": String(deaths.high), "low": String(deaths.low),
    ]
    if let point = place.point {
      let pair = EventTable.position(point).map { $0 ?? "" }
      cells["longitude"] = pair[0]
      cells["latitude"] = pair[1]
      cells["geom_wkt"] = "POINT (\(pair[0]) \(pair[1]))"
      cells["priogrid_gid"] = String(Self.gridCell(point))
    }
    return Self.columns.map { cells[$0] ?? nil }
  }

  /// The number of the cell of PRIO-GRID: half a degree, counted from 1 at the south-west corner of the
  /// world eastward, then north.
  static func gridCell(_ point: Position) -> Int {
    let row = min(359, Int((point.latitude + 90) * 2))
    let column = min(719, Int((point.longitude + 180) * 2))
    return row * 720 + column + 1
  }

  /// Outlet and day of the first report, then the other outlets.
  private func articles(_ event: EventFeature) -> String? {
    let sources = event.texts("sources")
    guard let first = sources.first else { return nil }
    let day = event.text("published").map { ", " + $0 } ?? ""
    return ([first + day] + sources.dropFirst()).joined(separator: "; ")
  }
}

extension CodedUnits {
  /// The same with another country.
  func with(country: String?) -> CodedUnits {
    var result = self
    result.setCountry(country)
    return result
  }
}

/// Who fights whom, in UCDP's order: a government is side A, civilians are side B.
struct GEDSides: Hashable {
  var a: String?
  var b: String?
  /// 1 state-based, 2 non-state, 3 one-sided; nil where the sides do not say.
  var violence: Int?
  var isSwapped = false

  /// ACLED's actor types: 1 and 8 fight for a state, 2 to 4 are organized, 5 to 7 unarmed.
  init(_ event: EventFeature) {
    let first = event.integer("actor1_inter")
    let second = event.integer("actor2_inter")
    a = event.text("actor1_name")
    b = event.text("actor2_name")
    if event.boolean("civilian_targeting") == true {
      violence = 3
    } else if let first, let second, Self.isArmed(first), Self.isArmed(second) {
      violence = Self.isState(first) || Self.isState(second) ? 1 : 2
      if Self.isState(second), !Self.isState(first) {
        swap(&a, &b)
        isSwapped = true
      }
    }
  }

  private static func isArmed(_ inter: Int) -> Bool { (1...4).contains(inter) || inter == 8 }

  private static func isState(_ inter: Int) -> Bool { inter == 1 || inter == 8 }
}

/// The killed by side: the lowest numbers that are told, and the rest as unknown, so that `best` is the
/// sum of the four.
struct GEDDeaths: Hashable {
  var first = 0
  var second = 0
  var civilians = 0
  var unknown = 0
  var best = 0
  var low = 0
  var high = 0

  /// Returns nil when no number is told.
  init?(_ event: EventFeature) {
    let least = event.integer("killed_min")
    let most = event.integer("killed_max")
    if least == nil, most == nil { return nil }
    first = event.integer("killed_actor1_min") ?? 0
    second = event.integer("killed_actor2_min") ?? 0
    civilians = event.integer("killed_civilians_min") ?? 0
    if event.boolean("civilian_targeting") == true {
      // The civilians are the second side: they count once.
      civilians = max(civilians, second)
      second = 0
    }
    let told = first + second + civilians
    unknown = max(0, (least ?? 0) - told)
    best = told + unknown
    low = min(least ?? 0, best)
    // The highest number that a report gives.
    high = max(most ?? 0, best)
  }
}

import Model

/// Makes events as a year of reports has them: most in few towns, told by one to five reports, some
/// without a place or a day, some of a whole district or governorate, some with a grown toll.
struct EventGenerator {
  private var state: UInt64
  private let days: Int
  private let towns: [PlaceSummary]
  private let areas: [String: MultiPolygon]
  private(set) var incidents = 0

  init(seed: UInt64, years: Int) {
    state = seed
    days = years * 365
    var towns: [PlaceSummary] = []
    var areas: [String: MultiPolygon] = [:]
    var state = seed &+ 99
    for index in 0..<800 {
      // 18 governorates of 6 districts on a grid over the country.
      let governorate = index % 18
      let district = governorate * 6 + index / 18 % 6
      let west = 41.0 + Double(governorate % 6) * 1.1 + Double(district % 3) * 0.36
      let south = 30.5 + Double(governorate / 6) * 2.1 + Double(district % 6 / 3) * 1.05
      let x = west + 0.36 * Self.unit(&state)
      let y = south + 1.05 * Self.unit(&state)
      let units = AdminUnits(
        admin1: AdminUnits.Unit(
          id: "adm1-\(governorate)", name: "governorate \(governorate)", pcode: nil),
        admin2: AdminUnits.Unit(id: "adm2-\(district)", name: "district \(district)", pcode: nil))
      towns.append(
        PlaceSummary(
          id: "town-\(index)", name: index < 108 ? "district \(district)" : "town \(index)",
          nameArabic: nil, nameSorani: nil, type: "town", longitude: x, latitude: y, admin: units))
      areas["adm2-\(district)"] = Self.ellipse(west + 0.18, south + 0.5, 0.18, 0.5)
      areas["adm1-\(governorate)"] = Self.ellipse(
        41.55 + Double(governorate % 6) * 1.1, 31.5 + Double(governorate / 6) * 2.1, 0.55, 1.05)
    }
    self.towns = towns
    self.areas = areas
  }

  /// Returns events of as many reports; an incident's reports stand together.
  mutating func events(_ count: Int) -> [Event] {
    var result: [Event] = []
    result.reserveCapacity(count)
    while result.count < count {
      incidents += 1
      let first = incident()
      let reports = 1 + [0, 0, 0, 0, 1, 1, 1, 2, 2, 4][below(10)]
      for report in 0..<min(reports, count - result.count) {
        result.append(told(first, report, id: result.count))
      }
    }
    return result
  }

  private mutating func incident() -> Event {
    var event = Event()
    let day = CivilDate(dayNumber: 16_500 + below(days))
    event.date.start = day
    event.date.end = day
    event.date.precision = .day
    event.date.basis = .stated
    // A town of rank r is named about as often as 1/r.
    let rank = Int(Double(towns.count) * Self.unit(&state) * Self.unit(&state) * Self.unit(&state))
    place(&event, at: towns[min(rank, towns.count - 1)])
    let types = [
      ("attack", "Armed clash"), ("attack", "Attack"), ("attack", "Remote explosive/landmine/IED"),
      ("attack", "Air/drone strike"), ("attack", "Shelling/artillery/missile attack"),
      ("arrest", "Arrests"), ("protest", "Peaceful protest"),
      ("abduction", "Abduction/forced disappearance"),
    ]
    (event.family, event.subEventType) = types[below(types.count)] as (String, String?)
    event.eventType = event.family
    let codes = ["ISIS", "IRQ_ARMY", "IRQ_POLICE", "IRQ_PMF", "CIVILIANS", "TUR_MIL"]
    event.actor1.code = below(2) == 0 ? "UNKNOWN_GUNMEN" : codes[below(codes.count)]
    event.actor2.code = codes[below(codes.count)]
    if below(3) > 0 { event.harm.killed = Harm.Count(below(4), nil) }
    if below(12) == 0 { event.harm.killed = Harm.Count(4 + below(40), nil) }
    event.harm.killed.maximum = event.harm.killed.minimum
    if below(3) == 0 {
      let injured = 1 + below(25)
      event.harm.injured = Harm.Count(injured, injured)
    }
    event.confidence = 700
    return event
  }

  private mutating func told(_ incident: Event, _ report: Int, id: Int) -> Event {
    var event = incident
    event.id = "ev-\(id)"
    event.documentID = "report-\(id)"
    event.source = "outlet \(below(30))"
    event.published = incident.date.start?.adding(days: report / 2 + below(2))
    switch below(20) {
    case 0: place(&event, at: nil)
    case 1, 2: widen(&event, to: event.places.first?.admin.admin2, .adm2, km: 35)
    case 3: widen(&event, to: event.places.first?.admin.admin1, .adm1, km: 90)
    case 4, 5, 6:
      event.date.start = nil
      event.date.end = event.published
      event.date.basis = .inferred
    case 7:
      event.harm = Harm()
    case 8:
      event.isTollUpdate = report > 0
      if let killed = event.harm.killed.minimum {
        event.harm.killed = Harm.Count(killed + 1, killed + 1)
      }
    case 9:
      event.date.start = incident.date.start?.adding(days: -12)
      event.date.end = incident.date.start?.adding(days: 12)
    default: break
    }
    return event
  }

  private func place(_ event: inout Event, at place: PlaceSummary?) {
    guard let place, let x = place.longitude, let y = place.latitude else {
      event.places = []
      event.precision = .unknown
      event.point = nil
      event.area = nil
      return
    }
    event.places = [place]
    event.location = place.name
    event.precision = .place
    event.radiusKm = 2
    event.point = try? Position(longitude: x, latitude: y)
  }

  private func widen(
    _ event: inout Event, to unit: AdminUnits.Unit?, _ precision: Precision, km: Double
  ) {
    guard let unit, let town = event.places.first else { return }
    var admin = town.admin
    if precision == .adm1 { admin.admin2 = nil }
    event.places = [
      PlaceSummary(
        id: unit.id, name: unit.name, nameArabic: nil, nameSorani: nil, type: precision.rawValue,
        longitude: nil, latitude: nil, admin: admin)
    ]
    event.precision = precision
    event.point = nil
    event.area = areas[unit.id]
    event.radiusKm = km
  }

  private mutating func below(_ limit: Int) -> Int { Int(Self.unit(&state) * Double(limit)) }

  private static func unit(_ state: inout UInt64) -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
  }

  /// A closed outline of 128 corners: a hexagon's corners turned into a rounder figure by midpoints
  /// would need the library of the host; squares of steps do as well.
  private static func ellipse(_ x: Double, _ y: Double, _ width: Double, _ height: Double)
    -> MultiPolygon
  {
    var ring: [Coordinate] = []
    let steps = 32
    for side in 0..<4 {
      for step in 0..<steps {
        let t = Double(step) / Double(steps) * 2 - 1
        let bulge = 1 - 0.2 * t * t
        switch side {
        case 0: ring.append(Coordinate(x + t * width * 0.8, y - height * bulge))
        case 1: ring.append(Coordinate(x + width * bulge, y + t * height * 0.8))
        case 2: ring.append(Coordinate(x - t * width * 0.8, y + height * bulge))
        default: ring.append(Coordinate(x - width * bulge, y - t * height * 0.8))
        }
      }
    }
    ring.append(ring[0])
    return MultiPolygon([Polygon(rings: [ring])])
  }
}

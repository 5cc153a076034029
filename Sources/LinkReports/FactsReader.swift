import Model

/// Reads the facts off events, in their canonical order.
struct FactsReader {
  let weights: LinkWeights
  private(set) var facts: [EventFacts] = []
  /// All places of the events that name several.
  private(set) var placeLists: [Int: [Int32]] = [:]
  /// The places that the words of an event may mean instead.
  private(set) var rivals: [Int: [RivalDisc]] = [:]
  private(set) var actors: ActorKinship
  private let copies: [String: Int]
  private var names = Interner()
  private var families = Interner()
  private var documents = Interner()
  private var areas: [AreaPrint: Int32] = [:]

  /// - Parameters:
  ///   - parents: The tree of actor codes.
  ///   - copies: The group of each document whose text is a copy.
  init(weights: LinkWeights, parents: [String: String], copies: [String: Int]) {
    self.weights = weights
    self.copies = copies
    actors = ActorKinship(parents: parents, general: weights.generalActors)
  }

  /// The numbers of the families of `acled.tsv`, so far.
  var familyNumbers: [String: Int32] { families.numbers }

  mutating func read(_ event: Event) {
    var fact = EventFacts()
    fact.document = documents(event.documentID)
    fact.copy = copies[event.documentID].map { Int32(clamping: $0) } ?? -1
    if let day = event.published?.dayNumber { fact.published = Int32(clamping: day) }
    readWhat(event, &fact)
    readWhen(event, &fact)
    readWhere(event, &fact)
    fact.killed = EventFacts.Range(event.harm.killed)
    fact.injured = EventFacts.Range(event.harm.injured)
    fact.casualties = EventFacts.Range(event.harm.casualties)
    fact.isToll = event.isTollUpdate
    fact.actor1 = actors.number(event.actor1)
    fact.actor2 = actors.number(event.actor2)
    if let code = event.actor1.attributed { fact.attributed = actors.number(code, inter: nil) }
    facts.append(fact)
  }

  private mutating func readWhat(_ event: Event, _ fact: inout EventFacts) {
    fact.family = families(
      event.family.isEmpty ? "plover:" + (event.ploverType ?? "") : event.family)
    fact.isCrowd = event.family == "protest" || event.family == "riot"
    fact.isForceOnCrowd = fact.isCrowd && event.subEventType != "Peaceful protest"
    let plover = [event.ploverType ?? "", event.ploverMode ?? ""].joined(separator: "/")
    fact.type = names("type:" + (event.subEventType ?? event.eventType ?? plover))
    fact.isHistorical = event.realis == .historical
    fact.means =
      switch event.subEventType {
      case nil, "Armed clash", "Attack": .generic
      case "Suicide bomb", "Remote explosive/landmine/IED", "Grenade": .explosive
      case "Air/drone strike", "Shelling/artillery/missile attack": .distant
      case "Disrupted weapons use": .intercepted
      default: .other
      }
  }

  private func readWhen(_ event: Event, _ fact: inout EventFacts) {
    let date = event.date
    guard let last = (date.end ?? date.start)?.dayNumber else { return }
    fact.lastDay = Int32(clamping: last)
    fact.isFlexibleDay = date.basis == .relative || date.timeOfDay == "night"
    guard let first = date.start?.dayNumber, first <= last else {
      fact.dateKind = .bound
      fact.firstDay = Int32(clamping: last - weights.inferredDays)
      return
    }
    fact.firstDay = Int32(clamping: first)
    fact.dateKind =
      first == last ? .day : last - first < weights.windowDays ? .window : .vague
  }

  private mutating func readWhere(_ event: Event, _ fact: inout EventFacts) {
    fact.rank = Int8(event.precision.rank)
    let ids = event.places.map { names("place:" + $0.id) }
    fact.place = ids.min() ?? -1
    fact.placeCount = ids.count
    if ids.count > 1 { placeLists[facts.count] = Array(Set(ids)).sorted() }
    if let relation = event.relation { fact.relation = names("relation:" + relation) }
    if event.places.count == 1 {
      let admin = event.places[0].admin
      fact.admin = (
        number(admin.country), number(admin.admin1), number(admin.admin2), number(admin.admin3)
      )
      if event.relation == nil { fact.unitLevel = level(event.precision) }
      let place = event.places[0]
      fact.names = (names("name:" + place.name), place.nameArabic.map { names("name:" + $0) } ?? -1)
      if event.precision == .site {
        let words = place.name.split(separator: " ")
        fact.namedAfter = words.indices.dropFirst().map {
          names("name:" + words[..<$0].joined(separator: " "))
        }
      }
      if fact.unitLevel < 0, admin.admin2?.name == place.name { fact.seatOf = fact.admin.2 }
      fact.isVillage =
        fact.unitLevel < 0 && fact.seatOf < 0 && admin.admin3?.name != place.name
    }
    let bounds = event.area?.bounds
    let center = event.point?.coordinate ?? bounds.map(middle) ?? placeCenter(event)
    guard let center, event.precision.rank < Precision.country.rank else {
      readRivals(event, fact)
      return
    }
    fact.isLocated = true
    fact.longitude = center.x
    fact.latitude = center.y
    fact.radiusKm = event.radiusKm ?? 1
    if let bounds, let area = event.area { fact.area = number(of: area, bounds) }
    // A site meets the town that it is named after from farther off.
    let reach = fact.namedAfter.isEmpty ? 0 : max(0, weights.apartKm - weights.nearKm)
    let disc = EarthScale.box(
      longitude: center.x, latitude: center.y, radiusKm: fact.radiusKm + Double(reach))
    fact.box = bounds.map { $0.union(disc) } ?? disc
    readRivals(event, fact)
  }

  /// A place that holds the event's own is no rival: the words name it for what it holds.
  private mutating func readRivals(_ event: Event, _ fact: EventFacts) {
    let near = Double(weights.nearKm)
    let discs = event.rivalPlaces.map(RivalDisc.init).filter {
      !fact.isLocated || !$0.holds(fact, marginKm: near)
    }
    if !discs.isEmpty { rivals[facts.count] = discs }
  }

  /// Reports of one place carry one area: it is known by its box and its vertices, not all read again.
  private mutating func number(of area: MultiPolygon, _ box: BoundingBox) -> Int32 {
    let rings = area.polygons.flatMap { $0.rings.map(\.count) }
    let print = AreaPrint(box: box, rings: rings, first: area.polygons.first?.rings.first?.first)
    if let known = areas[print] { return known }
    let number = Int32(areas.count)
    areas[print] = number
    return number
  }

  private mutating func number(_ unit: AdminUnits.Unit?) -> Int32 {
    unit.map { names("place:" + $0.id) } ?? -1
  }

  private func level(_ precision: Precision) -> Int8 {
    switch precision {
    case .adm1: 1
    case .adm2: 2
    case .adm3: 3
    default: -1
    }
  }

  private func middle(_ box: BoundingBox) -> Coordinate {
    Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
  }

  private func placeCenter(_ event: Event) -> Coordinate? {
    guard let place = event.places.first, let x = place.longitude, let y = place.latitude else {
      return nil
    }
    return Coordinate(x, y)
  }
}

/// What tells areas apart.
struct AreaPrint: Hashable {
  var box: BoundingBox
  var rings: [Int]
  var first: Coordinate?
}

/// Degrees and kilometres, roughly: for boxes and for distances that are clear anyway.
enum EarthScale {
  static let kmPerDegree = 111.2

  /// The cosine of degrees by its series; within 0.0003 up to 90°.
  static func cosine(_ degrees: Double) -> Double {
    let x = degrees * Double.pi / 180
    let square = x * x
    return max(0.02, 1 - square / 2 + square * square / 24 - square * square * square / 720)
  }

  static func box(longitude: Double, latitude: Double, radiusKm: Double) -> BoundingBox {
    let reach = degrees(km: radiusKm, latitude: latitude)
    return BoundingBox(
      minX: longitude - reach.x, minY: latitude - reach.y, maxX: longitude + reach.x,
      maxY: latitude + reach.y)
  }

  static func degrees(km: Double, latitude: Double) -> Coordinate {
    Coordinate(km / (kmPerDegree * cosine(latitude)), km / kmPerDegree)
  }
}

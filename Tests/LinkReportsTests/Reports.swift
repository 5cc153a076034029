import LinkReports
import Model

/// Short words for reports made by hand.
enum Reports {
  /// Points as the program has them, for the families and actors that these reports name.
  static let weights = LinkWeights([
    "link_general_IRQ_SECURITY": 1, "link_families_attack_protest": 3,
    "link_families_protest_riot": 5, "link_families_attack_weapons": 2,
  ])

  static func day(_ day: Int, month: Int = 7) -> CivilDate {
    CivilDate(year: 2020, month: month, day: 1)?.adding(days: day - 1) ?? CivilDate(dayNumber: 0)
  }

  static func position(_ longitude: Double, _ latitude: Double) -> Position? {
    try? Position(longitude: longitude, latitude: latitude)
  }

  static let diyala = AdminUnits.Unit(id: "iq-adm1-diyala", name: "Diyala", pcode: "IQG10")
  static let khanaqin = AdminUnits.Unit(id: "iq-adm2-khanaqin", name: "Khanaqin", pcode: nil)
  static let baqubah = AdminUnits.Unit(id: "iq-adm2-baqubah", name: "Baqubah", pcode: nil)

  static let jalawla = place("iq-jalawla", 45.17, 34.27, khanaqin)
  static let qaraTapa = place("iq-qaratapa", 44.93, 34.43, khanaqin)

  static func place(
    _ id: String, _ longitude: Double, _ latitude: Double, _ district: AdminUnits.Unit
  ) -> PlaceSummary {
    PlaceSummary(
      id: id, name: id, nameArabic: nil, nameSorani: nil, type: "town", longitude: longitude,
      latitude: latitude, admin: AdminUnits(admin1: diyala, admin2: district))
  }

  /// An explosion of 2020-07 in Jalawla, told by a document.
  static func event(
    _ document: String, day: Int? = 20, at place: PlaceSummary? = jalawla, killed: Int? = nil,
    injured: Int? = nil, published: Int = 21, _ change: (inout Event) -> Void = { _ in }
  ) -> Event {
    var event = Event()
    event.id = "ev-" + document
    event.documentID = document
    event.source = "outlet of " + document
    event.published = self.day(published)
    event.eventType = "Explosions/Remote violence"
    event.subEventType = "Remote explosive/landmine/IED"
    event.family = "attack"
    event.confidence = 700
    event.confidenceTerms = [ConfidenceTerm("base_trigger", 700)]
    if let day {
      event.date.start = self.day(day)
      event.date.end = self.day(day)
      event.date.precision = .day
      event.date.basis = .stated
    } else {
      event.date.end = event.published
      event.date.basis = .inferred
      event.flags.append("date_inferred")
    }
    if let place {
      event.places = [place]
      event.location = place.name
      event.precision = .place
      event.point = position(place.longitude ?? 0, place.latitude ?? 0)
      event.radiusKm = 2
    }
    event.actor1.code = "UNKNOWN_GUNMEN"
    event.actor2.code = "IRQ_POLICE"
    event.actor2.inter = 1
    if let killed { event.harm.killed = Harm.Count(killed, killed) }
    if let injured { event.harm.injured = Harm.Count(injured, injured) }
    change(&event)
    return event
  }

  /// The district of Khanaqin as a square.
  static func inDistrict(_ event: inout Event) {
    event.places = [
      PlaceSummary(
        id: khanaqin.id, name: "Khanaqin", nameArabic: nil, nameSorani: nil, type: "adm2",
        longitude: nil, latitude: nil, admin: AdminUnits(admin1: diyala, admin2: khanaqin))
    ]
    event.location = "Khanaqin District"
    event.precision = .adm2
    event.point = nil
    event.area = square(44.7, 34, 45.7, 34.7)
    event.radiusKm = 40
  }

  static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
    -> MultiPolygon
  {
    MultiPolygon([
      Polygon(rings: [
        [
          Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
          Coordinate(west, north), Coordinate(west, south),
        ]
      ])
    ])
  }
}

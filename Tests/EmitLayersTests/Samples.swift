import EmitLayers
import Model

/// A report and an event made by hand, with every kind of value in it.
enum Samples {
  static let document = Document(
    id: "doc-1", title: "هجوم في خانقين",
    text: "قُتل شرطيان 😀 وأصيب 3 في هجوم مسلح قرب خانقين. لم تتبن أي جهة.",
    published: CivilDate(year: 2020, month: 7, day: 22), source: "Example", url: "https://e.org/1",
    language: "ar")

  static let text: NormalizedText = {
    let title = Array((document.title ?? "").utf8) + [0x0A]
    return NormalizedText(
      source: title + Array(document.text.utf8), textStart: title.count, language: "ar")
  }()

  /// The bytes of words in the text, after the title.
  static func span(_ words: String) -> SourceSpan {
    let needle = Array(words.utf8)
    for start in text.textStart...(text.source.count - needle.count)
    where text.source[start..<(start + needle.count)].elementsEqual(needle) {
      return SourceSpan(start, start + needle.count)
    }
    fatalError("\(words) is not in the text")
  }

  static func position(_ longitude: Double, _ latitude: Double) -> Position {
    guard let position = try? Position(longitude: longitude, latitude: latitude) else {
      fatalError("no position")
    }
    return position
  }

  static func ring(_ pairs: [(Double, Double)]) -> [Coordinate] {
    pairs.map { Coordinate($0.0, $0.1) }
  }

  /// Clockwise, as RFC 7946 does not want it.
  static let area = MultiPolygon([
    Polygon(rings: [ring([(45, 34), (45, 35), (46, 35), (46, 34), (45, 34)])])
  ])

  static let admin = AdminUnits(
    country: AdminUnits.Unit(id: "iq", name: "Iraq", pcode: nil),
    admin1: AdminUnits.Unit(id: "iq-adm1-diyala", name: "Diyala", pcode: "IQG10"),
    admin2: AdminUnits.Unit(id: "iq-adm2-khanaqin", name: "Khanaqin", pcode: "IQG10Q05"))

  static let place = PlaceSummary(
    id: "iq-khanaqin", name: "Khanaqin", nameArabic: "خانقين", nameSorani: "خانەقین", type: "town",
    longitude: 45.391, latitude: 34.348, admin: admin)

  static let mention: Mention = {
    var mention = Mention(
      span: span("خانقين"), tokens: 0..<1, role: .literal, rule: "place_trigger")
    mention.relation = Relation(
      kind: .near, span: span("قرب"), distanceKm: 5, rule: "rel-12")
    mention.place = place
    mention.precision = .near
    mention.radiusKm = 5
    mention.point = position(45.391, 34.348)
    mention.pointIsComputed = true
    mention.candidates = [
      PlaceCandidate(
        entity: 3, id: "iq-khanaqin", name: "Khanaqin", longitude: 45.391, latitude: 34.348,
        score: 910, why: ["adm_context", "gloss_ok"])
    ]
    mention.flags = ["gazetteer_conflict"]
    return mention
  }()

  static let person: Mention = {
    var mention = Mention(
      span: span("جهة"), tokens: 2..<3, role: .associative, kind: .person, rule: "person")
    mention.place = place
    return mention
  }()

  static let event: Event = {
    var event = Event()
    event.id = "ev-0123456789abcdef"
    event.eventType = "Battles"
    event.subEventType = "Armed clash"
    event.disorderType = "Political violence"
    event.ploverType = "ASSAULT"
    event.trigger = "هجوم مسلح"
    event.triggerSpan = span("هجوم مسلح")
    event.date.start = CivilDate(year: 2020, month: 7, day: 21)
    event.date.end = CivilDate(year: 2020, month: 7, day: 21)
    event.date.precision = .day
    event.date.basis = .relative
    event.actor2.code = "police"
    event.actor2.name = "Police Forces of Iraq"
    event.actor2.inter = 1
    event.actor2.role = .target
    event.actor2.basis = .asserted
    event.harm.killed = Harm.Count(2, 2)
    event.harm.injured = Harm.Count(3, nil)
    event.mentions = [0]
    event.places = [place]
    event.location = "Khanaqin"
    event.locationArabic = "خانقين"
    event.precision = .near
    event.point = position(45.391, 34.348)
    event.pointIsComputed = true
    event.area = area
    event.radiusKm = 5
    event.relation = "near"
    event.tags.admin = admin
    event.tags.adminShares = [
      TerritoryTags.Share(id: "iq-adm1-diyala", name: "Diyala", pcode: "IQG10", share: 0.97)
    ]
    event.tags.adminSource = "cod-2019"
    event.tags.territories = [
      TerritoryTags.Share(id: "dib-khanaqin", name: "Khanaqin", pcode: nil, share: 1)
    ]
    event.tags.territoryShare = 1
    event.tags.status = .inside
    event.tags.widerShare = 0
    event.tags.nearBoundary = true
    event.tags.boundaryVersion = "2009-04-22/cod-2019+wof-2024"
    event.tags.flags = ["admin_conflict"]
    event.confidence = 860
    event.placeConfidence = 910
    event.confidenceTerms = [
      ConfidenceTerm("trigger", 600), ConfidenceTerm("harm", 150), ConfidenceTerm("trigger", 110),
    ]
    event.flags = ["x", "x"]
    event.evidence = [
      ("trigger", Evidence(span: span("هجوم مسلح"), rule: "ev-77")),
      ("killed", Evidence(span: span("قُتل شرطيان"), rule: "dual")),
      ("trigger", Evidence(span: span("هجوم مسلح"), rule: "ev-77")),
    ]
    event.documentID = "doc-1"
    event.source = "Example"
    event.url = "https://e.org/1"
    event.published = document.published
    event.language = "ar"
    event.quoteSpan = span("قُتل شرطيان 😀 وأصيب 3 في هجوم مسلح قرب خانقين.")
    return event
  }()

  static let statement = Statement(
    span: span("لم تتبن أي جهة."), trigger: "تتبن", eventType: nil, subEventType: nil,
    ploverType: nil, reason: "negated", rule: "realis-4")

  static var record: EventRecord {
    EventRecord(event, offsets: ScalarOffsets(text), mentions: [mention, person])
  }

  static let territory = TerritoryFeature(
    id: "dib-khanaqin", variant: "cod-2019", kind: "core", name: "Khanaqin",
    nameArabic: "خانقين", nameSorani: nil, polygons: area, basis: "listed", claimedBy: "both",
    validFrom: CivilDate(year: 2009, month: 4, day: 22), validTo: nil, accuracyKm: 19.9,
    source: "UNAMI 2009", disclaimer: "a claim")
}

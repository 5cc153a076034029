import Model

@testable import StoreEvents

/// An event in which every field has a value of its own.
enum FullEvent {
  static func unit(_ name: String) -> AdminUnits.Unit {
    AdminUnits.Unit(id: "u-\(name)", name: name, pcode: "IQ\(name)")
  }

  static let admin = AdminUnits(
    country: unit("a"), admin1: unit("b"), admin2: unit("c"), admin3: unit("d"))

  static func actor(_ number: Int) -> EventActor {
    var actor = EventActor()
    actor.code = "code-\(number)"
    actor.name = "Name \(number)"
    actor.inter = number
    actor.role = .perpetrator
    actor.basis = .claimed
    actor.attributed = "other-\(number)"
    actor.associates = ["x", "y"]
    return actor
  }

  static let event: Event = {
    var event = Event()
    event.id = "ev-1"
    event.memberIDs = ["ev-1", "ev-2"]
    event.reportIDs = ["d-1"]
    event.possibleDuplicateOf = "ev-0"
    event.eventType = "Battles"
    event.subEventType = "Armed clash"
    event.disorderType = "Political violence"
    event.family = "clash"
    event.ploverType = "ASSAULT"
    event.ploverMode = "small-arms"
    event.realis = .historical
    event.trigger = "هجوم"
    event.triggerSpan = SourceSpan(3, 11)
    event.triggerTokens = 2..<5
    event.allTriggers = [SourceSpan(3, 11), SourceSpan(20, 300)]
    event.isTollUpdate = true
    event.date.start = CivilDate(year: 1999, month: 12, day: 31)
    event.date.end = CivilDate(year: 2024, month: 2, day: 29)
    event.date.precision = .range
    event.date.basis = .disclosed
    event.date.timeOfDay = "night"
    event.actor1 = actor(1)
    event.actor2 = actor(2)
    event.attribution = "a source"
    event.civilianTargeting = true
    event.harm.killed = Harm.Count(1, nil)
    event.harm.injured = Harm.Count(0, 0)
    event.harm.casualties = Harm.Count(nil, 9)
    event.harm.pooled = true
    event.harm.qualifier = "about"
    event.harm.killedActor1 = Harm.Count(1, 2)
    event.harm.killedActor2 = Harm.Count(3, 4)
    event.harm.killedCivilians = Harm.Count(5, 6)
    event.mentions = [0, 7]
    event.places = [
      PlaceSummary(
        id: "iq-x", name: "X", nameArabic: "س", nameSorani: "ش", type: "town",
        longitude: 45.391_000_000_000_12, latitude: -0.0, admin: admin)
    ]
    event.location = "X"
    event.locationArabic = "س"
    event.locationSorani = "ش"
    event.precision = .near
    event.point = try? Position(longitude: 45.391_000_000_000_12, latitude: 34.3)
    event.pointIsComputed = true
    event.area = Samples.square(44, 33, 0.1)
    event.radiusKm = 5.123_456_789
    event.relation = "near"
    event.rivalPlaces = [
      RivalPlace(id: "iq-rival", longitude: 44.125, latitude: 35.5, radiusKm: 2.25)
    ]
    event.tags.admin = admin
    event.tags.adminShares = [TerritoryTags.Share(id: "u", name: "U", pcode: "P", share: 0.3)]
    event.tags.adminSource = "cod"
    event.tags.territories = [TerritoryTags.Share(id: "t", name: "T", pcode: nil, share: 1)]
    event.tags.territoryShare = 0.123_456_789
    event.tags.status = .possible
    event.tags.widerShare = 1
    event.tags.nearBoundary = false
    event.tags.boundaryVersion = "v"
    event.tags.flags = ["admin_conflict"]
    event.confidence = 860
    event.placeConfidence = 910
    event.dateConfidence = 700
    event.actorConfidence = 600
    event.confidenceTerms = [ConfidenceTerm("trigger", 600), ConfidenceTerm("generic", -40)]
    event.flags = ["a", "b"]
    event.documentID = "d-1"
    event.source = "Outlet"
    event.url = "https://e.org/1"
    event.published = CivilDate(year: 2024, month: 3, day: 1)
    event.language = "ckb"
    event.quoteSpan = SourceSpan(0, 99)
    return event
  }()

  static let quote = StoredQuote(text: "قُتل شرطيان", part: .title, start: 4, end: 15)

  /// All fields, as far down as they go.
  static func text(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }
}

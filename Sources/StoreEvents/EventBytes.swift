package import Model

/// The words of an event's trigger sentence, as a store keeps them.
package struct StoredQuote: Sendable, Hashable {
  package var text: String
  package var part: Part
  /// Unicode scalars of the part, half-open.
  package var start: Int
  package var end: Int

  package init(text: String, part: Part, start: Int, end: Int) {
    self.text = text
    self.part = part
    self.start = start
    self.end = end
  }
}

/// The exact form of an event of one report, from which linking can begin anew.
///
/// Everything but `evidence`, which is kept as text beside it, and what follows from the units.
package enum EventBytes {
  /// Goes up with every change of what is written; a store of another number is not added to.
  package static let version = 2

  /// Returns the bytes of an event.
  package static func encode(_ event: Event, quote: StoredQuote?) -> [UInt8] {
    var coder = EventEncoder()
    var event = event
    var quote = quote
    transfer(&event, &quote, with: &coder)
    return coder.bytes
  }

  /// Returns the event, nil when the bytes are damaged.
  package static func decode(_ bytes: [UInt8]) -> (event: Event, quote: StoredQuote?)? {
    var coder = EventDecoder(bytes)
    var event = Event()
    var quote: StoredQuote?
    transfer(&event, &quote, with: &coder)
    return coder.isWhole ? (event, quote) : nil
  }

  private static func transfer(
    _ event: inout Event, _ quote: inout StoredQuote?, with coder: inout some EventCoder
  ) {
    identity(&event, &coder)
    what(&event, &coder)
    when(&event.date, &coder)
    who(&event, &coder)
    harm(&event.harm, &coder)
    location(&event, &coder)
    tags(&event.tags, &coder)
    trust(&event, &coder)
    coder.optional(&quote, blank: StoredQuote(text: "", part: .text, start: 0, end: 0)) {
      $0.transfer(&$1.text)
      $0.transfer(&$1.part)
      $0.transfer(&$1.start)
      $0.transfer(&$1.end)
    }
  }

  private static func identity(_ event: inout Event, _ coder: inout some EventCoder) {
    coder.transfer(&event.id)
    coder.transfer(&event.memberIDs)
    coder.transfer(&event.reportIDs)
    coder.transfer(&event.possibleDuplicateOf)
    coder.transfer(&event.documentID)
    coder.transfer(&event.source)
    coder.transfer(&event.url)
    coder.transfer(&event.published)
    coder.transfer(&event.language)
    coder.transfer(&event.quoteSpan)
  }

  private static func what(_ event: inout Event, _ coder: inout some EventCoder) {
    coder.transfer(&event.eventType)
    coder.transfer(&event.subEventType)
    coder.transfer(&event.disorderType)
    coder.transfer(&event.family)
    coder.transfer(&event.ploverType)
    coder.transfer(&event.ploverMode)
    coder.transfer(&event.realis)
    coder.transfer(&event.trigger)
    coder.transfer(&event.triggerSpan)
    coder.transfer(&event.triggerTokens)
    coder.list(&event.allTriggers, blank: SourceSpan(0, 0)) { $0.transfer(&$1) }
    coder.transfer(&event.isTollUpdate)
  }

  private static func when(_ date: inout EventDate, _ coder: inout some EventCoder) {
    coder.transfer(&date.start)
    coder.transfer(&date.end)
    coder.transfer(&date.precision)
    coder.optional(&date.basis, blank: .stated) { $0.transfer(&$1) }
    coder.transfer(&date.timeOfDay)
  }

  private static func who(_ event: inout Event, _ coder: inout some EventCoder) {
    actor(&event.actor1, &coder)
    actor(&event.actor2, &coder)
    coder.transfer(&event.attribution)
    coder.transfer(&event.civilianTargeting)
  }

  private static func actor(_ actor: inout EventActor, _ coder: inout some EventCoder) {
    coder.transfer(&actor.code)
    coder.transfer(&actor.name)
    coder.transfer(&actor.inter)
    coder.optional(&actor.role, blank: .party) { $0.transfer(&$1) }
    coder.optional(&actor.basis, blank: .asserted) { $0.transfer(&$1) }
    coder.transfer(&actor.attributed)
    coder.transfer(&actor.associates)
  }

  private static func harm(_ harm: inout Harm, _ coder: inout some EventCoder) {
    count(&harm.killed, &coder)
    count(&harm.injured, &coder)
    count(&harm.casualties, &coder)
    coder.transfer(&harm.pooled)
    coder.transfer(&harm.qualifier)
    count(&harm.killedActor1, &coder)
    count(&harm.killedActor2, &coder)
    count(&harm.killedCivilians, &coder)
  }

  private static func count(_ count: inout Harm.Count, _ coder: inout some EventCoder) {
    coder.transfer(&count.minimum)
    coder.transfer(&count.maximum)
  }

  private static func location(_ event: inout Event, _ coder: inout some EventCoder) {
    coder.transfer(&event.mentions)
    let blank = PlaceSummary(
      id: "", name: "", nameArabic: nil, nameSorani: nil, type: "", longitude: nil, latitude: nil,
      admin: AdminUnits())
    coder.list(&event.places, blank: blank) { coder, place in
      coder.transfer(&place.id)
      coder.transfer(&place.name)
      coder.transfer(&place.nameArabic)
      coder.transfer(&place.nameSorani)
      coder.transfer(&place.type)
      coder.transfer(&place.longitude)
      coder.transfer(&place.latitude)
      admin(&place.admin, &coder)
    }
    coder.transfer(&event.location)
    coder.transfer(&event.locationArabic)
    coder.transfer(&event.locationSorani)
    coder.transfer(&event.precision)
    coder.transfer(&event.point)
    coder.transfer(&event.pointIsComputed)
    coder.transfer(&event.area)
    coder.transfer(&event.radiusKm)
    coder.transfer(&event.relation)
    let rival = RivalPlace(id: "", longitude: 0, latitude: 0, radiusKm: 0)
    coder.list(&event.rivalPlaces, blank: rival) { coder, place in
      coder.transfer(&place.id)
      coder.transfer(&place.longitude)
      coder.transfer(&place.latitude)
      coder.transfer(&place.radiusKm)
    }
  }

  private static func admin(_ admin: inout AdminUnits, _ coder: inout some EventCoder) {
    unit(&admin.country, &coder)
    unit(&admin.admin1, &coder)
    unit(&admin.admin2, &coder)
    unit(&admin.admin3, &coder)
  }

  private static func unit(_ unit: inout AdminUnits.Unit?, _ coder: inout some EventCoder) {
    coder.optional(&unit, blank: AdminUnits.Unit(id: "", name: "", pcode: nil)) {
      $0.transfer(&$1.id)
      $0.transfer(&$1.name)
      $0.transfer(&$1.pcode)
    }
  }

  private static func tags(_ tags: inout TerritoryTags, _ coder: inout some EventCoder) {
    admin(&tags.admin, &coder)
    shares(&tags.adminShares, &coder)
    coder.transfer(&tags.adminSource)
    shares(&tags.territories, &coder)
    coder.transfer(&tags.territoryShare)
    coder.transfer(&tags.status)
    coder.transfer(&tags.widerShare)
    coder.transfer(&tags.nearBoundary)
    coder.transfer(&tags.boundaryVersion)
    coder.transfer(&tags.flags)
  }

  private static func shares(
    _ shares: inout [TerritoryTags.Share], _ coder: inout some EventCoder
  ) {
    let blank = TerritoryTags.Share(id: "", name: "", pcode: nil, share: 0)
    coder.list(&shares, blank: blank) {
      $0.transfer(&$1.id)
      $0.transfer(&$1.name)
      $0.transfer(&$1.pcode)
      $0.transfer(&$1.share)
    }
  }

  private static func trust(_ event: inout Event, _ coder: inout some EventCoder) {
    coder.transfer(&event.confidence)
    coder.transfer(&event.placeConfidence)
    coder.transfer(&event.dateConfidence)
    coder.transfer(&event.actorConfidence)
    coder.list(&event.confidenceTerms, blank: ConfidenceTerm("", 0)) {
      $0.transfer(&$1.term)
      $0.transfer(&$1.value)
    }
    coder.transfer(&event.flags)
  }
}

import Model

extension EventProperties {
  mutating func addIdentity(_ event: Event) {
    let reports = event.reportIDs.isEmpty ? [event.documentID] : event.reportIDs
    text("id", event.id)
    texts("member_ids", event.memberIDs.isEmpty ? [event.id] : event.memberIDs)
    integer("reports", reports.count)
    texts("report_ids", reports)
    // Set at the end, when everything that it hashes is known.
    text("record_version", nil)
    text("possible_duplicate_of", event.possibleDuplicateOf)
    text("notes", EventNotes.sentence(for: event))
  }

  mutating func addWhat(_ event: Event) {
    text("event_type", event.eventType)
    text("sub_event_type", event.subEventType)
    text("disorder_type", event.disorderType)
    text("plover_type", event.ploverType)
    text("plover_mode", event.ploverMode)
    text("realis", event.realis.rawValue)
    text("trigger", event.trigger.isEmpty ? nil : event.trigger)
  }

  mutating func addWhen(_ day: EventDate) {
    date("date_start", day.start)
    date("date_end", day.end)
    text("date_precision", day.precision.rawValue)
    text("date_basis", day.basis?.rawValue)
    text("time_of_day", day.timeOfDay)
    integer("year", day.year)
    integer("month", day.month)
    integer("acled_time_precision", day.acledTimePrecision)
    integer("ucdp_date_prec", day.ucdpDatePrecision)
  }

  mutating func addWho(_ event: Event) {
    addActor("actor1", event.actor1)
    addActor("actor2", event.actor2)
    text("attribution", event.attribution)
    boolean("civilian_targeting", event.civilianTargeting)
  }

  private mutating func addActor(_ side: String, _ actor: EventActor) {
    text(side, actor.code)
    text("\(side)_name", actor.name)
    integer("\(side)_inter", actor.inter)
    text("\(side)_role", actor.role?.rawValue)
    text("\(side)_basis", actor.basis?.rawValue)
    text("\(side)_attributed", actor.attributed)
    texts("assoc_\(side)", actor.associates)
  }

  mutating func addHarm(_ harm: Harm) {
    let isStated = harm.killed.isStated || harm.injured.isStated || harm.casualties.isStated
    addCount("killed", harm.killed)
    addCount("injured", harm.injured)
    addCount("casualties", harm.casualties)
    boolean("harm_pooled", isStated ? harm.pooled : nil)
    text("harm_qualifier", harm.qualifier)
    addCount("killed_actor1", harm.killedActor1)
    addCount("killed_actor2", harm.killedActor2)
    addCount("killed_civilians", harm.killedCivilians)
  }

  private mutating func addCount(_ name: String, _ count: Harm.Count) {
    integer("\(name)_min", count.minimum)
    integer("\(name)_max", count.maximum)
  }

  mutating func addWhere(_ event: Event) {
    let admin = event.tags.admin
    text("location", event.location)
    text("location_ar", event.locationArabic)
    text("location_ckb", event.locationSorani)
    text("place_id", event.places.count == 1 ? event.places[0].id : nil)
    texts("place_ids", event.places.map(\.id))
    text("precision", event.precision.rawValue)
    text(
      "point_basis", event.point.map { _ in event.pointIsComputed ? "computed" : "named" })
    integer("acled_geo_precision", event.precision.acled)
    integer("ucdp_where_prec", event.precision.ucdp)
    real("radius_km", event.radiusKm, decimals: 3)
    text("relation", event.relation)
    text("country", admin.country?.name)
    text("admin1", admin.admin1?.name)
    text("admin2", admin.admin2?.name)
    text("admin3", admin.admin3?.name)
    text("admin1_pcode", admin.admin1?.pcode)
    text("admin2_pcode", admin.admin2?.pcode)
    text("admin3_pcode", admin.admin3?.pcode)
    json("admin_shares", TagJSON.adminShares(event.tags))
    text("admin_source", event.tags.adminSource)
    json("admin_alt", TagJSON.adminAlternates(event.tags))
  }

  mutating func addDisputed(_ tags: TerritoryTags) {
    properties(TagJSON.disputed(tags))
  }

  mutating func addTrust(_ event: Event) {
    thousandths("confidence", event.confidence)
    thousandths("place_confidence", event.placeConfidence)
    thousandths("date_confidence", event.dateConfidence)
    thousandths("actor_confidence", event.actorConfidence)
    json("confidence_terms", EventProperties.terms(event.confidenceTerms))
    texts("flags", TagJSON.distinct(event.flags + event.tags.flags))
  }

  /// The terms of the score as an object; a term that counts twice is summed, since a member may
  /// stand only once.
  static func terms(_ terms: [ConfidenceTerm]) -> [UInt8] {
    var sums: [ConfidenceTerm] = []
    for term in terms {
      if let known = sums.firstIndex(where: { $0.term == term.term }) {
        sums[known].value += term.value
      } else {
        sums.append(term)
      }
    }
    var json = JSONBytes()
    json.beginObject()
    for term in sums {
      json.key(named: term.term)
      json.double(Double(term.value) / 1000, decimals: 3)
    }
    json.endObject()
    return json.bytes
  }

  mutating func addSource(_ event: Event, _ quote: Quote?, _ provenance: Provenance) {
    text("source", event.source)
    text("url", event.url)
    date("published", event.published)
    text("lang", event.language.isEmpty ? nil : event.language)
    text("quote", quote?.text)
    integer("quote_start", quote?.span.start)
    integer("quote_end", quote?.span.end)
    texts("sources", provenance.sources)
    texts("urls", provenance.urls)
    integer("independent_sources", provenance.independentSources)
    date("first_reported", provenance.firstReported)
    date("last_updated", provenance.lastUpdated)
  }
}

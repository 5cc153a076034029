import Model

extension PropertySink {
  /// Adds what stands before the record version, in the order of the table in `docs/fields.md`.
  mutating func addIdentity(_ event: Event) {
    let reports = event.reportIDs.isEmpty ? [event.documentID] : event.reportIDs
    text("id", event.id)
    texts("member_ids", event.memberIDs.isEmpty ? [event.id] : event.memberIDs)
    integer("reports", reports.count)
    texts("report_ids", reports)
  }

  /// Adds all that stands behind the record version.
  ///
  /// With `addIdentity` the one place where names and order of an event's properties stand.
  mutating func addContent(_ event: Event, quote: Quote?, provenance: Provenance) {
    text("possible_duplicate_of", event.possibleDuplicateOf)
    text("notes", EventNotes.sentence(for: event))
    addWhat(event)
    addWhen(event.date)
    addWho(event)
    addHarm(event.harm)
    addWhere(event)
    addDisputed(event.tags)
    addTrust(event)
    addSource(event, quote, provenance)
  }

  private mutating func addWhat(_ event: Event) {
    text("event_type", event.eventType)
    text("sub_event_type", event.subEventType)
    text("disorder_type", event.disorderType)
    text("plover_type", event.ploverType)
    text("plover_mode", event.ploverMode)
    text("realis", event.realis.rawValue)
    text("trigger", event.trigger.isEmpty ? nil : event.trigger)
  }

  private mutating func addWhen(_ day: EventDate) {
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

  private mutating func addWho(_ event: Event) {
    addActor(.first, event.actor1)
    addActor(.second, event.actor2)
    text("attribution", event.attribution)
    boolean("civilian_targeting", event.civilianTargeting)
  }

  private mutating func addActor(_ names: ActorNames, _ actor: EventActor) {
    text(names.code, actor.code)
    text(names.name, actor.name)
    integer(names.inter, actor.inter)
    text(names.role, actor.role?.rawValue)
    text(names.basis, actor.basis?.rawValue)
    text(names.attributed, actor.attributed)
    texts(names.associates, actor.associates)
  }

  private mutating func addHarm(_ harm: Harm) {
    let isStated = harm.killed.isStated || harm.injured.isStated || harm.casualties.isStated
    addCount("killed_min", "killed_max", harm.killed)
    addCount("injured_min", "injured_max", harm.injured)
    addCount("casualties_min", "casualties_max", harm.casualties)
    boolean("harm_pooled", isStated ? harm.pooled : nil)
    text("harm_qualifier", harm.qualifier)
    addCount("killed_actor1_min", "killed_actor1_max", harm.killedActor1)
    addCount("killed_actor2_min", "killed_actor2_max", harm.killedActor2)
    addCount("killed_civilians_min", "killed_civilians_max", harm.killedCivilians)
  }

  private mutating func addCount(_ minimum: String, _ maximum: String, _ count: Harm.Count) {
    integer(minimum, count.minimum)
    integer(maximum, count.maximum)
  }

  private mutating func addWhere(_ event: Event) {
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
    json("admin_shares") { TagJSON.adminShares(event.tags, to: &$0) }
    text("admin_source", event.tags.adminSource)
    json("admin_alt") { TagJSON.adminAlternates(event.tags, to: &$0) }
  }

  private mutating func addTrust(_ event: Event) {
    thousandths("confidence", event.confidence)
    thousandths("place_confidence", event.placeConfidence)
    thousandths("date_confidence", event.dateConfidence)
    thousandths("actor_confidence", event.actorConfidence)
    json("confidence_terms") { $0.terms(event.confidenceTerms) }
    texts("flags", TagJSON.distinct(event.flags + event.tags.flags))
  }

  /// A number that is kept in thousandths.
  private mutating func thousandths(_ name: String, _ value: Int?) {
    real(name, value.map { Double($0) / 1000 }, decimals: 3)
  }

  private mutating func addSource(_ event: Event, _ quote: Quote?, _ provenance: Provenance) {
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

/// What the properties of a side are called.
private struct ActorNames {
  let code, name, inter, role, basis, attributed, associates: String

  static let first = ActorNames(
    code: "actor1", name: "actor1_name", inter: "actor1_inter", role: "actor1_role",
    basis: "actor1_basis", attributed: "actor1_attributed", associates: "assoc_actor1")
  static let second = ActorNames(
    code: "actor2", name: "actor2_name", inter: "actor2_inter", role: "actor2_role",
    basis: "actor2_basis", attributed: "actor2_attributed", associates: "assoc_actor2")
}

extension JSONBytes {
  /// The terms of a score as an object; a term that counts twice is summed, since a member may
  /// stand only once.
  mutating func terms(_ terms: [ConfidenceTerm]) {
    beginObject()
    for (index, term) in terms.enumerated() {
      if terms[..<index].contains(where: { $0.term == term.term }) { continue }
      var sum = term.value
      for other in terms[(index + 1)...] where other.term == term.term { sum += other.value }
      key(named: term.term)
      double(Double(sum) / 1000, decimals: 3)
    }
    endObject()
  }
}

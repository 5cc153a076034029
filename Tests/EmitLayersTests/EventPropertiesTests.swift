import Files
import Model
import Testing

@testable import EmitLayers

@Suite struct `Event properties` {
  /// Other programs are written against them: none is renamed or moved.
  static let table = """
    id member_ids reports report_ids record_version possible_duplicate_of notes
    event_type sub_event_type disorder_type plover_type plover_mode realis trigger
    date_start date_end date_precision date_basis time_of_day year month acled_time_precision
    ucdp_date_prec
    actor1 actor1_name actor1_inter actor1_role actor1_basis actor1_attributed assoc_actor1
    actor2 actor2_name actor2_inter actor2_role actor2_basis actor2_attributed assoc_actor2
    attribution civilian_targeting
    killed_min killed_max injured_min injured_max casualties_min casualties_max harm_pooled
    harm_qualifier killed_actor1_min killed_actor1_max killed_actor2_min killed_actor2_max
    killed_civilians_min killed_civilians_max
    location location_ar location_ckb place_id place_ids precision point_basis acled_geo_precision
    ucdp_where_prec radius_km relation country admin1 admin2 admin3 admin1_pcode admin2_pcode
    admin3_pcode admin_shares admin_source admin_alt
    territory_ids territory_names territory_shares territory_share territory_status
    territory_wider_share near_boundary boundary_version
    confidence place_confidence date_confidence actor_confidence confidence_terms flags
    source url published lang quote quote_start quote_end sources urls independent_sources
    first_reported last_updated
    """

  @Test func `names and order stay as other programs know them`() {
    let names = Self.table.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(EventProperties.schema.map(\.name) == names)
  }

  @Test func `a hand-made event`() {
    let quote = Quote(of: Samples.event, ScalarOffsets(Samples.text))
    var properties = EventProperties(Samples.event, quote: quote).json
    // The hash is checked by itself.
    let version = EventProperties(Samples.event, quote: quote)["record_version"]?.cell ?? ""
    #expect(version.utf8.count == 16)
    let written = String(decoding: properties, as: UTF8.self)
    properties = Array(written.split(separator: version).joined(separator: "HASH").utf8)
    #expect(
      String(decoding: properties, as: UTF8.self) == """
        {"id":"ev-0123456789abcdef","member_ids":["ev-0123456789abcdef"],"reports":1,\
        "report_ids":["doc-1"],"record_version":"HASH","possible_duplicate_of":null,\
        "notes":"Armed clash near Khanaqin (Diyala) on 2020-07-21: 2 killed, at least 3 injured; \
        target Police Forces of Iraq.","event_type":"Battles","sub_event_type":"Armed clash",\
        "disorder_type":"Political violence","plover_type":"ASSAULT","plover_mode":null,\
        "realis":"asserted","trigger":"هجوم مسلح","date_start":"2020-07-21",\
        "date_end":"2020-07-21","date_precision":"day","date_basis":"relative","time_of_day":null,\
        "year":2020,"month":7,"acled_time_precision":1,"ucdp_date_prec":1,"actor1":null,\
        "actor1_name":null,"actor1_inter":null,"actor1_role":null,"actor1_basis":null,\
        "actor1_attributed":null,"assoc_actor1":[],"actor2":"police",\
        "actor2_name":"Police Forces of Iraq","actor2_inter":1,"actor2_role":"target",\
        "actor2_basis":"asserted","actor2_attributed":null,"assoc_actor2":[],"attribution":null,\
        "civilian_targeting":false,"killed_min":2,"killed_max":2,"injured_min":3,\
        "injured_max":null,"casualties_min":null,"casualties_max":null,"harm_pooled":false,\
        "harm_qualifier":null,"killed_actor1_min":null,"killed_actor1_max":null,\
        "killed_actor2_min":null,"killed_actor2_max":null,"killed_civilians_min":null,\
        "killed_civilians_max":null,"location":"Khanaqin","location_ar":"خانقين",\
        "location_ckb":null,"place_id":"iq-khanaqin","place_ids":["iq-khanaqin"],\
        "precision":"near","point_basis":"computed","acled_geo_precision":2,"ucdp_where_prec":2,\
        "radius_km":5.0,"relation":"near","country":"Iraq","admin1":"Diyala","admin2":"Khanaqin",\
        "admin3":null,"admin1_pcode":"IQG10","admin2_pcode":"IQG10Q05","admin3_pcode":null,\
        "admin_shares":[{"id":"iq-adm1-diyala","name":"Diyala","pcode":"IQG10","share":0.97}],\
        "admin_source":"cod-2019","admin_alt":[],"territory_ids":["dib-khanaqin"],\
        "territory_names":["Khanaqin"],"territory_shares":[1.0],"territory_share":1.0,\
        "territory_status":"inside","territory_wider_share":0.0,"near_boundary":true,\
        "boundary_version":"2009-04-22/cod-2019+wof-2024","confidence":0.86,\
        "place_confidence":0.91,"date_confidence":null,"actor_confidence":null,\
        "confidence_terms":{"trigger":0.71,"harm":0.15},"flags":["x","admin_conflict"],\
        "source":"Example","url":"https://e.org/1","published":"2020-07-22","lang":"ar",\
        "quote":"قُتل شرطيان 😀 وأصيب 3 في هجوم مسلح قرب خانقين.","quote_start":0,\
        "quote_end":46,"sources":["Example"],"urls":["https://e.org/1"],\
        "independent_sources":1,"first_reported":"2020-07-22","last_updated":"2020-07-22"}
        """)
  }

  @Test func `parse writes the bytes that the values give`() {
    let quote = Quote(of: Samples.event, ScalarOffsets(Samples.text))
    for event in [Samples.event, Event()] {
      var json = JSONBytes()
      json.beginObject()
      json.properties(event, quote: quote)
      json.endObject()
      let values = EventProperties(event, quote: quote).json
      let written = String(decoding: json.bytes, as: UTF8.self)
      #expect(written == String(decoding: values, as: UTF8.self))
    }
  }

  @Test func `the record version follows what is shown`() {
    func version(_ change: (inout Event) -> Void) -> String? {
      var event = Samples.event
      change(&event)
      return EventProperties(event)["record_version"]?.cell
    }
    let base = version { _ in }
    #expect(base == version { _ in })
    #expect(base != version { $0.harm.killed.minimum = 1 })
    #expect(base != version { $0.point = nil })
    #expect(base != version { $0.area = nil })
    // What is not shown does not count.
    #expect(base == version { $0.family = "other" })
  }

  @Test func `a blank event has nulls and empty lists, no made-up values`() {
    for property in EventProperties(Event()).properties where property.kind == .integer {
      if ["reports", "independent_sources"].contains(property.name) { continue }
      #expect(property.value == .null, "\(property.name)")
    }
    #expect(EventProperties(Event())["harm_pooled"] == .null)
    #expect(EventProperties(Event())["territory_status"] == .string("unknown"))
  }

  @Test func `a public event has no quote`() {
    let quote = Quote(of: Samples.event, ScalarOffsets(Samples.text))
    let properties = EventProperties(Samples.event, quote: quote, isPublic: true)
    #expect(properties["quote"] == .null)
    #expect(properties["quote_start"] == .null)
  }

  @Test func `several places have no single id`() {
    var event = Samples.event
    event.places.append(Samples.place)
    #expect(EventProperties(event)["place_id"] == .null)
    #expect(EventProperties(event)["place_ids"] == .strings(["iq-khanaqin", "iq-khanaqin"]))
  }

  static let dates: [(EventDate.Precision, String?, String?, acled: Int?, ucdp: Int?)] = [
    (.day, "2020-07-21", "2020-07-21", 1, 1), (.week, "2020-07-20", "2020-07-26", 2, 3),
    (.month, "2020-07-01", "2020-07-31", 3, 4), (.year, "2020-01-01", "2020-12-31", nil, 5),
    (.range, "2020-07-20", "2020-07-21", 2, 2), (.range, "2020-07-20", "2020-07-26", 2, 3),
    (.range, "2020-07-20", "2020-08-10", 3, 4), (.range, "2020-01-01", "2020-06-10", nil, 5),
    (.range, "2020-07-21", "2020-07-21", 1, 1), (.unresolved, nil, "2020-07-21", nil, nil),
    (.range, nil, "2020-07-21", nil, nil),
  ]

  @Test(arguments: dates)
  func `date precision in the words of others`(
    precision: EventDate.Precision, start: String?, end: String?, acled: Int?, ucdp: Int?
  ) {
    var date = EventDate()
    date.precision = precision
    date.start = start.flatMap { CivilDate(iso: Array($0.utf8)) }
    date.end = end.flatMap { CivilDate(iso: Array($0.utf8)) }
    #expect(date.acledTimePrecision == acled)
    #expect(date.ucdpDatePrecision == ucdp)
    #expect(date.year == (start == nil ? nil : 2020))
  }

  static let notes: [(name: String, change: @Sendable (inout Event) -> Void, expected: String)] = [
    (
      "nothing known", { $0 = Event() },
      "Event at a place that is not stated, day not stated: no figures given."
    ),
    (
      "history without a day",
      {
        $0.realis = .historical
        $0.date = EventDate()
        $0.actor2 = EventActor()
      },
      "Told as history: Armed clash near Khanaqin (Diyala), day not stated: 2 killed, at least 3 "
        + "injured."
    ),
    (
      "pooled, attributed, bounded",
      {
        $0.harm = Harm()
        $0.harm.casualties = Harm.Count(5, 7)
        $0.harm.pooled = true
        $0.actor2 = EventActor()
        $0.actor1.attributed = "ISIS"
        $0.actor1.role = .perpetrator
        $0.date.start = nil
        $0.reportIDs = ["a", "b"]
        $0.precision = .region
      },
      "Armed clash in the area of Khanaqin (Diyala), not later than 2020-07-21: 5 to 7 killed and "
        + "injured; perpetrator ISIS (attributed); told by 2 reports."
    ),
  ]

  @Test(arguments: notes.indices)
  func `notes are a sentence`(index: Int) {
    let (name, change, expected) = Self.notes[index]
    var event = Samples.event
    change(&event)
    #expect(EventNotes.sentence(for: event) == expected, "\(name)")
  }
}

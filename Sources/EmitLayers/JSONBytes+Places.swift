package import Model

extension JSONBytes {
  /// A place of the gazetteer, or null.
  package mutating func place(_ place: PlaceSummary?) {
    guard let place else { return null() }
    beginObject()
    key("id")
    string(place.id)
    key("name")
    string(place.name)
    key("name_ar")
    string(place.nameArabic)
    key("name_ckb")
    string(place.nameSorani)
    key("type")
    string(place.type)
    key("lon")
    degrees(place.longitude)
    key("lat")
    degrees(place.latitude)
    units(place.admin)
    endObject()
  }

  /// `admin1`, `admin1_pcode` … as members of the object that is open.
  mutating func units(_ admin: AdminUnits) {
    unit(admin.admin1, "admin1", "admin1_pcode")
    unit(admin.admin2, "admin2", "admin2_pcode")
    unit(admin.admin3, "admin3", "admin3_pcode")
  }

  private mutating func unit(
    _ unit: AdminUnits.Unit?, _ name: StaticString, _ pcode: StaticString
  ) {
    key(name)
    string(unit?.name)
    key(pcode)
    string(unit?.pcode)
  }

  /// Degrees, or null.
  package mutating func degrees(_ value: Double?) {
    if let value { degrees(value) } else { null() }
  }

  /// Part, start and end of words as members of the object that is open.
  mutating func span(_ span: PartSpan) {
    key("part")
    string(span.part.rawValue)
    key("start")
    int(span.start)
    key("end")
    int(span.end)
  }

  /// A relation, or null; offsets count in the part that its words stand in.
  mutating func relation(_ relation: Relation?, _ offsets: ScalarOffsets) {
    guard let relation else { return null() }
    let span = relation.span.map { offsets.locate($0) }
    beginObject()
    key("type")
    string(relation.kind.rawValue)
    key("start")
    int(span?.start)
    key("end")
    int(span?.end)
    key("distance_km")
    double(relation.distanceKm, decimals: 3)
    key("bearing_deg")
    double(relation.bearingDegrees, decimals: 3)
    key("base")
    beginArray()
    for mention in relation.base { int(mention) }
    endArray()
    endObject()
  }

  /// The candidates of a resolution with scores and reasons.
  mutating func candidates(_ candidates: [PlaceCandidate]) {
    beginArray()
    for candidate in candidates {
      beginObject()
      key("id")
      string(candidate.id)
      key("name")
      string(candidate.name)
      key("lon")
      degrees(candidate.longitude)
      key("lat")
      degrees(candidate.latitude)
      key("score")
      double(Double(candidate.score) / 1000, decimals: 3)
      key("why")
      strings(candidate.why)
      if !candidate.terms.isEmpty {
        key("terms")
        beginObject()
        for term in candidate.terms {
          key(named: term.name)
          double(Double(term.value) / 1000, decimals: 3)
        }
        endObject()
      }
      endObject()
    }
    endArray()
  }

  /// A mention as an object; `rule` is what decided its role, for `explain`.
  mutating func mention(_ mention: Mention, _ offsets: ScalarOffsets, withRule: Bool = false) {
    let span = offsets.locate(mention.span)
    beginObject()
    key("start")
    int(span.start)
    key("end")
    int(span.end)
    key("part")
    string(span.part.rawValue)
    key("text")
    string(offsets.words(mention.span))
    key("role")
    string(mention.role.rawValue)
    key("kind")
    string(mention.kind?.rawValue)
    if withRule {
      key("rule")
      string(mention.rule)
    }
    key("relation")
    relation(mention.relation, offsets)
    key("place")
    place(mention.place)
    key("precision")
    string(mention.precision.rawValue)
    key("radius_km")
    double(mention.radiusKm, decimals: 3)
    key("point")
    position(mention.point)
    key("area")
    polygons(mention.area)
    key("candidates")
    candidates(mention.candidates)
    key("flags")
    strings(TagJSON.distinct(mention.flags))
    endObject()
  }

  /// The words and rules behind each field, in the order in which fields first occur.
  mutating func evidence(
    _ evidence: [(field: String, evidence: Evidence)], _ offsets: ScalarOffsets
  ) {
    // A dozen fields: comparing their names is faster than a table.
    var fields: [(name: String, items: [Evidence])] = []
    for (field, item) in evidence {
      if let known = fields.firstIndex(where: { $0.name == field }) {
        if !fields[known].items.contains(item) { fields[known].items.append(item) }
      } else {
        fields.append((field, [item]))
      }
    }
    beginObject()
    for field in fields {
      key(named: field.name)
      beginArray()
      for item in field.items {
        beginObject()
        self.span(offsets.locate(item.span))
        key("text")
        string(offsets.words(item.span))
        key("rule")
        string(item.rule)
        endObject()
      }
      endArray()
    }
    endObject()
  }
}

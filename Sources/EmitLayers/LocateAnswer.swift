import Geometry
package import Model

/// The answer to one question of `locate` or `reverse` (`docs/fields.md`).
package struct LocateAnswer: Sendable {
  package enum Status: String, Sendable, Hashable {
    /// One place or unit.
    case resolved
    /// A computed relation.
    case area
    case ambiguous, unresolved
  }

  /// A place near the position that was asked.
  package struct Near: Sendable, Hashable {
    package var place: PlaceSummary
    package var distanceMeters: Double
    /// Degrees clockwise from north, seen from the position.
    package var bearingDegrees: Double

    package init(place: PlaceSummary, distanceMeters: Double, bearingDegrees: Double) {
      self.place = place
      self.distanceMeters = distanceMeters
      self.bearingDegrees = bearingDegrees
    }
  }

  /// As the question gave it: a string, a number or null.
  package var id: PropertyValue
  package var text: String
  package var status = Status.unresolved
  package var place: PlaceSummary?
  package var point: Position?
  package var pointIsComputed = false
  package var area: MultiPolygon?
  package var precision = Precision.unknown
  package var radiusKm: Double?
  package var relation: Relation?
  package var tags = TerritoryTags()
  package var candidates: [PlaceCandidate] = []
  package var flags: [String] = []
  /// Nil for `locate`, a list (even if empty) for `reverse`.
  package var near: [Near]?
  /// Why the question could not be answered, with the code of the diagnostic.
  package var error: (code: String, message: String)?

  package init(id: PropertyValue = .null, text: String) {
    self.id = id
    self.text = text
  }

  /// Returns the answer as a JSON line, line feed included.
  package func line() -> [UInt8] {
    // Offsets count in the question.
    let offsets = ScalarOffsets(source: Array(text.utf8), textStart: 0)
    var json = JSONBytes(capacity: 2048)
    json.beginObject()
    json.key("id")
    id.write(to: &json)
    json.key("text")
    json.string(text)
    json.key("status")
    json.string(status.rawValue)
    json.key("place")
    json.place(place)
    json.key("point")
    json.position(point)
    json.key("point_basis")
    json.string(point.map { _ in pointIsComputed ? "computed" : "named" })
    json.key("area")
    json.polygons(area)
    json.key("precision")
    json.string(precision.rawValue)
    json.key("radius_km")
    json.double(radiusKm, decimals: 3)
    json.key("relation")
    json.relation(relation, offsets)
    json.units(tags.admin)
    json.key("admin_shares")
    TagJSON.adminShares(tags, to: &json)
    json.key("admin_alt")
    TagJSON.adminAlternates(tags, to: &json)
    json.addDisputed(tags)
    json.key("candidates")
    json.candidates(candidates)
    json.key("flags")
    json.strings(TagJSON.distinct(flags + tags.flags))
    if let near { write(near, to: &json) }
    if let error {
      json.key("error")
      json.beginObject()
      json.key("code")
      json.string(error.code)
      json.key("message")
      json.string(error.message)
      json.endObject()
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ near: [Near], to json: inout JSONBytes) {
    json.key("near")
    json.beginArray()
    for item in near {
      json.beginObject()
      json.key("place")
      json.place(item.place)
      json.key("distance_m")
      json.double(item.distanceMeters, decimals: 1)
      json.key("bearing_deg")
      json.double(item.bearingDegrees, decimals: 1)
      json.endObject()
    }
    json.endArray()
  }
}

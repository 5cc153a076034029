import Files
package import Model

/// An event as an HTML map has it: the properties that the page shows, point and area.
package struct PageEvent: Sendable {
  package let point: Position?
  package let area: MultiPolygon?
  /// The values of `columns` as a JSON array.
  let cells: [UInt8]

  /// The properties that the page filters by and shows.
  package static let columns = [
    "id", "event_type", "sub_event_type", "date_start", "date_end", "date_precision", "date_basis",
    "location", "location_ar", "location_ckb", "country", "admin1", "admin2", "admin3",
    "precision", "radius_km", "killed_min", "killed_max", "injured_min", "injured_max",
    "casualties_min", "casualties_max", "harm_pooled", "harm_qualifier", "actor1", "actor1_name",
    "actor1_role", "actor1_basis", "actor2", "actor2_name", "actor2_role", "actor2_basis",
    "territory_ids", "territory_names", "territory_status", "confidence", "place_confidence",
    "date_confidence", "actor_confidence", "possible_duplicate_of", "flags", "reports",
    "independent_sources", "source", "url", "sources", "urls", "published", "lang", "notes",
    "quote",
  ]

  /// Where the columns stand among all properties.
  private static let places: [Int] = {
    let schema = EventProperties.schema
    return columns.map { name in
      guard let place = schema.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("an event has no property \(name)")
      }
      return place
    }
  }()

  /// Takes what the page needs of an event that is just being written.
  package init(_ event: EmittedEvent) {
    var json = JSONBytes(capacity: 1024)
    json.beginArray()
    for place in Self.places { event.values[place].value.write(to: &json) }
    json.endArray()
    cells = json.bytes
    point = event.point
    area = event.area
  }

  /// Takes what the page needs of an event of a layer.
  package init(_ feature: EventFeature) {
    var json = JSONBytes(capacity: 1024)
    json.beginArray()
    for name in Self.columns {
      if name == "id" {
        json.string(feature.id)
      } else {
        json.value(feature[name] ?? .null)
      }
    }
    json.endArray()
    cells = json.bytes
    point = feature.point
    area = feature.area
  }
}

import Files
package import Geometry
package import Model

/// What pictures and patterns show of an event: a map for print, a timeline.
///
/// Read once, from whatever holds the events; a question may have chosen them before.
package struct EventSummary: Sendable, Hashable {
  /// A least and a most; nil where it is not stated, or open upwards.
  package struct Range: Sendable, Hashable {
    package var minimum: Int?
    package var maximum: Int?

    package init(_ minimum: Int? = nil, _ maximum: Int? = nil) {
      self.minimum = minimum
      self.maximum = maximum
    }

    package var isStated: Bool { minimum != nil || maximum != nil }
  }

  package var id: String
  /// The name of ACLED's event type, and of its sub-event type.
  package var type: String?
  package var subType: String?
  /// Nil when the last day is only a bound, or when there is no date.
  package var dateStart: CivilDate?
  package var dateEnd: CivilDate?
  /// `day`, `week`, `month`, `year`, `range` or `unresolved`.
  package var datePrecision: String?
  package var killed = Range()
  package var location: String?
  package var locationArabic: String?
  package var locationSorani: String?
  /// The outlet of the report.
  package var source: String?
  /// Degrees, longitude first.
  package var point: Position?
  package var area: MultiPolygon?

  package init(id: String) { self.id = id }

  /// The names of the columns that it is read from.
  package static let columns = [
    "id", "event_type", "sub_event_type", "date_start", "date_end", "date_precision", "killed_min",
    "killed_max", "location", "location_ar", "location_ckb", "source",
  ]

  /// The first day that it may have been on: the last stands for it where it is unknown.
  package var firstDay: CivilDate? { dateStart ?? dateEnd }

  /// The place by its name in Latin letters, else in any.
  package var placeName: String? { location ?? locationArabic ?? locationSorani }

  private init(id: String, value: (String) -> AttributeValue) {
    func text(_ name: String) -> String? {
      if case .text(let text) = value(name), !text.isEmpty { text } else { nil }
    }
    func integer(_ name: String) -> Int? {
      switch value(name) {
      case .integer(let number): number
      case .real(let number): Int(exactly: number.rounded())
      default: nil
      }
    }
    // What another program wrote may carry a time of day.
    func day(_ name: String) -> CivilDate? {
      text(name).flatMap { CivilDate(iso: Array($0.utf8.prefix(10))) }
    }
    self.id = text("id") ?? id
    type = text("event_type")
    subType = text("sub_event_type")
    dateStart = day("date_start")
    dateEnd = day("date_end")
    datePrecision = text("date_precision")
    killed = Range(integer("killed_min"), integer("killed_max"))
    location = text("location")
    locationArabic = text("location_ar")
    locationSorani = text("location_ckb")
    source = text("source")
  }
}

extension EventSummary {
  /// Makes the summary of an event of a folder of layers or a GeoJSON file.
  package init(_ feature: EventFeature) {
    self.init(id: feature.id) { name in
      switch feature[name] {
      case .string(let text): .text(text)
      case .number(let number, _): .real(number)
      case .bool(let flag): .boolean(flag)
      default: .null
      }
    }
    point = feature.point
    area = feature.area
  }

  /// Reads events off the rows of a layer.
  package struct Reader: Sendable {
    private let places: [String: Int]

    /// - Parameter columns: Of the layer, in the order of the values of its rows; what is none of
    ///   ours stays unread.
    package init(columns: [AttributeColumn]) {
      var places: [String: Int] = [:]
      for (index, column) in columns.enumerated() { places[column.name] = index }
      self.places = places
    }

    /// Returns the event of a row; its geometry is the point or the area, by its type.
    package func event(_ feature: Feature) -> EventSummary {
      let id =
        switch feature.id {
        case .number(let number): String(number)
        case .text(let text): text
        case nil: ""
        }
      var event = EventSummary(id: id) { name in
        guard let place = places[name], feature.values.indices.contains(place) else { return .null }
        return feature.values[place]
      }
      switch feature.geometry {
      case .point(let point): event.point = try? Position(point)
      case .polygons(let area) where !area.isEmpty: event.area = area
      default: break
      }
      return event
    }
  }
}

extension [EventSummary] {
  /// The days from the first that an event may have been on to the last, nil without dates.
  var days: ClosedRange<CivilDate>? {
    let first = compactMap(\.firstDay).min()
    let last = compactMap { $0.dateEnd ?? $0.dateStart }.max()
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}

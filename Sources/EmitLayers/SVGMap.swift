package import Model

/// What a map for a report shows: values only, from whatever store they come.
package struct SVGMap: Sendable {
  /// Names of one thing in three languages.
  package struct Names: Sendable, Hashable {
    package var latin: String?
    package var arabic: String?
    package var sorani: String?

    package init(latin: String?, arabic: String? = nil, sorani: String? = nil) {
      self.latin = latin
      self.arabic = arabic
      self.sorani = sorani
    }
  }

  /// An administrative unit.
  package struct Unit: Sendable, Hashable {
    /// `adm0` for a country, `adm1` for a governorate; smaller ones are not drawn.
    package var level: String
    package var names: Names
    package var polygons: MultiPolygon
    package var source: String?

    package init(level: String, names: Names, polygons: MultiPolygon, source: String?) {
      self.level = level
      self.names = names
      self.polygons = polygons
      self.source = source
    }
  }

  /// A country beyond the border: its ground where it is known, else the border that it shares.
  package struct Neighbor: Sendable, Hashable {
    package var names: Names
    package var border: MultiLine
    package var outline: MultiPolygon?
    /// Somewhere in its middle, degrees: to which side of the border its name goes.
    package var middle: Coordinate?

    package init(
      names: Names, border: MultiLine, outline: MultiPolygon? = nil, middle: Coordinate?
    ) {
      self.names = names
      self.border = border
      self.outline = outline
      self.middle = middle
    }
  }

  /// A place for orientation.
  package struct Place: Sendable, Hashable {
    package var names: Names
    package var position: Position
    /// The larger, the sooner it is named.
    package var importance: Int

    package init(names: Names, position: Position, importance: Int) {
      self.names = names
      self.position = position
      self.importance = importance
    }
  }

  /// In which languages places are named.
  package enum Labels: String, Sendable, CaseIterable {
    /// In Latin letters, and in Arabic below.
    case both
    case en, ar, ckb
  }

  package var title: String?
  package var events: [EventSummary]
  package var territories: [TerritoryFeature] = []
  package var units: [Unit] = []
  package var neighbors: [Neighbor] = []
  package var places: [Place] = []
  /// Lines below the map: which program, knowledge and sources are behind it.
  package var sources: [String] = []
  package var labels = Labels.both
  /// Degrees; nil takes what holds all events, and some ground around them.
  package var extent: BoundingBox?
  /// Pixels.
  package var width = 960.0

  /// What a width may be: below, the legend leaves no room for the map.
  package static let widths = 640.0...8000.0

  package init(events: [EventSummary]) { self.events = events }
}

extension SVGMap {
  /// The extent that is drawn: the one asked for, else all events with a tenth around them, else the
  /// country, else the world.
  var shownExtent: BoundingBox {
    if let extent { return extent }
    var box: BoundingBox?
    for event in events {
      let bounds =
        event.point.map {
          BoundingBox(
            minX: $0.longitude, minY: $0.latitude, maxX: $0.longitude, maxY: $0.latitude)
        } ?? event.area?.bounds
      if let bounds { box = box?.union(bounds) ?? bounds }
    }
    let world = BoundingBox(minX: -180, minY: -80, maxX: 180, maxY: 84)
    guard let box = box ?? units.first(where: { $0.level == "adm0" })?.polygons.bounds else {
      return world
    }
    // A single village is shown with its district around it.
    let padX = max((box.maxX - box.minX) * 0.1, 0.4)
    let padY = max((box.maxY - box.minY) * 0.1, 0.4)
    return BoundingBox(
      minX: max(box.minX - padX, world.minX), minY: max(min(box.minY - padY, 83), world.minY),
      maxX: min(box.maxX + padX, world.maxX), maxY: min(max(box.maxY + padY, -79), world.maxY))
  }

  /// Who reported the events: a line, nil when nobody is named.
  var reports: String? {
    let named = Set(events.compactMap(\.source)).sorted {
      $0.precedesInBytes($1)
    }
    if named.isEmpty { return nil }
    let most = 12
    // Each in an isolate: names of both directions stand in one line.
    let names = named.prefix(most).map {
      DisplayWidth.isRightToLeft($0) ? "\u{2068}\($0)\u{2069}" : $0
    }
    return "Reports: " + names.joined(separator: ", ")
      + (named.count > most ? " and \(named.count - most) more." : ".")
  }

  /// The days of the events, nil without dates.
  var days: ClosedRange<CivilDate>? { events.days }

  /// The polygons of the version that was valid on the last day of the events, without dates of the
  /// one that is; of several variants of a territory the first is filled, of the others the outline is drawn.
  var chosenTerritories: (filled: [TerritoryFeature], others: [TerritoryFeature]) {
    let day = days?.upperBound
    var newest: [String: CivilDate] = [:]
    for territory in territories where territory.isValid(on: day) {
      guard let from = territory.validFrom else { continue }
      newest[territory.id] = max(newest[territory.id] ?? from, from)
    }
    var variants: [String: String] = [:]
    var filled: [TerritoryFeature] = []
    var others: [TerritoryFeature] = []
    for territory in territories
    where territory.isValid(on: day) && territory.validFrom == newest[territory.id] {
      let first = variants[territory.id] ?? territory.variant
      variants[territory.id] = first
      if territory.variant == first { filled.append(territory) } else { others.append(territory) }
    }
    return (filled, others)
  }
}

extension TerritoryFeature {
  var names: SVGMap.Names {
    SVGMap.Names(latin: name, arabic: nameArabic, sorani: nameSorani)
  }

  fileprivate func isValid(on day: CivilDate?) -> Bool {
    guard let day else { return validTo == nil }
    return (validFrom.map { $0 <= day } ?? true) && (validTo.map { day < $0 } ?? true)
  }
}

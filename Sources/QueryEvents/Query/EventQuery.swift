package import Model

/// A question to a layer, every name in it resolved: the flags of `marsad query` as values.
///
/// All conditions must hold. Distances are metres on the WGS 84 ellipsoid, positions degrees, longitude
/// first.
package struct EventQuery: Sendable {
  /// What of an event must meet a place for the event to count.
  package enum Certainty: String, Sendable, Hashable {
    /// Its own geometry: of an event, the point.
    case point
    /// Its area touches the place, or its geometry does where it has no area.
    case possible
    /// Its area lies inside of the place, or its geometry does where it has no area.
    case certain
  }

  /// An outline with the words that asked for it.
  package struct Region: Sendable, Hashable {
    package var title: String
    package var polygons: MultiPolygon

    package init(title: String, polygons: MultiPolygon) {
      self.title = title
      self.polygons = polygons
    }
  }

  /// A kind of event by any of its names.
  package struct Kind: Sendable, Hashable {
    package var name: String
    /// Whether it is spelled as layers spell it; else letters are compared without case.
    package var isExact: Bool

    package init(name: String, isExact: Bool) {
      self.name = name
      self.isExact = isExact
    }
  }

  package var box: BoxLiteral?
  package var center: Position?
  /// How far from the center.
  package var radius: Double?
  /// How many of the nearest to the center.
  package var nearest: Int?
  package var region: Region?
  package var certainty = Certainty.point

  package var since: CivilDate?
  package var until: CivilDate?
  /// Asks that the time of an event lies between, and leaves out days that are only bounds.
  package var datesCertain = false

  /// Any of these.
  package var kinds: [Kind] = []
  /// Codes and names of one actor on either side; all of the actors must be there.
  package var actors: [[String]] = []
  package var actorsAsserted = false
  package var minKilled: Int?
  /// The coarsest precision that counts.
  package var atLeast: Precision?
  package var filter: Filter?

  package var order: [SortKey] = []
  package var limit: Int?
  package var offset = 0

  package init() {}

  /// Whether a place is asked for.
  package var isSpatial: Bool { box != nil || radius != nil || region != nil }
}

/// A column to sort by; of equals the order of the layer is kept, and nulls come last.
package struct SortKey: Sendable, Hashable {
  package var name: String
  package var isDescending: Bool

  /// Reads `name` or `-name`.
  package init(_ text: String) {
    isDescending = text.hasPrefix("-")
    name = isDescending ? String(text.dropFirst()) : text
  }
}

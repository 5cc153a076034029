package import Model

/// A drawn shape of the gazetteer: a unit's outline, a territory or a landmark's course.
package struct BoundaryFeature: Sendable {
  package enum Kind: String, Sendable {
    case unit, core, wider, line, polygon
  }

  package var id: String
  package var kind: Kind
  package var variant: String
  package var level: Entity.Level
  package var nameEnglish: String?
  package var nameArabic: String?
  package var nameSorani: String?
  package var polygons: MultiPolygon
  package var lines: MultiLine
  package var unionOf: [String]
  package var unionOfTerritory: String?
  package var validFrom: CivilDate?
  package var validTo: CivilDate?
  package var accuracyKm: Double
  package var basis: String?
  package var claimedBy: String?
  package var source: String
  package var disclaimer: String?
  package var line: Int
  /// The path of the file that draws it, for findings.
  package var file: String
  /// 0 for the gazetteer's own files, then one more for each overlay: the last that draws a unit wins.
  package var folder: Int

  /// Whether the feature's version holds on a day.
  package func isValid(on day: CivilDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, day >= validTo { return false }
    return true
  }
}

/// The drawn shapes of a gazetteer.
package struct Boundaries: Sendable {
  package var units: [BoundaryFeature] = []
  package var territories: [BoundaryFeature] = []
  package var features: [BoundaryFeature] = []
  /// The outline of each unit that holds now: of the last folder that draws it, and there of the first
  /// variant.
  package private(set) var unitByID: [String: Int] = [:]
  package private(set) var featureByID: [String: Int] = [:]
  package var diagnostics: [Diagnostic] = []

  package init() {}

  /// Finds what the ids mean, once everything is read.
  mutating func index() {
    unitByID.removeAll()
    featureByID.removeAll()
    for (number, feature) in units.enumerated() {
      guard let known = unitByID[feature.id] else {
        unitByID[feature.id] = number
        continue
      }
      let other = units[known]
      let isNow = feature.validTo == nil
      let wasNow = other.validTo == nil
      if isNow != wasNow ? isNow : feature.folder > other.folder { unitByID[feature.id] = number }
    }
    for (number, feature) in features.enumerated() { featureByID[feature.id] = number }
  }

  /// The outlines that hold now, one for each unit, in reading order.
  package var currentUnits: [BoundaryFeature] {
    units.indices.filter { unitByID[units[$0].id] == $0 }.map { units[$0] }
  }

  private static let borderSuffix = "-border"
  private static let groundSuffix = "-ground"

  /// The id of the country on the other side of a border's line, nil when the id is of something else.
  static func neighbor(ofBorder id: String) -> String? {
    id.hasSuffix(borderSuffix) ? String(id.dropLast(borderSuffix.count)) : nil
  }

  /// The id of what a shape of `features.geojson` belongs to: a country's border and ground to the
  /// country, any other to the landmark of its own id.
  static func owner(ofFeature id: String) -> String {
    if let country = neighbor(ofBorder: id) { return country }
    return id.hasSuffix(groundSuffix) ? String(id.dropLast(groundSuffix.count)) : id
  }

  /// The ids of the countries that share a border with ours, in reading order.
  package var neighbors: [String] { features.compactMap { Self.neighbor(ofBorder: $0.id) } }

  /// The line of our own outline that a country shares, nil when it shares none.
  package func border(with country: String) -> MultiLine? {
    featureByID[country + Self.borderSuffix].map { features[$0].lines }
  }

  /// All borders with neighbors, by the id of the country, in reading order.
  package var borders: [(country: String, lines: MultiLine)] {
    features.compactMap { feature in
      Self.neighbor(ofBorder: feature.id).map { ($0, feature.lines) }
    }
  }

  /// The ground of a neighbor, coarse, to draw around ours: nothing is placed by it.
  ///
  /// Nil when it is not drawn.
  package func ground(of country: String) -> BoundaryFeature? {
    featureByID[country + Self.groundSuffix].map { features[$0] }
  }

  /// The outline of a unit, nil when it has none.
  package func outline(ofUnit id: String) -> MultiPolygon? {
    unitByID[id].map { units[$0].polygons }
  }
}

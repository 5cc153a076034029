import EmitLayers
package import Gazetteer
package import Model

/// What a name, an id or a phrase means as an outline and as a position, for questions to a map.
///
/// Not Sendable: it holds GEOS and PROJ contexts.
package final class AreaFinder {
  /// An outline and what it is.
  package struct Area: Sendable, Hashable {
    /// Such as `adm2 Khanaqin (iq-adm2-khanaqin)`.
    package var title: String
    package var polygons: MultiPolygon
    /// Others of its kind that the name may mean.
    package var others: [String] = []
  }

  /// A position and what it is.
  package struct Center: Sendable, Hashable {
    package var title: String
    package var position: Position
    /// Other places that the name may mean, best first.
    package var others: [String]
  }

  private let gazetteer: Gazetteer
  private let locator: Locator

  package init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    locator = try Locator(gazetteer: gazetteer)
  }

  /// The outline of a territory's id, of a unit, of a place, or of a phrase such as
  /// `12 km south of Kirkuk`; nil when the words mean nothing that has one.
  ///
  /// Of a name that a unit and a town bear the unit is meant, the coarsest first.
  package func area(_ text: String) throws -> Area? {
    if let territory = territory(text) { return territory }
    let named = locator.areas(named: text)
    if let entity = named.first, let outline = try locator.outline(of: entity) {
      let places = named.map { gazetteer.summary(of: $0) }
      return Area(
        title: Self.title(of: places[0]), polygons: outline,
        others: places.dropFirst().prefix(Self.mostOthers).map(Self.shortTitle))
    }
    let answer = try locator.locate(text)
    // A name that only sounds like another is no condition; a phrase is.
    guard answer.relation != nil, let area = answer.area else { return nil }
    let name = answer.place.map(Self.title) ?? text
    let relation = answer.relation.map { "\($0.kind.rawValue) of " } ?? ""
    return Area(title: relation + name, polygons: area)
  }

  /// The position of a name or a phrase, nil when it has none: an area has no point.
  package func center(_ text: String) throws -> Center? {
    let answer = try locator.locate(text)
    guard let position = answer.point else { return nil }
    let name = answer.place.map(Self.title) ?? text
    let isAmbiguous = answer.status == .ambiguous
    let others = answer.candidates.filter { $0.id != answer.place?.id }
    return Center(
      title: name, position: position,
      others: isAmbiguous ? others.prefix(Self.mostOthers).map { "\($0.name) (\($0.id))" } : [])
  }

  /// A territory by its id, in the first of its variants.
  private func territory(_ id: String) -> Area? {
    let drawn = gazetteer.shapes.boundaries().territories.filter { $0.id == id }
    guard let first = drawn.min(by: { $0.variant < $1.variant }) else { return nil }
    return Area(
      title: "territory \(first.nameEnglish ?? id) (\(id), variant \(first.variant))",
      polygons: first.polygons)
  }

  private static let mostOthers = 4

  private static func title(of place: PlaceSummary) -> String {
    "\(place.type) \(shortTitle(of: place))"
  }

  private static func shortTitle(of place: PlaceSummary) -> String { "\(place.name) (\(place.id))" }
}

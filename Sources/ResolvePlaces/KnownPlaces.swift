import Gazetteer
import Geodesy
import Model

/// The places that a report has told without doubt, as the score of another one asks for them.
struct KnownPlaces {
  private let gazetteer: Gazetteer
  private var entities: Set<Int> = []
  /// For each unit how many of the places it is or holds.
  private var held: [Int: Int] = [:]
  /// Where the places are, whole countries left out.
  private var spots: [(entity: Int, position: Position)] = []

  init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// How many places were told.
  var count: Int { entities.count }

  /// Whether the entity itself was told.
  func contains(_ entity: Int) -> Bool { entities.contains(entity) }

  /// Takes a place that was told.
  mutating func add(_ index: Int) {
    guard entities.insert(index).inserted else { return }
    for unit in Self.chain(of: index, gazetteer) { held[unit, default: 0] += 1 }
    let entity = gazetteer.entities[index]
    if entity.level != .country, entity.type != "country", let position = entity.position {
      spots.append((index, position))
    }
  }

  /// The level of the finest unit that holds an entity and another place that was told.
  func finestShared(with entity: Int) -> Entity.Level? {
    if entities.isEmpty { return nil }
    // The entity does not share a unit with itself.
    let own = entities.contains(entity) ? 1 : 0
    var current = entity
    var steps = 0
    while current >= 0, steps < Self.longestChain {
      let unit = gazetteer.entities[current]
      if held[current, default: 0] > own, unit.isUnit { return unit.level }
      current = unit.parent
      steps += 1
    }
    return nil
  }

  /// Whether another place was told within some meters of a position.
  ///
  /// Linear in the places.
  func isNear(_ position: Position, _ entity: Int, meters: Double, _ geodesic: Geodesic) -> Bool {
    spots.contains { spot in
      spot.entity != entity
        && geodesic.isWithin(meters, from: position, to: spot.position)
    }
  }

  private static let longestChain = 8

  /// An entity and what holds it, from the inside out.
  static func chain(of entity: Int, _ gazetteer: Gazetteer) -> [Int] {
    var chain: [Int] = []
    chain.reserveCapacity(longestChain)
    var current = entity
    while current >= 0, chain.count < longestChain {
      chain.append(current)
      current = gazetteer.entities[current].parent
    }
    return chain
  }
}

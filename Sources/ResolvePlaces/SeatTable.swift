import Gazetteer
import Model

/// The units that a settlement is the seat of.
struct SeatTable: Sendable {
  private var units: [Int: [Int]] = [:]

  /// Linear in the entities.
  init(gazetteer: Gazetteer) {
    for (index, entity) in gazetteer.entities.enumerated()
    where entity.isUnit && entity.seat >= 0 {
      units[entity.seat, default: []].append(index)
    }
  }

  /// The units of a level whose seat is the settlement.
  func units(ofSeat place: Int, level: String, in gazetteer: Gazetteer) -> [Int] {
    (units[place] ?? []).filter { gazetteer.entities[$0].level.code == level }
  }

  /// Lets the name of a seat mean its unit where a type word asks for one: `the sub-district of
  /// Sidakan` is the sub-district whose seat is Sidakan, whatever its own name, and the governorate of
  /// Mosul is Nineveh.
  func addUnits(to mention: inout Mention, in gazetteer: Gazetteer) {
    guard let hint = mention.typeHint, hint == "adm1" || hint == "adm2" || hint == "adm3",
      !mention.names.contains(where: { gazetteer.entities[$0.entity].level.code == hint })
    else { return }
    for name in mention.names {
      for unit in units(ofSeat: name.entity, level: hint, in: gazetteer)
      where !mention.names.contains(where: { $0.entity == unit }) {
        var candidate = name
        candidate.entity = unit
        mention.names.append(candidate)
      }
    }
  }
}

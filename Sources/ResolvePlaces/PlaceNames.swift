import Gazetteer
import Model

/// What the output says of entities, read off the gazetteer once.
///
/// Reports name the same towns again and again. Not Sendable: one for each worker.
final class PlaceNames {
  /// The members of a candidate that its score does not change.
  struct Names {
    var id: String
    var name: String
    var position: Position?
    /// A village or a quarter.
    var isSmall: Bool
    var isInIraq: Bool
    var isTownAbroad: Bool
    /// A town of another country that was not entered by hand.
    var isListedAbroad: Bool
  }

  private let gazetteer: Gazetteer
  private var names: [Int: Names] = [:]
  private var summaries: [Int: PlaceSummary] = [:]

  init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// Id, shown name and position of an entity.
  func names(of index: Int) -> Names {
    if let known = names[index] { return known }
    let entity = gazetteer.entities[index]
    let made = Names(
      id: entity.id, name: gazetteer.displayName(index), position: entity.position,
      isSmall: entity.isSmall, isInIraq: gazetteer.isInIraq(index),
      isTownAbroad: entity.isTown && !gazetteer.isInIraq(index),
      isListedAbroad: gazetteer.isListedAbroad(index))
    names[index] = made
    return made
  }

  /// An entity as the output describes it.
  func summary(of index: Int) -> PlaceSummary {
    if let known = summaries[index] { return known }
    let made = gazetteer.summary(of: index)
    summaries[index] = made
    return made
  }
}

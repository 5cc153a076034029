import Gazetteer
import Model

/// The countries of which a report speaks: where a town of a common name abroad is to be looked for.
struct CountriesTold {
  /// Least weight of a name that tells a country by itself.
  private static let sure = 900

  private let gazetteer: Gazetteer
  private let countries: Set<Int>

  /// Reads the countries off the names and demonyms of a text.
  ///
  /// Linear in the mentions.
  init(_ mentions: [Mention], _ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    var told: Set<Int> = []
    func add(_ entity: Int?) {
      if let country = entity.flatMap({ gazetteer.country(of: $0) }) { told.insert(country) }
    }
    for mention in mentions {
      if mention.kind == .nisba,
        let row = gazetteer.demonyms.first(where: { $0.id == mention.rule })
      {
        add(gazetteer.entityByID[row.reference])
      }
      for name in mention.names
      where name.weight > Self.sure && name.tier == .exact { add(name.entity) }
    }
    countries = told
  }

  /// Whether a name is that of a town abroad that is hardly known by itself.
  static func asks(_ name: NameCandidate, _ shown: PlaceNames.Names) -> Bool {
    shown.isTownAbroad && name.weight <= sure
  }

  /// What the report says of the country of a town abroad.
  enum Verdict { case told, iraqInstead, anotherInstead, untold }

  func verdict(on entity: Int) -> Verdict {
    guard !countries.isEmpty, let own = gazetteer.country(of: entity) else { return .untold }
    if countries.contains(own) { return .told }
    return countries.contains { gazetteer.isInIraq($0) } ? .iraqInstead : .anotherInstead
  }
}

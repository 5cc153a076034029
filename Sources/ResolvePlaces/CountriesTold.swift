import Gazetteer
import Model

/// The countries of which a report speaks: where a town of a common name abroad is to be looked for.
struct CountriesTold {
  private let gazetteer: Gazetteer
  private let countries: Set<Int>

  /// Reads the countries off the names and demonyms of a text.
  ///
  /// Linear in the mentions.
  init(_ mentions: [Mention], in text: NormalizedText, _ gazetteer: Gazetteer, sure: Int) {
    self.gazetteer = gazetteer
    var told: Set<Int> = []
    for mention in mentions {
      if let country = gazetteer.countryOfDemonym(mention, in: text) { told.insert(country) }
      for name in mention.names where name.weight > sure && name.tier == .exact {
        if let country = gazetteer.country(of: name.entity) { told.insert(country) }
      }
    }
    countries = told
  }

  /// Whether a name is that of a town abroad that is hardly known by itself.
  static func asks(_ name: NameCandidate, _ shown: PlaceNames.Names, sure: Int) -> Bool {
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

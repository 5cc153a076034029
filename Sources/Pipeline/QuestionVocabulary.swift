package import Gazetteer

/// What the knowledge says of codes and closed lists, for questions to a map.
///
/// Not Sendable.
package struct QuestionVocabulary {
  private let gazetteer: Gazetteer
  private let keys: NameKeys

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    keys = NameKeys(gazetteer)
  }

  /// A kind of event as layers spell it, whatever its case; nil when it is not known.
  package func kind(_ name: String) -> String? {
    let wanted = name.lowercased()
    for row in gazetteer.acled {
      for known in [row.eventType, row.subEventType, row.disorderType]
      where known.lowercased() == wanted { return known }
    }
    for row in gazetteer.events {
      for known in [row.plover, row.mode] where known.lowercased() == wanted { return known }
    }
    return nil
  }

  /// The codes and names of an actor by its code, its English name or any form of it; empty when it
  /// is not known.
  ///
  /// Linear in the actors.
  package func actor(_ name: String) -> [String] {
    let wanted = keys.key(name)
    var codes: Set<String> = []
    for (code, row) in gazetteer.actorCodes
    where code == name || keys.key(row.nameEnglish) == wanted || keys.key(code) == wanted {
      codes.insert(code)
    }
    if codes.isEmpty {
      for row in gazetteer.actors + gazetteer.actorAnaphors where keys.key(row.form) == wanted {
        codes.insert(row.code)
      }
    }
    return codes.sorted().flatMap { code in
      [code] + (gazetteer.actorCodes[code].map { [$0.nameEnglish] } ?? [])
    }
  }

  /// The names of actors that hold the words, for advice.
  package func actors(like name: String) -> [String] {
    let wanted = keys.key(name)
    guard !wanted.isEmpty else { return [] }
    return gazetteer.actorCodes.values.filter { keys.key($0.nameEnglish).contains(wanted) }
      .map { "\($0.nameEnglish) (\($0.code))" }.sorted()
  }
}

extension Entity {
  /// Type words of what is named after many things and is no settlement.
  private static let facilities: Set = ["junction", "street", "mosque", "church"]
  private static let grounds: Set = [
    "mountain", "ridge", "hills", "river", "lake", "dam", "valley", "airport", "base", "camp",
    "bridge", "crossing", "desert", "plain", "basin", "field", "refinery", "shrine",
  ]

  /// Whether the entity is a village or a quarter: there are many of a name.
  package var isSmall: Bool {
    // A type is read off the index at each look.
    switch type {
    case "village", "quarter": true
    default: false
    }
  }

  /// Whether the entity is a town of any size.
  package var isTown: Bool {
    switch type {
    case "city", "town", "capital": true
    default: false
    }
  }

  /// Whether the entity is of the type that a type word of `triggers_place.tsv` asks for; true for words
  /// that ask for none (`market`, `outskirts`).
  package func fits(_ typeWord: String) -> Bool {
    switch typeWord {
    case "adm1", "adm2", "adm3": level.code == typeWord
    case "village": type == "village"
    case "city", "town": type == "city" || type == "town"
    case "quarter", "district-neighborhood": type == "quarter"
    case "mountain", "ridge", "hills": type == "mountain" || type == "ridge"
    case "river", "lake", "dam", "valley", "airport", "camp", "base", "bridge", "crossing", "road",
      "desert", "plain", "basin", "checkpoint", "field", "refinery", "shrine":
      type == typeWord
    case "country": type == "country" || level == .country
    default: true
    }
  }

  /// Whether the entity, whose name only sounds like the words, may be what they mean with their type
  /// word: a square or a mountain that sounds like a town is another name.
  package func mayBeHeard(as typeWord: String?) -> Bool {
    guard let typeWord else { return true }
    if Self.facilities.contains(typeWord) { return false }
    return !Self.grounds.contains(typeWord) || fits(typeWord)
  }
}

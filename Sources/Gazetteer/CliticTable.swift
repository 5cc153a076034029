import Model

/// The clitics of `gazetteer/clitics.tsv`, folded, and the words that never lose one.
package struct CliticTable: Sendable {
  struct Clitic: Sendable {
    var key: [UInt8]
    var clitics: Clitics
    var cost: Int
    var id: String
  }

  /// Longest first, so that the legal sequences come before their parts.
  private(set) var arabicPrefixes: [Clitic] = []
  private(set) var arabicSuffixes: [Clitic] = []
  private(set) var soraniPrefixes: [Clitic] = []
  private(set) var soraniSuffixes: [Clitic] = []
  private(set) var noStrip: Set<[UInt8]> = []

  package init() {}

  /// Whether letters after a Sorani word are one or two of its endings.
  package func isSoraniEnding(_ letters: ArraySlice<UInt8>) -> Bool {
    soraniSuffixes.contains { first in
      guard letters.starts(with: first.key) else { return false }
      let rest = letters.dropFirst(first.key.count)
      return rest.isEmpty || soraniSuffixes.contains { $0.key.elementsEqual(rest) }
    }
  }

  /// Adds a row.
  ///
  /// Returns false when side or part of speech is not known.
  package mutating func add(
    id: String, language: String, key: [UInt8], side: String, kind: String, cost: Int
  ) -> Bool {
    var clitics: Clitics = []
    for part in kind.split(separator: "+") {
      switch part {
      case "conjunction": clitics.insert(.conjunction)
      case "preposition": clitics.insert(.preposition)
      case "with": clitics.formUnion([.preposition, .withPreposition])
      case "to": clitics.formUnion([.preposition, .toPreposition])
      case "article": clitics.insert(.article)
      case "future": clitics.insert(.future)
      case "pronoun": clitics.insert(.pronoun)
      case "accusative": clitics.insert(.accusative)
      case "kurdish": clitics.insert(.kurdishSuffix)
      case "question": break
      case "no_strip" where side == "whole":
        noStrip.insert(key)
        return true
      default: return false
      }
    }
    let row = Clitic(key: key, clitics: clitics, cost: cost, id: id)
    switch (side, language) {
    case ("pre", "ckb"): soraniPrefixes.append(row)
    case ("post", "ckb"): soraniSuffixes.append(row)
    case ("pre", _): arabicPrefixes.append(row)
    case ("post", _): arabicSuffixes.append(row)
    default: return false
    }
    return true
  }

  /// Sorts the rows; called once after the last `add`.
  package mutating func finish() {
    arabicPrefixes.sort { ($0.key.count, $1.id) > ($1.key.count, $0.id) }
    arabicSuffixes.sort { ($0.key.count, $1.id) > ($1.key.count, $0.id) }
    soraniPrefixes.sort { ($0.key.count, $1.id) > ($1.key.count, $0.id) }
    soraniSuffixes.sort { ($0.key.count, $1.id) > ($1.key.count, $0.id) }
  }
}

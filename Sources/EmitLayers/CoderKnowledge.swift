package import Model

/// The codes of a coders' format for values of ours, list by list (`coder_codes.tsv`).
package struct CoderCodes: Sendable, Hashable {
  private var codes: [String: [String: String]] = [:]
  private var values: [String: [String: String]] = [:]
  private var pairs: [String: Set<[String]>] = [:]

  package init() {}

  /// Adds a row.
  package mutating func add(list: String, value: String, code: String) {
    if codes[list]?[value] == nil { codes[list, default: [:]][value] = code }
    values[list, default: [:]][code.lowercased()] = value
    pairs[list, default: []].insert([value, code])
  }

  /// The code that a list has for a value.
  package func code(_ list: String, _ value: String) -> String? { codes[list]?[value] }

  /// The value of a code, letter case aside.
  package func value(_ list: String, _ code: String) -> String? {
    values[list]?[code.lowercased()]
  }

  /// The codes of a list by value, sorted by value.
  package func all(_ list: String) -> [(value: String, code: String)] {
    (codes[list] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a list has two values as a pair, in either order.
  package func pairs(_ list: String, _ first: String, _ second: String) -> Bool {
    guard let known = pairs[list] else { return false }
    return known.contains([first, second]) || known.contains([second, first])
  }
}

/// What is known of an outlet (`sources.tsv`).
package struct SourceFacts: Sendable, Hashable {
  package var scale: String
  package var affiliation: String
  package var reliability: String

  package init(scale: String, affiliation: String, reliability: String) {
    self.scale = scale
    self.affiliation = affiliation
    self.reliability = reliability
  }
}

/// What the coders' formats ask for and an event does not carry.
package protocol CoderKnowledge {
  var codes: CoderCodes { get }

  /// The English name of an actor's code.
  func actorName(_ code: String) -> String?

  /// What is known of an outlet by one of its names, nil when nothing is.
  func source(_ name: String) -> SourceFacts?

  /// Where the seat of a unit stands.
  func seat(ofUnitWithPcode pcode: String) -> Position?

  /// Where a settlement or a facility stands.
  func position(ofPlace id: String) -> Position?

  /// The units whose outlines hold a position.
  func units(at position: Position) throws -> AdminUnits
}

import Files

/// What a gazetteer holds, in numbers: what `marsad gazetteer stats` prints.
package struct GazetteerStatistics: Sendable {
  /// Entities and names of one language.
  package struct Language: Sendable, Hashable {
    package var language: String
    /// Entities with at least one name in the language.
    package var entities: Int
    package var names: Int
    /// Names made by rule, not known by fact.
    package var derived: Int
  }

  /// What lies in one unit.
  package struct Unit: Sendable, Hashable {
    package var id: String
    package var name: String
    /// `core` or `wider` of a disputed area, else the level.
    package var kind: String
    package var places: Int
    package var towns: Int
    package var villages: Int
    package var arabic: Int
    package var english: Int
    package var sorani: Int
    /// Sorani names all of which are derived.
    package var derivedSorani: Int
    /// Places by `GazetteerStatistics.accuracyClasses`.
    package var accuracy: [Int]
  }

  /// A table of words.
  package struct Lexicon: Sendable, Hashable {
    package var file: String
    package var rows: Int
    /// Rows by language; empty for a table without a language.
    package var languages: [Count]
  }

  package struct Count: Sendable, Hashable {
    package var label: String
    package var count: Int
  }

  /// The upper ends of the classes of coordinate accuracy, in metres; the last is open.
  package static let accuracyClasses = [300, 1000, 3000, 10_000]

  package var places = 0
  package var types: [Count] = []
  package var languages: [Language] = []
  package var accuracy: [Int] = []
  package var governorates: [Unit] = []
  /// Districts and sub-districts of the disputed areas, core before wider.
  package var disputed: [Unit] = []
  package var lexicons: [Lexicon] = []

  /// Counts.
  ///
  /// Linear in the gazetteer; reads the tables of words again.
  package init(_ gazetteer: Gazetteer) {
    let counter = GazetteerStatisticsCounter(gazetteer)
    places = counter.places.count
    types = counter.types()
    languages = counter.languages()
    accuracy = counter.accuracy(of: counter.places)
    governorates = gazetteer.entities.indices
      .filter { gazetteer.entities[$0].level == .adm1 }
      .sorted { gazetteer.entities[$0].id < gazetteer.entities[$1].id }
      .map { counter.unit($0, kind: "adm1") }
    disputed = counter.disputedUnits()
    lexicons = GazetteerStatistics.lexicons(gazetteer)
  }

  private static func lexicons(_ gazetteer: Gazetteer) -> [Lexicon] {
    var result: [Lexicon] = []
    for table in GazetteerCheckerRule.tables {
      var rows = 0
      var languages: [String: Int] = [:]
      for folder in [gazetteer.directory] + gazetteer.overlays {
        guard let bytes = try? FileBytes.read(folder + "/" + table) else { continue }
        var reader = TSVReader(bytes, path: table)
        let column = reader.column("lang")
        while reader.next() {
          rows += 1
          if column != nil { languages[reader.string(column), default: 0] += 1 }
        }
      }
      if rows == 0 { continue }
      result.append(
        Lexicon(
          file: table, rows: rows,
          languages: languages.map { Count(label: $0.key, count: $0.value) }
            .sorted { $0.label < $1.label }))
    }
    return result
  }
}

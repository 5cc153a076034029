/// The figures of a set of documents: all, those of one language, or those of one file.
package struct FigureGroup: Sendable {
  package enum Kind: String, Sendable {
    case all, language, file
  }

  package let kind: Kind
  package let name: String
  package internal(set) var documents = 0
  package internal(set) var tallies: [Measure: Tally] = [:]

  /// The measures that have figures, in their order.
  package var measures: [Measure] { Measure.allCases.filter { tallies[$0] != nil } }
}

/// One cell of a confusion table.
package struct Confusion: Sendable, Hashable {
  package enum Table: String, Sendable, CaseIterable {
    case eventTypes = "event_types"
    case roles
  }

  package let table: Table
  /// Nil where the other side has something that this one has not.
  package let gold: String?
  package let predicted: String?
}

/// A place where gold and prediction differ.
package struct EvaluationDifference: Sendable {
  package let document: String
  package let measure: Measure
  /// The words of the gold that it is about.
  package let words: String
  package let gold: String
  package let predicted: String
}

/// What scoring found.
package struct EvaluationReport: Sendable {
  /// All first, then the languages, then the files, each sorted by name.
  package internal(set) var groups: [FigureGroup]
  package internal(set) var confusions: [Confusion: Int] = [:]
  package internal(set) var differences: [EvaluationDifference] = []
  /// Documents that could not be read: they count as those in which nothing was found.
  package internal(set) var failures: [(document: String, code: String)] = []

  init(documents: [GoldDocument]) {
    let languages = Set(documents.map(\.language)).sorted()
    let files = Set(documents.map(\.fileName)).sorted()
    groups =
      [FigureGroup(kind: .all, name: "all")]
      + languages.map { FigureGroup(kind: .language, name: $0) }
      + files.map { FigureGroup(kind: .file, name: $0) }
  }

  /// The group of a name, nil when there is none.
  package func group(_ name: String) -> FigureGroup? { groups.first { $0.name == name } }

  /// The cells of a table, the most frequent first.
  package func cells(of table: Confusion.Table) -> [(cell: Confusion, count: Int)] {
    confusions.filter { $0.key.table == table }.map { ($0.key, $0.value) }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return ($0.cell.gold ?? "", $0.cell.predicted ?? "")
        < ($1.cell.gold ?? "", $1.cell.predicted ?? "")
    }
  }
}

// What the formats of human coders need: outlets with their reach, and the codes of closed lists.

/// An outlet that reports come from (`sources.tsv`).
package struct SourceRow: Sendable {
  package var id, name: String
  /// How far it reports: `local`, `national`, `regional`, `international`, `other`, `new_media`;
  /// empty when nobody has stated it.
  package var scale: String
  /// Whose it is, as it says itself; empty when not known.
  package var affiliation: String
  /// `A` to `F`, only where a user has set it.
  package var reliability: String
  /// The folded name and the folded other spellings.
  package var keys: [String]
}

/// A code of a coders' format for a value of ours (`coder_codes.tsv`).
package struct CoderCodeRow: Sendable {
  /// The lists that are known.
  package static let lists =
    "inter inter_form scale month targeting iso acled_region gwno ucdp_region compatible"
  /// Those whose values are ids of countries.
  static let listsOfCountries: Set<String> = ["iso", "acled_region", "gwno", "ucdp_region"]

  package var id, list, value, code: String
}

extension SourceRow: IndexedRow {
  static var blank: SourceRow {
    SourceRow(id: "", name: "", scale: "", affiliation: "", reliability: "", keys: [])
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&name)
    coder.transfer(&scale)
    coder.transfer(&affiliation)
    coder.transfer(&reliability)
    coder.transfer(&keys)
  }
}

extension CoderCodeRow: IndexedRow {
  static var blank: CoderCodeRow { CoderCodeRow(id: "", list: "", value: "", code: "") }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&list)
    coder.transfer(&value)
    coder.transfer(&code)
  }
}

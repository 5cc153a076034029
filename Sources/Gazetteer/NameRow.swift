/// A row of `names.tsv`: its words stay bytes until somebody wants to see them.
package struct NameRow: Sendable {
  package enum Status: UInt8, Sendable {
    case official, variant, misspelling, old, derived

    /// The word of the file.
    package var text: String {
      switch self {
      case .official: "official"
      case .variant: "variant"
      case .misspelling: "misspelling"
      case .old: "old"
      case .derived: "derived"
      }
    }
  }

  package enum Language: UInt8, Sendable {
    case arabic, sorani, english, other

    /// The code of the file; `ku` stands for all others.
    package var code: String {
      switch self {
      case .arabic: "ar"
      case .sorani: "ckb"
      case .english: "en"
      case .other: "ku"
      }
    }
  }

  package var entity: Int32
  package var line: Int32
  package var weight: Int16
  package var status: Status
  package var languageCode: Language
  /// Ranges of `NameTable.bytes`.
  var idRange: Range<Int32>
  var formRange: Range<Int32>

  package var language: String { languageCode.code }
}

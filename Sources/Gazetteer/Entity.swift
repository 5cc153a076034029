package import Model

/// A place or an administrative unit.
package struct Entity: Sendable {
  package enum Level: UInt8, Sendable, Comparable {
    case none, country, adm1, adm2, adm3

    package init?(_ text: String) {
      switch text {
      case "adm0": self = .country
      case "adm1": self = .adm1
      case "adm2": self = .adm2
      case "adm3": self = .adm3
      default: return nil
      }
    }

    /// The code of `units.tsv`.
    package var code: String {
      switch self {
      case .none: ""
      case .country: "adm0"
      case .adm1: "adm1"
      case .adm2: "adm2"
      case .adm3: "adm3"
      }
    }

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  package var id: String
  /// `city`, `ridge` … of a place; `adm1` … of a unit.
  package var type: String
  /// `.none` for a place.
  package var level: Level
  package var position: Position?
  package var accuracyMeters: Int
  package var radiusKm: Double
  /// 0-1000: how likely the news means it when nothing else decides.
  package var rank: Int
  package var pcode: String?
  /// The entity of the unit that holds it, -1 when none.
  package var parent: Int
  package var validFrom: CivilDate?
  package var validTo: CivilDate?
  /// The seat of a unit, -1 when none.
  package var seat: Int
  package var source: String
  /// The rows of `names` that show it, -1 when none.
  package var nameEnglish: Int32
  package var nameArabic: Int32
  package var nameSorani: Int32
  package var line: Int
  package var file: String

  package var isUnit: Bool { level != .none }

  /// Whether the entity exists on a day; always when the day is not known.
  package func isValid(on day: CivilDate?) -> Bool {
    guard let day else { return validTo == nil }
    if let validFrom, day < validFrom { return false }
    if let validTo, day >= validTo { return false }
    return true
  }
}

/// A row of `names.tsv`: its words stay bytes of the file until somebody wants to see them.
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
  /// Ranges of `Gazetteer.nameBytes`.
  var idRange: Range<Int32>
  var formRange: Range<Int32>

  package var language: String { languageCode.code }
}

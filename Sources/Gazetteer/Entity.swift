import Files
package import Model

/// A place or an administrative unit: a place in the index, whose members are read when asked for.
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

  /// Where the members of all entities are.
  let columns: EntityColumns
  /// Where the whole numbers of this one begin.
  let start: Int
  /// Its number in the table.
  package let index: Int

  private func integer(_ member: EntityColumns.Integer) -> Int {
    Int(columns.integers[start + member.rawValue])
  }

  private func number(_ member: EntityColumns.Number) -> Double {
    columns.numbers[index * EntityColumns.Number.allCases.count + member.rawValue]
  }

  private func text(_ first: EntityColumns.Integer, _ count: EntityColumns.Integer) -> String {
    let first = integer(first)
    return columns.bytes.text(first..<first + integer(count))
  }

  package var id: String { text(.idStart, .idCount) }
  /// `city`, `ridge` … of a place; `adm1` … of a unit.
  package var type: String { text(.typeStart, .typeCount) }
  /// `.none` for a place.
  package var level: Level {
    Level(rawValue: UInt8(truncatingIfNeeded: integer(.level))) ?? .none
  }
  package var position: Position? {
    try? Position(longitude: number(.longitude), latitude: number(.latitude))
  }
  package var accuracyMeters: Int { integer(.accuracy) }
  package var radiusKm: Double { number(.radius) }
  /// 0-1000: how likely the news means it when nothing else decides.
  package var rank: Int { integer(.rank) }
  package var pcode: String? {
    integer(.pcodeCount) < 0 ? nil : text(.pcodeStart, .pcodeCount)
  }
  /// The entity of the unit that holds it, -1 when none.
  package var parent: Int { integer(.parent) }
  package var validFrom: CivilDate? { PackedDay.day(integer(.validFrom)) }
  package var validTo: CivilDate? { PackedDay.day(integer(.validTo)) }
  /// The seat of a unit, -1 when none.
  package var seat: Int { integer(.seat) }
  package var source: String { text(.sourceStart, .sourceCount) }
  /// The rows of `names` that show it, -1 when none.
  package var nameEnglish: Int32 { Int32(integer(.nameEnglish)) }
  package var nameArabic: Int32 { Int32(integer(.nameArabic)) }
  package var nameSorani: Int32 { Int32(integer(.nameSorani)) }
  /// The line of its row.
  package var line: Int { integer(.line) }
  /// The number of the file of its row (`Gazetteer.path(ofFile:)`).
  var file: Int { integer(.file) }

  package var isUnit: Bool { level != .none }

  /// Whether the entity exists on a day; always when the day is not known.
  package func isValid(on day: CivilDate?) -> Bool {
    guard let day else { return integer(.validTo) == 0 }
    if let validFrom, day < validFrom { return false }
    if let validTo, day >= validTo { return false }
    return true
  }
}

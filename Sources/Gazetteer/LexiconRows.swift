package import Model

// The rows of the lexicons, one type a file (language.md 4.1). Columns that only the check reads
// (examples, notes) are kept out of memory.

package struct ACLEDRow: Sendable {
  package var eventType, subEventType, disorderType, family: String
}

/// A form that tells what happens, and what it needs to tell it.
///
/// A class, since every trigger of a text holds its row: a reference is copied instead of a dozen texts.
/// Nothing of it changes, so that no look at it is watched for writers.
package final class EventRow: Sendable {
  package let id: String
  package let form: String
  package let language: String
  package let position: String
  package let eventType: String
  package let subEventType: String
  package let plover: String
  package let mode: String
  package let weight: Int
  /// What the clause or sentence must hold, one of these or of `needWords`; empty: nothing.
  package let needs: [Need]
  /// Folded keys, one of which must stand in the clause.
  package let needWords: FoldedWords
  package let excludes: FoldedWords
  /// V, P, N, T, D, I or B: who is who in the grammar of the trigger.
  package let roles: Unicode.Scalar
  package let family: String
  /// Folded: the last word of a form with a gap (`seized … on`), empty for others.
  package let second: FoldedWords

  init(_ values: EventValues) {
    id = values.id
    form = values.form
    language = values.language
    position = values.position
    eventType = values.eventType
    subEventType = values.subEventType
    plover = values.plover
    mode = values.mode
    weight = values.weight
    needs = values.needs
    needWords = values.needWords
    excludes = values.excludes
    roles = values.roles
    family = values.family
    second = values.second
  }

  /// What a form may need besides words.
  package enum Need: String, Sendable {
    /// A party, a count of victims, or a place, anywhere in the sentence.
    case actor, harm, place
    /// Armed people in the clause.
    case armed
    /// A noun of people or of a party soon behind the form.
    case people
    /// A crowd as the first party of the clause, besides the others; it stands first in the cell.
    case crowdact
    /// A place as the object: directly behind the form, or before `was`.
    case placeObject = "placeobj"
    case twoActors = "actorx2"
    /// The words that the form needs, and those that exclude it, are sought in the whole sentence.
    case insentence
  }

  package var hasNeeds: Bool { !needs.isEmpty || !needWords.isEmpty }
}

/// The members of an `EventRow` while it is read.
struct EventValues {
  var id = "", form = "", language = "", position = "", eventType = "", subEventType = ""
  var plover = "", mode = ""
  var weight = 0
  var needs: [EventRow.Need] = []
  var needWords: FoldedWords = []
  var excludes: FoldedWords = []
  var roles: Unicode.Scalar = "I"
  var family = ""
  var second: FoldedWords = []
}

package struct EventAnaphorRow: Sendable {
  package var id, form: String
  package var families: [String]
}

package struct ActorCodeRow: Sendable {
  package var code, nameEnglish: String
  package var inter: Int?
  package var kind: String
  package var parent: String
}

package struct ActorRow: Sendable {
  package var id, code, form, language: String
  package var blockAfter: FoldedWords
}

package struct PersonRow: Sendable {
  package var id, form, language, number, kind, code: String
}

package struct NumberRow: Sendable {
  package var id, form, language: String
  package var value: Int?
  package var kind, operation: String
}

package struct CasualtyRow: Sendable {
  package var id, form, language, field, slot, sideCue: String
}

package struct TimeRow: Sendable {
  package var id, form, language, kind, value, anchor, precision, needs: String
}

package struct NamedEventRow: Sendable {
  package var id, form: String
  package var from, to: CivilDate?
}

package struct RealisRow: Sendable {
  /// What the word after the form must be.
  package enum Following: Int, Sendable {
    case anything, perfect, imperfect
  }

  package var id, form, language, value, scope: String
  package var following: Following
  /// A folded word that must stand within eight words after the form; empty when none.
  package var second: FoldedWords
}

package struct ReportingRow: Sendable {
  package var id, form, language, kind: String
  package var confidence: Int
}

package struct ClauseRow: Sendable {
  package var id, form, language, kind: String
}

package struct WeaponRow: Sendable {
  package var id, form, language, weapon, subEventType: String
}

package struct TitleRow: Sendable {
  package var id, form, language, kind: String
}

package struct PlaceTriggerRow: Sendable {
  package var id, form, language, type, number: String
  package var licence: Double
}

package struct BlockRow: Sendable {
  package var id, form, language, kind: String
  /// Folded keys of words, one of which must stand in the sentence; empty: always.
  package var with: FoldedWords
  /// The folded words inside the form that alone are the mention.
  package var part: String?
  /// The form only takes its words from other readings: no mention.
  package var namesNoPlace: Bool
}

package struct AmbiguousRow: Sendable {
  package var id, form, policy: String
  package var requires, blocks: FoldedWords
  package var defaultEntity: Int
  /// The original spelling that alone is the place.
  package var exact: String?
}

package struct DemonymRow: Sendable {
  package var id, form, language, reference, kind: String
}

package struct DirectionRow: Sendable {
  package var id, form, language: String
  package var bearing: Double
}

package struct PlaceAnaphorRow: Sendable {
  package var id, form, language, kind: String
}

/// A row of `relations.tsv` as a pattern around the slots of names.
package struct RelationRow: Sendable {
  package enum Element: Sendable, Hashable {
    case place, secondPlace, number, unit, direction
    /// The UTF-8 of one folded word.
    case word([UInt8])
  }

  package var id, language: String
  package var kind: Relation.Kind
  package var before, between, after: [Element]
  /// Whether its words are a direction before the name and nothing else.
  package var isBareDirection: Bool { before == [.direction] && between.isEmpty && after.isEmpty }
  package var hasSecondPlace: Bool
  package var tolerance: Double
  package var intermediateTolerance: Double
  package var geometry: String
}

/// A confidence term or a threshold of `weights.tsv`.
package struct WeightTable: Sendable {
  package var values: [String: Int] = [:]

  package init() {}

  /// The value of a term, 0 when the table lacks it.
  package subscript(term: String) -> Int { values[term] ?? 0 }
}

/// The points and limits by which reports are linked (language.md 4.7).
///
/// The five parts of a score sum to at most 100: place 40, date 20, harm 15, actors 15, type 10.
/// Each is a row `link_…` of `gazetteer/weights.tsv`; a number that the table lacks keeps its
/// default; families and actors are those of the table alone.
package struct LinkWeights: Sendable, Hashable {
  /// Scores from here on are one event; below, at most a possible duplicate.
  package var merge = 70
  /// Scores from here on are flagged.
  package var possible = 50

  /// The same place, as precise as a place, a sub-district or near one.
  package var placeSame = 40
  /// The same place, told with a relation by one, or one of several places; the same district.
  package var placePartly = 35
  /// Areas near a town: they meet, or their centres are near.
  package var placeNear = 32
  /// A place and the sub-district, the district or the town that holds it.
  package var placeContained = 30
  /// Areas that meet with a district or something as coarse.
  package var placeArea = 25
  /// A seat and a village of its district: the report may mean the district.
  package var placeSeat = 25
  /// Two places of one name, when the victims agree exactly: one of them was taken for the other.
  package var placeHomonym = 20
  /// The words of one may mean the place of the other, and the victims agree.
  package var placeRival = 25
  /// The same governorate, region or feature, or a place inside it: weak evidence.
  package var placeCoarse = 25
  /// Another name nearby.
  package var placeNeighbor = 20
  /// No place in one of them, or only a country.
  package var placeUnlocated = 10
  /// The same, when they count the same victims, four or more.
  package var placeUnlocatedMany = 17
  /// The same, when the dead and the injured agree exactly, ten or more.
  package var placeUnlocatedExact = 25
  /// The same, when one is marked as a new toll and counts up to half as many more dead.
  package var placeUnlocatedToll = 20

  package var dateSame = 20
  /// Stated windows that overlap within three days.
  package var dateWindow = 15
  /// Stated windows that overlap in more; also days that follow each other.
  package var dateAdjacent = 10
  /// Publication bounds the day of one.
  package var dateInferred = 12
  /// A month or more.
  package var dateVague = 5

  package var harmSame = 15
  package var harmUpdate = 12
  package var harmUnknown = 8
  package var harmNear = 8

  package var actorsSame = 15
  package var actorsUnknown = 8
  package var actorsUnlike = 4

  package var typeSame = 10
  package var typeFamily = 5

  /// Points of two families that may tell one event, by their names in the order of the row.
  package var families: [String: Int] = [:]

  /// Codes that a report writes which knows no more than the state.
  package var generalActors: Set<String> = []

  /// Copies of one text: added.
  package var copy = 20

  /// How many days before publication an event without a date may lie.
  package var inferredDays = 3
  /// Windows longer than these days are vague: they need the same place.
  package var windowDays = 10
  /// Kilometres beyond the larger radius at which two places are near.
  package var nearKm = 8
  /// Areas with a larger radius are coarse: much else happens there on a day.
  package var coarseKm = 30
  /// Two names in one governorate may be one place when the victims agree exactly and they are nearer.
  package var apartKm = 15
  /// Towns with a radius from here on are coarse beside a quarter of theirs.
  package var cityKm = 4

  /// Thousandths of confidence for each further independent source, and at most.
  package var sourceBonus = 20
  package var sourceBonusMost = 60

  private static let familiesPrefix = "link_families_"
  private static let generalPrefix = "link_general_"

  /// Reads the rows `link_…` of a table of weights.
  package init(_ table: [String: Int]) {
    for (term, path) in Self.terms {
      if let value = table[term] { self[keyPath: path] = value }
    }
    families = Self.rows(Self.familiesPrefix, table)
    generalActors = Set(Self.rows(Self.generalPrefix, table).keys)
  }

  private static func rows(_ prefix: String, _ table: [String: Int]) -> [String: Int] {
    var rows: [String: Int] = [:]
    for (term, value) in table where term.hasPrefix(prefix) {
      rows[String(term.dropFirst(prefix.count))] = value
    }
    return rows
  }

  /// The rows of the table and what each sets.
  package static var terms: [(String, WritableKeyPath<LinkWeights, Int>)] {
    [
      ("link_merge", \.merge), ("link_possible", \.possible),
      ("link_place_same", \.placeSame), ("link_place_partly", \.placePartly),
      ("link_place_near", \.placeNear), ("link_place_contained", \.placeContained),
      ("link_place_area", \.placeArea), ("link_place_coarse", \.placeCoarse),
      ("link_place_neighbor", \.placeNeighbor), ("link_place_unlocated", \.placeUnlocated),
      ("link_place_seat", \.placeSeat), ("link_place_homonym", \.placeHomonym),
      ("link_place_rival", \.placeRival),
      ("link_date_same", \.dateSame), ("link_date_window", \.dateWindow),
      ("link_date_adjacent", \.dateAdjacent), ("link_date_inferred", \.dateInferred),
      ("link_date_vague", \.dateVague), ("link_harm_same", \.harmSame),
      ("link_harm_update", \.harmUpdate), ("link_harm_unknown", \.harmUnknown),
      ("link_harm_near", \.harmNear), ("link_copy", \.copy), ("link_coarse_km", \.coarseKm),
      ("link_city_km", \.cityKm),
      ("link_apart_km", \.apartKm), ("link_place_unlocated_many", \.placeUnlocatedMany),
      ("link_place_unlocated_exact", \.placeUnlocatedExact),
      ("link_place_unlocated_toll", \.placeUnlocatedToll),
      ("link_actors_unlike", \.actorsUnlike),
      ("link_actors_same", \.actorsSame), ("link_actors_unknown", \.actorsUnknown),
      ("link_type_same", \.typeSame), ("link_type_family", \.typeFamily),
      ("link_inferred_days", \.inferredDays), ("link_window_days", \.windowDays),
      ("link_near_km", \.nearKm), ("link_source_bonus", \.sourceBonus),
      ("link_source_bonus_most", \.sourceBonusMost),
    ]
  }
}

import Gazetteer
import Model

/// The rows of `weights.tsv` that a candidate's score is the sum of, looked up once.
struct PlaceWeights {
  /// A row: its name and its thousandths.
  typealias Term = PlaceCandidate.Term

  let name, rank, spelling: Term
  let typeMatch, typeConflict, usual, bareUnit, bareVillage: Term
  let container, containerNear, containerConflict: Term
  let area, sameDistrict, sameGovernorate, nearFocus, inIraq: Term
  let glossAgrees, glossConflict: Term
  let countryTold, countryOther, countryUntold: Term
  /// Thousandths between two candidates that leave the choice open.
  let margin: Int
  /// The least score of a place that nothing else vouches for.
  let threshold: Int
  /// Greatest weight of a name that does not tell its country by itself.
  let countrySure: Int
  private let heard, skeleton, near: Term

  init(_ table: WeightTable) {
    func term(_ name: String) -> Term { Term(name: name, value: table[name]) }
    name = term("resolve_name")
    rank = term("resolve_rank")
    spelling = term("resolve_spelling")
    typeMatch = term("resolve_type_match")
    typeConflict = term("resolve_type_conflict")
    usual = term("resolve_default")
    bareUnit = term("resolve_unit_bare")
    bareVillage = term("resolve_village_bare")
    container = term("resolve_container")
    containerNear = term("resolve_container_near")
    containerConflict = term("resolve_container_conflict")
    area = term("resolve_area")
    sameDistrict = term("resolve_same_admin2")
    sameGovernorate = term("resolve_same_admin1")
    nearFocus = term("resolve_near_focus")
    inIraq = term("resolve_in_iraq")
    glossAgrees = term("resolve_gloss_ok")
    glossConflict = term("resolve_gloss_conflict")
    countryTold = term("resolve_country_told")
    countryOther = term("resolve_country_other")
    countryUntold = term("resolve_country_untold")
    margin = table["resolve_ambiguous_margin"]
    threshold = table["threshold_place"]
    countrySure = table["country_sure"]
    heard = term("resolve_tier_" + NameTier.heard.term)
    skeleton = term("resolve_tier_" + NameTier.skeleton.term)
    near = term("resolve_tier_" + NameTier.near.term)
  }

  /// What it costs that the words only resemble a name; nil for the name letter for letter.
  func tier(_ tier: NameTier) -> Term? {
    switch tier {
    case .exact: nil
    case .heard: heard
    case .skeleton: skeleton
    case .near: near
    }
  }
}

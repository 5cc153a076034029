import Model

/// A score while it is summed up: thousandths, the words for `why`, and the terms where they are kept.
struct ScoreTally {
  private(set) var score = 0
  var why: [String] = []
  private(set) var terms: [PlaceCandidate.Term] = []
  private let keepsTerms: Bool

  init(keepsTerms: Bool) { self.keepsTerms = keepsTerms }

  /// Adds a term of `weights.tsv`.
  mutating func add(_ term: String, _ value: Int, _ reason: String? = nil) {
    score += value
    if let reason { why.append(reason) }
    if keepsTerms { terms.append(PlaceCandidate.Term(name: term, value: value)) }
  }
}

import Model

/// A score while it is summed up: thousandths, the words for `why`, and the terms where they are kept.
struct ScoreTally {
  private(set) var score = 0
  var why: [String] = []
  private(set) var terms: [PlaceCandidate.Term] = []
  private let keepsTerms: Bool

  init(keepsTerms: Bool) {
    self.keepsTerms = keepsTerms
    why.reserveCapacity(6)
  }

  /// Adds a row of `weights.tsv`.
  /// - Parameter share: Thousandths of the row that count.
  mutating func add(_ term: PlaceWeights.Term, share: Int = 1000, _ reason: String? = nil) {
    let value = term.value * share / 1000
    score += value
    if let reason { why.append(reason) }
    if keepsTerms { terms.append(PlaceCandidate.Term(name: term.name, value: value)) }
  }
}

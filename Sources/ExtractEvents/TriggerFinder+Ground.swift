import Gazetteer
import Model

/// Whether a place is what was taken: `captured Ramadi`, `Ramadi was captured`.
extension TriggerFinder {
  /// A place, its type word and article included, stands directly behind a form whose sentence has an armed party,
  /// or before the `was` of one.
  func isOfGround(_ match: LexiconMatch) -> Bool {
    let start = lexicon.afterArticle(afterShare(Int(match.last)))
    // `The cup was taken by Erbil`: what follows `by` did it.
    let isActive = lexicon.functionWord(endingAt: Int(match.last))?.kind != "by"
    // `a camera captured Kirkuk` took nothing.
    let mayTake = isActive && hasArmed(in: lexicon.sentence(of: Int(match.first)))
    let isObject =
      mayTake
      && mentions.contains { mention in
        guard mention.role == .literal, beginning(of: mention) == start else { return false }
        // `captured Mosul resident …`: the place says whose somebody is.
        let end = max(mention.tokens.upperBound, mention.head?.upperBound ?? 0)
        return lexicon.longest(.person, at: end) == nil && lexicon.longest(.actor, at: end) == nil
      }
    if isObject { return true }
    guard let subject = beforeAuxiliaries(Int(match.first)) else { return false }
    return mentions.contains {
      $0.role == .literal && max($0.tokens.upperBound, $0.head?.upperBound ?? 0) == subject
    }
  }

  /// The token behind `most of`, `the center of` at a token, else the token.
  private func afterShare(_ token: Int) -> Int {
    guard text.language == "en" else { return token }
    for start in [token, lexicon.afterArticle(token)] {
      if let small = lexicon.longest(.functionWord, at: start),
        gazetteer.functionWords[Int(small.row)].kind == "share"
      {
        return Int(small.last)
      }
    }
    return token
  }

  private func beginning(of mention: Mention) -> Int {
    min(mention.tokens.lowerBound, mention.head?.lowerBound ?? Int.max)
  }

  /// Where `was`, `has been` begin before a token, an adverb between them allowed for; nil when none stand there.
  private func beforeAuxiliaries(_ token: Int) -> Int? {
    let clause = lexicon.clause(of: token)
    var start = token
    var hasAuxiliary = false
    for index in stride(from: token - 1, through: max(clause.lowerBound, token - 3), by: -1) {
      if lexicon.functionWord(at: index) == "was" {
        hasAuxiliary = true
        start = index
      } else if hasAuxiliary || text.tokens[index].kind != .word || text.hasMatches(at: index) {
        break
      }
    }
    guard hasAuxiliary else { return nil }
    // `has been captured`.
    let kind = start > clause.lowerBound ? lexicon.functionWord(at: start - 1) : nil
    return ["has", "have", "had"].contains(kind ?? "") ? start - 1 : start
  }
}

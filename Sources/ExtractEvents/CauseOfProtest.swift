import Gazetteer
import Model

/// What a crowd came out after: `protests broke out after the killing of a man by the police`.
///
/// The dead and the doers behind such an `after` are those of another act, which the report only names.
struct CauseOfProtest {
  let lexicon: TextLexicon

  /// The tokens of the cause in the sentence of a protest, nil when none is told.
  ///
  /// Linear in the sentence.
  private func range(of draft: EventDraft) -> Range<Int>? {
    guard draft.family == "protest" || draft.family == "riot" else { return nil }
    let kinds = lexicon.text.language == "ckb" ? ["after", "cause"] : ["after"]
    let main = draft.main.tokens.lowerBound
    for token in lexicon.text.sentences[draft.sentence] {
      guard let match = lexicon.longest(.clause, at: token),
        kinds.contains(lexicon.gazetteer.clauses[Int(match.row)].kind),
        namesHarm(lexicon.afterArticle(Int(match.last)))
      else { continue }
      let end = lexicon.clause(of: Int(match.last)).upperBound
      return token..<(token < main ? min(end, main) : end)
    }
    return nil
  }

  /// Notes the cause, whose parties are no sides of the protest, and takes its harm out.
  func takeOut(of draft: inout EventDraft) {
    guard let cause = range(of: draft) else { return }
    draft.cause = cause
    draft.harm.removeAll { cause.contains($0.tokens.lowerBound) }
  }

  /// Whether a noun of killing, dying, wounding or of an attack stands at a token.
  private func namesHarm(_ token: Int) -> Bool {
    guard token < lexicon.text.tokens.count else { return false }
    return lexicon.longest(.casualty, at: token) != nil
      || lexicon.all(.event, at: token).contains {
        let row = lexicon.gazetteer.events[Int($0.row)]
        return row.family == "attack" && row.position == "noun"
      }
  }
}

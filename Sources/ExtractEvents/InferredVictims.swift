import Gazetteer
import Model

/// Who was harmed where the words only count people: `killing five and wounding nine` in a market.
///
/// Coders of English notes call them civilians; here that is an inference, and says so. Arabic and Sorani
/// reports name civilians where they mean them: those whom they only count stay unknown.
struct InferredVictims {
  let lexicon: TextLexicon

  /// Military sites: those harmed at one may well be its guards.
  private static let guarded: Set = ["barracks", "base", "checkpoint", "headquarters", "point"]

  /// The count that stands for civilians, nil when the words leave another side open.
  ///
  /// None where a state did it (its target may have been fighters), at a guarded site, and in a
  /// clash.
  func frame(of draft: EventDraft, typed subEventType: String?) -> HarmFrame? {
    guard lexicon.text.language == "en", draft.actor2 == nil,
      draft.family == "attack" || draft.family == "abduction",
      subEventType != "Armed clash",
      draft.actor1.map({ ["unknown_armed", "nonstate_armed"].contains($0.kind) }) ?? true
    else { return nil }
    let harmed = draft.harm.filter {
      $0.field != .zero && ($0.field != .missing || draft.family == "abduction") && !$0.isSubset
        && ($0.minimum ?? 0) > 0
    }
    let isOpen = harmed.allSatisfy { $0.victimClass == nil || $0.victimClass == "unknown" }
    guard isOpen, !isGuarded(draft) else { return nil }
    return harmed.first
  }

  private func isGuarded(_ draft: EventDraft) -> Bool {
    let sentences = draft.sentences
    return sentences.contains { sentence in
      lexicon.text.sentences[sentence].contains { token in
        lexicon.all(.placeTrigger, at: token).contains {
          Self.guarded.contains(lexicon.gazetteer.placeTriggers[Int($0.row)].type)
        }
      }
    }
  }
}

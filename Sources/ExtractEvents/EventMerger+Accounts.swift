import Gazetteer
import Model

/// Counts of several accounts of one event: the police's first toll, the hospital's later one, what the
/// attackers boast of.
extension EventMerger {
  /// `Police had earlier put the toll at seven`: an account that what the text told before replaces.
  func isEarlierAccount(_ draft: EventDraft) -> Bool {
    lexicon.hasClauseWord("earlier", in: lexicon.text.sentences[draft.sentence])
  }

  /// Whether a sentence of the event tells what those say who claim it.
  func isClaim(_ draft: EventDraft) -> Bool {
    draft.sentences.contains {
      !lexicon.claims(in: lexicon.text.sentences[$0]).isEmpty
    }
  }

  /// Whether another than the claimer counts the harm of a claimed event, and otherwise.
  func isAgainstClaim(_ later: EventDraft, _ draft: EventDraft) -> Bool {
    guard later.main.isDefinite, isClaim(draft), !isClaim(later) else { return false }
    let mine = HarmAttacher.total(draft.harm)
    let other = HarmAttacher.total(later.harm)
    return !agree(mine.killed, other.killed) || !agree(mine.injured, other.injured)
  }

  /// Whether one account counts the attackers and the other those whom they fought: such counts contradict
  /// nothing and add up.
  func areOpposed(_ first: [HarmFrame], _ second: [HarmFrame], _ field: HarmFrame.Field) -> Bool {
    HarmAttacher.areOpposed(first, second, field)
  }

  /// `no one was hurt`, says the village; `three militants were killed`, says the army that struck: of the same
  /// side, in a sentence that tells neither place nor day.
  func isDisputed(_ first: EventDraft, _ second: EventDraft) -> Bool {
    guard first.harm.contains(where: { $0.field == .zero }), hasNothingOfItsOwn(second),
      !second.hasOwnDay, let target = second.actor2, target.kind == "nonstate_armed",
      second.actor1 == nil || second.actor1?.code == first.actor1?.code
    else { return false }
    return target.code == first.actor2?.code
  }
}

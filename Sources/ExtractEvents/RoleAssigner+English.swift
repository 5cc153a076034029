import Gazetteer
import Model

/// Who is who around an English verb or noun of attack.
extension RoleAssigner {
  /// The nearest party before an English verb; `gunmen took the passengers off and shot six`: civilians give
  /// way to the armed before them.
  func subject(
    of trigger: Trigger, _ before: [ActorMention], _ draft: EventDraft
  ) -> ActorMention? {
    let nearest = before.last(where: { isInReach($0, trigger) }) ?? before.last
    guard nearest?.kind == "civilian", ["attack", "abduction"].contains(draft.family) else {
      return nearest
    }
    return before.last { $0.kind.hasSuffix("armed") && isInSentence($0, trigger) } ?? nearest
  }

  /// `X handed the base over to Y and withdrew`: English verbs of one clause have the subject of the first.
  func commonSubject(
    _ before: [ActorMention], _ trigger: Trigger, _ draft: EventDraft
  ) -> ActorMention? {
    guard text.language == "en" else { return nil }
    let first = draft.triggers.filter {
      $0.clause == trigger.clause && ["V", "D"].contains($0.roles)
    }.map(\.tokens.lowerBound).min()
    return before.last { $0.tokens.upperBound <= first ?? 0 }
  }

  /// `two clans fought before the army intervened`: a force that only came then is no side of the fight.
  func isLatecomer(_ actor: ActorMention) -> Bool {
    guard text.language == "en", actor.kind == "state_armed" else { return false }
    var small = lexicon.functionWord(endingAt: actor.tokens.lowerBound)
    if let article = small, article.kind == "the" {
      small = lexicon.functionWord(endingAt: article.start)
    }
    return small?.kind == "before"
  }

  /// Whether an English noun of attack is followed by the preposition of its target.
  func isAimed(_ trigger: Trigger) -> Bool {
    ["on", "against", "targets"].contains(
      lexicon.functionWord(at: trigger.tokens.upperBound) ?? "")
  }

  /// `after the forces had left`, `when X withdrew`: the subject of a clause of its own is no object.
  func isInSubordinate(_ actor: ActorMention) -> Bool {
    guard text.language == "en" else { return false }
    var small = lexicon.functionWord(endingAt: actor.tokens.lowerBound)
    if let article = small, article.kind == "the" || article.kind == "a" {
      small = lexicon.functionWord(endingAt: article.start)
    }
    guard let kind = small?.kind else { return false }
    return ["after", "before", "as", "during", "since", "amid"].contains(kind)
  }
}

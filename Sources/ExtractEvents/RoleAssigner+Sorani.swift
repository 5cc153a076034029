import Gazetteer
import Model

/// Who is who around a Sorani verb: subject, object, verb (language.md 2.10).
extension RoleAssigner {
  /// The subject is the first party of the verb's clause, the object the last one before the verb; the
  /// noun of a light verb has its object behind it (`opened fire on X`).
  func markSorani(
    _ trigger: Trigger, _ free: [ActorMention], _ draft: EventDraft,
    _ doers: inout [ActorMention], _ targets: inout [ActorMention]
  ) {
    let clause = lexicon.clause(of: trigger.tokens.lowerBound)
    let near = free.filter { clause.contains($0.tokens.lowerBound) && !isGovernedInSorani($0) }
    let before = near.filter { $0.tokens.upperBound <= trigger.tokens.lowerBound }
    let after = near.filter { $0.tokens.lowerBound >= trigger.tokens.upperBound }
    // `retook the district from X`: from whom it was taken.
    if draft.family == "territory", targets.isEmpty,
      let loser = free.first(where: {
        clause.contains($0.tokens.lowerBound) && isGovernedInSorani($0)
          && $0.kind.hasSuffix("armed")
          && $0.tokens.upperBound <= trigger.tokens.lowerBound
      })
    {
      targets.append(loser)
    }
    switch trigger.roles {
    case "P":
      if targets.isEmpty, let subject = before.first ?? after.first { targets.append(subject) }
    case "B":
      let sides = before + after
      if doers.isEmpty, let first = sides.first { doers.append(first) }
      if targets.isEmpty, let second = sides.first(where: { !doers.contains($0) }) {
        targets.append(second)
      }
    default:
      markVerb(trigger, before, after, free, draft, &doers, &targets)
    }
  }

  private func markVerb(
    _ trigger: Trigger, _ before: [ActorMention], _ after: [ActorMention],
    _ free: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    if let owner = after.first, trigger.row.position == "noun", owner.kind.hasSuffix("armed"),
      owner.tokens.lowerBound == trigger.tokens.upperBound,
      lexicon.longest(.weapon, at: trigger.tokens.lowerBound) != nil
    {
      // `a drone of the army`: whose the weapon is.
      if doers.isEmpty { doers.append(owner) }
      return
    }
    if let object = after.first { targets.append(object) }
    guard let first = before.first else {
      // The subject of the clause before it goes on.
      if doers.isEmpty,
        let earlier = free.last(where: { $0.tokens.upperBound <= trigger.tokens.lowerBound })
      {
        doers.append(earlier)
      }
      return
    }
    let last = before[before.count - 1]
    if before.count > 1 {
      if doers.isEmpty { doers.append(first) }
      if !targets.contains(last), after.isEmpty { targets.append(last) }
      return
    }
    let isVictim = ["attack", "abduction", "looting", "sexual"].contains(draft.family)
    let isObject =
      hasAgentClitic(last) || (isVictim && last.kind == "civilian") || isBehindWeapon(last, draft)
    if isObject {
      targets.append(last)
      if doers.isEmpty,
        let earlier = free.last(where: { $0.tokens.upperBound <= last.tokens.lowerBound })
      {
        doers.append(earlier)
      }
    } else if doers.isEmpty {
      doers.append(first)
    }
  }

  /// `a planted bomb targeted a force of X`: a thing that begins the clause does it, and the one party behind it is
  /// the object; behind an ezafe the party is the owner (`a drone of X`).
  private func isBehindWeapon(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    guard draft.family == "attack" else { return false }
    let start = lexicon.clause(of: actor.tokens.lowerBound).lowerBound
    for token in start..<min(start + 3, actor.tokens.lowerBound) {
      guard let weapon = lexicon.longest(.weapon, at: token) else { continue }
      guard lexicon.functionWord(endingAt: token) == nil,
        Int(weapon.last) <= actor.tokens.lowerBound
      else { return false }
      return !text.key(Int(weapon.last) - 1).suffix(2).elementsEqual(StaticBytes.ezafe.value)
    }
    return false
  }

  /// `the missile attack of Monday night of X`: only words of time stand between the noun and the party that
  /// an ezafe makes its owner.
  func ownsOverTime(_ owner: ActorMention, _ trigger: Trigger) -> Bool {
    let first = trigger.tokens.upperBound
    let last = owner.tokens.lowerBound
    guard text.language == "ckb", owner.kind != "civilian", first < last, last - first <= 4,
      text.key(first - 1).suffix(2).elementsEqual(StaticBytes.ezafe.value)
    else { return false }
    var token = first
    while token < last, let time = lexicon.longest(.time, at: token) {
      token = max(token + 1, Int(time.last))
    }
    return token == last
  }

  /// In, with, to, from: what such a word governs is neither subject nor object.
  private func isGovernedInSorani(_ actor: ActorMention) -> Bool {
    guard let small = lexicon.functionWord(endingAt: actor.tokens.lowerBound) else { return false }
    return ["in", "with", "to", "from", "about", "part"].contains(small.kind)
  }

  /// The clitic of a third person plural on the object: `three shepherds-they kidnapped`.
  private func hasAgentClitic(_ actor: ActorMention) -> Bool {
    let key = text.key(actor.tokens.upperBound - 1)
    // The ending yeh alef noon.
    return key.suffix(6).elementsEqual([0xD9, 0x8A, 0xD8, 0xA7, 0xD9, 0x86])
  }
}

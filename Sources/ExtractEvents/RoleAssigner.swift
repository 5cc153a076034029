import Gazetteer
import Model

/// Decides who did it and to whom, by the grammar of the triggers and by who was harmed
/// (language.md 4.5, 9).
struct RoleAssigner {
  let lexicon: TextLexicon
  let actors: [ActorMention]
  let mentions: [Mention]

  private var text: NormalizedText { lexicon.text }
  private var gazetteer: Gazetteer { lexicon.gazetteer }

  func assign(_ draft: inout EventDraft) {
    let range = draft.isAlone ? text.sentences[draft.sentence] : draft.scope
    let own = actors.filter { range.contains($0.tokens.lowerBound) && !isSource($0, draft) }
    var doers: [ActorMention] = []
    var targets: [ActorMention] = []
    markByPrepositions(own, draft, &doers, &targets)
    markVictims(own, draft, &targets)
    for trigger in draft.triggers.sorted(by: { rank($0, draft) > rank($1, draft) }) {
      mark(trigger, own, draft, &doers, &targets)
    }
    settle(own, draft, &doers, &targets)
    if draft.harm.contains(where: \.isDiscovery), draft.main.row.subEventType == "Attack" {
      // Who found the bodies did not kill: the dead are all that is known.
      doers = []
      targets.removeAll { $0.kind == "state_armed" }
    }
    draft.actor1 = doers.first
    draft.actor2 = targets.first {
      $0.tokens != doers.first?.tokens && ($0.code != doers.first?.code || draft.isParty)
    }
    nameTheCrowd(&draft)
    addCountryForces(range, &draft)
    addVictimsWithoutActor(&draft)
    markClaims(range, &draft)
    if draft.isParty { draft.actor2 = draft.actor2 ?? targets.first }
  }

  private func rank(_ trigger: Trigger, _ draft: EventDraft) -> Int {
    trigger.tokens == draft.main.tokens
      ? 10_000 : trigger.row.weight - (trigger.isHarmWord ? 500 : 0)
  }

  /// An actor who only tells the event: before or after a verb of saying, with nothing done by him.
  private func isSource(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    let clause = lexicon.clause(of: actor.tokens.lowerBound)
    let firstTrigger = draft.triggers.map(\.tokens.lowerBound).min() ?? Int.max
    for token in max(clause.lowerBound, actor.tokens.lowerBound - 5)..<actor.tokens.lowerBound {
      if isSaying(token), firstTrigger > actor.tokens.lowerBound || text.language == "en" {
        // `announced the arrest of`: the announcer may be the doer when nobody else is.
        return draft.family == "attack"
      }
    }
    let after = actor.tokens.upperBound
    for token in after..<min(after + 2, text.tokens.count) {
      if text.tokens[token].kind == .punctuation { break }
      if isSaying(token) { return draft.family == "attack" || text.language == "en" }
    }
    return false
  }

  private func isSaying(_ token: Int) -> Bool {
    lexicon.all(.reporting, at: token).contains {
      ["say", "announce", "source", "deny"].contains(gazetteer.reporting[Int($0.row)].kind)
    }
  }

  /// `by X`, `at the hands of X`: the doer; `on X`, `against X`, `targeting X`: the target; ل on the
  /// actor after an event noun: the doer.
  private func markByPrepositions(
    _ own: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    for actor in own {
      let small = lexicon.functionWord(endingAt: actor.tokens.lowerBound)
      switch small?.kind {
      case "by": doers.append(actor)
      case "against", "targets": targets.append(actor)
      case "on" where draft.triggers.contains(where: { $0.roles == "N" }) && !isState(actor, draft):
        targets.append(actor)
      default:
        if actor.clitics.contains(.toPreposition),
          draft.triggers.contains(where: {
            $0.roles == "N" && actor.tokens.lowerBound - $0.tokens.upperBound <= 1
              && actor.tokens.lowerBound >= $0.tokens.upperBound
          })
        {
          doers.append(actor)
        }
      }
    }
  }

  /// For arrests the force is the doer even after `on` (`arrested on`).
  private func isState(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    draft.family == "arrest" && actor.kind == "state_armed"
  }

  private func markVictims(
    _ own: [ActorMention], _ draft: EventDraft, _ targets: inout [ActorMention]
  ) {
    for frame in draft.harm where frame.field != .zero && !frame.isSubset {
      guard let victim = frame.victim else { continue }
      if let actor = own.first(where: { $0.tokens.overlaps(victim) }), !targets.contains(actor) {
        targets.append(actor)
      }
    }
  }

  /// The grammar of one trigger.
  private func mark(
    _ trigger: Trigger, _ own: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    let free = own.filter { actor in
      // A form that is act and doer in one (`armed attack`) has no place in another's grammar.
      !doers.contains(actor) && !targets.contains(actor)
        && !draft.triggers.contains { isAct(actor, $0) }
    }
    let after = free.filter { $0.tokens.lowerBound >= trigger.tokens.upperBound }
    let before = free.filter { $0.tokens.upperBound <= trigger.tokens.lowerBound }
    let isVerbFirst = text.language == "ar"
    switch trigger.roles {
    case "V":
      if isVerbFirst {
        if let subject = before.last, isSubjectBefore(subject, trigger) {
          doers.append(subject)
          if let object = after.first { targets.append(object) }
        } else if after.count == 1, let object = after.first, doers.isEmpty,
          let subject = before.last, continues(trigger)
        {
          // `arrived … and met X`: the second verb keeps the subject of the first.
          doers.append(subject)
          targets.append(object)
        } else if let subject = after.first {
          if targets.isEmpty || !doers.isEmpty || after.count > 1 || isDoerClass(subject, draft) {
            if doers.isEmpty { doers.append(subject) }
            if let object = after.dropFirst().first { targets.append(object) }
          } else {
            doers.append(subject)
          }
        }
      } else {
        // `exploded near a convoy, wounding four`: the participle's subject is the act.
        let isResult =
          trigger.isHarmWord && trigger.row.position == "imperfect"
          && draft.triggers.count > 1
        if !isResult, doers.isEmpty,
          let subject = before.last(where: { isInReach($0, trigger) }) ?? before.last
        {
          doers.append(subject)
        }
        if let object = after.first ?? (text.language == "ckb" ? before.dropFirst().first : nil) {
          targets.append(object)
        }
      }
    case "P", "T":
      // Who was harmed is known by the count; without one it is the subject or the genitive.
      guard targets.isEmpty else { break }
      let subject = isVerbFirst || trigger.roles == "T" ? after.first : before.last ?? after.first
      if let subject { targets.append(subject) }
    case "N":
      if doers.isEmpty, let next = after.first,
        next.tokens.lowerBound - trigger.tokens.upperBound <= 1
      {
        doers.append(next)
      } else if doers.isEmpty, let previous = before.last, !isVerbFirst,
        isInReach(previous, trigger)
      {
        doers.append(previous)
      }
    case "D":
      guard doers.isEmpty else { break }
      let subject = isVerbFirst ? after.first ?? before.last : before.last
      if let subject { doers.append(subject) }
    case "B":
      if after.count == 1, let first = before.last, doers.isEmpty, isInSentence(first, trigger) {
        // `X met Y`, `X arrived and met Y`.
        doers.append(first)
        targets.append(after[0])
        break
      }
      let sides = after.isEmpty ? before : after
      if let first = sides.first, doers.isEmpty { doers.append(first) }
      if let second = sides.dropFirst().first { targets.append(second) }
      if after.count == 1, let other = before.last, targets.isEmpty { targets.append(other) }
    default: break
    }
  }

  /// Whether an actor's words are the act itself; in `Turkish drone` they hold the act and name whose.
  private func isAct(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    guard actor.tokens.overlaps(trigger.tokens) else { return false }
    return !actor.isName || actor.tokens.count <= trigger.tokens.count
  }

  /// Whether a verb goes on after و with the subject of the verb before it.
  private func continues(_ trigger: Trigger) -> Bool {
    trigger.match.clitics.contains(.conjunction)
      && trigger.tokens.lowerBound > text.sentences[trigger.sentence].lowerBound
  }

  /// The subject of an Arabic verb stands before it only in a nominal sentence: directly, or after قد.
  private func isSubjectBefore(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    guard actor.tokens.lowerBound >= lexicon.clause(of: trigger.tokens.lowerBound).lowerBound else {
      return false
    }
    let gap = trigger.tokens.lowerBound - actor.tokens.upperBound
    return gap <= 2
  }

  private func isInSentence(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    Int(text.sentenceOfToken[actor.tokens.lowerBound]) == trigger.sentence
  }

  private func isInReach(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    Int(text.clauseOfToken[actor.tokens.lowerBound]) == trigger.clause
  }

  private func isDoerClass(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    actor.kind.hasSuffix("armed") || draft.family == "protest"
  }

  /// What the grammar left open is decided by the sides: forces arrest, protesters protest, armed men
  /// attack.
  private func settle(
    _ own: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    let free = own.filter { !doers.contains($0) && !targets.contains($0) }
    switch draft.family {
    case "arrest", "weapons":
      if doers.isEmpty,
        let force = own.first(where: { $0.kind == "state_armed" || $0.kind == "government" })
      {
        targets.removeAll { $0 == force }
        doers.append(force)
      }
      if let doer = doers.first, doer.kind == "nonstate_armed" || doer.kind == "civilian",
        let force = own.first(where: { $0.kind == "state_armed" })
      {
        targets.insert(doer, at: 0)
        doers = [force]
        targets.removeAll { $0 == force }
      }
    case "protest", "riot":
      if doers.isEmpty || doers.first?.kind == "state_armed" {
        if let force = doers.first { targets.insert(force, at: 0) }
        doers = own.filter { $0.kind == "protester" || $0.kind == "civilian" }
        targets.removeAll { target in doers.contains(target) }
      }
      // Those who were hurt are the protesters; the other side is the force.
      targets.removeAll { $0.kind == "protester" || $0.kind == "civilian" }
      if targets.isEmpty,
        let force = own.first(where: { $0.kind == "state_armed" && !doers.contains($0) })
      {
        targets.append(force)
      }
    case "attack", "abduction", "sexual":
      if doers.isEmpty {
        let armed = free.first {
          $0.kind == "nonstate_armed" || $0.kind == "unknown_armed" || $0.kind == "external_armed"
        }
        if let armed { doers.append(armed) }
      }
      if targets.isEmpty {
        let rest = free.filter { !doers.contains($0) }
        if let other = rest.first(where: { $0.kind != doers.first?.kind || $0.kind == "civilian" })
        {
          targets.append(other)
        }
      }
      // Civilians and unarmed people do not attack: they were the object.
      if let doer = doers.first, doer.kind == "civilian", targets.isEmpty,
        draft.main.roles != "D"
      {
        doers.removeFirst()
        targets.append(doer)
      }
    default: break
    }
  }

  /// People who protest are protesters, whoever they are; nobody named: protesters too.
  private func nameTheCrowd(_ draft: inout EventDraft) {
    let code: String
    switch draft.family {
    case "protest": code = "PROTESTERS"
    case "riot": code = "RIOTERS"
    default: return
    }
    guard let row = gazetteer.actorCodes[code] else { return }
    let kind = draft.actor1?.kind
    guard kind == nil || kind == "civilian" || (code == "RIOTERS" && kind == "protester") else {
      return
    }
    draft.actor1 = ActorMention(
      tokens: draft.actor1?.tokens ?? draft.main.tokens,
      span: draft.actor1?.span ?? draft.main.span, code: code, kind: row.kind, isName: false,
      clitics: [], rule: draft.actor1?.rule ?? draft.main.row.id)
  }

  /// `Turkish jets struck`: a demonym beside a trigger of air or shell fire names the doer's state.
  private func addCountryForces(_ range: Range<Int>, _ draft: inout EventDraft) {
    guard draft.actor1 == nil, draft.family == "attack" else { return }
    for index in range {
      guard let match = lexicon.longest(.demonym, at: index) else { continue }
      let row = gazetteer.demonyms[Int(match.row)]
      guard let code = ForeignForces.code(of: row.reference, gazetteer),
        draft.triggers.contains(where: { abs(index - $0.tokens.upperBound) <= 3 }),
        let actor = gazetteer.actorCodes[code]
      else { continue }
      draft.actor1 = ActorMention(
        tokens: match.tokens, span: match.span, code: code, kind: actor.kind, isName: true,
        clitics: [], rule: row.id)
      return
    }
  }

  /// The victims' code when no actor mention covers them.
  private func addVictimsWithoutActor(_ draft: inout EventDraft) {
    guard draft.actor2 == nil, draft.family != "protest", draft.family != "riot" else { return }
    if let frame = draft.harm.first(where: \.isDiscovery), frame.victimCode == nil,
      draft.family == "attack", let row = gazetteer.actorCodes["CIVILIANS"]
    {
      let tokens = frame.victim ?? frame.tokens
      draft.actor2 = ActorMention(
        tokens: tokens, span: frame.span, code: row.code, kind: row.kind, isName: false,
        clitics: [], rule: frame.rule)
      return
    }
    for frame in draft.harm where frame.field != .zero && !frame.isSubset {
      guard let code = frame.victimCode, let row = gazetteer.actorCodes[code],
        let victim = frame.victim, draft.actor1?.tokens.overlaps(victim) != true
      else { continue }
      draft.actor2 = ActorMention(
        tokens: victim, span: text.span(victim), code: code, kind: row.kind, isName: false,
        clitics: [], rule: frame.rule)
      return
    }
  }

  /// A claim of responsibility makes the claimer the doer, by his own word.
  private func markClaims(_ range: Range<Int>, _ draft: inout EventDraft) {
    for token in range {
      let isClaim = lexicon.all(.reporting, at: token).contains {
        gazetteer.reporting[Int($0.row)].kind == "responsibility"
      }
      guard isClaim else { continue }
      let claimer = actors.filter {
        range.contains($0.tokens.lowerBound) && $0.kind != "civilian" && $0.kind != "state_armed"
      }.min { abs($0.tokens.lowerBound - token) < abs($1.tokens.lowerBound - token) }
      guard let claimer else { return }
      if draft.actor2 == claimer { draft.actor2 = nil }
      draft.actor1 = claimer
      draft.actor1Basis = .claimed
      return
    }
  }
}

/// The armed forces of a foreign state by its place in the gazetteer.
enum ForeignForces {
  /// The code whose parent country the reference names: `cc-tr` → the row of `actor_codes.tsv` whose
  /// class is external and whose code begins with the country's.
  static func code(of reference: String, _ gazetteer: Gazetteer) -> String? {
    gazetteer.foreignForces[reference]
  }
}

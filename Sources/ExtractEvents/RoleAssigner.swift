import Gazetteer
import Model

/// Decides who did it and to whom, by the grammar of the triggers and by who was harmed
/// (language.md 4.5, 9).
struct RoleAssigner {
  let lexicon: TextLexicon
  let actors: [ActorMention]
  let mentions: [Mention]

  var text: NormalizedText { lexicon.text }
  var gazetteer: Gazetteer { lexicon.gazetteer }

  func assign(_ draft: inout EventDraft) {
    let range = draft.isAlone ? text.sentences[draft.sentence] : draft.scope
    let own = actors.filter {
      !draft.cause.contains($0.tokens.lowerBound)
        && (range.contains($0.tokens.lowerBound) || isFarSubject($0, draft, range))
        && !isSource($0, draft) && !isLocation($0)
        && !isDisguise($0) && !isAside($0, draft) && !isOfGrievance($0, draft) && !isWorkplace($0)
        && !isBystander($0) && !isOfCamp($0, draft)
    }
    // `eight dead, five of them policemen, when a bomber blew up his car`: some of the dead act in no verb.
    let others = text.language != "ckb" ? own.filter { !isPartOfVictims($0, draft) } : own
    var doers: [ActorMention] = []
    var targets: [ActorMention] = []
    if draft.main.roles == "P" || draft.main.isHarmWord {
      // Who was killed comes before whom the mission was against.
      markVictims(own, draft, &targets)
      markByPrepositions(own, draft, &doers, &targets)
    } else {
      markByPrepositions(own, draft, &doers, &targets)
      markVictims(own, draft, &targets)
    }
    for trigger in draft.triggers.sorted(by: { rank($0, draft) > rank($1, draft) }) {
      mark(trigger, others, draft, &doers, &targets)
    }
    // `21 people were killed, among them a policeman`: in English the people were hit.
    if targets.isEmpty, text.language == "ar" || !tellsPeople(draft) {
      targets = own.filter { !others.contains($0) }
    }
    settle(own, draft, &doers, &targets)
    if draft.harm.contains(where: \.isDiscovery), draft.main.row.subEventType == "Attack" {
      // Who found the bodies did not kill: the dead are all that is known.
      doers = []
      targets.removeAll { $0.kind == "state_armed" }
    }
    doers.removeAll { isOffice($0, draft) }
    draft.actor1 = doers.first
    // `two clans exchanged fire`: one word that the grammar took for both sides.
    let isBoth = doers.count == 1 && targets == doers
    draft.actor2 = targets.first {
      isBoth || ($0.tokens != doers.first?.tokens && $0.code != doers.first?.code)
    }
    nameOpponent(&draft, own)
    nameBothClans(&draft)
    specify(&draft, own, targets)
    nameTheCrowd(&draft)
    addCountryForces(range, &draft)
    addVictimsWithoutActor(&draft)
    nameForcesOfState(&draft)
    nameTaker(&draft, actors)
  }

  private func rank(_ trigger: Trigger, _ draft: EventDraft) -> Int {
    trigger.tokens == draft.main.tokens
      ? 10_000 : trigger.row.weight - (trigger.isHarmWord ? 500 : 0)
  }

  /// `by X`, `at the hands of X`: the doer; `on X`, `against X`, `targeting X`: the target; ل on the
  /// actor after an event noun: the doer.
  private func markByPrepositions(
    _ own: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    for actor in own {
      let small = governor(of: actor)
      if targets.contains(actor) { continue }
      switch small?.kind {
      case "by" where isVictor(small?.start ?? 0): targets.append(actor)
      case "by" where isOfHarm(small?.start ?? 0, draft): break
      case "by": doers.append(actor)
      // `hit a house used by X`: X was struck.
      case "holder": targets.append(actor)
      case "targets" where isSubject(actor, of: small?.start ?? 0, own, draft): break
      case "against", "targets": targets.append(actor)
      case "part" where isOfAircraft(small?.start ?? 0): doers.append(actor)
      case "on" where isOnTarget(actor, draft) && !isState(actor, draft): targets.append(actor)
      default:
        if actor.clitics.contains(.toPreposition),
          draft.triggers.contains(where: {
            $0.roles == "N" && actor.tokens.lowerBound - $0.tokens.upperBound <= 1
              && actor.tokens.lowerBound >= $0.tokens.upperBound
          })
        {
          // `X set an ambush for Y`: the noun is the object of a verb that has its own subject.
          let subject = own.last { $0.tokens.upperBound <= actor.tokens.lowerBound && $0 != actor }
          if let subject,
            isAccusative(actor.tokens.lowerBound - 1) || isSubjectOfLightVerb(subject, draft.main)
          {
            targets.append(actor)
            doers.append(subject)
          } else if isAccusative(actor.tokens.lowerBound - 1),
            draft.triggers.contains(where: { $0.roles == "V" && $0.row.family == "attack" })
          {
            // `a drone hit a base of X`: what is hit belongs to X.
            targets.append(actor)
          } else {
            doers.append(actor)
          }
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
      // From the first victim on: the list may go on (`a woman and her two children`).
      let list = victim.lowerBound..<max(victim.upperBound, frame.tokens.upperBound)
      for actor in own where actor.tokens.overlaps(list) && !targets.contains(actor) {
        if actor.tokens.overlaps(victim) || actor.kind == "civilian" { targets.append(actor) }
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
    let after = free.filter {
      $0.tokens.upperBound > trigger.tokens.upperBound
        && !(trigger.roles == "B" && isLatecomer($0)) && !stepsIn($0, after: trigger)
    }
    let before = free.filter { $0.tokens.upperBound <= trigger.tokens.lowerBound }
    let isVerbFirst = text.language == "ar"
    if text.language == "ckb", "VPB".unicodeScalars.contains(trigger.roles) {
      markSorani(trigger, free, draft, &doers, &targets)
      return
    }
    switch trigger.roles {
    case "V":
      if isVerbFirst {
        if let object = objectOfMeans(trigger, draft, after) {
          targets.append(object)
        } else if let subject = before.last, isSubjectBefore(subject, trigger) {
          doers.append(subject)
          if let object = after.first { targets.append(object) }
        } else if after.count == 1, let object = after.first, doers.isEmpty,
          let subject = before.last, continues(trigger)
        {
          // `arrived … and met X`: the second verb keeps the subject of the first.
          doers.append(subject)
          targets.append(object)
        } else if let owner = after.first, owner.clitics.contains(.toPreposition),
          draft.family == "attack"
        {
          // `hit a patrol of X`: no subject has the preposition, what is hit belongs to X.
          targets.append(owner)
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
        if !isResult, doers.isEmpty, let subject = subject(of: trigger, before, draft) {
          doers.append(subject)
        }
        // Who left as the town was taken lost it.
        if let object = after.first(where: {
          draft.family == "territory" || !isInSubordinate($0)
        }) {
          targets.append(object)
        }
      }
    case "P", "T":
      // Who was harmed is known by the count; without one it is the subject or the genitive.
      guard targets.isEmpty else { break }
      // `planted a bomb that detonated`: the subject is the thing before the pronoun.
      if text.language == "en", let doer = before.last,
        lexicon.functionWord(at: trigger.tokens.lowerBound - 1) == "which",
        doer.tokens.upperBound < trigger.tokens.lowerBound - 1
      {
        if doers.isEmpty, doer.kind.hasSuffix("armed") { doers.append(doer) }
        break
      }
      let subject = isVerbFirst || trigger.roles == "T" ? after.first : before.last ?? after.first
      if let subject { targets.append(subject) }
    case "N":
      if text.language == "en", doers.isEmpty, let subject = before.last,
        subject.kind.hasSuffix("armed"), subject.tokens.upperBound == trigger.tokens.lowerBound,
        let object = after.first, object.tokens.lowerBound == trigger.tokens.upperBound
      {
        // `Turkish jets strike PKK targets`: in a headline the word is a verb.
        doers.append(subject)
        targets.append(object)
      } else if text.language == "en", isAimed(trigger), let object = after.first,
        object.tokens.lowerBound - trigger.tokens.upperBound <= 6, isInReach(object, trigger)
      {
        // `a strike on a convoy of X`: whose the convoy is was struck.
        targets.append(object)
      } else if isVerbFirst,
        let verb = draft.triggers.first(where: {
          $0.roles == "V" && $0.tokens.upperBound == trigger.tokens.lowerBound
        }), let object = objectOfMeans(verb, draft, after)
      {
        targets.append(object)
      } else if doers.isEmpty, isVerbFirst,
        let subject = before.last(where: { isSubjectOfLightVerb($0, trigger) })
      {
        doers.append(subject)
      } else if doers.isEmpty, let next = after.first,
        next.tokens.lowerBound - trigger.tokens.upperBound <= 1 || ownsOverTime(next, trigger)
      {
        doers.append(next)
      } else if doers.isEmpty, let previous = before.last, !isVerbFirst,
        isInReach(previous, trigger), !isBehindVerb(previous, before: trigger, draft)
      {
        doers.append(previous)
      }
    case "D":
      guard doers.isEmpty else { break }
      // `X had withdrawn …, after tension with Y`: the subject stands before its Arabic verb too.
      let isBefore = before.last.map { isSubjectBefore($0, trigger) } == true
      let subject =
        isVerbFirst && !isBefore
        ? after.first { !isGoverned($0) } ?? after.first ?? before.last
        : commonSubject(before, trigger, draft)
          ?? before.last { text.language != "en" || !isOfNoun($0) }
      if let subject { doers.append(subject) }
    case "B":
      if let pair = pairBefore(trigger, before) {
        // `X and Y hold talks`, and whoever comes later is spoken of.
        if doers.isEmpty { doers.append(pair.0) }
        if targets.isEmpty { targets.append(pair.1) }
        break
      }
      if after.count == 1, let first = before.last, doers.isEmpty, isInSentence(first, trigger) {
        // `X met Y`, `X arrived and met Y`.
        doers.append(first)
        targets.append(after[0])
        break
      }
      if let pair = pairAround(trigger, before, after) {
        if doers.isEmpty { doers.append(pair.0) }
        targets.append(pair.1)
        break
      }
      // `clashes between X and Y …, before Z intervened`: those of the clause, when it names any.
      let own = (after.isEmpty ? before : after).filter { isInReach($0, trigger) }
      let sides = own.isEmpty ? (after.isEmpty ? before : after) : own
      if let first = sides.first, doers.isEmpty { doers.append(first) }
      if let second = sides.dropFirst().first { targets.append(second) }
      if after.count == 1, let other = before.last, targets.isEmpty { targets.append(other) }
      // `a fight between two clans`: one word names both sides.
      if targets.isEmpty, let only = doers.first, sides.count == 1, only.kind == "nonstate_armed",
        gazetteer.actorCodes[only.code]?.inter == 4
      {
        targets.append(only)
      }
    default: break
    }
  }

  /// Two parties joined by `and` directly before a noun of meeting or fighting.
  private func pairBefore(
    _ trigger: Trigger, _ before: [ActorMention]
  ) -> (ActorMention, ActorMention)? {
    guard before.count > 1 else { return nil }
    let (first, second) = (before[before.count - 2], before[before.count - 1])
    let isJoined =
      second.clitics.contains(.conjunction)
      || lexicon.functionWord(at: second.tokens.lowerBound - 1) == "and"
      || lexicon.functionWord(at: second.tokens.lowerBound - 2) == "and"
    let isAdjacent =
      second.tokens.lowerBound - first.tokens.upperBound <= 2
      && trigger.tokens.lowerBound - second.tokens.upperBound <= 2
    return isJoined && isAdjacent && first.code != second.code ? (first, second) : nil
  }
}

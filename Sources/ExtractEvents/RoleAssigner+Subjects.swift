import Gazetteer
import Model

/// Questions of grammar about one actor and one trigger.
extension RoleAssigner {
  /// `carried out (the force) an air landing`: an actor between a verb of doing and its verbal noun.
  func isSubjectOfLightVerb(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    guard text.language == "ar", isInReach(actor, trigger), !isGoverned(actor),
      actor.tokens.upperBound <= trigger.tokens.lowerBound
    else { return false }
    let verb = actor.tokens.lowerBound - 1
    // A noun of people or a unit may stand between (`a force of the service`).
    return (max(0, verb - 3)...max(0, verb)).contains { token in
      lexicon.longest(.casualty, at: token) == nil
        && lexicon.all(.event, at: token).contains {
          let row = gazetteer.events[Int($0.row)]
          return row.position == "verb" && row.hasNeeds
        }
    }
  }

  func isGoverned(_ actor: ActorMention) -> Bool {
    if !actor.clitics.isDisjoint(with: [.preposition, .toPreposition, .withPreposition]) {
      return true
    }
    guard let small = lexicon.functionWord(endingAt: actor.tokens.lowerBound) else { return false }
    return ["in", "on", "against", "about", "with", "to"].contains(small.kind)
  }

  /// An indefinite accusative is written with a final alef, with or without its tanwin.
  func isAccusative(_ token: Int) -> Bool {
    guard text.language == "ar" else { return false }
    let bytes = text.source[Int(text.tokens[token].start)..<Int(text.tokens[token].end)]
    return bytes.suffix(2).elementsEqual([0xD8, 0xA7])
      || bytes.suffix(2).elementsEqual([0xD9, 0x8B])
  }

  /// Whether an actor after the verb `targeted` is its subject: the verb begins, and another follows
  /// whom it can have targeted.
  func isSubject(
    _ actor: ActorMention, of verb: Int, _ own: [ActorMention], _ draft: EventDraft
  ) -> Bool {
    // After a noun of the act it is a relative clause: `a blast (that) targeted X`.
    let isRelative = (max(0, verb - 3)..<max(0, verb)).contains { token in
      draft.triggers.contains { $0.tokens.contains(token) && $0.row.position != "verb" }
    }
    guard text.language == "ar", !isRelative,
      !own.contains(where: { $0.tokens.upperBound == verb })
    else { return false }
    if actor.kind == "unknown_armed" || actor.kind == "nonstate_armed",
      actor.tokens.lowerBound - verb <= 1,
      lexicon.longest(.event, at: verb) != nil
    {
      return true
    }
    return own.contains { $0.tokens.lowerBound >= actor.tokens.upperBound }
  }

  /// The party that a device struck: `a bomb targeted a column of X`, where the device is the subject.
  func objectOfMeans(
    _ trigger: Trigger, _ draft: EventDraft, _ after: [ActorMention]
  ) -> ActorMention? {
    let means = draft.triggers.first {
      $0.tokens.lowerBound == trigger.tokens.upperBound && $0.row.position != "verb"
    }
    guard let means, let object = after.first,
      object.tokens.lowerBound >= means.tokens.upperBound, !object.clitics.contains(.toPreposition)
    else { return nil }
    return object
  }

  /// Whether an actor's words are the act itself; in `Turkish drone` they hold the act and name whose.
  func isAct(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    guard actor.tokens.overlaps(trigger.tokens) else { return false }
    return !actor.isName || actor.tokens.upperBound <= trigger.tokens.upperBound
  }

  /// Whether a verb goes on after و with the subject of the verb before it.
  func continues(_ trigger: Trigger) -> Bool {
    trigger.match.clitics.contains(.conjunction)
      && trigger.tokens.lowerBound > text.sentences[trigger.sentence].lowerBound
  }

  /// The subject of an Arabic verb stands before it only in a nominal sentence: directly, or after قد.
  func isSubjectBefore(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    guard actor.tokens.lowerBound >= lexicon.clause(of: trigger.tokens.lowerBound).lowerBound else {
      return false
    }
    let gap = trigger.tokens.lowerBound - actor.tokens.upperBound
    return gap <= 2
  }

  func isInSentence(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    Int(text.sentenceOfToken[actor.tokens.lowerBound]) == trigger.sentence
  }

  func isInReach(_ actor: ActorMention, _ trigger: Trigger) -> Bool {
    Int(text.clauseOfToken[actor.tokens.lowerBound]) == trigger.clause
  }

  func isDoerClass(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    actor.kind.hasSuffix("armed") || draft.family == "protest"
  }
}

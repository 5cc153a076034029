import Gazetteer
import Model

/// Who is who around an English verb or noun of attack.
extension RoleAssigner {
  /// The nearest party before an English verb; `gunmen took the passengers off and shot six`: civilians give
  /// way to the armed before them.
  func subject(
    of trigger: Trigger, _ before: [ActorMention], _ draft: EventDraft
  ) -> ActorMention? {
    let own = before.filter { isInReach($0, trigger) }
    // `gunmen broke into the house of an officer and shot him`: what another noun governs is no subject.
    // A bomb that went off has no doer in another clause: `… near a convoy of X; a second one wounded four`.
    let far = draft.main.roles == "I" ? nil : before.last
    let nearest =
      own.last { !isOfNoun($0) }
      ?? (own.last ?? far).flatMap { isAtNoun($0) || isOfObject($0) ? nil : $0 }
    guard nearest?.kind == "civilian", ["attack", "abduction", "looting"].contains(draft.family)
    else {
      return nearest
    }
    return before.last { $0.kind.hasSuffix("armed") && isInSentence($0, trigger) } ?? nearest
  }

  /// Whether a party without a name of its own is the owner of the noun before it, or any party where
  /// something happened (`an explosion at a depot of X killed …`).
  func isOfNoun(_ actor: ActorMention) -> Bool {
    let kind = governor(of: actor)?.kind
    // `troops backed by X took the town`.
    return isAtNoun(actor) || isOfObject(actor) || kind == "agent_of_noun"
      || (!actor.isName && (kind == "of" || kind == "from"))
  }

  /// `set off a charge against a convoy of the Border Guard and opened fire`: whose what was attacked is.
  private func isOfObject(_ actor: ActorMention) -> Bool {
    guard let owner = governor(of: actor), owner.kind == "of" else { return false }
    let sentence = lexicon.sentence(of: actor.tokens.lowerBound)
    for token in stride(
      from: owner.start - 1, through: max(sentence.lowerBound, owner.start - 4), by: -1)
    {
      if text.tokens[token].kind == .punctuation { return false }
      // `stormed the offices of X and set them on fire`.
      if lexicon.all(.event, at: token).contains(where: {
        gazetteer.events[Int($0.row)].position == "verb"
      }) {
        return true
      }
      guard let small = lexicon.functionWord(at: token) else { continue }
      if ["at", "on", "against", "targets"].contains(small) { return true }
    }
    return false
  }

  private func isAtNoun(_ actor: ActorMention) -> Bool {
    ["at", "on", "in", "against"].contains(governor(of: actor)?.kind ?? "")
  }

  /// Whether a party in front of an act's own words is its subject.
  ///
  /// `fighters, who attacked a town in January, shelled a base`: the party before a relative clause is the
  /// subject of the verb in it, and of the one behind it.
  func isFarSubject(
    _ actor: ActorMention, _ draft: EventDraft, _ range: Range<Int>
  ) -> Bool {
    let end = actor.tokens.upperBound
    guard text.language == "en", ["V", "D"].contains(draft.main.roles), end <= range.lowerBound,
      Int(text.sentenceOfToken[actor.tokens.lowerBound]) == draft.sentence,
      governor(of: actor) == nil
    else { return false }
    let main = draft.main.tokens.lowerBound
    let between = range.lowerBound..<main
    if actors.contains(where: { between.contains($0.tokens.lowerBound) }) { return false }
    // `gunmen torched fields and shot at farmers`: the first party of the sentence is that of both verbs.
    if lexicon.functionWord(at: main - 1) == "and", main - 1 <= range.lowerBound {
      let sentence = lexicon.sentence(of: main)
      return actor.kind != "civilian"
        && actors.first { sentence.contains($0.tokens.lowerBound) } == actor
    }
    let next = lexicon.isMark(end, ",") ? end + 1 : end
    // `forces, backed by X, took the town`.
    return ["which", "agent_of_noun"].contains(lexicon.functionWord(at: next) ?? "")
  }

  /// The small word before a party and where it begins, its article left out.
  func governor(of actor: ActorMention) -> (kind: String, start: Int)? {
    var start = actor.tokens.lowerBound
    // `by two men`, `against five soldiers`.
    while text.language == "en", start > 0, isNumeral(start - 1) { start -= 1 }
    let small = lexicon.functionWord(endingAt: start)
    guard let small, small.kind == "the" || small.kind == "a" else { return small }
    return lexicon.functionWord(endingAt: small.start)
  }

  private func isNumeral(_ token: Int) -> Bool {
    if text.tokens[token].kind == .number { return true }
    return lexicon.functionWord(at: token) == nil
      && lexicon.all(.number, at: token).contains {
        let row = gazetteer.numbers[Int($0.row)]
        return row.kind == "card" && row.operation != "weak"
      }
  }

  /// `X handed the base over to Y and withdrew`: English verbs of one clause have the subject of the first.
  func commonSubject(
    _ before: [ActorMention], _ trigger: Trigger, _ draft: EventDraft
  ) -> ActorMention? {
    guard text.language == "en" else { return nil }
    let first = draft.triggers.filter {
      $0.clause == trigger.clause && ["V", "D"].contains($0.roles)
    }.map(\.tokens.lowerBound).min()
    let own = before.filter { $0.tokens.upperBound <= first ?? 0 }
    // `stormed the offices of X and set them on fire`: X is no subject.
    return own.last { !isOfNoun($0) } ?? (own.isEmpty ? nil : before.first { !isOfNoun($0) })
      ?? own.last
  }

  /// `two clans fought before the army intervened`: a force that only came then is no side of the fight.
  func isLatecomer(_ actor: ActorMention) -> Bool {
    guard text.language == "en", actor.kind == "state_armed" else { return false }
    return governor(of: actor)?.kind == "before"
  }

  /// `X fought Y …; one of X died`: the parties directly before and behind an English verb.
  func pairAround(
    _ trigger: Trigger, _ before: [ActorMention], _ after: [ActorMention]
  ) -> (ActorMention, ActorMention)? {
    guard text.language == "en", trigger.row.position == "verb", let first = before.last,
      trigger.tokens.lowerBound - first.tokens.upperBound <= 1, isInSentence(first, trigger),
      let second = after.first, second.tokens.lowerBound - trigger.tokens.upperBound <= 3,
      first.code != second.code
    else { return nil }
    return (first, second)
  }

  /// Whether an English noun of attack is followed by the preposition of its target.
  func isAimed(_ trigger: Trigger) -> Bool {
    ["on", "against", "targets", "at"].contains(
      lexicon.functionWord(at: trigger.tokens.upperBound) ?? "")
  }

  /// `after the forces had left`, `when X withdrew`: the subject of a clause of its own is no object.
  func isInSubordinate(_ actor: ActorMention) -> Bool {
    guard text.language == "en" else { return false }
    guard let kind = governor(of: actor)?.kind else { return false }
    return ["after", "before", "as", "during", "since", "amid"].contains(kind)
  }

  /// `X struck the positions of Y, in its first raid`: whom a verb of the same event has for its object did
  /// not do what a noun behind it tells.
  func isBehindVerb(
    _ actor: ActorMention, before trigger: Trigger, _ draft: EventDraft
  ) -> Bool {
    text.language == "en"
      && draft.triggers.contains {
        $0.roles == "V" && $0.tokens.upperBound <= actor.tokens.lowerBound
          && $0.tokens.upperBound <= trigger.tokens.lowerBound
      }
  }

  /// Whether the harmed are counted as people of no side.
  func tellsPeople(_ draft: EventDraft) -> Bool {
    draft.harm.contains {
      $0.field == .killed && !$0.isSubset && $0.victim != nil && $0.victimCode == nil
        && $0.victimClass == "unknown"
    }
  }

  /// `expelled X from two villages; seven died, most of them killed by snipers`: who killed some of those who attacked
  /// did not do what the verb tells.
  func isOfHarm(_ by: Int, _ draft: EventDraft) -> Bool {
    text.language == "en" && draft.main.roles == "V" && !draft.main.isHarmWord
      && draft.triggers.contains {
        $0.isHarmWord && $0.tokens.lowerBound > draft.main.tokens.upperBound
          && $0.tokens.upperBound <= by
      }
  }

  /// `Turkey launched air raids`: where a foreign state strikes, its forces do.
  func nameForcesOfState(_ draft: inout EventDraft) {
    guard text.language == "en", draft.family == "attack", let state = draft.actor1,
      state.kind == "government",
      let code = gazetteer.foreignForces.values.filter({
        gazetteer.actorCodes[$0]?.parent == state.code
      }).min(), code != draft.actor2?.code, let row = gazetteer.actorCodes[code]
    else { return }
    draft.actor1?.code = code
    draft.actor1?.kind = row.kind
  }

  /// `struck a vehicle carrying members of X; two fighters were killed and a bystander was hurt`, `fired at a post of X,
  /// leaving eleven dead, six of them residents`: X was struck.
  func carried(_ draft: EventDraft, _ own: [ActorMention]) -> ActorMention? {
    guard text.language == "en", "VDN".unicodeScalars.contains(draft.main.roles),
      draft.family == "attack",
      let target = draft.actor2, target.kind == "civilian"
    else { return nil }
    let hasFighters = draft.harm.contains {
      $0.field == .killed && $0.victimClass?.hasPrefix("armed") == true
    }
    let end = draft.main.tokens.upperBound
    return own.first {
      $0.isName && $0.kind.hasSuffix("armed") && $0.code != draft.actor1?.code
        && (end..<end + 9).contains($0.tokens.lowerBound) && isInReach($0, draft.main)
        && $0.tokens.upperBound <= target.tokens.lowerBound
        && ((hasFighters || isHeld($0)) && ["of", "holder"].contains(governor(of: $0)?.kind ?? "")
          || draft.main.roles != "N" && $0.tokens.lowerBound - end <= 2)
    }
  }

  /// `carrying members of X`.
  private func isHeld(_ actor: ActorMention) -> Bool {
    guard let owner = governor(of: actor) else { return false }
    return owner.kind == "holder"
      || (max(0, owner.start - 3)..<owner.start).contains {
        lexicon.functionWord(at: $0) == "holder"
      }
  }

  /// `The town was retaken on Sunday, the army said`, `raised the flag over X, sealing its recapture`: who tells of
  /// ground taken that nobody else took, or is told of first, took it.
  func nameTaker(_ draft: inout EventDraft, _ all: [ActorMention]) {
    guard text.language == "en", draft.family == "territory", draft.actor1 == nil,
      draft.main.roles == "P" || draft.main.row.position == "noun"
    else { return }
    let regains = draft.main.row.subEventType == "Government regains territory"
    let sentence = text.sentences[draft.sentence]
    let main = draft.main.tokens
    draft.actor1 = all.first { actor in
      guard sentence.contains(actor.tokens.lowerBound), governor(of: actor) == nil,
        actor.code != draft.actor2?.code,
        regains
          ? ["state_armed", "external_armed"].contains(actor.kind) : actor.kind == "nonstate_armed"
      else { return false }
      let end = actor.tokens.upperBound
      if draft.main.roles != "P" {
        return end <= main.lowerBound && !lexicon.isReporting(["say", "announce"], at: end)
      }
      return actor.tokens.lowerBound >= main.upperBound
        && lexicon.isReporting(["say", "announce"], at: end)
    }
  }

  /// Whom a mob beats or kills is a civilian, unless the words say more.
  func nameVictimOfMob(_ draft: inout EventDraft) {
    let frame = draft.harm.first { $0.field != .zero && !$0.isSubset }
    guard text.language == "en", let frame,
      let row = gazetteer.actorCodes[frame.victimCode ?? "CIVILIANS"]
    else { return }
    let tokens = frame.victim ?? frame.tokens
    draft.actor2 = ActorMention(
      tokens: tokens, span: frame.span, code: row.code, kind: row.kind, isName: false, clitics: [],
      rule: frame.rule)
  }

  /// `seized a district before being driven out by X`: X was attacked first.
  func isVictor(_ by: Int) -> Bool {
    lexicon.longest(.clause, endingAt: by).map {
      gazetteer.clauses[Int($0.row)].kind == "reversed"
    } ?? false
  }
}

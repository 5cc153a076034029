import Gazetteer
import Model

/// What grammar leaves open: the sides, crowds, foreign forces, victims and claims.
extension RoleAssigner {
  /// What the grammar left open is decided by the sides: forces arrest, protesters protest, armed men
  /// attack.
  func settle(
    _ own: [ActorMention], _ draft: EventDraft, _ doers: inout [ActorMention],
    _ targets: inout [ActorMention]
  ) {
    // `armed attack` names its doers in Arabic and English; the Sorani adjective does not.
    let free = own.filter { actor in
      !doers.contains(actor) && !targets.contains(actor)
        && !(text.language == "ckb"
          && draft.triggers.contains { !actor.isName && actor.tokens.overlaps($0.tokens) })
    }
    switch draft.family {
    case "arrest", "weapons":
      // What was found or defused had no target yet.
      if draft.family == "weapons" { targets.removeAll { $0.kind == "civilian" } }
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
      if draft.family == "arrest", targets.isEmpty,
        let group = own.first(where: { $0.kind == "nonstate_armed" && !doers.contains($0) })
      {
        // `arrested on a charge of belonging to X`.
        targets.append(group)
      }
    case "protest", "riot":
      // `X supporters`: the name only says whose they are.
      let isOwner = { (actor: ActorMention) in
        actor.isName
          && own.contains {
            $0.kind == "civilian" && $0.tokens.lowerBound == actor.tokens.upperBound
          }
      }
      doers.removeAll(where: isOwner)
      targets.removeAll(where: isOwner)
      // `a demonstration against the withdrawal of X`: a state is no crowd.
      if draft.main.row.position != "verb" { doers.removeAll { $0.kind == "government" } }
      if doers.isEmpty || doers.first?.kind == "state_armed" {
        if let force = doers.first { targets.insert(force, at: 0) }
        doers = own.filter { $0.kind == "protester" || $0.kind == "civilian" }
        targets.removeAll { target in doers.contains(target) }
      }
      // Those who were hurt are the protesters; the other side is the force.
      targets.removeAll { $0.kind == "protester" || $0.kind == "civilian" }
      if targets.isEmpty,
        let force = own.first(where: {
          $0.kind == "state_armed" && !doers.contains($0) && !isOwner($0)
        })
      {
        targets.append(force)
      }
    case "attack", "abduction", "sexual":
      if let owner = own.first(where: { ownsMeans($0, draft) }), !doers.contains(owner) {
        // `a Turkish drone targeted …`: the words of the act name whose it is.
        targets.removeAll { $0 == owner }
        if doers.isEmpty { doers.append(owner) }
      }
      if let crowd = doers.first(where: { $0.kind == "protester" }),
        draft.harm.contains(where: { $0.victimClass == "protester" })
      {
        // Whoever was hurt was fired at.
        doers.removeAll { $0 == crowd }
        targets.removeAll { $0.kind == "unknown_armed" }
        targets.insert(crowd, at: 0)
      }
      if draft.main.row.subEventType == "Suicide bomb" {
        // Bystanders blow nobody up.
        let bystanders = doers.filter { $0.kind == "civilian" }
        doers.removeAll { $0.kind == "civilian" }
        targets += bystanders
      }
      if doers.isEmpty {
        // `a column that carries equipment for X`: X owns it.
        let armed = free.first { actor in
          // `the units (YBS)`: a target named twice is no doer.
          !targets.contains { $0.code == actor.code } && !actor.clitics.contains(.toPreposition)
            && ["nonstate_armed", "unknown_armed", "external_armed"].contains(actor.kind)
        }
        if let armed { doers.append(armed) }
      }
      if targets.isEmpty {
        let rest = free.filter { !doers.contains($0) && !isLatecomer($0) }
        if let other = rest.first(where: { $0.kind != doers.first?.kind || $0.kind == "civilian" })
        {
          targets.append(other)
        }
      }
      if draft.family == "abduction", doers.first?.kind == "civilian",
        let taker = targets.first(where: { ["unknown_armed", "nonstate_armed"].contains($0.kind) })
      {
        // Civilians take no armed men away.
        targets = doers
        doers = [taker]
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

  /// Whether a foreign force is named inside of a noun that tells the act: `American drone`.
  private func ownsMeans(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    text.language == "ar" && actor.isName && actor.kind == "external_armed"
      && draft.triggers.contains {
        $0.row.position != "verb" && $0.tokens.count > actor.tokens.count
          && $0.tokens.lowerBound <= actor.tokens.lowerBound
          && actor.tokens.upperBound <= $0.tokens.upperBound
      }
  }

  /// Whether an actor is only told as part of the people harmed.
  func isPartOfVictims(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    draft.harm.contains { $0.isSubset && $0.victim?.overlaps(actor.tokens) == true }
  }

  /// `a policeman` of `a federal police patrol` is a federal policeman, and the terrorists of a report on
  /// one group are its own: a vaguer code gives way to a finer one on the same side.
  func specify(_ draft: inout EventDraft, _ own: [ActorMention], _ targets: [ActorMention]) {
    if let target = draft.actor2,
      let finer = (targets + own).first(where: {
        $0.tokens != draft.actor1?.tokens && $0.code != draft.actor1?.code
          && isFiner($0.code, than: target.code)
      })
    {
      draft.actor2 = finer
    }
    if let target = draft.actor2, !target.isName, target.kind == "state_armed",
      lexicon.longest(.demonym, at: target.tokens.upperBound) == nil,
      let force = own.first(where: {
        $0.kind == "external_armed" && $0.code != draft.actor1?.code
          && $0.tokens.upperBound <= target.tokens.lowerBound
      })
    {
      // `attacked a convoy of the Indian army and killed three soldiers`.
      draft.actor2 = force
    }
    if let attacked = attackedForce(draft, own) ?? carried(draft, own) { draft.actor2 = attacked }
    if let target = draft.actor2, let named = named(target, draft, targets + own) {
      draft.actor2 = named
    }
    // `struck a cave of X, eight gunmen were killed`.
    let isUnnamed =
      draft.actor2?.code == "UNKNOWN_ARMED"
      || (text.language == "ckb" && draft.actor2?.kind == "unknown_armed")
    if isUnnamed, let group = onlyGroup,
      draft.actor1?.kind == "state_armed" || draft.actor1?.kind == "external_armed"
        || draft.actor1 == nil
    {
      draft.actor2 = group
    }
  }

  /// `attacked a Peshmerga post, killing four soldiers`: whose post it is says whose soldiers they are.
  private func attackedForce(_ draft: EventDraft, _ own: [ActorMention]) -> ActorMention? {
    guard text.language == "en", ["V", "D"].contains(draft.main.roles), draft.family == "attack",
      let target = draft.actor2, !target.isName, target.kind == "state_armed"
    else { return nil }
    let end = draft.main.tokens.upperBound
    return own.first {
      $0.isName && $0.kind == "state_armed" && $0.code != draft.actor1?.code
        // Any checkpoint is some force's, and the victims say whose.
        && gazetteer.regionalCodes[$0.code] == nil
        && (end..<end + 3).contains($0.tokens.lowerBound)
        && $0.tokens.upperBound <= target.tokens.lowerBound
    }
  }

  /// `attacked a post of the tribal force and killed three of its members`: a noun of forces that fits any
  /// of them gives way to the force that is named, or to the finer noun beside it.
  private func named(
    _ target: ActorMention, _ draft: EventDraft, _ others: [ActorMention]
  ) -> ActorMention? {
    guard !target.isName, gazetteer.regionalCodes[target.code] != nil,
      let parent = gazetteer.actorCodes[target.code]?.parent, !parent.isEmpty
    else { return nil }
    return others.first {
      $0.tokens != draft.actor1?.tokens && $0.code != draft.actor1?.code
        && $0.code != target.code && $0.kind == "state_armed" && isFiner($0.code, than: parent)
    }
  }

  /// The armed group of the report, when it names just one.
  private var onlyGroup: ActorMention? {
    let groups = actors.filter { $0.isName && $0.kind == "nonstate_armed" }
    return groups.allSatisfy { $0.code == groups[0].code } ? groups.first : nil
  }

  private func isFiner(_ code: String, than other: String) -> Bool {
    guard code != other, gazetteer.actorCodes[other]?.kind == "state_armed" else { return false }
    var current = gazetteer.actorCodes[code]?.parent ?? ""
    var steps = 0
    while !current.isEmpty, steps < 6 {
      if current == other { return true }
      current = gazetteer.actorCodes[current]?.parent ?? ""
      steps += 1
    }
    return false
  }

  /// `an adviser in the council of ministers was killed`: where the victim works is no doer.
  func isOffice(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    draft.harm.contains { frame in
      guard let victim = frame.victim, actor.tokens.lowerBound >= victim.upperBound else {
        return false
      }
      let gap = Range.between(victim.upperBound, actor.tokens.lowerBound)
      return
        (gap.isEmpty && actor.isName
        && actor.clitics.isDisjoint(with: [.preposition, .withPreposition, .toPreposition]))
        || (gap.count == 1 && lexicon.functionWord(at: gap.lowerBound) == "in")
    }
  }

  /// `X clashed with Y, leaving six militiamen dead`: Y is the other side, whoever died.
  func nameOpponent(_ draft: inout EventDraft, _ own: [ActorMention]) {
    // `clashed with a cell of Y, killing three gunmen`: the gunmen are those of Y.
    if draft.main.roles == "B", draft.actor2?.kind == "unknown_armed",
      let named = own.first(where: {
        $0.kind == "nonstate_armed" && $0.code != draft.actor1?.code && isInReach($0, draft.main)
      })
    {
      draft.actor2 = named
      return
    }
    let end = draft.main.tokens.upperBound
    let window = end..<end + 3
    guard text.language == "en", draft.main.roles == "B",
      draft.actor2.map({ window.contains($0.tokens.lowerBound) }) != true
    else { return }
    if let opponent = own.first(where: {
      $0.kind.hasSuffix("armed") && $0.code != draft.actor1?.code
        && window.contains($0.tokens.lowerBound)
        && lexicon.functionWord(endingAt: $0.tokens.lowerBound)?.kind == "with"
    }) {
      draft.actor2 = opponent
    }
  }

  /// `a tribal dispute`, `two clans fought`: a clan fights a clan where the words name no other side.
  func nameBothClans(_ draft: inout EventDraft) {
    guard draft.main.roles == "B", draft.family == "attack", draft.actor2 == nil,
      let clan = draft.actor1, clan.kind == "nonstate_armed",
      gazetteer.actorCodes[clan.code]?.inter == 4
    else { return }
    draft.actor2 = clan
  }

  /// People who protest are protesters, whoever they are; nobody named: protesters too.
  func nameTheCrowd(_ draft: inout EventDraft) {
    let code: String
    switch draft.family {
    case "protest": code = "PROTESTERS"
    case "riot": code = "RIOTERS"
    default: return
    }
    guard let row = gazetteer.actorCodes[code] else { return }
    let kind = draft.actor1?.kind
    // Of a peaceful crowd the angry ones are protesters too, of a violent one the protesters rioters.
    let isOtherCrowd =
      kind == "protester" && (code == "RIOTERS" || draft.actor1?.code == "RIOTERS")
    guard kind == nil || kind == "civilian" || isOtherCrowd else { return }
    draft.actor1 = ActorMention(
      tokens: draft.actor1?.tokens ?? draft.main.tokens,
      span: draft.actor1?.span ?? draft.main.span, code: code, kind: row.kind, isName: false,
      clitics: [], rule: draft.actor1?.rule ?? draft.main.row.id)
  }

  /// `Turkish jets struck`: a demonym beside a trigger of air or shell fire names the doer's state.
  func addCountryForces(_ range: Range<Int>, _ draft: inout EventDraft) {
    guard draft.actor1 == nil, draft.family == "attack" else { return }
    for index in range {
      guard let match = lexicon.longest(.demonym, at: index),
        !actors.contains(where: { $0.tokens.contains(index) })
      else { continue }
      let row = gazetteer.demonyms[Int(match.row)]
      // `that two Palestinians were killed`: people, and no adjective of a force.
      if text.language == "ar", isPlural(index), !match.clitics.contains(.article) { continue }
      // `killing two American and one British soldier`: nor are those who were counted.
      if draft.harm.contains(where: { $0.tokens.contains(index) && $0.field != .zero }) { continue }
      if text.language == "ar", isOfPlace(index, draft) { continue }
      guard let code = ForeignForces.code(of: row.reference, gazetteer),
        draft.triggers.contains(where: {
          abs(index - $0.tokens.upperBound) <= 3
            // `the Nigerian air force conducted air strikes`.
            || (text.language == "en" && (1...4).contains($0.tokens.lowerBound - index)
              && $0.row.subEventType == "Air/drone strike")
        }),
        let actor = gazetteer.actorCodes[code]
      else { continue }
      let force = ActorMention(
        tokens: match.tokens, span: match.span, code: code, kind: actor.kind, isName: true,
        clitics: [], rule: row.id)
      guard text.language == "ar", isObject(index) else {
        draft.actor1 = force
        return
      }
      // `set an ambush for a Russian convoy`: whose what was struck is.
      if draft.actor2 == nil { draft.actor2 = force }
    }
  }

  /// Arabic: `was killed in the Lebanese university`, `on the Syrian border`: where it happened has the adjective.
  private func isOfPlace(_ adjective: Int, _ draft: EventDraft) -> Bool {
    if lexicon.longest(.placeTrigger, at: adjective - 1) != nil { return true }
    let ends = draft.triggers.lazy.map(\.tokens.upperBound).filter { $0 <= adjective }
    guard let first = ends.max() else { return false }
    return (first..<adjective).contains { token in
      ["in", "at"].contains(lexicon.functionWord(at: token) ?? "")
        || gazetteer.isRelationWord(text.key(token))
    }
  }

  /// Whether one of the three words before an adjective has the preposition of a target.
  private func isObject(_ adjective: Int) -> Bool {
    let start = max(lexicon.clause(of: adjective).lowerBound, adjective - 3)
    return (start..<adjective).contains { token in
      text.matches(at: token).contains { $0.clitics.contains(.toPreposition) }
        || ["on", "against", "targets"].contains(lexicon.functionWord(at: token) ?? "")
    }
  }

  /// Whether an Arabic word ends in the dual or the plural of people.
  private func isPlural(_ token: Int) -> Bool {
    [StaticBytes.obliquePlural, .plural, .dual].contains {
      text.key(token).suffix($0.value.count).elementsEqual($0.value)
    }
  }

  /// The victims' code when no actor mention covers them.
  func addVictimsWithoutActor(_ draft: inout EventDraft) {
    let isMob = draft.family == "riot" && draft.main.row.subEventType == "Mob violence"
    guard draft.actor2 == nil, draft.family != "protest", draft.family != "riot" || isMob else {
      return
    }
    if isMob, draft.harm.contains(where: { $0.field != .zero }) {
      nameVictimOfMob(&draft)
      return
    }
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
}

/// The armed forces of a foreign state by its place in the gazetteer.
enum ForeignForces {
  /// The code whose parent country the reference names: `cc-tr` → the row of `actor_codes.tsv` whose
  /// class is external and whose code begins with the country's.
  static func code(of reference: String, _ gazetteer: Gazetteer) -> String? {
    gazetteer.foreignForces[reference]
  }
}

import Gazetteer
import Model

/// Chooses the sub-event type: trigger × means × target (language.md 2.10).
struct SubEventChooser {
  let lexicon: TextLexicon

  var gazetteer: Gazetteer { lexicon.gazetteer }

  struct Choice {
    var eventType: String
    var subEventType: String
    var plover: String
    var mode: String
    var rule: String
    var flags: [String] = []
  }

  func choose(_ draft: EventDraft) -> Choice {
    var row = draft.main.row
    // A suicide or an air word anywhere in the event outranks a generic one.
    for trigger in draft.triggers
    where specificity(trigger.row) > specificity(row) && mayType(trigger, draft) {
      row = trigger.row
    }
    var choice = Choice(
      eventType: row.eventType, subEventType: row.subEventType, plover: row.plover, mode: row.mode,
      rule: row.id)
    if draft.family == "attack", row.family == "other" {
      apply("Armed clash", "operation_with_harm", &choice)
    }
    if draft.family == "attack", isGeneric(row), let weapon = weapon(draft) {
      apply(weapon.subEventType, weapon.id, &choice)
    }
    if choice.subEventType == "Air/drone strike", isGroundBombing(row, draft) {
      apply("Remote explosive/landmine/IED", "bombed_by_group", &choice)
    }
    if choice.subEventType == "Shelling/artillery/missile attack", isByAircraft(draft) {
      apply("Air/drone strike", "by_aircraft", &choice)
    }
    if choice.subEventType == "Suicide bomb", areDeadBombers(draft) {
      apply("Armed clash", "killed_before", &choice)
    }
    if row.family == "looting", let device = deviceBefore(draft) {
      apply(device.subEventType, device.id, &choice)
    }
    if draft.family == "riot", row.family != "riot", row.family != "protest" {
      // A mob that kills a person is no demonstration.
      let isOnPerson =
        row.family == "attack" && draft.actor2?.kind == "civilian"
        && draft.harm.contains { $0.field == .killed && $0.minimum != 0 }
      let isMobs = isOnPerson || isOfMob(draft)
      apply(isMobs ? "Mob violence" : "Violent demonstration", "act_of_crowd", &choice)
    } else if draft.family == "riot", choice.subEventType == "Violent demonstration",
      isOfMob(draft)
    {
      apply("Mob violence", "mob", &choice)
    } else if isTargetDependent(choice.subEventType) {
      chooseByTarget(draft, row, &choice)
    }
    if draft.family == "protest" || draft.family == "riot" { chooseProtest(draft, &choice) }
    // `followers of X stormed the sit-in`: a crowd uses no force of a state.
    if lexicon.text.language == "en", choice.subEventType == "Excessive force against protesters",
      draft.main.roles == "V", let doer = draft.actor1,
      ["political", "civilian", "protester"].contains(doer.kind),
      doer.tokens.upperBound <= draft.main.tokens.lowerBound, draft.actor2 == nil
    {
      apply("Mob violence", "by_crowd", &choice)
    }
    if draft.family == "territory" {
      if draft.main.isReversed(in: lexicon) {
        apply("Armed clash", "taken_and_lost", &choice)
      } else {
        chooseByTaker(draft, &choice)
      }
    }
    return choice
  }

  /// `an American drone fired missiles`: the name of the doer ends with an aircraft.
  private func isByAircraft(_ draft: EventDraft) -> Bool {
    guard lexicon.text.language == "en" else { return false }
    let main = draft.main.tokens.lowerBound
    return lexicon.longest(.weapon, endingAt: main).map {
      gazetteer.weapons[Int($0.row)].subEventType == "Air/drone strike"
        && lexicon.functionWord(at: Int($0.first) - 1) != "and"
    } ?? false
  }

  /// `a mob set fire to a house`, and nobody came to demonstrate.
  private func isOfMob(_ draft: EventDraft) -> Bool {
    guard lexicon.text.language == "en", let doer = draft.actor1 else { return false }
    return lexicon.all(.event, at: doer.tokens.lowerBound).contains {
      let row = gazetteer.events[Int($0.row)]
      return row.subEventType == "Mob violence" && row.position != "verb"
    } && !draft.triggers.contains { $0.row.family == "protest" }
  }

  /// `X bombed a mosque`, where X is an armed group and no aircraft is named: with a device.
  private func isGroundBombing(_ row: EventRow, _ draft: EventDraft) -> Bool {
    guard lexicon.text.language == "en", row.position == "verb", row.id == draft.main.row.id,
      draft.actor1?.kind == "nonstate_armed", draft.main.tokens.count == 1
    else { return false }
    return !lexicon.text.sentences[draft.sentence].contains { token in
      lexicon.all(.weapon, at: token).contains {
        gazetteer.weapons[Int($0.row)].subEventType == "Air/drone strike"
      }
    } && row.needWords.isEmpty
  }

  /// `two men with suicide vests were killed by the army`: bombers who are the dead, and no blast.
  private func areDeadBombers(_ draft: EventDraft) -> Bool {
    let bombers = draft.triggers.filter { $0.row.subEventType == "Suicide bomb" }
    guard lexicon.text.language == "en",
      !draft.triggers.contains(where: {
        ["explosives", "suicide-attack"].contains($0.row.mode)
          && ["verb", "passive", "imperfect"].contains($0.row.position)
      })
    else { return false }
    let dead = draft.harm.filter { $0.field == .killed && ($0.minimum ?? 0) > 0 }
    let isUnharmed = draft.harm.allSatisfy {
      $0.field != .injured || $0.maximum == 0 || $0.victimClass == "armed_state"
    }
    guard !dead.isEmpty, isUnharmed else { return false }
    if bombers.isEmpty { return dead.allSatisfy { $0.victimClass == "armed_nonstate" } }
    return dead.allSatisfy { frame in
      bombers.contains { trigger in
        frame.tokens.overlaps(trigger.tokens)
          || frame.tokens.upperBound == trigger.tokens.lowerBound
          || frame.victim.map { $0.overlaps(trigger.tokens) } == true
      }
    }
  }

  /// `a bomb destroyed three pylons`: the device right before the word for what it ruined.
  private func deviceBefore(_ draft: EventDraft) -> WeaponRow? {
    for token in stride(from: draft.main.tokens.lowerBound, to: draft.scope.lowerBound, by: -1) {
      guard draft.main.tokens.lowerBound - token <= 2 else { break }
      if let match = lexicon.longest(.weapon, endingAt: token) {
        let row = gazetteer.weapons[Int(match.row)]
        if row.subEventType == "Remote explosive/landmine/IED" { return row }
      }
    }
    return nil
  }

  /// Whether a trigger may say what the event was: one of another sentence only of an attack whose means
  /// its own sentence leaves open, and only by taking it up (`the blast`).
  private func mayType(_ trigger: Trigger, _ draft: EventDraft) -> Bool {
    // What was before and what was lost again type nothing beside what is told.
    if trigger.isHistorical, !draft.main.isHistorical { return false }
    if trigger.isReversed(in: lexicon), draft.family == "attack" { return false }
    // Arabic: `… The march turned into clashes with the police`: what became of a protest, told behind it.
    if lexicon.text.language == "ar", ["protest", "riot"].contains(draft.family),
      ["protest", "riot"].contains(trigger.row.family), trigger.sentence > draft.main.sentence,
      !trigger.isHistorical
    {
      return trigger.row.position == "verb" || trigger.row.family == "riot"
    }
    // `killing 364 and abducting 40`: the killing weighs more.
    if draft.main.row.family == "attack", trigger.row.family == "abduction",
      draft.harm.contains(where: { $0.field == .killed && $0.maximum != 0 })
    {
      return false
    }
    // `laid an ambush with a roadside bomb and gunfire`: who shoots besides fights.
    if isGeneric(draft.main.row), !draft.main.isHarmWord, trigger.row.position != "verb",
      trigger.row.subEventType == "Remote explosive/landmine/IED", isWithShots(trigger)
    {
      return false
    }
    // Nor does the raid in which it was.
    if lexicon.text.language == "en", draft.family == "attack", trigger.row.family == "arrest" {
      return false
    }
    // A crowd that was fired at types no attack: the target does.
    if draft.family == "attack", trigger.row.subEventType == "Peaceful protest" { return false }
    // `stormed the hotel; one blew himself up`: what one of several did types no attack of them all.
    if trigger.tokens != draft.main.tokens,
      draft.main.row.family == "attack", trigger.isOfOne(in: lexicon)
    {
      return false
    }
    // A device found or defused stays that, whatever it would have been.
    if draft.main.row.family == "weapons" { return trigger.row.family == "weapons" }
    // Who was killed or wounded weighs more than what was burned beside.
    if draft.main.row.family == "attack", trigger.row.family == "looting",
      draft.harm.contains(where: { $0.field != .zero && $0.field != .missing })
        || draft.triggers.contains(where: { $0.row.mode == "beat" && $0.row.family == "attack" })
    {
      return false
    }
    if trigger.sentence == draft.main.sentence {
      // Shots and a grenade in one assault: the assault.
      return
        !(trigger.row.subEventType == "Grenade"
        && draft.triggers.contains {
          isTargetDependent($0.row.subEventType) && !$0.isHarmWord && $0.row.weight >= 500
            && $0.sentence == trigger.sentence
        })
    }
    // `A truck blew up … X said one of its men had carried out the suicide attack.`
    if lexicon.text.language == "en", trigger.isDefinite,
      trigger.row.subEventType == "Suicide bomb",
      draft.main.row.subEventType == "Remote explosive/landmine/IED"
    {
      return true
    }
    let isOpen = draft.main.row.roles != "B" && draft.main.row.position == "noun"
    return isOpen && trigger.isDefinite || draft.main.isHarmWord
  }

  private func isWithShots(_ trigger: Trigger) -> Bool {
    let next = trigger.tokens.upperBound
    let small = lexicon.functionWord(endingAt: trigger.tokens.lowerBound)
    let before = small?.kind == "a" ? lexicon.functionWord(endingAt: small?.start ?? 0) : small
    guard lexicon.text.language == "en", ["with", "using"].contains(before?.kind ?? ""),
      lexicon.functionWord(at: next) == "and"
    else { return false }
    return (next + 1..<min(next + 4, lexicon.sentence(of: next).upperBound)).contains(
      where: isFirearm)
  }

  /// Clash and attack tell no means: anything else is more specific.
  private func specificity(_ row: EventRow) -> Int {
    switch row.subEventType {
    case "Suicide bomb": 5
    case "Chemical weapon": 5
    case "Air/drone strike": 4
    case "Grenade": 4
    case "Remote explosive/landmine/IED", "Shelling/artillery/missile attack": 3
    // Stones and fire weigh more than the gas that met them.
    case "Violent demonstration", "Mob violence": 4
    case "Excessive force against protesters", "Protest with intervention": 3
    case "Government regains territory", "Non-state actor overtakes territory": 2
    default: isTargetDependent(row.subEventType) ? 0 : 1
    }
  }

  private func isTargetDependent(_ subEvent: String) -> Bool {
    subEvent == "Armed clash" || subEvent == "Attack"
  }

  func isGeneric(_ row: EventRow) -> Bool { isTargetDependent(row.subEventType) }

  private func apply(_ subEvent: String, _ rule: String, _ choice: inout Choice) {
    guard let row = gazetteer.acled.first(where: { $0.subEventType == subEvent }) else { return }
    choice.eventType = row.eventType
    choice.subEventType = subEvent
    choice.rule += "+" + rule
  }

  private func chooseByTarget(
    _ draft: EventDraft, _ row: EventRow, _ choice: inout Choice
  ) {
    // Two armed sides fight, whatever the word; a clash needs no target.
    if row.roles == "B" { return }
    // Who is put to death is a captive, whatever he was before.
    if row.mode == "execution" {
      choice.mode = "targeted"
      apply("Attack", "captives", &choice)
      return
    }
    let target = draft.actor2?.kind ?? victimKind(draft)
    switch target {
    case "civilian", "political", "official":
      apply("Attack", "target_civilian", &choice)
    case "protester" where isByGunmen(draft): apply("Attack", "target_civilian", &choice)
    case "protester":
      apply("Excessive force against protesters", "target_protesters", &choice)
    case "state_armed", "nonstate_armed", "external_armed", "unknown_armed", "armed_state",
      "armed_nonstate", "government":
      if !isMurder(row) || draft.actor2?.kind != nil || target == "armed_state" {
        apply("Armed clash", "target_armed", &choice)
      }
    default:
      if draft.harm.contains(where: { $0.field != .zero }) {
        apply("Attack", "target_unarmed_people", &choice)
        choice.flags.append("target_unknown")
      } else {
        if choice.subEventType == "Armed clash", draft.actor1?.kind == "state_armed" { return }
        // A word for a fight beside the attack says that it was met by arms.
        if draft.triggers.contains(where: {
          $0.roles == "B" && $0.row.subEventType == "Armed clash"
            && $0.sentence == draft.main.sentence
        }) {
          return apply("Armed clash", "fought", &choice)
        }
        apply("Attack", "target_unknown", &choice)
        choice.flags.append("target_unknown")
      }
    }
  }

  /// `a protester was shot dead by gunmen`: a murder, where no protest is told.
  private func isByGunmen(_ draft: EventDraft) -> Bool {
    draft.actor1?.kind == "unknown_armed"
      && !draft.triggers.contains { ["protest", "riot"].contains($0.row.family) }
  }

  /// Assassination and murder stay attacks whoever the victim is, unless he is a fighter.
  private func isMurder(_ row: EventRow) -> Bool {
    row.subEventType == "Attack" && row.weight >= 700
  }

  /// Who took it says which way the ground changed hands.
  private func chooseByTaker(_ draft: EventDraft, _ choice: inout Choice) {
    switch draft.actor1?.kind {
    case "state_armed", "external_armed", "government":
      if choice.subEventType == "Non-state actor overtakes territory" {
        apply("Government regains territory", "taken_by_state", &choice)
      }
    case "nonstate_armed":
      if choice.subEventType == "Government regains territory" {
        apply("Non-state actor overtakes territory", "taken_by_group", &choice)
      }
    default: break
    }
  }

  private func victimKind(_ draft: EventDraft) -> String? {
    let classes = draft.harm.filter { !$0.isSubset }.compactMap(\.victimClass)
    return classes.first { $0 != "unknown" }
  }

  /// Arabic: `tens of dismissed members of the force went on with their sit-in`: a count of them right before.
  private func isAmongCrowd(_ actor: ActorMention) -> Bool {
    guard lexicon.text.language == "ar" else { return false }
    let first = actor.tokens.lowerBound
    // `retired men of the army gathered`.
    if let noun = lexicon.longest(.person, endingAt: first),
      gazetteer.persons[Int(noun.row)].kind == "civilian"
    {
      return true
    }
    let start = max(lexicon.clause(of: first).lowerBound, first - 3)
    return (start..<max(start, first + 1)).contains {
      guard let match = lexicon.longest(.number, at: $0) else { return false }
      let row = gazetteer.numbers[Int(match.row)]
      return row.kind == "vague" && (row.value ?? 0) >= 20
    }
  }

  private func chooseProtest(_ draft: EventDraft, _ choice: inout Choice) {
    guard
      choice.subEventType == "Peaceful protest"
        || choice.subEventType == "Protest with intervention"
    else { return }
    // Arabic: `… Police said they had arrested twelve of them`, told behind the protest.
    let hasArrests =
      lexicon.text.language == "ar"
      && draft.setting.contains { $0.row.family == "arrest" && $0.sentence > draft.sentence }
    let isForceful =
      hasArrests || draft.actor2?.kind == "state_armed" && draft.actor2.map(isAmongCrowd) != true
    let isDeadly = draft.harm.contains { $0.field == .killed && ($0.minimum ?? 0) > 0 }
    // Fire on a crowd that wounds is as much as fire that kills.
    let isWounding =
      draft.harm.contains { $0.field == .injured && ($0.minimum ?? 0) > 0 }
      && (draft.triggers.contains { $0.row.mode == "firearms" && !$0.isHarmWord }
        || draft.scope.contains(where: isFirearm))
    if isDeadly || isWounding {
      apply("Excessive force against protesters", "killed_protesters", &choice)
    } else if isForceful {
      apply("Protest with intervention", "forces_intervened", &choice)
    }
  }
}

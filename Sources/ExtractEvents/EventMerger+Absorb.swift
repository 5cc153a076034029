import Gazetteer
import Model

/// What an event takes over from a sentence that tells it again.
extension EventMerger {
  func absorb(_ later: EventDraft, into draft: inout EventDraft) {
    let isHeadline = isOfHeadline(draft)
    let isFate = isFateOfAttackers(later, draft)
    let wasOnCrowd = CrowdRule.isOnCrowd(draft)
    draft.triggers += later.triggers
    draft.mergedSentences.append(later.sentence)
    if rank(later) > rank(draft), mayRetype(draft, later) {
      draft.main = later.main
      draft.family = later.family
    }
    if later.date != nil,
      draft.date?.start == nil || (draft.dateIsSpeech && !later.dateIsSpeech)
        || (draft.dateIsCited && later.hasOwnDay && !later.dateIsCited)
    {
      draft.date = later.date
      draft.dateIsSpeech = later.dateIsSpeech
      draft.dateIsCited = later.dateIsCited
      draft.dateIsNote = later.dateIsNote
    }
    mergeHarm(later, into: &draft, isFate: isFate)
    if isFiner(later, than: draft, isLead: isOneHeadline && isHeadline && isOfLead(later)) {
      draft.places = later.places
      draft.placeRule = later.placeRule
    }
    if wasOnCrowd, later.family == "protest", later.actor1?.kind == "protester" {
      takeCrowd(later, &draft)
      return
    }
    takeSides(later, &draft, isHeadline: isHeadline)
  }

  /// A protest names the crowd first, an act of force on it whoever acted.
  private func takeCrowd(_ later: EventDraft, _ draft: inout EventDraft) {
    let force = later.actor2 ?? draft.actor1
    let crowd = later.actor1 ?? draft.actor2
    (draft.actor1, draft.actor2) = draft.family == "attack" ? (force, crowd) : (crowd, force)
  }

  private func takeSides(_ later: EventDraft, _ draft: inout EventDraft, isHeadline: Bool) {
    // A headline's `gunmen` are who the text says they are.
    if isHeadline, let named = later.actor1, let known = draft.actor1,
      (known.kind == "unknown_armed" && named.kind != "unknown_armed")
        || isNamedFor(known, by: named, isLead: isOfLead(later))
    {
      draft.actor1 = named
      draft.actor1Basis = later.actor1Basis
    }
    draft.actor1 = draft.actor1 ?? later.actor1
    guard let named = later.actor2,
      named.code != draft.actor1?.code || later.actor1?.code == named.code
    else { return }
    if let known = draft.actor2 {
      let isOfLaterDead = later.harm.contains { $0.victimCode == named.code }
      let isSoldier =
        isOfLaterDead && known.code == ActorMention.anyForce && named.kind == "state_armed"
      // `attacked a checkpoint. Six soldiers were killed.`
      guard isSoldier || (isHeadline && isNamedFor(known, by: named, isLead: isOfLead(later)))
      else { return }
    }
    draft.actor2 = named
  }

  /// Whether the text names more narrowly whom the headline called by a wider word: `an officer`, then `an
  /// officer of the Federal Police`; `a member of the forces`, then `a member of the Popular Mobilization`.
  private func isNamedFor(_ known: ActorMention, by named: ActorMention, isLead: Bool) -> Bool {
    let codes = lexicon.gazetteer.actorCodes
    var parent = codes[named.code]?.parent
    var steps = 0
    while let code = parent, !code.isEmpty, steps < 6 {
      if code == known.code { return true }
      parent = codes[code]?.parent
      steps += 1
    }
    // `security forces` and `a member` say no more than that a force was hit.
    return isLead && named.kind == known.kind && known.kind == "state_armed"
      && named.code != known.code
      && (known.code == ActorMention.anyForce || isLonger(named, than: known))
  }

  /// `federal policemen` for `policemen`.
  private func isLonger(_ named: ActorMention, than known: ActorMention) -> Bool {
    let text = lexicon.text
    return named.tokens.count > known.tokens.count
      && text.key(named.tokens.upperBound - 1).elementsEqual(text.key(known.tokens.upperBound - 1))
  }

  /// A later sentence types an event only when the first told no more than harm, or named no means.
  private func mayRetype(_ draft: EventDraft, _ later: EventDraft) -> Bool {
    // The battles for a town do not tell more than that it was taken.
    if draft.family == "territory", later.family == "attack" { return false }
    if isFruitOf(later, draft) { return true }
    if draft.family == "attack", later.family == "abduction", text.language == "en" { return false }
    // `killed eight villagers. The assailants also looted shops.`
    if draft.family == "attack", later.family == "looting",
      (HarmAttacher.total(draft.harm).killed.maximum ?? 1) > 0,
      draft.harm.contains(where: { $0.field == .killed })
    {
      return false
    }
    if later.sentence == draft.sentence || draft.main.isHarmWord { return true }
    if CrowdRule.isOnCrowd(later) || isTypedByHeadline(draft) { return true }
    return isGeneric(draft) && draft.main.row.position == "noun" && draft.main.roles != "B"
  }

  private func rank(_ draft: EventDraft) -> Int {
    draft.main.row.weight - (draft.main.isHarmWord ? 500 : 0)
      + (CrowdRule.isOnCrowd(draft) ? 1000 : 0)
  }

  private func mergeHarm(
    _ later: EventDraft, into draft: inout EventDraft, isFate: Bool
  ) {
    let wounded = WoundedWhoDied(lexicon: lexicon)
    let fates = later.harm.filter { wounded.tells($0, of: draft.harm) }
    if let fate = fates.first, fates.count == 1,
      !later.harm.contains(where: { $0.field == .injured && !$0.isSubset && !$0.isToll })
    {
      wounded.move(fate, in: &draft.harm)
      return
    }
    let isOld = !draft.harm.isEmpty && isEarlierAccount(later)
    if (later.harm.contains(where: \.isToll) && !isOld) || isAgainstClaim(later, draft) {
      draft.harm = later.harm
      return
    }
    if isDisputed(draft, later) {
      // Both accounts stand: from none to as many as the other says.
      draft.harm = later.harm.filter { !$0.isSubset }.map { frame in
        var frame = frame
        frame.minimum = 0
        return frame
      }
      return
    }
    for field in [HarmFrame.Field.killed, .injured, .pooled, .casualties, .zero] {
      let known = draft.harm.filter { $0.field == field && !$0.isSubset }
      let added = later.harm.filter { $0.field == field }
      if known.isEmpty {
        draft.harm += added
      } else if isOneHeadline, isOfHeadline(draft), isOfLead(later), qualifies(added, known) {
        // `kills eight` above `killing at least eight`.
        draft.harm.removeAll { $0.field == field && !$0.isSubset }
        draft.harm += added
      } else if isFate {
        // Attackers who died too are counted on top of those whom they killed.
        let isOfAttackers = { (frame: HarmFrame) in frame.victimClass == "armed_nonstate" }
        if !known.contains(where: isOfAttackers), !known.contains(where: \.isToll) {
          draft.harm += added.filter(isOfAttackers)
        }
      } else if lexicon.text.language == "en", !isOld, !areOpposed(known, added, field),
        HarmAttacher.counts(added, whatWasVague: known)
      {
        draft.harm.removeAll { $0.field == field && !$0.isSubset }
        draft.harm += added
      } else if areOpposed(known, added, field), !isOld {
        // `three militants were killed`, and further down `one soldier died in the fight`.
        draft.harm += added.filter { !$0.isSubset }
      } else {
        draft.harm += HarmAttacher.extra(added, over: known)
        if !isOld { draft.harm += HarmAttacher.late(added, over: draft.harm) }
      }
    }
  }

  /// Whether a count gives the same least number and says that it may be more.
  private func qualifies(_ added: [HarmFrame], _ known: [HarmFrame]) -> Bool {
    let counts = { (frames: [HarmFrame]) -> (Int, Bool) in
      let own = frames.filter { !$0.isSubset }
      return (own.reduce(0) { $0 + ($1.minimum ?? 0) }, own.contains { $0.maximum == nil })
    }
    let (mine, other) = (counts(added), counts(known))
    return mine.0 == other.0 && mine.1 && !other.1
  }

  private func isFiner(
    _ later: EventDraft, than draft: EventDraft, isLead: Bool
  ) -> Bool {
    guard let other = later.places.first else { return false }
    guard let mine = draft.places.first else { return true }
    if later.placeRule == "same_paragraph" || later.placeRule == PlaceAttacher.speakersPlace {
      return false
    }
    let (new, known) = (mentions[other], mentions[mine])
    if new.entity != nil, new.entity == known.entity {
      // The town's name in the headline and its outskirts in the lead: the lead says where.
      let leaves = (
        new.relation?.kind.leavesBase ?? false, known.relation?.kind.leavesBase ?? false
      )
      if leaves.0 != leaves.1 { return leaves.0 }
      if new.precision == known.precision, let radius = new.radiusKm, let wider = known.radiusKm {
        return radius < wider
      }
    }
    // What rioters did on one bridge is not all that they did.
    if ["riot", "protest"].contains(draft.family), let spot = new.entity, let town = known.entity,
      isSite(spot, of: town)
    {
      return isLead
    }
    if isLead, isUnitOfHeadline(new, headline: known) { return true }
    // `south of Kirkuk` above `in Wadi al-Shay`: the valley's name says more.
    if isLead, new.precision == .feature, known.relation?.kind.leavesBase == true,
      lexicon.canBeHeadlines(new, headline: known)
    {
      return true
    }
    // A headline names what readers know, the lead where it was.
    if isLead, new.precision.rank <= Precision.near.rank,
      new.precision == known.precision || new.entity != known.entity
    {
      return true
    }
    return new.precision.rank < known.precision.rank
  }

  /// `in Duhok` above `in the sub-district of Kani Masi`, `in Sinjar` above `in the district of Sinjar`: the
  /// lead's district or sub-district is what the headline's town stands for.
  private func isUnitOfHeadline(_ lead: Mention, headline: Mention) -> Bool {
    let gazetteer = lexicon.gazetteer
    guard lead.precision == .adm2 || lead.precision == .adm3, let unit = lead.entity,
      let town = headline.entity, !gazetteer.entities[town].isUnit
    else { return false }
    if gazetteer.isSeatOf(town, unit) { return true }
    return !gazetteer.isWithin(town, unit) && lexicon.canBeHeadlines(lead, headline: headline)
  }
}

import Gazetteer
import Model

/// Merges what later sentences tell again of an event: `the attack`, the masdar for the verb, the lead
/// for the headline.
struct EventMerger {
  let lexicon: TextLexicon
  let mentions: [Mention]
  private let drafts: [EventDraft]
  private let headlineEnd: Int
  /// Whether the headline tells one event: of several it is not known which the lead takes up.
  let isOneHeadline: Bool
  /// The paragraph below the headline.
  private let leadParagraph: Int?

  var text: NormalizedText { lexicon.text }

  /// - Parameter drafts: The events as the sentences tell them, in reading order.
  init(lexicon: TextLexicon, mentions: [Mention], drafts: [EventDraft]) {
    self.lexicon = lexicon
    self.mentions = mentions
    let end = lexicon.headlineEnd
    headlineEnd = end
    self.drafts = drafts
    isOneHeadline = drafts.count { $0.main.span.start < end } == 1
    leadParagraph = lexicon.leadParagraph
  }

  func isOfHeadline(_ draft: EventDraft) -> Bool {
    draft.triggers.contains { $0.span.start < headlineEnd }
  }

  /// Whether it is the headline alone that says what a draft was.
  func isTypedByHeadline(_ draft: EventDraft) -> Bool {
    draft.main.span.start < headlineEnd
  }

  /// Whether a draft is told in the first paragraph below the headline.
  func isOfLead(_ draft: EventDraft) -> Bool {
    Int(text.paragraphOfToken[draft.main.tokens.lowerBound]) == leadParagraph
  }

  /// The events, each told once.
  func merge() -> [EventDraft] {
    var result: [EventDraft] = []
    for draft in CrowdRule(lexicon: lexicon).apply(drafts) {
      if let last = result.indices.last, isAftermath(draft, of: result[last]) {
        if draft.family == "arrest", result[last].family == "protest",
          result[last].actor2 == nil, draft.actor1?.kind == "state_armed"
        {
          // Who arrested protesters stepped in.
          result[last].actor2 = draft.actor1
        }
        result[last].setting += draft.triggers
        result[last].mergedSentences.append(draft.sentence)
        continue
      }
      if let last = result.indices.last, isFightOfRaid(draft, result[last]) {
        absorb(draft, into: &result[last])
        result[last].main = draft.main
        result[last].family = draft.family
        continue
      }
      if let index = result.indices.last(where: { isSame(result[$0], draft) }) {
        absorb(draft, into: &result[index])
      } else {
        result.append(draft)
      }
    }
    for index in result.indices where isDeadlyOperation(result[index]) {
      result[index].family = "attack"
    }
    return result
  }

  /// `A force raided a hideout. Eight gunmen were killed in a firefight that followed the raid`: one fight, at the place
  /// and on the day of the raid.
  private func isFightOfRaid(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard text.language != "ckb", earlier.family == "arrest", later.family == "attack",
      later.sentence == earlier.sentence + 1, !earlier.isHistorical, !later.isHistorical,
      hasNothingOfItsOwn(later), !later.hasOwnDay
    else { return false }
    // `freed hostages in a raid near X. A soldier was killed; 20 fighters died.`
    if text.language == "en" {
      return earlier.main.row.position == "noun" && earlier.harm.isEmpty
        && later.harm.contains {
          $0.field == .killed && ($0.minimum ?? 0) > 0
            && $0.victimClass?.hasPrefix("armed") == true
        }
    }
    return text.sentences[later.sentence].contains {
      lexicon.longest(.eventAnaphor, at: $0).map {
        lexicon.gazetteer.eventAnaphors[Int($0.row)].families.contains("arrest")
      } ?? false
    }
  }

  /// An operation launched, and the militants or soldiers whom a later sentence says it cost.
  private func isDeadlyOperation(_ draft: EventDraft) -> Bool {
    draft.family == "other" && draft.main.row.plover == "MOBILIZE"
      && draft.harm.contains {
        $0.field == .killed && !$0.isSubset && ($0.minimum ?? 0) > 0
          && $0.victimClass?.hasPrefix("armed") == true
      }
  }

  /// `A force cordoned off the area and began a search`, `Police arrested six men`: what followed an
  /// attack, at no place and on no day of its own, is no event beside it; nor is the second device that
  /// was found and defused.
  private func isAftermath(_ later: EventDraft, of earlier: EventDraft) -> Bool {
    guard !earlier.isHistorical, !later.triggers.contains(where: \.isSeparate) else { return false }
    if later.sentence == earlier.sentence, later.places == earlier.places,
      let isPart = isPartOfAct(later, earlier)
    {
      return isPart
    }
    // `A suspect was arrested the following day.`
    let isNextArrest = later.family == "arrest" && text.language == "en" && follows(later, earlier)
    guard hasNothingOfItsOwn(later), !later.hasOwnDay || isNextArrest else { return false }
    switch later.family {
    case "other":
      // `The road was reopened following talks`: what was talked about before is no news of its own.
      if later.main.row.plover == "CONSULT", ["protest", "riot"].contains(earlier.family) {
        return SettingRule(lexicon: lexicon, harm: []).isNounBehind(later.main, ["after"])
      }
      // `took hostages … He gave himself up and the hostages were freed`.
      if later.main.row.plover == "CONCEDE", earlier.family == "abduction",
        text.language == "ar"
      {
        return later.sentence > earlier.sentence
      }
      // `attacked two prisons. Hundreds of inmates escaped.`
      let isEscape =
        text.language == "en" && later.main.row.plover.isEmpty && earlier.family == "attack"
        && later.actor1?.code == "DETAINEES"
      return (later.main.row.plover == "MOBILIZE" || isEscape)
        && ["attack", "abduction", "looting"].contains(earlier.family)
    case "weapons":
      return later.sentence > earlier.sentence && earlier.family == "attack"
    case "arrest":
      return later.sentence > earlier.sentence
        && ["attack", "abduction", "looting", "protest", "riot", "weapons"].contains(earlier.family)
    case "looting":
      // `took the town. The others blew up the bridge as they withdrew.`
      return later.sentence > earlier.sentence && earlier.family == "territory"
        && text.language == "en"
    case "transfer":
      if earlier.family == "territory", text.language == "en" {
        return later.sentence > earlier.sentence
      }
      // `The police withdrew from the spot.`, `The militants withdrew after an hour.`
      if earlier.family == "attack" { return isLeavingOfDoers(later, earlier) }
      return later.sentence > earlier.sentence && ["protest", "riot"].contains(earlier.family)
    default: return false
    }
  }

  /// Whether what a sentence tells behind an act at the same place is part of it; nil where the two families
  /// do not say.
  private func isPartOfAct(_ later: EventDraft, _ earlier: EventDraft) -> Bool? {
    let doer = earlier.actor1?.kind ?? ""
    let isByDoer = later.actor1 == nil || later.actor1?.code == earlier.actor1?.code
    switch (later.family, earlier.family) {
    // `a force killed a commander in X and arrested two men`: one raid.
    case ("arrest", "attack") where ["state_armed", "external_armed"].contains(doer):
      return isByDoer
    // `killed seven militants in an air strike and destroyed their hideout`.
    case ("weapons", "attack")
    where doer.hasSuffix("armed") && !later.hasOwnDay
      && later.main.tokens.lowerBound > earlier.main.tokens.lowerBound:
      return isByDoer
    // `… before riot police stepped in and arrested five of them`.
    case ("arrest", "protest"), ("arrest", "riot"): return true
    // `broke up the sit-in, killing dozens and raping women`.
    case ("sexual", "protest"), ("sexual", "riot"): return later.actor1 == nil || isByDoer
    case ("transfer", "attack"): return isLeavingOfDoers(later, earlier)
    // `stormed the square, set tents alight and fired at those inside`.
    case ("looting", "protest"), ("looting", "riot"):
      return text.language == "en" ? isByDoer : nil
    default: return nil
    }
  }

  /// Whether those who attacked left again: a raid gives no ground away.
  private func isLeavingOfDoers(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard let doer = earlier.actor1, doer.kind != "state_armed", later.actor2 == nil,
      later.main.row.plover == "RETREAT",
      later.main.tokens.lowerBound > earlier.main.tokens.lowerBound
    else { return false }
    return later.actor1.map { $0.code == doer.code } ?? (later.sentence == earlier.sentence)
  }

  /// Whether the later draft tells the earlier one again.
  private func isSame(_ earlier: EventDraft, _ later: EventDraft) -> Bool {
    // `In a separate incident` tells another event than those before it, but a headline may have
    // told it already.
    let isHeadline = isOfHeadline(earlier)
    if later.triggers.contains(where: \.isSeparate), !isHeadline { return false }
    // A death told later of those who were hurt tells no new event.
    if later.triggers.allSatisfy(\.isHarmWord), hasNothingOfItsOwn(later),
      familiesAgree(earlier, later), later.sentence > earlier.sentence
    {
      return true
    }
    if isFateOfAttackers(later, earlier) || isEnsuing(later, earlier) { return true }
    // `kidnapped seven men; their bodies were found later`.
    if earlier.family == "abduction", later.harm.contains(where: \.isDiscovery) || isFate(later),
      hasNothingOfItsOwn(later)
        || (later.sentence == earlier.sentence && later.places == earlier.places),
      later.sentence >= earlier.sentence, !later.hasOwnDay || follows(later, earlier)
    {
      return true
    }
    if isTakenBeside(later, earlier) || isFruitOf(later, earlier) { return true }
    if isBodyOfTaken(later, earlier) { return true }
    if isTakenAlong(later, earlier) || isBySameDoers(later, earlier) { return true }
    guard familiesAgree(earlier, later), datesAgree(earlier, later), harmAgrees(earlier, later),
      placesAgree(earlier, later)
    else { return false }
    if earlier.isHistorical != later.isHistorical {
      // Told once as background and once in passing: only the same kind of rare act.
      return earlier.family == "transfer" && later.family == "transfer"
    }
    if later.main.isDefinite || later.triggers.allSatisfy(\.isHarmWord) { return true }
    if earlier.triggers.allSatisfy(\.isHarmWord) { return true }
    // The same kind of act with nothing that tells it apart: the lead and its elaboration, the
    // headline and the lead.
    if later.family != "attack" || sharesType(earlier, later) || isGeneric(earlier)
      || isGeneric(later)
    {
      return true
    }
    return hasNothingOfItsOwn(later) || isLeadOf(earlier, later)
  }

  /// `kidnapped 14 men; 11 of them were found dead`: killed by nobody new.
  private func isFate(_ draft: EventDraft) -> Bool {
    draft.family == "attack" && draft.main.roles == "P" && draft.actor1 == nil
      && text.language == "en" && draft.harm.contains { $0.field == .killed }
  }

  /// Whether a later sentence is dated to the days after the event.
  private func follows(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard let day = later.date?.start, let first = earlier.date?.start else { return false }
    return (0...14).contains(day.dayNumber - first.dayNumber)
  }

  /// Whether the first sentence below a headline tells what the headline told, whatever it calls it.
  func isLeadOf(_ earlier: EventDraft, _ later: EventDraft) -> Bool {
    isOneHeadline && isOfHeadline(earlier) && earlier.mergedSentences.isEmpty && isOfLead(later)
  }

  /// Whether a later sentence says when an event was whose day is not told before: `The attack happened on
  /// Saturday night`.
  func tellsDayOf(_ earlier: EventDraft, _ later: EventDraft) -> Bool {
    (earlier.date == nil || earlier.dateIsSpeech)
      && text.sentences[later.sentence].contains { lexicon.longest(.eventAnaphor, at: $0) != nil }
  }

  private func sharesType(_ first: EventDraft, _ second: EventDraft) -> Bool {
    first.main.row.subEventType == second.main.row.subEventType
  }

  /// Attack and clash tell no means: any attack can be told by them.
  func isGeneric(_ draft: EventDraft) -> Bool {
    draft.main.row.subEventType == "Armed clash" || draft.main.row.subEventType == "Attack"
  }

  func hasNothingOfItsOwn(_ draft: EventDraft) -> Bool {
    let hasPlace = draft.placeRule == "same_clause" || draft.placeRule == "same_sentence"
    return !hasPlace
  }

  private func familiesAgree(_ first: EventDraft, _ second: EventDraft) -> Bool {
    if first.family == second.family { return true }
    if CrowdRule.isOnCrowd(first) && second.family == "protest"
      || CrowdRule.isOnCrowd(second) && first.family == "protest"
    {
      return true
    }
    if first.family == "riot", second.family == "looting" { return true }
    // `The house burned down.`
    if first.family == "attack", second.family == "looting", hasNothingOfItsOwn(second) {
      return true
    }
    // `The attack` may take up a kidnapping, a fire, a seizure.
    if second.main.isDefinite, isGeneric(second), hasNothingOfItsOwn(second),
      ["abduction", "looting", "sexual", "riot", "territory"].contains(first.family)
        || first.main.row.subEventType == "Excessive force against protesters"
    {
      return true
    }
    // `freed the two villages after battles in which 35 militants were killed`, further down.
    if first.family == "territory", second.family == "attack", second.main.roles == "B",
      (hasNothingOfItsOwn(second) && !second.hasOwnDay) || second.sentence == first.sentence,
      sharesSide(first, second)
    {
      return true
    }
    if second.main.isDefinite, hasNothingOfItsOwn(second), takesUp(second.main, first) {
      return true
    }
    let crowd: Set = ["protest", "riot"]
    if crowd.contains(first.family), crowd.contains(second.family) { return true }
    // Harm of a protest or an abduction told by harm words alone.
    return second.triggers.allSatisfy(\.isHarmWord)
      && (first.family == "territory" || crowd.contains(first.family)
        || first.family == "abduction")
  }

  /// Whether those who fought are those who took or lost the ground, as far as either is told.
  private func sharesSide(_ first: EventDraft, _ second: EventDraft) -> Bool {
    let sides = [first.actor1?.code, first.actor2?.code]
    if let side = second.actor2?.code { return sides.contains(side) }
    // `overran the town after fighting with X`: the loser is told with the fight alone.
    return second.sentence == first.sentence
      && (second.actor1 == nil || first.actor2 == nil || sides.contains(second.actor1?.code))
  }

  /// `the brawl` after an armed fight: a definite noun of `event_anaphors.tsv` takes up what its row says.
  private func takesUp(_ trigger: Trigger, _ earlier: EventDraft) -> Bool {
    let first = trigger.tokens.lowerBound
    // The English rows begin with the article.
    let start = lexicon.withArticle(first)
    return lexicon.longest(.eventAnaphor, at: start).map {
      lexicon.gazetteer.eventAnaphors[Int($0.row)].families.contains(earlier.family)
    } ?? false
  }

  func datesAgree(_ first: EventDraft, _ second: EventDraft) -> Bool {
    // What somebody told today, and what was on a day long before it.
    if first.dateIsSpeech, !second.dateIsSpeech, !second.main.isDefinite,
      let told = first.date?.end,
      second.date?.precision == .day, let day = second.date?.end,
      told.dayNumber - day.dayNumber >= lexicon.gazetteer.weights["background_after_days"]
    {
      return false
    }
    if first.dateIsCited, let told = first.date?.end, second.date?.precision == .day,
      let day = second.date?.end, (0...2).contains(told.dayNumber - day.dayNumber)
    {
      return true
    }
    guard let mine = first.date, let other = second.date, !first.dateIsSpeech, !second.dateIsSpeech,
      let start = mine.start, let end = mine.end, let otherStart = other.start,
      let otherEnd = other.end
    else { return true }
    return start <= otherEnd && otherStart <= end
  }

  /// Counts that contradict each other tell two events; missing ones agree with any.
  func harmAgrees(_ first: EventDraft, _ second: EventDraft) -> Bool {
    let mine = HarmAttacher.total(first.harm)
    // `The assailant also died` contradicts no earlier count.
    let extra = HarmAttacher.extra(second.harm, over: first.harm)
    let other = HarmAttacher.total(second.harm.filter { !extra.contains($0) })
    // A new toll replaces what was told before, and so does what was told before it.
    if second.harm.contains(where: \.isToll) || isEarlierAccount(second) {
      return true
    }
    if second.main.isDefinite, isClaim(first) != isClaim(second) { return true }
    if isDisputed(first, second) { return true }
    return
      (agree(mine.killed, other.killed) || areOpposed(first.harm, second.harm, .killed))
      && (agree(mine.injured, other.injured) || areOpposed(first.harm, second.harm, .injured))
  }

  func agree(_ first: Harm.Count, _ second: Harm.Count) -> Bool {
    guard let low = first.minimum, let otherLow = second.minimum else { return true }
    let high = first.maximum ?? Int.max
    let otherHigh = second.maximum ?? Int.max
    return low <= otherHigh && otherLow <= high
  }
}

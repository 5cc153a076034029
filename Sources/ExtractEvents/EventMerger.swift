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

  private var text: NormalizedText { lexicon.text }

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
        result[last].setting += draft.triggers
        result[last].mergedSentences.append(draft.sentence)
        continue
      }
      if let index = result.indices.last(where: { isSame(result[$0], draft) }) {
        absorb(draft, into: &result[index])
      } else {
        result.append(draft)
      }
    }
    return result
  }

  /// `A force cordoned off the area and began a search`, `Police arrested six men`: what followed an
  /// attack, at no place and on no day of its own, is no event beside it; nor is the second device that
  /// was found and defused.
  private func isAftermath(_ later: EventDraft, of earlier: EventDraft) -> Bool {
    guard !earlier.isHistorical, hasNothingOfItsOwn(later), !later.hasOwnDay,
      !later.triggers.contains(where: \.isSeparate)
    else { return false }
    switch later.family {
    case "other":
      return later.main.row.plover == "MOBILIZE"
        && ["attack", "abduction", "looting"].contains(earlier.family)
    case "weapons":
      return later.sentence > earlier.sentence && earlier.family == "attack"
    case "arrest":
      return later.sentence > earlier.sentence
        && ["attack", "abduction", "looting", "protest", "riot"].contains(earlier.family)
    default: return false
    }
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
    if isFateOfAttackers(later, earlier) { return true }
    // `kidnapped seven men; their bodies were found later`.
    if earlier.family == "abduction", later.harm.contains(where: \.isDiscovery),
      hasNothingOfItsOwn(later), !later.hasOwnDay, later.sentence > earlier.sentence
    {
      return true
    }
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

  /// `The attackers set off a bomb and then opened fire`, right after what they did was told: how they did it,
  /// and perhaps where exactly.
  private func isBySameDoers(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard later.family == "attack", earlier.family == "attack", !isTypedByHeadline(earlier),
      later.sentence > earlier.sentence,
      later.sentence <= (earlier.mergedSentences.max() ?? earlier.sentence) + 1,
      earlier.isHistorical == later.isHistorical, datesAgree(earlier, later),
      harmAgrees(earlier, later), namesKnownDoers(later, earlier)
    else { return false }
    if placesAgree(earlier, later) || later.places.isEmpty || earlier.places.isEmpty { return true }
    return lexicon.canBeHeadlines(mentions[later.places[0]], headline: mentions[earlier.places[0]])
  }

  /// Whether the doers of a draft, or those whom its sentence begins with, are some that were told of before.
  private func namesKnownDoers(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    let isArmed = { (kind: String?) in kind == "unknown_armed" || kind == "nonstate_armed" }
    guard isArmed(earlier.actor1?.kind) else { return false }
    let sentence = text.sentences[later.sentence]
    return [later.actor1, later.actor2].compactMap(\.self).contains { side in
      isArmed(side.kind) && side.tokens.lowerBound - sentence.lowerBound <= 6
        && (lexicon.functionWord(at: side.tokens.lowerBound - 1) == "the"
          || side.clitics.contains(.article))
        && side.tokens.upperBound <= later.main.tokens.lowerBound
    }
  }

  /// `A third man who was abducted with them was set free on Monday`: a relative clause further down about
  /// those who were taken, on whatever day it says what became of them.
  private func isTakenAlong(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard earlier.family == "abduction", later.family == "abduction", hasNothingOfItsOwn(later),
      later.sentence > earlier.sentence
    else { return false }
    let first = later.main.tokens.lowerBound
    return lexicon.functionWord(at: first) == "which"
      || lexicon.functionWord(at: first - 1) == "which"
      || (lexicon.functionWord(at: first - 1) == "was"
        && lexicon.functionWord(at: first - 2) == "which")
  }

  /// Whether the first sentence below a headline tells what the headline told, whatever it calls it.
  private func isLeadOf(_ earlier: EventDraft, _ later: EventDraft) -> Bool {
    isOneHeadline && isOfHeadline(earlier) && earlier.mergedSentences.isEmpty && isOfLead(later)
  }

  /// `One attacker was shot dead, the other blew himself up`: what became of those who attacked, told in
  /// the next sentence without a place or a day of its own.
  func isFateOfAttackers(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard later.family == "attack", earlier.family == "attack",
      later.sentence > earlier.sentence,
      later.sentence <= (earlier.mergedSentences.max() ?? earlier.sentence) + 1,
      hasNothingOfItsOwn(later), !later.hasOwnDay || tellsDayOf(earlier, later),
      !later.triggers.contains(where: \.isSeparate), let attacker = earlier.actor1
    else { return false }
    let isArmed = { (kind: String?) in kind == "unknown_armed" || kind == "nonstate_armed" }
    guard isArmed(attacker.kind) else { return false }
    let target = later.actor2
    return isArmed(target?.kind)
      && (target?.code == attacker.code || target?.kind == "unknown_armed")
  }

  /// Whether a later sentence says when an event was whose day is not told before: `The attack happened on
  /// Saturday night`.
  private func tellsDayOf(_ earlier: EventDraft, _ later: EventDraft) -> Bool {
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
    {
      return true
    }
    // `freed the two villages after battles in which 35 militants were killed`, further down.
    if first.family == "territory", second.family == "attack", second.main.roles == "B",
      hasNothingOfItsOwn(second), !second.hasOwnDay, let side = second.actor2?.code,
      [first.actor1?.code, first.actor2?.code].contains(side)
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

  /// `the brawl` after an armed fight: a definite noun of `event_anaphors.tsv` takes up what its row says.
  private func takesUp(_ trigger: Trigger, _ earlier: EventDraft) -> Bool {
    lexicon.longest(.eventAnaphor, at: trigger.tokens.lowerBound).map {
      lexicon.gazetteer.eventAnaphors[Int($0.row)].families.contains(earlier.family)
    } ?? false
  }

  private func datesAgree(_ first: EventDraft, _ second: EventDraft) -> Bool {
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
  private func harmAgrees(_ first: EventDraft, _ second: EventDraft) -> Bool {
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

  private func placesAgree(_ first: EventDraft, _ second: EventDraft) -> Bool {
    // A place taken over from the paragraph is none of its own.
    if second.placeRule == "same_paragraph" || second.placeRule == PlaceAttacher.speakersPlace {
      return true
    }
    // What the lead says of the headline's place; events told after it are others.
    if isLeadOf(first, second) {
      for mine in first.places {
        for other in second.places
        where lexicon.canBeHeadlines(mentions[other], headline: mentions[mine]) {
          return true
        }
      }
    }
    let mine = first.places.compactMap { mentions[$0].entity }
    let other = second.places.compactMap { mentions[$0].entity }
    if mine.isEmpty, !other.isEmpty, !isOfHeadline(first), !second.main.isDefinite,
      text.paragraphOfToken[first.main.tokens.lowerBound]
        != text.paragraphOfToken[second.main.tokens.lowerBound]
    {
      // Another paragraph, with a place of its own.
      return false
    }
    if mine.isEmpty || other.isEmpty { return true }
    return mine.contains { a in
      other.contains { b in
        a == b || lexicon.gazetteer.isWithin(a, b) || lexicon.gazetteer.isWithin(b, a)
          || lexicon.gazetteer.entities[b].level == .country
          || lexicon.gazetteer.isSeatOf(a, b) || lexicon.gazetteer.isSeatOf(b, a)
          || isQuarter(a, of: b) || isQuarter(b, of: a)
          || (second.main.isDefinite && lexicon.isPlace(b, inDistrictOf: a))
          || (["riot", "protest"].contains(first.family) && isSite(b, of: a))
          || isOnGround(second, first)
      }
    }
  }

  private static let settlements: Set = ["city", "town", "village"]

  /// `clashes in the city`, and further down `on the bridge`: a spot of the town.
  func isSite(_ place: Int, of town: Int) -> Bool {
    let entity = lexicon.gazetteer.entities[place]
    return !entity.isUnit && !Self.settlements.contains(entity.type)
      && lexicon.isPlace(place, inDistrictOf: town)
  }

  /// `killed three militants in the Hamrin hills`, and further down `clashed with the militants near X`: the same
  /// militants, near a town at the foot of the hills.
  private func isOnGround(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard later.family == "attack", earlier.places.count == 1, let place = later.places.first,
      mentions[earlier.places[0]].precision == .feature,
      [later.actor1, later.actor2].contains(where: { side in
        side?.rule.hasSuffix(ActorFinder.anaphor) == true && side?.kind == "nonstate_armed"
          && [earlier.actor1?.code, earlier.actor2?.code].contains(side?.code)
      })
    else { return false }
    return lexicon.isBeside(mentions[place], ground: mentions[earlier.places[0]])
  }

  /// Whether a quarter or village lies in a unit whose seat is the town.
  private func isQuarter(_ place: Int, of town: Int) -> Bool {
    let entities = lexicon.gazetteer.entities
    guard !entities[place].isUnit, !entities[town].isUnit else { return false }
    var unit = entities[place].parent
    var steps = 0
    // A village belongs to the seat of its sub-district; a quarter to its city, which may be larger.
    let isQuarter = entities[place].type == "quarter"
    while unit >= 0, steps < 4, isQuarter || entities[unit].level == .adm3 {
      if lexicon.gazetteer.isSeatOf(town, unit) { return true }
      unit = entities[unit].parent
      steps += 1
    }
    return false
  }
}

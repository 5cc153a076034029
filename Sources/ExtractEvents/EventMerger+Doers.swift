import Gazetteer
import Model

/// Sentences that take up an event by who was in it: the attackers and what became of them, those who were taken.
extension EventMerger {
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

  /// `The attackers set off a bomb and then opened fire`, right after what they did was told: how they did it,
  /// and perhaps where exactly.
  func isBySameDoers(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard later.family == "attack", earlier.family == "attack", !isTypedByHeadline(earlier),
      later.sentence > earlier.sentence,
      later.sentence <= (earlier.mergedSentences.max() ?? earlier.sentence) + 1,
      earlier.isHistorical == later.isHistorical, datesAgree(earlier, later),
      harmAgrees(earlier, later), namesKnownDoers(later, earlier)
    else { return false }
    if placesAgree(earlier, later) || later.places.isEmpty || earlier.places.isEmpty { return true }
    return lexicon.canBeHeadlines(mentions[later.places[0]], headline: mentions[earlier.places[0]])
  }

  /// `kidnapped a councilor. His body was dumped near X`: what became of the one who was taken, wherever he was found.
  func isBodyOfTaken(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    let first = later.main.tokens.lowerBound
    guard text.language == "en", ["abduction", "attack"].contains(earlier.family),
      later.sentence == earlier.sentence + 1, later.harm.contains(where: \.isDiscovery),
      !later.triggers.contains(where: \.isSeparate), first > 0,
      !later.hasOwnDay || datesAgree(earlier, later) || earlier.family == "abduction",
      HarmAttacher.total(later.harm).killed.maximum == 1,
      (HarmAttacher.total(earlier.harm).killed.maximum ?? 1) == 1
    else { return false }
    // A word that owns (`his`): no article and no number.
    return text.tokens[first - 1].kind == .word
      && (lexicon.functionWord(at: first - 1) == "her" || !text.hasMatches(at: first - 1))
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

  /// `Troops moved into a protest camp. 20 people were killed in the clashes that followed.`: what an act led to at its place.
  func isEnsuing(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard text.language == "en", later.family == "attack", later.sentence == earlier.sentence + 1,
      ["protest", "riot", "attack", "arrest", "looting"].contains(earlier.family),
      earlier.isHistorical == later.isHistorical, hasNothingOfItsOwn(later), !later.hasOwnDay,
      harmAgrees(earlier, later)
    else { return false }
    return later.triggers.contains { trigger in
      !trigger.isHarmWord
        && (lexicon.functionWord(at: trigger.tokens.lowerBound - 1) == "ensuing"
          || lexicon.functionWord(at: trigger.tokens.upperBound) == "ensuing")
    }
  }

  /// `attacked a school. 41 people were killed and six were abducted.`: of the same attack.
  func isTakenBeside(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    text.language == "en" && later.family == "abduction" && earlier.family == "attack"
      && later.sentence > earlier.sentence && later.main.roles == "P" && later.actor1 == nil
      && earlier.isHistorical == later.isHistorical
      && hasNothingOfItsOwn(later) && !later.hasOwnDay
      && !later.triggers.contains(where: \.isSeparate) && harmAgrees(earlier, later)
  }

  /// `launched an assault on X. It retook 11 villages within hours.`: what came of it.
  func isFruitOf(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    text.language == "en" && later.family == "territory" && earlier.family == "attack"
      && isGeneric(earlier) && earlier.harm.isEmpty && later.sentence == earlier.sentence + 1
      && hasNothingOfItsOwn(later) && !later.hasOwnDay
      && earlier.isHistorical == later.isHistorical
      && (later.actor1 == nil || later.actor1?.code == earlier.actor1?.code)
  }

  /// `A third man who was abducted with them was set free on Monday`: a relative clause further down about
  /// those who were taken, on whatever day it says what became of them.
  func isTakenAlong(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard earlier.family == "abduction", later.family == "abduction", hasNothingOfItsOwn(later),
      later.sentence > earlier.sentence
    else { return false }
    let first = later.main.tokens.lowerBound
    return lexicon.functionWord(at: first) == "which"
      || lexicon.functionWord(at: first - 1) == "which"
      || (lexicon.functionWord(at: first - 1) == "was"
        && lexicon.functionWord(at: first - 2) == "which")
  }
}

import Gazetteer
import Model

/// Verb forms that assert nothing by themselves: relative clauses on things, infinitives.
extension RealisReader {
  /// `buried three men who were killed at dawn today`: a day right behind a verb of what befell those who are
  /// buried is the day of that.
  func hasDayOfDeath(_ cue: RealisCue, _ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    dates.contains { date in
      date.precision == .day && date.start != nil
        && Int(text.clauseOfToken[date.tokens.lowerBound]) == trigger.clause
        && triggers.contains {
          ($0.row.position == "verb" || $0.row.position == "passive")
            && $0.tokens.lowerBound >= cue.tokens.upperBound
            // `of the deputy who was killed`: of one who is known already.
            && lexicon.functionWord(at: $0.tokens.lowerBound - 1) != "which"
            && (0...4).contains(date.tokens.lowerBound - $0.tokens.upperBound)
        }
    }
  }

  /// Arabic: `two clans made peace after a feud that left six dead`: the fight that an agreement of its sentence
  /// follows.
  func isSettled(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    guard trigger.row.language == "ar", trigger.row.family == "attack",
      triggers.contains(where: {
        $0.row.subEventType == "Agreement" && $0.sentence == trigger.sentence
          && $0.rejection == nil && $0.tokens.lowerBound < trigger.tokens.lowerBound
      })
    else { return false }
    let first = trigger.tokens.lowerBound
    // With a day of its own it is news besides.
    let sentence = text.sentences[trigger.sentence]
    if dates.contains(where: {
      $0.precision == .day && (first..<sentence.upperBound).contains($0.tokens.lowerBound)
    }) {
      return false
    }
    // The noun of the fight behind `after`, and what a verb of its clause tells of it.
    let start = max(sentence.lowerBound, first - 8)
    return (start..<first).reversed().contains {
      lexicon.functionWord(at: $0) == "after" || lexicon.hasClauseWord("after", in: $0..<$0 + 1)
    }
  }

  static let relativeBackground = "relative_background"

  /// `the mosque that the group blew up`: a relative clause on a thing, without a day of its own, tells
  /// what was before.
  func isBackgroundRelative(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    if text.language == "en" {
      return isReducedRelative(trigger, triggers) || isPerfectRelative(trigger)
    }
    guard text.language == "ar", lexicon.functionWord(at: first - 1) == "which",
      trigger.row.position == "verb" || trigger.row.position == "passive"
    else { return false }
    let sentence = text.sentences[trigger.sentence]
    let before = max(sentence.lowerBound, first - 7)..<max(sentence.lowerBound, first - 1)
    let isOfEvent = triggers.contains { before.contains($0.tokens.lowerBound) }
    let hasDay = dates.contains {
      Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause && $0.start != nil
    }
    return !isOfEvent && !hasDay
  }

  /// `the group, which has killed thousands`: the perfect in a relative clause without a day of its own.
  private func isPerfectRelative(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    guard trigger.row.position == "verb" || trigger.row.position == "passive",
      lexicon.functionWord(at: first - 1) == "has", lexicon.functionWord(at: first - 2) == "which"
    else { return false }
    return !dates.contains {
      Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause && $0.start != nil
    }
  }

  /// `the families of soldiers killed in X`, `the ruins of churches destroyed by Y`: a participle on a
  /// noun behind `of`.
  private func isReducedRelative(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    guard trigger.roles == "P", trigger.row.position == "verb" || trigger.row.position == "passive"
    else { return false }
    let start = lexicon.clause(of: first).lowerBound
    for token in stride(from: first - 1, through: max(start, first - 4), by: -1) {
      if lexicon.functionWord(at: token) == "was" || text.tokens[token].kind != .word {
        return false
      }
      if triggers.contains(where: { $0.tokens.contains(token) }) { return false }
      if lexicon.functionWord(at: token) == "of" {
        // `bodies of men killed` and `a group of men killed` are told here and now.
        return token > 0 && lexicon.longest(.casualty, at: token - 1) == nil
          && lexicon.longest(.number, at: token - 1) == nil
          && lexicon.longest(.person, at: token - 1) != nil
      }
    }
    return false
  }

  static let attribute = "attribute"

  /// `justice for murdered activists`, `after kidnapped villagers' relatives refused`: an English participle
  /// between a small word and its noun says who they are, beside another act.
  func isAttribute(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    guard trigger.row.language == "en", trigger.tokens.count == 1,
      ["attack", "abduction", "arrest"].contains(trigger.row.family),
      text.key(first).suffix(2).elementsEqual([0x65, 0x64])
        || lexicon.functionWord(at: first) == "participle",
      isGovernedAttribute(trigger), lexicon.longest(.person, at: first + 1) != nil
    else { return false }
    return triggers.contains {
      $0.sentence == trigger.sentence && $0.tokens != trigger.tokens && $0.rejection == nil
        && !$0.row.eventType.isEmpty
    }
  }

  private func isGovernedAttribute(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    if let small = lexicon.functionWord(endingAt: first)?.kind, Self.governors.contains(small) {
      return true
    }
    // `the bodies of six kidnapped soldiers`.
    return trigger.row.family == "abduction" && first > 0 && !isOfFreed(first)
      && (text.tokens[first - 1].kind == .number
        || lexicon.longest(.number, endingAt: first) != nil)
  }

  /// `freed two kidnapped workers`: the end of a kidnapping that is told here.
  private func isOfFreed(_ first: Int) -> Bool {
    (max(lexicon.sentence(of: first).lowerBound, first - 4)..<first).contains { token in
      lexicon.all(.event, at: token).contains {
        gazetteer.events[Int($0.row)].plover == "CONCEDE"
      }
    }
  }

  private static let governors: Set<String> = [
    "of", "for", "from", "to", "with", "about", "the", "a", "its", "after", "before", "against",
    "between", "include",
  ]

  /// `the operation to free the town will begin`: in Arabic the noun stands before the verb of which it is the
  /// subject.
  func isToBegin(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    guard trigger.row.language == "ar",
      trigger.row.position == "noun" || trigger.row.position == "phrase",
      trigger.row.family == "other" || trigger.row.family == "territory"
    else { return false }
    return triggers.contains { verb in
      verb.clause == trigger.clause && verb.tokens.lowerBound >= trigger.tokens.upperBound
        && verb.match.clitics.contains(.future) && verb.row.plover == "MOBILIZE"
    }
  }

  /// `to arrest a suspect`: a word that is noun and verb is the verb before an object.
  private func hasObject(_ trigger: Trigger) -> Bool {
    let next = trigger.tokens.upperBound
    switch lexicon.functionWord(at: next) {
    case "a", "the": return true
    default:
      return lexicon.longest(.person, at: next) != nil
        || mentions.contains { $0.role == .literal && $0.tokens.lowerBound == next }
    }
  }

  /// `came to arrest`, `is to begin`: an English infinitive asserts nothing, unless the verb before says
  /// that it was done (`managed to`, `went on to`) or the main clause tells an event that it serves.
  func isBareInfinitive(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    guard trigger.row.language == "en",
      trigger.row.position != "noun" || hasObject(trigger),
      lexicon.functionWord(at: first - 1) == "to"
        || (trigger.tokens.count > 1 && lexicon.functionWord(at: first) == "to")
    else { return false }
    let start = lexicon.sentence(of: first).lowerBound
    let isDone = (max(start, first - 4)..<first).contains {
      lexicon.functionWord(at: $0) == "achieved"
    }
    let isServed = triggers.contains {
      $0.sentence == trigger.sentence && $0.tokens.upperBound < first && $0.rejection == nil
        && $0.clause == trigger.clause
    }
    return !isDone && !isServed
  }

  /// Arabic: `farmers kept the tankers from passing, in protest at …`: what a crowd itself does takes nothing of its
  /// protest back.
  func isDoneByCrowd(_ cue: RealisCue, _ trigger: Trigger) -> Bool {
    cue.row.language == "ar" && cue.row.value == "possible" && trigger.row.position == "noun"
      && trigger.row.needs.first == .crowdact
      && cue.tokens.lowerBound == lexicon.clause(of: trigger.tokens.lowerBound).lowerBound
      && lexicon.longest(.person, at: cue.tokens.upperBound) != nil
  }

  /// Sorani: `(they) shut the gate and the police did not step in`: the verb stands last, so one with `and`
  /// behind it is done, and the denial is of what follows.
  func isDoneBefore(_ cue: RealisCue, _ trigger: Trigger) -> Bool {
    guard cue.row.value == "negated", trigger.tokens.upperBound < cue.tokens.lowerBound,
      ["verb", "passive", "phrase"].contains(trigger.row.position)
    else { return false }
    return lexicon.functionWord(at: trigger.tokens.upperBound) == "and"
  }
}

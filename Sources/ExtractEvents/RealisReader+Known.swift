import Gazetteer
import Model

/// English words that take up what is known beside what a sentence tells: what was before it, what it answers,
/// what it is for.
extension RealisReader {
  /// The rule of a trigger that tells nothing new, nil for all others.
  func known(_ trigger: Trigger, _ triggers: [Trigger]) -> Trigger.Rejection? {
    guard trigger.row.language == "en", !trigger.row.eventType.isEmpty else { return nil }
    if isKidnappingOfFreed(trigger, triggers) {
      return Trigger.Rejection(reason: "historical", rule: "kidnapping_of_freed")
    }
    if isSince(trigger, triggers) {
      return Trigger.Rejection(reason: "historical", rule: Self.since)
    }
    if isBeforeSpan(trigger, triggers) {
      return Trigger.Rejection(reason: "historical", rule: Self.span)
    }
    if isCauseOfFight(trigger, triggers) {
      return Trigger.Rejection(reason: "historical", rule: Self.cause)
    }
    if isOperationSpokenOf(trigger, triggers) {
      return Trigger.Rejection(reason: "generic", rule: "operation_spoken_of")
    }
    if let why = reference(of: trigger, triggers) {
      return Trigger.Rejection(reason: why, rule: Self.relativeOfReference)
    }
    return nil
  }

  /// Rules under which the words count nobody either.
  static let uncounted: Set<String> = [attribute, span, cause, since, relativeOfReference]
  static let cause = "cause_before"
  static let since = "since"
  static let span = "before_span"
  static let relativeOfReference = "relative_of_reference"

  /// `was released a week after being abducted`, `freed an activist who was kidnapped two days before`: the
  /// news is the release.
  private func isKidnappingOfFreed(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    guard trigger.row.family == "abduction" else { return false }
    let first = trigger.tokens.lowerBound
    let start = lexicon.functionWord(at: first - 1) == "was" ? 2 : 1
    let before = lexicon.functionWord(at: first - start) ?? ""
    guard ["which", "after", "had", "has", "its"].contains(before) else { return false }
    return triggers.contains {
      $0.sentence == trigger.sentence && $0.row.plover == "CONCEDE"
        && $0.tokens.upperBound <= first
    }
  }

  /// `killed since the protests began in October`.
  private func isSince(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    if trigger.isHarmWord { return isInSpanSince(first) }
    guard trigger.row.position == "noun" else { return isInClauseSince(trigger, triggers) }
    let start = lexicon.withArticle(first)
    return lexicon.functionWord(at: start - 1) == "since"
  }

  /// `the first such attack since the city was retaken in July`: a clause behind `since` beside news.
  private func isInClauseSince(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    guard let since = lexicon.clauseSince(before: first),
      !dates.contains(where: { $0.tokens.contains(since + 1) })
    else { return false }
    return triggers.contains {
      $0.sentence == trigger.sentence && !$0.row.eventType.isEmpty
        && $0.tokens.upperBound <= since
    }
  }

  /// `a year since the start of the uprising in which 600 were killed`.
  private func isInSpanSince(_ first: Int) -> Bool {
    let start = max(lexicon.sentence(of: first).lowerBound, first - 14)
    guard let pronoun = (start..<first).last(where: { lexicon.functionWord(at: $0) == "which" })
    else { return false }
    return (start..<pronoun).contains { lexicon.functionWord(at: $0) == "since" }
  }

  /// `killed 17, a day after bombs at three hotels left 36 dead`: behind a unit of time and `after` stands what
  /// was before the event of its sentence.
  private func isBeforeSpan(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    let start = max(text.sentences[trigger.sentence].lowerBound, first - 14)
    guard start < first,
      let after = (start..<first).last(where: { lexicon.functionWord(at: $0) == "after" }),
      let unit = unit(endingAt: after),
      // `…, days after the troops left, killing 69`.
      !(after..<first).contains(where: { text.tokens[$0].kind == .punctuation })
    else { return false }
    // What years passed over is history whatever the news is.
    if gazetteer.times[Int(unit.row)].value == "year" { return true }
    return triggers.contains {
      $0.sentence == trigger.sentence && $0.rejection == nil && !$0.row.eventType.isEmpty
        && $0.tokens.upperBound <= Int(unit.first)
    }
  }

  /// `…, a day after a ferry sank with the loss of 100 lives`, `killed 86 people, after five herders were killed`: the
  /// dead of what was before the act that its sentence tells.
  func isOfEarlier(
    _ frame: HarmFrame, _ frames: [HarmFrame], _ triggers: [Trigger]
  ) -> Bool {
    guard text.language == "en", frame.field != .zero else { return false }
    let first = frame.tokens.lowerBound
    let clause = lexicon.clause(of: frame.word.lowerBound)
    let sentence = lexicon.sentence(of: first)
    guard clause.lowerBound > sentence.lowerBound,
      let after = (clause.lowerBound..<clause.upperBound).first(where: {
        lexicon.functionWord(at: $0) == "after"
      }), after <= first
    else { return false }
    if after == clause.lowerBound {
      return frames.contains {
        $0.field == frame.field && $0.word.upperBound <= clause.lowerBound
          && $0.word.lowerBound >= sentence.lowerBound && $0.maximum != 0
      }
    }
    guard let unit = unit(endingAt: after), Int(unit.first) >= clause.lowerBound else {
      return false
    }
    return triggers.contains {
      $0.rejection == nil && !$0.row.eventType.isEmpty && sentence.contains($0.tokens.lowerBound)
        && $0.tokens.upperBound <= Int(unit.first)
    }
  }

  /// `two militias traded fire after the killing of one of their members`: what is known already set it off.
  private func isCauseOfFight(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    guard trigger.row.family == "attack",
      trigger.row.position == "noun" || trigger.row.position == "phrase",
      lexicon.functionWord(at: first - 1) == "the",
      lexicon.functionWord(endingAt: first - 1)?.kind == "after"
    else { return false }
    return triggers.contains {
      $0.sentence == trigger.sentence && $0.rejection == nil && !$0.row.eventType.isEmpty
        && $0.tokens.upperBound < first && $0.row.family != "arrest"
    }
  }

  /// The unit of time that ends before a token: `a day (after)`.
  private func unit(endingAt end: Int) -> LexiconMatch? {
    lexicon.all(.time, at: end - 1).first {
      Int($0.last) == end && gazetteer.times[Int($0.row)].kind == "unit"
    }
  }

  /// `the staging base for the offensive to retake X`, `an offensive to recapture X could begin in spring`.
  private func isOperationSpokenOf(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    let next = trigger.tokens.upperBound
    guard trigger.row.position == "noun" || trigger.row.position == "phrase",
      ["attack", "other", "territory"].contains(trigger.row.family),
      lexicon.functionWord(at: next) == "to"
    else { return false }
    let sentence = text.sentences[trigger.sentence]
    let isToCome = (next..<min(next + 7, sentence.upperBound)).contains { token in
      lexicon.longest(.realis, at: token).map {
        let row = gazetteer.realis[Int($0.row)]
        return ["possible", "future", "planned"].contains(row.value) && row.language == "en"
      } ?? false
    }
    if isToCome { return true }
    let article = lexicon.functionWord(endingAt: first)
    let start = article?.kind == "the" ? article?.start ?? first : first
    guard start < first, let governor = lexicon.functionWord(endingAt: start)?.kind else {
      return false
    }
    return ["for", "of", "in", "since", "before"].contains(governor)
      && triggers.contains {
        $0.rejection == nil && !$0.row.eventType.isEmpty && $0.tokens.upperBound <= first
      }
  }

  /// `in retaliation for a strike that killed two officers`: why the relative clause on an act that is only referred
  /// to tells nothing either.
  private func reference(of trigger: Trigger, _ triggers: [Trigger]) -> String? {
    let first = trigger.tokens.lowerBound
    guard trigger.row.position != "noun",
      let pronoun = [first - 1, first - 2].first(where: {
        lexicon.functionWord(at: $0) == "which" || lexicon.functionWord(at: $0) == "that"
      })
    else { return nil }
    let head = triggers.last {
      $0.sentence == trigger.sentence && $0.tokens.upperBound <= pronoun
    }
    guard let head, pronoun - head.tokens.upperBound <= 5, head.row.position != "verb",
      let rejection = head.rejection, ["generic", "historical"].contains(rejection.reason),
      !rejection.rule.hasSuffix("+needs"), !rejection.rule.hasSuffix("+excluded"),
      // Beside news, and with no day of its own.
      triggers.contains(where: {
        $0.rejection == nil && !$0.row.eventType.isEmpty
          && $0.tokens.upperBound <= head.tokens.lowerBound
      }),
      !dates.contains(where: {
        $0.start != nil && $0.precision == .day && $0.tokens.lowerBound > pronoun
          && Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence
      })
    else { return nil }
    return rejection.reason
  }
}

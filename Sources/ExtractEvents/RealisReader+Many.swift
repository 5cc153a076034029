import Gazetteer
import Model

/// Words for many events at once: spans of months, plurals that count nothing, habits.
extension RealisReader {
  /// A span of weeks or years instead of a day: many events at once.
  func aggregate(_ trigger: Trigger) -> Trigger.Rejection? {
    guard trigger.row.family != "agreement", trigger.row.plover != "CONSULT" else { return nil }
    let own = dates.filter {
      Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence
    }
    // `on 5 May the envoy visited X, which has seen several strikes this year`: the clause's own span.
    let near = own.filter { Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause }
    let isNear = near.contains(where: isLongSpan)
    let hasDay = (isNear ? near : own).contains { !$0.isSpan && $0.start != nil }
    guard !hasDay, let span = own.first(where: isLongSpan) else { return nil }
    return Trigger.Rejection(reason: "aggregate", rule: span.rule)
  }

  /// A span of more than a week; `in the past two days` is one event's time, and what a named event
  /// lasted (`in revenge for …`) is no time of this one.
  private func isLongSpan(_ date: DateExpression) -> Bool {
    guard date.isSpan else { return false }
    if gazetteer.namedEvents.contains(where: { $0.id == date.rule }) { return false }
    guard let start = date.start, let end = date.end else { return true }
    return end.dayNumber - start.dayNumber > 7
  }

  /// An indefinite plural without number, day or harm tells no one event.
  func generic(_ trigger: Trigger, _ triggers: [Trigger]) -> Trigger.Rejection? {
    if isBareReference(trigger, triggers) {
      return Trigger.Rejection(reason: "generic", rule: "bare_reference")
    }
    if trigger.row.position == "imperfect", trigger.row.language == "ar",
      trigger.span.start >= text.textStart, trigger.sentence > lastHeadlineSentence
    {
      return Trigger.Rejection(reason: "generic", rule: "habitual_present")
    }
    // `fired rockets` is a verb, `rocket attacks` are a plural.
    let isPhrase =
      trigger.row.position == "phrase" && trigger.row.language == "en"
      && (trigger.row.hasNeeds || !["V", "D"].contains(trigger.roles))
    guard trigger.row.position == "noun" || isPhrase, trigger.roles != "B", isPlural(trigger) else {
      return nil
    }
    if isCounted(trigger) || hasPlace(trigger) || isHappening(trigger) || opensHeadline(trigger) {
      return nil
    }
    let sentence = text.sentences[trigger.sentence]
    let hasHarm = harm.contains { sentence.contains($0.tokens.lowerBound) }
    let hasDay = dates.contains { sentence.contains($0.tokens.lowerBound) && !$0.isSpan }
    return hasHarm || hasDay
      ? nil : Trigger.Rejection(reason: "generic", rule: "plural_without_day")
  }

  /// `strikes alone will not do`, `protested at the raid`: an Arabic noun with its article, in a sentence
  /// that tells no harm, no day and no act besides, speaks of what is known.
  private func isBareReference(_ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    guard trigger.row.language == "ar", trigger.match.clitics.contains(.article),
      trigger.row.position == "noun" || trigger.row.position == "phrase",
      trigger.row.family == "attack", !isHappening(trigger)
    else { return false }
    let sentence = text.sentences[trigger.sentence]
    let next = trigger.tokens.upperBound
    let near = max(sentence.lowerBound, trigger.tokens.lowerBound - 2)
    let isTold = (near..<min(next + 3, sentence.upperBound)).contains { token in
      lexicon.functionWord(at: token) == "happened"
        || lexicon.all(.casualty, at: token).contains {
          gazetteer.casualties[Int($0.row)].slot == "result"
        }
    }
    if isTold || isCounted(trigger) { return false }
    if harm.contains(where: { sentence.contains($0.tokens.lowerBound) }) { return false }
    // `claimed the attack`: news of its doer.
    if sentence.contains(where: { lexicon.isReporting(["responsibility", "claim"], at: $0) }) {
      return false
    }
    if dates.contains(where: { sentence.contains($0.tokens.lowerBound) && !$0.isSpan }) {
      return false
    }
    return !triggers.contains {
      $0.sentence == trigger.sentence && $0.tokens != trigger.tokens && $0.rejection == nil
        && !$0.row.eventType.isEmpty && !$0.match.clitics.contains(.article)
        && $0.row.family != "protest"
    }
  }

  /// `three strikes`: a number directly before.
  private func isCounted(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    guard first > 0 else { return false }
    return text.tokens[first - 1].kind == .number
      || lexicon.longest(.number, endingAt: first).map {
        gazetteer.numbers[Int($0.row)].value != nil
      }
        == true
  }

  /// Whether the clause names a town or a site where they happened.
  private func hasPlace(_ trigger: Trigger) -> Bool {
    mentions.contains {
      $0.role == .literal && $0.kind == nil && $0.entity != nil
        && [.site, .place, .near].contains($0.precision)
        && Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause
        && $0.tokens.lowerBound >= trigger.tokens.upperBound
    }
  }

  /// `the city saw (today) protests`, `protests broke out`: a finite verb of happening in front of the
  /// noun, in its clause.
  private func isHappening(_ trigger: Trigger) -> Bool {
    let first = trigger.tokens.lowerBound
    let start = max(text.clauses[trigger.clause].lowerBound, first - 5)
    return (start..<max(start, first)).contains { lexicon.functionWord(at: $0) == "happened" }
  }

  /// `Protests across the country against …`: a crowd's act that opens the text, with where it was.
  private func opensHeadline(_ trigger: Trigger) -> Bool {
    guard trigger.row.family == "protest", trigger.row.language == "ar",
      trigger.sentence == firstTextSentence, !trigger.match.clitics.contains(.article),
      trigger.tokens.lowerBound == text.sentences[trigger.sentence].lowerBound
    else { return false }
    return mentions.contains {
      $0.role == .literal && Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause
    }
  }

  /// The first sentence of the text, or the second when the first is a mere call (`In pictures ..`).
  private var lastHeadlineSentence: Int {
    let first = firstTextSentence
    guard text.sentences.indices.contains(first) else { return first }
    return text.sentences[first].count <= 5 ? first + 1 : first
  }

  var firstTextSentence: Int {
    text.sentences.firstIndex { Int(text.tokens[$0.lowerBound].start) >= text.textStart } ?? 0
  }

  private func isPlural(_ trigger: Trigger) -> Bool {
    let key = text.key(trigger.tokens.upperBound - 1)
    switch trigger.row.language {
    // The feminine plural ending alef teh.
    case "ar": return key.count > 6 && key.suffix(4).elementsEqual([0xD8, 0xA7, 0xD8, 0xAA])
    case "en": return key.last == UInt8(ascii: "s")
    default: return false
    }
  }
}

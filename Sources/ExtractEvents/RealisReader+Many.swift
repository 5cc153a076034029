import Gazetteer
import Model

/// Words for many events at once: spans of months, plurals that count nothing, habits.
extension RealisReader {
  /// A span of weeks or years instead of a day: many events at once.
  func aggregate(_ trigger: Trigger) -> Trigger.Rejection? {
    guard trigger.row.family != "agreement", trigger.row.plover != "CONSULT" else { return nil }
    let own = dates.filter {
      Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence
        && !isInBackground($0, of: trigger)
    }
    // `on 5 May the envoy visited X, which has seen several strikes this year`: the clause's own span.
    let near = own.filter { Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause }
    if isSinceThen(trigger) { return Trigger.Rejection(reason: "aggregate", rule: "perfect_since") }
    let isNear = near.contains(where: isLongSpan)
    let hasDay = (isNear ? near : own).contains { !$0.isSpan && $0.start != nil }
    guard !hasDay, !isOneOfCrowd(trigger), let span = own.first(where: isLongSpan) else {
      return nil
    }
    return Trigger.Rejection(reason: "aggregate", rule: span.rule)
  }

  /// Arabic: `…, and the UN had warned of hunger in the city besieged since May`: behind a comma and `and … was` stands what
  /// was so before.
  private func isInBackground(_ date: DateExpression, of trigger: Trigger) -> Bool {
    let start = trigger.tokens.upperBound
    guard text.language == "ar", start < date.tokens.lowerBound else { return false }
    return (start..<date.tokens.lowerBound).contains {
      lexicon.functionWord(at: $0) == "was"
        && (lexicon.isMark($0 - 1, "\u{060C}") || lexicon.isMark($0 - 1, ","))
    }
  }

  /// Arabic: `teachers have been on (a hunger strike) for some two weeks`: one, in the accusative without article.
  private func isOneOfCrowd(_ trigger: Trigger) -> Bool {
    guard trigger.row.language == "ar", trigger.row.family == "protest",
      ["noun", "phrase"].contains(trigger.row.position), !isPlural(trigger)
    else { return false }
    return trigger.match.clitics.isSubset(of: .accusative)
      && text.key(trigger.tokens.lowerBound).suffix(2).elementsEqual(StaticBytes.alef.value)
  }

  /// `have been killed since the unrest began`: the perfect, and since when.
  private func isSinceThen(_ trigger: Trigger) -> Bool {
    guard trigger.row.language == "en", trigger.row.position != "noun" else { return false }
    let first = trigger.tokens.lowerBound
    let sentence = text.sentences[trigger.sentence]
    let isPerfect = (max(sentence.lowerBound, first - 3)..<first).contains {
      lexicon.functionWord(at: $0) == "has"
    }
    let next = trigger.tokens.upperBound
    return isPerfect
      && (next..<min(next + 8, sentence.upperBound)).contains {
        lexicon.functionWord(at: $0) == "since"
      }
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
    if let known = known(trigger, triggers) { return known }
    if isAttribute(trigger, triggers) {
      return Trigger.Rejection(reason: "generic", rule: Self.attribute)
    }
    if freesPeople(trigger) {
      return Trigger.Rejection(reason: "generic", rule: "frees_people")
    }
    if isManyWithoutDay(trigger) {
      return Trigger.Rejection(reason: "aggregate", rule: "many_without_day")
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
    // `women stood … rejecting`: what a crowd does is no plural of acts.
    guard trigger.row.position == "noun" || isPhrase, trigger.roles != "B", isPlural(trigger),
      trigger.row.needs.first != .crowdact
    else { return nil }
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
    let isTold = Range.between(near, min(next + 3, sentence.upperBound)).contains { token in
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

  /// `the freeing of a citizen`: Arabic has one noun for towns and captives.
  private func freesPeople(_ trigger: Trigger) -> Bool {
    guard trigger.row.family == "territory", trigger.row.position == "noun",
      trigger.row.language == "ar"
    else { return false }
    let next = trigger.tokens.upperBound
    let object =
      text.tokens.indices.contains(next) && text.tokens[next].kind == .number ? next + 1 : next
    return lexicon.longest(.person, at: object).map {
      let kind = gazetteer.persons[Int($0.row)].kind
      return $0.clitics.isEmpty && (kind == "civilian" || kind == "unknown")
    } ?? false
  }

  /// `the province came first with 19 attacks`, `has carried out dozens of attacks this year`: a number of
  /// attacks with neither a day nor a town.
  private func isManyWithoutDay(_ trigger: Trigger) -> Bool {
    guard trigger.row.position == "noun", trigger.row.family == "attack",
      ["Armed clash", "Attack"].contains(trigger.row.subEventType),
      (count(before: trigger.tokens.lowerBound) ?? 0) >= gazetteer.weights["many_attacks"],
      !hasPlace(trigger)
    else { return false }
    // `published today that in October 18 attacks …`: the clause's own time.
    let own = dates.filter { Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence }
    let near = own.filter { Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause }
    return !(near.isEmpty ? own : near).contains {
      !$0.isSpan && ![.month, .year].contains($0.precision)
    }
  }

  /// The number in digits, or the least that a vague word means (`dozens of`), right before a token.
  private func count(before token: Int) -> Int? {
    if let digits = lexicon.digits(at: token - 1) { return digits }
    guard let match = lexicon.longest(.number, endingAt: token),
      gazetteer.numbers[Int(match.row)].kind == "vague"
    else { return nil }
    return gazetteer.numbers[Int(match.row)].value
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
    // `Urgent | A horrible crime.. Gunmen wipe out a family`.
    var last = first
    while last < first + 3, text.sentences.indices.contains(last + 1),
      text.sentences[last].count <= 5
    {
      last += 1
    }
    return last
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

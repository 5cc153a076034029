import Gazetteer
import Model

/// Gives an event its date: its clause's, else its sentence's; never that of a saying, unless nothing
/// else is there (language.md 4.5, 8).
struct DateAttacher {
  let lexicon: TextLexicon
  let dates: [DateExpression]

  /// The kinds of `reporting.tsv` whose date may be that of the saying.
  private static let speech: Set = ["say", "announce", "claim", "deny", "accuse", "warn", "call"]

  private var text: NormalizedText { lexicon.text }

  func attach(_ draft: inout EventDraft) {
    let sentence = text.sentences[draft.sentence]
    let usable = dates.filter {
      sentence.contains($0.tokens.lowerBound) && !$0.isFuture && isUsable($0, draft)
    }
    let own = usable.filter { !isAdjective($0, usable) }
    var speech: DateExpression?
    var best: (expression: DateExpression, distance: Int)?
    for expression in own {
      if isSpeechDate(expression, draft) {
        speech = speech ?? expression
        continue
      }
      let distance = distance(expression, draft)
      if best.map({ distance < $0.distance }) ?? true { best = (expression, distance) }
    }
    if var best {
      if best.expression.start == nil, best.expression.end == nil,
        let other = own.first(where: {
          $0.start != nil && $0.precision == .day && !isSpeechDate($0, draft)
        })
      {
        // `12 January: … at night`: a part of the day alone goes with the day.
        let time = best.expression.timeOfDay
        best.expression = other
        best.expression.timeOfDay = other.timeOfDay ?? time
      }
      if let day = finer(own, than: best.expression, draft) { best.expression = day }
      if let opening = openingDay(own, insteadOf: best.expression, draft) {
        best.expression = opening
      }
      draft.date = pair(best.expression, own)
      draft.dateIsCited = isCited(best.expression, draft)
    } else if let speech {
      draft.date = speech
      draft.dateIsSpeech = true
    } else if own.isEmpty, !draft.isHistorical, let day = sharedDate(draft) {
      draft.date = day
    } else if own.isEmpty, !draft.isHistorical, let note = noteDate(draft) ?? leadDate(draft) {
      draft.date = note
      draft.dateIsNote = true
    }
  }

  /// `shelled X and ambushed soldiers near Y on 3 May`: the one date behind two acts that English joins by
  /// `and` is that of both.
  private func sharedDate(_ draft: EventDraft) -> DateExpression? {
    guard text.language == "en", !draft.isAlone,
      let end = draft.triggers.map(\.tokens.upperBound).max(),
      let next = draft.foreign.map(\.lowerBound).filter({ $0 >= end }).min(),
      isJoined(next, from: end)
    else { return nil }
    let sentence = text.sentences[draft.sentence]
    let all = dates.filter { sentence.contains($0.tokens.lowerBound) && !$0.isSpan }
    guard all.count == 1, let date = all.first, date.start != nil, !date.isFuture,
      date.tokens.lowerBound > next, !isSpeechDate(date, draft),
      !(next..<date.tokens.lowerBound).contains(where: { lexicon.isMark($0, ";") })
    else { return nil }
    return date
  }

  /// Whether `and` stands before a verb or noun, an article, a number or one other word between.
  private func isJoined(_ token: Int, from start: Int) -> Bool {
    (max(start, token - 2)..<token).contains { lexicon.functionWord(at: $0) == "and" }
      && !(start..<token).contains { lexicon.isMark($0, ";") }
  }

  /// `two weeks ago, on 24 February`, `at the end of the month, on Sunday`: a day inside of a coarser date
  /// of the sentence says when.
  private func finer(
    _ own: [DateExpression], than found: DateExpression, _ draft: EventDraft
  ) -> DateExpression? {
    guard text.language != "en", found.precision != .day, let start = found.start,
      let end = found.end
    else { return nil }
    let days = own.filter { $0.precision == .day && $0.start != nil && !isSpeechDate($0, draft) }
    guard days.count == 1, let day = days.first?.start, start <= day, day <= end else { return nil }
    return days[0]
  }

  /// `On 12 March, gunmen killed …, in revenge for a bombing the day before`: a day counted from another
  /// one, in a clause in which the event is not told, gives way to the day that opens the sentence.
  private func openingDay(
    _ own: [DateExpression], insteadOf found: DateExpression, _ draft: EventDraft
  ) -> DateExpression? {
    let clause = Int(text.clauseOfToken[found.tokens.lowerBound])
    guard found.basis == .relative, !told(draft).contains(where: { $0.clause == clause }),
      let first = own.first, first.basis == .stated, first.precision == .day, first.start != nil,
      first.tokens.lowerBound - text.sentences[draft.sentence].lowerBound <= 1,
      !isSpeechDate(first, draft)
    else { return nil }
    return first
  }

  /// The day that opens a note (`On 12 March 2021, …`): it holds for what the paragraph goes on to tell.
  private func noteDate(_ draft: EventDraft) -> DateExpression? {
    guard let first = lexicon.firstTextToken,
      let date = dates.first(where: { $0.tokens.lowerBound >= first }),
      lexicon.opensText(date), date.precision == .day, !date.isSpan, !date.isFuture,
      date.start != nil, date.basis == .stated
    else { return nil }
    let sentence = text.sentences[draft.sentence].lowerBound
    return text.paragraphOfToken[sentence] == text.paragraphOfToken[date.tokens.lowerBound]
      && sentence > date.tokens.lowerBound ? date : nil
  }

  /// `A feud flared up in X on 24 April. Two men were killed.`: the one day of an English note, in its first
  /// sentence and not that of a saying.
  private func leadDate(_ draft: EventDraft) -> DateExpression? {
    guard text.language == "en", let first = lexicon.firstTextToken else { return nil }
    let days = dates.filter {
      $0.start != nil && $0.tokens.lowerBound >= first && $0.precision == .day
    }
    let lead = lexicon.sentence(of: first)
    guard days.count == 1, let date = days.first, date.precision == .day, date.basis == .stated,
      !date.isSpan, !date.isFuture, lead.contains(date.tokens.lowerBound),
      draft.sentence == Int(text.sentenceOfToken[first]) + 1,
      text.paragraphOfToken[lead.lowerBound]
        == text.paragraphOfToken[text.sentences[draft.sentence].lowerBound],
      !lead.contains(where: { lexicon.reporting(at: $0).map(isSaying) ?? false })
    else { return nil }
    return date
  }

  /// `on Monday and Tuesday`: days side by side are one interval.
  private func pair(_ found: DateExpression, _ own: [DateExpression]) -> DateExpression {
    guard let index = own.firstIndex(of: found), found.precision == .day else { return found }
    var (first, last) = (index, index)
    while first > 0, isPair(own[first - 1], own[first]) { first -= 1 }
    while last + 1 < own.count, isPair(own[last], own[last + 1]) { last += 1 }
    guard first < last else { return found }
    var both = own[first]
    both.tokens = both.tokens.lowerBound..<own[last].tokens.upperBound
    both.span = text.span(both.tokens)
    both.end = own[last].end
    both.precision = .range
    both.rule = own[first...last].map(\.rule).joined(separator: "+")
    return both
  }

  /// Whether a day goes on with a later one behind `and`.
  private func isPair(_ left: DateExpression, _ right: DateExpression) -> Bool {
    let gap = Range.between(left.tokens.upperBound, right.tokens.lowerBound)
    let isJoined =
      gap.isEmpty
      ? text.matches(at: right.tokens.lowerBound).contains { $0.clitics.contains(.conjunction) }
      : gap.count == 1 && lexicon.functionWord(at: gap.lowerBound) == "and"
    guard isJoined, left.precision == .day, right.precision == .day, let start = left.start,
      let end = right.end
    else { return false }
    return start < end
  }

  /// A span (`for weeks`) dates talks and agreements only.
  private func isUsable(_ expression: DateExpression, _ draft: EventDraft) -> Bool {
    if expression.start == nil, expression.end == nil, expression.timeOfDay == nil { return true }
    if expression.isSpan {
      return draft.family == "other" || draft.family == "agreement"
    }
    return draft.isAlone || draft.scope.contains(expression.tokens.lowerBound)
      || !isInOtherScope(expression, draft)
  }

  private func isInOtherScope(_ expression: DateExpression, _ draft: EventDraft) -> Bool {
    // After the scope of one event the date belongs to the next.
    expression.tokens.lowerBound >= draft.scope.upperBound
  }

  /// Whether a day beside the word may be that of the saying; `said it carried out Monday's bombing` gives
  /// the day of the bombing.
  private func isSaying(_ row: ReportingRow) -> Bool {
    Self.speech.contains(row.kind) || (row.kind == "responsibility" && row.language == "ar")
  }

  /// `…, according to what the ministry said on Monday`: Arabic names the source behind the event, and its day
  /// is that of the event unless another sentence tells one.
  private func isCited(_ date: DateExpression, _ draft: EventDraft) -> Bool {
    guard text.language == "ar" else { return false }
    let start = max(text.sentences[draft.sentence].lowerBound, date.tokens.lowerBound - 8)
    for token in stride(from: date.tokens.lowerBound - 1, through: start, by: -1) {
      if draft.triggers.contains(where: { $0.tokens.contains(token) }) { return false }
      if lexicon.isReporting(["cite"], at: token) { return true }
    }
    return false
  }

  /// The triggers of an event without those that its sentence tells as what was before.
  private func told(_ draft: EventDraft) -> [Trigger] {
    let told = draft.isHistorical ? [] : draft.triggers.filter { !$0.isHistorical }
    return told.isEmpty ? draft.triggers : told
  }

  private func distance(_ expression: DateExpression, _ draft: EventDraft) -> Int {
    var least = Int.max
    // A kidnapping is when people were taken, whenever they came free or were found.
    let own = draft.triggers.filter { $0.row.family == draft.family }
    for trigger in draft.family == "abduction" && !own.isEmpty ? own : told(draft) {
      var distance: Int
      if expression.tokens.lowerBound >= trigger.tokens.upperBound {
        distance = expression.tokens.lowerBound - trigger.tokens.upperBound
      } else {
        distance = trigger.tokens.lowerBound - expression.tokens.upperBound
      }
      let clause = Int(text.clauseOfToken[expression.tokens.lowerBound])
      if clause != trigger.clause { distance += 20 }
      least = min(least, distance)
    }
    // A date without a day says less than one with.
    if expression.start == nil { least += 15 }
    return least
  }

  /// `two men accused of spying`: who accuses nobody here, the word tells who they are.
  private func isParticiple(_ row: ReportingRow, at token: Int) -> Bool {
    guard text.language == "en", row.kind == "accuse",
      let match = lexicon.longest(.reporting, at: token)
    else { return false }
    return lexicon.functionWord(at: Int(match.last)) == "of"
  }

  /// `bombed a Friday gathering on 21 December`: a weekday before its noun, where a day is stated.
  private func isAdjective(_ date: DateExpression, _ all: [DateExpression]) -> Bool {
    guard text.language == "en", date.basis == .relative, date.tokens.count == 1 else {
      return false
    }
    let next = date.tokens.upperBound
    // `during Friday prayers on 22 May`: a noun right behind it.
    let isBeforeNoun =
      next < text.tokens.count && text.tokens[next].kind == .word
      && [LexiconTable.functionWord, .event, .casualty, .time, .clause, .reporting].allSatisfy {
        lexicon.longest($0, at: next) == nil
      }
    guard isBeforeNoun || lexicon.functionWord(at: date.tokens.lowerBound - 1) == "a" else {
      return false
    }
    return all.contains { $0.basis == .stated && $0.precision == .day }
  }

  /// `On 7 April, X claimed the killings`: the day of a claim of what was told before is that of the saying.
  private func isClaimed(_ draft: EventDraft, on date: DateExpression) -> Bool {
    guard text.language == "en", let first = draft.triggers.first, first.isDefinite,
      first.tokens.lowerBound > date.tokens.upperBound
    else { return false }
    return (date.tokens.upperBound..<first.tokens.lowerBound).contains { token in
      lexicon.longest(.reporting, at: token).map {
        lexicon.gazetteer.reporting[Int($0.row)].kind == "responsibility"
          && Int($0.last) + 2 >= first.tokens.lowerBound
      } ?? false
    }
  }

  private func isQuotation(_ token: Int) -> Bool {
    lexicon.text.quotes.contains { $0.lowerBound == token }
  }

  /// Whether the expression hangs on a verb of saying: said <date> that, in the same clause, with no
  /// event between.
  private func isSpeechDate(_ expression: DateExpression, _ draft: EventDraft) -> Bool {
    let start = expression.tokens.lowerBound
    let sentence = text.sentences[draft.sentence]
    let firstTrigger = draft.triggers.map(\.tokens.lowerBound).min() ?? start
    // English: `the ministry said on Wednesday`.
    var index = start - 1
    var steps = 0
    while index >= sentence.lowerBound, steps < 12 {
      if draft.triggers.contains(where: { $0.tokens.contains(index) }) { return false }
      // What follows `that` or an opening quotation is said, not when it was said.
      if lexicon.functionWord(at: index) == "that" || isQuotation(index) { return false }
      if let row = lexicon.reporting(at: index), isSaying(row), !isParticiple(row, at: index),
        // `teachers demanding pay in X on 3 May`: what they want is no saying.
        text.language != "en" || !lexicon.hasClauseWord("cause", in: index..<index + 1)
      {
        // A Sorani verb ends its clause: what stands after it is said.
        if text.language == "ckb" { return false }
        return firstTrigger > start || text.language == "en"
      }
      index -= 1
      steps += 1
    }
    // A weekday of an earlier saying (`earlier on Wednesday, … revealed`): the verb of saying comes
    // right after it, before the event.
    if isClaimed(draft, on: expression) { return true }
    guard firstTrigger > expression.tokens.upperBound else { return false }
    let end = min(expression.tokens.upperBound + 3, firstTrigger)
    for next in expression.tokens.upperBound..<end {
      // `On 5 March, demonstrators demanding jobs clashed …`: what they want is no saying.
      if lexicon.hasClauseWord("cause", in: next..<next + 1) { return false }
      if let row = lexicon.reporting(at: next) { return Self.speech.contains(row.kind) }
    }
    return false
  }
}

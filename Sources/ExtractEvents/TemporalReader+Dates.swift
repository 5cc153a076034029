import Model

// Parts of the day, months, days and years as parts of an expression.

extension TemporalScan {
  func takeDaypart(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    let first = Int(match.first)
    let isWord = match.tokens.count == 1
    // `early` and `late` are also the edges of months.
    let edge = time(.edge, at: first).flatMap { $0.match.last == match.last ? $0.sense.edge : nil }
    if draft.isEmpty {
      if edge == nil, isWord, text.tokens[first].script == .latin, draft.isLatin,
        text.tokens[first].capitalized, first > 0,
        text.sentenceOfToken[first - 1] == text.sentenceOfToken[first]
      {
        return nil
      }
      draft.edge = nil
      draft.isAdverb = isAdverb(match)
    } else {
      if draft.from != nil || draft.season != nil || (draft.edge != nil && !draft.hasWeakTime) {
        return nil
      }
      guard draft.timeOfDay == nil || draft.hasWeakTime || draft.weekday == nil else { return nil }
      if draft.isHeadless, !draft.hasWeakTime, !glue.isOnly(.of) { return nil }
      guard edge == nil || draft.isHeadless, glue.isOnly([.in, .of, .the, .on]) else { return nil }
      let isHead = !draft.isHeadless
      if isHead, isWord, !isAdverb(match), text.tokens[first].script == .arabic,
        text.language == "ar"
      {
        return nil
      }
      if isHead, glue.contains(.of) { return nil }
    }
    if draft.timeOfDay == nil || draft.hasWeakTime {
      draft.timeOfDay = isClockLetter(first) ? clockTime(sense, before: first) : sense.timeOfDay
      draft.hasWeakTime = edge != nil
      draft.edge = draft.isHeadless ? edge : draft.edge
    }
    draft.isPastMidnight = draft.isPastMidnight || sense.isPastMidnight
    return draft.add(match, .daypart)
  }

  /// Whether a token is one letter of `a.m.` and `p.m.`.
  func isClockLetter(_ index: Int) -> Bool {
    text.tokens[index].script == .latin && text.key(index).count == 1
  }

  /// The part of the day of an hour before `a.m.` or `p.m.`.
  private func clockTime(
    _ sense: TemporalSense, before index: Int
  ) -> TemporalSense.TimeOfDay? {
    let hasMinutes = index > 2 && isMark(index - 2, UInt8(ascii: ":"))
    guard let hour = digits(at: hasMinutes ? index - 3 : index - 1)?.value else {
      return sense.timeOfDay
    }
    switch (sense.timeOfDay, hour) {
    case (.afternoon, 6...8): return .evening
    case (.afternoon, 9...11): return .night
    case (.morning, 12), (.morning, 1...2): return .night
    case (.morning, 3...5): return .dawn
    default: return sense.timeOfDay
    }
  }

  /// Whether a part of the day stands without a day: several words, or an adverb by its ending, or
  /// with `in`, `at`, `with` and the article before it.
  private func isAdverb(_ match: LexiconMatch) -> Bool {
    let first = Int(match.first)
    if match.tokens.count > 1 { return true }
    guard text.tokens[first].script == .arabic else { return false }
    if text.language == "ar", isAccusative(first), match.clitics.isDisjoint(with: .article) {
      return true
    }
    switch function(at: first - 1) {
    case .in, .at, .during: return text.language == "ckb" || hasArticle(first)
    default: return false
    }
  }

  func takeMonth(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    let first = Int(match.first)
    let isLatin = text.tokens[first].script == .latin
    if isLatin, sense.needsDigit, !text.tokens[first].capitalized { return nil }
    if let month = draft.month {
      // The other name of the same month.
      guard sense.kind == .month, month == sense.number, draft.year == nil, !isLatin,
        !glue.isDisjoint(with: [.slash, .open, .dash, .comma]),
        glue.isOnly([.slash, .open, .dash, .comma])
      else { return nil }
      return draft.add(match, .month)
    }
    guard draft.hijriMonth == nil, draft.season == nil, !draft.hasOffset, !draft.hasDay else {
      return nil
    }
    if !draft.isHeadless || (draft.timeOfDay != nil && !draft.hasWeakTime) {
      // After a weekday only `March 6` goes on.
      var day = Int(match.last)
      if isMark(day, UInt8(ascii: ".")) { day += 1 }
      guard isLatin, let number = dayNumber(at: day), !isCounted(at: number.end),
        glue.isOnly([.comma, .dot, .of, .on, .the, .open])
      else { return nil }
    } else {
      guard glue.isOnly([.of, .the, .monthWord, .dayWord, .dash]) else { return nil }
      draft.needsDigit = sense.needsDigit
    }
    if glue.contains(.monthWord) { draft.hasMonthWord = true }
    set(sense, &draft)
    draft.isLatin = isLatin
    return draft.add(match, sense.kind)
  }

  private func set(_ month: TemporalSense, _ draft: inout TemporalDraft) {
    switch month.kind {
    case .hijriMonth: draft.hijriMonth = month.number
    case .kurdishMonth: draft.isKurdish = true
    default: draft.month = month.number
    }
  }

  func takeEra(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard glue.isEmpty, sense.isHijri ? draft.hijriYear != nil : draft.year != nil else {
      return nil
    }
    return draft.add(match, .era)
  }

  /// Whole weeks, months and years away, alone or as the frame of what stands before.
  func takeOffset(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard !draft.hasOffset, draft.year == nil, draft.dayOffset == nil,
      glue.isOnly([.of, .the, .in])
    else { return nil }
    switch sense.kind {
    case .week:
      guard !draft.hasDate, draft.season == nil else { return nil }
      draft.weekOffset = sense.number
    case .calmonth:
      guard !draft.hasDate, draft.season == nil, draft.weekday == nil else { return nil }
      draft.monthOffset = sense.number
    default:
      guard draft.weekday == nil || draft.hasDate, draft.hijriMonth == nil else { return nil }
      draft.yearOffset = sense.number
    }
    if draft.isEmpty == false, draft.isHeadless, draft.edge == nil, draft.timeOfDay != nil {
      return nil
    }
    return draft.add(match, sense.kind)
  }

  /// The month and the year of the publication after `the end of`.
  func takeUnit(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard draft.edge != nil, draft.isHeadless,
      draft.isLatin ? glue.contains(.the) : hasArticle(Int(match.first)),
      glue.isOnly([.of, .the])
    else { return nil }
    switch sense.unit {
    case .month: draft.monthOffset = 0
    case .year: draft.yearOffset = 0
    case nil where sense.kind == .yearWord: draft.yearOffset = 0
    default: return nil
    }
    return draft.add(match, .unit)
  }

  /// A date in digits, a day with its month, or the year of what stands before.
  func takeNumber(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    if let end = takeNumericDate(&draft, at: index, glue) { return end }
    if let end = takeYear(&draft, at: index, glue) { return end }
    if let end = takeDayAfterMonth(&draft, at: index, glue) { return end }
    return takeDayAndMonth(&draft, at: index, glue)
  }

  private func takeNumericDate(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    guard !draft.hasOffset, draft.month == nil, draft.year == nil, draft.edge == nil,
      draft.season == nil, text.tokens[index].kind == .number,
      let date = numericDate(
        at: index,
        withoutYear: glue.contains(.dayWord) || draft.weekday != nil || isBehindDayWord(index))
    else { return nil }
    draft.year = date.year
    draft.month = date.month
    draft.day = date.day
    draft.needsDigit = false
    draft.end = date.end
    draft.lastKind = .other
    return date.end
  }

  private func takeYear(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    if draft.hijriMonth != nil || (glue.contains(.yearWord) && !draft.hasDate),
      draft.hijriYear == nil, let year = hijriYearNumber(at: index),
      glue.isOnly([.of, .yearWord, .comma])
    {
      guard draft.hijriMonth != nil || time(.era, at: index + 1)?.sense.isHijri == true else {
        return nil
      }
      draft.hijriYear = year
      draft.end = index + 1
      draft.lastKind = .yearWord
      return draft.end
    }
    guard draft.year == nil, !draft.hasOffset,
      draft.hijriYear == nil || draft.month != nil,
      draft.month != nil
        || draft.hijriMonth != nil || draft.season != nil || draft.isKurdish
        || draft.edge != nil && draft.isHeadless || glue.contains(.yearWord) && draft.isEmpty,
      let year = yearNumber(at: index)
    else { return nil }
    if glue.contains(.comma), !glue.contains(.yearWord), !(draft.isLatin && draft.day != nil) {
      return nil
    }
    if glue.contains(.in), !glue.contains(.yearWord), !draft.isLatin { return nil }
    guard glue.isOnly([.comma, .of, .in, .the, .yearWord, .slash, .dash, .dot, .open]) else {
      return nil
    }
    draft.year = year.value
    draft.end = year.end
    draft.lastKind = .yearWord
    return year.end
  }
}

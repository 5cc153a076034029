import Model

// Days of months: `6 March`, `March 6`, `5 and 6 March`, `the fifth of this month`.

extension TemporalScan {
  /// `March 6`, `March 6-8`, `Sept. 16th`.
  func takeDayAfterMonth(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    guard draft.isLatin, draft.month != nil || draft.hijriMonth != nil, !draft.hasDay,
      draft.year == nil, !draft.hasOffset,
      draft.lastKind == .month || draft.lastKind == .hijriMonth,
      glue.isOnly([.dot, .the]), let day = dayNumber(at: index), !isCounted(at: day.end)
    else { return nil }
    draft.edge = nil
    let list = lastDay(after: day.end, day.value, needsEnd: true)
    set(day.value, list?.value, &draft)
    draft.needsDigit = false
    draft.end = list?.end ?? day.end
    draft.lastKind = .other
    return draft.end
  }

  /// A day or several days and their month.
  func takeDayAndMonth(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    guard !draft.hasOffset, draft.season == nil, draft.edge == nil || draft.hasWeakTime,
      draft.day == nil, draft.month == nil, draft.year == nil,
      draft.modifier == nil
        || draft.weekday != nil
    else { return nil }
    let allowed: TemporalGlue = [
      .comma, .dot, .open, .dayWord, .joint, .of, .slash, .dash, .on, .the,
    ]
    guard glue.isOnly(allowed), let day = dayNumber(at: index) else { return nil }
    if !draft.isEmpty, draft.timeOfDay == nil, !draft.isSameDay, glue.contains(.of) { return nil }
    let list = lastDay(after: day.end, day.value, needsEnd: false)
    guard
      let month = month(after: list?.end ?? day.end, &draft, hasHijri: draft.hijriMonth != nil)
    else { return nil }
    set(day.value, list?.value, &draft)
    draft.needsDigit = false
    draft.edge = nil
    draft.end = month
    return month
  }

  private func set(_ day: Int, _ last: Int?, _ draft: inout TemporalDraft) {
    if draft.month != nil || draft.monthOffset != nil {
      draft.day = day
      draft.lastDay = last
    } else {
      draft.hijriDay = day
      draft.hijriLastDay = last
    }
  }

  /// Reads the month after its day, over `of`, `the month`, a slash, and returns its end.
  private func month(after index: Int, _ draft: inout TemporalDraft, hasHijri: Bool) -> Int? {
    var position = index
    for _ in 0..<4 {
      guard isSameParagraph(position, draft.start) else { return nil }
      for match in text.matches(at: position) {
        guard let sense = sense(match), !match.clitics.contains(.conjunction) else { continue }
        switch sense.kind {
        case .month:
          if text.tokens[position].script == .latin, sense.needsDigit,
            !text.tokens[position].capitalized
          {
            continue
          }
          draft.month = sense.number
          draft.isLatin = text.tokens[position].script == .latin
        case .hijriMonth:
          if hasHijri { continue }
          draft.hijriMonth = sense.number
        case .kurdishMonth: draft.isKurdish = true
        case .calmonth where position > index: draft.monthOffset = sense.number
        default: continue
        }
        return draft.add(match, sense.kind)
      }
      guard isMonthGlue(position) else { return nil }
      position += 1
    }
    return nil
  }

  private func isMonthGlue(_ index: Int) -> Bool {
    switch function(at: index) {
    case .of, .from, .the: return true
    default: break
    }
    if let unit = time(.unit, at: index), unit.sense.unit == .month { return true }
    return isMark(index, UInt8(ascii: "/")) || isDash(index)
  }

  /// The last of several days: `5-7`, `5 and 6`, `5 to 7`; of a night also `5/6`, `5 on 6`.
  private func lastDay(
    after index: Int, _ first: Int, needsEnd: Bool
  ) -> (value: Int, end: Int)? {
    guard index + 1 < text.tokens.count else { return nil }
    let isNight =
      !needsEnd
      && (isMark(index, UInt8(ascii: "/"))
        || (text.language != "en" && function(at: index) == .on))
    let isJoined =
      function(at: index) == .and || function(at: index) == .to || isDash(index) || isNight
    guard isJoined, var day = dayNumber(at: index + 1), day.value > first,
      digits(at: index + 1) != nil, !isCounted(at: day.end)
    else { return nil }
    // `the days 1, 2 and 3 May`.
    while !needsEnd, day.end + 1 < text.tokens.count, function(at: day.end) == .and,
      digits(at: day.end + 1) != nil, let next = dayNumber(at: day.end + 1),
      next.value > day.value, !isCounted(at: next.end)
    {
      day = next
    }
    if needsEnd, !isDash(index), day.end < text.tokens.count, text.tokens[day.end].kind == .word,
      time(.yearWord, at: day.end) == nil
    {
      return nil
    }
    return day
  }
}

import Model

// Putting an expression together from left to right.

extension TemporalScan {
  /// Reads the longest expression that starts at a token; it may still be no date.
  func draft(at index: Int) -> KnownDraft? {
    if lastDraft.index == index { return lastDraft.draft }
    let draft = readDraft(at: index).map { KnownDraft($0) }
    lastDraft = (index, draft)
    return draft
  }

  private func readDraft(at index: Int) -> TemporalDraft? {
    var draft = TemporalDraft(at: index)
    draft.isLatin = text.tokens[index].script == .latin
    var glue: TemporalGlue = []
    var position = index
    // A leading `day`, `month` or `year` belongs to what follows it.
    for kind in [TemporalGlue.dayWord, .monthWord, .yearWord] {
      guard let word = glueWord(at: position), word.glue == kind else { continue }
      glue.insert(kind)
      position = word.end
    }
    // The word may be the last of the text.
    let isLast = position >= text.tokens.count
    if glue.isEmpty || isLast || absorb(&draft, at: position, glue) == nil {
      guard absorb(&draft, at: index, []) != nil else { return nil }
    } else if glue.contains(.yearWord), let word = time(.yearWord, at: index) {
      draft.rows.insert(word.match.row, at: 0)
    }
    while extend(&draft) != nil {}
    if draft.openParentheses > 0, isSameParagraph(draft.end, index),
      isMark(draft.end, UInt8(ascii: ")"))
    {
      draft.end += 1
    }
    return draft
  }

  /// Takes the next part, over what may stand between, and returns its end, nil when none follows.
  private func extend(_ draft: inout TemporalDraft) -> Int? {
    var glue: TemporalGlue = []
    var position = draft.end
    for _ in 0..<5 {
      guard isSameParagraph(position, draft.start) else { return nil }
      if let end = absorb(&draft, at: position, glue) {
        if glue.contains(.open) { draft.openParentheses += 1 }
        if glue.contains(.close) { draft.openParentheses -= 1 }
        return end
      }
      guard let next = self.glue(at: position, draft), !glue.contains(next.glue) else { return nil }
      glue.insert(next.glue)
      position = next.end
    }
    return nil
  }

  /// The mark or small word at a token.
  private func glue(at index: Int, _ draft: TemporalDraft) -> (glue: TemporalGlue, end: Int)? {
    guard text.tokens[index].kind == .punctuation else { return glueWord(at: index) }
    let next = index + 1
    if isComma(index) { return (.comma, next) }
    if isDash(index) { return (.dash, next) }
    if isMark(index, UInt8(ascii: "/")) { return (.slash, next) }
    if isMark(index, UInt8(ascii: "(")) { return (.open, next) }
    if isMark(index, UInt8(ascii: ")")), draft.openParentheses > 0 { return (.close, next) }
    let isShortened = draft.isLatin && (draft.lastKind == .month || draft.lastKind == .weekday)
    if isMark(index, UInt8(ascii: ".")), isShortened, draft.needsDigit { return (.dot, next) }
    if isMark(index, UInt8(ascii: ".")), draft.lastKind == .daypart, isClockLetter(index - 1) {
      return (.dot, next)
    }
    return nil
  }

  private func glueWord(at index: Int) -> (glue: TemporalGlue, end: Int)? {
    let next = index + 1
    switch function(at: index) {
    case .from, .of: return (.of, next)
    case .in, .at: return (.in, next)
    case .on: return (.on, next)
    case .the: return (.the, next)
    case .to: return (.to, next)
    default: break
    }
    guard text.begins(.time, at: index) else { return nil }
    for match in text.matches(at: index) {
      guard let sense = sense(match), !match.clitics.contains(.conjunction) else { continue }
      if function(at: index) == .and { continue }
      switch sense.kind {
      case .joint: return (.joint, Int(match.last))
      case .range where sense.bound == .to: return (.to, Int(match.last))
      case .yearWord where match.tokens.count == 1: return (.yearWord, next)
      case .unit where sense.unit == .day && match.tokens.count == 1: return (.dayWord, next)
      case .unit where sense.unit == .month && match.tokens.count == 1: return (.monthWord, next)
      default: continue
      }
    }
    return nil
  }

  /// Takes one part at a token, the longest reading first, and returns its end.
  private func absorb(
    _ draft: inout TemporalDraft, at index: Int, _ glue: TemporalGlue
  ) -> Int? {
    for match in text.matches(at: index) where match.table == .time {
      guard let sense = sense(match) else { continue }
      if !draft.isEmpty, match.clitics.contains(.conjunction) { continue }
      if let end = take(match, sense, &draft, glue) { return end }
    }
    return takeNumber(&draft, at: index, glue)
  }

  private func take(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    switch sense.kind {
    case .weekday: return takeWeekday(match, sense, &draft, glue)
    case .modifier: return takeModifier(match, sense, &draft, glue)
    case .rel: return takeRelative(match, sense, &draft, glue)
    case .daypart: return takeDaypart(match, sense, &draft, glue)
    case .month, .hijriMonth, .kurdishMonth: return takeMonth(match, sense, &draft, glue)
    case .era: return takeEra(match, sense, &draft, glue)
    case .holiday: return takeHoliday(match, sense, &draft, glue)
    case .weekend: return takeWeekend(match, &draft)
    case .week, .calmonth, .calyear: return takeOffset(match, sense, &draft, glue)
    case .unit: return takeUnit(match, sense, &draft, glue)
    case .season:
      guard draft.isHeadless, glue.isOnly([.of, .the]) else { return nil }
      draft.season = sense.number
    case .edge:
      guard draft.isEmpty || (draft.isSameDay && glue.isOnly([.of, .the])) else { return nil }
      draft.edge = sense.edge
    case .span, .ago:
      guard draft.isEmpty, let from = sense.from, !isBeforeDate(match) else { return nil }
      draft.from = from
      draft.to = sense.to
      draft.isAgo = sense.kind == .ago
      if draft.isAgo { draft.isDocument = sense.isDocument }
      draft.count = count(in: match)
    case .sameDay, .earlierSameDay:
      guard draft.isEmpty else { return nil }
      draft.isSameDay = true
      draft.isDocument = true
    case .yearWord where draft.edge != nil && yearNumber(at: Int(match.last)) == nil:
      return takeUnit(match, sense, &draft, glue)
    case .yearWord:
      guard draft.isEmpty, let year = yearNumber(at: Int(match.last)) else { return nil }
      draft.rows.append(match.row)
      draft.year = year.value
      draft.end = year.end
      draft.lastKind = .yearWord
      return year.end
    case .range, .block, .joint, .other: return nil
    }
    return draft.add(match, sense.kind)
  }

  private func takeWeekday(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    if sense.needsDigit, !text.tokens[Int(match.first)].capitalized { return nil }
    // `the eleven` begins with the word for Sunday.
    if sense.number == 0, let ten = numberWord(at: Int(match.last), ordinal: false),
      ten.value == 10, text.key(Int(match.last)).count == 6
    {
      return nil
    }
    if draft.weekday != nil {
      guard draft.secondWeekday == nil, !draft.hasDate, draft.timeOfDay == .night,
        glue.isOnly([.on, .dash, .slash, .to]), sense.number != draft.weekday
      else { return nil }
      draft.secondWeekday = sense.number
      return draft.add(match, .weekday)
    }
    if draft.from != nil || draft.season != nil { return nil }
    if draft.edge != nil, !draft.hasWeakTime { return nil }
    var allowed: TemporalGlue = []
    if draft.hasDay || draft.dayOffset != nil { allowed = [.comma, .open] }
    if draft.timeOfDay != nil || draft.isSameDay {
      allowed.formUnion([.of, .dayWord, .in, .on, .the, .dot])
    }
    guard draft.isEmpty || glue.isOnly(allowed) else { return nil }
    if draft.month != nil, draft.day == nil { return nil }
    draft.weekday = sense.number
    if !draft.hasDate, draft.dayOffset == nil { draft.needsDigit = sense.needsDigit }
    return draft.add(match, .weekday)
  }

  private func takeModifier(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard draft.modifier == nil, let modifier = sense.modifier else { return nil }
    if draft.isEmpty {
      let next = Int(match.last)
      guard isSameParagraph(next, draft.start) else { return nil }
      let isHead = text.matches(at: next).contains { other in
        guard let head = self.sense(other) else { return false }
        switch head.kind {
        case .weekday, .season: return true
        case .month: return !head.needsDigit || text.tokens[next].capitalized
        default: return false
        }
      }
      // A word after its noun (`الماضي`) opens nothing.
      guard isHead, !hasArticle(Int(match.first)) else { return nil }
    } else {
      guard glue.isEmpty, !draft.isLatin, sense.language != "en",
        sense.language == "ckb" || hasArticle(Int(match.first)) || sense.isDocument
          || modifier == .beforeLast
      else { return nil }
      switch draft.lastKind {
      case .weekday, .month, .season, .hijriMonth, .yearWord: break
      default: return nil
      }
    }
    draft.modifier = modifier
    return draft.add(match, .modifier)
  }

  private func takeRelative(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard draft.dayOffset == nil, !draft.hasDate, !draft.hasOffset,
      draft.edge == nil || draft.hasWeakTime, draft.season == nil, draft.modifier == nil,
      let from = sense.from
    else { return nil }
    var allowed: TemporalGlue = []
    if draft.timeOfDay != nil || draft.isSameDay { allowed = [.of, .dayWord, .in] }
    guard draft.isEmpty || glue.isOnly(allowed) else { return nil }
    if draft.weekday != nil, draft.timeOfDay != nil, sense.isDocument { return nil }
    draft.dayOffset = from.value
    draft.isDocument = sense.isDocument
    if draft.timeOfDay == nil || draft.hasWeakTime, let time = sense.timeOfDay {
      draft.timeOfDay = time
      draft.hasWeakTime = false
    }
    return draft.add(match, .rel)
  }
}

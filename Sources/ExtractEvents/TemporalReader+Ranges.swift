import Model

// Two dates as one interval, and intervals that are open at one side.

extension TemporalScan {
  /// One side of a range: a date, a bare year or a bare day.
  private func side(at index: Int) -> TemporalDraft? {
    guard index < text.tokens.count else { return nil }
    if let known = draft(at: index), !known.value.isHeadless { return known.value }
    var position = index
    if let word = time(.yearWord, at: index), word.match.tokens.count == 1 { position += 1 }
    guard position < text.tokens.count else { return nil }
    var bare = TemporalDraft(at: index)
    if let year = yearNumber(at: position) {
      bare.year = year.value
      bare.end = year.end
      return bare
    }
    // Arabic: `between the fourth and the sixth of March`, too.
    guard let day = dayNumber(at: index), digits(at: index) != nil || text.language == "ar" else {
      return nil
    }
    bare.day = day.value
    bare.end = day.end
    return bare
  }

  /// A range that starts at a token: `from A to B`, `between A and B`, `A to B`, `since A`.
  func range(at index: Int) -> DateExpression? {
    guard let opener = opener(at: index) else { return plainRange(at: index) }
    let isYears = opener.bound == .years || time(.yearWord, at: opener.end - 1) != nil
    if let left = side(at: opener.end), left.hasDate || left.weekday != nil || left.dayOffset != nil
    {
      let isBetween = opener.bound == .between || isYears
      if opener.bound == .from || opener.bound == .since || isBetween,
        let found = closed(left, from: index, isBetween: isBetween, rows: opener.rows)
      {
        return found
      }
      if let found = open(left, opener) { return found }
      // `from 5 to 7 March` is one date of several days already.
      if left.lastDay ?? left.hijriLastDay != nil, var found = single(at: opener.end) {
        found.tokens = index..<found.tokens.upperBound
        found.span = text.span(found.tokens)
        return found
      }
    }
    return nil
  }

  private struct Opener {
    var bound: TemporalSense.Bound
    var start: Int
    var end: Int
    var rows: [Int32]
  }

  /// The word that opens a range, when nothing longer starts there.
  private func opener(at index: Int) -> Opener? {
    let longest = timeEnd(at: index)
    for match in text.matches(at: index) where Int(match.last) >= longest {
      guard let sense = sense(match), sense.kind == .range, let bound = sense.bound else {
        continue
      }
      switch function(at: index) {
      case .and, .on, .to: continue
      default: break
      }
      if bound == .before, time(.daypart, at: index) != nil { continue }
      return Opener(
        bound: bound, start: index, end: Int(match.last), rows: [match.row])
    }
    return nil
  }

  private func plainRange(at index: Int) -> DateExpression? {
    guard let left = draft(at: index), left.value.hasDate else { return nil }
    return closed(left.value, from: index, isBetween: false, rows: [])
  }

  /// Where the right side begins, nil when nothing joins it.
  private func connector(at index: Int, isBetween: Bool) -> Int? {
    guard index + 1 < text.tokens.count else { return nil }
    if isDash(index) { return index + 1 }
    switch function(at: index) {
    case .to, .until: return index + 1
    case .and where isBetween: return index + 1
    default: break
    }
    for match in text.matches(at: index) {
      if isBetween, match.table == .number, match.clitics.contains(.conjunction) { return index }
      guard let sense = sense(match) else { continue }
      if sense.kind == .range, sense.bound == .to, function(at: index) != .and,
        function(at: index) != .on
      {
        return Int(match.last)
      }
      if isBetween, match.clitics.contains(.conjunction) { return index }
    }
    return nil
  }

  func closed(
    _ left: TemporalDraft, from index: Int, isBetween: Bool, rows: [Int32]
  ) -> DateExpression? {
    guard isSameParagraph(left.end, index),
      let position = connector(at: left.end, isBetween: isBetween),
      isSameParagraph(position, index), let right = side(at: position),
      left.from == nil, right.from == nil
    else { return nil }
    let isBare = left.day != nil && left.month == nil
    guard isBare ? right.day != nil && right.month != nil : isAlike(left, right) else { return nil }
    if right.day != nil, right.month == nil { return nil }
    var first = left
    if isBare || first.month != nil {
      if first.month == nil { first.month = right.month }
      if first.year == nil, let year = right.year {
        let isLater = (first.month ?? 0) > (right.month ?? 12)
        first.year = isLater ? year - 1 : year
      }
    }
    var second = right
    if second.year == nil, second.month != nil, let year = first.year {
      second.year = (second.month ?? 0) < (first.month ?? 0) ? year + 1 : year
    }
    let ending = resolve(second)
    guard var beginning = resolve(first).days, var days = ending.days else {
      return expression(
        index..<right.end, nil, .unresolved, ending.basis, first.rows + rows + right.rows, [])
    }
    if beginning.start > days.end, let weekday = first.weekday, !first.hasDate {
      beginning = DayInterval(CalendarArithmetic.weekday(weekday, notAfter: days.end))
    } else if beginning.start > days.end, first.year == nil || left.year == nil, right.year == nil,
      let start = CalendarArithmetic.adding(months: -12, to: beginning.start)
    {
      beginning.start = start
    }
    guard beginning.start < days.end else { return nil }
    days.start = beginning.start
    var found = expression(
      index..<right.end, days, .range, ending.basis, rows + first.rows + right.rows, ending.flags)
    found.isSpan = days.length > 31
    return found
  }

  /// Whether two dates are of one kind: days, months, years, weekdays.
  private func isAlike(_ left: TemporalDraft, _ right: TemporalDraft) -> Bool {
    if left.weekday != nil, right.weekday != nil { return true }
    if left.dayOffset != nil { return right.dayOffset != nil || right.weekday != nil }
    if left.hijriMonth != nil { return right.hijriMonth != nil }
    return left.hasDate && right.hasDate && left.hasDay == right.hasDay
      && (left.month != nil) == (right.month != nil)
  }

  /// `since A`, `after A`, `before A`.
  private func open(_ draft: TemporalDraft, _ opener: Opener) -> DateExpression? {
    let tokens = opener.start..<draft.end
    let resolved = resolve(draft)
    let rows = opener.rows + draft.rows
    let isSince = opener.bound == .since
    if isSince || (opener.bound == .after && resolved.basis == .stated) {
      guard let start = resolved.days?.start, let published else {
        var found = expression(tokens, nil, .unresolved, resolved.basis, rows, resolved.flags)
        found.isSpan = true
        return found
      }
      if start > published {
        return expression(
          tokens, resolved.days, resolved.precision, resolved.basis, rows, resolved.flags)
      }
      // `Nothing has been heard of him since Tuesday evening`: what happened on the day that is named,
      // unless it is said to go on.
      let isOver =
        endsWithDaypart(behind: draft.end)
        || (text.language == "ar" && draft.weekday != nil && isSince
          && function(at: opener.start - 1) != .ongoing)
      let days = DayInterval(start, isOver ? start : published)
      var found = expression(
        tokens, days, days.length == 0 ? .day : .range, resolved.basis, rows, resolved.flags)
      // `since dawn on Wednesday`: a few days of which the first is named.
      found.isSpan = days.length > (text.language == "ar" && draft.weekday != nil ? 6 : 1)
      found.timeOfDay = days.length == 0 ? draft.timeOfDay?.rawValue : nil
      return found
    }
    guard opener.bound == .before || opener.bound == .to, resolved.basis == .stated else {
      return nil
    }
    var found = expression(tokens, nil, .unresolved, .stated, rows, resolved.flags)
    found.isSpan = true
    return found
  }

  /// `since dawn on Wednesday and went on until the evening`: the evening of the same day.
  private func endsWithDaypart(behind end: Int) -> Bool {
    guard text.language == "ar" else { return false }
    return (end..<max(end, min(end + 4, text.tokens.count - 1))).contains {
      function(at: $0) == .until && time(.daypart, at: $0 + 1) != nil
    }
  }
}

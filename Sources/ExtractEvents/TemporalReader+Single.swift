import Gazetteer
import Model

// Single expressions: what may stand as a date, and what it means.

extension TemporalScan {
  /// The expression without a second side that starts at a token.
  func single(at index: Int) -> DateExpression? {
    if let known = draft(at: index), isLicensed(known.value) {
      let draft = known.value
      let resolved = resolve(draft)
      var found = expression(
        draft.start..<draft.end, resolved.days, resolved.precision, resolved.basis, draft.rows,
        resolved.flags)
      let isEdge = draft.hasWeakTime && (draft.hasDate || draft.hasOffset) && !draft.hasDay
      found.timeOfDay = isEdge && draft.weekday == nil ? nil : draft.timeOfDay?.rawValue
      found.isSpan = resolved.isSpan
      if resolved.isFuture { found.isFuture = true }
      return found
    }
    return bareYear(at: index)
  }

  /// A year after a small word: `in 2014`, `after 2003`.
  private func bareYear(at index: Int) -> DateExpression? {
    guard index > 0, let year = yearNumber(at: index), isSameParagraph(index, index - 1),
      !isCounted(at: year.end)
    else { return nil }
    switch function(at: index - 1) {
    case .in, .since, .from, .after, .before, .until, .during, .by: break
    default:
      guard time(.range, at: index - 1) != nil || time(.yearWord, at: index - 1) != nil
      else { return nil }
    }
    if year.end < text.tokens.count, text.tokens[year.end].kind == .word,
      text.matches(at: year.end).contains(where: {
        $0.table == .number && reader.numbers[Int($0.row)] == nil && time(.era, at: year.end) == nil
      })
    {
      return nil
    }
    var draft = TemporalDraft(at: index)
    draft.year = year.value
    draft.end = year.end
    let resolved = resolve(draft)
    var found =
      closed(draft, from: index, isBetween: false, rows: [])
      ?? expression(index..<year.end, resolved.days, resolved.precision, .stated, [], [])
    if found.rule == "numeric_date" { found.rule = "bare_year" }
    return found
  }

  /// Whether the words are a date and not something that looks like one.
  private func isLicensed(_ draft: TemporalDraft) -> Bool {
    if draft.hasDay {
      return draft.year != nil || draft.hijriYear != nil || draft.weekday != nil
        || !isNamedPlace(at: draft.start) && !isPlaceName(before: draft.end)
    }
    if draft.isKurdish { return false }
    if draft.month != nil || draft.hijriMonth != nil {
      let isFramed =
        draft.year != nil || draft.hijriYear != nil || draft.yearOffset != nil
        || draft.hasMonthWord || draft.modifier != nil || draft.edge != nil
      if isFramed { return true }
      if isNamedPlace(at: draft.start) { return false }
      return draft.hijriMonth == nil && !draft.needsDigit || isAfterPreposition(draft.start)
    }
    if draft.season != nil {
      return draft.year != nil || draft.yearOffset != nil || draft.modifier != nil
    }
    if draft.weekday != nil {
      return !draft.needsDigit
    }
    if draft.year != nil || draft.hijriYear != nil || draft.hasOffset || draft.dayOffset != nil
      || draft.isSameDay
    {
      return true
    }
    return draft.timeOfDay != nil && draft.isAdverb && !draft.hasWeakTime
  }

  /// Whether `in`, `since`, `during`, `until` stands before a token or is tied to it.
  private func isAfterPreposition(_ index: Int) -> Bool {
    if text.matches(at: index).contains(where: {
      sense($0)?.kind == .month && $0.clitics.contains(.withPreposition)
    }) {
      return true
    }
    switch function(at: index - 1) {
    case .in, .since, .during, .until: return true
    case .by, .after, .before: return text.tokens[index].script == .latin
    default: return index > 0 && time(.span, at: index - 1) != nil
    }
  }

  /// Builds an expression; the rows give its rule.
  func expression(
    _ tokens: Range<Int>, _ days: DayInterval?, _ precision: EventDate.Precision,
    _ basis: EventDate.Basis, _ rows: [Int32], _ flags: [String]
  ) -> DateExpression {
    var rule = ""
    var seen: [Int32] = []
    for row in rows where !seen.contains(row) {
      seen.append(row)
      if !rule.isEmpty { rule += "+" }
      rule += reader.timeRows[Int(row)].id
    }
    if rule.isEmpty { rule = "numeric_date" }
    var isFuture = false
    if let days, let published { isFuture = days.start > published }
    return DateExpression(
      tokens: tokens, span: text.span(tokens), start: days?.start, end: days?.end,
      precision: days == nil ? .unresolved : precision, basis: basis, timeOfDay: nil,
      flags: flags, rule: rule, isSpan: false, isFuture: isFuture)
  }

  /// The named event that starts at a token; the year after its name is the year meant.
  func namedEvent(at index: Int) -> DateExpression? {
    for match in text.matches(at: index) where match.table == .namedEvent {
      let row = reader.namedEvents[Int(match.row)]
      guard let from = row.from else { return nil }
      let end = row.to.map { $0.adding(days: -1) } ?? from
      var days = DayInterval(from, max(from, end))
      var tokens = match.tokens
      var isOther = false
      if let year = yearAfter(Int(match.last)) {
        tokens = tokens.lowerBound..<year.end
        if year.value < days.start.year || year.value > days.end.year {
          isOther = true
          let isDay = days.length == 0
          let day = CivilDate(year: year.value, month: from.month, day: from.day)
          guard
            let other = isDay ? day.map({ DayInterval($0) }) : CalendarArithmetic.year(year.value)
          else { return nil }
          days = other
        }
      }
      let precision: EventDate.Precision =
        days.length == 0 ? .day : isOther ? .year : .range
      var found = expression(tokens, days, precision, .stated, [], [])
      found.rule = row.id
      found.isSpan = !isOther || days.length > 0
      return found
    }
    return nil
  }

  /// The longest row of `named_events.tsv` at a token.
  func namedRow(at index: Int) -> LexiconMatch? {
    text.matches(at: index).first { $0.table == .namedEvent }
  }

  private func yearAfter(_ index: Int) -> (value: Int, end: Int)? {
    var position = index
    if time(.yearWord, at: position) != nil { position += 1 }
    guard position > 0, isSameParagraph(position, position - 1) else { return nil }
    return yearNumber(at: position)
  }
}

import Gazetteer
import Model

/// Days that have a name: feasts of the solar calendar and the weekend.
extension TemporalScan {
  /// `Christmas night`, `New Year's Eve`: month and day in one row.
  func takeHoliday(
    _ match: LexiconMatch, _ sense: TemporalSense, _ draft: inout TemporalDraft,
    _ glue: TemporalGlue
  ) -> Int? {
    guard draft.isHeadless, draft.modifier == nil, glue.isOnly([.of, .the, .on]) else { return nil }
    draft.month = sense.number / 100
    draft.day = sense.number % 100
    draft.timeOfDay = draft.timeOfDay ?? sense.timeOfDay
    draft.isLatin = text.tokens[Int(match.first)].script == .latin
    return draft.add(match, .month)
  }

  /// `at the weekend`: the two days are read as those that a night lies between.
  func takeWeekend(_ match: LexiconMatch, _ draft: inout TemporalDraft) -> Int? {
    guard draft.isEmpty else { return nil }
    (draft.weekday, draft.secondWeekday, draft.timeOfDay) = (6, 0, .night)
    return draft.add(match, .weekday)
  }
}

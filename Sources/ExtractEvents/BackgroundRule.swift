import Gazetteer
import Model

/// Tells from its day what a report tells as history: long before the publication, or well before what the
/// report is about.
struct BackgroundRule {
  let lexicon: TextLexicon
  let published: CivilDate?
  /// What headline or lead only add up; the first of it says when the news was.
  var sum: EventDraft?

  func mark(_ drafts: inout [EventDraft]) {
    let news = newsDay(drafts)
    for index in drafts.indices where !isDatedNote(drafts[index]) {
      markOld(&drafts[index])
      markCoarse(&drafts[index])
      if let news { markBackground(&drafts[index], of: news) }
    }
  }

  /// An English note that begins with the day of its event (`On 12 March 2021, …`, `03/12/2015: …`)
  /// tells that event, however late it is published.
  private func isDatedNote(_ draft: EventDraft) -> Bool {
    guard lexicon.text.language == "en", let date = draft.date, date.precision == .day,
      !draft.dateIsSpeech
    else { return false }
    return lexicon.opensText(date)
  }

  /// A stated date long before the publication is history, whatever the tense.
  private func markOld(_ draft: inout EventDraft) {
    guard let published, let end = draft.date?.end, !draft.dateIsSpeech,
      published.dayNumber - end.dayNumber > lexicon.gazetteer.weights["historical_after_days"]
    else { return }
    makeHistory(&draft)
  }

  /// `won a vote of confidence, following clashes in August that killed 30`: behind `after` in a month that is over.
  private func markCoarse(_ draft: inout EventDraft) {
    guard lexicon.text.language == "en", let published, let end = draft.date?.end,
      !draft.dateIsSpeech, [.month, .year].contains(draft.date?.precision),
      published.dayNumber - end.dayNumber > lexicon.gazetteer.weights["background_after_days"],
      SettingRule(lexicon: lexicon, harm: []).isNounBehind(draft.main, ["after", "since"])
    else { return }
    makeHistory(&draft)
    draft.isAside = true
  }

  /// The day of the event that headline or lead tell, and the last token of the lead.
  private func newsDay(_ drafts: [EventDraft]) -> (day: CivilDate, first: Int, end: Int)? {
    guard let lead = lexicon.leadParagraph, let first = sum ?? drafts.first, !first.isHistorical
    else { return nil }
    let end = lexicon.text.paragraphs[lead].upperBound
    guard start(first) < end, let day = first.date?.end ?? published else { return nil }
    return (day, start(first), end)
  }

  /// `In January, twin bombings …`, four months later and paragraphs below what happened now: a stated day, or a
  /// month, that ended well before the news.
  private func markBackground(
    _ draft: inout EventDraft, of news: (day: CivilDate, first: Int, end: Int)
  ) {
    let isFurtherOn = isLaterInNote(draft)
    let isCoarse = [.month, .year].contains(draft.date?.precision)
    // `… in the strike, while similar strikes last month killed three`: a month is history in the lead too.
    let isBehindNews = isCoarse && lexicon.text.language == "ar" && start(draft) > news.first
    guard start(draft) >= news.end || isBehindNews || isFurtherOn, !draft.dateIsSpeech,
      let end = draft.date?.end, draft.date?.start != nil
    else { return }
    let least = isCoarse ? 1 : lexicon.gazetteer.weights["background_after_days"]
    guard news.day.dayNumber - end.dayNumber >= least else { return }
    makeHistory(&draft)
    let hasPlace = draft.placeRule == "same_clause" || draft.placeRule == "same_sentence"
    draft.isAside = isFurtherOn && (isCoarse || !hasPlace)
  }

  /// `In April a car bomb in the same market killed four.`: a sentence of an English note behind the one that tells
  /// the news.
  private func isLaterInNote(_ draft: EventDraft) -> Bool {
    guard lexicon.text.language == "en", draft.hasOwnDay, let first = lexicon.firstTextToken,
      let lead = lexicon.leadParagraph
    else { return false }
    return draft.sentence > Int(lexicon.text.sentenceOfToken[first])
      && lexicon.text.paragraphs[lead].contains(draft.main.tokens.lowerBound)
  }

  /// Where a draft is told first, whatever types it.
  private func start(_ draft: EventDraft) -> Int {
    draft.triggers.map(\.tokens.lowerBound).min() ?? draft.main.tokens.lowerBound
  }

  private func makeHistory(_ draft: inout EventDraft) {
    draft.isHistorical = true
    if draft.historicalRule.isEmpty { draft.historicalRule = draft.date?.rule ?? "" }
  }
}

package import Gazetteer
package import Model

/// Reads triggers, dates, actors, harm and realis of a text and puts them together into events, each
/// value with the words that gave it.
package struct EventExtractor: Sendable {
  private let gazetteer: Gazetteer
  private let harmReader: HarmReader
  private let temporalReader: TemporalReader

  /// What one document tells.
  package struct Result: Sendable {
    package var events: [Event]
    package var statements: [Statement]
  }

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    harmReader = HarmReader(gazetteer: gazetteer)
    temporalReader = TemporalReader(gazetteer: gazetteer)
  }

  /// Returns the events and the statements of a document.
  package func extract(
    from text: NormalizedText, mentions: [Mention], document: Document, areas: AreaUnion
  ) -> Result {
    let lexicon = TextLexicon(gazetteer: gazetteer, text: text)
    let frames = harmReader.frames(in: text)
    let dates = temporalReader.expressions(in: text, published: document.published)
    let actors = ActorFinder(lexicon: lexicon).find()
    var triggers = TriggerFinder(
      lexicon: lexicon, harm: frames, actors: actors, mentions: mentions, dates: dates
    ).find()
    let realis = RealisReader(lexicon: lexicon, dates: dates, harm: frames, mentions: mentions)
    realis.read(&triggers)
    let harm = realis.told(frames, by: triggers)
    var drafts = EventGrouper(lexicon: lexicon, mentions: mentions, harm: harm).group(triggers)
    let dateAttacher = DateAttacher(lexicon: lexicon, dates: dates)
    let placeAttacher = PlaceAttacher(lexicon: lexicon, mentions: mentions)
    let harmAttacher = HarmAttacher(frames: harm)
    let roles = RoleAssigner(lexicon: lexicon, actors: actors, mentions: mentions)
    for index in drafts.indices {
      dateAttacher.attach(&drafts[index])
      placeAttacher.attach(&drafts[index])
      harmAttacher.attach(&drafts[index])
      CauseOfProtest(lexicon: lexicon).takeOut(of: &drafts[index])
      roles.assign(&drafts[index])
    }
    let parted = SumRule(lexicon: lexicon, mentions: mentions, triggers: triggers).part(drafts)
    drafts = EventMerger(lexicon: lexicon, mentions: mentions, drafts: parted.events).merge()
    LateSetting(lexicon: lexicon, mentions: mentions, dates: dates).attach(&drafts)
    LateHarm(
      lexicon: lexicon, frames: harm, triggers: triggers, sums: parted.sums.map(\.draft)
    ).attach(&drafts)
    ClaimReader(lexicon: lexicon, actors: actors).attach(&drafts)
    Attribution(lexicon: lexicon, actors: actors).attach(&drafts)
    BackgroundRule(
      lexicon: lexicon, published: document.published, sum: parted.sums.first?.draft
    ).mark(&drafts)
    var result = finish(drafts, triggers, lexicon, mentions, document, areas)
    result.statements += parted.sums.map { statement($0.draft.main, $0.why, lexicon) }
    result.statements.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return result
  }

  private func finish(
    _ drafts: [EventDraft], _ triggers: [Trigger], _ lexicon: TextLexicon, _ mentions: [Mention],
    _ document: Document, _ areas: AreaUnion
  ) -> Result {
    let builder = EventBuilder(lexicon: lexicon, mentions: mentions, document: document)
    var events: [Event] = []
    var statements = triggers.compactMap { trigger in
      trigger.rejection.map { statement(trigger, $0, lexicon) }
    }
    for draft in drafts {
      var event = builder.build(draft, areas: areas)
      let rejection =
        isAfterCrime(draft, triggers) || isAfterAccident(draft, triggers, lexicon)
        ? "generic" : reasonAgainst(event, draft, lexicon)
      if let reason = rejection {
        statements.append(
          statement(
            draft.main, Trigger.Rejection(reason: reason, rule: draft.historicalRule), lexicon))
        continue
      }
      if event.subEventType == nil, event.eventType == nil { event.flags.append("plover_only") }
      events.append(event)
    }
    events.sort { $0.triggerSpan.start < $1.triggerSpan.start }
    EventIdentity(lexicon: lexicon, document: document).name(&events)
    statements.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return Result(events: events, statements: statements)
  }

  /// `… in an honor killing. Two men have been arrested.`: an arrest behind a crime that is no event.
  private func isAfterCrime(_ draft: EventDraft, _ triggers: [Trigger]) -> Bool {
    draft.family == "arrest" && draft.placeRule != "same_clause"
      && draft.placeRule != "same_sentence"
      && triggers.contains {
        $0.rejection?.reason == "generic" && $0.row.family == "attack"
          && (1...2).contains(draft.sentence - $0.sentence)
      }
  }

  /// `A gas cylinder exploded in X. One person was killed.`: the harm of a sentence behind an accident, which tells
  /// no place and no day of its own.
  private func isAfterAccident(
    _ draft: EventDraft, _ triggers: [Trigger], _ lexicon: TextLexicon
  ) -> Bool {
    guard lexicon.text.language == "en", draft.family == "attack", draft.actor1 == nil,
      draft.triggers.allSatisfy(\.isHarmWord), draft.placeRule != "same_clause",
      draft.placeRule != "same_sentence", !draft.hasOwnDay
    else { return false }
    let before = triggers.filter { $0.sentence == draft.sentence - 1 }
    return before.contains { $0.rejection?.reason == "generic" && $0.row.family == "attack" }
      && before.allSatisfy { $0.rejection != nil }
  }

  /// Why a draft stays a statement: background without a date or a place, or too little evidence.
  private func reasonAgainst(_ event: Event, _ draft: EventDraft, _ lexicon: TextLexicon)
    -> String?
  {
    if event.realis == .historical {
      let isDated = event.date.start != nil
      // A place of another sentence is that of the news, not of what was before it.
      let isOwnPlace =
        lexicon.text.language != "ar" || draft.placeRule != "same_paragraph"
      let isPlaced = !event.mentions.isEmpty && isOwnPlace
      if !isDated || !isPlaced || draft.isAside { return "historical" }
    }
    if isTollOfPeriod(event, draft) { return "aggregate" }
    if CrimeAtHome(lexicon: lexicon).isTold(by: draft) { return "generic" }
    // `Syria protested at the raid`: states protest in words.
    if draft.family == "protest", draft.main.row.position == "verb",
      draft.main.row.subEventType == "Peaceful protest",
      let state = draft.actor1, state.kind == "government",
      state.tokens.lowerBound == draft.main.tokens.upperBound
    {
      return "reported_speech"
    }
    // `followers of X withdrew from the squares`: a crowd gives no ground away.
    if draft.family == "transfer", lexicon.text.language == "en",
      ["civilian", "protester", "political"].contains(draft.actor1?.kind ?? "")
    {
      return "generic"
    }
    return event.confidence < gazetteer.weights["threshold_event"] ? "below_threshold" : nil
  }

  /// `violence killed 76 people in the country last month`: a mere count of the dead over weeks and
  /// a wide area is of many events.
  private func isTollOfPeriod(_ event: Event, _ draft: EventDraft) -> Bool {
    guard draft.family == "attack", draft.main.isHarmWord, event.realis == .asserted,
      event.date.start != nil, [.month, .year].contains(event.date.precision)
    else { return false }
    return [.country, .unknown, .region, .adm1].contains(event.precision)
  }

  private func statement(
    _ trigger: Trigger, _ rejection: Trigger.Rejection, _ lexicon: TextLexicon
  ) -> Statement {
    Statement(
      span: trigger.span, trigger: lexicon.text.text(trigger.span),
      eventType: trigger.row.eventType.isEmpty ? nil : trigger.row.eventType,
      subEventType: trigger.row.subEventType.isEmpty ? nil : trigger.row.subEventType,
      ploverType: trigger.row.plover.isEmpty ? nil : trigger.row.plover, reason: rejection.reason,
      rule: rejection.rule)
  }
}

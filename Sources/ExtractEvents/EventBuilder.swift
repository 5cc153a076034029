import Gazetteer
package import Model

/// Turns a finished draft into an event with evidence for each value.
struct EventBuilder {
  let lexicon: TextLexicon
  let mentions: [Mention]
  let document: Document

  private var gazetteer: Gazetteer { lexicon.gazetteer }
  private var text: NormalizedText { lexicon.text }

  func build(_ draft: EventDraft, areas: AreaUnion) -> Event {
    var event = Event()
    event.documentID = document.id
    event.source = document.source
    event.url = document.url
    event.published = document.published
    event.language = text.language
    event.family = draft.family
    event.flags = draft.flags
    setWhat(&event, draft)
    setWhen(&event, draft)
    var sides = draft
    if CrowdRule.isOnCrowd(draft), event.eventType == "Protests" {
      // The codebook names the protesters first, whoever acted.
      swap(&sides.actor1, &sides.actor2)
    }
    setWho(&event, sides)
    setHarm(&event, sides)
    setWhere(&event, draft, areas)
    ConfidenceScorer(lexicon: lexicon).score(&event, draft)
    event.quoteSpan = quoteSpan(draft)
    var seen: Set<String> = []
    event.flags = event.flags.filter { seen.insert($0).inserted }
    return event
  }

  private func note(_ field: String, _ span: SourceSpan, _ rule: String, _ event: inout Event) {
    event.evidence.append((field, Evidence(span: span, rule: rule)))
  }

  private func setWhat(_ event: inout Event, _ draft: EventDraft) {
    let choice = SubEventChooser(lexicon: lexicon).choose(draft)
    event.eventType = choice.eventType.isEmpty ? nil : choice.eventType
    event.subEventType = choice.subEventType.isEmpty ? nil : choice.subEventType
    event.disorderType =
      gazetteer.acled.first { $0.subEventType == choice.subEventType }?.disorderType
    event.ploverType = choice.plover.isEmpty ? nil : choice.plover
    event.ploverMode = choice.mode.isEmpty ? nil : choice.mode
    event.flags += choice.flags
    event.trigger = text.text(draft.main.span)
    event.triggerSpan = draft.main.span
    event.triggerTokens = draft.main.tokens
    event.allTriggers = draft.triggers.map(\.span)
    event.realis = draft.isHistorical ? .historical : .asserted
    event.isTollUpdate = draft.harm.contains(where: \.isToll)
    if event.isTollUpdate { event.flags.append("toll_update") }
    note("event_type", draft.main.span, choice.rule, &event)
    for trigger in draft.triggers where trigger.span != draft.main.span {
      note("trigger", trigger.span, trigger.row.id, &event)
    }
    for trigger in draft.triggers {
      if let second = trigger.secondSpan { note("trigger", second, trigger.row.id, &event) }
    }
    for trigger in draft.setting { note("trigger", trigger.span, trigger.row.id, &event) }
    if draft.isHistorical { note("realis", draft.main.span, draft.historicalRule, &event) }
  }

  private func setWhen(_ event: inout Event, _ draft: EventDraft) {
    var date = EventDate()
    if let expression = draft.date {
      date.timeOfDay = expression.timeOfDay
      if draft.dateIsSpeech {
        date.end = expression.end
        date.basis = .disclosed
        event.flags.append("date_disclosed")
      } else {
        date.start = expression.start
        date.end = expression.end
        date.precision = expression.precision
        date.basis = expression.start == nil && expression.end == nil ? nil : expression.basis
      }
      event.flags += expression.flags
      note("date_start", expression.span, expression.rule, &event)
      if expression.timeOfDay != nil {
        note("time_of_day", expression.span, expression.rule, &event)
      }
    }
    if date.start == nil, date.end == nil, !draft.isHistorical, let published = document.published {
      date.end = published
      date.basis = .inferred
      event.flags.append("date_inferred")
    }
    if draft.harm.contains(where: \.isDiscovery), date.start != nil {
      event.flags.append("date_upper_bound")
    }
    event.date = date
    event.dateConfidence = date.start == nil ? 300 : date.precision == .day ? 900 : 700
  }

  private func setWho(_ event: inout Event, _ draft: EventDraft) {
    let isForceOnCrowd = event.subEventType == "Excessive force against protesters"
    if let actor = draft.actor1 {
      event.actor1 = value(
        of: actor, draft, isFirst: true, isForceOnCrowd: isForceOnCrowd)
      note("actor1", actor.span, actor.rule, &event)
    }
    if let actor = draft.actor2 {
      event.actor2 = value(
        of: actor, draft, isFirst: false, isForceOnCrowd: isForceOnCrowd)
      note("actor2", actor.span, actor.rule, &event)
    } else if let frame = InferredVictims(lexicon: lexicon).frame(
      of: draft, typed: event.subEventType), let row = gazetteer.actorCodes["CIVILIANS"]
    {
      event.actor2.code = row.code
      event.actor2.name = row.nameEnglish
      event.actor2.inter = row.inter
      event.actor2.role = .target
      event.actor2.basis = .inferred
      note("actor2", frame.span, frame.rule, &event)
    }
    if let attributed = draft.attributed {
      event.actor1.attributed = attributed.actor.code
      event.flags.append("perpetrator_attributed:" + attributed.actor.code)
      note("actor1_attributed", attributed.actor.span, attributed.rule, &event)
    }
    event.attribution = attribution(draft, &event)
    let isOnCivilians =
      draft.actor2.map { $0.kind == "civilian" } ?? (event.actor2.basis == .inferred)
    event.civilianTargeting =
      isOnCivilians && ["attack", "abduction", "sexual"].contains(draft.family)
    if draft.actor1 != nil || draft.actor2 != nil {
      event.actorConfidence = draft.actor1Basis == .asserted ? 800 : 600
    }
  }

  private func value(
    of actor: ActorMention, _ draft: EventDraft, isFirst: Bool, isForceOnCrowd: Bool
  ) -> EventActor {
    var value = EventActor()
    let code = localized(actor.code, draft)
    value.code = code
    value.name = gazetteer.actorCodes[code]?.nameEnglish
    value.inter = gazetteer.actorCodes[code]?.inter
    let isTwoSided = draft.main.roles == "B" || draft.family == "agreement"
    // Protesters stand first by convention, also where force was used on them.
    let isDoer = isFirst != isForceOnCrowd
    value.role = isTwoSided ? .party : isDoer ? .perpetrator : .target
    value.basis = isFirst ? draft.actor1Basis : .asserted
    return value
  }

  /// Generic forces are those of the place: security forces in Sulaymaniyah are the Region's.
  private func localized(_ code: String, _ draft: EventDraft) -> String {
    guard let regional = gazetteer.regionalCodes[code], let place = draft.places.first,
      let entity = mentions[place].entity
    else { return code }
    let isInRegion = gazetteer.regionalUnits.contains { gazetteer.isWithin(entity, $0) }
    return isInRegion ? regional : code
  }

  private func attribution(_ draft: EventDraft, _ event: inout Event) -> String? {
    for token in text.sentences[draft.sentence] {
      guard let match = lexicon.longest(.reporting, at: token) else { continue }
      let row = gazetteer.reporting[Int(match.row)]
      guard ["say", "announce", "claim", "cite", "source", "responsibility"].contains(row.kind)
      else { continue }
      note("attribution", match.span, row.id, &event)
      return text.text(match.span)
    }
    return nil
  }

  private func setHarm(_ event: inout Event, _ draft: EventDraft) {
    event.harm = HarmAttacher.total(draft.harm)
    for frame in draft.harm {
      switch frame.field {
      case .killed: note("killed_min", frame.span, frame.rule, &event)
      case .injured: note("injured_min", frame.span, frame.rule, &event)
      case .pooled, .casualties: note("casualties_min", frame.span, frame.rule, &event)
      case .zero: note("killed_min", frame.span, frame.rule, &event)
      case .missing: break
      }
    }
    let killed = draft.harm.filter { $0.field == .killed && !$0.isSubset }
    event.harm.killedActor1 = side(killed, draft.actor1?.code)
    event.harm.killedActor2 = side(killed, draft.actor2?.code)
    event.harm.killedCivilians =
      HarmAttacher.total(
        killed.filter { $0.victimClass == "civilian" }
      ).killed
  }

  private func side(_ frames: [HarmFrame], _ code: String?) -> Harm.Count {
    guard let code else { return Harm.Count() }
    return HarmAttacher.total(frames.filter { $0.victimCode == code }).killed
  }

  private func setWhere(_ event: inout Event, _ draft: EventDraft, _ areas: AreaUnion) {
    event.mentions = draft.places
    guard let first = draft.places.first else { return }
    let used = draft.places.map { mentions[$0] }
    event.places = used.compactMap(\.place)
    for mention in used {
      note("location", mention.span, draft.placeRule + "+" + mention.rule, &event)
    }
    let mention = mentions[first]
    event.location = name(mention, mention.place?.name)
    event.locationArabic = mention.place?.nameArabic
    event.locationSorani = mention.place?.nameSorani
    event.relation = mention.relation?.kind.rawValue
    if let relation = mention.relation, let span = relation.span {
      note("relation", span, relation.rule, &event)
    }
    event.flags += used.flatMap(\.flags)
    event.placeConfidence = mention.candidates.first?.score
    let isPair = mention.relation?.base.count == 2
    if draft.places.count == 1 || isPair {
      event.precision = mention.precision
      event.point = mention.point
      event.pointIsComputed = mention.pointIsComputed
      event.area = mention.area
      event.radiusKm = mention.radiusKm
      if isPair {
        event.location = used.map { name($0, $0.place?.name) ?? "" }.joined(separator: " – ")
      }
      if mention.flags.contains("unknown_place") { takeContainer(mention, &event) }
    } else {
      event.precision = used.map(\.precision).max { $0.rank < $1.rank } ?? .unknown
      event.location = used.compactMap { name($0, $0.place?.name) }.joined(separator: "; ")
      event.flags.append("multiple_places")
      let union = areas.union(used.compactMap(\.area))
      event.area = union?.area
      event.radiusKm = union?.radiusKm
    }
  }

  /// An unknown village: its own name, its container's ground and precision.
  private func takeContainer(_ mention: Mention, _ event: inout Event) {
    event.location = text.text(mention.span)
    event.locationArabic = text.language == "ar" ? event.location : nil
    guard let index = mention.containers.first(where: { mentions[$0].entity != nil }) else {
      event.precision = .unknown
      return
    }
    let container = mentions[index]
    event.places = container.place.map { [$0] } ?? []
    event.precision = container.precision
    event.area = container.area
    event.radiusKm = container.radiusKm
  }

  private func name(_ mention: Mention, _ name: String?) -> String? {
    name ?? (mention.names.isEmpty ? text.text(mention.span) : nil)
  }

  /// The sentence of the main trigger.
  private func quoteSpan(_ draft: EventDraft) -> SourceSpan {
    text.span(text.sentences[draft.main.sentence])
  }
}

/// Makes the union of areas: geometry is another room's, handed in by the pipeline.
package struct AreaUnion {
  let make: ([MultiPolygon]) -> (area: MultiPolygon, radiusKm: Double)?

  /// Makes the helper around a function that returns the union and its equal-area radius.
  package init(_ make: @escaping ([MultiPolygon]) -> (area: MultiPolygon, radiusKm: Double)?) {
    self.make = make
  }

  func union(_ areas: [MultiPolygon]) -> (area: MultiPolygon, radiusKm: Double)? {
    areas.isEmpty ? nil : make(areas)
  }
}

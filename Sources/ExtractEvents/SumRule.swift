import Gazetteer
import Model

/// Finds what only adds up other events: the headline of a round-up whose incidents follow one by one, and the
/// figures of a month or a year.
struct SumRule {
  let lexicon: TextLexicon
  let mentions: [Mention]
  let triggers: [Trigger]

  /// A draft that is no event of its own, and why.
  struct Sum {
    var draft: EventDraft
    var why: Trigger.Rejection
  }

  private var gazetteer: Gazetteer { lexicon.gazetteer }
  private var text: NormalizedText { lexicon.text }

  /// The drafts that tell events, and those that add events up.
  func part(_ drafts: [EventDraft]) -> (events: [EventDraft], sums: [Sum]) {
    var events: [EventDraft] = []
    var sums: [Sum] = []
    var counted = sentencesOfFigures()
    var heirs: [Int: EventDraft] = [:]
    for index in drafts.indices {
      let draft = drafts[index]
      if let rule = rule(of: draft, counted) {
        sums.append(Sum(draft: draft, why: Trigger.Rejection(reason: "aggregate", rule: rule)))
        counted.insert(draft.sentence)
      } else if let members = members(of: index, drafts) {
        let why = Trigger.Rejection(reason: "aggregate", rule: "round_up")
        sums.append(Sum(draft: draft, why: why))
        for member in members { heirs[member] = draft }
      } else if let sum = heirs[index] {
        events.append(inheriting(draft, from: sum))
      } else {
        events.append(draft)
      }
    }
    return (events, sums)
  }

  // MARK: figures

  /// Sentences in which triggers are, all of them read as many events at once.
  private func sentencesOfFigures() -> Set<Int> {
    var all: [Int: Bool] = [:]
    for trigger in triggers {
      let isFigure = trigger.rejection?.reason == "aggregate"
      if isFigure || trigger.rejection == nil {
        all[trigger.sentence] = (all[trigger.sentence] ?? true) && isFigure
      }
    }
    return Set(all.filter(\.value).keys)
  }

  private func rule(of draft: EventDraft, _ counted: Set<Int>) -> String? {
    guard draft.family == "attack", !draft.isHistorical, !isLocal(draft) else { return nil }
    if draft.main.isHarmWord, let date = draft.date, !draft.dateIsSpeech, date.start != nil,
      [.month, .year].contains(date.precision)
    {
      return "toll_of_period"
    }
    if isTollOfWar(draft) { return "toll_of_war" }
    return goesOn(draft, counted) ? "figures_go_on" : nil
  }

  /// Whether the draft's own sentence says where, more closely than by a governorate.
  private func isLocal(_ draft: EventDraft) -> Bool {
    guard draft.placeRule == "same_clause" || draft.placeRule == "same_sentence" else {
      return false
    }
    return draft.places.contains {
      ![.country, .unknown, .region, .adm1].contains(mentions[$0].precision)
    }
  }

  /// `an insurgency in which tens of thousands have been killed`: so many, and no day.
  private func isTollOfWar(_ draft: EventDraft) -> Bool {
    guard draft.main.isHarmWord, draft.date?.start == nil, !draft.dateIsSpeech else { return false }
    let killed = HarmAttacher.total(draft.harm).killed
    return (killed.minimum ?? 0) >= gazetteer.weights["many_dead"]
  }

  /// `The report counted 19 attacks in April. Bombs killed 17 people, 13 died in raids.`: the sentence before
  /// gave figures, and this one names neither a day nor a place nor what was told before.
  private func goesOn(_ draft: EventDraft, _ counted: Set<Int>) -> Bool {
    // `15 were killed by the bombs`: the article is that of the kind.
    let isOwn = !draft.main.isDefinite || draft.triggers.contains(where: \.isHarmWord)
    guard isOwn, draft.date?.start == nil,
      !draft.triggers.contains(where: \.isSeparate)
    else { return false }
    let before = triggers.last {
      $0.sentence < draft.sentence && ($0.rejection == nil || $0.rejection?.reason == "aggregate")
    }
    return before.map { counted.contains($0.sentence) } ?? false
  }

  // MARK: round-ups

  /// `Attacks across Iraq kill nine`, above or in the lead, and then at least two attacks at places of their
  /// own within the ground that it names.
  ///
  /// Returns the drafts that it adds up, nil when it adds up none.
  private func members(of index: Int, _ drafts: [EventDraft]) -> [Int]? {
    let sum = drafts[index]
    guard sum.family == "attack", !sum.isHistorical, isAbove(sum), tellsSeveral(sum) else {
      return nil
    }
    let total = HarmAttacher.total(sum.harm)
    var places: [Int] = []
    var members: [Int] = []
    for other in drafts.indices.dropFirst(index + 1)
    where drafts[other].sentence > sum.sentence && isMember(drafts[other], of: sum, total) {
      guard let place = drafts[other].places.first.flatMap({ mentions[$0].entity }) else {
        continue
      }
      members.append(other)
      if !places.contains(where: { areOne($0, place) }) { places.append(place) }
    }
    return places.count >= 2 ? members : nil
  }

  /// `ISIS killed ten in two attacks on Friday night. The first …`: the day and the group hold for each that tells
  /// none, and so does the force that was hit, for what names no civilians.
  private func inheriting(_ draft: EventDraft, from sum: EventDraft) -> EventDraft {
    var draft = draft
    if draft.date?.start == nil, let day = sum.date, day.start != nil, !sum.dateIsSpeech {
      draft.date = day
      draft.dateIsSpeech = false
    }
    guard let group = sum.actor1, group.isName, group.kind == "nonstate_armed" else { return draft }
    if draft.actor1 == nil { draft.actor1 = group }
    if draft.actor2 == nil, let force = sum.actor2, force.isName, force.kind == "state_armed",
      draft.harm.allSatisfy({ $0.victimClass != "civilian" })
    {
      draft.actor2 = force
    }
    return draft
  }

  private func isAbove(_ draft: EventDraft) -> Bool {
    guard let lead = lexicon.leadParagraph else { return false }
    return draft.main.tokens.lowerBound < text.paragraphs[lead].upperBound
  }

  private func tellsSeveral(_ draft: EventDraft) -> Bool {
    lexicon.hasClauseWord("several", in: text.sentences[draft.sentence])
      || draft.triggers.contains { !$0.isHarmWord && isPlural($0) }
  }

  private func isMember(_ draft: EventDraft, of sum: EventDraft, _ total: Harm) -> Bool {
    guard ["attack", "abduction"].contains(draft.family), !draft.isHistorical,
      draft.placeRule == "same_clause" || draft.placeRule == "same_sentence",
      let place = draft.places.first, let entity = mentions[place].entity,
      !tellsSeveral(draft)
    else { return false }
    if let most = total.killed.maximum, let own = HarmAttacher.total(draft.harm).killed.minimum,
      own > most
    {
      return false
    }
    return sum.places.isEmpty
      || sum.places.contains { holds($0, mentions[place], entity) }
  }

  private func holds(_ ground: Int, _ place: Mention, _ entity: Int) -> Bool {
    guard let wide = mentions[ground].entity else { return true }
    return gazetteer.isWithin(entity, wide) || gazetteer.entities[wide].level == .country
      || lexicon.canBeHeadlines(place, headline: mentions[ground])
  }

  private func areOne(_ first: Int, _ second: Int) -> Bool {
    first == second || gazetteer.isWithin(first, second) || gazetteer.isWithin(second, first)
  }

  /// `attacks`, `هجمات`, `عبوات ناسفة`: a noun in the plural.
  private func isPlural(_ trigger: Trigger) -> Bool {
    guard trigger.row.position == "noun" || trigger.row.position == "phrase" else { return false }
    switch trigger.row.language {
    case "ar":
      return trigger.tokens.contains {
        let key = text.key($0)
        // The feminine plural ending alef teh, and those of two.
        return key.count > 6
          && [[0xD8, 0xA7, 0xD8, 0xAA], [0xD9, 0x8A, 0xD9, 0x86], [0xD8, 0xA7, 0xD9, 0x86]]
            .contains { key.suffix(4).elementsEqual($0) }
      }
    case "en":
      return text.key(trigger.tokens.upperBound - 1).last == UInt8(ascii: "s")
    default: return false
    }
  }
}

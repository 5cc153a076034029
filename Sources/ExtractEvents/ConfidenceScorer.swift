import Gazetteer
import Model

/// The additive confidence of an event, term by term (language.md 4.6).
struct ConfidenceScorer {
  let lexicon: TextLexicon

  /// Families of acts of force.
  private static let forceful: Set<String> = ["attack", "territory", "abduction", "looting"]

  private var weights: WeightTable { lexicon.gazetteer.weights }

  func score(_ event: inout Event, _ draft: EventDraft) {
    var terms: [ConfidenceTerm] = []
    func add(_ name: String, _ value: Int) {
      if value != 0 { terms.append(ConfidenceTerm(name, value)) }
    }
    // An operation is a weak word; in an attack the killing that it names is the act.
    let weight =
      draft.family == "attack" && draft.main.row.family == "other"
      ? draft.triggers.map(\.row.weight).max() ?? 0 : draft.main.row.weight
    add("base_trigger", weights["base_trigger"] * weight / 1000)
    let place = placeTerm(event)
    add(place, weights[place])
    // `the town of X` that the gazetteer does not know, as most abroad: told where, though not drawn.
    let isForce = Self.forceful.contains(draft.family)
    if place == "place_none", isForce || draft.family == "protest",
      draft.scope.contains(where: lexicon.isSettlement)
    {
      add("place_told", weights["place_told"])
    }
    let date = dateTerm(event)
    add(date, weights[date])
    // What was only inferred adds nothing.
    let isSecondTold = event.actor2.code != nil && event.actor2.basis != .inferred
    switch (event.actor1.code != nil, isSecondTold) {
    case (true, true): add("actors_both", weights["actors_both"])
    case (false, false): break
    default: add("actors_one", weights["actors_one"])
    }
    if event.harm.killed.isStated || event.harm.injured.isStated || event.harm.casualties.isStated {
      add("harm_explicit", weights["harm_explicit"])
    }
    let isArmed =
      draft.actor1.map { $0.kind.hasSuffix("armed") } == true
      || draft.scope.contains { lexicon.longest(.weapon, at: $0) != nil }
    if isArmed {
      // A death is an attack by the armed doer or the weapon beside it; another act of force is told
      // the more surely for them.
      if draft.main.isHarmWord || draft.main.row.weight <= 450 {
        add("agent_armed", weights["agent_armed"])
        // `the militia killed a boy`: told as the act of armed people.
        if draft.main.roles == "V", draft.actor1?.kind.hasSuffix("armed") == true,
          lexicon.text.language == "ar"
        {
          add("agent_acts", weights["agent_acts"])
        }
      } else if isForce, lexicon.text.language == "ar" {
        add("means_told", weights["means_told"])
      }
    }
    // The present of headlines tells an act; of talks it tells what is about to be.
    let isFinite =
      ["verb", "passive"].contains(draft.main.row.position)
      || draft.main.row.position == "imperfect" && isForce
      || draft.main.row.position == "phrase" && draft.main.row.language == "ar"
        && draft.main.roles == "V" && isForce
    if isForce, isBehindLightVerb(draft.main) {
      add("finite_verb", weights["finite_verb"])
    } else if isFinite, draft.actor1 != nil || draft.actor2 != nil {
      add("finite_verb", weights["finite_verb"])
    }
    addAttribution(draft, add)
    for flag in ["gazetteer_conflict", "ambiguous_place", "weekday_conflict", "date_inferred"]
    where event.flags.contains(flag) {
      add("flag_" + flag, weights["flag_" + flag])
    }
    if event.realis == .historical { add("realis_historical", weights["realis_historical"]) }
    event.confidenceTerms = terms
    event.confidence = max(0, min(1000, terms.reduce(0) { $0 + $1.value }))
  }

  /// `the convoy came under (heavy) fire`, `carried out a raid`: a verb that leaves the act to the
  /// noun behind it, up to six words before it in its clause.
  private func isBehindLightVerb(_ trigger: Trigger) -> Bool {
    guard trigger.row.language == "ar", ["noun", "phrase"].contains(trigger.row.position) else {
      return false
    }
    let first = trigger.tokens.lowerBound
    let start = max(lexicon.clause(of: first).lowerBound, first - 6)
    return (start..<max(start, first)).contains {
      let kind = lexicon.functionWord(at: $0)
      return kind == "light" || kind == "happened"
    }
  }

  private func placeTerm(_ event: Event) -> String {
    switch event.precision {
    case .site, .place: "place_exact"
    case .near: "place_near"
    case .adm3, .adm2: "place_unit"
    case .feature, .region, .adm1: "place_region"
    case .country, .unknown: "place_none"
    }
  }

  private func dateTerm(_ event: Event) -> String {
    if event.date.start == nil { return "date_none" }
    switch event.date.precision {
    case .day: return "date_day"
    case .week: return "date_week"
    case .month: return "date_month"
    case .year: return "date_year"
    case .range: return "date_range"
    case .unresolved: return "date_none"
    }
  }

  /// The reporting row that governs the sentence: official, claimed, second-hand.
  private func addAttribution(_ draft: EventDraft, _ add: (String, Int) -> Void) {
    let sentence = lexicon.text.sentences[draft.sentence]
    for token in sentence {
      if let row = lexicon.reporting(at: token), row.confidence != 0 {
        add("attribution:" + row.id, row.confidence)
        return
      }
    }
  }
}

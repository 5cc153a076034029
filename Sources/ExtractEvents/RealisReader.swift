import Gazetteer
import Model

/// Decides for each trigger whether the words assert the event (language.md 2.11).
struct RealisReader {
  let lexicon: TextLexicon
  let dates: [DateExpression]
  let harm: [HarmFrame]
  let mentions: [Mention]
  /// The cues of the whole text, found once.
  private let cues: [RealisCue]
  /// The positions in `cues` of those that hold beyond their sentence.
  private let wide: [Int]

  var gazetteer: Gazetteer { lexicon.gazetteer }
  var text: NormalizedText { lexicon.text }

  init(lexicon: TextLexicon, dates: [DateExpression], harm: [HarmFrame], mentions: [Mention]) {
    self.lexicon = lexicon
    self.dates = dates
    self.harm = harm
    self.mentions = mentions
    cues = RealisCue.all(in: lexicon)
    wide = cues.indices.filter { [cues] in cues[$0].isWide }
  }

  /// The cues that may hold for a trigger, in the order of the text: those of its sentence and the wide ones.
  private func cues(for trigger: Trigger) -> [RealisCue] {
    let sentence = text.sentences[trigger.sentence]
    let first = RealisCue.first(from: sentence.lowerBound, in: cues)
    let last = RealisCue.first(from: sentence.upperBound, in: cues)
    let before = wide.prefix { $0 < first }.map { cues[$0] }
    let behind = wide.drop { $0 < last }.map { cues[$0] }
    return before + cues[first..<last] + behind
  }

  func read(_ triggers: inout [Trigger]) {
    decide(&triggers)
    rejectHearsay(&triggers)
  }

  private func decide(_ triggers: inout [Trigger]) {
    for index in triggers.indices {
      if let found = speechOnly(triggers[index]) {
        triggers[index].rejection = found
        continue
      }
      // A form that the finder rejected may be denied or planned besides, which says more.
      let isRejected = triggers[index].rejection != nil
      apply(to: index, &triggers)
      guard !isRejected, triggers[index].rejection == nil else { continue }
      if let governed = governedBy(index, triggers) {
        triggers[index].rejection = governed
        continue
      }
      if isSettled(triggers[index], triggers) {
        triggers[index].rejection = Trigger.Rejection(reason: "historical", rule: "settled")
        continue
      }
      if isBackgroundRelative(triggers[index], triggers) {
        triggers[index].isHistorical = true
        triggers[index].historicalRule = Self.relativeBackground
      }
      triggers[index].rejection =
        future(triggers[index], triggers) ?? purpose(triggers[index], triggers)
        ?? aggregate(triggers[index]) ?? generic(triggers[index], triggers)
    }
  }

  private func apply(to index: Int, _ triggers: inout [Trigger]) {
    let trigger = triggers[index]
    for cue in cues(for: trigger) where holds(cue, trigger) || reaches(cue, trigger, triggers) {
      switch cue.row.value {
      // `said that gunmen had attacked`: the tense is that of reported speech.
      case "historical" where isReported(cue) || isOfWounds(cue): continue
      case "burial" where hasDayOfDeath(cue, trigger, triggers): continue
      // `thousands buried him in a march that turned into a demonstration`: the crowd's act is the news.
      case "burial" where trigger.row.family == "protest" && trigger.row.position != "noun":
        continue
      case "negated" where isOfHarm(cue): continue
      case "historical", "background", "burial":
        triggers[index].isHistorical = true
        triggers[index].historicalRule = cue.row.id
      case "zero": continue
      default:
        if let reason = Self.reason(of: cue.row.value, hasDate: hasFutureDate(trigger)) {
          triggers[index].rejection = Trigger.Rejection(reason: reason, rule: cue.row.id)
          return
        }
      }
    }
  }

  /// `The shelling did damage and no one was hurt`: in Sorani the word for `no` says it of the harm, though it
  /// stands in the clause of the event.
  private func isOfHarm(_ cue: RealisCue) -> Bool {
    guard cue.row.language == "ckb" else { return false }
    if harm.contains(where: { $0.field == .zero && $0.tokens.overlaps(cue.tokens) }) { return true }
    // `his condition is not good`: said of one who was hurt.
    let start = cue.tokens.lowerBound
    let first = max(lexicon.sentence(of: start).lowerBound, start - 4)
    return (first..<start).contains { token in
      lexicon.all(.casualty, at: token).contains {
        Int($0.last) >= cue.tokens.upperBound
          && gazetteer.casualties[Int($0.row)].slot == "own_body"
      }
    }
  }

  /// `died of the wounds that he had suffered in a blast`: the death is the news, and the blast is its cause.
  private func isOfWounds(_ cue: RealisCue) -> Bool {
    cue.row.language == "ar"
      && (lexicon.sentence(of: cue.tokens.lowerBound).lowerBound..<cue.tokens.lowerBound).contains {
        lexicon.all(.casualty, at: $0).contains {
          let row = gazetteer.casualties[Int($0.row)]
          return row.slot == "toll" && row.field == "killed"
        }
      }
  }

  /// Whether a pluperfect hangs on a verb of saying before it.
  private func isReported(_ cue: RealisCue) -> Bool {
    guard cue.row.language == "en", cue.row.following == .perfect else { return false }
    let start = cue.tokens.lowerBound
    // `The group said it had targeted …`: who speaks tells his own act again, unless it is the lead.
    if let subject = lexicon.functionWord(at: start - 1), ["he", "it"].contains(subject),
      Int(text.sentenceOfToken[start]) > firstTextSentence
    {
      return false
    }
    return (lexicon.sentence(of: start).lowerBound..<start).contains {
      lexicon.isReporting(["say", "announce"], at: $0)
    }
  }

  /// A cue on the verb holds for the verbal noun that is its object: `may launch (the group) an attack`,
  /// `did not carry out any strike`.
  ///
  /// The verb need be no trigger: the first word after the cue is taken for it.
  private func governedBy(
    _ index: Int, _ triggers: [Trigger]
  ) -> Trigger.Rejection? {
    let trigger = triggers[index]
    guard trigger.row.position != "verb", trigger.row.position != "passive",
      trigger.row.language != "ckb"
    else { return nil }
    let first = trigger.tokens.lowerBound
    for cue in cues(for: trigger) where cue.row.scope == "verb" || cue.row.scope == "to-verb" {
      let verb = cue.tokens.upperBound
      guard verb < first, first - verb <= 5,
        Int(text.clauseOfToken[cue.tokens.lowerBound]) == trigger.clause,
        !text.tokens[verb..<first].contains(where: { $0.kind == .punctuation }),
        let reason = Self.reason(of: cue.row.value, hasDate: hasFutureDate(trigger))
      else { continue }
      let isObject =
        !triggers.contains {
          $0.tokens.lowerBound > verb && $0.tokens.lowerBound < first
            && ($0.row.position == "verb" || $0.row.position == "passive")
        } && (trigger.row.language == "en" ? isNewTo(verb, trigger) : isObjectOf(verb, trigger))
      if isObject { return Trigger.Rejection(reason: reason, rule: cue.row.id) }
    }
    return nil
  }

  /// `would launch a (new ground) offensive`, `could carry out attacks`: what is not known yet follows its verb;
  /// `will investigate the attack` speaks of one that was.
  private func isNewTo(_ verb: Int, _ trigger: Trigger) -> Bool {
    let object = verb + 1
    guard !trigger.isDefinite, object <= trigger.tokens.lowerBound else { return false }
    return (lexicon.functionWord(at: object) == "a" || object == trigger.tokens.lowerBound)
      && isObjectOf(verb, trigger)
  }

  /// Whether no preposition stands between a verb and a noun, but for one on the noun itself that some
  /// verbs ask for.
  private func isObjectOf(_ verb: Int, _ trigger: Trigger) -> Bool {
    for token in (verb + 1)..<max(verb + 1, trigger.tokens.lowerBound) {
      switch lexicon.functionWord(at: token) {
      case "in", "from", "after", "before", "during", "since", "which", "that": return false
      default: break
      }
    }
    return !trigger.match.clitics.contains(.conjunction)
  }

  /// The statement reason of a cue's value.
  static func reason(of value: String, hasDate: Bool) -> String? {
    switch value {
    case "negated", "denied": "negated"
    case "attempt", "foiled": "foiled"
    case "planned": "planned"
    case "future": hasDate ? "planned" : "hypothetical"
    case "counterfactual", "possible", "purpose", "hypothetical", "threat", "warning":
      "hypothetical"
    case "generic", "exercise": "generic"
    case "aggregate": "aggregate"
    case "anniversary", "trial": "historical"
    default: nil
    }
  }

  /// Whether a negation and its verb are one row of the lexicon, or a figure of speech holds the trigger
  /// (`a scathing attack`, `price war`, `any attack`).
  private func holds(_ cue: RealisCue, _ trigger: Trigger) -> Bool {
    let isReference =
      cue.row.value == "generic" && ["sentence", "clause"].contains(cue.row.scope)
      || cue.row.value == "hypothetical" && cue.row.scope == "np"
    if isReference,
      cue.tokens.count > trigger.tokens.count,
      cue.tokens.lowerBound <= trigger.tokens.lowerBound,
      trigger.tokens.upperBound <= cue.tokens.upperBound
    {
      return true
    }
    return cue.row.value == "negated" && cue.tokens.lowerBound < trigger.tokens.lowerBound
      && cue.tokens.upperBound >= trigger.tokens.upperBound
  }

  /// Whether a cue's scope holds the trigger.
  private func reaches(_ cue: RealisCue, _ trigger: Trigger, _ triggers: [Trigger]) -> Bool {
    if cue.tokens.overlaps(trigger.tokens) { return false }
    let start = cue.tokens.lowerBound
    let end = cue.tokens.upperBound
    let first = trigger.tokens.lowerBound
    let isSameSentence = Int(text.sentenceOfToken[start]) == trigger.sentence
    let isSorani = cue.row.language == "ckb"
    switch cue.row.scope {
    case "to-end":
      return start < first
    case "paragraph":
      return text.paragraphOfToken[start] == text.paragraphOfToken[first]
    case "sentence":
      if trigger.row.family == "protest", first < start, isCauseOfCrowd(cue, trigger) {
        return false
      }
      // `sprayed a bus with bullets; it plunged into a gorge`.
      if cue.row.language == "en", cue.row.value == "generic", first < start,
        (first..<start).contains(where: { lexicon.isMark($0, ";") })
      {
        return false
      }
      return isSameSentence
    case "clause":
      guard isSameSentence, !isDoneByCrowd(cue, trigger) else { return false }
      if isSorani, isDoneBefore(cue, trigger) { return false }
      let isSameClause = Int(text.clauseOfToken[start]) == trigger.clause
      // `possible attacks`: the Arabic adjective stands behind its noun.
      if cue.row.language == "ar", cue.row.value == "possible", start == trigger.tokens.upperBound {
        return true
      }
      // `they tried to rob a bank and (the police) killed two`: a verb behind `and` is no part of the attempt.
      // Nor is it of the call: `called on them to rise, and thousands went out`.
      if ["attempt", "planned"].contains(cue.row.value), cue.row.language == "ar",
        trigger.row.position == "verb",
        trigger.match.clitics.contains(.conjunction), first > end
      {
        return false
      }
      // `the curfew had been imposed after an attack`: what the pluperfect follows was before it.
      if cue.row.value == "historical", cue.row.language == "ar", first >= end,
        trigger.row.position == "noun", lexicon.functionWord(at: first - 1) == "after"
      {
        return true
      }
      // An attempt or a plan governs what follows it, also over a comma of its own clause.
      return isSameClause && (isSorani || first >= end)
    case "after":
      // Its own clause from the cue on, and the next one when the cue ends its own.
      guard isSameSentence, first >= end else { return false }
      let clause = Int(text.clauseOfToken[start])
      return clause == trigger.clause || (clause + 1 == trigger.clause && endsClause(end, clause))
    case "np":
      // A Sorani verb ends its clause: `on a charge of terrorism arrested`.
      // `(people) against the attacks of X demonstrated`.
      if isSorani, trigger.row.position != "noun",
        trigger.row.family == "arrest"
          || (trigger.row.family == "protest" && cue.row.value == "generic")
      {
        return false
      }
      // `families of victims hold a sit-in`: a noun phrase governs no finite verb.
      if cue.row.language == "ar", trigger.row.position == "imperfect" { return false }
      // `a week after the death of six in a blast`: all that follows in its clause was before.
      if cue.row.language == "ar", cue.row.value == "historical", isSameSentence, first >= end,
        Int(text.clauseOfToken[start]) == trigger.clause
      {
        return true
      }
      return isSameSentence && first >= end && first - end <= 2
    case "verb": return isSameSentence && first >= end && first - end <= 1
    case "to-verb":
      guard isSameSentence, first >= end, first - end <= 6 else { return false }
      // `No one was hurt when a bomb went off`: the harm is what is denied.
      if cue.row.language == "en",
        (end..<first).contains(where: { lexicon.longest(.casualty, at: $0) != nil })
      {
        return false
      }
      return !triggers.contains {
        $0.tokens.lowerBound >= end && $0.tokens.lowerBound < first
          && ($0.row.position == "verb" || $0.row.position == "passive")
      }
    default: return false
    }
  }

  /// `thousands demonstrated … to mark the third anniversary`, `a rally that demands the trial of the killer`: what
  /// a crowd took to the streets for, told behind its protest.
  private func isCauseOfCrowd(_ cue: RealisCue, _ trigger: Trigger) -> Bool {
    switch cue.row.value {
    case "anniversary": return trigger.row.position == "verb"
    case "generic":
      // `thousands took to the streets after a roof collapsed`: an accident is no act, the protest is.
      let start = cue.tokens.lowerBound
      return cue.row.language == "ar"
        && Range.between(max(trigger.tokens.upperBound, start - 2), start).contains {
          ["after", "on"].contains(lexicon.functionWord(at: $0) ?? "")
            || lexicon.hasClauseWord("after", in: $0..<$0 + 1)
        }
    case "trial":
      let start = cue.tokens.lowerBound
      return (max(trigger.tokens.lowerBound, start - 3)..<max(trigger.tokens.lowerBound, start))
        .contains { isDemand(at: $0, before: start) }
    default: return false
    }
  }

  /// `demanding`, in Arabic also `rejecting`, `in protest at`: what stands behind it is what a crowd wants.
  private func isDemand(at token: Int, before cue: Int) -> Bool {
    let isGoverned =
      ["on", "against"].contains(lexicon.functionWord(at: cue - 1) ?? "")
      || text.matches(at: cue).contains {
        !$0.clitics.isDisjoint(with: [.preposition, .toPreposition, .withPreposition])
      }
    return lexicon.all(.event, at: token).contains {
      let row = gazetteer.events[Int($0.row)]
      return row.plover == "REQUEST"
        || (isGoverned && row.language == "ar" && row.family == "protest" && row.position == "noun")
    }
  }

  /// The harm that the text tells, without what it only refers to: `in revenge for the death of`, `in
  /// protest at the killing of`.
  func told(_ frames: [HarmFrame], by triggers: [Trigger]) -> [HarmFrame] {
    if frames.isEmpty { return frames }
    let uncounted = triggers.filter { Self.uncounted.contains($0.rejection?.rule ?? "") }
      .map(\.tokens)
    let references = cues.filter {
      $0.row.scope == "np" && ["anniversary", "generic", "trial"].contains($0.row.value)
    }
    return frames.filter { frame in
      !uncounted.contains { $0.overlaps(frame.word) }
        && !isOfEarlier(frame, frames, triggers)
        && !references.contains { cue in
          let gap = frame.word.lowerBound - cue.tokens.upperBound
          return (0...2).contains(gap)
            && text.sentenceOfToken[cue.tokens.lowerBound]
              == text.sentenceOfToken[frame.word.lowerBound]
        }
    }
  }

  private func endsClause(_ end: Int, _ clause: Int) -> Bool {
    let range = text.clauses[clause]
    return end >= range.upperBound
      || (end == range.upperBound - 1 && text.tokens[end].kind == .punctuation)
  }
}

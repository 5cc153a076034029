import Gazetteer
import Model

/// Finds the triggers of a text, leftmost-longest, outside names, with their needs checked.
///
/// A form that lacks what its row needs, or that its neighbors give another meaning, is returned too,
/// rejected: it becomes a statement, so that nothing is dropped in silence.
struct TriggerFinder {
  let lexicon: TextLexicon
  let harm: [HarmFrame]
  let actors: [ActorMention]
  let mentions: [Mention]
  let dates: [DateExpression]

  /// A kind of act that a sentence tells.
  private struct Told: Hashable {
    var sentence: Int
    var family: String
  }

  var gazetteer: Gazetteer { lexicon.gazetteer }
  var text: NormalizedText { lexicon.text }

  func find() -> [Trigger] {
    var taken = claimedTokens()
    // The accepted ones first: a rejected form must not take the words of one that holds.
    var accepted = pass(&taken) { best($0, $1) }
    // `dawn` in a date is no explosion, though it is written like one.
    for date in dates { for token in date.tokens { taken[token] = true } }
    let all = pass(&taken) { rejected($0, $1) }
    rejectHurtInAccidents(&accepted, all)
    let told = Set(accepted.map { Told(sentence: $0.sentence, family: $0.row.family) })
    let rest = all.filter {
      // A weaker word for what its sentence tells anyway is no statement of its own.
      !$0.row.eventType.isEmpty
        && !told.contains(Told(sentence: $0.sentence, family: $0.row.family))
    }
    var result = accepted + rest
    result.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return result
  }

  /// `A gas cylinder exploded … and three were wounded`: of a blast that its words exclude, the hurt tell
  /// no attack either, where nothing else in the sentence does.
  private func rejectHurtInAccidents(_ accepted: inout [Trigger], _ rejected: [Trigger]) {
    let accidents = rejected.filter {
      $0.row.language == "ar" && $0.row.subEventType == "Remote explosive/landmine/IED"
        && $0.rejection?.rule.hasSuffix("+excluded") == true
    }
    for accident in accidents {
      let isAct = accepted.contains {
        $0.sentence == accident.sentence && !$0.isHarmWord && $0.row.family == "attack"
      }
      if isAct || hasArmed(in: lexicon.sentence(of: accident.tokens.lowerBound)) { continue }
      for index in accepted.indices
      where accepted[index].sentence == accident.sentence && accepted[index].isHarmWord {
        accepted[index].rejection = accident.rejection
      }
    }
  }

  /// One walk over the text, leftmost first, with what `choose` takes of the matches at a token.
  private func pass(
    _ taken: inout [Bool], _ choose: (LexiconReadings, [Bool]) -> Trigger?
  ) -> [Trigger] {
    var result: [Trigger] = []
    var index = 0
    while index < text.tokens.count {
      guard text.begins(LexiconTables(.event), at: index),
        let trigger = choose(lexicon.all(.event, at: index), taken)
      else {
        index += 1
        continue
      }
      for token in trigger.tokens { taken[token] = true }
      result.append(trigger)
      index = trigger.tokens.upperBound
    }
    return result
  }

  /// Tokens of names: a trigger inside one is part of the name (`counter-terrorism service`).
  private func claimedTokens() -> [Bool] {
    var taken = Array(repeating: false, count: text.tokens.count)
    // `drove into the capital` is one phrase of taking ground, `capital` no name.
    for mention in mentions where mention.kind != .nisba && mention.typeHint != "capital" {
      for token in mention.tokens { taken[token] = true }
    }
    return taken
  }

  /// Whether a form lies in an actor's name or reaches into it, without being longer than the name and
  /// holding it whole (`took a hostage` is the act, not the hostage).
  private func isOfActor(_ tokens: Range<Int>) -> Bool {
    actors.contains { actor in
      // `armed attack` names its doers and is the act.
      guard actor.tokens.count > 1, actor.tokens.overlaps(tokens), !isAct(actor, tokens) else {
        return false
      }
      let start = actor.tokens.lowerBound + (actor.isName ? 0 : 1)
      let holds =
        tokens.count > actor.tokens.count && tokens.lowerBound <= actor.tokens.lowerBound
        && actor.tokens.upperBound <= tokens.upperBound
      return !holds && tokens.overlaps(start..<actor.tokens.upperBound)
    }
  }

  private func isAct(_ actor: ActorMention, _ tokens: Range<Int>) -> Bool {
    // Arabic: `Russian shelling`: the noun of the act with the nationality of its doer.
    let end = actor.tokens.upperBound
    let isOfNation =
      text.language == "ar" && actor.tokens.count == 2
      && tokens.lowerBound == actor.tokens.lowerBound
      && lexicon.longest(.demonym, at: end - 1) != nil
    return lexicon.all(.event, at: actor.tokens.lowerBound).contains {
      Int($0.last) == end || (isOfNation && Int($0.last) == end - 1)
    }
  }

  private func best(_ matches: LexiconReadings, _ taken: [Bool]) -> Trigger? {
    var chosen: (trigger: Trigger, score: Int)?
    // Many rows have the same words: whether these are free is asked once.
    var words = 0..<0
    var isFree = false
    for match in matches {
      if let chosen, Int(match.last) < chosen.trigger.tokens.upperBound { break }
      if words != match.tokens {
        words = match.tokens
        isFree = !words.contains(where: { taken[$0] }) && !isOfActor(words)
      }
      guard isFree else { continue }
      let row = gazetteer.events[Int(match.row)]
      guard fits(row, match), hasNeeds(row, match), !isExcluded(row, match, matches) else {
        continue
      }
      let trigger = make(row, match)
      let score = row.weight - Int(match.cost) / 4 + fitOfPosition(row, match)
      if chosen.map({ score > $0.score }) ?? true { chosen = (trigger, score) }
    }
    return chosen?.trigger
  }

  /// The longest form that fits but lacks what it needs, or that its neighbors exclude.
  private func rejected(_ matches: LexiconReadings, _ taken: [Bool]) -> Trigger? {
    var words = 0..<0
    var isFree = false
    for match in matches {
      if words != match.tokens {
        words = match.tokens
        isFree = !words.contains(where: { taken[$0] }) && !isOfActor(words)
      }
      guard isFree else { continue }
      let row = gazetteer.events[Int(match.row)]
      guard fits(row, match) else { continue }
      var trigger = make(row, match)
      trigger.rejection =
        isExcluded(row, match, matches)
        ? Trigger.Rejection(reason: "generic", rule: row.id + "+excluded")
        : Trigger.Rejection(reason: "below_threshold", rule: row.id + "+needs")
      return trigger
    }
    return nil
  }

  /// Whether the clitics suit the part of speech: a verb takes no article and no preposition.
  private func fits(_ row: EventRow, _ match: LexiconMatch) -> Bool {
    if !row.second.isEmpty, second(row, match) == nil { return false }
    if row.language == "en" {
      // `wearing suicide vests` and `the bomber's mother` tell no act.
      return lexicon.functionWord(endingAt: Int(match.first))?.kind != "disguise"
        && !isGenitive(Int(match.last)) && !isMeasure(Int(match.first))
    }
    guard row.language == "ar" else { return true }
    switch row.position {
    case "verb", "passive", "imperfect":
      return match.clitics.isDisjoint(with: [.article, .preposition, .accusative])
    case "subjunctive": return true
    default: return !match.clitics.contains(.future)
    }
  }

  /// `500-pound bombs`: a word that a hyphen joins to a number.
  private func isMeasure(_ first: Int) -> Bool {
    first > 1 && !text.tokens[first].spaceBefore && lexicon.isMark(first - 1, "-")
      && !text.tokens[first - 1].spaceBefore && text.tokens[first - 2].kind == .number
  }

  private func isGenitive(_ end: Int) -> Bool {
    guard end + 1 < text.tokens.count, text.tokens[end].kind == .punctuation,
      !text.tokens[end].spaceBefore
    else { return false }
    return text.key(end + 1).elementsEqual([0x73]) && !text.tokens[end + 1].spaceBefore
  }

  /// The last word of a form with a gap, when it follows within its sentence: `seized (the militants, on
  /// Monday,) the …`.
  private func second(_ row: EventRow, _ match: LexiconMatch) -> Int? {
    let next = Int(match.last)
    let end = min(next + 9, lexicon.sentence(of: Int(match.first)).upperBound)
    return (next..<max(next, end)).first { row.second.stand(at: $0, of: text) }
  }

  /// A word that is verb and noun is the verb at the start of a clause, else the noun.
  private func fitOfPosition(_ row: EventRow, _ match: LexiconMatch) -> Int {
    let isVerb = row.position == "verb" || row.position == "passive"
    guard row.language == "ar", match.tokens.count == 1 else { return 0 }
    let start = Int(match.first)
    let clause = lexicon.clause(of: start)
    let isInitial =
      start == clause.lowerBound || match.clitics.contains(.conjunction)
      || lexicon.functionWord(at: start - 1) == "past"
      || lexicon.functionWord(at: start - 1) == "which"
      || actors.contains {
        // `(he said) that the army's planes bombed …`: the subject stands between.
        $0.tokens.upperBound == start
          && lexicon.functionWord(at: $0.tokens.lowerBound - 1) == "that"
      }
    return isVerb == isInitial ? 100 : 0
  }

  private func make(_ row: EventRow, _ match: LexiconMatch) -> Trigger {
    let first = Int(match.first)
    let isHarm =
      row.weight <= 450 && (row.family == "attack")
      && match.tokens.contains { token in
        lexicon.all(.casualty, at: token).contains {
          let field = gazetteer.casualties[Int($0.row)].field
          return field == "killed" || field == "injured" || field == "pooled"
        }
      }
    var trigger = Trigger(
      row: row, match: match, span: match.span,
      sentence: Int(text.sentenceOfToken[first]), clause: Int(text.clauseOfToken[first]),
      roles: VoiceRule(lexicon: lexicon, harm: harm, actors: actors).roles(of: row, match),
      isHarmWord: isHarm,
      isDefinite: match.clitics.contains(.article) || lexicon.functionWord(at: first - 1) == "the",
      isSeparate: beginsSeparate(first))
    if !row.second.isEmpty {
      trigger.secondSpan = second(row, match).map { text.span($0..<($0 + 1)) }
    }
    return trigger
  }

  /// Whether a word that opens another incident stands before the trigger in its sentence.
  private func beginsSeparate(_ token: Int) -> Bool {
    let sentence = lexicon.sentence(of: token)
    // `A second blast hit those who had rushed to the scene`: of the same attack.
    if text.language == "en", sentence.contains(where: { lexicon.functionWord(at: $0) == "scene" })
    {
      return false
    }
    return lexicon.hasClauseWord("separate", in: sentence.lowerBound..<(token + 1))
  }
}

import Gazetteer
import Model

/// Actors that a sentence names without making them a side: sources, places, clothes, hosts.
extension RoleAssigner {
  /// Whether a country's name is where it happened (`the border with X`), not who did it.
  func isLocation(_ actor: ActorMention) -> Bool {
    if isGround(actor) || isSecondAdjective(actor) { return true }
    return mentions.contains {
      $0.role == .literal
        && ($0.tokens == actor.tokens
          ? $0.precision == .country || $0.relation?.kind == .border || isCapital(actor)
            || ($0.relation != nil && text.language == "en" && actor.kind == "government")
          // The government that a capital stands for, in the name of a place: `in the city of X`.
          : actor.kind == "government" && $0.tokens.contains(actor.tokens.lowerBound)
            ? true
            // A word for people inside a place's name.
            : !actor.isName && $0.tokens.count > 1 && $0.tokens.contains(actor.tokens.lowerBound))
    }
  }

  /// `in the Kurdistan Region`, `the capital of the Kurdistan Region`, `DUHOK, Kurdistan Region - …`: the land, not
  /// who governs it.
  private func isGround(_ actor: ActorMention) -> Bool {
    guard text.language == "en", actor.kind == "government", actor.isName else { return false }
    let start = actor.tokens.lowerBound
    let small = governor(of: actor)
    if let small, small.kind == "in" { return true }
    // `the bombing of X` is against it.
    if let small, small.kind == "of", lexicon.longest(.event, endingAt: small.start) == nil {
      return true
    }
    let paragraph = text.paragraphs[Int(text.paragraphOfToken[start])]
    if isCountryOfTown(start) { return true }
    return lexicon.isMark(start - 1, ",") && start - paragraph.lowerBound <= 4
      && (lexicon.isMark(actor.tokens.upperBound, "-")
        || lexicon.isMark(actor.tokens.upperBound, "–")
        || lexicon.isMark(actor.tokens.upperBound, "—"))
  }

  /// `near the grave of X in Kerman, Iran`: a comma, and a name behind a preposition before it.
  private func isCountryOfTown(_ start: Int) -> Bool {
    guard lexicon.isMark(start - 1, ","), start > 2, text.tokens[start - 2].kind == .word,
      text.tokens[start - 2].capitalized
    else { return false }
    return (max(0, start - 6)..<(start - 2)).contains {
      ["in", "at", "on", "of", "from", "to"].contains(lexicon.functionWord(at: $0) ?? "")
    }
  }

  /// `the Iraqi-Syrian border`: in Arabic the second of two adjectives of countries.
  private func isSecondAdjective(_ actor: ActorMention) -> Bool {
    text.language == "ar" && actor.kind == "government"
      && mentions.contains { $0.kind == .nisba && $0.tokens == actor.tokens }
      && mentions.contains {
        $0.kind == .nisba && $0.tokens.upperBound == actor.tokens.lowerBound
      }
  }

  /// `in Moscow`: the town, not the government that it stands for elsewhere.
  private func isCapital(_ actor: ActorMention) -> Bool {
    actor.kind == "government"
      && (lexicon.functionWord(endingAt: actor.tokens.lowerBound)?.kind == "in"
        || actor.clitics.contains(.preposition)
        || lexicon.longest(.placeTrigger, endingAt: actor.tokens.lowerBound) != nil)
  }

  /// `an employee in the ministry`: where somebody works is no side.
  func isWorkplace(_ actor: ActorMention) -> Bool {
    guard text.language == "ar", actor.isName, ["government", "state_armed"].contains(actor.kind),
      let small = lexicon.functionWord(endingAt: actor.tokens.lowerBound), small.kind == "in",
      let person = lexicon.longest(.person, endingAt: small.start)
    else { return false }
    return gazetteer.persons[Int(person.row)].kind == "civilian"
  }

  /// `an attack on X`, `they fired on X`: for a noun anywhere, for a verb of attack behind it.
  func isOnTarget(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    draft.triggers.contains { trigger in
      trigger.roles == "N"
        || (text.language == "ar" && trigger.roles == "V" && trigger.row.family == "attack"
          && trigger.tokens.upperBound <= actor.tokens.lowerBound)
    }
  }

  /// `held by X`, `under the auspices of X`, `a member of parliament for X`: named beside the act.
  func isAside(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    var small = lexicon.functionWord(endingAt: actor.tokens.lowerBound)
    if let article = small, article.kind == "the" {
      small = lexicon.functionWord(endingAt: article.start)
    }
    if isPossessor(actor) || isOfEarlier(actor, small?.kind) || isBehindSince(actor, draft) {
      return true
    }
    if small?.kind == "holder" { return !["attack", "territory"].contains(draft.family) }
    // `what X called a hideout`: who gives it a name.
    return small?.kind == "agent_of_noun" || small?.kind == "what"
      || (small?.kind == "about" && text.language == "ar")
  }

  /// `security forces looked on`: those who stood by took no part.
  func isBystander(_ actor: ActorMention) -> Bool {
    let end = actor.tokens.upperBound
    let sentence = lexicon.sentence(of: actor.tokens.lowerBound)
    // An Arabic verb stands before its subject.
    let start = max(sentence.lowerBound, actor.tokens.lowerBound - (text.language == "ar" ? 2 : 0))
    return actor.kind == "state_armed"
      && lexicon.hasClauseWord("bystander", in: start..<max(end, min(end + 2, sentence.upperBound)))
  }

  /// `strikes militias after Jordan attack`: the country names what came before.
  private func isOfEarlier(_ actor: ActorMention, _ before: String?) -> Bool {
    text.language == "en" && before == "after" && actor.kind == "government"
      && lexicon.longest(.event, at: actor.tokens.upperBound) != nil
  }

  /// `the first attack since the city was retaken from X`: X is of what was before.
  private func isBehindSince(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    guard text.language == "en", let since = lexicon.clauseSince(before: actor.tokens.lowerBound)
    else { return false }
    return draft.triggers.allSatisfy { $0.tokens.upperBound <= since }
  }

  /// `Iran's guards`: the state before its force.
  private func isPossessor(_ actor: ActorMention) -> Bool {
    let end = actor.tokens.upperBound
    guard text.language == "en", actor.kind == "government", end + 2 < text.tokens.count,
      text.tokens[end].kind == .punctuation, !text.tokens[end].spaceBefore
    else { return false }
    return actors.contains { $0.tokens.lowerBound == end + 2 && $0.kind.hasSuffix("armed") }
  }

  /// `blocked the road in protest at the killing of a man by X`: what a crowd protests against is
  /// another act.
  func isOfGrievance(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    guard ["protest", "riot"].contains(draft.family) else { return false }
    let clause = lexicon.clause(of: actor.tokens.lowerBound)
    return (clause.lowerBound..<actor.tokens.lowerBound).contains { token in
      guard let last = endOfGrievanceCue(at: token) else { return false }
      let next = last..<max(last, min(last + 3, actor.tokens.lowerBound + 1))
      return next.contains { lexicon.longest(.casualty, at: $0) != nil || isNounOfAttack(at: $0) }
    }
  }

  private func endOfGrievanceCue(at token: Int) -> Int? {
    if let cue = lexicon.longest(.realis, at: token),
      gazetteer.realis[Int(cue.row)].scope == "np"
    {
      return Int(cue.last)
    }
    return text.language == "ar" ? lexicon.endOfGrievanceWord(at: token) : nil
  }

  /// Arabic: `in protest at the Turkish shelling`: whose act it is did not march.
  private func isNounOfAttack(at token: Int) -> Bool {
    text.language == "ar"
      && lexicon.all(.event, at: token).contains {
        let row = gazetteer.events[Int($0.row)]
        return row.position == "noun" && row.family == "attack"
      }
  }

  /// `killed two men in a raid on a refugee camp`: whose camp it is, where others are told to have been hit.
  func isOfCamp(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    text.language == "en" && actor.kind == "civilian"
      && lexicon.longest(.placeTrigger, at: actor.tokens.upperBound).map {
        gazetteer.placeTriggers[Int($0.row)].type == "camp"
      } == true
      && draft.harm.contains { $0.field != .zero && $0.minimum != nil }
  }

  /// `gunmen in army uniforms`, `disguised as policemen`: the clothes are no party.
  func isDisguise(_ actor: ActorMention) -> Bool {
    for end in [actor.tokens.lowerBound, actor.tokens.lowerBound - 1] where end > 0 {
      if lexicon.functionWord(endingAt: end)?.kind == "disguise" { return true }
    }
    return lexicon.functionWord(at: actor.tokens.upperBound) == "uniform"
  }

  /// An actor who only tells the event: before or after a verb of saying, with nothing done by him.
  func isSource(_ actor: ActorMention, _ draft: EventDraft) -> Bool {
    let clause = lexicon.clause(of: actor.tokens.lowerBound)
    let firstTrigger = draft.triggers.map(\.tokens.lowerBound).min() ?? Int.max
    // `a source in the police`: whatever happened, the source did not do it.
    if isOfSource(actor) { return true }
    for token in max(clause.lowerBound, actor.tokens.lowerBound - 8)..<actor.tokens.lowerBound
    where isSaying(token) {
      // Who stands behind `that` is told of and tells nothing.
      let isTold = (token..<actor.tokens.lowerBound).contains {
        lexicon.functionWord(at: $0) == "that"
      }
      if isTold { continue }
      // In Sorani whoever speaks stands before the verb: `a source said (that) X attacked`.
      let isSaidBefore =
        text.language == "ckb"
        && (token..<actor.tokens.lowerBound).contains {
          lexicon.isReporting(["say", "announce", "deny"], at: $0)
        }
      if isSaidBefore { continue }
      if isOwnAct(token, of: actor, before: firstTrigger) { return false }
      // `…, said the police` ends what they said; `the police said gunmen attacked` begins it.
      let isBehind = firstTrigger < token
      if text.language == "en" ? isBehind : firstTrigger > actor.tokens.lowerBound {
        // `announced the arrest of`: the announcer may be the doer when nobody else is. A member of
        // parliament only tells of it.
        return isToldByOthers(draft) || actor.kind == "civilian"
          || (actor.kind == "political" && !actor.isName)
      }
    }
    // `Police in X said`, `The X Security Council said`.
    let after = endOfPlace(after: endOfName(actor))
    for token in after..<min(after + 2, text.tokens.count) {
      if text.tokens[token].kind == .punctuation { break }
      // `the ministry later raised the toll to 152`.
      if text.language == "en", isTollWord(token) || isTollWord(token + 1) { return true }
      if isOwnAct(token, of: actor, before: firstTrigger) { return false }
      // `attacked (gunmen) the house of an official`: in Arabic somebody who may tell is no verb of saying.
      if text.language == "ar", !lexicon.isReporting(["say", "announce", "deny"], at: token) {
        continue
      }
      // The announcer of his own act is its doer: `announced the arrest`, `declared a truce`.
      if isSaying(token) { return isToldByOthers(draft) || hasOtherAgent(draft, than: actor) }
    }
    return isOneOfSources(actor)
  }

  /// `the army said (on Monday) it had killed …`, `the guards said they fired …`: the pronoun is who speaks.
  private func isOwnAct(_ saying: Int, of actor: ActorMention, before trigger: Int) -> Bool {
    guard text.language == "en", trigger < text.tokens.count else { return false }
    return (saying..<max(saying, trigger)).contains {
      guard lexicon.functionWord(at: $0) == "it" else { return false }
      if lexicon.functionWord(at: $0 + 1) == "had" { return $0 + 1 < trigger }
      return actor.kind.hasSuffix("armed") && trigger - $0 <= 2 && !isSaying($0 + 1)
    }
  }

  /// Where the capitalized words end that an English name goes on with: the body is another one.
  private func endOfName(_ actor: ActorMention) -> Int {
    var end = actor.tokens.upperBound
    guard text.language == "en", actor.isName else { return end }
    let last = min(end + 4, lexicon.sentence(of: actor.tokens.lowerBound).upperBound)
    while end < last, text.tokens[end].kind == .word, text.tokens[end].capitalized { end += 1 }
    return end
  }

  /// Where the English words `in X`, `at X hospital`, `of X` end that begin at a token; the token itself when none
  /// do.
  private func endOfPlace(after token: Int) -> Int {
    guard text.language == "en", let small = lexicon.functionWord(at: token),
      ["in", "at", "of"].contains(small),
      let place = mentions.first(where: {
        $0.tokens.lowerBound == token + 1
          || $0.tokens.lowerBound == token + 2 && lexicon.functionWord(at: token + 1) == "the"
      })
    else { return token }
    let end = place.tokens.upperBound
    return lexicon.longest(.placeTrigger, at: end).map { Int($0.last) } ?? end
  }

  /// Whether words of a toll begin at a token, an article before them left out.
  private func isTollWord(_ token: Int) -> Bool {
    let start = lexicon.afterArticle(token)
    return lexicon.all(.casualty, at: start).contains {
      gazetteer.casualties[Int($0.row)].slot == "toll"
    }
  }

  /// `police and hospital sources said`: `and`, a word or two, a noun of sources.
  private func isOneOfSources(_ actor: ActorMention) -> Bool {
    let next = actor.tokens.upperBound
    guard text.language == "en", lexicon.functionWord(at: next) == "and" else { return false }
    return Range.between(next + 1, min(next + 4, lexicon.sentence(of: next).upperBound)).contains {
      lexicon.isReporting(["source", "say"], at: $0)
    }
  }

  /// `was captured by X, officials said`: who says so is neither side where another party did it.
  private func hasOtherAgent(_ draft: EventDraft, than actor: ActorMention) -> Bool {
    text.language == "en" && draft.main.roles == "P"
      && actors.contains {
        $0 != actor && Int(text.sentenceOfToken[$0.tokens.lowerBound]) == draft.sentence
          && governor(of: $0)?.kind == "by"
      }
  }

  private func isToldByOthers(_ draft: EventDraft) -> Bool {
    ["attack", "abduction", "protest", "riot", "looting", "sexual"].contains(draft.family)
      // `The town was retaken on Sunday, the army said.`
      || (text.language == "en" && draft.family == "territory" && draft.main.roles == "P")
  }

  /// `an aircraft of X`: in Arabic the owner stands behind a word of belonging.
  func isOfAircraft(_ link: Int) -> Bool {
    guard text.language == "ar" else { return false }
    return (max(0, link - 3)..<link).contains { token in
      lexicon.longest(.weapon, at: token).map {
        gazetteer.weapons[Int($0.row)].subEventType == "Air/drone strike"
      } ?? false
    }
  }

  private static let between: Set = ["in", "from", "of", "the", "a", "to"]

  private func isOfSource(_ actor: ActorMention) -> Bool {
    let end = actor.tokens.lowerBound
    return (max(0, end - 5)..<end).contains { token in
      lexicon.all(.reporting, at: token).contains {
        // `a source in X`, `according to X`.
        ["source", "cite"].contains(gazetteer.reporting[Int($0.row)].kind) && Int($0.last) <= end
          && leadsTo(end, from: Int($0.last))
      }
    }
  }

  /// Small words alone, or in Arabic one noun besides them: `a source in the command of the police`.
  private func leadsTo(_ end: Int, from start: Int) -> Bool {
    let others = (start..<end).filter {
      lexicon.functionWord(at: $0).map(Self.between.contains) != true
    }
    if others.isEmpty { return true }
    return text.language == "ar" && others == [end - 1] && others[0] > start
      && text.tokens[end - 1].kind == .word && lexicon.longest(.event, at: end - 1) == nil
      && lexicon.longest(.clause, at: end - 1) == nil
  }

  private func isSaying(_ token: Int) -> Bool {
    lexicon.isReporting(["say", "announce", "source", "deny"], at: token)
  }
}

import Gazetteer
import Model

/// Finds the parties that a text names: rows of `actors.tsv`, short forms that take them up again, and
/// nouns of people.
struct ActorFinder {
  /// What the rule of a definite noun ends in that takes up a party named before (`the force`).
  static let anaphor = "+anaphor"

  let lexicon: TextLexicon

  private var gazetteer: Gazetteer { lexicon.gazetteer }
  private var text: NormalizedText { lexicon.text }

  func find() -> [ActorMention] {
    var result: [ActorMention] = []
    var seen: Set<String> = []
    var index = 0
    while index < text.tokens.count {
      if let actor = best(at: index, seen) {
        seen.insert(actor.code)
        result.append(actor)
        index = actor.tokens.upperBound
      } else {
        index += 1
      }
    }
    return withMembers(result.map(foreign))
  }

  /// `Turkish soldiers`, `American jets`: the nationality beside soldiers says whose they are.
  private func foreign(_ actor: ActorMention) -> ActorMention {
    // The Arabic adjective stands behind a name too: «قافلة للجيش الهندي».
    // So does the English one before a force that any state has: `the Nigerian air force`.
    guard !actor.isName || text.language != "ckb", actor.kind == "state_armed" else { return actor }
    let start = actor.tokens.lowerBound
    let demonym =
      text.language == "en"
      ? lexicon.longest(.demonym, endingAt: start)
      : lexicon.longest(.demonym, at: actor.tokens.upperBound)
    guard let demonym,
      let code = ForeignForces.code(
        of: gazetteer.demonyms[Int(demonym.row)].reference, gazetteer),
      let row = gazetteer.actorCodes[code]
    else { return actor }
    var foreign = actor
    foreign.code = code
    foreign.kind = row.kind
    foreign.tokens =
      min(start, Int(demonym.first))..<max(actor.tokens.upperBound, Int(demonym.last))
    foreign.span = text.span(foreign.tokens)
    return foreign
  }

  private func best(at index: Int, _ seen: Set<String>) -> ActorMention? {
    guard text.begins([.actor, .actorAnaphor, .person], at: index) else { return nil }
    var longest: ActorMention?
    func consider(_ match: LexiconMatch, _ code: String, _ rule: String, isName: Bool) {
      guard let row = gazetteer.actorCodes[code] else { return }
      if let longest, Int(match.last) <= longest.tokens.upperBound { return }
      longest = ActorMention(
        tokens: match.tokens, span: match.span, code: code, kind: row.kind, isName: isName,
        clitics: match.clitics, rule: rule)
    }
    for match in lexicon.all(.actor, at: index) {
      let row = gazetteer.actors[Int(match.row)]
      if isBlocked(row, match) || isPlaceOrBlock(match) || isInFront(match, row.form) { continue }
      consider(match, owner(of: match, row.code, seen) ?? row.code, row.id, isName: true)
      break
    }
    // They take up a party that was named before.
    for match in lexicon.all(.actorAnaphor, at: index) where !seen.isEmpty {
      let row = gazetteer.actorAnaphors[Int(match.row)]
      guard seen.contains(row.code) else { continue }
      consider(match, row.code, row.id + Self.anaphor, isName: true)
    }
    var end = 0
    for match in lexicon.all(.person, at: index) {
      // `sniper rifles` are no snipers.
      if text.language == "en", lexicon.longest(.weapon, at: Int(match.last)) != nil { continue }
      // A longer noun of no side hides the shorter one: «مجهولي الهوية» are no «مجهولين».
      if Int(match.last) < end { break }
      end = Int(match.last)
      let row = gazetteer.persons[Int(match.row)]
      if isInFront(match, row.form) || isLacking(match) { continue }
      let own = group(of: match) ?? (row.code.isEmpty ? defaultCode(row.kind) : row.code)
      guard let code = own else { continue }
      consider(match, owner(of: match, code, seen) ?? code, row.id, isName: false)
      break
    }
    return longest
  }

  /// `X has claimed the attack. Its militants also raided …`: those of the one group that the report named.
  private func owner(of match: LexiconMatch, _ code: String, _ seen: Set<String>) -> String? {
    guard gazetteer.actorCodes[code]?.kind == "unknown_armed",
      lexicon.functionWord(at: Int(match.first) - 1) == "its"
    else { return nil }
    let groups = seen.filter { gazetteer.actorCodes[$0]?.kind == "nonstate_armed" }
    return groups.count == 1 ? groups.first : nil
  }

  /// `the one in charge of guesthouses in the organization X`: an official of an armed group is one of it.
  private func group(of match: LexiconMatch) -> String? {
    guard text.language == "ar", gazetteer.persons[Int(match.row)].code == "CIV_OFFICIAL" else {
      return nil
    }
    let clause = lexicon.clause(of: Int(match.first))
    let end = min(Int(match.last) + 4, clause.upperBound)
    for token in Int(match.last)..<max(end, Int(match.last)) {
      if lexicon.longest(.event, at: token) != nil || text.tokens[token].kind != .word {
        return nil
      }
      guard lexicon.functionWord(at: token) == "in",
        let actor = lexicon.longest(.actor, at: token + 1)
      else { continue }
      let code = gazetteer.actors[Int(actor.row)].code
      return gazetteer.actorCodes[code]?.kind == "nonstate_armed" ? code : nil
    }
    return nil
  }

  /// People of no stated side are no actor by themselves.
  private func defaultCode(_ kind: String) -> String? {
    switch kind {
    case "civilian": "CIVILIANS"
    case "protester": "PROTESTERS"
    default: nil
    }
  }

  private func isBlocked(_ row: ActorRow, _ match: LexiconMatch) -> Bool {
    guard !row.blockAfter.isEmpty, match.first > 0 else { return false }
    let before = Int(match.first) - 1
    return lexicon.contains(row.blockAfter, in: before..<(before + 1))
  }

  /// Whether a word that its row writes with a hamza below stands here without one where a small word is
  /// written alike: folded, `imam` and `in front of` are one.
  private func isInFront(_ match: LexiconMatch, _ form: String) -> Bool {
    let hamza: [UInt8] = [0xD8, 0xA5]
    guard form.utf8.starts(with: hamza), !match.clitics.contains(.article),
      lexicon.longest(.functionWord, at: Int(match.first)) != nil
    else { return false }
    return !text.source[Int(match.start)...].starts(with: hamza)
  }

  /// `an aircraft without a pilot` has none.
  private func isLacking(_ match: LexiconMatch) -> Bool {
    lexicon.functionWord(endingAt: Int(match.first))?.kind == "without"
  }

  /// A longer name of a place or of a blocked form begins at the same word.
  private func isPlaceOrBlock(_ match: LexiconMatch) -> Bool {
    text.matches(at: Int(match.first)).contains {
      ($0.table == .name || $0.table == .block) && $0.last > match.last
    }
  }

  /// `elements of the organisation`, `three of the Peshmerga`: a person's noun directly before an
  /// actor is that actor's.
  private func withMembers(_ actors: [ActorMention]) -> [ActorMention] {
    var result: [ActorMention] = []
    for actor in actors {
      if let previous = result.last, actor.isName,
        isOneParty(previous, actor),
        previous.kind == "unknown_armed" || previous.kind == actor.kind
      {
        result.removeLast()
        var joined = actor
        joined.tokens = previous.tokens.lowerBound..<actor.tokens.upperBound
        joined.span = SourceSpan(previous.span.start, actor.span.end)
        joined.clitics = previous.clitics
        result.append(joined)
      } else if text.language == "en", let previous = result.last, previous.isName, !actor.isName,
        previous.tokens.upperBound == actor.tokens.lowerBound,
        actor.kind == "unknown_armed" || actor.kind == previous.kind
      {
        // `an X sniper`: the noun is that actor's.
        result.removeLast()
        var joined = previous
        joined.tokens = previous.tokens.lowerBound..<actor.tokens.upperBound
        joined.span = SourceSpan(previous.span.start, actor.span.end)
        result.append(joined)
      } else {
        result.append(actor)
      }
    }
    return result
  }

  private func isOneParty(_ first: ActorMention, _ second: ActorMention) -> Bool {
    let isJoined = isJoined(first.tokens.upperBound, second.tokens.lowerBound)
    guard first.isName else { return isJoined || isLinked(first, second) }
    return (first.kind == "unknown_armed" && isLinked(first, second))
      || (isJoined && (isGunmenOf(second, first) || isPostOf(second, first)))
  }

  /// `gunmen of the organization X`: the word for unknown armed people is a row of its own.
  private func isGunmenOf(_ actor: ActorMention, _ previous: ActorMention) -> Bool {
    previous.kind == "unknown_armed" && actor.kind == "nonstate_armed"
      && previous.tokens.upperBound < actor.tokens.lowerBound
  }

  /// `a checkpoint of the federal police`: a post of no named force directly before the force.
  private func isPostOf(_ actor: ActorMention, _ previous: ActorMention) -> Bool {
    text.language == "ar" && previous.code == ActorMention.anyForce && actor.kind == "state_armed"
      && previous.tokens.upperBound == actor.tokens.lowerBound
      && actor.clitics.contains(.toPreposition)
  }

  /// `gunmen believed to be of X`: words between two parties that make the first the second.
  private func isLinked(_ first: ActorMention, _ second: ActorMention) -> Bool {
    guard text.language == "ar",
      let link = lexicon.functionWord(endingAt: second.tokens.lowerBound)
    else { return false }
    return link.kind == "part" && link.start == first.tokens.upperBound
  }

  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    if end == start { return true }
    return end + 1 == start
      && ["from", "of", "in", "part"].contains(lexicon.functionWord(at: end) ?? "")
  }
}

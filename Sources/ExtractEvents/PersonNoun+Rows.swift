import Gazetteer
import Model

extension PersonNounReader {
  /// The longest reading of a table without a preposition that is no part of the word.
  func best(_ table: LexiconTable, at token: Int, before end: Int) -> LexiconMatch? {
    guard tokens.text.begins(LexiconTables(table), at: token) else { return nil }
    let matches = tokens.text.matches(at: token)
    let longest = matches.first {
      $0.table == table && Int($0.last) <= end && (table != .person || hasOwnHamza($0))
    }
    guard table == .person, let longest, longest.tokens.count > 1,
      longest.clitics.contains(.accusative)
    else {
      return longest
    }
    // `two shepherds of sheep`: a row that has the ending itself goes before one that it is taken off.
    return matches.first {
      $0.table == table && $0.last == longest.last && !$0.clitics.contains(.accusative)
    } ?? longest
  }

  /// Whether the hamza of the first letter sits where the row has it: folded, `imam` and `in front of`
  /// are one word.
  private func hasOwnHamza(_ match: LexiconMatch) -> Bool {
    guard tokens.isArabic else { return true }
    let row = gazetteer.persons[Int(match.row)].form.utf8
    let start = Int(match.start)
    guard row.starts(with: [0xD8, 0xA5]), start + 1 < tokens.text.source.count else { return true }
    let written = tokens.text.source[start...(start + 1)]
    if written.elementsEqual([0xD8, 0xA3]) { return false }
    return written.elementsEqual([0xD8, 0xA5]) || match.clitics.contains(.article)
      || tokens.longest(.functionWord, at: Int(match.first)) == nil
  }

  func actor(at token: Int, before end: Int) -> LexiconMatch? {
    let match = tokens.text.matches(at: token).first {
      ($0.table == .actor || $0.table == .actorAnaphor) && Int($0.last) <= end
    }
    guard let match, tokens.isEnglish || tokens.text.tokens[token].script == .arabic else {
      return nil
    }
    return match
  }

  func person(_ match: LexiconMatch, actor: LexiconMatch?) -> PersonNoun {
    let row = gazetteer.persons[Int(match.row)]
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.count = tokens.lexicon.persons[Int(match.row)]
    if noun.count == .any || noun.count == .singular, match.clitics.contains(.pronoun),
      tokens.isArabic, row.form.utf8.suffix(2).elementsEqual(StaticBytes.alef.value)
    {
      // The alef before a pronoun is the dual's: the accusative of one has none there.
      noun.count = .dual
    }
    noun.kind = row.kind
    noun.code = row.code.isEmpty ? nil : row.code
    noun.isDefinite = isDefinite(match)
    noun.hasOne = hasOne(match)
    noun.hasOneTwice =
      match.tokens.count > 2
      && [match.tokens.lowerBound, match.tokens.upperBound - 1].allSatisfy { token in
        StaticBytes.one.contains { tokens.ends(token, $0) }
      }
    // `its members`.
    noun.refersBack =
      match.clitics.contains(.pronoun) && noun.kind == "unknown" && noun.count == .plural
    if noun.code == nil || noun.kind == "unknown", let actor, actor.last == match.last {
      let name = named(actor)
      noun.code = name.code ?? noun.code
      noun.refersBack = noun.refersBack || name.refersBack
    }
    return noun
  }

  func code(of match: LexiconMatch) -> String? {
    let code = gazetteer.persons[Int(match.row)].code
    return code.isEmpty ? nil : code
  }

  func named(_ match: LexiconMatch) -> PersonNoun {
    let rows = match.table == .actor ? gazetteer.actors : gazetteer.actorAnaphors
    let code = rows[Int(match.row)].code
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.count = .plural
    noun.isActor = true
    noun.isDefinite = true
    // A short form that several actors share (`the force`) names none of them.
    let isShared = match.table == .actorAnaphor && isShared(match, code)
    noun.code = code.isEmpty || isShared ? nil : code
    noun.refersBack = isShared
    noun.kind = isShared ? "unknown" : kind(of: code)
    return noun
  }

  private func isShared(_ match: LexiconMatch, _ code: String) -> Bool {
    tokens.text.matches(at: Int(match.first)).contains {
      $0.table == .actorAnaphor && $0.last == match.last
        && gazetteer.actorAnaphors[Int($0.row)].code != code
    }
  }

  /// The class of an actor's people.
  func kind(of code: String) -> String {
    guard let row = gazetteer.actorCodes[code] else { return "unknown" }
    switch row.kind {
    case "government", "political": return "official"
    case "protester": return "protester"
    case "civilian": return "civilian"
    case "state_armed", "external_armed": return "armed_state"
    case "nonstate_armed", "unknown_armed": return "armed_nonstate"
    default: return "unknown"
    }
  }

  /// `army soldiers`: an English actor and a noun after it.
  func innerPerson(_ actor: LexiconMatch, before end: Int) -> PersonNoun? {
    guard let match = best(.person, at: Int(actor.last), before: end) else { return nil }
    var noun = person(match, actor: nil)
    let name = named(actor)
    noun.tokens = actor.tokens.lowerBound..<Int(match.last)
    join(&noun, name)
    return extended(noun, before: end)
  }

  /// Adds a second noun and the actor that the first belongs to.
  func extended(_ first: PersonNoun, before end: Int) -> PersonNoun {
    var noun = first
    if noun.end < end, !tokens.isEnglish, !tokens.hasConjunction(noun.end),
      let match = best(.person, at: noun.end, before: end), match.clitics.isSubset(of: [.article])
    {
      let second = person(match, actor: nil)
      let agrees = second.count == noun.count || second.count == .any || noun.count == .any
      if agrees, noun.kind == "unknown" || noun.kind == second.kind {
        if noun.kind == "unknown" { noun.kind = second.kind }
        if noun.code?.hasPrefix("UNKNOWN") ?? true { noun.code = second.code ?? noun.code }
        noun.tokens = noun.tokens.lowerBound..<second.end
        noun.end = second.end
      }
    }
    if let owner = owner(at: noun.end, before: end), noun.kind != "civilian" || owner.isActor {
      join(&noun, owner)
      noun.tokens = noun.tokens.lowerBound..<owner.end
      noun.end = owner.end
    }
    return noun
  }

  /// An actor names the side of a noun that does not.
  func join(_ noun: inout PersonNoun, _ owner: PersonNoun) {
    guard noun.kind != "civilian", let code = owner.code else { return }
    noun.code = code
    if owner.isActor || noun.kind == "unknown" { noun.kind = owner.kind ?? noun.kind }
    noun.end = max(noun.end, owner.end)
  }

  /// A rank or a first name: one person.
  func titled(at token: Int, before end: Int) -> PersonNoun? {
    guard
      let match = best(.title, at: token, before: end) ?? best(.firstName, at: token, before: end)
    else { return nil }
    // Many names are words as well.
    for other in tokens.text.matches(at: token) {
      switch other.table {
      case .event, .number, .clause, .casualty, .time, .functionWord: return nil
      default: break
      }
    }
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.isDefinite = true
    noun.isName = true
    return noun
  }

  func isDefinite(_ match: LexiconMatch) -> Bool {
    if match.clitics.contains(.article) || match.clitics.contains(.pronoun) { return true }
    return tokens.isEnglish && match.first > 0 && tokens.small(at: Int(match.first) - 1) == .the
  }

  func hasOne(_ match: LexiconMatch) -> Bool {
    guard tokens.isSorani else { return false }
    return match.tokens.contains { token in StaticBytes.one.contains { tokens.ends(token, $0) } }
  }

  /// Whether a token counts things rather than people, a longer noun of people apart.
  func isBlock(_ token: Int, before end: Int) -> Bool {
    guard token < end else { return false }
    if tokens.isMark(token, 0x25) || tokens.text.key(token).elementsEqual([0xD9, 0xAA]) {
      return true
    }
    guard let block = tokens.number(.block, at: token) ?? tokens.number(.ordinal, at: token),
      !block.clitics.contains(.conjunction), !block.clitics.contains(.preposition)
    else { return false }
    let person = best(.person, at: token, before: end).map { Int($0.last) } ?? 0
    let harm = tokens.harmWord(at: token, before: end)?.tokens.upperBound ?? 0
    // `two bus drivers`: a thing before a noun of people is part of it.
    if tokens.isEnglish, best(.person, at: Int(block.last), before: end) != nil { return false }
    return Int(block.last) > person && Int(block.last) > harm
  }
}

import Gazetteer
import Model

/// A noun of people or an actor's name.
struct PersonNoun: Sendable {
  var tokens: Range<Int>
  /// The token after it, with `of the police` and the like.
  var end: Int
  var count = HarmLexicon.Count.singular
  var kind: String?
  var code: String?
  var isDefinite = false
  var isActor = false
  /// A rank or a first name: one person, but only beside a harm word.
  var isName = false
  /// The Sorani ending `one`.
  var hasOne = false
}

/// Reads nouns of `persons.tsv` and `actors.tsv` with the actor that they belong to.
struct PersonNounReader {
  let tokens: HarmText
  let gazetteer: Gazetteer

  /// What stands after a number.
  struct AfterNumber {
    var noun: PersonNoun?
    /// The words count things.
    var isBlocked = false
    /// A word that no lexicon knows.
    var isUnknown = false

    static let none = AfterNumber()
  }

  /// Returns the noun that starts at a token: a noun of people, a title or name, or an actor.
  func noun(at token: Int, before end: Int) -> PersonNoun? {
    guard token < end, tokens.text.tokens[token].kind == .word else { return nil }
    let person = best(.person, at: token, before: end)
    let actor = actor(at: token, before: end)
    if let person, Int(person.last) >= actor.map({ Int($0.last) }) ?? 0 {
      return extended(self.person(person, actor: actor), before: end)
    }
    if let actor {
      var noun = named(actor)
      if let person {
        // `militants of …` as one actor: the noun inside it still counts.
        noun.count = tokens.lexicon.persons[Int(person.row)]
        noun.isActor = false
        noun.hasOne = hasOne(person)
        noun.isDefinite = isDefinite(person) || tokens.isArabic
        if noun.count == .plural { noun.isDefinite = false }
        if noun.code == nil { noun.code = code(of: person) }
      } else if hasOne(actor), actor.tokens.count == 1 || noun.kind != "armed_state" {
        (noun.count, noun.isActor, noun.isDefinite, noun.hasOne) = (.any, false, false, true)
      } else if tokens.isEnglish, let inner = innerPerson(actor, before: end) {
        return inner
      }
      return noun
    }
    return titled(at: token, before: end)
  }

  /// Returns what a number counts: at most three adjectives may stand before the noun in English.
  func noun(afterNumberAt token: Int, before end: Int) -> AfterNumber {
    var index = token
    if tokens.isMark(index, 0x2D), index + 1 < end { index += 1 }
    if isBlock(index, before: end) { return AfterNumber(isBlocked: true) }
    if tokens.small(at: index) == .from, index + 1 < end {
      var first = index + 1
      if tokens.small(at: first) == .the { first += 1 }
      if isBlock(first, before: end) { return AfterNumber(isBlocked: true) }
      if tokens.isEnglish, first + 1 < end, noun(at: first, before: end) == nil,
        isContent(first, before: end)
      {
        first += 1
      }
      var noun = noun(at: first, before: end)
      noun?.isActor = false
      return AfterNumber(noun: noun)
    }
    if let noun = noun(at: index, before: end), !beginsAnew(index) {
      return AfterNumber(noun: noun)
    }
    guard isContent(index, before: end) else { return .none }
    guard tokens.isEnglish else { return AfterNumber(isUnknown: true) }
    for step in 1...3 {
      let next = index + step
      guard next < end, isContent(next - 1, before: end) else { break }
      if isBlock(next, before: end) { return AfterNumber(isBlocked: true) }
      if let noun = noun(at: next, before: end), !noun.isActor || next == index + 1 {
        return AfterNumber(noun: noun)
      }
    }
    return AfterNumber(isUnknown: true)
  }

  /// Returns the actor or noun that says whose people a count is (`of the army`), from a token on.
  ///
  /// `in the army` says so only of a noun that may belong to it.
  func owner(at token: Int, before end: Int, allowsIn: Bool = true) -> PersonNoun? {
    guard token < end else { return nil }
    var first = token
    switch tokens.small(at: token) {
    case .preposition where !allowsIn: return nil
    case .from, .preposition:
      first += 1
      if first < end, tokens.small(at: first) == .the { first += 1 }
    default:
      if tokens.isEnglish || tokens.hasConjunction(token) { return nil }
      // With its noon a noun is in no construct.
      if tokens.isArabic, token > 0, tokens.ends(token - 1, .noon) { return nil }
    }
    guard first < end else { return nil }
    if let actor = actor(at: first, before: end) {
      if let event = tokens.longest(.event, at: first), event.last >= actor.last { return nil }
      // Without a preposition a noun of people is a new phrase.
      let person = best(.person, at: first, before: end)
      if first > token || person == nil || (person?.last ?? 0) < actor.last { return named(actor) }
    }
    guard first > token, tokens.small(at: token) == .from,
      let match = best(.person, at: first, before: end)
    else { return nil }
    let noun = extended(person(match, actor: nil), before: end)
    return noun.code == nil && noun.kind == "unknown" ? nil : noun
  }

  /// The longest reading of a table without a preposition that is no part of the word.
  private func best(_ table: LexiconTable, at token: Int, before end: Int) -> LexiconMatch? {
    tokens.text.matches(at: token).first { $0.table == table && Int($0.last) <= end }
  }

  private func actor(at token: Int, before end: Int) -> LexiconMatch? {
    let match = tokens.text.matches(at: token).first {
      ($0.table == .actor || $0.table == .actorAnaphor) && Int($0.last) <= end
    }
    guard let match, tokens.isEnglish || tokens.text.tokens[token].script == .arabic else {
      return nil
    }
    return match
  }

  private func person(_ match: LexiconMatch, actor: LexiconMatch?) -> PersonNoun {
    let row = gazetteer.persons[Int(match.row)]
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.count = tokens.lexicon.persons[Int(match.row)]
    noun.kind = row.kind
    noun.code = row.code.isEmpty ? nil : row.code
    noun.isDefinite = isDefinite(match)
    noun.hasOne = hasOne(match)
    if noun.code == nil || noun.kind == "unknown", let actor, actor.last == match.last {
      noun.code = gazetteer.actors[Int(actor.row)].code
    }
    return noun
  }

  private func code(of match: LexiconMatch) -> String? {
    let code = gazetteer.persons[Int(match.row)].code
    return code.isEmpty ? nil : code
  }

  private func named(_ match: LexiconMatch) -> PersonNoun {
    let rows = match.table == .actor ? gazetteer.actors : gazetteer.actorAnaphors
    let code = rows[Int(match.row)].code
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.count = .plural
    noun.isActor = true
    noun.isDefinite = true
    noun.code = code.isEmpty ? nil : code
    noun.kind = kind(of: code)
    return noun
  }

  /// The class of an actor's people.
  private func kind(of code: String) -> String {
    guard let row = gazetteer.actorCodes[code] else { return "unknown" }
    switch row.kind {
    case "government", "political": return "official"
    case "protester": return "protester"
    case "civilian": return "civilian"
    default: break
    }
    switch row.inter {
    case 1, 8: return "armed_state"
    case 2, 3, 4: return "armed_nonstate"
    case 5, 6: return "protester"
    case 7: return "civilian"
    default: return "unknown"
    }
  }

  /// `army soldiers`: an English actor and a noun after it.
  private func innerPerson(_ actor: LexiconMatch, before end: Int) -> PersonNoun? {
    guard let match = best(.person, at: Int(actor.last), before: end) else { return nil }
    var noun = person(match, actor: nil)
    let name = named(actor)
    noun.tokens = actor.tokens.lowerBound..<Int(match.last)
    join(&noun, name)
    return extended(noun, before: end)
  }

  /// Adds a second noun and the actor that the first belongs to.
  private func extended(_ first: PersonNoun, before end: Int) -> PersonNoun {
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
  private func join(_ noun: inout PersonNoun, _ owner: PersonNoun) {
    guard noun.kind != "civilian", let code = owner.code else { return }
    noun.code = code
    if owner.isActor || noun.kind == "unknown" { noun.kind = owner.kind ?? noun.kind }
    noun.end = owner.end
  }

  /// A rank or a first name: one person.
  private func titled(at token: Int, before end: Int) -> PersonNoun? {
    guard let match = best(.title, at: token, before: end) ?? best(.firstName, at: token, before: end)
    else { return nil }
    var noun = PersonNoun(tokens: match.tokens, end: Int(match.last))
    noun.isDefinite = true
    noun.isName = true
    return noun
  }

  private func isDefinite(_ match: LexiconMatch) -> Bool {
    if match.clitics.contains(.article) || match.clitics.contains(.pronoun) { return true }
    return tokens.isEnglish && match.first > 0 && tokens.small(at: Int(match.first) - 1) == .the
  }

  private func hasOne(_ match: LexiconMatch) -> Bool {
    guard tokens.isSorani else { return false }
    return match.tokens.contains { token in StaticBytes.one.contains { tokens.ends(token, $0) } }
  }

  /// Whether a token counts things rather than people, a longer noun of people apart.
  private func isBlock(_ token: Int, before end: Int) -> Bool {
    guard token < end else { return false }
    if tokens.isMark(token, 0x25) || tokens.text.key(token).elementsEqual([0xD9, 0xAA]) {
      return true
    }
    guard let block = tokens.number(.block, at: token) ?? tokens.number(.ordinal, at: token),
      !block.clitics.contains(.conjunction), !block.clitics.contains(.preposition)
    else { return false }
    let person = best(.person, at: token, before: end).map { Int($0.last) } ?? 0
    let harm = tokens.harmWord(at: token, before: end)?.tokens.upperBound ?? 0
    return Int(block.last) > person && Int(block.last) > harm
  }

  /// Whether a new phrase starts here: `and`, a preposition.
  private func beginsAnew(_ token: Int) -> Bool {
    tokens.hasConjunction(token)
      && !tokens.text.matches(at: token).contains { $0.clitics.isEmpty && $0.table == .person }
  }

  /// Whether a token is a word that no rule about people explains.
  private func isContent(_ token: Int, before end: Int) -> Bool {
    guard token < end, tokens.text.tokens[token].kind == .word else { return false }
    for match in tokens.text.matches(at: token) {
      switch match.table {
      case .functionWord, .casualty, .number, .time, .clause, .reporting: return false
      default: break
      }
    }
    return true
  }
}

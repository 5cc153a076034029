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
  /// A short form that takes up an actor named before.
  var refersBack = false
  /// A rank or a first name: one person, but only beside a harm word.
  var isName = false
  /// The Sorani ending `one`.
  var hasOne = false
  /// On its first and its last word.
  var hasOneTwice = false
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
    // A place that is called after people: «ناحیەی حاجی ئۆمەران» is nobody.
    if let place = tokens.longest(.name, at: token), place.tokens.count > 1, token > 0,
      tokens.longest(.placeTrigger, at: token - 1) != nil
    {
      return nil
    }
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
    return nationality(at: token, before: end) ?? titled(at: token, before: end)
  }

  /// Returns what a number counts: at most three adjectives may stand before the noun in English.
  func noun(afterNumberAt token: Int, before end: Int) -> AfterNumber {
    var index = token
    if let age = ageEnd(index, before: end) {
      index = age
    } else if tokens.isMark(index, 0x2D), index + 1 < end {
      index += 1
    }
    if isBlock(index, before: end) { return AfterNumber(isBlocked: true) }
    if tokens.small(at: index) == .from, index + 1 < end {
      var first = index + 1
      if tokens.small(at: first) == .the { first += 1 }
      if let possessed = possessed(at: index + 1, before: end) ?? possessed(at: first, before: end)
      {
        return AfterNumber(noun: possessed)
      }
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
    for step in 1...5 {
      let next = index + step
      guard next < end,
        isContent(next - 1, before: end) || isInnerHyphen(next - 1) || isInnerHyphen(next - 2)
      else { break }
      if isInnerHyphen(next) { continue }
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
      if tokens.isEnglish || tokens.hasConjunction(token) || tokens.hasPreposition(token) {
        return nil
      }
      // With its noon a noun is in no construct.
      if tokens.isArabic, token > 0, tokens.ends(token - 1, .noon) { return nil }
    }
    guard first < end else { return nil }
    if let actor = actor(at: first, before: end) {
      if let event = tokens.longest(.event, at: first), event.last >= actor.last { return nil }
      // `people in Baghdad`: the town, not the government that it stands for elsewhere.
      let isIn = tokens.small(at: token) == .preposition
      if actor.table == .actorAnaphor || isIn, tokens.longest(.name, at: first) != nil {
        return nil
      }
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

  /// Whether a new phrase starts here: `and`, a preposition.
  private func beginsAnew(_ token: Int) -> Bool {
    if !tokens.isEnglish, tokens.hasPreposition(token) { return true }
    return tokens.hasConjunction(token)
      && !tokens.text.matches(at: token).contains { $0.clitics.isEmpty && $0.table == .person }
  }

  /// `the group's members`: the noun after an owner, with the owner's side.
  private func possessed(at token: Int, before end: Int) -> PersonNoun? {
    guard tokens.isEnglish, let owner = noun(at: token, before: end) else { return nil }
    var next = owner.end
    while next < end, next < owner.end + 3, !isPossessive(next - 1, before: next) { next += 1 }
    guard next < end, isPossessive(next - 1, before: next), var noun = noun(at: next, before: end)
    else { return nil }
    join(&noun, owner)
    noun.refersBack = noun.refersBack || owner.refersBack
    return noun
  }

  /// Whether the words end in the possessive `s` after an apostrophe before a token.
  private func isPossessive(_ token: Int, before next: Int) -> Bool {
    guard next > 1 else { return false }
    let span = tokens.text.span(max(0, token - 1)..<next)
    let bytes = tokens.text.source[span.start..<span.end]
    return bytes.suffix(2).elementsEqual([0x27, 0x73])
      || bytes.suffix(4).elementsEqual([0xE2, 0x80, 0x99, 0x73])
  }

  /// A hyphen inside a word.
  private func isInnerHyphen(_ token: Int) -> Bool {
    tokens.isMark(token, 0x2D) && !tokens.text.tokens[token].spaceBefore
  }

  /// `14-year-old`: where an age before a noun ends, nil when none starts here.
  func ageEnd(_ token: Int, before end: Int) -> Int? {
    guard tokens.isEnglish, token < end else { return nil }
    let numbers = NumberPhraseReader(tokens: tokens)
    guard var next = numbers.cardinal(at: token, before: end)?.end else { return nil }
    if next < end, tokens.isMark(next, 0x2D) { next += 1 }
    guard next < end, let block = tokens.number(.block, at: next), block.tokens.count > 1,
      Int(block.last) < end
    else { return nil }
    return Int(block.last)
  }

  /// Whether a token is a word that no rule about people explains.
  private func isContent(_ token: Int, before end: Int) -> Bool {
    guard token < end, tokens.text.tokens[token].kind == .word else { return false }
    for match in tokens.text.matches(at: token) {
      switch match.table {
      case .number where tokens.number(match).kind == .block: break
      // `an abducted civilian`.
      case .casualty where tokens.lexicon.casualties[Int(match.row)].field == .missing: break
      case .functionWord, .casualty, .number, .time, .clause, .reporting: return false
      default: break
      }
    }
    return true
  }
}

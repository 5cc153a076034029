import Gazetteer
import Model

/// Whether a crowd does what a form tells: `hundreds of widows (stood …) demanding`.
extension TriggerFinder {
  /// The first party of the clause is many unarmed people: a count of them, their plural, protesters.
  ///
  /// A verb has its crowd behind it or before it, a noun (`in protest at`) before it, in the clause
  /// before where it opens its own.
  func isOfCrowd(_ row: EventRow, _ match: LexiconMatch) -> Bool {
    let first = Int(match.first)
    let clause = lexicon.clause(of: first)
    switch row.position {
    case "verb", "passive", "imperfect":
      if opensWithCrowd(clause.lowerBound..<first) == true { return true }
      let behind = Int(match.last)..<max(clause.upperBound, Int(match.last))
      return opensWithCrowd(behind) ?? false
    default:
      if let answer = opensWithCrowd(clause.lowerBound..<first) { return answer }
      guard clause.lowerBound > lexicon.sentence(of: first).lowerBound else { return false }
      let before = lexicon.clause(of: clause.lowerBound - 1)
      return opensWithCrowd(before) ?? false
    }
  }

  /// Whether the first party in a range is a crowd, nil when there is none.
  private func opensWithCrowd(_ range: Range<Int>) -> Bool? {
    var token = range.lowerBound
    while token < range.upperBound {
      if isMany(at: token, before: range.upperBound) { return true }
      if let actor = actors.first(where: { $0.tokens.contains(token) }) {
        if !isGoverned(actor.tokens.lowerBound, actor.clitics) { return isCrowd(actor) }
        token = actor.tokens.upperBound
      } else if let person = lexicon.longest(.person, at: token) {
        if !isGoverned(token, person.clitics) {
          let noun = gazetteer.persons[Int(person.row)]
          return noun.kind == "unknown" && noun.number != "sg"
        }
        token = Int(person.last)
      } else {
        token += 1
      }
    }
    return nil
  }

  /// Tens, hundreds; five and more with people behind.
  private func isMany(at token: Int, before end: Int) -> Bool {
    let number: Int?
    if let match = lexicon.longest(.number, at: token) {
      let row = gazetteer.numbers[Int(match.row)]
      if row.kind == "vague", (row.value ?? 0) >= 20 { return true }
      // `thousands (poured into the square)` multiplies nothing where no number stands before it.
      if row.kind == "card", row.operation == "mul", (row.value ?? 0) >= 1000,
        lexicon.digits(at: token - 1) == nil, lexicon.longest(.number, at: token - 1) == nil,
        lexicon.all(.number, at: token).contains(where: {
          gazetteer.numbers[Int($0.row)].kind == "vague"
        }),
        lexicon.longest(.number, at: Int(match.last)).map({
          gazetteer.numbers[Int($0.row)].kind == "block"
        }) != true
      {
        return true
      }
      number = row.kind == "card" ? row.value : nil
    } else {
      number = lexicon.digits(at: token)
    }
    guard let number, number >= 5 else { return false }
    if isPeople(at: token + 1, before: end) { return true }
    return (token + 1..<max(token + 1, min(token + 5, end))).contains {
      guard let match = lexicon.longest(.person, at: $0) else { return false }
      let noun = gazetteer.persons[Int(match.row)]
      return ["civilian", "protester", "unknown"].contains(noun.kind)
    }
  }

  /// Arabic: `three thousand Jordanians`: a nationality without article right behind the number.
  private func isPeople(at token: Int, before end: Int) -> Bool {
    guard text.language == "ar", token < end, let match = lexicon.longest(.demonym, at: token)
    else {
      return false
    }
    return match.clitics.isEmpty
      && ["country", "ethnic"].contains(gazetteer.demonyms[Int(match.row)].kind)
  }

  private func isCrowd(_ actor: ActorMention) -> Bool {
    switch actor.kind {
    case "protester": return true
    case "civilian":
      guard let match = lexicon.longest(.person, at: actor.tokens.lowerBound) else { return true }
      return gazetteer.persons[Int(match.row)].number != "sg"
    default: return false
    }
  }

  /// `to the employees`, `against protesters`: no subject.
  private func isGoverned(_ token: Int, _ clitics: Clitics) -> Bool {
    if !clitics.isDisjoint(with: [.preposition, .withPreposition, .toPreposition]) { return true }
    switch lexicon.functionWord(at: token - 1) {
    case "on", "at", "in", "against", "to", "with", "about", "for", "after", "before": return true
    default: return false
    }
  }
}

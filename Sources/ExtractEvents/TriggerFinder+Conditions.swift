import Gazetteer
import Model

/// What a form needs around it, and which neighbors give it another meaning.
extension TriggerFinder {
  func hasNeeds(_ row: EventRow, _ match: LexiconMatch) -> Bool {
    if !row.hasNeeds { return true }
    if row.needs.first == .crowdact {
      guard isOfCrowd(row, match) else { return false }
      if row.needs.count == 1, row.needWords.isEmpty { return true }
    }
    let first = Int(match.first)
    let clause = lexicon.clause(of: first)
    let sentence = lexicon.sentence(of: first)
    for need in row.needs {
      switch need {
      case .actor:
        if actors.contains(where: { sentence.contains($0.tokens.lowerBound) }) { return true }
      case .twoActors:
        if actors.filter({ sentence.contains($0.tokens.lowerBound) }).count > 1 { return true }
      case .harm:
        if harm.contains(where: { sentence.contains($0.tokens.lowerBound) }) { return true }
      case .place: if namesPlace(in: sentence) { return true }
      case .armed: if hasArmed(in: clause) { return true }
      case .people: if namesPeople(behind: Int(match.last), in: clause) { return true }
      case .placeObject: if isOfGround(match) { return true }
      case .crowdact: continue
      case .insentence:
        if row.needWords.isEmpty || lexicon.contains(row.needWords, in: sentence) { return true }
      }
    }
    // A Sorani noun meets its verb at the end of the sentence, over a relative clause.
    let isSoraniNoun = row.language == "ckb" && row.position == "noun"
    // `two wells at the field, 20 km from the town, were set alight`: the subject stands before what
    // is put in.
    let isLeftOver =
      row.language == "en" && clause.lowerBound > sentence.lowerBound
      && lexicon.functionWord(at: clause.lowerBound) == "was"
    if row.language == "en", row.family == "riot", row.position == "verb",
      actors.last(where: { clause.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= first })
        .map({ $0.kind == "unknown_armed" }) == true
    {
      return false
    }
    if isDoneByCrowd(row) {
      // `armed men attacked protesters`: a crowd that is the object riots not.
      return lexicon.contains(row.needWords, in: clause.lowerBound..<first)
        || (Int(match.last)..<max(Int(match.last), clause.upperBound)).contains {
          lexicon.functionWord(at: $0) == "by"
            && lexicon.contains(row.needWords, in: $0..<min($0 + 5, clause.upperBound))
        }
    }
    if lexicon.contains(row.needWords, in: isSoraniNoun || isLeftOver ? sentence : clause) {
      return true
    }
    // `the bodies of 53 men, blindfolded and handcuffed, were discovered …`: behind what is put in.
    guard row.language == "en", row.position != "verb", row.hasNeeds,
      let predicate = predicate(behind: clause, in: sentence)
    else { return false }
    return lexicon.contains(row.needWords, in: predicate)
  }

  /// Whether a row is an English verb of what only a crowd as its subject makes a riot.
  private func isDoneByCrowd(_ row: EventRow) -> Bool {
    row.language == "en" && row.roles == "D" && row.position == "verb"
      && row.subEventType == "Violent demonstration"
  }

  /// The clause that goes on with `were` behind one that is put in between commas.
  private func predicate(behind clause: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    guard clause.upperBound < sentence.upperBound else { return nil }
    let inner = lexicon.clause(of: clause.upperBound)
    for start in [clause.upperBound, inner.upperBound] where start < sentence.upperBound {
      if lexicon.functionWord(at: start) == "was" { return lexicon.clause(of: start) }
    }
    return nil
  }

  /// Whether armed people begin in a range of tokens.
  func hasArmed(in range: Range<Int>) -> Bool {
    actors.contains { $0.kind.hasSuffix("armed") && range.contains($0.tokens.lowerBound) }
  }

  /// The end of a clause with the clause behind it in its sentence that begins with `as a result of`,
  /// `after`.
  private func endOfCause(_ clause: Range<Int>) -> Int {
    let next = clause.upperBound
    guard text.language == "ar" || text.language == "en", next < text.tokens.count,
      next < lexicon.sentence(of: clause.lowerBound).upperBound,
      lexicon.all(.clause, at: next).contains(where: {
        let row = gazetteer.clauses[Int($0.row)]
        // English: `were killed when their jeep fell into a gorge`.
        return row.kind == "after" || (text.language == "en" && row.kind == "while")
      })
    else { return next }
    return lexicon.clause(of: next).upperBound
  }

  /// A place, or a word for a settlement of which the gazetteer knows no name (`the town of X` abroad).
  private func namesPlace(in sentence: Range<Int>) -> Bool {
    mentions.contains { $0.role == .literal && sentence.contains($0.tokens.lowerBound) }
      || sentence.contains { lexicon.isSettlement(at: $0) }
  }

  /// `slaughtered (eleven workers)`: people within the next six words of the clause.
  private func namesPeople(behind end: Int, in clause: Range<Int>) -> Bool {
    let range = end..<max(end, min(end + 6, clause.upperBound))
    return actors.contains { range.contains($0.tokens.lowerBound) }
      || range.contains { lexicon.longest(.person, at: $0) != nil }
  }

  /// Whether words nearby say that the form means something else.
  ///
  /// They say so of the form as verb and as noun alike: `killed in a traffic accident`.
  func isExcluded(
    _ row: EventRow, _ match: LexiconMatch, _ matches: LexiconReadings
  ) -> Bool {
    let clause = lexicon.clause(of: Int(match.first))
    // What a harm word is of may stand anywhere in its clause: `… in a road accident`, or in the one
    // behind it that tells the cause.
    // So may what a crowd came together for: `gathered in front of the hall … to watch`.
    let isOfCrowd = row.needs.first == .crowdact && ["verb", "imperfect"].contains(row.position)
    let end = min(clause.upperBound, Int(match.last) + 4)
    let beside = max(clause.lowerBound, Int(match.first) - 4)..<end
    let near = row.weight <= 450 || isOfCrowd ? clause.lowerBound..<endOfCause(clause) : beside
    return matches.contains { other in
      guard other.last == match.last else { return false }
      let homograph = gazetteer.events[Int(other.row)]
      // A row that looks over the whole sentence speaks for itself alone.
      let isWide = homograph.needs.contains(.insentence)
      return (!isWide || other.row == match.row)
        && homograph.form == row.form && homograph.subEventType == row.subEventType
        && !homograph.excludes.isEmpty
        && lexicon.contains(
          homograph.excludes,
          in: isWide
            ? lexicon.sentence(of: Int(match.first))
            : isOfCrowd && other.row != match.row ? beside : near)
    }
  }
}

import Gazetteer
import Model

/// What an act was done with.
extension SubEventChooser {
  /// The row of `weapons.tsv` of what an act was done with, nil when the words near it name none.
  func weapon(_ draft: EventDraft) -> WeaponRow? {
    var found: WeaponRow?
    var isShooting = false
    var next = draft.scope.lowerBound
    for index in draft.scope where index >= next {
      guard let match = lexicon.longest(.weapon, at: index) else { continue }
      // The second half of `rocket-propelled grenades` is no grenade.
      next = Int(match.last)
      let row = gazetteer.weapons[Int(match.row)]
      guard !row.subEventType.isEmpty else {
        isShooting = isShooting || row.weapon == "firearms"
        continue
      }
      if row.subEventType != "Suicide bomb" || isWornOnly(draft), isOfOutfit(index) { continue }
      // A weapon far from the act (seized afterwards) or of another act is not its means.
      if draft.foreign.contains(where: { $0.contains(index) }) { continue }
      // `attacked the wells of the field using bombs`: said to be the means, however far.
      let isMeans =
        isGeneric(draft.main.row)
        && (lexicon.functionWord(endingAt: index)?.kind == "using"
          || isHeldByPreposition(match, draft))
      let isNear =
        isMeans || isSubjectOfHarm(index, draft) || isWornByKiller(index, row, draft)
        || draft.triggers.contains { trigger in
          let gap =
            index >= trigger.tokens.upperBound
            ? trigger.tokens.upperBound..<index
            : next..<max(next, trigger.tokens.lowerBound)
          return gap.count <= 5 && !draft.foreign.contains { $0.overlaps(gap) }
            && !gap.contains { lexicon.isMark($0, ";") }
        }
      if isNear, found == nil || row.subEventType == "Suicide bomb" { found = row }
    }
    // `threw grenades and fired at a post`.
    if lexicon.text.language == "en", found?.subEventType == "Grenade", !draft.main.isHarmWord,
      draft.main.row.mode == "firearms",
      draft.triggers.contains(where: { $0.row.subEventType == "Grenade" })
    {
      return nil
    }
    // `attacked with machine guns and rockets`: who shoots besides is near, and the two sides fight.
    if isShooting, lexicon.text.language == "en",
      found?.subEventType == "Remote explosive/landmine/IED"
    {
      return nil
    }
    if isShooting, lexicon.text.language != "ckb",
      found?.subEventType == "Shelling/artillery/missile attack" || found?.subEventType == "Grenade"
    {
      return nil
    }
    return found
  }

  /// Arabic: `the targeting of an office, on Tuesday evening, with-a-drone`: the means in the clause of the act.
  private func isHeldByPreposition(_ match: LexiconMatch, _ draft: EventDraft) -> Bool {
    lexicon.text.language == "ar" && match.clitics.contains(.withPreposition)
      && lexicon.clause(of: draft.main.tokens.lowerBound).contains(Int(match.first))
  }

  /// Arabic: `killed three, one of whom wore a suicide belt`: no word of a blast stands beside it.
  private func isWornOnly(_ draft: EventDraft) -> Bool {
    lexicon.text.language == "ar"
      && !draft.triggers.contains { ["explosives", "suicide-attack"].contains($0.row.mode) }
  }

  /// `a rocket aimed at the airport missed and destroyed a house, killing five`: a weapon with its article in front of
  /// a sentence that names no act but harm.
  private func isSubjectOfHarm(_ token: Int, _ draft: EventDraft) -> Bool {
    lexicon.text.language == "en"
      && draft.triggers.allSatisfy { $0.isHarmWord && $0.tokens.lowerBound > token }
      && isSubject(token)
  }

  /// Whether a noun with its article, or a bare plural near the start of its sentence, has no preposition before it.
  private func isSubject(_ token: Int) -> Bool {
    if ["a", "the"].contains(lexicon.functionWord(at: token - 1) ?? "") {
      return lexicon.functionWord(endingAt: token - 1) == nil
    }
    return token - lexicon.sentence(of: token).lowerBound <= 6
      && lexicon.text.key(token).last == UInt8(ascii: "s")
      && lexicon.functionWord(endingAt: token) == nil
  }

  /// `a man wearing an explosive vest walked into a funeral and killed 50 mourners`.
  private func isWornByKiller(_ token: Int, _ row: WeaponRow, _ draft: EventDraft) -> Bool {
    lexicon.text.language == "en" && row.subEventType == "Suicide bomb" && draft.main.isHarmWord
      && draft.main.roles == "V" && token < draft.main.tokens.lowerBound
      && Int(lexicon.text.sentenceOfToken[token]) == draft.sentence
  }

  /// `troops backed by helicopters raided …`, `armed with rifles and rockets, they attacked …`: what the
  /// doers had with them says not how they struck.
  private func isOfOutfit(_ token: Int) -> Bool {
    let start = lexicon.clause(of: token).lowerBound
    for end in stride(from: token, through: max(start + 1, token - 3), by: -1) {
      let kind = lexicon.functionWord(endingAt: end)?.kind
      if kind == "agent_of_noun" || kind == "holder" { return true }
      let sign = lexicon.text.tokens[end - 1]
      if sign.kind == .punctuation, sign.spaceBefore || lexicon.text.tokens[end].spaceBefore {
        return false
      }
    }
    return false
  }

  /// Whether the longest word for a means at a token is one of shots.
  func isFirearm(_ token: Int) -> Bool {
    lexicon.longest(.weapon, at: token).map {
      gazetteer.weapons[Int($0.row)].weapon == "firearms"
    } ?? false
  }
}

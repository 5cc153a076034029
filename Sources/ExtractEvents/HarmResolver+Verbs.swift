import Gazetteer
import Model

extension HarmResolver {
  /// The object of a verb whose subject is the phrase after it: `the army killed five militants`.
  ///
  /// Without vowels the verb is active or passive: active only when an actor or uncounted people
  /// come first and a count follows without preposition.
  func activeObject(after subject: Int) -> Int? {
    let first = sentence.phrases[subject]
    guard !first.isExplicit || first.isOthers else { return nil }
    let next = subject + 1
    guard next < sentence.phrases.count else { return nil }
    let object = sentence.phrases[next]
    guard !object.isTaken, !object.isGoverned, !object.startsWithConjunction, !object.isSpeaker,
      object.isCounted,
      object.isExplicit || first.isActor || first.isBarePlural
        || (first.victimClass?.hasPrefix("armed") == true && object.victimClass == "civilian")
    else { return nil }
    let gap = first.tokens.upperBound..<object.tokens.lowerBound
    guard sentence.isOpen(gap, limit: 5) else { return nil }
    for token in gap {
      switch tokens.small(at: token) {
      case .by, .which, .include, .targets, .or, .and: return nil
      default: break
      }
      for match in tokens.text.matches(at: token) {
        switch match.table {
        case .event, .weapon, .clause, .reporting: return nil
        default: break
        }
      }
    }
    return next
  }

  /// Whether a known doer stands before an active verb or its verbal noun.
  func isActive(_ word: HarmWord, _ reading: HarmWord.Reading) -> Bool {
    let first = word.tokens.lowerBound
    guard let last = sentence.lastPhrase(to: first) else { return false }
    let subject = sentence.phrases[last]
    guard subject.victimCode != nil || subject.isActor, !subject.isGoverned, !subject.isTaken,
      !subject.startsWithConjunction || !tokens.isEnglish
    else { return false }
    let gap = subject.tokens.upperBound..<first
    if tokens.isEnglish {
      guard reading.slot == .activeOrPassive || reading.slot == .verbObject,
        !tokens.ends(first, .participle)
      else { return false }
      return sentence.isOpen(gap, limit: 3)
    }
    if tokens.isArabic, gap.isEmpty, !word.clitics.contains(.conjunction),
      !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject])
    {
      return subject.isActor || !subject.isExplicit
    }
    guard tokens.isArabic, let before = gap.last, tokens.small(at: before) == .from else {
      return false
    }
    // `the forces managed to kill`: a verbal noun after a preposition.
    return sentence.isOpen(gap, limit: 5)
  }

  /// `met three civilians their death`: the noun with a pronoun closes the frame of a light verb.
  mutating func takePronoun(_ index: Int) {
    guard tokens.isArabic else { return }
    if !takeLight(index) { takeAntecedent(index) }
  }

  private mutating func takeLight(_ index: Int) -> Bool {
    let word = sentence.words[index]
    guard let reading = word.reading(.genitive) else { return false }
    let start = word.tokens.lowerBound
    guard
      let light = sentence.words.indices.last(where: {
        let other = sentence.words[$0]
        return other.slots.contains(.light) && !other.isTaken && other.tokens.upperBound <= start
          && start - other.tokens.upperBound <= 14
      })
    else { return false }
    let end = sentence.words[light].tokens.upperBound
    var chosen: Int?
    for phrase in sentence.phrases.indices
    where sentence.phrases[phrase].tokens.lowerBound >= end
      && sentence.phrases[phrase].tokens.upperBound <= start
    {
      let found = sentence.phrases[phrase]
      guard found.isCounted || found.isName, !found.isTaken else { continue }
      if chosen == nil || (found.isExplicit && !sentence.phrases[chosen ?? 0].isExplicit) {
        if !found.isGoverned { chosen = phrase }
      }
    }
    if chosen == nil, let before = sentence.lastPhrase(to: sentence.words[light].tokens.lowerBound),
      sentence.phrases[before].isCounted, !sentence.phrases[before].isTaken,
      sentence.words[light].tokens.lowerBound - sentence.phrases[before].tokens.upperBound <= 2
    {
      chosen = before
    }
    guard let chosen else { return false }
    sentence.words[light].isTaken = true
    emit(reading, index, chain(from: chosen))
    return true
  }

  // MARK: Further away

  /// A subject that other words separate from its verb.
  mutating func takeFar(_ index: Int) {
    let word = sentence.words[index]
    guard !word.clitics.contains(.pronoun) else { return }
    if tokens.isArabic {
      guard let reading = word.reading([.verbSubject, .activeOrPassive, .verbObject, .pooled])
      else {
        return
      }
      if let far = farPhrase(after: word) {
        emit(reading, index, chain(from: far))
      } else if reading.slot != .verbObject, !word.clitics.contains(.conjunction),
        let before = farPhrase(before: word, limit: 4)
      {
        emit(reading, index, [before])
      }
      return
    }
    guard let reading = word.reading([.verbSubject, .activeOrPassive, .verbObject]) else { return }
    if tokens.isEnglish, reading.slot == .verbObject { return }
    guard let last = farPhrase(before: word, limit: 30) else { return }
    emit(reading, index, [last])
  }

  /// The first explicit count after an Arabic verb in its clause.
  private func farPhrase(after word: HarmWord) -> Int? {
    let end = word.tokens.upperBound
    for index in sentence.phrases.indices where sentence.phrases[index].tokens.lowerBound >= end {
      let phrase = sentence.phrases[index]
      let gap = end..<phrase.tokens.lowerBound
      guard sentence.isOpen(gap, limit: 12, commas: true) else { return nil }
      if phrase.isTaken || phrase.isGoverned || phrase.startsWithConjunction || phrase.isUncertain {
        continue
      }
      guard phrase.isExplicit, !hasBreak(gap) else { continue }
      return index
    }
    return nil
  }

  /// Words between that begin another statement.
  private func hasBreak(_ gap: Range<Int>) -> Bool {
    gap.contains { token in
      tokens.text.matches(at: token).contains {
        $0.table == .reporting
          || ($0.table == .functionWord && tokens.lexicon.small[Int($0.row)] == .targets)
          || ($0.table == .casualty && tokens.lexicon.casualties[Int($0.row)].slot == .result)
      }
    }
  }

  /// The nearest count before a verb that no preposition governs.
  private func farPhrase(before word: HarmWord, limit: Int) -> Int? {
    let start = word.tokens.lowerBound
    var bare: Int?
    for index in sentence.phrases.indices.reversed()
    where sentence.phrases[index].tokens.upperBound <= start {
      let phrase = sentence.phrases[index]
      let gap = phrase.tokens.upperBound..<start
      guard gap.count <= limit, !hasOtherFrame(gap) else { break }
      guard phrase.isCounted || phrase.isBareAny, !phrase.isTaken else { continue }
      if phrase.isGoverned || phrase.isSpeaker || isAge(phrase) { continue }
      if phrase.isExplicit, !phrase.isUncertain { return index }
      if bare == nil, phrase.victim != nil, !phrase.isBarePlural, gap.count <= 12 { bare = index }
    }
    return bare
  }

  /// Whether a harm word with a frame of its own stands between, or a full stop of the clause.
  private func hasOtherFrame(_ gap: Range<Int>) -> Bool {
    for token in gap {
      if tokens.isMark(token, 0x3B) || tokens.isMark(token, 0x3A) { return true }
      guard let word = sentence.word(at: token) else { continue }
      if !sentence.words[word].slots.isSubset(of: [.subset]) { return true }
    }
    return false
  }

  /// `Ahmed, 25, was killed`.
  private func isAge(_ phrase: PersonPhrase) -> Bool {
    guard phrase.victim == nil, phrase.isExplicit else { return false }
    let start = phrase.tokens.lowerBound
    let end = phrase.tokens.upperBound
    return start > sentence.range.lowerBound && end < sentence.range.upperBound
      && tokens.isComma(start - 1) && tokens.isComma(end)
  }

  /// Whether a count stands directly after a verb.
  func hasObject(_ word: HarmWord) -> Bool {
    guard let first = directPhrase(after: word) else { return false }
    return sentence.phrases[first].tokens.lowerBound == word.tokens.upperBound
      && sentence.phrases[first].isCounted
  }

  func endsInPlural(_ word: HarmWord) -> Bool {
    word.tokens.count == 1 && tokens.ends(word.tokens.lowerBound, .verbPlural)
  }
}

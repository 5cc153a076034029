import Gazetteer
import Model

extension HarmResolver {
  /// The object of a verb whose subject is the phrase after it: `the army killed five militants`.
  ///
  /// Without vowels the verb is active or passive: active only when an actor or uncounted people
  /// come first and a count follows without preposition.
  func activeObject(after subject: Int, isAlwaysActive: Bool = false) -> Int? {
    let first = sentence.phrases[subject]
    guard !first.isExplicit || first.isOthers || (isAlwaysActive && isArmed(first)) else {
      return nil
    }
    var next = subject + 1
    // What belongs to the subject (`militants of the organization`) is no object.
    while next < sentence.phrases.count, sentence.phrases[next].isGoverned,
      sentence.phrases[next].isActor
    {
      next += 1
    }
    guard next < sentence.phrases.count else { return nil }
    let object = sentence.phrases[next]
    let isNamed = object.isName && (isAlwaysActive || first.isBarePlural)
    guard !object.isTaken, !object.isGoverned, !object.startsWithConjunction, !object.isSpeaker,
      object.isCounted || isNamed,
      object.isExplicit || first.isActor || first.isBarePlural || isAlwaysActive
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

  private func isArmed(_ phrase: PersonPhrase) -> Bool {
    phrase.isActor || phrase.victimClass?.hasPrefix("armed") == true
  }

  /// Whether the phrase behind a verb that is never passive does the harm: an armed party that does not
  /// stand in the accusative, when nobody stands before the verb.
  func isDoer(_ index: Int, of word: HarmWord, _ reading: HarmWord.Reading) -> Bool {
    let phrase = sentence.phrases[index]
    guard reading.slot == .verbObject, tokens.isArabic, word.tokens.count == 1,
      !endsInPlural(word), isArmed(phrase), phrase.tokens.lowerBound == word.tokens.upperBound
    else { return false }
    if let before = sentence.lastPhrase(to: word.tokens.lowerBound),
      isArmed(sentence.phrases[before]), !sentence.phrases[before].isGoverned
    {
      return false
    }
    if phrase.isActor { return true }
    let noun = phrase.tokens.lowerBound
    return phrase.victim?.lowerBound == noun && !tokens.ends(noun, .obliquePlural)
      && !tokens.ends(noun, .alef)
  }

  /// The subject of an Arabic verb that a noun without a row carries: `a force of the energy police`.
  func carriedSubject(after word: HarmWord) -> Int? {
    let end = word.tokens.upperBound
    guard tokens.isArabic, let first = sentence.firstPhrase(from: end),
      sentence.phrases[first].isGoverned, isArmed(sentence.phrases[first]),
      !sentence.phrases[first].isTaken
    else { return nil }
    let gap = end..<sentence.phrases[first].tokens.lowerBound
    guard (1...3).contains(gap.count), sentence.isOpen(gap, limit: 3),
      !gap.contains(where: { tokens.small(at: $0) == .by || tokens.hasPreposition($0) })
    else { return nil }
    return tokens.small(at: gap.upperBound - 1) == .from && gap.count > 1 ? first : nil
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

  /// `a young man departed from life`, `beat a man to death`: the second half of a light verb, which
  /// harms the people between the two, or those behind it (`took the lives of …`).
  mutating func takeClosing(_ index: Int) -> Bool {
    let word = sentence.words[index]
    guard let reading = word.reading(.light), !word.clitics.contains(.conjunction),
      let light = lightVerb(before: word)
    else { return false }
    let end = sentence.words[light].tokens.upperBound
    let between = sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      return phrase.tokens.lowerBound >= end && phrase.tokens.upperBound <= word.tokens.lowerBound
        && !phrase.isTaken && !phrase.isGoverned && isCounted(index)
    }
    let after = word.clitics.contains(.preposition) ? directPhrase(after: word) : nil
    sentence.words[light].isTaken = true
    guard let chosen = after ?? between else { return takeOne(index, reading, from: end) }
    emit(reading, index, chain(from: chosen))
    return true
  }

  /// `beat a thief to death`: the article counts one whom no row knows.
  private mutating func takeOne(
    _ index: Int, _ reading: HarmWord.Reading, from start: Int
  ) -> Bool {
    guard tokens.isEnglish, let article = tokens.number(.cardinal, at: start),
      tokens.number(article).operation == .weak
    else { return false }
    var frame = frame(reading, sentence.words[index])
    (frame.minimum, frame.maximum) = (1, 1)
    frame.tokens = start..<frame.tokens.upperBound
    frame.span = tokens.text.span(start..<frame.word.lowerBound)
    add(frame, index)
    return true
  }

  /// The open light verb that a word can close.
  private func lightVerb(before word: HarmWord) -> Int? {
    let start = word.tokens.lowerBound
    return sentence.words.indices.last {
      let other = sentence.words[$0]
      return other.slots.contains(.light) && !other.isTaken && other.tokens.upperBound < start
        && start - other.tokens.upperBound <= 14
    }
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
    guard let last = farPhrase(before: word, limit: 30) else {
      takeName(index, reading)
      return
    }
    var list = [last]
    while let next = list.last.map({ $0 + 1 }), next < sentence.phrases.count,
      sentence.isJoined[next], !sentence.phrases[next].isTaken,
      sentence.phrases[next].tokens.upperBound <= word.tokens.lowerBound
    {
      list.append(next)
    }
    while let first = list.first, sentence.isJoined[first], !sentence.phrases[first - 1].isTaken,
      !tokens.isEnglish
    {
      list.insert(first - 1, at: 0)
    }
    emit(reading, index, list)
  }

  /// `Salim Aziz, a shop owner, was shot dead`: a verb in the singular after a name that no row knows.
  private mutating func takeName(_ index: Int, _ reading: HarmWord.Reading) {
    let word = sentence.words[index]
    let start = word.tokens.lowerBound
    guard tokens.isEnglish, reading.slot == .verbSubject,
      pronoun(before: start) != nil
        || (tokens.small(at: start) == .was && tokens.ends(start, .singular))
    else { return }
    var first = start
    while first > sentence.range.lowerBound, start - first < 16 {
      let before = first - 1
      if sentence.word(at: before) != nil || tokens.isMark(before, 0x3B)
        || tokens.isMark(before, 0x3A) || tokens.longest(.clause, at: before) != nil
        || (tokens.longest(.reporting, at: before) != nil
          && !(before..<start).contains { tokens.isComma($0) })
      {
        break
      }
      first = before
    }
    guard let name = pronoun(before: start) ?? name(in: first..<start) else { return }
    var frame = frame(reading, word)
    (frame.minimum, frame.maximum) = (1, 1)
    frame.tokens = name.lowerBound..<word.tokens.upperBound
    frame.span = tokens.text.span(name)
    add(frame, index)
  }

  /// `he died`, unless his death is counted already.
  private func pronoun(before start: Int) -> Range<Int>? {
    guard start > sentence.range.lowerBound, tokens.small(at: start - 1) == .he,
      !found.contains(where: { $0.field == .killed && ($0.maximum ?? 1) > 0 })
    else { return nil }
    return start - 1..<start
  }

  /// The first two capitalized words in a row that are nobody's and nothing's name.
  private func name(in range: Range<Int>) -> Range<Int>? {
    func isName(_ token: Int) -> Bool {
      guard tokens.isWord(token), tokens.text.tokens[token].capitalized else { return false }
      return tokens.text.matches(at: token).allSatisfy {
        $0.table == .firstName || $0.table == .title || ($0.table == .name && $0.tokens.count == 1)
      }
    }
    for token in range where token + 1 < range.upperBound {
      guard isName(token), isName(token + 1) else { continue }
      if token > sentence.range.lowerBound,
        tokens.small(at: token - 1) == .preposition || tokens.small(at: token - 1) == .the
          || tokens.small(at: token - 1) == .from
      {
        return nil
      }
      return token..<token + 2
    }
    return nil
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

import Gazetteer
import Model

/// Harm words whose people other words separate from them.
extension HarmResolver {
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
    guard let reading = word.reading([.verbSubject, .activeOrPassive, .verbObject, .ownBody]) else {
      return
    }
    if tokens.isEnglish, reading.slot == .verbObject { return }
    if let object = soraniObject(before: word, reading) {
      emit(reading, index, [object])
      return
    }
    guard let last = farPhrase(before: word, limit: 30) else {
      takeName(index, reading)
      return
    }
    if takesUnknownObject(sentence.phrases[last], word, reading) {
      sentence.words[index].isTaken = true
      _ = takeOne(index, reading, from: word.tokens.upperBound)
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
      !tokens.isEnglish || isNextTo(first)
    {
      list.insert(first - 1, at: 0)
    }
    emit(reading, index, list)
  }

  /// `three brothers and a number of fighters who came to their aid lost …`: only `and` between, or joining
  /// words of more than one word (`32 civilians, in addition to the two assailants, were killed`).
  private func isNextTo(_ index: Int) -> Bool {
    let start = sentence.phrases[index].tokens.lowerBound
    if sentence.phrases[index - 1].isGoverned { return false }
    if start - sentence.phrases[index - 1].tokens.upperBound <= 1 { return true }
    let first = tokens.small(at: start - 1) == .the ? start - 1 : start
    return tokens.joinStart(first, from: sentence.range.lowerBound).map { first - $0 > 1 } ?? false
  }

  /// Sorani: `(they) opened fire on a trader and killed him`: the one person behind a preposition, when
  /// the verb names nobody and only armed people stand free before it.
  private func soraniObject(before word: HarmWord, _ reading: HarmWord.Reading) -> Int? {
    guard tokens.isSorani,
      !tokens.ends(word.tokens.upperBound - 1, .noon) || reading.slot == .verbObject
    else { return nil }
    if let several = soraniObjects(before: word, reading) { return several }
    let before = sentence.phrases.indices.filter {
      sentence.phrases[$0].tokens.upperBound <= word.tokens.lowerBound
    }
    guard
      before.allSatisfy({ index in
        let phrase = sentence.phrases[index]
        return phrase.isGoverned || phrase.isActor || phrase.isTaken || phrase.isBarePlural
          || phrase.victimClass == "armed_nonstate"
      })
    else { return nil }
    let object = before.last { index in
      let phrase = sentence.phrases[index]
      return phrase.isGoverned && !phrase.isTaken && !phrase.isSpeaker
        && (phrase.minimum, phrase.maximum) == (1, 1)
    }
    guard let object,
      word.tokens.lowerBound - sentence.phrases[object].tokens.upperBound <= 8
    else { return nil }
    return object
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
    let one = pronoun(before: start) ?? aged(before: start) ?? name(in: first..<start)
    guard let name = one else { return }
    var frame = frame(reading, word)
    (frame.minimum, frame.maximum) = (1, 1)
    frame.tokens = name.lowerBound..<word.tokens.upperBound
    frame.span = tokens.text.span(name)
    add(frame, index)
  }

  /// `a 19-year-old (was killed)`: an age stands for the person.
  private func aged(before start: Int) -> Range<Int>? {
    for token in stride(from: start - 2, through: max(sentence.range.lowerBound, start - 6), by: -1)
    {
      guard tokens.text.tokens[token].kind == .number, tokens.isMark(token + 1, 0x2D),
        let age = tokens.number(.block, at: token + 2), age.tokens.count > 1,
        Int(age.last) == start
      else { continue }
      return token..<start
    }
    return nil
  }

  /// `he died`, unless his death is counted already.
  private func pronoun(before start: Int) -> Range<Int>? {
    guard start > sentence.range.lowerBound, tokens.small(at: start - 1) == .he else { return nil }
    // `killed 19 children before he was shot dead`: the killer on top of those whom he killed.
    let isBehind =
      start - 2 >= sentence.range.lowerBound && tokens.small(at: start - 2) == .preposition
    guard isBehind || !found.contains(where: { $0.field == .killed && ($0.maximum ?? 1) > 0 })
    else {
      return nil
    }
    return start - 1..<start
  }

  /// `gunmen shot dead Reham Yacoub, a doctor`: two capitalized words right behind an English verb that is active.
  mutating func takeNamedObject(_ index: Int, _ reading: HarmWord.Reading) {
    let word = sentence.words[index]
    let start = word.tokens.upperBound
    let before = max(sentence.range.lowerBound, word.tokens.lowerBound - 3)
    guard tokens.isEnglish, !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject]),
      reading.field == .killed || reading.field == .injured, start + 1 < sentence.range.upperBound,
      isName(start), !(before..<start).contains(where: { tokens.small(at: $0) == .was })
    else { return }
    // `Su'ad al-Ali`: what is written together is one word of the name.
    var second = start + 1
    while second + 1 < sentence.range.upperBound, !tokens.text.tokens[second].spaceBefore,
      tokens.text.tokens[second].kind == .punctuation, !tokens.text.tokens[second + 1].spaceBefore
    {
      second += 2
    }
    guard second < sentence.range.upperBound else { return }
    let isArticle =
      tokens.isMark(second + 1, 0x2D) && second + 2 < sentence.range.upperBound
      && tokens.text.tokens[second + 2].capitalized
    guard isName(second) || isArticle else { return }
    let end = isArticle ? second + 3 : second + 1
    // `killed Bani Malik tribesmen`, `killed Jane Doe and her son`: people who are named by it, and a list.
    if end < sentence.range.upperBound, tokens.longest(.person, at: end) != nil { return }
    var frame = frame(reading, word)
    (frame.minimum, frame.maximum) = (1, 1)
    if let next = sentence.firstPhrase(from: end), sentence.phrases[next].startsWithConjunction,
      sentence.phrases[next].tokens.lowerBound - end <= 2, isCounted(next)
    {
      for position in chain(from: next) {
        let phrase = sentence.phrases[position]
        sentence.phrases[position].isTaken = true
        frame.minimum = phrase.minimum.flatMap { more in frame.minimum.map { $0 + more } }
        frame.maximum = phrase.maximum.flatMap { more in frame.maximum.map { $0 + more } }
      }
    }
    frame.tokens = word.tokens.lowerBound..<end
    frame.span = tokens.text.span(start..<end)
    add(frame, index)
  }

  /// A capitalized word that is nobody's and nothing's name.
  private func isName(_ token: Int) -> Bool {
    guard tokens.isWord(token), tokens.text.tokens[token].capitalized else { return false }
    return tokens.text.matches(at: token).allSatisfy {
      $0.table == .firstName || $0.table == .title || ($0.table == .name && $0.tokens.count == 1)
    }
  }

  /// The first two capitalized words in a row that are nobody's and nothing's name.
  private func name(in range: Range<Int>) -> Range<Int>? {
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
      let gap = Range.between(end, phrase.tokens.lowerBound)
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
      let gap = Range.between(phrase.tokens.upperBound, start)
      guard gap.count <= limit, !hasOtherFrame(gap) else { break }
      guard phrase.isCounted || phrase.isBareAny, !phrase.isTaken else { continue }
      if phrase.isGoverned || phrase.isSpeaker || isAge(phrase) { continue }
      if phrase.isExplicit, !phrase.isUncertain { return index }
      // A Sorani noun that no row knows, counted before a verb of harm.
      if phrase.isUncertain, tokens.isSorani, bare == nil { bare = index }
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
}

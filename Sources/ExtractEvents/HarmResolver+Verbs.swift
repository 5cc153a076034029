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
    let start = sentence.mannerEnd(from: first.tokens.upperBound)
    let gap = Range.between(start, object.tokens.lowerBound)
    // `killed (gunmen, yesterday evening,) an officer`: a time between commas.
    let isTime = sentence.contains(.time, in: gap) && sentence.isTransparent(gap)
    guard sentence.isOpen(gap, limit: 5) || isTime else { return nil }
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

  /// `two gunmen assassinated a …`: armed people directly before an active verb with an article behind it
  /// are its subject, also when no row knows the object.
  func takesUnknownObject(
    _ subject: PersonPhrase, _ word: HarmWord, _ reading: HarmWord.Reading
  ) -> Bool {
    let next = word.tokens.upperBound
    guard tokens.isEnglish, !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject]),
      isArmed(subject), !subject.isGoverned, next + 1 < sentence.range.upperBound,
      !(subject.tokens.upperBound..<next).contains(where: { tokens.small(at: $0) == .was }),
      tokens.longest(.time, at: next) == nil, tokens.longest(.time, at: next + 1) == nil
    else { return false }
    return tokens.isArticle(next) || tokens.small(at: next) == .the
  }

  /// `a bomb wounded a six-year-old`, `killing an usher`: an article and a word that no lexicon knows behind
  /// an English verb that is active.
  func takesUnknownOne(_ word: HarmWord, _ reading: HarmWord.Reading) -> Bool {
    let next = word.tokens.upperBound
    guard tokens.isEnglish, !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject]),
      reading.field == .killed || reading.field == .injured,
      next + 1 < sentence.range.upperBound, tokens.isWord(next + 1)
    else { return false }
    let before = max(sentence.range.lowerBound, word.tokens.lowerBound - 3)
    guard !(before..<next).contains(where: { tokens.small(at: $0) == .was }) else { return false }
    let known: [LexiconTable] = [
      .time, .weapon, .placeTrigger, .event, .casualty, .name, .direction, .relationWord,
    ]
    return tokens.number(.block, at: next + 1) == nil
      && known.allSatisfy { tokens.longest($0, at: next + 1) == nil }
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
    let gap = Range.between(end, sentence.phrases[first].tokens.lowerBound)
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
    let gap = Range.between(subject.tokens.upperBound, first)
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
      !isSecondAct(word)
    else { return false }
    let light = lightVerb(before: word, reading.field)
    guard
      let end = light.map({ sentence.words[$0].tokens.upperBound }) ?? endOfAct(before: word)
    else { return false }
    let between = sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      return phrase.tokens.lowerBound >= end && phrase.tokens.upperBound <= word.tokens.lowerBound
        && !phrase.isTaken && !phrase.isGoverned && isCounted(index)
    }
    let after = word.clitics.contains(.preposition) ? directPhrase(after: word) : nil
    if let light { sentence.words[light].isTaken = true }
    guard var chosen = after ?? between ?? governedVictim(from: end, of: word) else {
      // `shot him dead along with his sons`.
      return takeObjectPronoun(index, reading, at: end, followedFrom: word.tokens.upperBound)
        || takeOne(index, reading, from: end)
    }
    // `hacked (a farmer and his brother) to death`: all of the list between the two.
    while after == nil, sentence.isJoined[chosen], !sentence.phrases[chosen - 1].isTaken,
      !sentence.phrases[chosen - 1].isGoverned,
      sentence.phrases[chosen - 1].tokens.lowerBound >= end
    {
      chosen -= 1
    }
    emit(reading, index, chain(from: chosen))
    return true
  }

  /// Arabic: `fell upon (a thief) until he died`: the object of a verb that takes a preposition.
  private func governedVictim(from end: Int, of word: HarmWord) -> Int? {
    guard tokens.isArabic, tokens.small(at: word.tokens.lowerBound) == .preposition else {
      return nil
    }
    return sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      return phrase.tokens.lowerBound >= end && phrase.tokens.upperBound <= word.tokens.lowerBound
        && !phrase.isTaken && !phrase.isActor && phrase.victim != nil && phrase.isCounted
    }
  }

  /// Arabic: `a fighter fell and two were wounded`: the two verbs of a pooled count with somebody right before the
  /// first and others right behind the second.
  mutating func takeSplit(_ index: Int) -> Bool {
    let word = sentence.words[index]
    guard tokens.isArabic, word.tokens.count == 2, var reading = word.reading(.pooled),
      tokens.hasConjunction(word.tokens.lowerBound + 1),
      let before = sentence.lastPhrase(to: word.tokens.lowerBound),
      sentence.phrases[before].tokens.upperBound == word.tokens.lowerBound,
      let after = directPhrase(after: word), sentence.phrases[after].isExplicit
    else { return false }
    let subject = sentence.phrases[before]
    guard subject.isCounted, !subject.isTaken, !subject.isGoverned, !subject.isSpeaker else {
      return false
    }
    reading.field = .killed
    emit(reading, index, [before])
    reading.field = .injured
    emit(reading, index, chain(from: after))
    return true
  }

  /// Arabic: `put an end (the forces) to four gunmen`: a verb that a trigger of two parts begins, with its doer
  /// between them and the armed people whom it kills right behind the second.
  mutating func takeParted(_ index: Int) -> Bool {
    let word = sentence.words[index]
    let start = word.tokens.lowerBound
    guard tokens.isArabic, word.tokens.count == 1,
      let reading = word.reading([.light, .verbSubject, .activeOrPassive])
    else { return false }
    let end = min(word.tokens.upperBound + 9, sentence.range.upperBound)
    let rows = partedRows(at: start, until: word.tokens.upperBound)
    if rows.isEmpty { return false }
    // One copy of what the resolver holds, whatever the number of rows.
    let text = tokens.text
    for row in rows {
      guard
        let second = (word.tokens.upperBound..<max(end, word.tokens.upperBound)).first(where: {
          row.second.stand(at: $0, of: text)
        }), sentence.isOpen(word.tokens.upperBound..<second, limit: 8),
        let object = sentence.firstPhrase(from: second + 1),
        sentence.phrases[object].tokens.lowerBound == second + 1,
        sentence.phrases[object].isCounted, !sentence.phrases[object].isTaken,
        sentence.phrases[object].victimClass?.hasPrefix("armed") == true
          || word.reading(.verbSubject) == nil
      else { continue }
      emit(reading, index, chain(from: object), isActive: true)
      return true
    }
    return false
  }

  /// The triggers of two parts whose first part is a word.
  private func partedRows(at start: Int, until end: Int) -> [EventRow] {
    var rows: [EventRow] = []
    for match in tokens.text.matches(at: start)
    where match.table == .event && Int(match.last) == end {
      let row = gazetteer.events[Int(match.row)]
      if !row.second.isEmpty { rows.append(row) }
    }
    return rows
  }

  /// `beat a thief to death`: the article counts one whom no row knows.
  mutating func takeOne(
    _ index: Int, _ reading: HarmWord.Reading, from start: Int
  ) -> Bool {
    guard tokens.isEnglish, let article = tokens.number(.cardinal, at: start),
      tokens.number(article).operation == .weak
    else { return false }
    var frame = frame(reading, sentence.words[index])
    (frame.minimum, frame.maximum) = (1, 1)
    // The one stands between the two halves, or behind the verb: there the words are the article and
    // the word after it.
    let people =
      start < frame.word.lowerBound
      ? start..<frame.word.lowerBound : start..<min(start + 2, sentence.range.upperBound)
    frame.tokens =
      min(start, frame.tokens.lowerBound)..<max(people.upperBound, frame.tokens.upperBound)
    frame.span = tokens.text.span(people)
    add(frame, index)
    return true
  }

  /// The open light verb that a word can close.
  private func lightVerb(before word: HarmWord, _ field: HarmFrame.Field) -> Int? {
    let start = word.tokens.lowerBound
    return sentence.words.indices.last {
      let other = sentence.words[$0]
      return other.slots.contains(.light) && !other.isTaken && other.tokens.upperBound < start
        && start - other.tokens.upperBound <= 14
        && (!tokens.isArabic || other.reading(.light)?.field == field)
    }
  }

  /// Arabic: `until he died`: the end of whatever act of force is told before it.
  private func endOfAct(before word: HarmWord) -> Int? {
    let start = word.tokens.lowerBound
    guard tokens.isArabic, tokens.small(at: start) == .preposition else { return nil }
    let first = max(sentence.range.lowerBound, start - 14)
    return (first..<max(first, start)).first { tokens.longest(.event, at: $0) != nil }
      .map { $0 + 1 }
  }

  /// Arabic: `fell upon him with-a-beating`: a second word for the act and not for its end.
  private func isSecondAct(_ word: HarmWord) -> Bool {
    tokens.isArabic && word.tokens.count == 1
      && !word.clitics.isDisjoint(with: [.preposition, .accusative])
      && tokens.longest(.event, at: word.tokens.lowerBound) != nil
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
    guard var chosen else { return false }
    // `met (a woman and her three daughters) their death`: the number in the list is not its head.
    while sentence.isJoined[chosen], !sentence.phrases[chosen - 1].isTaken,
      !sentence.phrases[chosen - 1].isGoverned,
      sentence.phrases[chosen - 1].tokens.lowerBound >= end
    {
      chosen -= 1
    }
    sentence.words[light].isTaken = true
    emit(reading, index, chain(from: chosen))
    return true
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

  /// `(that) two soldiers were killed`: a verb in the dual right behind two.
  func agreesInDual(_ word: HarmWord, _ phrase: Int) -> Bool {
    word.tokens.count == 1 && tokens.ends(word.tokens.lowerBound, .alef)
      && sentence.phrases[phrase].minimum == 2
      && sentence.phrases[phrase].tokens.upperBound == word.tokens.lowerBound
  }

  /// The noun that a prepositional phrase belongs to: `two journalists of a local channel`.
  func head(of last: Int) -> Int {
    let phrase = sentence.phrases[last]
    guard tokens.isEnglish, phrase.isGoverned, !phrase.startsWithConjunction, last > 0 else {
      return last
    }
    let before = sentence.phrases[last - 1]
    let gap = Range.between(before.tokens.upperBound, phrase.tokens.lowerBound)
    guard before.isExplicit, !before.isTaken, !before.isSpeaker, (1...3).contains(gap.count),
      [.from, .preposition].contains(tokens.small(at: gap.lowerBound)),
      sentence.isOpen(gap, limit: 3)
    else { return last }
    return last - 1
  }
}

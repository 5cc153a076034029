import Gazetteer
import Model

/// Harm told of somebody whom a pronoun takes up: `which led to his death`, `and shot him dead`, `killed
/// two of them`.
extension HarmResolver {
  /// Pairs a harm word that carries a pronoun with the last person named before it.
  ///
  /// A verbal noun does so only after a word of result: `before his death` tells nothing new.
  mutating func takeAntecedent(_ index: Int) {
    let word = sentence.words[index]
    guard tokens.isArabic, let reading = antecedentReading(word) else { return }
    if let person = antecedent(of: word) {
      guard !sentence.phrases[person].isTaken else {
        sentence.words[index].isTaken = true
        return
      }
      emit(reading, index, chainBack(from: person, word) + companions(of: word))
    } else if reading.slot == .genitive, tokens.pronoun(of: word) == .singular {
      // Named in the sentence before: one person all the same.
      var frame = frame(reading, word)
      (frame.minimum, frame.maximum) = (1, 1)
      add(frame, index)
    }
  }

  /// `killed him with his wife`, `killed him and his driver`: who stands right behind the pronoun.
  private func companions(of word: HarmWord) -> [Int] {
    let end = word.tokens.upperBound
    guard let next = sentence.firstPhrase(from: end), !sentence.phrases[next].isTaken,
      sentence.phrases[next].isCounted
    else { return [] }
    let start = sentence.phrases[next].tokens.lowerBound
    let isJoined = start == end && sentence.phrases[next].startsWithConjunction
    return isJoined || (start == end + 1 && tokens.isTogether(start)) ? chain(from: next) : []
  }

  private func antecedentReading(_ word: HarmWord) -> HarmWord.Reading? {
    guard tokens.pronoun(of: word) != .none else { return nil }
    if let verb = word.reading([.verbObject, .activeOrPassive]), !word.clitics.contains(.article) {
      return verb
    }
    guard let noun = word.reading(.genitive), isResult(before: word.tokens.lowerBound) else {
      return nil
    }
    return noun
  }

  /// Whether a word of result stands directly before, or before the harm words joined to this one.
  private func isResult(before start: Int) -> Bool {
    for token in max(sentence.range.lowerBound, start - 4)..<start {
      guard let match = tokens.casualty(.result, at: token) else { continue }
      if Int(match.last) == start { return true }
      let between = Int(match.last)..<start
      if tokens.hasConjunction(start), between.count <= 2 { return true }
    }
    return false
  }

  /// The nearest phrase before a word that its pronoun can stand for.
  private func antecedent(of word: HarmWord) -> Int? {
    let number = tokens.pronoun(of: word)
    return sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      guard phrase.tokens.upperBound <= word.tokens.lowerBound, !phrase.isSpeaker, !phrase.isActor
      else { return false }
      switch number {
      case .singular: return (phrase.minimum, phrase.maximum) == (1, 1) || phrase.isName
      case .dual: return (phrase.minimum, phrase.maximum) == (2, 2)
      case .plural: return phrase.isExplicit && (phrase.minimum ?? 0) > 1
      case .none: return false
      }
    }
  }

  /// A plural pronoun takes up a whole list.
  private func chainBack(from last: Int, _ word: HarmWord) -> [Int] {
    var first = last
    while tokens.pronoun(of: word) != .singular, first > 0, sentence.isJoined[first],
      !sentence.phrases[first - 1].isTaken
    {
      first -= 1
    }
    return Array(first...last)
  }

  /// `killing her and two guards`, `killing himself and …`: an English pronoun as object.
  mutating func takeObjectPronoun(_ index: Int, _ reading: HarmWord.Reading) -> Bool {
    guard !reading.slot.isDisjoint(with: [.verbObject, .activeOrPassive]) else { return false }
    let end = sentence.words[index].tokens.upperBound
    return takeObjectPronoun(index, reading, at: end, followedFrom: end + 1)
  }

  /// The pronoun at a token with the list that may follow from another on.
  mutating func takeObjectPronoun(
    _ index: Int, _ reading: HarmWord.Reading, at token: Int, followedFrom end: Int
  ) -> Bool {
    let word = sentence.words[index]
    guard tokens.isEnglish, token < sentence.range.upperBound else { return false }
    let small = tokens.small(at: token)
    guard [.him, .her, .them, .oneself].contains(small) else { return false }
    let next = sentence.firstPhrase(from: end)
    // `killing her companion`.
    if small == .her, token + 1 < sentence.range.upperBound, tokens.isWord(token + 1),
      tokens.small(at: token + 1) == .none, tokens.longest(.time, at: token + 1) == nil
    {
      return false
    }
    var list: [Int] = []
    if let next, sentence.phrases[next].startsWithConjunction,
      sentence.phrases[next].tokens.lowerBound - end <= 2, isCounted(next),
      sentence.isOpen(end..<sentence.phrases[next].tokens.lowerBound, limit: 2)
    {
      list = chain(from: next)
    }
    let before = small == .oneself ? nil : englishAntecedent(small, before: word)
    let isMissing = before.map { isCountedAsMissing($0) } ?? false
    if let before, sentence.phrases[before].isTaken, list.isEmpty, !isMissing {
      // Counted already: `shot him, killing him`.
      sentence.words[index].isTaken = true
      return true
    }
    if small == .them, before == nil { return false }
    if let before, !sentence.phrases[before].isTaken || isMissing {
      emit(reading, index, [before] + list)
    } else {
      var frame = frame(reading, word)
      (frame.minimum, frame.maximum) = (1, 1)
      for position in list {
        let phrase = sentence.phrases[position]
        sentence.phrases[position].isTaken = true
        frame.minimum = phrase.minimum.flatMap { more in frame.minimum.map { $0 + more } }
        frame.maximum = phrase.maximum.flatMap { more in frame.maximum.map { $0 + more } }
        frame.tokens = frame.tokens.lowerBound..<phrase.tokens.upperBound
      }
      frame.tokens = frame.tokens.lowerBound..<max(frame.tokens.upperBound, token + 1)
      frame.span = tokens.text.span(token..<frame.tokens.upperBound)
      add(frame, index)
    }
    return true
  }

  /// Arabic: `a mine went off under a shepherd, and killed him at once`, in one word `and-was-killed`: a verb behind
  /// `and` that names nobody has the last one person before it, when nothing harmed him yet.
  mutating func takeVictim(_ index: Int) {
    if tokens.isSorani {
      takeSoraniVictim(index)
      return
    }
    let word = sentence.words[index]
    guard tokens.isArabic,
      tokens.hasConjunction(word.tokens.lowerBound)
        || tokens.longest(.clause, at: word.tokens.lowerBound) != nil,
      let reading = word.reading([.verbSubject, .activeOrPassive]),
      !tokens.ends(word.tokens.lowerBound, .verbPlural),
      word.tokens.count == 1 || reading.slot == .verbSubject,
      reading.field == .killed || (reading.field == .injured && reading.slot == .verbSubject),
      !namesSomebody(word.tokens.upperBound),
      let before = sentence.phrases.lastIndex(where: {
        $0.tokens.upperBound <= word.tokens.lowerBound && $0.victim != nil
      }),
      word.tokens.lowerBound - sentence.phrases[before].tokens.upperBound <= 10
    else { return }
    let phrase = sentence.phrases[before]
    guard (phrase.minimum, phrase.maximum) == (1, 1), !phrase.isTaken, !phrase.isSpeaker,
      phrase.isGoverned || (reading.slot == .verbSubject && !isArmedNow(phrase)),
      !sentence.phrases.contains(where: {
        $0.tokens.lowerBound >= word.tokens.upperBound && !$0.startsWithConjunction
          && $0.victim != nil && !$0.isGoverned
      })
    else { return }
    emit(reading, index, [before])
  }

  /// Whether a phrase is of armed people, who rather do the harm than suffer it.
  private func isArmedNow(_ phrase: PersonPhrase) -> Bool {
    phrase.isActor || phrase.victimClass?.hasPrefix("armed") == true
  }

  /// `was wounded by gunfire … and died of his wounds`: the one who was wounded is dead.
  mutating func takeFates() {
    for index in sentence.words.indices
    where !sentence.words[index].isTaken
      && (sentence.words[index].isToll || isOwnFate(sentence.words[index])
        || goesOn(sentence.words[index]) || isSoraniFate(index))
      && sentence.words[index].readings.contains(where: { $0.field == .killed })
    {
      let start = sentence.words[index].tokens.lowerBound
      let wounded = found.lastIndex {
        $0.field == .injured && $0.word.upperBound <= start
          && (($0.minimum, $0.maximum) == (1, 1) || isSoraniFateOfAll(index))
      }
      guard let wounded else { continue }
      found[wounded].field = .killed
      sentence.words[index].isTaken = true
    }
  }

  /// Arabic: `was wounded, and died later in hospital`: a verb of dying behind `and` that names nobody.
  private func isOwnFate(_ word: HarmWord) -> Bool {
    tokens.isArabic && word.clitics.contains(.conjunction)
      && word.reading(.verbSubject)?.field == .killed && !endsInPlural(word)
      && !namesSomebody(word.tokens.upperBound)
      && !sentence.phrases.contains { phrase in
        phrase.tokens.lowerBound >= word.tokens.upperBound && phrase.isCounted && !phrase.isTaken
      }
  }

  /// A word behind a verb that is neither of time, place nor a small one may be its subject.
  private func namesSomebody(_ token: Int) -> Bool {
    guard token < sentence.range.upperBound, tokens.isWord(token) else { return false }
    // `and died of his wounds`.
    if tokens.casualty(.toll, at: token) != nil { return false }
    let known: [LexiconTable] = [.functionWord, .time, .clause, .relationWord]
    return !tokens.hasPreposition(token)
      && known.allSatisfy { tokens.longest($0, at: token) == nil }
  }

  /// `was stabbed in X and died in hospital`: a verb behind `and` has the subject of the one before.
  private func goesOn(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    guard tokens.isEnglish, first > sentence.range.lowerBound + 1,
      word.reading(.verbSubject) != nil
    else { return false }
    return tokens.small(at: first - 1) == .and
      || (tokens.small(at: first - 2) == .and && tokens.small(at: first - 1) == .none)
  }

  /// `abducted a baker and executed him`: nobody's death is told of one who was only taken.
  private func isCountedAsMissing(_ phrase: Int) -> Bool {
    let tokens = sentence.phrases[phrase].tokens
    return found.contains { $0.field == .missing && $0.tokens.overlaps(tokens) }
  }

  /// Whom an English pronoun takes up: the last one person, or the last several, named before.
  private func englishAntecedent(_ small: HarmLexicon.Small, before word: HarmWord) -> Int? {
    sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      guard phrase.tokens.upperBound <= word.tokens.lowerBound, !phrase.isSpeaker, !phrase.isActor
      else { return false }
      if small == .them { return phrase.isExplicit && (phrase.minimum ?? 0) > 1 }
      return (phrase.minimum, phrase.maximum) == (1, 1) || phrase.isName
    }
  }

  /// `and killed two of them`: the object of a verb is no part of a count before it.
  ///
  /// Returns whether the number was taken as an object.
  mutating func takeObjectOfThem(_ number: NumberPhrase, _ subset: HarmWord) -> Bool {
    let start = subset.tokens.lowerBound
    guard
      let index = sentence.words.indices.last(where: {
        sentence.words[$0].tokens.upperBound == start
      }), !sentence.words[index].isTaken,
      let reading = sentence.words[index].reading([.verbObject, .activeOrPassive])
        ?? (tokens.isArabic ? sentence.words[index].reading([.verbSubject, .genitive]) : nil)
    else { return false }
    var frame = frame(reading, sentence.words[index])
    (frame.minimum, frame.maximum) = (number.minimum, number.maximum)
    frame.qualifier = number.qualifier
    if let actor = actor(before: frame.tokens.lowerBound) {
      (frame.victimCode, frame.victimClass) = (actor.victimCode, actor.victimClass)
    }
    frame.tokens = frame.tokens.lowerBound..<subset.tokens.upperBound
    frame.span = tokens.text.span(subset.tokens)
    add(frame, index)
    return true
  }
}

extension HarmText {
  /// How many an object or possessive pronoun stands for.
  enum Pronoun { case none, singular, dual, plural }

  /// The pronoun at the end of a harm word, by its clitics or by the form of its row (`hit-him`,
  /// `shot-him dead`): a verb that ends in heh carries one.
  func pronoun(of word: HarmWord) -> Pronoun {
    guard isArabic else { return .none }
    let first = word.tokens.lowerBound
    let hasClitic = word.clitics.contains(.pronoun)
    guard hasClitic || word.slots.contains(.verbObject) else { return .none }
    // A feminine noun (`injury`) ends in the same folded letter; its own letter tells.
    guard !endsInMarbuta(first) else { return .none }
    let last = word.tokens.upperBound - 1
    if last > first, !hasClitic,
      text.matches(at: last).contains(where: { $0.clitics.contains(.withPreposition) })
    {
      return pronoun(at: last)
    }
    if ends(first, .theirsDual) { return .dual }
    if ends(first, .theirs) { return .plural }
    return ends(first, .his) || (hasClitic && ends(first, .hers)) ? .singular : .none
  }

  /// `took (an explosion) his life`: the pronoun at the end of the second word of a row.
  private func pronoun(at token: Int) -> Pronoun {
    if endsInMarbuta(token) { return .none }
    if ends(token, .theirsDual) { return .dual }
    if ends(token, .theirs) { return .plural }
    return ends(token, .his) || ends(token, .hers) ? .singular : .none
  }

  /// Whether a noun ends in a pronoun of the third person (`her granddaughters`).
  func hasOwner(_ token: Int) -> Bool { pronoun(at: token) != .none }

  /// Whether an Arabic oblique ending is written with the vowel of two (`-ayn`).
  func isDualByVowel(_ token: Int) -> Bool {
    let end = Int(text.tokens[token].end)
    guard end - 6 >= Int(text.tokens[token].start) else { return false }
    return text.source[end - 6..<end].elementsEqual([0xD9, 0x8E, 0xD9, 0x8A, 0xD9, 0x86])
  }

  /// Whether a word ends in the letter of feminine nouns as it is written.
  func endsInMarbuta(_ token: Int) -> Bool {
    let end = Int(text.tokens[token].end)
    return end - 2 >= Int(text.tokens[token].start) && text.source[end - 2] == 0xD8
      && text.source[end - 1] == 0xA9
  }
}

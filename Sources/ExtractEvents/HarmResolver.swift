import Gazetteer
import Model

/// Pairs the harm words of a sentence with the people that they count.
struct HarmResolver {
  var sentence: HarmSentence
  let gazetteer: Gazetteer
  var found: [HarmFrame] = []

  var tokens: HarmText { sentence.tokens }

  init(_ sentence: HarmSentence, gazetteer: Gazetteer) {
    self.sentence = sentence
    self.gazetteer = gazetteer
  }

  /// Returns the frames of the sentence in order.
  mutating func frames() -> [HarmFrame] {
    dropAttempts()
    readZeros()
    let subsets = takeSubsets()
    for index in sentence.words.indices where isFree(index) { takeBefore(index) }
    for index in sentence.words.indices where isFree(index) { takeAfter(index) }
    for index in sentence.words.indices where isFree(index) { takeFar(index) }
    for index in sentence.words.indices where isFree(index) { takeBare(index) }
    for index in sentence.words.indices where isFree(index) { takeVictim(index) }
    takeFates()
    readTolls()
    sort()
    addSubsets(subsets)
    sort()
    inherit()
    return found
  }

  private mutating func sort() {
    found.sort {
      ($0.word.lowerBound, $0.word.upperBound) < ($1.word.lowerBound, $1.word.upperBound)
    }
  }

  private func isFree(_ index: Int) -> Bool {
    let word = sentence.words[index]
    return !word.isTaken && word.slots != .subset && word.slots != .zero
      && word.slots != .zeroObject && word.slots != [.zero, .zeroObject]
  }

  /// An attempt on somebody's life harms nobody.
  private mutating func dropAttempts() {
    for index in sentence.words.indices
    where tokens.isAttempt(before: sentence.words[index].tokens.lowerBound)
      || isInfinitive(sentence.words[index]) || isBuried(sentence.words[index])
    {
      sentence.words[index].isTaken = true
    }
  }

  /// `the fourth candidate to be killed in a month`: an English infinitive counts nobody.
  private func isInfinitive(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    return tokens.isEnglish && word.reading(.verbSubject) != nil
      && first > sentence.range.lowerBound && tokens.small(at: first - 1) == .preposition
  }

  // MARK: The phrase directly before

  /// `12 dead`, `three soldiers were killed`, and in Sorani the subject before the verb.
  private mutating func takeBefore(_ index: Int) {
    let word = sentence.words[index]
    var slots: HarmLexicon.Slots = [.unit, .pooled, .bodies]
    if !tokens.isArabic { slots.formUnion([.verbSubject, .activeOrPassive]) }
    if tokens.isSorani { slots.formUnion([.verbObject, .ownBody]) }
    let active = tokens.isEnglish ? word.reading(.activeOrPassive) : nil
    guard let reading = active ?? word.reading(slots) else { return }
    if isPronounsFate(word, reading),
      takeObjectPronoun(
        index, reading, at: word.tokens.lowerBound - 1, followedFrom: word.tokens.upperBound)
    {
      return
    }
    guard let last = phraseBefore(word), reading.slot == .unit || !isAgent(last),
      !takeSplit(index)
    else { return }
    // `a bomber killed himself and four others`: the verb has its object behind it.
    if active != nil, tokens.small(at: word.tokens.upperBound) == .oneself { return }
    let phrase = sentence.phrases[last]
    if reading.field == .missing, let before = sentence.word(at: phrase.tokens.lowerBound - 1),
      isForward(sentence.words[before])
    {
      // `the bodies of eight men kidnapped`.
      return
    }
    let isVerb = !reading.slot.isDisjoint(with: .verbs)
    // `nine soldiers and policemen dead`: the number of the first noun is that of both.
    let sharesNumber =
      tokens.isEnglish && phrase.isBarePlural && sentence.isJoined[last]
      && sentence.phrases[last - 1].isExplicit
    if !isVerb,
      (phrase.isBarePlural && !sharesNumber)
        || (phrase.isBareAny && (reading.slot != .unit || isDefiniteInSorani(word)))
    {
      return
    }
    if reading.slot == .activeOrPassive {
      if let next = directPhrase(after: word) {
        takeAdjective(index, reading, last, next)
        return
      }
      if phrase.isBarePlural, !takesUnknownObject(phrase, word, reading) { return }
    }
    if takesUnknownObject(phrase, word, reading) {
      sentence.words[index].isTaken = true
      _ = takeOne(index, reading, from: word.tokens.upperBound)
      return
    }
    if !isVerb, phrase.isGoverned, !phrase.isExplicit { return }
    if tokens.isArabic, !phrase.isExplicit {
      // `a wounded soldier`: an adjective.
      return
    }
    if !isVerb, word.clitics.contains(.preposition) { return }
    if word.clitics.contains(.conjunction), phrase.victim == nil || !isVerb { return }
    let start = chainStart(endingAt: last, isVerb: isVerb)
    let isActive = reading.slot == .verbObject && hasSubject(before: start)
    emit(reading, index, Array(start...last) + addedBehind(word, reading), isActive: isActive)
  }

  /// `shot him dead`: a noun of death behind the object of a verb of attack.
  private func isPronounsFate(_ word: HarmWord, _ reading: HarmWord.Reading) -> Bool {
    let pronoun = word.tokens.lowerBound - 1
    guard tokens.isEnglish, reading.slot == .unit, pronoun > sentence.range.lowerBound,
      [.him, .her, .them].contains(tokens.small(at: pronoun))
    else { return false }
    return tokens.longest(.event, at: pronoun - 1) != nil
  }

  /// `25 people were killed in addition to the bomber`: joining words of more than one word directly
  /// behind the verb add those after them.
  private func addedBehind(_ word: HarmWord, _ reading: HarmWord.Reading) -> [Int] {
    let end = word.tokens.upperBound
    guard tokens.isEnglish, !reading.slot.isDisjoint(with: .verbs),
      let next = sentence.firstPhrase(from: end), !sentence.phrases[next].isTaken,
      sentence.phrases[next].isCounted, !sentence.phrases[next].isSpeaker
    else { return [] }
    let start = sentence.phrases[next].tokens.lowerBound
    let first = tokens.small(at: start - 1) == .the ? start - 1 : start
    guard first - end > 1, tokens.joinStart(first, from: end) == end else { return [] }
    return [next]
  }

  /// `(a lawyer) by the fire of some gunmen was wounded`: in Sorani the one who did it may stand next to
  /// the verb, when somebody free stands before him.
  private func isAgent(_ index: Int) -> Bool {
    guard tokens.isSorani, sentence.phrases[index].isGoverned else { return false }
    return sentence.phrases[..<index].contains {
      ($0.isCounted || $0.isBareAny) && !$0.isGoverned && !$0.isTaken && !$0.isSpeaker
        && ($0.victim != nil || $0.isUncertain)
    }
  }

  /// Whether a known doer stands before the object of a Sorani verb.
  private func hasSubject(before object: Int) -> Bool {
    sentence.phrases[..<object].contains {
      $0.victimCode != nil && !$0.isGoverned && !$0.isTaken
    }
  }

  /// `three wounded soldiers`: the number counts, the noun after it says who.
  private mutating func takeAdjective(
    _ index: Int, _ reading: HarmWord.Reading, _ number: Int, _ noun: Int
  ) {
    let after = sentence.phrases[noun]
    let word = sentence.words[index].tokens
    guard tokens.isEnglish, !after.isExplicit, after.tokens.lowerBound == word.upperBound,
      sentence.phrases[number].victim == nil,
      sentence.phrases[number].tokens.upperBound == word.lowerBound
    else { return }
    sentence.phrases[number].victim = after.victim
    sentence.phrases[number].victimClass = after.victimClass
    sentence.phrases[number].victimCode = after.victimCode
    sentence.phrases[noun].isTaken = true
    emit(reading, index, [number])
  }

  /// The counted phrase that ends at a word, `was`, `also` and a bracket allowed for.
  private func phraseBefore(_ word: HarmWord) -> Int? {
    guard let last = sentence.lastPhrase(to: word.tokens.lowerBound) else { return nil }
    let phrase = sentence.phrases[last]
    let isNamed = phrase.isName && tokens.isEnglish && word.reading(.verbSubject) != nil
    guard phrase.isCounted || phrase.isBareAny || isNamed, !phrase.isTaken, !phrase.isSpeaker else {
      return nil
    }
    let gap = Range.between(phrase.tokens.upperBound, word.tokens.lowerBound)
    guard gap.count <= 2 else { return nil }
    for token in gap {
      guard tokens.text.tokens[token].kind == .word else { return nil }
      if sentence.word(at: token) != nil { return nil }
      switch tokens.small(at: token) {
      case .was, .past: continue
      case .none where tokens.isEnglish || sentence.isCountWord(token): continue
      case .none where gap.count == 1 && ownsInSorani(phrase): continue
      case .from where gap.count == 1 && !tokens.isEnglish: continue
      default: return nil
      }
    }
    return word.reading(.verbs) == nil ? last : head(of: last)
  }

  /// The first phrase of a list that ends with a phrase.
  ///
  /// When a harm word stands before the list, a later one has only its end.
  private func chainStart(endingAt last: Int, isVerb: Bool) -> Int {
    var start = last
    while start > 0, sentence.isJoined[start], !sentence.phrases[start - 1].isTaken {
      let gap = Range.between(
        sentence.phrases[start - 1].tokens.upperBound, sentence.phrases[start].tokens.lowerBound)
      if !isVerb, gap.count > 2 { break }
      start -= 1
    }
    if let rest = behindApposition(start, last) { start = rest }
    guard start < last else { return last }
    let first = sentence.phrases[start].tokens.lowerBound
    if let before = sentence.word(at: first - 1), isForward(sentence.words[before]) { return last }
    return start
  }

  /// The phrase behind the last comma of a list that says who was counted before it.
  ///
  /// `Two dead, a journalist and a passer-by, and ten wounded`: the two are no part of the ten.
  private func behindApposition(_ start: Int, _ last: Int) -> Int? {
    let first = sentence.phrases[start].tokens.lowerBound
    guard tokens.isEnglish, start < last, first - 1 > sentence.range.lowerBound,
      tokens.isComma(first - 1), let before = sentence.word(at: first - 2),
      sentence.words[before].isTaken,
      !sentence.words[before].slots.isDisjoint(with: [.unit, .verbSubject])
    else { return nil }
    return (start + 1...last).last { index in
      Range.between(
        sentence.phrases[index - 1].tokens.upperBound, sentence.phrases[index].tokens.lowerBound
      ).contains { tokens.isComma($0) }
    }
  }

  /// Whether a word counts what stands after it.
  private func isForward(_ word: HarmWord) -> Bool {
    var slots: HarmLexicon.Slots = [.genitive, .pooled, .bodies, .subset]
    if !tokens.isSorani { slots.formUnion([.verbObject, .activeOrPassive]) }
    if tokens.isArabic { slots.formUnion([.verbSubject, .light]) }
    return word.reading(slots) != nil
  }

  // MARK: The phrase directly after

  /// The phrase after a verbal noun, an active verb or an Arabic verb.
  private mutating func takeAfter(_ index: Int) {
    let word = sentence.words[index]
    if word.clitics.contains(.pronoun) || (tokens.pronoun(of: word) != .none && !isNounOf(word)) {
      takePronoun(index)
      return
    }
    if takeClosing(index) || takeSplit(index) || takeParted(index) { return }
    var slots: HarmLexicon.Slots = [.genitive, .pooled, .bodies]
    if tokens.isArabic { slots.formUnion([.verbSubject, .verbObject, .activeOrPassive]) }
    if tokens.isEnglish { slots.formUnion([.verbObject, .activeOrPassive]) }
    if word.readings[0].field == .missing { slots.insert(.unit) }
    // Folded, `injured him` and `injury` are one word: the verbal noun goes first.
    let isNoun = !word.slots.contains(.activeOrPassive) && word.slots.contains(.genitive)
    guard let reading = isNoun ? word.reading(.genitive) : word.reading(slots) else { return }
    if tokens.isArabic, !hasObject(word), let before = phraseBefore(word),
      endsInPlural(word) || agreesInDual(word, before),
      reading.slot == .verbSubject || reading.slot == .activeOrPassive
    {
      emit(reading, index, Array(chainStart(endingAt: before, isVerb: true)...before))
      return
    }
    if takeObjectPronoun(index, reading) { return }
    guard let first = directPhrase(after: word) else {
      if !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject]),
        let subject = carriedSubject(after: word), let object = activeObject(after: subject)
      {
        emit(reading, index, chain(from: object), isActive: true)
      } else if !takesUnknownOne(word, reading)
        || !takeOne(index, reading, from: word.tokens.upperBound)
      {
        takeNamedObject(index, reading)
      }
      return
    }
    if reading.field == .missing, !sentence.phrases[first].isExplicit { return }
    if reading.slot == .bodies, !bodiesCount(word, first) { return }
    if tokens.isArabic, !reading.slot.isDisjoint(with: [.activeOrPassive, .verbObject]),
      let object = activeObject(after: first, isAlwaysActive: isDoer(first, of: word, reading))
    {
      emit(reading, index, chain(from: object), isActive: true)
      return
    }
    if isDoer(first, of: word, reading) {
      // Whom they killed no row says.
      sentence.words[index].isTaken = true
      return
    }
    guard isCounted(first) else { return }
    if tokens.isEnglish, sentence.phrases[first].isBarePlural,
      tokens.small(at: word.tokens.lowerBound - 1) == .the
    {
      return
    }
    let isActive = isActive(word, reading)
    emit(reading, index, chain(from: first), isActive: isActive)
  }

  /// Whether a word that may be a verb with a pronoun is a noun with its people right behind it.
  private func isNounOf(_ word: HarmWord) -> Bool {
    guard word.slots.contains(.genitive),
      let next = sentence.firstPhrase(from: word.tokens.upperBound)
    else { return false }
    return sentence.phrases[next].tokens.lowerBound == word.tokens.upperBound
      && sentence.phrases[next].isCounted && !sentence.phrases[next].startsWithConjunction
  }

  /// Whether a phrase counts people beside a harm word.
  func isCounted(_ index: Int) -> Bool {
    let phrase = sentence.phrases[index]
    return phrase.isCounted || phrase.isName || phrase.isBareAny
  }

  /// The phrase and those that a list joins to it.
  func chain(from first: Int) -> [Int] {
    var chain = [first]
    var next = first + 1
    while next < sentence.phrases.count, sentence.isJoined[next], !sentence.phrases[next].isTaken {
      let end = sentence.phrases[next].tokens.upperBound
      if end < sentence.range.upperBound, tokens.small(at: end) == .was { break }
      if let word = sentence.word(at: end), !sentence.words[word].isTaken,
        !tokens.isArabic || !sentence.words[word].clitics.contains(.conjunction),
        sentence.words[word].reading([.verbSubject, .unit]) != nil
      {
        break
      }
      chain.append(next)
      next += 1
    }
    return chain
  }
}

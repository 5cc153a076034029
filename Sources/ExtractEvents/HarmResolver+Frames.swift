import Gazetteer
import Model

extension HarmResolver {
  /// Adds the frame of a harm word and a list of phrases and marks both as taken.
  mutating func emit(
    _ reading: HarmWord.Reading, _ index: Int, _ list: [Int], isActive: Bool = false
  ) {
    let word = sentence.words[index]
    let list = withoutApposition(list)
    guard let firstIndex = list.first else { return }
    let first = sentence.phrases[firstIndex]
    var frame = frame(reading, word)
    var low = first.tokens.lowerBound
    var high = first.tokens.upperBound
    for position in list {
      let phrase = counted(sentence.phrases[position], word, isListed: list.count > 1)
      sentence.phrases[position].isTaken = true
      // The owner of the noun before it.
      if position != firstIndex, phrase.isActor, !phrase.isCounted { continue }
      low = min(low, phrase.tokens.lowerBound)
      high = max(high, phrase.tokens.upperBound)
      if position == firstIndex {
        (frame.minimum, frame.maximum) = (phrase.minimum, phrase.maximum)
        frame.qualifier = phrase.qualifier
        frame.victim = phrase.victim
        frame.victimClass = phrase.victimClass
        frame.victimCode = phrase.victimCode
        if phrase.refersBack, let actor = actor(before: low) {
          (frame.victimCode, frame.victimClass) = (actor.victimCode, actor.victimClass)
        }
      } else {
        // Sorani: `ten citizens and Peshmerga`: one number for both nouns.
        let isShared =
          tokens.isSorani && sentence.phrases[position].isBareAny && (frame.minimum ?? 0) > 1
        if !isShared, !tokens.isEnglish || !phrase.isBarePlural {
          frame.minimum = sum(frame.minimum, phrase.minimum)
          frame.maximum = sum(frame.maximum, phrase.maximum)
          frame.qualifier = frame.qualifier ?? phrase.qualifier
        }
        if tokens.small(at: first.tokens.lowerBound) == .he, frame.victim == nil {
          // `he and his brother`: the noun says more than the pronoun.
          (frame.victimClass, frame.victimCode) = (phrase.victimClass, phrase.victimCode)
        }
        if frame.victimClass != phrase.victimClass {
          // `soldiers and militiamen` are one side.
          let isArmed = [frame.victimClass, phrase.victimClass].allSatisfy {
            $0?.hasPrefix("armed") == true
          }
          frame.victimClass = isArmed && phrase.isBarePlural ? "armed_state" : "unknown"
        }
        if frame.victim == nil { frame.victim = phrase.victim }
      }
    }
    if frame.victim == nil { addOwner(&frame, after: max(high, word.tokens.upperBound)) }
    frame.tokens = min(low, word.tokens.lowerBound)..<max(high, word.tokens.upperBound)
    frame.span = tokens.text.span(low..<high)
    frame.hasActiveDoer = isActive
    // `All five attackers died.`
    let isAll =
      tokens.isEnglish && first.isExplicit && low > sentence.range.lowerBound
      && tokens.small(at: low - 1) == .the
    frame.isDefinite = (first.isDefinite || isAll) && list.count == 1
    frame.isOthers = first.isOthers || first.isFurther
    if reading.slot == .bodies, list.count == 1 { countBodies(&frame, word) }
    if list.count == 1 { takeBound(&frame, word, reading, behind: first) }
    // Arabic: `the toll rose to three after one of the wounded died`: he is among the three.
    let isOfToll =
      !sentence.tolls.isEmpty && tokens.isArabic && reading.field == .killed
      && (tokens.number(.oneOf, at: first.tokens.lowerBound) != nil
        && tokens.casualty(.unit, at: first.tokens.upperBound) != nil
        || isOfWounded(behind: first.tokens.upperBound))
    frame.isSubset = isOfToll || isSubset(before: low) || isOneOf(first, list, reading.field)
    if tokens.isSorani, reading.field == .killed, first.isOthers { frame.isLate = true }
    if tokens.isEnglish, reading.field == .killed {
      frame.isLate = first.isOthers || first.isFurther || isFateOfWounded(word, reading)
      // `died of his wounds` raises a count and states none.
      if frame.isLate, word.isToll { frame.isToll = false }
    }
    frame.isToll =
      frame.isToll || sentence.isCountWord(word.tokens.lowerBound - 1)
      || sentence.tolls.contains {
        (frame.tokens.upperBound...(frame.tokens.upperBound + 2)).contains($0.lowerBound)
          && !startsAnew(frame.tokens.upperBound..<$0.lowerBound)
          // `spoke of 125 dead; the final toll was 324`.
          && !tokens.isMark(frame.tokens.upperBound, 0x3B)
      }
    add(frame, index, isOthers: first.isOthers)
  }

  /// Arabic: `(after the death of three) of the wounded`.
  private func isOfWounded(behind token: Int) -> Bool {
    guard tokens.small(at: token) == .from, let unit = tokens.casualty(.unit, at: token + 1) else {
      return false
    }
    return tokens.lexicon.casualties[Int(unit.row)].field == .injured
  }

  /// Arabic: `killed six, then the toll rose to nine`: words between a count and a toll that part them.
  private func startsAnew(_ gap: Range<Int>) -> Bool {
    tokens.isArabic
      && gap.contains { tokens.isPunctuation($0) || tokens.longest(.clause, at: $0) != nil }
  }

  /// `two of the wounded died`, `succumbed to his injuries`: those who were hurt before.
  private func isFateOfWounded(_ word: HarmWord, _ reading: HarmWord.Reading) -> Bool {
    guard reading.slot == .verbSubject else { return false }
    if word.isToll { return true }
    let first = word.tokens.lowerBound
    return (max(sentence.range.lowerBound, first - 4)..<first).contains { token in
      tokens.small(at: token) == .from
        && tokens.text.matches(at: tokens.small(at: token + 1) == .the ? token + 2 : token + 1)
          .contains {
            $0.table == .casualty && tokens.lexicon.casualties[Int($0.row)].field == .injured
          }
    }
  }

  /// `12 dead at least`: a bound behind the harm noun that a number counts.
  private func takeBound(
    _ frame: inout HarmFrame, _ word: HarmWord, _ reading: HarmWord.Reading,
    behind phrase: PersonPhrase
  ) {
    let isUnit = reading.slot == .unit || reading.slot == .pooled
    guard isUnit, phrase.isExplicit, phrase.qualifier == nil,
      phrase.tokens.upperBound <= word.tokens.lowerBound
    else { return }
    let numbers = NumberPhraseReader(tokens: tokens)
    guard
      let suffix = numbers.suffixBound(
        at: word.tokens.upperBound, before: sentence.range.upperBound)
    else { return }
    var range = NumberPhrase(tokens: frame.tokens, minimum: frame.minimum, maximum: frame.maximum)
    numbers.apply(suffix.bound, to: &range)
    (frame.minimum, frame.maximum) = (range.minimum, range.maximum)
    frame.qualifier = range.qualifier
  }

  /// `five were wounded; one lost a leg`: a bare `one` in a clause of its own belongs to a count of the
  /// same kind before it.
  private func isOneOf(
    _ phrase: PersonPhrase, _ list: [Int], _ field: HarmFrame.Field
  ) -> Bool {
    let start = phrase.tokens.lowerBound
    guard tokens.isEnglish, list.count == 1, phrase.isExplicit, phrase.victim == nil,
      !phrase.isOthers, (phrase.minimum, phrase.maximum) == (1, 1),
      start > sentence.range.lowerBound,
      tokens.isMark(start - 1, 0x3B) || tokens.isComma(start - 1)
    else { return false }
    return found.contains {
      $0.field == field && ($0.minimum ?? 0) > 1 && $0.word.upperBound <= start
    }
  }

  /// The actor that a short form takes up: the last one named before it.
  func actor(before token: Int) -> PersonPhrase? {
    sentence.phrases.last {
      $0.isActor && $0.victimCode != nil && $0.tokens.upperBound <= token
    }
  }

  /// A frame of a harm word without count.
  func frame(_ reading: HarmWord.Reading, _ word: HarmWord) -> HarmFrame {
    let row = gazetteer.casualties[reading.row]
    return HarmFrame(
      field: reading.field, tokens: word.tokens, span: tokens.text.span(word.tokens),
      word: word.tokens, minimum: nil, maximum: nil, qualifier: nil, victimClass: nil,
      victimCode: nil, victim: nil, sideCue: row.sideCue.isEmpty ? nil : row.sideCue,
      hasActiveDoer: false, isDiscovery: reading.slot == .bodies, isSubset: false,
      isToll: word.isToll || sentence.tolls.contains { $0.lowerBound <= word.tokens.lowerBound },
      rule: row.id)
  }

  /// Appends a frame; `others` without noun are remembered for `inherit`.
  mutating func add(_ frame: HarmFrame, _ index: Int, isOthers: Bool = false) {
    sentence.words[index].isTaken = true
    var frame = frame
    if frame.field == .zero || frame.maximum == 0 { frame.qualifier = nil }
    found.append(frame)
  }

  /// The numbers of a phrase beside a harm word: one name is one, the verb decides in Sorani.
  private func counted(
    _ phrase: PersonPhrase, _ word: HarmWord, isListed: Bool
  ) -> PersonPhrase {
    var phrase = phrase
    if phrase.isName { (phrase.minimum, phrase.maximum) = (1, 1) }
    if phrase.isBareAny {
      // In a list the plural of the verb is that of the list; the noun's own ending tells.
      let noun = (phrase.victim ?? phrase.tokens).lowerBound
      let isPlural =
        isListed
        ? StaticBytes.many.contains { tokens.ends(noun, $0) } && !tokens.ends(noun, .theirsSorani)
        : tokens.ends(word.tokens.upperBound - 1, .noon)
      (phrase.minimum, phrase.maximum) = isPlural ? (2, nil) : (1, 1)
      phrase.qualifier = isPlural ? "vague" : nil
    }
    return phrase
  }

  private func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    return left + right
  }

  /// `12 dead from the army`: who they were, after the harm word.
  private mutating func addOwner(_ frame: inout HarmFrame, after token: Int) {
    let nouns = PersonNounReader(tokens: tokens, gazetteer: gazetteer)
    let end = sentence.range.upperBound
    guard token < end else { return }
    if let owner = nouns.owner(at: token, before: end, allowsIn: false) {
      (frame.victim, frame.victimClass, frame.victimCode) = (owner.tokens, owner.kind, owner.code)
    } else if tokens.longest(.person, at: token) != nil, !tokens.hasConjunction(token),
      let noun = nouns.noun(at: token, before: end), noun.count == .plural || noun.count == .any,
      let index = sentence.phrases.firstIndex(where: { $0.tokens.lowerBound == token }),
      !sentence.phrases[index].isTaken
    {
      (frame.victim, frame.victimClass, frame.victimCode) = (noun.tokens, noun.kind, noun.code)
      sentence.phrases[index].isTaken = true
    }
  }

  /// Whether a subset word ends before a token.
  private func isSubset(before token: Int) -> Bool {
    guard let index = sentence.word(at: token - 1) else { return false }
    return sentence.words[index].slots.contains(.subset)
  }

  // MARK: Bodies

  /// Whether the phrase after `bodies of` may say how many there are.
  func bodiesCount(_ word: HarmWord, _ phrase: Int) -> Bool {
    sentence.phrases[phrase].tokens.lowerBound == word.tokens.upperBound
      || sentence.phrases[phrase].isExplicit
  }

  /// One body is one, whatever the noun after it says.
  private func countBodies(_ frame: inout HarmFrame, _ word: HarmWord) {
    guard let count = unitCount(word), count > 0, frame.tokens.lowerBound == word.tokens.lowerBound
    else { return }
    guard frame.minimum == nil || frame.qualifier == "vague" || frame.maximum == 1 else { return }
    (frame.minimum, frame.maximum, frame.qualifier) = (count, count, nil)
  }

  // MARK: Bare harm nouns

  /// How many a harm noun is by its own form: 1, 2, 0 for a plural, nil when no row says.
  func unitCount(_ word: HarmWord) -> Int? {
    for token in [word.tokens.lowerBound, word.tokens.upperBound - 1] {
      for match in tokens.text.matches(at: token) where match.table == .number {
        let row = tokens.number(match)
        if row.kind == .unit, Int(match.last) <= word.tokens.upperBound { return row.value ?? 0 }
      }
    }
    return nil
  }

  /// `a dead man and two wounded`, `deaths and injuries` without a number.
  mutating func takeBare(_ index: Int) {
    let word = sentence.words[index]
    guard let reading = word.reading([.unit, .pooled, .bodies]), reading.field != .missing,
      word.clitics.isDisjoint(with: [.article, .pronoun]),
      isIntroduced(word)
        || unitCount(word) == 2, !isDefinite(word)
    else { return }
    if reading.slot == .pooled {
      takeBarePooled(index, reading)
      return
    }
    guard let count = unitCount(word) else { return }
    if reading.slot == .bodies,
      found.contains(where: { $0.field == .killed && $0.word.upperBound <= word.tokens.lowerBound })
    {
      // `killed a man; his body was not recovered`.
      return
    }
    var frame = frame(reading, word)
    (frame.minimum, frame.maximum) = count > 0 ? (count, count) : (1, nil)
    if count == 0 { frame.qualifier = "vague" }
    addOwner(&frame, after: word.tokens.upperBound)
    add(frame, index)
  }

  /// `dead and wounded` without a number: some of each.
  private mutating func takeBarePooled(_ index: Int, _ reading: HarmWord.Reading) {
    let word = sentence.words[index]
    guard word.tokens.count > 1, let count = unitCount(word) else { return }
    let last = word.tokens.upperBound - 1
    for field in [HarmFrame.Field.killed, .injured] {
      var frame = frame(reading, word)
      frame.field = field
      frame.word = field == .killed ? word.tokens.lowerBound..<last : last..<word.tokens.upperBound
      (frame.minimum, frame.maximum) = count > 0 ? (count, count) : (1, nil)
      frame.qualifier = count > 0 ? nil : "vague"
      add(frame, index)
    }
  }

  private func isDefinite(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    return tokens.isEnglish && first > sentence.range.lowerBound
      && tokens.small(at: first - 1) == .the
  }

  /// Whether a bare noun is told as news: after `led to`, after `fall of`, at the start, or in a
  /// list after such a one.
  private func isIntroduced(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    if first == sentence.range.lowerBound || tokens.isMark(first - 1, 0x3A) {
      // `the dead of the attack` at the start is known already.
      let next = word.tokens.upperBound
      if tokens.isArabic, next < sentence.range.upperBound, tokens.begins(next, .article) {
        return false
      }
      return !tokens.isEnglish || word.tokens.count > 1
    }
    if tokens.isArabic, word.tokens.count > 1, word.slots.isDisjoint(with: [.pooled, .bodies]) {
      return true
    }
    if word.slots.contains(.bodies), tokens.isArabic || tokens.isEnglish { return true }
    for start in max(sentence.range.lowerBound, first - 4)..<first {
      for match in tokens.text.matches(at: start)
      where match.table == .casualty && (Int(match.last) == first || isGap(Int(match.last), first))
      {
        if tokens.lexicon.casualties[Int(match.row)].slot == .result { return true }
      }
    }
    if tokens.isArabic, followsResult(first) { return true }
    // Sorani: `… came of it` stands after.
    let last = word.tokens.upperBound
    if tokens.isSorani, last < sentence.range.upperBound,
      tokens.casualty(.result, at: last) != nil
    {
      return true
    }
    let before = tokens.small(at: first - 1) == .and ? first - 2 : first - 1
    guard word.clitics.contains(.conjunction) || before == first - 2,
      let previous = sentence.word(at: before)
    else { return false }
    return sentence.words[previous].isTaken
      && !sentence.words[previous].slots.isDisjoint(with: [.unit, .genitive, .pooled])
  }

  /// Arabic: `left (the attack) a dead man`: a word of result up to eight words before, with no comma
  /// between.
  private func followsResult(_ first: Int) -> Bool {
    let start = max(sentence.range.lowerBound, first - 9)
    for token in stride(from: first - 1, through: start, by: -1) {
      // `(left them) between dead and wounded` counts nobody.
      let isBetween = tokens.text.matches(at: token).contains {
        $0.table == .number && tokens.number($0).operation == .between
      }
      if tokens.isPunctuation(token) || isBetween { return false }
      if let result = tokens.casualty(.result, at: token) { return Int(result.last) <= first }
    }
    return false
  }

  /// Whether only a preposition or a noun of falling stands between.
  private func isGap(_ start: Int, _ end: Int) -> Bool {
    start == end - 1
      && (tokens.small(at: start) == .preposition || tokens.longest(.casualty, at: start) != nil)
  }
}

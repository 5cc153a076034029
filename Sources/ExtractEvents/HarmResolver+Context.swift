import Gazetteer
import Model

/// A subset word with what it counts.
struct HarmSubset {
  var word: Int
  var phrases: [Int]
  /// A number inside the word itself (`two of them`).
  var number: NumberPhrase?
}

extension HarmResolver {
  // MARK: None

  /// `without casualties`, `no one was killed`: the denials, and the words that they take back.
  mutating func readZeros() {
    for index in sentence.words.indices
    where sentence.words[index].slots.contains(.zero) && !sentence.words[index].isTaken {
      let word = sentence.words[index]
      guard let reading = word.reading(.zero), !isWithoutPerson(word) else { continue }
      var fields: Set<HarmFrame.Field> = []
      var taken = [index]
      var high = word.tokens.upperBound
      var low = word.tokens.lowerBound
      let inner = innerFields(word)
      if let object = zeroObject(near: index) {
        fields = self.fields(of: sentence.words[object])
        if !inner.isEmpty { fields = inner }
        taken.append(object)
        high = max(high, sentence.words[object].tokens.upperBound)
        low = min(low, sentence.words[object].tokens.lowerBound)
      } else if !inner.isEmpty {
        fields = inner
      } else if reading.field == .killed || reading.field == .injured {
        // Its own row says what nobody suffered.
        fields = [reading.field]
      } else if index + 1 < sentence.words.count, isDeniable(index + 1) {
        let gap = Range.between(high, sentence.words[index + 1].tokens.lowerBound)
        if gap.count <= 3, gap.contains(where: isSubject) {
          sentence.words[index + 1].isTaken = true
        }
      }
      guard !fields.isEmpty else { continue }
      // `no dead or wounded`: the list goes on.
      while let next = nextInList(after: taken[taken.count - 1], end: high) {
        fields.formUnion(self.fields(of: sentence.words[next]))
        taken.append(next)
        high = sentence.words[next].tokens.upperBound
      }
      for position in taken { sentence.words[position].isTaken = true }
      for position in sentence.phrases.indices
      where (low..<high).overlaps(sentence.phrases[position].tokens) {
        sentence.phrases[position].isTaken = true
      }
      var frame = frame(reading, word)
      frame.field =
        fields == [.killed]
        ? .killed
        // Where nobody was injured nobody was killed.
        : fields == [.injured] && !tokens.isEnglish ? .injured : .zero
      (frame.minimum, frame.maximum) = (0, 0)
      frame.tokens = low..<high
      frame.span = tokens.text.span(low..<high)
      found.append(frame)
    }
  }

  /// `an aircraft without a pilot`: a noun of people that no harm word is behind the preposition.
  private func isWithoutPerson(_ word: HarmWord) -> Bool {
    let next = word.tokens.upperBound
    return tokens.isArabic && next < sentence.range.upperBound
      && tokens.longest(.person, at: next) != nil && tokens.longest(.casualty, at: next) == nil
  }

  /// The fields of harm words inside a denial of more than one word (`was not killed`).
  private func innerFields(_ word: HarmWord) -> Set<HarmFrame.Field> {
    guard word.tokens.count > 1 else { return [] }
    var fields: Set<HarmFrame.Field> = []
    var hasObject = false
    for token in word.tokens {
      for match in tokens.text.matches(at: token)
      where match.table == .casualty && match.tokens != word.tokens
        && Int(match.last) <= word.tokens.upperBound
      {
        let row = tokens.lexicon.casualties[Int(match.row)]
        switch row.slot {
        case .zeroObject: hasObject = true
        case .verbSubject, .verbObject, .activeOrPassive, .unit, .genitive: fields.insert(row.field)
        default: break
        }
      }
    }
    return fields.isEmpty && hasObject ? [.casualties] : fields
  }

  /// What a denied word counts.
  private func fields(of word: HarmWord) -> Set<HarmFrame.Field> {
    var fields: Set<HarmFrame.Field> = []
    for match in tokens.text.matches(at: word.tokens.lowerBound)
    where match.table == .casualty && Int(match.last) <= word.tokens.upperBound {
      let row = tokens.lexicon.casualties[Int(match.row)]
      switch row.field {
      case .killed, .injured, .casualties, .pooled: fields.insert(row.field)
      default: break
      }
    }
    return fields.isEmpty ? [.casualties] : fields
  }

  /// The word that a denial takes back: at most four tokens on, in Sorani also before.
  private func zeroObject(near index: Int) -> Int? {
    let word = sentence.words[index]
    let next = index + 1
    if next < sentence.words.count, isDeniable(next) {
      let gap = Range.between(word.tokens.upperBound, sentence.words[next].tokens.lowerBound)
      if sentence.isOpen(gap, limit: tokens.isEnglish ? 3 : 4), !hasCount(gap) { return next }
    }
    if tokens.isSorani, index > 0, isDeniable(index - 1) {
      let gap = Range.between(sentence.words[index - 1].tokens.upperBound, word.tokens.lowerBound)
      if sentence.isOpen(gap, limit: 3),
        sentence.words[index - 1].slots.contains(.zeroObject)
      {
        return index - 1
      }
    }
    return nil
  }

  private func hasCount(_ gap: Range<Int>) -> Bool {
    gap.contains { token in
      if tokens.small(at: token) == .which { return true }
      if isSubject(token) { return true }
      if tokens.casualty(.toll, at: token) != nil { return true }
      return sentence.phrases.contains {
        $0.tokens.contains(token) && ($0.maximum ?? 0) > 1 && $0.isExplicit
      }
    }
  }

  /// `no information about casualties`: a preposition before what nothing is said of.
  private func isSubject(_ token: Int) -> Bool {
    guard tokens.isEnglish else { return false }
    return tokens.small(at: token) == .preposition
      || tokens.number(.bound, at: token).map { tokens.number($0).operation == .about } ?? false
  }

  private func isDeniable(_ index: Int) -> Bool {
    let word = sentence.words[index]
    guard !word.isTaken, word.clitics.isDisjoint(with: [.article, .pronoun]) else { return false }
    let slots: HarmLexicon.Slots = [
      .zeroObject, .verbSubject, .activeOrPassive, .unit, .genitive, .verbObject, .pooled,
    ]
    guard word.reading(slots) != nil else { return false }
    let start = word.tokens.lowerBound
    // A longer row of things (`material losses`) is no loss of people.
    if let block = tokens.number(.block, at: start), block.tokens.count >= word.tokens.count {
      return false
    }
    return true
  }

  /// The next word of a list of denied words.
  private func nextInList(after index: Int, end: Int) -> Int? {
    let next = index + 1
    guard next < sentence.words.count, isDeniable(next) else { return nil }
    let word = sentence.words[next]
    let gap = Range.between(end, word.tokens.lowerBound)
    if gap.isEmpty { return word.clitics.contains(.conjunction) ? next : nil }
    guard gap.count == 1 else { return nil }
    let small = tokens.small(at: gap.lowerBound)
    return small == .or || small == .and ? next : nil
  }

  // MARK: Subsets

  /// Takes the phrases after `including`, so that nothing else counts them.
  mutating func takeSubsets() -> [HarmSubset] {
    var subsets: [HarmSubset] = []
    let people = PersonPhraseReader(tokens: tokens, gazetteer: gazetteer)
    for index in sentence.words.indices where sentence.words[index].slots.contains(.subset) {
      let word = sentence.words[index]
      let end = word.tokens.upperBound
      if takePartOfThem(index) { continue }
      let first = sentence.firstPhrase(from: end).flatMap { phrase -> Int? in
        let start = sentence.phrases[phrase].tokens.lowerBound
        if start == end { return phrase }
        let small = tokens.small(at: end)
        return start == end + 1 && (small == .from || small == .the) ? phrase : nil
      }
      if let first, sentence.phrases[first].isCounted {
        let after = sentence.phrases[first].tokens.upperBound
        // `including 3 dead`: the harm word takes its number and is the subset itself.
        if let next = sentence.word(at: after),
          sentence.words[next].reading([.unit]) != nil, sentence.phrases[first].isExplicit
        {
          continue
        }
        let list = subsetList(from: first).filter { position in
          let next = sentence.phrases[position].tokens.upperBound
          guard let word = sentence.word(at: next) else { return true }
          return sentence.words[word].slots.contains(.subset)
            || !sentence.words[word].slots.contains(.unit)
        }
        for position in list { sentence.phrases[position].isTaken = true }
        // `six of them policemen`.
        if let number = numberBefore(word) { sentence.phrases[number].isTaken = true }
        subsets.append(HarmSubset(word: index, phrases: list))
      } else if let number = numberBefore(word) {
        if takeShareOfOthers(number, index) { continue }
        sentence.phrases[number].isTaken = true
        subsets.append(HarmSubset(word: index, phrases: [number]))
      } else if let nouns = nounsBefore(word) {
        for noun in nouns { sentence.phrases[noun].isTaken = true }
        subsets.append(HarmSubset(word: index, phrases: Array(nouns)))
      } else if let number = people.numbers.read(at: word.tokens.lowerBound, before: end) {
        if takeObjectOfThem(number, word) || takeShare(number, index) { continue }
        subsets.append(HarmSubset(word: index, phrases: [], number: number))
      }
      takeParenthesis(of: word)
    }
    return subsets
  }

  /// `(five were hit,) two of them were killed and three wounded`: the number of a verb of its
  /// own is a count when nothing of that kind was counted before.
  mutating func takeShare(_ number: NumberPhrase, _ subset: Int) -> Bool {
    guard !tokens.isArabic, subset + 1 < sentence.words.count else { return false }
    let word = sentence.words[subset]
    let verb = sentence.words[subset + 1]
    guard let reading = verb.reading([.verbSubject, .verbObject, .unit]), !verb.isTaken,
      reading.field == .killed || reading.field == .injured,
      sentence.isOpen(word.tokens.upperBound..<verb.tokens.lowerBound, limit: 2)
    else { return false }
    let isCounted = sentence.words[..<subset].contains { other in
      other.readings.contains { $0.field == reading.field }
        && !other.slots.isDisjoint(with: [.verbs, .unit, .genitive])
    }
    guard !isCounted else { return false }
    var frame = frame(reading, verb)
    (frame.minimum, frame.maximum) = (number.minimum, number.maximum)
    frame.tokens = word.tokens.lowerBound..<verb.tokens.upperBound
    frame.span = tokens.text.span(word.tokens)
    if let before = sentence.lastPhrase(to: word.tokens.lowerBound) {
      let phrase = sentence.phrases[before]
      (frame.victim, frame.victimClass, frame.victimCode) = (
        phrase.victim, phrase.victimClass, phrase.victimCode
      )
      // The whole that the shares are told of, unless it has a verb of its own.
      let gap = Range.between(phrase.tokens.upperBound, word.tokens.lowerBound)
      // `wounded nine people, one of whom died`: they have their verb.
      let isObject = sentence.word(at: phrase.tokens.lowerBound - 1) != nil && tokens.isEnglish
      if phrase.isExplicit, !isObject, !gap.contains(where: { sentence.word(at: $0) != nil }) {
        sentence.phrases[before].isTaken = true
      }
    }
    sentence.words[subset].isTaken = true
    add(frame, subset + 1)
    return true
  }

  /// `nine people, among them a couple and their son, died`: nothing between the commas counts again.
  private mutating func takeParenthesis(of word: HarmWord) {
    // `17 people, six of them policemen, were killed`: the number stands before the word.
    let number = sentence.lastPhrase(to: word.tokens.lowerBound).map { sentence.phrases[$0] }
    let isNumbered =
      number?.tokens.upperBound == word.tokens.lowerBound && number?.isTaken == true
    let start = isNumbered ? number?.tokens.lowerBound ?? 0 : word.tokens.lowerBound
    guard start > sentence.range.lowerBound, tokens.isComma(start - 1) else { return }
    let end = (word.tokens.upperBound..<sentence.range.upperBound).first { tokens.isComma($0) }
    guard let end, end - start <= 20 else { return }
    let inner = word.tokens.upperBound..<end
    let hasWord = inner.contains { token in
      sentence.word(at: token).map { sentence.words[$0].tokens.lowerBound != start } ?? false
    }
    guard !hasWord else { return }
    for position in sentence.phrases.indices
    where inner.contains(sentence.phrases[position].tokens.lowerBound) {
      sentence.phrases[position].isTaken = true
    }
  }

  /// The list after a subset word; in Sorani the verb behind it belongs to the whole.
  private func subsetList(from first: Int) -> [Int] {
    guard tokens.isSorani else { return chain(from: first) }
    var list = [first]
    while let next = list.last.map({ $0 + 1 }), next < sentence.phrases.count,
      sentence.isJoined[next], !sentence.phrases[next].isTaken
    {
      list.append(next)
    }
    return list
  }

  /// `…, three of whom`: a number without noun at the start of a clause.
  private func numberBefore(_ word: HarmWord) -> Int? {
    guard let last = sentence.lastPhrase(to: word.tokens.lowerBound) else { return nil }
    let phrase = sentence.phrases[last]
    let start = phrase.tokens.lowerBound
    guard phrase.tokens.upperBound == word.tokens.lowerBound, phrase.victim == nil,
      phrase.isExplicit, !phrase.isTaken, start > sentence.range.lowerBound,
      phrase.startsWithConjunction || tokens.isComma(start - 1)
    else { return nil }
    return last
  }

  /// Adds the subsets as parts of the frame before them, or the one after when there is none.
  mutating func addSubsets(_ subsets: [HarmSubset]) {
    for subset in subsets {
      let word = sentence.words[subset.word]
      if let fate = fateOfWounded(subset) {
        found.append(fate)
        continue
      }
      let base =
        found.last {
          $0.tokens.lowerBound < word.tokens.lowerBound && !$0.isSubset && $0.maximum != 0
        }
        ?? found.first { $0.word.lowerBound > word.tokens.lowerBound && $0.maximum != 0 }
      guard let base else { continue }
      var frame = base
      frame.isSubset = true
      frame.hasActiveDoer = false
      frame.word = word.tokens
      frame.rule = gazetteer.casualties[word.readings[0].row].id
      frame.tokens = word.tokens
      frame.span = tokens.text.span(word.tokens)
      if let number = subset.number {
        (frame.minimum, frame.maximum) = (number.minimum, number.maximum)
        frame.qualifier = number.qualifier
      }
      for (position, index) in subset.phrases.enumerated() {
        let phrase = sentence.phrases[index]
        if position == 0 {
          (frame.minimum, frame.maximum) = (phrase.minimum, phrase.maximum)
          frame.qualifier = phrase.qualifier
          frame.victim = phrase.victim
          frame.victimClass = phrase.victimClass
          frame.victimCode = phrase.victimCode
          frame.span = tokens.text.span(phrase.tokens)
        } else {
          frame.minimum = add(frame.minimum, phrase.minimum)
          frame.maximum = add(frame.maximum, phrase.maximum)
          if frame.victimClass != phrase.victimClass { frame.victimClass = "unknown" }
          frame.span.end = tokens.text.span(phrase.tokens).end
        }
        // The list may stand before the word.
        let start = min(frame.tokens.lowerBound, phrase.tokens.lowerBound)
        frame.tokens = start..<max(frame.tokens.upperBound, phrase.tokens.upperBound)
      }
      found.append(frame)
    }
  }

  private func add(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    return left + right
  }

  /// Arabic: `thousands followed the bodies of …`: who is buried was counted when he died.
  func isBuried(_ word: HarmWord) -> Bool {
    let first = word.tokens.lowerBound
    guard tokens.isArabic, word.slots.contains(.bodies) else { return false }
    // `executed 46 men and showed their bodies`: those who were counted before.
    if tokens.ends(first, .theirs),
      sentence.words.contains(where: {
        $0.tokens.upperBound <= first && !$0.slots.isDisjoint(with: .verbs)
          && $0.readings.contains { $0.field == .killed }
      })
    {
      return true
    }
    return (max(sentence.range.lowerBound, first - 6)..<first).contains { token in
      tokens.text.matches(at: token).contains {
        $0.table == .realis && tokens.lexicon.burials[Int($0.row)]
      }
    }
  }
}

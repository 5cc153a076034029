import Gazetteer
import Model

/// Sorani: harm told of somebody whom the clause of the verb does not name.
extension HarmResolver {
  /// `a mine went off under a shepherd, and he died at once`, `two bullets hit his leg`: the verb in the singular
  /// has the last one person before it, or one whom an earlier sentence names.
  mutating func takeSoraniVictim(_ index: Int) {
    let word = sentence.words[index]
    let start = word.tokens.lowerBound
    guard let reading = word.reading([.verbSubject, .ownBody]),
      reading.field == .killed || reading.field == .injured,
      !tokens.ends(word.tokens.upperBound - 1, .noon), !isBehindSubset(start), !isDenied(index)
    else { return }
    if let before = soraniVictim(before: start) {
      emit(reading, index, [before])
      return
    }
    // What a wound is like says nothing new of those who are counted.
    guard reading.slot == .ownBody, reading.field == .injured,
      !word.tokens.contains(where: { tokens.ends($0, .theirsSorani) }),
      !found.contains(where: { $0.field != .zero }),
      !sentence.phrases.contains(where: {
        $0.tokens.upperBound <= start && !$0.isGoverned && !$0.isSpeaker && $0.isCounted
      })
    else { return }
    var frame = frame(reading, word)
    (frame.minimum, frame.maximum) = (1, 1)
    add(frame, index)
  }

  /// The one person before a verb whom a preposition governs or who owns a thing that was hit.
  private func soraniVictim(before start: Int) -> Int? {
    sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      return phrase.tokens.upperBound <= start && start - phrase.tokens.upperBound <= 14
        && !phrase.isTaken && !phrase.isSpeaker && phrase.isGoverned && phrase.victim != nil
        && !phrase.isActor && (phrase.minimum, phrase.maximum) == (1, 1)
        && phrase.victimClass?.hasPrefix("armed_nonstate") != true
    }
  }

  /// `one of them (is badly hurt)`: part of a count.
  private func isBehindSubset(_ start: Int) -> Bool {
    sentence.words.contains {
      $0.slots.contains(.subset) && $0.tokens.upperBound <= start
        && start - $0.tokens.upperBound <= 2
    }
  }

  private func isDenied(_ index: Int) -> Bool {
    let end = sentence.words[index].tokens.upperBound
    return found.contains { $0.field == .zero && $0.tokens.upperBound >= end - 1 }
  }

  /// `was wounded, and died in hospital`: a verb of dying in the singular that names nobody, behind one who was
  /// wounded.
  func isSoraniFate(_ index: Int) -> Bool {
    let word = sentence.words[index]
    let start = word.tokens.lowerBound
    guard tokens.isSorani, word.reading(.verbSubject)?.field == .killed,
      !tokens.ends(word.tokens.upperBound - 1, .noon), !isBehindSubset(start)
    else { return false }
    return !sentence.phrases.contains {
      $0.tokens.upperBound <= start && !$0.isTaken && !$0.isGoverned && !$0.isSpeaker
        && $0.isCounted
    }
  }

  /// `(he) attacked three citizens in the market and wounded them`: the several behind a preposition whom the
  /// object ending of the verb takes up.
  func soraniObjects(before word: HarmWord, _ reading: HarmWord.Reading) -> Int? {
    guard reading.slot == .verbObject, tokens.ends(word.tokens.upperBound - 1, .didThem) else {
      return nil
    }
    let start = word.tokens.lowerBound
    return sentence.phrases.indices.last { index in
      let phrase = sentence.phrases[index]
      return phrase.tokens.upperBound <= start && start - phrase.tokens.upperBound <= 14
        && !phrase.isTaken && !phrase.isSpeaker && phrase.isGoverned && phrase.isExplicit
        && (phrase.minimum ?? 0) > 1 && phrase.victim != nil
    }
  }

  /// `(pictures of) the dead women`: those who are known already are counted by nobody.
  func isDefiniteInSorani(_ word: HarmWord) -> Bool {
    tokens.isSorani
      && (word.clitics.contains(.article) || tokens.contains(word.tokens.lowerBound, .theMany))
  }

  /// `three people, a woman and two children, were killed`: a list behind a comma that comes to the number before
  /// it says who those were.
  mutating func withoutApposition(_ list: [Int]) -> [Int] {
    guard tokens.isSorani, list.count > 1, let firstIndex = list.first else { return list }
    let first = sentence.phrases[firstIndex]
    let rest = list.dropFirst()
    guard first.isExplicit, let total = first.minimum, total > 1, first.maximum == total,
      tokens.isComma(first.tokens.upperBound),
      rest.reduce(0, { $0 + (sentence.phrases[$1].minimum ?? 0) }) == total
    else { return list }
    for index in rest { sentence.phrases[index].isTaken = true }
    return [firstIndex]
  }

  /// `eight Peshmerga of the East (dead)`: a noun that ends in an ezafe owns the word behind it.
  func ownsInSorani(_ phrase: PersonPhrase) -> Bool {
    tokens.isSorani && phrase.isExplicit && phrase.victim != nil
      && tokens.ends(phrase.tokens.upperBound - 1, .ezafe)
  }

  /// `were hit by shells and lost their lives`: a verb of dying whose noun carries `their`.
  func isSoraniFateOfAll(_ index: Int) -> Bool {
    let word = sentence.words[index].tokens
    return tokens.isSorani && word.count > 1
      && tokens.ends(word.lowerBound, .theirsSorani) && isSoraniFate(index)
  }
}

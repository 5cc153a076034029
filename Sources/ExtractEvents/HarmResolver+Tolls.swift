import Gazetteer
import Model

extension HarmResolver {
  /// `the death toll rose to 12`: the number that a toll reaches when no harm word has taken it.
  mutating func readTolls() {
    guard let first = sentence.tolls.first else { return }
    readToll(first)
    // `put the death toll at 38 and the number of wounded at 105`.
    for toll in sentence.tolls.dropFirst() where isCountOfKind(toll) {
      readToll(toll)
    }
    readJoinedUnits(after: first)
    takeDeathsBehind(first)
    dropTollsSince(first)
    // `three more died, bringing the toll to ten`: the ten are all of them.
    for toll in found where toll.isToll {
      for index in found.indices
      where !found[index].isToll && found[index].field == toll.field
        && found[index].word.upperBound <= first.lowerBound
        && toll.tokens.upperBound > first.lowerBound
      {
        found[index].isSubset = true
      }
    }
  }

  /// Arabic: `rose to 80 after the death of a number of the wounded`: they are among the 80.
  private mutating func takeDeathsBehind(_ toll: Range<Int>) {
    guard tokens.isArabic else { return }
    let behind = found.indices.filter { index in
      found[index].word.lowerBound > toll.lowerBound && isAfter(found[index].word.lowerBound - 1)
    }
    for index in behind
    where found.indices.contains(where: {
      found[$0].isToll && !behind.contains($0) && found[$0].field == found[index].field
    }) {
      found[index].isSubset = true
    }
  }

  private func isAfter(_ token: Int) -> Bool { isSmallWord("after", at: token) }

  private func isSmallWord(_ kind: String, at token: Int) -> Bool {
    tokens.text.matches(at: token).contains {
      $0.table == .functionWord && gazetteer.functionWords[Int($0.row)].kind == kind
    }
  }

  /// `seven were killed, bringing the number of those killed since the coup to 71`: the 71 are of many events.
  private mutating func dropTollsSince(_ toll: Range<Int>) {
    let many = found.indices.filter { index in
      let total = found[index]
      guard total.isToll, total.tokens.upperBound > toll.lowerBound else { return false }
      let end = min(total.tokens.upperBound + 4, tokens.text.tokens.count)
      let isSince = (toll.lowerBound..<max(toll.lowerBound, end)).contains {
        isSmallWord("since", at: $0)
      }
      return isSince
        && found.contains { own in
          !own.isToll && own.field == total.field && own.word.upperBound <= toll.lowerBound
        }
    }
    for index in many.reversed() { found.remove(at: index) }
  }

  /// Arabic: `the toll of dead reached 48 and the wounded 90`: a definite noun of harm behind `and` with its number
  /// right behind it.
  private mutating func readJoinedUnits(after toll: Range<Int>) {
    guard tokens.isArabic else { return }
    for index in sentence.words.indices where !sentence.words[index].isTaken {
      let word = sentence.words[index]
      guard word.tokens.lowerBound > toll.lowerBound, tokens.hasConjunction(word.tokens.lowerBound),
        let reading = word.reading(.unit),
        let next = sentence.firstPhrase(from: word.tokens.upperBound),
        sentence.phrases[next].tokens.lowerBound == word.tokens.upperBound,
        sentence.phrases[next].isExplicit, !sentence.phrases[next].isTaken
      else { continue }
      emit(reading, index, [next])
    }
  }

  /// Whether the words of a toll say themselves what they count.
  private func isCountOfKind(_ toll: Range<Int>) -> Bool {
    harmOfToll(toll, before: toll.upperBound).map { toll.contains($0.tokens.lowerBound) } == true
      && sentence.tolls.contains(where: { $0.upperBound <= toll.lowerBound })
  }

  private mutating func readToll(_ toll: Range<Int>) {
    let people = sentence.phrases.indices.filter { index in
      let phrase = sentence.phrases[index]
      return !phrase.isTaken && phrase.isExplicit && phrase.tokens.lowerBound >= toll.upperBound
        && !phrase.isUncertain
    }
    let reached = people.filter { isReached($0, from: toll) }
    // `in a northern market`: the article counts one, and no toll goes there.
    let isNumeral = { (index: Int) in
      !tokens.isArticle(sentence.phrases[index].tokens.lowerBound)
    }
    guard let chosen = reached.first(where: isNumeral) ?? reached.first else { return }
    let number = sentence.phrases[chosen]
    let isRead = found.contains {
      $0.isToll && !$0.isSubset && $0.word.lowerBound >= toll.lowerBound
        && (!tokens.isEnglish || $0.word.lowerBound < number.tokens.lowerBound)
    }
    if isRead { return }
    guard let harm = harmOfToll(toll, before: number.tokens.lowerBound) else { return }
    let row = gazetteer.casualties[harm.row]
    let more = othersOfToll(behind: chosen)
    for index in [chosen] + more { sentence.phrases[index].isTaken = true }
    found.append(
      HarmFrame(
        field: harm.field,
        tokens: min(harm.tokens.lowerBound, toll.lowerBound)..<number.tokens.upperBound,
        span: tokens.text.span(number.tokens), word: harm.tokens,
        minimum: total(number.minimum, more.map { sentence.phrases[$0].minimum }),
        maximum: total(number.maximum, more.map { sentence.phrases[$0].maximum }),
        qualifier: number.qualifier, victimClass: number.victimClass,
        victimCode: number.victimCode, victim: number.victim,
        sideCue: row.sideCue.isEmpty ? nil : row.sideCue, hasActiveDoer: false, isDiscovery: false,
        isSubset: false, isToll: true, rule: row.id))
  }

  /// `put the dead at 28 loyalists and 37 insurgents`: in English the counted people that a list joins to the
  /// first.
  private func othersOfToll(behind first: Int) -> [Int] {
    guard tokens.isEnglish, sentence.phrases[first].victim != nil else { return [] }
    return chain(from: first).dropFirst().filter {
      sentence.phrases[$0].isExplicit && sentence.phrases[$0].victim != nil
    }
  }

  private func total(_ first: Int?, _ others: [Int?]) -> Int? {
    others.reduce(first) { sum, next in
      guard let sum, let next else { return nil }
      return sum + next
    }
  }

  /// Whether a number stands where the toll goes to: after `to`, or directly after the toll words.
  private func isReached(_ index: Int, from toll: Range<Int>) -> Bool {
    let start = sentence.phrases[index].tokens.lowerBound
    // `the death toll from … climbed to 100`: words of their own lead to the number, however far.
    if tokens.isEnglish, sentence.tolls.contains(where: { $0.upperBound == start && $0 != toll }) {
      return true
    }
    guard start - toll.upperBound <= 16 else { return false }
    // `the toll ranged from 52 to 64`, `estimates of the toll vary between 400 and 500`.
    let isRange =
      tokens.isEnglish && sentence.phrases[index].qualifier == "range"
      && start - toll.upperBound <= 3
    return start == toll.upperBound || isRange || tokens.small(at: start - 1) == .preposition
      || sentence.tolls.contains { $0.upperBound == start }
  }

  /// The harm noun that a toll counts: inside its words, or between it and the number.
  private func harmOfToll(
    _ toll: Range<Int>, before number: Int
  ) -> (tokens: Range<Int>, row: Int, field: HarmFrame.Field)? {
    var fallback: (Range<Int>, Int, HarmFrame.Field)?
    var nearest: (tokens: Range<Int>, row: Int, field: HarmFrame.Field)?
    for token in sentence.range.lowerBound..<number {
      for match in tokens.text.matches(at: token)
      where match.table == .casualty && Int(match.last) <= number {
        let row = tokens.lexicon.casualties[Int(match.row)]
        let isHarm = [.killed, .injured, .casualties].contains(row.field)
        if isHarm, !row.slot.isDisjoint(with: [.unit, .verbSubject, .activeOrPassive]) {
          // The words of the toll, else in English the last before it: `two of the wounded died, bringing
          // the toll to …`.
          let harm = (tokens: match.tokens, row: Int(match.row), field: row.field)
          if token >= toll.lowerBound { return harm }
          nearest = tokens.isEnglish ? harm : nearest ?? harm
        }
        if row.slot == .toll, fallback == nil { fallback = (toll, Int(match.row), .casualties) }
      }
    }
    return nearest ?? fallback.map { (tokens: $0.0, row: $0.1, field: $0.2) }
  }

  /// Counts without a noun take noun and side of the count before: `three soldiers … two others`.
  mutating func inherit() {
    var last: HarmFrame?
    for index in found.indices {
      let frame = found[index]
      if frame.field == .zero || frame.maximum == 0 || frame.isSubset { continue }
      if let last, frame.victim == nil, !frame.isDiscovery {
        found[index].victimClass = last.victimClass
        found[index].victimCode = last.victimCode
      }
      if found[index].victimClass != nil { last = found[index] }
    }
  }
}

import Gazetteer
import Model

/// What is said of people who were counted already.
extension HarmSentence {
  /// `two people described by officials as PKK cadres were killed`: the cadres are the two, and the
  /// officials were not harmed.
  mutating func joinDescribed() {
    guard tokens.isEnglish else { return }
    var index = 0
    while index < phrases.count {
      let start = phrases[index].tokens.upperBound
      if phrases[index].isCounted, start < range.upperBound,
        tokens.small(at: start) == .described
      {
        phrases[index].isSpeaker = false
        let end = endOfDescription(from: start)
        let next = (index + 1..<phrases.count).prefix {
          phrases[$0].tokens.lowerBound < end
            && (!phrases[$0].isExplicit || phrases[$0].maximum == 1)
        }
        if let last = next.last {
          take(phrases[last], into: index)
          phrases.removeSubrange(next)
        }
      }
      index += 1
    }
  }

  /// `eleven people, seven attackers and four guards, died`: a list between commas that sums up to the number
  /// before it counts nobody again.
  mutating func joinAppositions() {
    guard tokens.isEnglish else { return }
    var index = 0
    while index + 2 < phrases.count {
      if let last = endOfApposition(behind: index) {
        phrases[index].tokens = phrases[index].tokens.lowerBound..<phrases[last].tokens.upperBound
        phrases.removeSubrange(index + 1...last)
      }
      index += 1
    }
  }

  private func endOfApposition(behind index: Int) -> Int? {
    let whole = phrases[index]
    guard whole.isExplicit, let total = whole.maximum, total > 1,
      whole.tokens.upperBound < range.upperBound, tokens.isComma(whole.tokens.upperBound)
    else { return nil }
    var sum = 0
    for next in index + 1..<phrases.count {
      let part = phrases[next]
      guard part.isCounted, part.victim != nil, let count = part.maximum,
        part.tokens.lowerBound - phrases[next - 1].tokens.upperBound <= 2
      else { return nil }
      sum += count
      if sum > total { return nil }
      let end = part.tokens.upperBound
      if sum == total, next > index + 1 {
        return end >= range.upperBound || tokens.isPunctuation(end) ? next : nil
      }
    }
    return nil
  }

  /// The first token behind a description: a comma, a verb, a word that joins.
  private func endOfDescription(from start: Int) -> Int {
    var token = tokens.longest(.functionWord, at: start).map { Int($0.last) } ?? start + 1
    while token < range.upperBound, !tokens.isPunctuation(token), word(at: token) == nil,
      ![.was, .and, .which].contains(tokens.small(at: token))
    {
      token += 1
    }
    return token
  }

  private mutating func take(_ noun: PersonPhrase, into index: Int) {
    phrases[index].tokens = phrases[index].tokens.lowerBound..<noun.tokens.upperBound
    // `an interpreter working with the army` stays what he is.
    guard noun.victim != nil, noun.victimClass != nil,
      phrases[index].victimClass == "unknown" || phrases[index].victimClass == nil
        || phrases[index].victimCode == "CIVILIANS" && noun.victimClass?.hasPrefix("armed") == true
    else { return }
    phrases[index].victim = noun.victim
    phrases[index].victimClass = noun.victimClass
    phrases[index].victimCode = noun.victimCode
  }
}

import Gazetteer
import Model

/// Who stands right behind a word of harm.
extension HarmResolver {
  /// The phrase that follows a word, times and places between allowed for.
  func directPhrase(after word: HarmWord) -> Int? {
    let end = word.tokens.upperBound
    guard let first = sentence.firstPhrase(from: end), !sentence.phrases[first].isTaken else {
      return nil
    }
    let phrase = sentence.phrases[first]
    let gap = Range.between(end, phrase.tokens.lowerBound)
    if gap.isEmpty { return phrase.startsWithConjunction ? nil : first }
    if phrase.startsWithConjunction || phrase.isSpeaker { return nil }
    if isSharedObject(phrase, gap) { return first }
    guard !tokens.isEnglish || !gap.contains(where: { tokens.isPunctuation($0) }) else {
      return nil
    }
    if tokens.isEnglish {
      let isThe = gap.count == 1 && tokens.small(at: gap.lowerBound) == .the
      let limit = phrase.isExplicit ? 2 : 1
      return isThe || (gap.count <= limit && isPlain(gap)) ? first : nil
    }
    guard gap.count <= 8, sentence.isTransparent(gap), !phrase.isGoverned else { return nil }
    return first
  }

  /// Words that no rule knows.
  private func isPlain(_ gap: Range<Int>) -> Bool {
    gap.allSatisfy {
      let small = tokens.small(at: $0)
      return tokens.isWord($0) && (small == .none || small == .her)
        && tokens.longest(.clause, at: $0) == nil
    }
      && sentence.isOpen(gap, limit: 3)
  }

  /// `beat to death and burned (two thieves)`: the object of two verbs.
  private func isSharedObject(_ phrase: PersonPhrase, _ gap: Range<Int>) -> Bool {
    guard tokens.isEnglish, gap.count > 1, phrase.isExplicit, phrase.victim != nil,
      tokens.small(at: gap.lowerBound) == .and, sentence.isOpen(gap, limit: 5)
    else { return false }
    let verb = gap.lowerBound + 1
    return tokens.text.matches(at: verb).contains {
      $0.table == .event && Int($0.last) == gap.upperBound
        && gazetteer.events[Int($0.row)].position != "noun"
    }
  }
}

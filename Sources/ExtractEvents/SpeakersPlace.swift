import Gazetteer
import Model

/// Tells where a speaker is from where the event that he tells of was: `a police source in X said that
/// a bomb exploded near Y`.
struct SpeakersPlace {
  let lexicon: TextLexicon
  let mentions: [Mention]

  /// Whether a mention is the place of who tells of the event that begins at a token.
  func holds(_ index: Int, ofEventAt first: Int) -> Bool {
    let mention = mentions[index]
    if isHospital(mention), !isHit(mention) { return true }
    if mention.tokens.upperBound > first { return isLaterSpeakers(mention, first) }
    let start = lexicon.clause(of: mention.tokens.lowerBound).lowerBound
    if (start..<mention.tokens.lowerBound).contains(where: isSaying) { return true }
    return isSubjectsPlace(mention, first)
  }

  /// `Police in X said (on Monday) that …`: somebody stands before the place, the verb right after it.
  private func isSubjectsPlace(_ mention: Mention, _ first: Int) -> Bool {
    let text = lexicon.text
    let sentence = lexicon.sentence(of: mention.tokens.lowerBound)
    // `In X, police said …`: the place opens the sentence.
    guard text.language == "en", mention.tokens.lowerBound - 1 > sentence.lowerBound else {
      return false
    }
    for token in mention.tokens.upperBound..<min(first, mention.tokens.upperBound + 4) {
      if text.tokens[token].kind == .punctuation { return false }
      if isSaying(token) { return true }
    }
    return false
  }

  /// `…, a medic at X hospital said.`: behind the event and a comma somebody, the place, the verb.
  private func isLaterSpeakers(_ mention: Mention, _ first: Int) -> Bool {
    let text = lexicon.text
    guard text.language == "en" else { return false }
    let sentence = lexicon.sentence(of: mention.tokens.lowerBound)
    let start = mention.tokens.lowerBound
    guard first < start,
      let comma = (first..<start).last(where: { lexicon.isMark($0, ",") }),
      start - comma <= 8,
      (comma + 1..<start).contains(where: {
        lexicon.longest(.person, at: $0) != nil || lexicon.longest(.actor, at: $0) != nil
          || lexicon.isReporting(["source"], at: $0)
      })
    else { return false }
    let end = min(sentence.upperBound, mention.tokens.upperBound + 4)
    return (mention.tokens.upperBound..<max(end, mention.tokens.upperBound)).contains(
      where: isSaying)
  }

  /// Where the wounded are brought to and doctors tell of them: `at X hospital`, `Kirkuk General Hospital`.
  func isHospital(_ mention: Mention) -> Bool {
    let start = mention.head?.lowerBound ?? mention.tokens.lowerBound
    let sentence = lexicon.sentence(of: mention.tokens.lowerBound)
    let near =
      max(sentence.lowerBound, start - 2)..<min(sentence.upperBound, mention.tokens.upperBound + 2)
    return near.contains { token in
      lexicon.all(.placeTrigger, at: token).contains {
        lexicon.gazetteer.placeTriggers[Int($0.row)].type == "hospital"
      }
    }
  }

  /// `shelled the hospital in X`, `exploded near a hospital in X`: an act, and no mere word of harm, stands right
  /// before it.
  private func isHit(_ mention: Mention) -> Bool {
    let start = mention.head?.lowerBound ?? mention.tokens.lowerBound
    let clause = lexicon.clause(of: mention.tokens.lowerBound)
    return (max(clause.lowerBound, start - 6)..<max(clause.lowerBound, start)).contains { token in
      lexicon.all(.event, at: token).contains {
        let row = lexicon.gazetteer.events[Int($0.row)]
        return row.family == "attack" && row.weight > 450
      }
    }
  }

  private func isSaying(_ token: Int) -> Bool {
    lexicon.reporting(at: token).map { ["say", "announce", "source"].contains($0.kind) } ?? false
  }
}

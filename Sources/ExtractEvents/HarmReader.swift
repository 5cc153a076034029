import Gazetteer
import Model

/// Reads the counts of killed and injured people of a text.
///
/// For each sentence one scan finds harm words and phrases of people; then the pairs that stand
/// closest together are taken first: denials, subsets, numbers before the harm word (`12 dead`), the
/// phrase after it, and at last what stands further away.
struct HarmReader: Sendable {
  let gazetteer: Gazetteer
  private let lexicon: HarmLexicon

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    lexicon = HarmLexicon(gazetteer: gazetteer)
  }

  /// Returns the counts in the order of their words.
  ///
  /// Linear in the tokens, but for sentences with many harm words.
  func frames(in text: NormalizedText) -> [HarmFrame] {
    let tokens = HarmText(text: text, lexicon: lexicon)
    let people = PersonPhraseReader(tokens: tokens, gazetteer: gazetteer)
    var frames: [HarmFrame] = []
    for range in text.sentences where mentionsHarm(text, range) {
      var resolver = HarmResolver(
        HarmSentence(range, tokens: tokens, people: people), gazetteer: gazetteer)
      frames += resolver.frames()
    }
    return frames
  }

  /// Whether a sentence has a word of `casualty.tsv` at all.
  private func mentionsHarm(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
    guard range.upperBound < text.matchOffsets.count else { return false }
    let first = Int(text.matchOffsets[range.lowerBound])
    let last = Int(text.matchOffsets[range.upperBound])
    return text.matches[first..<last].contains { $0.table == .casualty }
  }
}

import Gazetteer
import Model

/// What a report repeats only to say that it is denied.
extension RealisReader {
  /// `The army denied that …` above or in the lead, and further down `Media had reported that the militants …`:
  /// the reports are those that were denied.
  func rejectHearsay(_ triggers: inout [Trigger]) {
    guard let lead = lexicon.leadParagraph,
      let denial = triggers.first(where: {
        $0.rejection?.reason == "negated" && $0.tokens.lowerBound < text.paragraphs[lead].upperBound
      })?.rejection
    else { return }
    var known: [Int: Bool] = [:]
    for index in triggers.indices where triggers[index].rejection == nil {
      let sentence = triggers[index].sentence
      let isHearsay =
        known[sentence] ?? lexicon.hasClauseWord("hearsay", in: text.sentences[sentence])
      known[sentence] = isHearsay
      if isHearsay { triggers[index].rejection = denial }
    }
  }
}

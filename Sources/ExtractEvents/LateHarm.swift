import Gazetteer
import Model

/// Gives an event the harm that a sentence after it states without telling the event again.
///
/// `No casualties were reported.`, `The toll stands at five dead.`
struct LateHarm {
  let lexicon: TextLexicon
  let frames: [HarmFrame]

  private var text: NormalizedText { lexicon.text }

  func attach(_ drafts: inout [EventDraft]) {
    let told = Set(drafts.flatMap { [$0.sentence] + $0.mergedSentences })
    for frame in frames where !frame.isSubset {
      let sentence = Int(text.sentenceOfToken[frame.tokens.lowerBound])
      guard !told.contains(sentence), let index = owner(of: sentence, frame, drafts) else {
        continue
      }
      // `Police had earlier put the toll at seven` does not take back what was told before it.
      if !drafts[index].harm.isEmpty,
        lexicon.hasClauseWord("earlier", in: text.sentences[sentence])
      {
        continue
      }
      add(frame, &drafts[index])
    }
  }

  /// The violent event of the sentence before, or of the one before that in the same paragraph; that
  /// nobody was hurt may be said of any event.
  private func owner(of sentence: Int, _ frame: HarmFrame, _ drafts: [EventDraft]) -> Int? {
    let paragraph = text.paragraphOfToken[text.sentences[sentence].lowerBound]
    for step in 1...2 where sentence >= step {
      let before = sentence - step
      guard text.paragraphOfToken[text.sentences[before].lowerBound] == paragraph else {
        return nil
      }
      let found = drafts.indices.last { index in
        let draft = drafts[index]
        return ([draft.sentence] + draft.mergedSentences).contains(before) && !draft.isHistorical
          && (frame.field == .zero
            || ["attack", "abduction", "protest", "riot", "territory", "looting"].contains(
              draft.family))
      }
      if let found { return found }
    }
    return nil
  }

  private func add(_ frame: HarmFrame, _ draft: inout EventDraft) {
    if frame.isToll {
      draft.harm.removeAll { $0.field == frame.field }
      draft.harm.append(frame)
      return
    }
    let known = HarmAttacher.total(draft.harm)
    switch frame.field {
    case .killed where known.killed.isStated:
      draft.harm += HarmAttacher.extra([frame], over: draft.harm.filter { $0.field == .killed })
    case .injured where known.injured.isStated: return
    case .zero where known.killed.isStated && known.injured.isStated: return
    case .pooled where known.killed.isStated || known.injured.isStated: return
    case .casualties where known.casualties.isStated, .missing: return
    default: draft.harm.append(frame)
    }
  }
}

import Gazetteer
import Model

/// Moves those of an event's wounded whom a later sentence tells dead from one count to the other.
struct WoundedWhoDied {
  let lexicon: TextLexicon

  private var text: NormalizedText { lexicon.text }

  /// Arabic and Sorani: `one of the wounded died`, `the boy died hours later`: one or some of those that the event hurt.
  func tells(_ frame: HarmFrame, of harm: [HarmFrame]) -> Bool {
    guard text.language != "en", frame.field == .killed, !frame.isSubset,
      let dead = frame.maximum, dead > 0, frame.minimum == dead
    else { return false }
    // `… after the death of one of the wounded` says why the count is what it is.
    if lexicon.functionWord(at: frame.word.lowerBound - 1) == "after" { return false }
    // A toll that has risen counts them already.
    if harm.contains(where: { $0.field == .killed && $0.isToll }) { return false }
    let wounded = harm.filter { $0.field == .injured && !$0.isSubset }
    // `the attacker was killed`: he was none of the wounded.
    guard wounded.contains(where: { ($0.minimum ?? 0) >= dead }),
      frame.victimClass != "armed_nonstate"
        || wounded.contains(where: { $0.victimClass == frame.victimClass })
    else { return false }
    if frame.isDefinite { return true }
    let last = text.sentences[Int(text.sentenceOfToken[frame.tokens.lowerBound])].upperBound
    return (frame.tokens.lowerBound..<min(frame.tokens.upperBound + 3, last)).contains { token in
      lexicon.all(.casualty, at: token).contains {
        let row = lexicon.gazetteer.casualties[Int($0.row)]
        return row.slot == "subset"
          || (row.slot == "unit" && row.field == "injured"
            && (token > frame.word.lowerBound || text.language == "ckb"))
      }
    }
  }

  func move(_ frame: HarmFrame, in harm: inout [HarmFrame]) {
    guard let dead = frame.maximum,
      let index = harm.firstIndex(where: {
        $0.field == .injured && !$0.isSubset && ($0.minimum ?? 0) >= dead
      })
    else { return }
    let left = (harm[index].minimum ?? 0) - dead
    if left == 0, harm[index].maximum == dead {
      harm.remove(at: index)
    } else {
      harm[index].minimum = left
      harm[index].maximum = harm[index].maximum.map { $0 - dead }
    }
    harm.append(frame)
  }
}

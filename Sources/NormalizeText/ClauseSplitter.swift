import Gazetteer
import Model

/// Splits sentences into clauses: at commas and semicolons, and before the words of `clauses.tsv`.
struct ClauseSplitter {
  private let opens: [Bool]

  init(gazetteer: Gazetteer) {
    // A result (`which led to`), a relative, a cause and a purpose go on with the same event.
    let kinds: Set<String> = ["break", "after", "before", "while", "separate", "speech"]
    opens = gazetteer.clauses.map { kinds.contains($0.kind) }
  }

  /// Fills `clauses` and `clauseOfToken`; needs the matches.
  ///
  /// Linear.
  func split(_ text: inout NormalizedText) {
    text.clauseOfToken = Array(repeating: 0, count: text.tokens.count)
    for sentence in text.sentences {
      var start = sentence.lowerBound
      func end(at index: Int) {
        guard index > start else { return }
        for token in start..<index { text.clauseOfToken[token] = Int32(text.clauses.count) }
        text.clauses.append(start..<index)
        start = index
      }
      for index in sentence {
        if isMark(text, index) {
          end(at: index + 1)
        } else if text.matches(at: index).contains(where: {
          $0.table == .clause && opens[Int($0.row)]
        }) {
          end(at: index)
        }
      }
      end(at: sentence.upperBound)
    }
  }

  /// Commas, semicolons and colons of both scripts, dashes with spaces.
  private func isMark(_ text: NormalizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .punctuation else { return false }
    let key = text.key(index)
    switch key.count {
    case 1:
      switch key[key.startIndex] {
      case 0x2C, 0x3B, 0x3A: return true
      default: return false
      }
    case 2: return key.elementsEqual([0xD8, 0x8C]) || key.elementsEqual([0xD8, 0x9B])
    default: return false
    }
  }
}

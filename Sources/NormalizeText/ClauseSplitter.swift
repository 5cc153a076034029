import Gazetteer
import Model

/// Splits sentences into clauses: at commas and semicolons, and before the words of `clauses.tsv`.
///
/// A time or a source between two commas (`seized, on Monday, the town`) interrupts a clause and does
/// not end it.
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
      // A sign, a bullet or a quotation mark opens no clause: the first word does.
      if let word = sentence.first(where: { text.tokens[$0].kind != .punctuation }) {
        end(at: word)
      }
      var quietEnd = sentence.lowerBound
      for index in sentence where index >= quietEnd {
        if isMark(text, index) {
          if let close = closingComma(text, index, sentence) {
            quietEnd = close + 1
            continue
          }
          end(at: index + 1)
        } else if text.begins(.clause, at: index),
          text.matches(at: index).contains(where: {
            $0.table == .clause && opens[Int($0.row)]
          })
        {
          end(at: index)
        }
      }
      end(at: sentence.upperBound)
    }
  }

  /// The comma that closes what a comma opens, when only a time or a source stands between.
  private func closingComma(_ text: NormalizedText, _ comma: Int, _ sentence: Range<Int>) -> Int? {
    guard isComma(text, comma), comma > sentence.lowerBound else { return nil }
    var index = comma + 1
    let limit = min(comma + 9, sentence.upperBound - 1)
    var hasAside = false
    while index < limit {
      if isComma(text, index) { return hasAside ? index : nil }
      let matches = text.matches(at: index)
      if let aside = matches.first(where: { $0.table == .time || $0.table == .reporting }) {
        hasAside = true
        index = max(index + 1, Int(aside.last))
        continue
      }
      let isActOrName = matches.contains {
        [.event, .casualty, .name, .actor, .person, .clause].contains($0.table)
      }
      if isActOrName { return nil }
      let isSmall =
        text.tokens[index].kind != .word
        || matches.contains {
          $0.table == .functionWord || $0.table == .number || $0.table == .title
        }
      guard isSmall || hasAside else { return nil }
      index += 1
    }
    return nil
  }

  private func isComma(_ text: NormalizedText, _ index: Int) -> Bool {
    guard text.tokens[index].kind == .punctuation else { return false }
    let key = text.key(index)
    return key.elementsEqual([0x2C]) || key.elementsEqual([0xD8, 0x8C])
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

import Gazetteer
import Model

/// A word of `realis.tsv` in its place.
///
/// A class, since each trigger looks at those of its sentence.
final class RealisCue: Sendable {
  let row: RealisRow
  let tokens: Range<Int>

  init(row: RealisRow, tokens: Range<Int>) {
    self.row = row
    self.tokens = tokens
  }

  /// Whether it may hold beyond its own sentence.
  var isWide: Bool { row.scope == "to-end" || row.scope == "paragraph" }

  /// The position of the first cue at or behind a token, their number when there is none.
  ///
  /// O(log n) in the cues, which stand in the order of the text.
  static func first(from token: Int, in cues: [RealisCue]) -> Int {
    var (low, high) = (0, cues.count)
    while low < high {
      let middle = (low + high) / 2
      if cues[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cues of a text, found once, left to right.
  static func all(in lexicon: TextLexicon) -> [RealisCue] {
    let (text, gazetteer) = (lexicon.text, lexicon.gazetteer)
    var result: [RealisCue] = []
    var index = 0
    while index < text.tokens.count {
      guard lexicon.longest(.realis, at: index) != nil,
        var match = lexicon.all(.realis, at: index).first(where: { holds($0, lexicon) })
      else {
        index += 1
        continue
      }
      // Sorani: `(the town) marks … the anniversary`: with its verb at the end of the sentence a noun says more.
      if text.language == "ckb",
        let whole = lexicon.all(.realis, at: index).first(where: {
          $0.last == match.last && !gazetteer.realis[Int($0.row)].second.isEmpty
            && holds($0, lexicon)
        })
      {
        match = whole
      }
      result.append(RealisCue(row: gazetteer.realis[Int(match.row)], tokens: match.tokens))
      index = Int(match.last)
    }
    return result
  }

  /// Whether what must follow the form does.
  private static func holds(_ match: LexiconMatch, _ lexicon: TextLexicon) -> Bool {
    let (text, gazetteer) = (lexicon.text, lexicon.gazetteer)
    let row = gazetteer.realis[Int(match.row)]
    // Folded, a Sorani "was not" and an Arabic "and they looted" are one.
    if text.language == "ar", row.language == "ckb" { return false }
    let next = Int(match.last)
    let sentence = lexicon.sentence(of: Int(match.first))
    if !row.second.isEmpty {
      let end = min(next + 8, sentence.upperBound)
      guard next < end, lexicon.contains(row.second, in: next..<end) else { return false }
      return true
    }
    guard next < sentence.upperBound else { return row.following == .anything }
    let isImperfect = isImperfect(text.key(next))
    switch row.following {
    case .anything: return true
    case .imperfect: return isImperfect
    case .perfect:
      return !isImperfect
        && lexicon.all(.event, at: next).contains {
          let position = gazetteer.events[Int($0.row)].position
          return position == "verb" || position == "passive"
        }
    }
  }

  /// An Arabic imperfect begins with yeh or teh.
  private static func isImperfect(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count >= 6 else { return false }
    return key.starts(with: [0xD9, 0x8A]) || key.starts(with: [0xD8, 0xAA])
  }
}

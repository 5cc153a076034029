import Gazetteer
import Model

/// A word of `realis.tsv` in its place.
struct RealisCue {
  var row: RealisRow
  var tokens: Range<Int>

  /// The cues of a text, found once, left to right.
  static func all(in lexicon: TextLexicon) -> [RealisCue] {
    let (text, gazetteer) = (lexicon.text, lexicon.gazetteer)
    var result: [RealisCue] = []
    var index = 0
    while index < text.tokens.count {
      guard lexicon.longest(.realis, at: index) != nil,
        let match = lexicon.all(.realis, at: index).first(where: { holds($0, lexicon) })
      else {
        index += 1
        continue
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

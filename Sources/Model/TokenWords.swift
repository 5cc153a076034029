/// Comparing tokens with folded words.
public enum TokenWords {
  /// Whether a key is the word, or proclitics (at most four letters) and the word.
  public static func isWord(_ key: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    if key.count == word.count { return key.elementsEqual(word) }
    guard key.count > word.count, let first = word.first, first >= 0xD8 else { return false }
    guard key.suffix(word.count).elementsEqual(word) else { return false }
    return isProclitic(key.prefix(key.count - word.count))
  }

  /// Whether the letters are و ف ب ل ك or the article or both.
  private static func isProclitic(_ key: ArraySlice<UInt8>) -> Bool {
    var rest = key
    let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    if rest.suffix(4).elementsEqual(article) { rest = rest.dropLast(4) }
    guard rest.count <= 4 else { return false }
    var index = rest.startIndex
    while index + 1 < rest.endIndex {
      switch (rest[index], rest[index + 1]) {
      case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83): index += 2
      default: return false
      }
    }
    return true
  }
}

/// Comparing tokens with folded words.
public enum TokenWords {
  /// Whether a token is the (possibly multi-word) folded form, its proclitics allowed for.
  public static func equals(
    _ text: NormalizedText, _ index: Int, _ key: ArraySlice<UInt8>, _ word: String
  ) -> Bool {
    // Lists of words are long and most fail here: the last letter, and no allocation.
    let letters = word.utf8
    guard let last = letters.last else { return false }
    if !letters.contains(0x20) {
      guard key.count >= letters.count, key.last == last else { return false }
      return isWord(key, Array(letters))
    }
    var current = index
    for (position, part) in word.split(separator: " ").enumerated() {
      guard current < text.tokens.count else { return false }
      let partBytes = Array(part.utf8)
      let partKey = text.key(current)
      if position == 0 ? !isWord(partKey, partBytes) : !partKey.elementsEqual(partBytes) {
        return false
      }
      current += 1
    }
    return true
  }

  /// Whether a key is the word, or proclitics (at most four letters) and the word.
  public static func isWord(_ key: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
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

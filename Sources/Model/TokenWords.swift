/// Compares folded keys of tokens with words of the lexicons.
public enum TokenWords {
  /// Whether a key is the word, or proclitics (at most four letters) and the word.
  public static func isWord(_ key: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    isWord(key.span, word.span)
  }

  /// Whether a key is the word, or proclitics (at most four letters) and the word.
  static func isWord(_ key: Span<UInt8>, _ word: Span<UInt8>) -> Bool {
    let rest = key.count - word.count
    if rest < 0 || rest > 0 && (word.isEmpty || word[0] < 0xD8) { return false }
    var index = word.count - 1
    while index >= 0 {
      if key[rest + index] != word[index] { return false }
      index -= 1
    }
    return rest == 0 || isProclitic(key, rest)
  }

  /// Whether the first letters of a key are و ف ب ل ك or the article or both.
  private static func isProclitic(_ key: Span<UInt8>, _ length: Int) -> Bool {
    var end = length
    // The article: alif and lam.
    if end >= 4, key[end - 4] == 0xD8, key[end - 3] == 0xA7, key[end - 2] == 0xD9,
      key[end - 1] == 0x84
    {
      end -= 4
    }
    guard end <= 4 else { return false }
    var index = 0
    while index + 1 < end {
      switch (key[index], key[index + 1]) {
      case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83): index += 2
      default: return false
      }
    }
    return true
  }
}

/// Numbers the distinct words of all names and lexicon forms from 0.
///
/// Open addressing over one byte buffer: no allocation per word, lookups hash the key once.
package struct VocabularyBuilder: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  private(set) var slots: [UInt32]
  private var mask: Int

  package init(expectedWords: Int) {
    var size = 16
    while size < expectedWords * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// How many words there are.
  package var count: Int { offsets.count - 1 }

  /// Returns the number of a word, a new one when no form had it yet.
  mutating func insert(_ key: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if count * 10 > slots.count * 6 { grow() }
    var slot = Vocabulary.slot(key, range, mask)
    while true {
      let word = slots[slot]
      if word == 0 { break }
      if equals(Int(word - 1), key, range) { return word - 1 }
      slot = (slot + 1) & mask
    }
    let word = UInt32(count)
    for index in range { bytes.append(key[index]) }
    offsets.append(UInt32(bytes.count))
    slots[slot] = word + 1
    return word
  }

  /// Returns the table of slots at the least size for the words, which any building order gives.
  func compactSlots() -> [UInt32] {
    var size = 16
    while size * 6 < count * 10 { size *= 2 }
    return table(size: size)
  }

  private func table(size: Int) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: size)
    for word in 0..<count {
      let range = Int(offsets[word])..<Int(offsets[word + 1])
      var slot = Vocabulary.slot(bytes.span, range, size - 1)
      while result[slot] != 0 { slot = (slot + 1) & (size - 1) }
      result[slot] = UInt32(word + 1)
    }
    return result
  }

  private func equals(_ word: Int, _ key: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(offsets[word])
    guard Int(offsets[word + 1]) - start == range.count else { return false }
    var index = 0
    while index < range.count {
      if bytes[start + index] != key[range.lowerBound + index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    slots = table(size: slots.count * 2)
    mask = slots.count - 1
  }
}

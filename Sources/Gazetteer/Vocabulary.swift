/// The distinct words of all names and lexicon forms, numbered from 0.
///
/// Open addressing over one byte buffer: no allocation per word, lookups hash the key once.
package struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]
  private var slots: [UInt32]
  private var mask: Int

  package init(expectedWords: Int = 32_768) {
    var size = 1024
    while size < expectedWords * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// How many words there are.
  package var count: Int { offsets.count - 1 }

  /// Returns the hash of a key.
  ///
  /// Linear in its bytes.
  @inline(__always)
  static func hash(_ key: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    while index < range.upperBound {
      state = (state ^ UInt64(key[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    state ^= state >> 29
    return state &* 0xBF58_476D_1CE4_E5B9
  }

  /// Returns the number of a word, or nil when no form has it.
  @inline(__always)
  func find(_ key: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    if range.isEmpty { return nil }
    var slot = Int(truncatingIfNeeded: Vocabulary.hash(key, range) >> 17) & mask
    while true {
      let word = slots[slot]
      if word == 0 { return nil }
      if equals(Int(word - 1), key, range) { return word - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Returns the number of a word, a new one when no form had it yet.
  mutating func insert(_ key: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if count * 10 > slots.count * 6 { grow() }
    var slot = Int(truncatingIfNeeded: Vocabulary.hash(key, range) >> 17) & mask
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
    let old = bytes
    let size = slots.count * 2
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    for word in 0..<count {
      let range = Int(offsets[word])..<Int(offsets[word + 1])
      var slot = Int(truncatingIfNeeded: Vocabulary.hash(old.span, range) >> 17) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(word + 1)
    }
  }
}

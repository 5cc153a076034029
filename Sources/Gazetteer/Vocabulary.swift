import Files

/// The distinct words of all names and lexicon forms, numbered from 0, as the index has them.
///
/// Flat arrays: the bytes of all words, where each begins, and a table of open addressing.
struct Vocabulary: Sendable {
  private let bytes: FlatArray<UInt8>
  private let offsets: FlatArray<UInt32>
  /// The number of a word and 1, or 0.
  private let slots: FlatArray<UInt32>
  private let mask: Int

  init(_ file: SectionFile) {
    bytes = file.array(IndexSection.wordBytes)
    offsets = file.array(IndexSection.wordOffsets)
    slots = file.array(IndexSection.wordSlots)
    mask = slots.count - 1
  }

  /// How many words there are.
  var count: Int { offsets.count - 1 }

  /// Returns the slot where a key's search begins in a table of `mask` and one slots.
  ///
  /// Linear in its bytes.
  @inline(__always)
  static func slot(_ key: Span<UInt8>, _ range: Range<Int>, _ mask: Int) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = range.lowerBound
    while index < range.upperBound {
      state = (state ^ UInt64(key[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state >> 17) & mask
  }

  /// Returns the number of a word, or nil when no form has it.
  func find(_ key: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    if range.isEmpty { return nil }
    var slot = Vocabulary.slot(key, range, mask)
    while true {
      let word = slots[slot]
      if word == 0 { return nil }
      let start = Int(offsets[Int(word - 1)])
      if Int(offsets[Int(word)]) - start == range.count, bytes.holds(key, range, at: start) {
        return word - 1
      }
      slot = (slot + 1) & mask
    }
  }
}

extension VocabularyBuilder {
  /// Adds the words to an index.
  func write(to file: inout SectionFileWriter) {
    file.add(IndexSection.wordBytes, bytes)
    file.add(IndexSection.wordOffsets, offsets)
    file.add(IndexSection.wordSlots, compactSlots())
  }
}

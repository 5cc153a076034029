import Files
import Model

/// The readings of words that were seen already: words repeat, and reading one costs far more than
/// finding it again.
///
/// A table of open addressing over flat arrays: nothing is allocated for a word that is known.
struct WordMemory {
  /// What a word is beside its letters; words that differ in it are read apart.
  enum Kind: UInt8 {
    case plain, feminine, number
  }

  /// A reading, and where the forms that begin with its word go on.
  struct Reading {
    var reading: WordReader.Reading
    /// The node of the trie after the word, 0 when no form begins with it.
    var root: UInt32
    /// Whether longer forms begin with the word.
    var goesOn: Bool
    /// The places of the entries of the word alone.
    var entries: Range<Int32>
  }

  private var keys: [UInt8] = []
  private var keyStart: [Int32] = [0]
  private var kinds: [Kind] = []
  private var hashes: [UInt32] = []
  private var readings: [Reading] = []
  private var readingStart: [Int32] = [0]
  /// What ends at the words' own nodes: the index has it far apart.
  private var entries: [PhraseTrie.Entry] = []
  /// The number of a word and 1, or 0; a power of two of them.
  private var slots: [Int32] = Array(repeating: 0, count: 1 << 12)

  /// How many words are remembered.
  var count: Int { kinds.count }

  /// Forgets everything and keeps the storage.
  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    keyStart.removeLast(keyStart.count - 1)
    kinds.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    readingStart.removeLast(readingStart.count - 1)
    entries.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  /// Returns the number of a word, nil when it is not remembered.
  ///
  /// Linear in its bytes.
  /// - Parameter hash: Of the word's key (`Token.keyHash`).
  func find(
    _ text: Span<UInt8>, _ range: Range<Int>, _ kind: Kind, hash: UInt32
  ) -> Int32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let word = Int(slots[slot] - 1)
      if hashes[word] == hash, kinds[word] == kind, isEqual(word, text, range) {
        return Int32(word)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Remembers a word that is not yet known and returns its number.
  /// - Parameter counts: Whether an entry can be one of the text's language.
  mutating func add(
    _ key: [UInt8], _ kind: Kind, hash: UInt32, _ new: [WordReader.Reading], in trie: PhraseTrie,
    counts: (PhraseTrie.Entry) -> Bool
  ) -> Int32 {
    if (count + 1) * 2 > slots.count { grow() }
    let word = Int32(count)
    keys += key
    keyStart.append(Int32(keys.count))
    kinds.append(kind)
    hashes.append(hash)
    for reading in new {
      let root = trie.child(0, reading.word) ?? 0
      let first = Int32(entries.count)
      if root != 0 {
        for number in trie.entries(of: root) {
          if let entry = trie.entry(number), counts(entry) { entries.append(entry) }
        }
      }
      readings.append(
        Reading(
          reading: reading, root: root, goesOn: root != 0 && trie.goesOn(from: root),
          entries: first..<Int32(entries.count)))
    }
    readingStart.append(Int32(readings.count))
    insert(Int(word))
    return word
  }

  /// The places of a word's readings.
  func readings(of word: Int32) -> Range<Int> {
    Int(readingStart[Int(word)])..<Int(readingStart[Int(word) + 1])
  }

  /// The reading at a place.
  subscript(reading: Int) -> Reading { readings[reading] }

  /// The entry at a place of `Reading.entries`.
  func entry(_ place: Int32) -> PhraseTrie.Entry { entries[Int(place)] }

  private func isEqual(_ word: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let known = Int(keyStart[word])..<Int(keyStart[word + 1])
    return TextBytes.equal(keys.span.extracting(known), text.extracting(range))
  }

  private mutating func insert(_ word: Int) {
    var slot = Int(hashes[word]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(word + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for word in 0..<count { insert(word) }
  }
}

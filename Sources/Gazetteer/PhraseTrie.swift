package import Model

/// All names and lexicon forms as one trie over word numbers.
///
/// Transitions are one open-addressing table keyed by (node, word), so that a step costs one probe;
/// the rows that end at a node are a linked list in the order in which they were added.
package struct PhraseTrie: Sendable {
  /// A row of a lexicon that ends at a node.
  struct Entry: Sendable {
    var row: Int32
    var next: Int32
    var cost: Int16
    var table: LexiconTable
  }

  package internal(set) var vocabulary: Vocabulary
  private var keys: [UInt64]
  private var values: [UInt32]
  private var used = 0
  private var mask: Int
  /// For each node its first entry, -1 when nothing ends there.
  private(set) var firstEntry: [Int32] = [-1]
  private var lastEntry: [Int32] = [-1]
  private(set) var entries: [Entry] = []

  package init(expectedForms: Int = 32_768) {
    vocabulary = Vocabulary(expectedWords: expectedForms)
    var size = 1024
    while size < expectedForms * 4 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// How many forms the trie holds.
  package var count: Int { entries.count }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed) & mask
  }

  /// Returns the node after a word, or nil when no form goes on with it.
  @inline(__always)
  func child(_ node: UInt32, _ word: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(word)
    var index = slot(key)
    while true {
      let found = keys[index]
      if found == key { return values[index] }
      if found == .max { return nil }
      index = (index + 1) & mask
    }
  }

  /// Returns the number of a word, a new one when no form had it yet.
  package mutating func word(_ keys: [UInt8], _ range: Range<Int>) -> UInt32 {
    vocabulary.insert(keys.span, range)
  }

  /// Adds a form given as words.
  package mutating func insert(
    _ words: [UInt32], table: LexiconTable, row: Int, cost: Int = 0
  ) {
    guard !words.isEmpty else { return }
    var node: UInt32 = 0
    for word in words { node = childOrNew(node, word) }
    let entry = Int32(entries.count)
    entries.append(
      Entry(row: Int32(row), next: -1, cost: Int16(clamping: cost), table: table))
    if lastEntry[Int(node)] >= 0 {
      entries[Int(lastEntry[Int(node)])].next = entry
    } else {
      firstEntry[Int(node)] = entry
    }
    lastEntry[Int(node)] = entry
  }

  /// Returns the rows of a table whose form is this one word.
  package func rows(ofWord key: [UInt8], table: LexiconTable) -> [Int32] {
    guard let word = vocabulary.find(key.span, 0..<key.count), let node = child(0, word) else {
      return []
    }
    var result: [Int32] = []
    var entry = firstEntry[Int(node)]
    while entry >= 0 {
      if entries[Int(entry)].table == table { result.append(entries[Int(entry)].row) }
      entry = entries[Int(entry)].next
    }
    return result
  }

  private mutating func childOrNew(_ node: UInt32, _ word: UInt32) -> UInt32 {
    if let found = child(node, word) { return found }
    if used * 10 > keys.count * 6 { grow() }
    let new = UInt32(firstEntry.count)
    firstEntry.append(-1)
    lastEntry.append(-1)
    store(UInt64(node) << 32 | UInt64(word), new)
    return new
  }

  private mutating func store(_ key: UInt64, _ value: UInt32) {
    var index = slot(key)
    while keys[index] != .max { index = (index + 1) & mask }
    keys[index] = key
    values[index] = value
    used += 1
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    used = 0
    for (index, key) in oldKeys.enumerated() where key != .max { store(key, oldValues[index]) }
  }
}

import Files
package import Model

/// Collects names and lexicon forms into one trie over word numbers.
///
/// Transitions are one open-addressing table keyed by (node, word), so that a step costs one probe;
/// the rows that end at a node are a linked list in the order in which they were added.
package struct PhraseTrieBuilder: Sendable {
  /// A row of a lexicon that ends at a node.
  struct Entry: Sendable {
    var row: Int32
    var next: Int32
    var cost: Int16
    var table: LexiconTable
  }

  private(set) var vocabulary: VocabularyBuilder
  private var keys: [UInt64]
  private var values: [UInt32]
  private var used = 0
  private var mask: Int
  /// For each node its first entry, -1 when nothing ends there.
  private var firstEntry: [Int32] = [-1]
  private var lastEntry: [Int32] = [-1]
  private var entries: [Entry] = []

  package init(expectedForms: Int = 0) {
    vocabulary = VocabularyBuilder(expectedWords: expectedForms)
    var size = 16
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
  private func child(_ node: UInt32, _ word: UInt32) -> UInt32? {
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

  /// Adds words and forms to an index, node by node from the root on.
  ///
  /// Linear in the forms, apart from sorting the edges of a node.
  func write(to file: inout SectionFileWriter) {
    vocabulary.write(to: &file)
    var edges: [[(word: UInt32, child: UInt32)]] = Array(repeating: [], count: firstEntry.count)
    for (index, key) in keys.enumerated() where key != .max {
      edges[Int(key >> 32)].append((UInt32(truncatingIfNeeded: key), values[index]))
    }
    var rootChild = [UInt32](repeating: 0, count: vocabulary.count)
    var edgeStart: [UInt32] = []
    var edgeWord: [UInt32] = []
    var entryStart: [UInt32] = []
    var entryRow: [Int32] = []
    var entryInfo: [UInt32] = []
    // Breadth first: the child of the edge at an index is the node after it.
    var order: [UInt32] = [0]
    var next = 0
    while next < order.count {
      let node = Int(order[next])
      edgeStart.append(UInt32(edgeWord.count))
      entryStart.append(UInt32(entryRow.count))
      for edge in edges[node].sorted(by: { $0.word < $1.word }) {
        if node == 0 { rootChild[Int(edge.word)] = UInt32(order.count) }
        edgeWord.append(edge.word)
        order.append(edge.child)
      }
      var entry = firstEntry[node]
      while entry >= 0 {
        let found = entries[Int(entry)]
        entryRow.append(found.row)
        entryInfo.append(
          UInt32(UInt16(bitPattern: found.cost)) << 16 | UInt32(found.table.rawValue))
        entry = found.next
      }
      next += 1
    }
    edgeStart.append(UInt32(edgeWord.count))
    entryStart.append(UInt32(entryRow.count))
    file.add(IndexSection.rootChild, rootChild)
    file.add(IndexSection.edgeStart, edgeStart)
    file.add(IndexSection.edgeWord, edgeWord)
    file.add(IndexSection.entryStart, entryStart)
    file.add(IndexSection.entryRow, entryRow)
    file.add(IndexSection.entryInfo, entryInfo)
  }
}

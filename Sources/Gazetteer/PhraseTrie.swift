import Files
package import Model

/// All names and lexicon forms as one trie over word numbers, as the index has it.
///
/// Nodes are numbered breadth first, so that the children of a node follow each other and need no
/// table: the edge at an index leads to the node after it. The edges of a node are sorted by word;
/// those of the root, where every search begins, are looked up by word.
package struct PhraseTrie: Sendable {
  /// A row of a lexicon that ends at a node.
  struct Entry {
    var row: Int32
    var cost: Int16
    var table: LexiconTable
  }

  let vocabulary: Vocabulary
  /// For each word the node after the root, 0 when no form begins with it.
  private let rootChild: FlatArray<UInt32>
  private let edgeStart: FlatArray<UInt32>
  private let edgeWord: FlatArray<UInt32>
  private let entryStart: FlatArray<UInt32>
  private let entryRow: FlatArray<Int32>
  /// The cost above the table.
  private let entryInfo: FlatArray<UInt32>
  /// A bit for each table whose rows count.
  private let known: UInt32

  /// Reads the trie of an index; rows of other tables than these are passed over.
  init(_ file: SectionFile, tables: [LexiconTable] = LexiconTable.allCases) {
    vocabulary = Vocabulary(file)
    rootChild = file.array(IndexSection.rootChild)
    edgeStart = file.array(IndexSection.edgeStart)
    edgeWord = file.array(IndexSection.edgeWord)
    entryStart = file.array(IndexSection.entryStart)
    entryRow = file.array(IndexSection.entryRow)
    entryInfo = file.array(IndexSection.entryInfo)
    known = tables.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  /// Makes the trie of forms that were collected.
  package init(_ forms: PhraseTrieBuilder) {
    var file = SectionFileWriter()
    forms.write(to: &file)
    self.init(SectionFile(made: file.bytes(version: 0, key: 0)))
  }

  /// How many forms the trie holds.
  package var count: Int { entryRow.count }

  /// Returns the node after a word, or nil when no form goes on with it.
  func child(_ node: UInt32, _ word: UInt32) -> UInt32? {
    if node == 0 {
      let child = rootChild[Int(word)]
      return child == 0 ? nil : child
    }
    var low = Int(edgeStart[Int(node)])
    var high = Int(edgeStart[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      let found = edgeWord[middle]
      if found == word { return UInt32(middle + 1) }
      if found < word { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Whether longer forms go on from a node.
  func goesOn(from node: UInt32) -> Bool { edgeStart[Int(node)] < edgeStart[Int(node) + 1] }

  /// The numbers of the entries that end at a node, in the order in which they were added.
  func entries(of node: UInt32) -> Range<Int> {
    Int(entryStart[Int(node)])..<Int(entryStart[Int(node) + 1])
  }

  /// The entry of a number, nil when its table does not count.
  func entry(_ number: Int) -> Entry? {
    let info = entryInfo[number]
    let table = UInt8(truncatingIfNeeded: info)
    guard known & 1 << UInt32(table) != 0, let table = LexiconTable(rawValue: table) else {
      return nil
    }
    return Entry(
      row: entryRow[number], cost: Int16(bitPattern: UInt16(truncatingIfNeeded: info >> 16)),
      table: table)
  }

  /// Returns the rows of a table whose form is this one word.
  package func rows(ofWord key: [UInt8], table: LexiconTable) -> [Int32] {
    guard let word = vocabulary.find(key.span, 0..<key.count), let node = child(0, word) else {
      return []
    }
    return entries(of: node).compactMap { number in
      entry(number).flatMap { $0.table == table ? $0.row : nil }
    }
  }
}

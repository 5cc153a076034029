package import Model

/// The patterns of `relations.tsv` by what a reader asks of them at each name.
///
/// There are hundreds, and a name meets two or three. The words before the name make a tree for each
/// language that is read from the name backward: patterns that end alike are read together.
package struct RelationPatterns: Sendable {
  /// A place in a tree: what may stand before it, and the patterns that begin here.
  private struct Node: Sendable {
    var number: Int?
    var unit: Int?
    var direction: Int?
    var words: [Word] = []
    var ends: [End] = []
  }

  private struct Word: Sendable {
    /// The last letter's bytes: what a look at a token asks first.
    var tail: UInt16
    var key: [UInt8]
    var node: Int
  }

  /// A pattern all of whose words before the name are read.
  package struct End: Sendable {
    /// Its row in `relations.tsv`.
    package var pattern: Int
    package var hasSecondPlace: Bool
    /// The last two bytes of the word that must follow the name, 0 when none must.
    var following: UInt16

    /// Whether the pattern may go on behind the name with a token.
    package func mayGoOn(with token: Int, of text: NormalizedText) -> Bool {
      guard asksFollowing else { return true }
      return token < text.tokens.count && following == RelationPatterns.tail(text.key(token))
    }

    /// Whether a certain word must follow the name.
    package var asksFollowing: Bool { following != 0 }
  }

  private var nodes: [Node] = []
  private var roots: [String: Int] = [:]
  private var outside: Set<String> = []
  private var towards: Set<[UInt8]> = []

  init(_ rows: [RelationRow]) {
    let starts = Set(rows.filter { $0.kind == .heading }.compactMap(\.before.first))
    for (pattern, row) in rows.enumerated() {
      add(row, pattern)
      if let first = row.before.first, starts.contains(first) { outside.insert(row.id) }
      guard row.kind == .heading else { continue }
      for elements in [row.before, row.after] {
        if let position = elements.firstIndex(of: .direction), position > 0,
          case .word(let word) = elements[position - 1]
        {
          towards.insert(word)
        }
      }
    }
  }

  private mutating func add(_ row: RelationRow, _ pattern: Int) {
    var node = roots[row.language] ?? makeNode()
    roots[row.language] = node
    for element in row.before.reversed() { node = child(of: node, element) }
    var following: UInt16 = 0
    // Of a pair the words between stand behind the first name; و may be one with the second.
    if case .word(let word)? = row.hasSecondPlace ? row.between.first : row.after.first,
      !row.hasSecondPlace || word != [0xD9, 0x88]
    {
      following = Self.tail(word[...])
    }
    nodes[node].ends.append(
      End(pattern: pattern, hasSecondPlace: row.hasSecondPlace, following: following))
  }

  private mutating func makeNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func child(of node: Int, _ element: RelationRow.Element) -> Int {
    switch element {
    case .number:
      if let child = nodes[node].number { return child }
      let child = makeNode()
      nodes[node].number = child
      return child
    case .unit:
      if let child = nodes[node].unit { return child }
      let child = makeNode()
      nodes[node].unit = child
      return child
    case .direction:
      if let child = nodes[node].direction { return child }
      let child = makeNode()
      nodes[node].direction = child
      return child
    case .word(let key):
      if let word = nodes[node].words.first(where: { $0.key == key }) { return word.node }
      let child = makeNode()
      nodes[node].words.append(Word(tail: Self.tail(key[...]), key: key, node: child))
      return child
    case .place, .secondPlace:
      // `relations.tsv` cannot say it: the words before a name hold no name.
      return makeNode()
    }
  }

  fileprivate static func tail(_ key: ArraySlice<UInt8>) -> UInt16 {
    guard let last = key.last else { return 0 }
    return UInt16(last) << 8 | UInt16(key.count > 1 ? key[key.endIndex - 2] : 0)
  }

  /// Where the patterns of a language are read from, nil when there are none.
  package func root(ofLanguage language: String) -> Int? { roots[language] }

  /// Where to go on behind a number, nil when no pattern has one there.
  package func number(before node: Int) -> Int? { nodes[node].number }

  /// Where to go on behind a unit of distance, nil when no pattern has one there.
  package func unit(before node: Int) -> Int? { nodes[node].unit }

  /// Where to go on behind a direction, nil when no pattern has one there.
  package func direction(before node: Int) -> Int? { nodes[node].direction }

  /// Where to go on behind exactly this folded word, nil when no pattern has it there.
  ///
  /// Linear in the words of the node, with a look at one letter each.
  package func word(_ key: ArraySlice<UInt8>, before node: Int) -> Int? {
    let tail = Self.tail(key)
    return nodes[node].words.first { $0.tail == tail && $0.key.elementsEqual(key) }?.node
  }

  /// Calls `body` with the patterns whose words before the name end at a node, in the order of the file.
  package func eachEnd(at node: Int, _ body: (End) -> Void) {
    for end in nodes[node].ends { body(end) }
  }

  /// Calls `body` with the nodes behind the words that a token may be.
  ///
  /// Only the first word of a pattern takes any proclitics; the others none or the article alone. Linear
  /// in the words of the node, with a look at one letter each.
  /// - Parameter body: The node, and whether more words of a pattern may stand before it.
  package func eachWord(
    before node: Int, as key: ArraySlice<UInt8>, _ body: (_ node: Int, _ goesOn: Bool) -> Void
  ) {
    guard !key.isEmpty else { return }
    let tail = Self.tail(key)
    for index in nodes[node].words.indices where nodes[node].words[index].tail == tail {
      let word = nodes[node].words[index]
      let rest = key.count - word.key.count
      // A word of one byte has no second one to compare.
      if rest == 0 ? key.elementsEqual(word.key) : TokenWords.isWord(key, word.key[...]) {
        body(word.node, rest == 0 || rest == Self.articleLength)
      }
    }
  }

  /// The bytes of the Arabic article.
  private static let articleLength = 4

  /// Whether a heading pattern begins with the words of this relation (`outside X toward …`).
  package func isOutside(_ rule: String) -> Bool { outside.contains(rule) }

  /// Whether a folded word says toward: the one before the direction of a heading pattern.
  package func isToward(_ key: ArraySlice<UInt8>) -> Bool { towards.contains(Array(key)) }
}

package import Folding
package import Model

/// Finds all names and lexicon forms of a text in one scan over its tokens.
///
/// One matcher for all files, clitic readings as edges (architecture, law 7). Readings of a word are
/// remembered, since words repeat: a worker keeps one matcher for its life.
package struct PhraseMatcher {
  private let reader: WordReader
  private let folding: FoldingTable
  private let cardinals: [Bool]
  private var memory: [[UInt8]: [WordReader.Reading]] = [:]
  private var isSoraniMemory = false
  /// Whether Latin names must begin with a capital; false for questions that people type.
  private let requiresCapitals: Bool
  /// The word of `{N}` in forms, nil when no form has one.
  private let numberSlot: UInt32?
  private var found: [LexiconMatch] = []
  private var readingsOfToken: [[WordReader.Reading]] = []
  /// More distinct words than this are not remembered: memory does not grow with the input.
  private let memoryLimit = 50_000
  /// What the loose spelling of a form costs, in thousandths.
  package static let looseCost = 150

  /// Makes a matcher.
  /// - Parameters:
  ///   - cardinals: For each row of `numbers.tsv` whether it is a number that `{N}` takes.
  package init(
    trie: PhraseTrie, clitics: CliticTable, folding: FoldingTable, cardinals: [Bool],
    requiresCapitals: Bool = true
  ) {
    self.cardinals = cardinals
    reader = WordReader(trie: trie, clitics: clitics)
    let slot = NumberSlot.key
    numberSlot = trie.vocabulary.find(slot.span, 0..<slot.count)
    self.folding = folding
    self.requiresCapitals = requiresCapitals
  }

  /// Fills `matches` and `matchOffsets` of a tokenized text.
  package mutating func match(_ text: inout NormalizedText) {
    let isSorani = text.language == "ckb"
    if isSorani != isSoraniMemory {
      memory.removeAll(keepingCapacity: true)
      isSoraniMemory = isSorani
    }
    found.removeAll(keepingCapacity: true)
    readingsOfToken.removeAll(keepingCapacity: true)
    readingsOfToken.reserveCapacity(text.tokens.count)
    for token in text.tokens {
      let key = Array(text.keys[Int(token.keyStart)..<Int(token.keyEnd)])
      let isFeminine = endsWithTehMarbuta(token, text.source)
      var readings = readings(of: key, token.script, isSorani, isFeminine)
      if token.kind == .number, let slot = numberSlot {
        readings.append(WordReader.Reading(word: slot, cost: 0, clitics: [], lettersOff: 0))
      }
      readingsOfToken.append(readings)
    }
    var offsets: [Int32] = []
    offsets.reserveCapacity(text.tokens.count + 1)
    for first in text.tokens.indices {
      let start = found.count
      offsets.append(Int32(start))
      for reading in readingsOfToken[first] {
        guard let node = reader.trie.child(0, reading.word) else { continue }
        extend(text, first, first + 1, node, reading.cost, reading.clitics, reading.lettersOff)
      }
      if found.count - start > 1 { sortAndUnify(from: start) }
    }
    offsets.append(Int32(found.count))
    text.matches = found
    text.matchOffsets = offsets
  }

  private mutating func readings(
    of key: [UInt8], _ script: Token.Script, _ isSorani: Bool, _ isFeminine: Bool
  ) -> [WordReader.Reading] {
    // The same key with and without the feminine ending are two words: only one has a pronoun.
    let remembered = isFeminine ? key + [0] : key
    if let known = memory[remembered] { return known }
    var result: [WordReader.Reading] = []
    let loose = script == .arabic ? folding.looseKey(key) : nil
    reader.readings(
      of: key, script: script, isSorani: isSorani, isFeminine: isFeminine, loose: loose,
      into: &result)
    if let numberSlot, result.contains(where: { isNumberWord($0.word) }) {
      result.append(WordReader.Reading(word: numberSlot, cost: 0, clitics: [], lettersOff: 0))
    }
    if memory.count >= memoryLimit { memory.removeAll(keepingCapacity: true) }
    memory[remembered] = result
    return result
  }

  /// Whether the source word ends in teh marbuta, which folds to heh.
  private func endsWithTehMarbuta(_ token: Token, _ source: [UInt8]) -> Bool {
    var end = Int(token.end)
    while end - 2 > Int(token.start), isArabicMark(source[end - 2], source[end - 1]) { end -= 2 }
    return end - 2 >= Int(token.start) && source[end - 2] == 0xD8 && source[end - 1] == 0xA9
  }

  /// Whether a word alone is a number of `numbers.tsv`.
  private func isNumberWord(_ word: UInt32) -> Bool {
    guard let node = reader.trie.child(0, word) else { return false }
    for number in reader.trie.entries(of: node) {
      if let row = reader.trie.entry(number), row.table == .number, cardinals[Int(row.row)] {
        return true
      }
    }
    return false
  }

  /// Emits what ends at a node and follows what goes on.
  ///
  /// Depth is bounded by the longest form.
  private mutating func extend(
    _ text: NormalizedText, _ first: Int, _ next: Int, _ node: UInt32, _ cost: Int16,
    _ clitics: Clitics, _ lettersOff: UInt8
  ) {
    for number in reader.trie.entries(of: node) {
      guard let row = reader.trie.entry(number) else { continue }
      // A Sorani form in plain letters can look like an Arabic word: in Sorani texts only.
      if row.table != .name, Int(row.cost) >= Self.looseCost, !isSoraniMemory { continue }
      if accepts(row.table, clitics, text.tokens[first]) {
        found.append(
          LexiconMatch(
            first: Int32(first), last: Int32(next), table: row.table, row: row.row,
            cost: cost + row.cost, clitics: clitics,
            start: Int32(startAfter(lettersOff, text, first)), end: text.tokens[next - 1].end))
      }
    }
    if clitics.contains(.pronoun) { return }
    var index = next
    guard index < text.tokens.count else { return }
    if text.tokens[index].kind == .punctuation, index + 1 < text.tokens.count {
      let isTight = !text.tokens[index].spaceBefore
      let isInner = isTight && !text.tokens[index + 1].spaceBefore && isInnerMark(text, index)
      if isInner || isApostrophe(text, index) || (isTight && isAbbreviationStop(text, index)) {
        index += 1
      }
    }
    for reading in readingsOfToken[index] {
      // Inside a form only the article may go (both words have it or lack it) and suffixes.
      let inner = reading.clitics.subtracting([.article, .pronoun, .accusative, .kurdishSuffix])
      if !inner.isEmpty { continue }
      let isKurdish = reading.clitics.contains(.kurdishSuffix)
      if reading.clitics.contains(.article), !isKurdish, !clitics.contains(.article) { continue }
      guard let child = reader.trie.child(node, reading.word) else { continue }
      extend(
        text, first, index + 1, child, cost + reading.cost,
        clitics.union(isKurdish ? reading.clitics : reading.clitics.subtracting(.article)),
        lettersOff)
    }
  }

  /// A hyphen, a dot or a slash without spaces joins the words of a name.
  private func isInnerMark(_ text: NormalizedText, _ index: Int) -> Bool {
    let key = text.key(index)
    guard key.count == 1, let byte = key.first else { return false }
    return byte == 0x2D || byte == 0x2E || byte == 0x2F
  }

  /// `Workers' Party`, `Muhammad 'Annab`: an apostrophe that touches a letter on one side.
  private func isApostrophe(_ text: NormalizedText, _ index: Int) -> Bool {
    guard !text.tokens[index].spaceBefore || !text.tokens[index + 1].spaceBefore else {
      return false
    }
    let bytes = text.source[Int(text.tokens[index].start)..<Int(text.tokens[index].end)]
    if bytes.count == 1, let byte = bytes.first { return byte == 0x27 || byte == 0x60 }
    // The typographic ones and the signs for ain and hamza.
    return bytes.elementsEqual([0xE2, 0x80, 0x98]) || bytes.elementsEqual([0xE2, 0x80, 0x99])
      || bytes.elementsEqual([0xCA, 0xBE]) || bytes.elementsEqual([0xCA, 0xBF])
  }

  /// The last stop of `U.S.`: the word before it holds a stop already.
  private func isAbbreviationStop(_ text: NormalizedText, _ index: Int) -> Bool {
    guard index > 0, text.key(index).elementsEqual([0x2E]) else { return false }
    let word = text.tokens[index - 1]
    return text.source[Int(word.start)..<Int(word.end)].contains(0x2E)
      || (word.end - word.start == 1 && index > 1 && text.key(index - 2).elementsEqual([0x2E]))
  }

  /// Whether a table takes a reading with these clitics.
  private func accepts(_ table: LexiconTable, _ clitics: Clitics, _ token: Token) -> Bool {
    switch table {
    case .name, .ambiguous:
      if token.script == .latin, requiresCapitals, !token.capitalized { return false }
      return clitics.isDisjoint(with: [.article, .pronoun, .accusative, .future])
    case .block, .firstName:
      if token.script == .latin, requiresCapitals, !token.capitalized { return false }
      return clitics.isDisjoint(with: [.pronoun, .future, .accusative])
    case .clause, .functionWord, .reporting, .relationWord:
      return clitics.isDisjoint(with: [.article, .accusative])
    case .eventAnaphor, .actorAnaphor, .placeAnaphor:
      return clitics.isDisjoint(with: [.article, .pronoun, .accusative])
    case .number, .time, .namedEvent:
      return clitics.isDisjoint(with: [.pronoun, .future])
    default:
      return true
    }
  }

  /// The source offset of a token after some letters of it.
  private func startAfter(_ letters: UInt8, _ text: NormalizedText, _ index: Int) -> Int {
    let token = text.tokens[index]
    var offset = Int(token.start)
    guard letters > 0 else { return offset }
    var left = Int(letters)
    while offset < Int(token.end) {
      let byte = text.source[offset]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let isMark = length == 2 && isArabicMark(byte, text.source[offset + 1])
      if left == 0, !isMark { break }
      if !isMark { left -= 1 }
      offset += length
    }
    return offset
  }

  /// Vowel marks and tatweel: they take no letter of a proclitic.
  private func isArabicMark(_ first: UInt8, _ second: UInt8) -> Bool {
    (first == 0xD9 && (0x8B...0x9F).contains(second)) || (first == 0xD9 && second == 0x80)
      || (first == 0xD9 && second == 0xB0)
  }

  /// Longest first, then table and row; of equal readings only the cheapest stays.
  private mutating func sortAndUnify(from start: Int) {
    found[start...].sort { left, right in
      if left.last != right.last { return left.last > right.last }
      if left.table != right.table { return left.table.rawValue < right.table.rawValue }
      // A word as it is written goes before one that it only resembles.
      let isLoose = (left.cost >= Self.looseCost, right.cost >= Self.looseCost)
      if isLoose.0 != isLoose.1 { return isLoose.1 }
      if left.row != right.row { return left.row < right.row }
      return left.cost < right.cost
    }
    var kept = start + 1
    for index in (start + 1)..<found.count {
      let previous = found[kept - 1]
      if found[index].last == previous.last, found[index].table == previous.table,
        found[index].row == previous.row
      {
        continue
      }
      found[kept] = found[index]
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}

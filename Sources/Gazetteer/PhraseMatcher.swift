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
  private var memory = WordMemory()
  private var isSoraniMemory = false
  /// Whether Latin names must begin with a capital; false for questions that people type.
  private let requiresCapitals: Bool
  /// The word of `{N}` in forms, nil when no form has one.
  private let numberSlot: UInt32?
  /// For each token of the text its word in `memory`.
  private var words: [Int32] = []
  /// With more distinct words than this a new text begins anew: memory does not grow with the input.
  private let memoryLimit = 150_000
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

  /// Fills the readings of a tokenized text.
  package mutating func match(_ text: inout NormalizedText) {
    let isSorani = text.language == "ckb"
    if isSorani != isSoraniMemory || memory.count >= memoryLimit {
      memory.removeAll()
      isSoraniMemory = isSorani
    }
    words.removeAll(keepingCapacity: true)
    words.reserveCapacity(text.tokens.count)
    let dotsTeh = writesTehMarbuta(text)
    for token in text.tokens { words.append(word(of: token, text, dotsTeh: dotsTeh)) }
    var found: [LexiconMatch] = []
    found.reserveCapacity(2 * text.tokens.count)
    var offsets: [Int32] = []
    offsets.reserveCapacity(text.tokens.count + 1)
    let walk = PhraseWalk(
      trie: reader.trie, memory: memory, words: words, isSorani: isSorani,
      requiresCapitals: requiresCapitals)
    for first in text.tokens.indices {
      let start = found.count
      offsets.append(Int32(start))
      walk.begin(text, first, into: &found)
      // `and` with a space after it is the proclitic all the same.
      if first > 0, !isSorani, isLoneAnd(text, first - 1) {
        for index in start..<found.count { found[index].clitics.insert(.conjunction) }
      }
      if found.count - start > 1 { Self.sortAndUnify(&found, from: start) }
    }
    offsets.append(Int32(found.count))
    text.setMatches(found, offsets: offsets)
  }

  private mutating func word(
    of token: Token, _ text: NormalizedText, dotsTeh: Bool
  ) -> Int32 {
    let range = Int(token.keyStart)..<Int(token.keyEnd)
    // The same key with and without the feminine ending are two words: only one has a pronoun. Who
    // never dots the ending writes the noun, if there is one, not the pronoun.
    let isFeminine =
      token.kind == .word
      && (endsWithTehMarbuta(token, text.source)
        || (!dotsTeh && token.script == .arabic && text.keys[range].suffix(2).elementsEqual(heh)
          && reader.trie.vocabulary.find(text.keys.span, range) != nil))
    let kind: WordMemory.Kind =
      token.kind == .number ? .number : isFeminine ? .feminine : .plain
    if let known = memory.find(text.keys.span, range, kind, hash: token.keyHash) { return known }
    let key = Array(text.keys[range])
    var result: [WordReader.Reading] = []
    let loose = token.script == .arabic ? folding.looseKey(key) : nil
    reader.readings(
      of: key, script: token.script, isSorani: isSoraniMemory, isFeminine: isFeminine,
      loose: loose, into: &result)
    if let numberSlot {
      let isNumber = WordReader.Reading(word: numberSlot, cost: 0, clitics: [], lettersOff: 0)
      if result.contains(where: { isNumberWord($0.word) }) { result.append(isNumber) }
      if kind == .number { result.append(isNumber) }
    }
    let isSorani = isSoraniMemory
    return memory.add(key, kind, hash: token.keyHash, result, in: reader.trie) {
      Self.counts($0, isSorani: isSorani)
    }
  }

  /// Whether an entry can be meant: a Sorani form in plain letters can look like an Arabic word, so it is
  /// read in Sorani texts only.
  static func counts(_ entry: PhraseTrie.Entry, isSorani: Bool) -> Bool {
    isSorani || entry.table == .name || Int(entry.cost) < looseCost
  }

  private let heh: [UInt8] = [0xD9, 0x87]
  private let waw: [UInt8] = [0xD9, 0x88]

  /// Words ending in heh from which a text without a teh marbuta is one whose writer does not dot it.
  private static let undotted = 3

  /// Whether the writer of a text dots the teh marbuta, as far as can be seen.
  private func writesTehMarbuta(_ text: NormalizedText) -> Bool {
    let source = text.source.span
    var index = 1
    while index < source.count {
      if source[index] == 0xA9, source[index - 1] == 0xD8 { return true }
      index += 1
    }
    var endings = 0
    for token in text.tokens where token.script == .arabic {
      if text.keys[Int(token.keyStart)..<Int(token.keyEnd)].suffix(2).elementsEqual(heh) {
        endings += 1
      }
    }
    return endings < Self.undotted
  }

  private func isLoneAnd(_ text: NormalizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.keyEnd - token.keyStart == 2 && text.tokens[index + 1].script == .arabic
      && text.key(index).elementsEqual(waw)
  }

  /// Whether the source word ends in teh marbuta, which folds to heh.
  private func endsWithTehMarbuta(_ token: Token, _ source: [UInt8]) -> Bool {
    var end = Int(token.end)
    while end - 2 > Int(token.start), PhraseWalk.isArabicMark(source[end - 2], source[end - 1]) {
      end -= 2
    }
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

  private static func goesBefore(_ left: LexiconMatch, _ right: LexiconMatch) -> Bool {
    if left.last != right.last { return left.last > right.last }
    if left.table != right.table { return left.table.rawValue < right.table.rawValue }
    // A word as it is written goes before one that it only resembles.
    let isLoose = (left.cost >= looseCost, right.cost >= looseCost)
    if isLoose.0 != isLoose.1 { return isLoose.1 }
    if left.row != right.row { return left.row < right.row }
    return left.cost < right.cost
  }

  /// Longest first, then table and row; of equal readings only the cheapest stays.
  private static func sortAndUnify(_ found: inout [LexiconMatch], from start: Int) {
    // A handful of readings, mostly in order: put into place one by one, in the array as it stands.
    for index in (start + 1)..<found.count {
      let match = found[index]
      var place = index
      while place > start, goesBefore(match, found[place - 1]) {
        found[place] = found[place - 1]
        place -= 1
      }
      if place != index { found[place] = match }
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

import Model

/// Follows the forms of the trie over the words of one text.
///
/// Values that only it reads: nothing of the matcher is copied on the way.
struct PhraseWalk {
  let trie: PhraseTrie
  let memory: WordMemory
  /// For each token its word in `memory`.
  let words: [Int32]
  let isSorani: Bool
  let requiresCapitals: Bool

  /// Appends all readings that start at a token.
  func begin(_ text: NormalizedText, _ first: Int, into found: inout [LexiconMatch]) {
    for place in memory.readings(of: words[first]) {
      let known = memory[place]
      guard known.root != 0 else { continue }
      let reading = known.reading
      for place in known.entries {
        emit(
          memory.entry(place), text, first..<(first + 1), reading.cost, reading.clitics,
          reading.lettersOff, into: &found)
      }
      if known.goesOn {
        follow(
          text, first, first + 1, known.root, reading.cost, reading.clitics, reading.lettersOff,
          into: &found)
      }
    }
  }

  /// Appends what ends at a node and follows what goes on.
  ///
  /// Depth is bounded by the longest form.
  private func extend(
    _ text: NormalizedText, _ first: Int, _ next: Int, _ node: UInt32, _ cost: Int16,
    _ clitics: Clitics, _ lettersOff: UInt8, into found: inout [LexiconMatch]
  ) {
    for number in trie.entries(of: node) {
      guard let row = trie.entry(number), PhraseMatcher.counts(row, isSorani: isSorani) else {
        continue
      }
      emit(row, text, first..<next, cost, clitics, lettersOff, into: &found)
    }
    if trie.goesOn(from: node) {
      follow(text, first, next, node, cost, clitics, lettersOff, into: &found)
    }
  }

  /// Appends a row that its words allow.
  @inline(__always)
  private func emit(
    _ row: PhraseTrie.Entry, _ text: NormalizedText, _ tokens: Range<Int>, _ cost: Int16,
    _ clitics: Clitics, _ lettersOff: UInt8, into found: inout [LexiconMatch]
  ) {
    let first = tokens.lowerBound
    if requiresCapitals, row.table == .actor, tokens.count == 1, isWordLikeAbbreviation(text, first)
    {
      return
    }
    guard accepts(row.table, clitics, text.tokens[first]) else { return }
    found.append(
      LexiconMatch(
        first: Int32(first), last: Int32(tokens.upperBound), table: row.table, row: row.row,
        cost: cost + row.cost, clitics: clitics,
        start: Int32(startAfter(lettersOff, text, first)),
        end: text.tokens[tokens.upperBound - 1].end))
  }

  /// Follows the forms that go on from a node with the next word.
  private func follow(
    _ text: NormalizedText, _ first: Int, _ next: Int, _ node: UInt32, _ cost: Int16,
    _ clitics: Clitics, _ lettersOff: UInt8, into found: inout [LexiconMatch]
  ) {
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
    // No form goes on behind the end of its sentence.
    if text.sentenceOfToken.indices.contains(index),
      text.sentenceOfToken[index] != text.sentenceOfToken[first]
    {
      return
    }
    for place in memory.readings(of: words[index]) {
      let reading = memory[place].reading
      // Inside a form only the article may go (both words have it or lack it) and suffixes.
      let inner = reading.clitics.subtracting([.article, .pronoun, .accusative, .kurdishSuffix])
      if !inner.isEmpty { continue }
      let isKurdish = reading.clitics.contains(.kurdishSuffix)
      if reading.clitics.contains(.article), !isKurdish, !clitics.contains(.article) { continue }
      guard let child = trie.child(node, reading.word) else { continue }
      extend(
        text, first, index + 1, child, cost + reading.cost,
        clitics.union(isKurdish ? reading.clitics : reading.clitics.subtracting(.article)),
        lettersOff, into: &found)
    }
  }

  /// Whether two Latin letters, where a row abbreviates an actor, are not written in capitals beside words
  /// that are: `IS fired`, but not `it is`.
  private func isWordLikeAbbreviation(_ text: NormalizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.script == .latin, token.end - token.start == 2 else { return false }
    let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    guard text.source[Int(token.start)..<Int(token.end)].allSatisfy(isCapital) else { return true }
    // A headline in capitals tells nothing.
    return ![index - 1, index + 1].contains { other in
      text.tokens.indices.contains(other) && text.tokens[other].kind != .punctuation
        && !isCapital(text.source[Int(text.tokens[other].end) - 1])
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
      let isMark = length == 2 && Self.isArabicMark(byte, text.source[offset + 1])
      if left == 0, !isMark { break }
      if !isMark { left -= 1 }
      offset += length
    }
    return offset
  }

  /// Vowel marks and tatweel: they take no letter of a proclitic.
  static func isArabicMark(_ first: UInt8, _ second: UInt8) -> Bool {
    (first == 0xD9 && (0x8B...0x9F).contains(second)) || (first == 0xD9 && second == 0x80)
      || (first == 0xD9 && second == 0xB0)
  }
}

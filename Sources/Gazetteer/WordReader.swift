import Model

/// The readings of one word: which words of the vocabulary it can be, and what was taken off.
///
/// The whole word first, then each legal proclitic sequence, then suffixes; all readings are kept
/// with their cost (the decision is the longest match's and the resolver's, not this place's).
struct WordReader: Sendable {
  struct Reading {
    var word: UInt32
    var cost: Int16
    var clitics: Clitics
    /// Letters taken off at the front.
    var lettersOff: UInt8
  }

  let trie: PhraseTrie
  let clitics: CliticTable
  /// The folded article, for words that lost its alef after ل.
  private let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
  private let tehMarbuta: [UInt8] = [0xD9, 0x87]
  private let teh: [UInt8] = [0xD8, 0xAA]
  private let waw: [UInt8] = [0xD9, 0x88]
  private let alef: [UInt8] = [0xD8, 0xA7]

  /// Appends the readings of a key.
  func readings(
    of key: [UInt8], script: Token.Script, isSorani: Bool, isFeminine: Bool, loose: [UInt8]?,
    into result: inout [Reading]
  ) {
    let span = key.span
    let whole = 0..<key.count
    if let word = trie.vocabulary.find(span, whole) {
      result.append(Reading(word: word, cost: 0, clitics: [], lettersOff: 0))
      if script == .arabic, isFinal(word, isSorani, startsWithArticle: key.starts(with: article)) {
        return
      }
    }
    if let loose, let word = trie.vocabulary.find(loose.span, 0..<loose.count) {
      result.append(Reading(word: word, cost: 150, clitics: [], lettersOff: 0))
    }
    guard script == .arabic else { return }
    if isSorani {
      soraniSuffixes(key, whole, cost: 0, depth: 2, lettersOff: 0, &result)
      soraniPrefixes(key, &result)
      return
    }
    if clitics.noStrip.contains(key) {
      if !isFeminine {
        arabicSuffixes(key, whole, cost: 0, clitics: [], lettersOff: 0, &result)
      }
      return
    }
    arabicPrefixes(key, isFeminine: isFeminine, &result)
  }

  /// Whether the whole form stands alone as something that nothing is taken off.
  ///
  /// That is a name, a number, a date, in Arabic also a harm word or a connective. Other forms keep
  /// the reading of the word without its clitics too: `by the fire of` holds the trigger `fire of`.
  private func isFinal(_ word: UInt32, _ isSorani: Bool, startsWithArticle: Bool) -> Bool {
    guard let node = trie.child(0, word) else { return false }
    for number in trie.entries(of: node) {
      switch trie.entry(number)?.table {
      case .name, .block, .number, .time: return true
      case .demonym, .title, .casualty:
        if !isSorani { return true }
      case .clause:
        // `the attack` takes up what was told before, and is the act as well.
        if !isSorani, !startsWithArticle { return true }
      default: break
      }
    }
    return false
  }

  /// Whether two letters are a type word of places (quarter, hill, dam): the only words so short that
  /// `and` and `in` are taken off them.
  private func isShortTypeWord(_ key: [UInt8], _ rest: Range<Int>) -> Bool {
    guard rest.count == 4, rest.lowerBound == 2, let word = trie.vocabulary.find(key.span, rest),
      let node = trie.child(0, word)
    else { return false }
    return trie.entries(of: node).contains { trie.entry($0)?.table == .placeTrigger }
  }

  private func arabicPrefixes(
    _ key: [UInt8], isFeminine: Bool, _ result: inout [Reading]
  ) {
    guard key.count > 1 else { return }
    // Letters have two bytes, of which the second tells more.
    for index in clitics.arabicPrefixes.indices
    where clitics.arabicPrefixes[index].key[1] == key[1] {
      let prefix = clitics.arabicPrefixes[index]
      guard key.starts(with: prefix.key) else { continue }
      let rest = prefix.key.count..<key.count
      let letters = UInt8(prefix.key.count / 2)
      let least = prefix.clitics.contains(.article) ? 4 : 6
      guard rest.count >= least || isShortTypeWord(key, rest) else { continue }
      if let word = trie.vocabulary.find(key.span, rest) {
        result.append(
          Reading(
            word: word, cost: Int16(prefix.cost), clitics: prefix.clitics, lettersOff: letters))
      }
      if prefix.clitics.isSuperset(of: [.toPreposition, .article]) {
        // لل + noun is ل + the noun with its article: the alef is not written.
        let restored = article + key[rest]
        if let word = trie.vocabulary.find(restored.span, 0..<restored.count) {
          result.append(
            Reading(
              word: word, cost: Int16(prefix.cost), clitics: prefix.clitics.subtracting(.article),
              lettersOff: letters))
        }
      }
      if !isFeminine {
        arabicSuffixes(
          key, rest, cost: prefix.cost, clitics: prefix.clitics, lettersOff: letters, &result)
      }
    }
    if !isFeminine {
      arabicSuffixes(key, 0..<key.count, cost: 0, clitics: [], lettersOff: 0, &result)
    }
  }

  private func arabicSuffixes(
    _ key: [UInt8], _ range: Range<Int>, cost: Int, clitics base: Clitics, lettersOff: UInt8,
    _ result: inout [Reading]
  ) {
    guard range.count > 6 else { return }
    let last = key[range.upperBound - 1]
    for index in clitics.arabicSuffixes.indices
    where clitics.arabicSuffixes[index].key.last == last {
      let suffix = clitics.arabicSuffixes[index]
      guard range.count - suffix.key.count >= 6, key[range].ends(with: suffix.key) else { continue }
      let stem = range.lowerBound..<(range.upperBound - suffix.key.count)
      let kinds = base.union(suffix.clitics)
      let total = Int16(cost + suffix.cost)
      if let word = trie.vocabulary.find(key.span, stem) {
        result.append(Reading(word: word, cost: total, clitics: kinds, lettersOff: lettersOff))
      }
      if key[stem].ends(with: waw) {
        // A verb in the plural drops its silent alef before a pronoun.
        let verb = Array(key[stem]) + alef
        if let word = trie.vocabulary.find(verb.span, 0..<verb.count) {
          result.append(Reading(word: word, cost: total, clitics: kinds, lettersOff: lettersOff))
        }
      }
      if key[stem].ends(with: teh) {
        // A feminine noun writes its teh marbuta as teh before a pronoun.
        let noun = key[stem.lowerBound..<(stem.upperBound - 2)] + tehMarbuta
        let bytes = Array(noun)
        if let word = trie.vocabulary.find(bytes.span, 0..<bytes.count) {
          result.append(Reading(word: word, cost: total, clitics: kinds, lettersOff: lettersOff))
        }
      }
    }
  }

  private func soraniSuffixes(
    _ key: [UInt8], _ range: Range<Int>, cost: Int, depth: Int, lettersOff: UInt8,
    _ result: inout [Reading]
  ) {
    guard depth > 0 else { return }
    for suffix in clitics.soraniSuffixes
    where range.count - suffix.key.count >= 4 && key[range].ends(with: suffix.key) {
      let stem = range.lowerBound..<(range.upperBound - suffix.key.count)
      let total = cost + suffix.cost
      if let word = trie.vocabulary.find(key.span, stem),
        !result.contains(where: { $0.word == word })
      {
        result.append(
          Reading(
            word: word, cost: Int16(total), clitics: suffix.clitics, lettersOff: lettersOff))
      }
      soraniSuffixes(
        key, stem, cost: total, depth: depth - 1, lettersOff: lettersOff, &result)
    }
  }

  private func soraniPrefixes(_ key: [UInt8], _ result: inout [Reading]) {
    for prefix in clitics.soraniPrefixes where key.starts(with: prefix.key) {
      let rest = prefix.key.count..<key.count
      guard rest.count >= 6 else { continue }
      let letters = UInt8(prefix.key.count / 2)
      if let word = trie.vocabulary.find(key.span, rest) {
        result.append(
          Reading(
            word: word, cost: Int16(prefix.cost), clitics: prefix.clitics, lettersOff: letters))
      }
      soraniSuffixes(key, rest, cost: prefix.cost, depth: 1, lettersOff: letters, &result)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the slice ends with the bytes.
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    guard count >= suffix.count else { return false }
    var index = endIndex - suffix.count
    for byte in suffix {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}

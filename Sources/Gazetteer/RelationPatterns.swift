import Model

/// The patterns of `relations.tsv` by what a reader asks of them at each name.
///
/// There are hundreds, and a name meets two or three: the last word before it says which.
package struct RelationPatterns: Sendable {
  /// What a pattern asks of the words beside the name.
  private enum Neighbor: Sendable {
    /// The word before it.
    case word([UInt8])
    /// A letter before it, or glued to it.
    case letter([UInt8])
    case direction
    /// Nothing before it, this word after it.
    case following([UInt8])
    /// None that one look could tell.
    case other
  }

  private struct Ending: Sendable {
    var pattern: Int
    var neighbor: Neighbor
  }

  /// The patterns of a language in the order of the file: those that end in a word before the name by
  /// the last byte of that word, and the others.
  private struct Endings: Sendable {
    var byLast: [UInt8: [Ending]] = [:]
    var others: [Ending] = []
  }

  private var endings: [String: Endings] = [:]
  private var outside: Set<String> = []
  private var towards: Set<[UInt8]> = []

  init(_ rows: [RelationRow]) {
    let starts = Set(rows.filter { $0.kind == .heading }.compactMap(\.before.first))
    for (pattern, row) in rows.enumerated() {
      let ending = Ending(pattern: pattern, neighbor: Self.neighbor(of: row))
      if case .word(let word) = ending.neighbor, let last = word.last {
        endings[row.language, default: Endings()].byLast[last, default: []].append(ending)
      } else {
        endings[row.language, default: Endings()].others.append(ending)
      }
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

  private static func neighbor(of row: RelationRow) -> Neighbor {
    switch (row.before.last, row.after.first) {
    case (.word(let word), _): word.count > 2 ? .word(word) : .letter(word)
    case (.direction, _): .direction
    // Of a pair the words after stand behind the second name.
    case (nil, .word(let word)) where !row.hasSecondPlace: .following(word)
    default: .other
    }
  }

  /// The words beside a name, as folded keys.
  package struct Surroundings {
    /// The token before the pattern's place, empty at the start of the text.
    package var before: ArraySlice<UInt8>
    /// The first token of the pattern's place.
    package var first: ArraySlice<UInt8>
    /// The tokens that may be the next ones.
    package var next: [ArraySlice<UInt8>]
    /// Whether words of direction end before the pattern's place.
    package var followsDirection: Bool

    package init(
      before: ArraySlice<UInt8>, first: ArraySlice<UInt8>, next: [ArraySlice<UInt8>],
      followsDirection: Bool
    ) {
      self.before = before
      self.first = first
      self.next = next
      self.followsDirection = followsDirection
    }
  }

  /// Calls `body` with the patterns of a language that these words beside the name may belong to, in
  /// the order of the file.
  ///
  /// Linear in the patterns that fit the last letter before the name, with a look at two letters each.
  package func each(
    ofLanguage language: String, beside words: Surroundings, _ body: (Int) -> Void
  ) {
    guard let endings = endings[language] else { return }
    let others = endings.others
    let fitting = words.before.last.flatMap { endings.byLast[$0] } ?? []
    // Both lists are in the order of the file.
    var (first, second) = (0, 0)
    while first < others.count || second < fitting.count {
      let isOther =
        second == fitting.count
        || (first < others.count && others[first].pattern < fitting[second].pattern)
      let ending = isOther ? others[first] : fitting[second]
      if isOther { first += 1 } else { second += 1 }
      if suits(ending.neighbor, words) { body(ending.pattern) }
    }
  }

  private func suits(_ neighbor: Neighbor, _ words: Surroundings) -> Bool {
    switch neighbor {
    case .word(let word): ends(words.before, with: word)
    case .letter(let letter):
      ends(words.before, with: letter) || words.first.starts(with: letter)
    case .direction: words.followsDirection
    case .following(let word): words.next.contains { ends($0, with: word) }
    case .other: true
    }
  }

  /// Whether a key may be a word with or without proclitics.
  private func ends(_ key: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    guard key.count >= word.count, key[key.endIndex - 1] == word[word.count - 1] else {
      return false
    }
    return word.count < 2
      || key[key.endIndex - 2] == word[word.count - 2] && TokenWords.isWord(key, word[...])
  }

  /// Whether a heading pattern begins with the words of this relation (`outside X toward …`).
  package func isOutside(_ rule: String) -> Bool { outside.contains(rule) }

  /// Whether a folded word says toward: the one before the direction of a heading pattern.
  package func isToward(_ key: ArraySlice<UInt8>) -> Bool { towards.contains(Array(key)) }
}

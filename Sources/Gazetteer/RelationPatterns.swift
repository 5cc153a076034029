import Model

/// The patterns of `relations.tsv` by what a reader asks of them at each name.
///
/// There are hundreds, and a name meets two or three: the last word before it says which.
package struct RelationPatterns: Sendable {
  /// What a pattern has directly before the name.
  private struct Ending: Sendable {
    var pattern: Int
    /// The last word before the name; empty when any word, or none, may stand there.
    var word: [UInt8]
  }

  private var endings: [String: [Ending]] = [:]
  private var outside: Set<String> = []
  private var towards: Set<[UInt8]> = []

  init(_ rows: [RelationRow]) {
    let starts = Set(rows.filter { $0.kind == .heading }.compactMap(\.before.first))
    for (pattern, row) in rows.enumerated() {
      var last: [UInt8] = []
      // A word of one letter may be glued to the name.
      if case .word(let word)? = row.before.last, word.count > 2 { last = word }
      endings[row.language, default: []].append(Ending(pattern: pattern, word: last))
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

  /// Calls `body` with the patterns of a language that may end with a word before the name, in the
  /// order of the file.
  ///
  /// Linear in the patterns of the language, with a look at two letters each.
  package func each(
    ofLanguage language: String, after key: ArraySlice<UInt8>, _ body: (Int) -> Void
  ) {
    guard let endings = endings[language] else { return }
    for index in endings.indices where mayEnd(endings[index].word, with: key) {
      body(endings[index].pattern)
    }
  }

  private func mayEnd(_ word: [UInt8], with key: ArraySlice<UInt8>) -> Bool {
    if word.isEmpty { return true }
    return key.count >= word.count && key[key.endIndex - 1] == word[word.count - 1]
      && key[key.endIndex - 2] == word[word.count - 2]
  }

  /// Whether a heading pattern begins with the words of this relation (`outside X toward …`).
  package func isOutside(_ rule: String) -> Bool { outside.contains(rule) }

  /// Whether a folded word says toward: the one before the direction of a heading pattern.
  package func isToward(_ key: ArraySlice<UInt8>) -> Bool { towards.contains(Array(key)) }
}

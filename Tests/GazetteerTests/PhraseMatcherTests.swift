import Folding
import Gazetteer
import Model
import TestSupport
import Testing

/// The matcher against a search that tries every form at every token.
@Suite struct `Phrase matcher` {
  /// What both report: first and last token, table and row.
  struct Hit: Hashable, Comparable {
    var first: Int
    var last: Int
    var table: UInt8
    var row: Int

    /// The order of `NormalizedText.matches`.
    static func < (left: Hit, right: Hit) -> Bool {
      (left.first, -left.last, left.table, left.row)
        < (right.first, -right.last, right.table, right.row)
    }
  }

  struct Form {
    var words: [String]
    var table: LexiconTable
    var row: Int
  }

  static let tokenizer = Tokenizer(table: FoldingTable())

  static func tokens(_ text: String) -> NormalizedText {
    var result = NormalizedText(source: Array(text.utf8), textStart: 0, language: "en")
    var buffer = TokenBuffer()
    tokenizer.tokenize(result.source.span, into: &buffer)
    result.tokens = buffer.tokens
    result.keys = buffer.keys
    return result
  }

  static func matched(_ text: NormalizedText, _ forms: [Form]) -> [Hit] {
    var builder = PhraseTrieBuilder(expectedForms: 4)
    for form in forms {
      let words = form.words.map { word in
        let key = Array(word.utf8)
        return builder.word(key, 0..<key.count)
      }
      builder.insert(words, table: form.table, row: form.row)
    }
    var matcher = PhraseMatcher(
      trie: PhraseTrie(builder), clitics: CliticTable(), folding: FoldingTable(), cardinals: [],
      requiresCapitals: false)
    var text = text
    matcher.match(&text)
    return text.matches.map {
      Hit(first: Int($0.first), last: Int($0.last), table: $0.table.rawValue, row: Int($0.row))
    }
  }

  /// Every form at every token, word by word; a mark that joins may stand between two words.
  static func naive(_ text: NormalizedText, _ forms: [Form]) -> [Hit] {
    var hits: Set<Hit> = []
    let keys = text.tokens.indices.map { String(decoding: text.key($0), as: UTF8.self) }
    func isJoined(_ index: Int) -> Bool {
      index + 1 < keys.count && ["-", ".", "/"].contains(keys[index])
        && text.tokens[index].kind == .punctuation && !text.tokens[index].spaceBefore
        && !text.tokens[index + 1].spaceBefore
    }
    for first in keys.indices {
      for form in forms {
        var next = first
        var isHit = true
        for (number, word) in form.words.enumerated() {
          if number > 0, next < keys.count, isJoined(next) { next += 1 }
          guard next < keys.count, keys[next] == word else {
            isHit = false
            break
          }
          next += 1
        }
        if isHit {
          hits.insert(Hit(first: first, last: next, table: form.table.rawValue, row: form.row))
        }
      }
    }
    return hits.sorted()
  }

  @Test(arguments: 0..<200) func `equals the naive search on random gazetteers`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let words = ["ab", "ba", "abb", "كركوك", "قره", "تبه", "12", "a"]
    let tables: [LexiconTable] = [.name, .event, .actor, .placeTrigger]
    var forms: [Form] = []
    for row in 0..<Int.random(in: 1...25, using: &random) {
      let length = Int.random(in: 1...4, using: &random)
      forms.append(
        Form(
          words: (0..<length).map { _ in words.randomElement(using: &random) ?? "a" },
          table: tables.randomElement(using: &random) ?? .name, row: row))
    }
    var text = ""
    for _ in 0..<Int.random(in: 0...80, using: &random) {
      text += words.randomElement(using: &random) ?? "a"
      text += [" ", " ", " ", "-", "/", ", ", " - "].randomElement(using: &random) ?? " "
    }
    let tokens = Self.tokens(text)
    #expect(Self.matched(tokens, forms) == Self.naive(tokens, forms))
  }

  /// All texts of up to six words over four, against three forms that share words.
  @Test func `equals the naive search on all short texts`() {
    let forms = [
      Form(words: ["a", "b"], table: .name, row: 0),
      Form(words: ["b", "a", "b"], table: .name, row: 1),
      Form(words: ["a"], table: .event, row: 0),
    ]
    let words = ["a", "b", "c", "d"]
    var texts = [[String]()]
    var level = texts
    for _ in 0..<6 {
      level = level.flatMap { text in words.map { text + [$0] } }
      texts += level
    }
    var differences = 0
    for words in texts {
      let tokens = Self.tokens(words.joined(separator: " "))
      if Self.matched(tokens, forms) != Self.naive(tokens, forms) { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test func `grows past its first size and finds every form`() {
    var builder = PhraseTrieBuilder(expectedForms: 4)
    for row in 0..<20_000 {
      let key = Array("word\(row)".utf8)
      builder.insert([builder.word(key, 0..<key.count)], table: .name, row: row)
    }
    let trie = PhraseTrie(builder)
    #expect(trie.count == 20_000)
    for row in stride(from: 0, to: 20_000, by: 37) {
      #expect(trie.rows(ofWord: Array("word\(row)".utf8), table: .name) == [Int32(row)])
    }
    #expect(trie.rows(ofWord: Array("word20000".utf8), table: .name).isEmpty)
    #expect(trie.rows(ofWord: [], table: .name).isEmpty)
  }

  @Test func `a form of no words is not added`() {
    var builder = PhraseTrieBuilder()
    builder.insert([], table: .name, row: 0)
    #expect(PhraseTrie(builder).count == 0)
  }

  @Test func `a name in Latin letters needs its capital, unless people ask`() {
    var builder = PhraseTrieBuilder()
    let key = Array("mosul".utf8)
    builder.insert([builder.word(key, 0..<key.count)], table: .name, row: 0)
    let trie = PhraseTrie(builder)
    func count(_ text: String, _ requiresCapitals: Bool) -> Int {
      var matcher = PhraseMatcher(
        trie: trie, clitics: CliticTable(), folding: FoldingTable(), cardinals: [],
        requiresCapitals: requiresCapitals)
      var tokens = Self.tokens(text)
      matcher.match(&tokens)
      return tokens.matches.count
    }
    #expect(count("mosul", true) == 0)
    #expect(count("Mosul", true) == 1)
    #expect(count("mosul", false) == 1)
  }
}

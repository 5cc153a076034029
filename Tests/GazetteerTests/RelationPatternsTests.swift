import Gazetteer
import Model
import Testing

/// A walk along the trees must never pass over a pattern that would fit.
@Suite struct `Relation patterns` {
  private let gazetteer = `Real gazetteer`.gazetteer
  private var patterns: RelationPatterns { gazetteer.relationPatterns }

  /// The patterns that some words before a name, as elements in the order of the text, lead to.
  private func reached(_ before: [RelationRow.Element], _ language: String) -> [Int] {
    var nodes = patterns.root(ofLanguage: language).map { [$0] } ?? []
    for (left, element) in before.indices.reversed().map({ ($0, before[$0]) }) {
      nodes = nodes.flatMap { node -> [Int] in
        switch element {
        case .number: return patterns.number(before: node).map { [$0] } ?? []
        case .unit: return patterns.unit(before: node).map { [$0] } ?? []
        case .direction: return patterns.direction(before: node).map { [$0] } ?? []
        case .word(let word):
          var next: [Int] = []
          patterns.eachWord(before: node, as: word[...]) { child, goesOn in
            if goesOn || left == 0 { next.append(child) }
          }
          return next
        case .place, .secondPlace: return []
        }
      }
    }
    var result: [Int] = []
    for node in nodes { patterns.eachEnd(at: node) { result.append($0.pattern) } }
    return result
  }

  @Test func `every pattern is reached by its own words`() {
    #expect(gazetteer.relations.count > 500)
    for (number, row) in gazetteer.relations.enumerated() {
      #expect(reached(row.before, row.language).contains(number), "\(row.id)")
    }
  }

  @Test func `proclitics stand before the first word, the article before any`() {
    var tried = 0
    for (number, row) in gazetteer.relations.enumerated() {
      for (index, element) in row.before.enumerated() {
        guard case .word(let word) = element, word.count > 2, word[0] >= 0xD8 else { continue }
        var words = row.before
        words[index] = .word(Array("ال".utf8) + word)
        #expect(reached(words, row.language).contains(number), "\(row.id)")
        words[index] = .word(Array("وال".utf8) + word)
        #expect(reached(words, row.language).contains(number) == (index == 0), "\(row.id)")
        words[index] = .word(Array("زز".utf8) + word)
        #expect(!reached(words, row.language).contains(number), "\(row.id)")
        tried += 1
      }
    }
    #expect(tried > 200)
  }

  @Test func `other words reach none, and no words the pairs and what stands behind a name`() {
    for language in ["ar", "ckb", "en"] {
      #expect(reached([.word(Array("zzzz".utf8))], language).isEmpty)
      for number in reached([], language) { #expect(gazetteer.relations[number].before.isEmpty) }
    }
    #expect(patterns.root(ofLanguage: "") == nil)
  }

  /// A text of one token.
  private func text(_ key: [UInt8]) -> NormalizedText {
    var text = NormalizedText(source: key, textStart: 0, language: "ar")
    text.keys = key
    text.tokens = [
      Token(
        start: 0, end: Int32(key.count), keyStart: 0, keyEnd: Int32(key.count), kind: .word,
        script: .arabic, spaceBefore: true, capitalized: false)
    ]
    return text
  }

  @Test func `a pattern is asked for only beside what must follow`() {
    var words = 0
    var pairs = 0
    for row in gazetteer.relations where row.before.isEmpty {
      guard let root = patterns.root(ofLanguage: row.language) else { continue }
      patterns.eachEnd(at: root) { end in
        guard gazetteer.relations[end.pattern].id == row.id else { return }
        switch row.hasSecondPlace ? row.between.first : row.after.first {
        case .word(let word)? where row.hasSecondPlace && word == Array("و".utf8):
          // و may be one word with the second name.
          #expect(!end.asksFollowing)
        case .word(let word)?:
          #expect(end.asksFollowing)
          #expect(end.mayGoOn(with: 0, of: text(word)), "\(row.id)")
          #expect(!end.mayGoOn(with: 0, of: text(Array("ظظ".utf8))), "\(row.id)")
          #expect(!end.mayGoOn(with: 1, of: text(word)), "\(row.id)")
          if row.hasSecondPlace { pairs += 1 } else { words += 1 }
        default: break
        }
      }
    }
    #expect(words > 10)
    #expect(pairs > 10)
  }

  @Test func `exact words of a node`() throws {
    let root = try #require(patterns.root(ofLanguage: "ar"))
    let letter = Array("ل".utf8)
    let node = try #require(patterns.word(letter[...], before: root))
    var found: [Int] = []
    patterns.eachWord(before: root, as: letter[...]) { child, _ in found.append(child) }
    #expect(found == [node])
    #expect(patterns.word(Array("ظظ".utf8)[...], before: root) == nil)
  }

  @Test func `words of direction and departure`() {
    let heading = gazetteer.relations.first { $0.kind == .heading }
    #expect(heading.map { patterns.isOutside($0.id) } == true)
    #expect(!patterns.isOutside(""))
    #expect(!patterns.isToward(Array("بغداد".utf8)[...]))
  }
}

import Testing
import TestSupport

@testable import Model

@Suite struct `Folded words` {
  /// A text of folded words, one token each.
  private func text(_ words: [String]) -> NormalizedText {
    var text = NormalizedText(source: [], textStart: 0, language: "ar")
    for word in words {
      let start = Int32(text.keys.count)
      text.keys += word.utf8
      text.tokens.append(
        Token(
          start: start, end: Int32(text.keys.count), keyStart: start,
          keyEnd: Int32(text.keys.count), kind: .word, script: .arabic, spaceBefore: true,
          capitalized: false))
    }
    return text
  }

  static let cases: [(words: [String], tokens: [String], stands: Bool)] = [
    (["حادث"], ["حادث"], true), (["حادث"], ["والحادث"], true), (["حادث"], ["بالحادث"], true),
    (["حادث"], ["حادثه"], false), (["حادث"], ["سحادث"], false), ([], ["حادث"], false),
    (["حادث سير"], ["بحادث", "سير"], true), (["حادث سير"], ["حادث"], false),
    (["حادث سير"], ["حادث", "السير"], false), (["و"], ["و"], true), (["ب"], ["ل"], false),
    (["road"], ["road"], true), (["road"], ["broad"], false), (["a"], ["a"], true),
    (["سير", "مرور", "حادث سير"], ["المرور"], true), ([""], ["سير"], false),
  ]

  @Test(arguments: cases)
  func `stand with their proclitics and in their order`(
    words: [String], tokens: [String], stands: Bool
  ) {
    #expect(FoldedWords(words).stand(at: 0, of: text(tokens)) == stands)
  }

  /// What the lists mean, without the look at two letters.
  private func slowly(_ words: [String], _ tokens: [String], _ index: Int) -> Bool {
    words.contains { word in
      let parts = word.split(separator: " ").map { Array($0.utf8) }
      guard let first = parts.first, index + parts.count <= tokens.count else { return false }
      return TokenWords.isWord(Array(tokens[index].utf8)[...], first[...])
        && parts.indices.dropFirst().allSatisfy {
          parts[$0].elementsEqual(tokens[index + $0].utf8)
        }
    }
  }

  @Test(arguments: 0..<200)
  func `the fast look and the slow one agree`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let letters = ["ا", "ل", "و", "ب", "ر", "s", "t"]
    func word(_ random: inout SplitMix64) -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }.joined()
    }
    let tokens = (0..<40).map { _ in word(&random) }
    let words = (0..<Int.random(in: 0...12, using: &random)).map { number in
      number % 3 == 0 ? word(&random) + " " + word(&random) : word(&random)
    }
    let prepared = FoldedWords(words)
    let text = text(tokens)
    for index in tokens.indices {
      #expect(
        prepared.stand(at: index, of: text) == slowly(words, tokens, index),
        "\(words) at \(tokens[index])")
      let key = Array(tokens[index].utf8)
      let begins = words.contains { word in
        word.utf8.count >= 6 && key.count > word.utf8.count && key.starts(with: word.utf8)
      }
      #expect(prepared.begin(key[...]) { _ in true } == begins)
    }
  }
}

import Gazetteer
import Model

/// A text with the questions that the recognition rules ask of it, and the tokens already taken.
struct RecognitionContext {
  /// What all finders read and none writes, by reference: the context itself is written all the time.
  private final class Ground {
    let gazetteer: Gazetteer
    let text: NormalizedText

    init(_ gazetteer: Gazetteer, _ text: NormalizedText) {
      self.gazetteer = gazetteer
      self.text = text
    }
  }

  private let ground: Ground
  var gazetteer: Gazetteer { ground.gazetteer }
  var text: NormalizedText { ground.text }
  /// Whether a mention or an actor's name covers the token.
  var isClaimed: [Bool]
  var mentions: [Mention] = []

  init(gazetteer: Gazetteer, text: NormalizedText) {
    ground = Ground(gazetteer, text)
    isClaimed = Array(repeating: false, count: text.tokens.count)
  }

  mutating func claim(_ tokens: Range<Int>) {
    for index in tokens { isClaimed[index] = true }
  }

  func isFree(_ tokens: Range<Int>) -> Bool {
    !tokens.contains { isClaimed[$0] }
  }

  /// The longest match of a table at a token, the cheapest of equals.
  func longest(_ table: LexiconTable, at token: Int) -> LexiconMatch? {
    text.longestMatch(table, at: token)
  }

  /// The longest match of a table that ends before a token.
  func longest(_ table: LexiconTable, endingAt end: Int) -> LexiconMatch? {
    var best: LexiconMatch?
    var start = end - 1
    while start >= 0, start > end - 5 {
      if let match = text.lastMatch(table, at: start, endingAt: end) { best = match }
      start -= 1
    }
    return best
  }

  /// The kind of the small word at a token, nil when it is none.
  func functionWord(at token: Int) -> String? {
    guard token >= 0, token < text.tokens.count else { return nil }
    guard let match = longest(.functionWord, at: token) else { return nil }
    return gazetteer.functionWords[Int(match.row)].kind
  }

  /// Whether a small word stands at a token letter for letter.
  ///
  /// Names fold like small words (`on` and Ali): the letters as written decide.
  func isWrittenSmallWord(at token: Int) -> Bool {
    guard token >= 0, token < text.tokens.count, let match = longest(.functionWord, at: token),
      Int(match.last) == token + 1
    else { return false }
    let form = gazetteer.functionWords[Int(match.row)].form
    let written = text.plainText(match.span)
    if written == form { return true }
    // Another keyboard has one letter for the yeh with and without dots.
    return text.text(match.span).unicodeScalars.last == "\u{06CC}"
      && written.dropLast() == form.dropLast()
  }

  /// The kind of the small word (of one or more tokens) that ends before a token.
  func functionWord(endingAt end: Int) -> (kind: String, start: Int)? {
    guard let match = longest(.functionWord, endingAt: end) else { return nil }
    return (gazetteer.functionWords[Int(match.row)].kind, Int(match.first))
  }

  /// Whether a folded word stands in a token range (proclitics as the matcher took them off are not
  /// looked at: the key itself or its rest after و or the article).
  func contains(_ words: FoldedWords, in tokens: Range<Int>) -> Bool {
    tokens.contains { text.tokens[$0].kind == .word && words.stand(at: $0, of: text) }
  }

  /// The sentence of a token.
  func sentence(_ token: Int) -> Range<Int> {
    text.sentences[Int(text.sentenceOfToken[token])]
  }

  /// Whether a token is punctuation with one of the scalars.
  func isMark(_ token: Int, _ marks: [UInt8]...) -> Bool {
    guard token >= 0, token < text.tokens.count, text.tokens[token].kind == .punctuation else {
      return false
    }
    let key = text.key(token)
    return marks.contains { key.elementsEqual($0) }
  }

  /// Whether a token is a comma of either script.
  func isComma(_ token: Int) -> Bool { isMark(token, [0x2C], [0xD8, 0x8C]) }
}

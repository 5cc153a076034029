import Gazetteer
import Model

/// Splits tokens into paragraphs and sentences and finds quotations.
struct SentenceSplitter {
  /// Folded words that a full stop shortens and does not end: titles (`gen.`, `dr.`).
  private let abbreviations: Set<[UInt8]>

  init(titles: [TitleRow]) {
    abbreviations = Set(
      titles.lazy.filter { $0.form.hasSuffix(".") && !$0.form.contains(" ") }
        .map { Array($0.form.dropLast().utf8) })
  }

  /// Fills `paragraphs`, `sentences`, `quotes` and the tables of tokens.
  ///
  /// Linear.
  func split(_ result: inout NormalizedText) {
    // What is read, apart from what is written: the functions below would copy it for each token.
    let text = result
    let count = text.tokens.count
    var paragraphs: [Range<Int>] = []
    var paragraphOfToken: [Int32] = []
    paragraphOfToken.reserveCapacity(count)
    var sentences: [Range<Int>] = []
    var sentenceOfToken: [Int32] = []
    sentenceOfToken.reserveCapacity(count)
    func end(_ parts: inout [Range<Int>], _ partOfToken: inout [Int32], at index: Int) {
      let start = partOfToken.count
      guard index > start else { return }
      partOfToken.append(contentsOf: repeatElement(Int32(parts.count), count: index - start))
      parts.append(start..<index)
    }
    for index in 0..<count {
      if index > 0, hasLineFeed(text, before: index) {
        end(&sentences, &sentenceOfToken, at: index)
        end(&paragraphs, &paragraphOfToken, at: index)
      }
      if text.tokens[index].kind == .punctuation, endsSentence(text, at: index) {
        var next = index + 1
        while next < count, !text.tokens[next].spaceBefore, isClosing(text, next) { next += 1 }
        end(&sentences, &sentenceOfToken, at: next)
      }
    }
    end(&sentences, &sentenceOfToken, at: count)
    end(&paragraphs, &paragraphOfToken, at: count)
    result.paragraphs = paragraphs
    result.sentences = sentences
    result.paragraphOfToken = paragraphOfToken
    result.sentenceOfToken = sentenceOfToken
    findQuotes(&result)
  }

  private func hasLineFeed(_ text: NormalizedText, before index: Int) -> Bool {
    var offset = Int(text.tokens[index - 1].end)
    let end = Int(text.tokens[index].start)
    while offset < end {
      if text.source[offset] == 0x0A { return true }
      offset += 1
    }
    return false
  }

  private func scalar(_ text: NormalizedText, _ index: Int) -> UInt32 {
    let token = text.tokens[index]
    guard token.kind == .punctuation else { return 0 }
    let first = text.source[Int(token.start)]
    if first < 0x80 { return UInt32(first) }
    return String(decoding: text.source[Int(token.start)..<Int(token.end)], as: UTF8.self)
      .unicodeScalars.first?.value ?? 0
  }

  /// Whether a mark ends a sentence: not after a one-letter abbreviation, a title or inside a number.
  private func endsSentence(_ text: NormalizedText, at index: Int) -> Bool {
    switch scalar(text, index) {
    case 0x21, 0x3F, 0x61F, 0x6D4, 0x2026: return true
    // `Urgent | …`, `… | an agency`.
    case 0x7C: return text.tokens[index].spaceBefore
    case 0x2E:
      guard index > 0 else { return true }
      let previous = text.tokens[index - 1]
      let hasNext = index + 1 < text.tokens.count
      if hasNext, !text.tokens[index + 1].spaceBefore, text.tokens[index + 1].kind != .punctuation {
        return false
      }
      guard previous.kind == .word, previous.end == text.tokens[index].start else { return true }
      let key = text.key(index - 1)
      if previous.script == .arabic {
        // One letter is an abbreviation (a doctor, a professor), two the kilometer.
        if key.count <= 2 { return !hasNext }
        // The same behind و: `and Dr.`
        if key.count == 4, key.starts(with: [0xD9, 0x88]) { return !hasNext }
        return !(key.count == 4 && isKilometer(key) && hasNext && startsWithDirection(text, index))
      }
      if previous.capitalized, hasNext, abbreviations.contains(Array(key)) { return false }
      return !(key.count == 1 && previous.capitalized && hasNext)
    default: return false
    }
  }

  private func isKilometer(_ key: ArraySlice<UInt8>) -> Bool {
    key.elementsEqual([0xD9, 0x83, 0xD9, 0x85])
  }

  /// After the abbreviated kilometer the sentence goes on when the next word is no quotation.
  private func startsWithDirection(_ text: NormalizedText, _ index: Int) -> Bool {
    text.tokens[index + 1].kind == .word
  }

  private func isClosing(_ text: NormalizedText, _ index: Int) -> Bool {
    switch scalar(text, index) {
    case 0x22, 0xBB, 0x201D, 0x29, 0x5D, 0x2E, 0x21, 0x3F, 0x61F, 0xFD3F, 0x2019: true
    default: false
    }
  }

  /// Pairs quotation marks within a paragraph; an unpaired mark opens nothing.
  private func findQuotes(_ text: inout NormalizedText) {
    for paragraph in text.paragraphs {
      var open: Int?
      for index in paragraph where text.tokens[index].kind == .punctuation {
        switch scalar(text, index) {
        case 0xAB, 0x201C, 0x201E, 0xFD3E: open = index
        case 0xBB, 0x201D, 0xFD3F:
          if let start = open { text.quotes.append(start..<(index + 1)) }
          open = nil
        case 0x22:
          if let start = open {
            text.quotes.append(start..<(index + 1))
            open = nil
          } else {
            open = index
          }
        default: break
        }
      }
    }
  }
}

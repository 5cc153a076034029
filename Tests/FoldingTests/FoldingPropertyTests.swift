import Folding
import Model
import TestSupport
import Testing

@Suite struct `Folding of anything` {
  /// Letters, marks, joiners, digits, ligatures and emoji that the rules tell apart.
  static let alphabet: [Unicode.Scalar] = Array(
    ("ابتهةىيیئءأإآوؤكکگلمنرڕسشعفقپچژۆێەھ" + "ًٌٍَُِّْٰـ" + "٠١۲۳٫٬،؛؟«»" + "abcXYZséÇşıß'’‘ʿ-./"
      + "0123, \n\u{00A0}\u{200C}\u{200D}\u{200F}\u{202B}\u{FEFF}\u{00AD}"
      + "\u{FEFB}\u{FDF2}\u{FE8F}\u{FB8E}\u{FDFA}\u{FE70}\u{0301}ЖΩ漢🔥👩🏽‍🚒🇮🇶").unicodeScalars)

  static func text(_ seed: Int) -> String {
    var random = SplitMix64(seed: seed)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  @Test(arguments: 0..<300) func `twice is once`(seed: Int) {
    let once = Folder.key(Self.text(seed))
    #expect(Folder.key(once) == once)
  }

  @Test(arguments: 0..<300) func `offsets are those of scalars, ascending`(seed: Int) {
    check(Array(Self.text(seed).utf8))
  }

  @Test(arguments: 0..<200) func `random bytes made valid have good offsets`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let noise = random.bytes(200)
    check(Array(String(decoding: noise, as: UTF8.self).utf8))
  }

  /// Every scalar of the plane that Arabic is in, alone and between letters.
  @Test(arguments: Array(stride(from: UInt32(0x20), to: 0x1_0000, by: 0x400)))
  func `each scalar folds to a fixed point`(first: UInt32) {
    for value in first..<(first + 0x400) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "با\(scalar)", "ba\(scalar)ab", "با\(scalar)با"] {
        check(Array(text.utf8))
        let once = Folder.key(text)
        let twice = Folder.key(once)
        if once != twice { Issue.record("U+\(String(value, radix: 16)): \(once), then \(twice)") }
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    let buffer = Folder.tokens(bytes)
    var end = 0
    for (index, token) in buffer.tokens.enumerated() {
      #expect(Int(token.start) >= end)
      #expect(token.start < token.end)
      #expect(Int(token.end) <= bytes.count)
      #expect(isBoundary(bytes, Int(token.start)) && isBoundary(bytes, Int(token.end)))
      #expect(!buffer.key(index).isEmpty)
      end = Int(token.end)
    }
    let again = Folder.tokens(bytes)
    #expect(again.tokens == buffer.tokens)
    #expect(again.keys == buffer.keys)
    #expect(String(validating: buffer.keys, as: UTF8.self) != nil)
  }

  private func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  /// A scalar of three bytes has fifteen letters: keys are longer than their text.
  @Test(arguments: [1, 2, 50])
  func `keys may be longer than their text`(count: Int) {
    let letters = Folder.key("\u{FDFA}")
    #expect(letters.utf8.count == 30)
    #expect(
      Folder.key(String(repeating: "\u{FDFA}", count: count))
        == String(repeating: letters, count: count))
    #expect(Folder.words("a \u{FDFA} é \u{FDF2}b") == ["a", letters, "e", "الله", "b"])
  }

  @Test func `tokens go on behind those that a buffer holds`() {
    var buffer = Folder.tokens(Array("بغداد Erbil".utf8))
    let first = buffer.tokens
    Folder.tokenizer.tokenize(Array("\u{FDFA} Mosul".utf8).span, into: &buffer)
    #expect(Array(buffer.tokens.prefix(2)) == first)
    #expect(
      buffer.tokens.indices.map { String(decoding: buffer.key($0), as: UTF8.self) }
        == ["بغداد", "erbil", Folder.key("\u{FDFA}"), "mosul"])
  }

  /// Words are found again by the hash of their key: it depends on nothing else.
  @Test func `equal keys have equal hashes and others hardly ever`() {
    let words = (0..<2000).map { "\($0 * 7919)" } + ["a", "b", "ab", "ba", "", "ب", "اب"]
    var hashes: Set<UInt32> = []
    for word in words {
      let once = Folder.tokens(Array(word.utf8)).tokens.map(\.keyHash)
      let later = Folder.tokens(Array(("x " + word).utf8)).tokens.dropFirst().map(\.keyHash)
      #expect(once == Array(later))
      hashes.formUnion(once)
    }
    #expect(hashes.count > words.count * 99 / 100)
  }
}

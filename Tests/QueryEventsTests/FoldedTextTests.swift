import Testing

@testable import QueryEvents

@Suite struct `Text folded` {
  static let cases: [(text: String, folded: String)] = [
    ("ABC xyz", "abc xyz"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("ẞ", "ss"),
    ("ΟΔΟΣ", "οδοσ"), ("οδος", "οδοσ"), ("İ", "i\u{307}"), ("ı", "ı"), ("ŉ", "ʼn"), ("ﬃ", "ffi"),
    ("ᾳ", "αι"), ("ΐ", "ι\u{308}\u{301}"), ("Ꭰ", "Ꭰ"), ("ꭰ", "Ꭰ"), ("ᏸ", "Ᏸ"), ("ſ", "s"),
    ("K", "k"), ("Å", "å"), ("ÄÖÜ", "äöü"), ("Дж", "дж"), ("ա", "ա"), ("Ա", "ա"), ("և", "եւ"),
    ("𐐀", "𐐨"), ("محافظة", "محافظة"), ("\u{345}", "ι"),
  ]

  @Test(arguments: cases) func `by case`(_ text: String, _ folded: String) {
    #expect(Array(FoldedText.caseFolded(text).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func `by case twice is once, and does not depend on case`() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText.caseFolded(String(scalar))
      if FoldedText.caseFolded(once).utf8.elementsEqual(once.utf8) { continue }
      Issue.record("U+\(String(value, radix: 16)) is folded anew")
    }
  }

  static let accents: [(text: String, bare: String)] = [
    ("Beyoncé", "Beyonce"), ("Beyonce\u{301}", "Beyonce"), ("ÀÉÎÕÜ", "AEIOU"), ("ø", "ø"),
    ("Việt", "Viet"), ("şêx", "sex"), ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("هەولێر", "هەولێر"),
    ("한국", "한국"), ("が", "か"), ("plain", "plain"), ("1⃝", "1"),
  ]

  @Test(arguments: accents) func `without accents`(_ text: String, _ bare: String) {
    #expect(Array(FoldedText.withoutAccents(text).unicodeScalars) == Array(bare.unicodeScalars))
  }

  @Test func `patterns match as a slow reading does`() {
    let letters = ["a", "b", "%", "_"]
    func all(_ length: Int) -> [String] {
      length == 0 ? [""] : all(length - 1).flatMap { rest in letters.map { rest + $0 } }
    }
    func slow(_ text: Substring, _ pattern: Substring) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      if first == "%" {
        return slow(text, pattern.dropFirst())
          || !text.isEmpty && slow(text.dropFirst(), pattern)
      }
      return !text.isEmpty && (first == "_" || first == text.first)
        && slow(text.dropFirst(), pattern.dropFirst())
    }
    let texts = (0...4).flatMap(all).filter { !$0.contains("%") && !$0.contains("_") }
    for pattern in (0...5).flatMap(all) {
      let read = LikePattern(pattern)
      for text in texts where read.matches(text) != slow(text[...], pattern[...]) {
        Issue.record("\(text) LIKE \(pattern)")
      }
    }
  }
}

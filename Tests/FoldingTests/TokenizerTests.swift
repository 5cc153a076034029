import Folding
import Model
import Testing

@Suite struct Tokenizing {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var words: [String]

    init(_ name: String, _ text: String, _ words: [String]) {
      self.name = name
      self.text = text
      self.words = words
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("nothing", "", []),
    Case("white space", " \t\n\u{00A0}\u{3000}", []),
    Case("joiners and marks alone", "\u{200C}\u{200F}\u{FEFF} ـ ً", []),
    Case("words", "جنوب شرق الموصل", ["جنوب", "شرق", "الموصل"]),
    Case("a word and a mark", "بغداد،", ["بغداد", "،"]),
    Case("quotation marks", "«بغداد»", ["«", "بغداد", "»"]),
    Case("letters of two scripts are two words", "الـKRG", ["ال", "krg"]),
    Case("digits and letters are two words", "24ساعة", ["24", "ساعه"]),
    Case("a decimal number", "12.5 كم", ["12.5", "كم"]),
    Case("a number at the end of a sentence", "عام 2017.", ["عام", "2017", "."]),
    Case("a date with points is no decimal", "16.9.2015", ["16", ".", "9", ".", "2015"]),
    Case("a date with slashes", "16/10/2017", ["16", "/", "10", "/", "2017"]),
    Case("a comma between numbers", "5,6", ["5", ",", "6"]),
    Case("a list of years", "2014,2017", ["2014", ",", "2017"]),
    Case("the genitive ends a word", "Mosul's", ["mosul", "'", "s"]),
    Case("an apostrophe inside a name", "Ba'ath", ["baath"]),
    Case("a hyphen joins nothing", "Mosul-Makhmur", ["mosul", "-", "makhmur"]),
    Case("an emoji is a mark", "بغداد🔥", ["بغداد", "🔥"]),
    Case("a hashtag is its words", "#مكافحة_الإرهاب #Iraq", ["مكافحه", "الارهاب", "iraq"]),
    Case("a hashtag with a year", "#Mosul_2017", ["mosul", "2017"]),
    Case("a number sign is a mark", "# 5 #3", ["#", "5", "#", "3"]),
  ]

  @Test(arguments: cases) func `cuts`(case entry: Case) {
    #expect(Folder.words(entry.text) == entry.words)
  }

  @Test(arguments: [
    ("", false, ""), (" ،. ", false, ""), ("شمال - شرق", false, "شمال شرق"),
    ("شمال-شرق", true, "شمال - شرق"), ("  Al-Qaim  (Anbar)", false, "al qaim anbar"),
    ("كركوك", false, "كركوك"),
  ])
  func `makes one key of a name`(_ name: String, _ punctuation: Bool, _ key: String) {
    var buffer = TokenBuffer()
    let tokenizer = Tokenizer(table: FoldingTable())
    // Whatever was in the buffer before.
    _ = tokenizer.key(of: "something else", in: &buffer)
    #expect(tokenizer.key(of: name, punctuation: punctuation, in: &buffer) == key)
  }

  @Test func `says what a token is`() {
    let buffer = Folder.tokens(Array("في Mosul kirkuk 12 ،Ж".utf8))
    #expect(
      buffer.tokens.map(\.kind) == [.word, .word, .word, .number, .punctuation, .word])
    #expect(
      buffer.tokens.map(\.script) == [.arabic, .latin, .latin, .other, .other, .other])
    #expect(buffer.tokens.map(\.capitalized) == [false, true, false, false, false, false])
    #expect(buffer.tokens.map(\.spaceBefore) == [true, true, true, true, true, false])
  }

  @Test func `a span holds the word and no joiner after it`() {
    let text = "\u{202B}بَغْدَاد\u{202C} x"
    let buffer = Folder.tokens(Array(text.utf8))
    let token = buffer.tokens[0]
    let bytes = Array(text.utf8)[Int(token.start)..<Int(token.end)]
    #expect(String(decoding: bytes, as: UTF8.self) == "بَغْدَاد")
  }

  @Test func `the joiner of a legacy vowel belongs to the word`() {
    let text = "هه\u{200C} x"
    let token = Folder.tokens(Array(text.utf8)).tokens[0]
    #expect(token.end == Int32("هه\u{200C}".utf8.count))
  }

  @Test func `a buffer keeps what it had`() {
    var buffer = Folder.tokens(Array("one".utf8))
    Folder.tokenizer.tokenize(Array("two".utf8).span, into: &buffer)
    #expect(buffer.tokens.count == 2)
    #expect(String(decoding: buffer.keys, as: UTF8.self) == "onetwo")
    buffer.removeAll()
    #expect(buffer.tokens.isEmpty)
    #expect(buffer.keys.isEmpty)
  }
}

import Model
import ReadDocuments
import Testing
import TestSupport

@Suite struct PlainTextTests {
  @Test func `front matter gives the fields and the rest is the text`() throws {
    let text = """
      ---
      # a comment
      id: 0012
      title: "Attack: \\"three\\" dead"
      published: 2020-07-22T23:30:00Z
      source: 'Iraq''s agency'
      url:   https://example.org/a?b=c:d
      lang: ar-IQ

      ---
      \u{62e}\u{627}\u{646}\r
        two

      """
    let item = try #require(try Reading.file("a.txt", text).first)
    let document = try #require(item.document)
    #expect(document.id == "0012")
    #expect(document.title == "Attack: \"three\" dead")
    #expect(document.published?.description == "2020-07-23")
    #expect(document.source == "Iraq's agency")
    #expect(document.url == "https://example.org/a?b=c:d")
    #expect(document.language == "ar")
    #expect(document.text == "\u{62e}\u{627}\u{646}\r\n  two\n")
    #expect(!document.hasExtractedText)
    #expect(item.messages == [])
    #expect(item.origin?.line == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    /// The text, or nil for a failure.
    let text: String?
    var findings: [String] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "text only", input: "word\n", text: "word\n"),
    Case(name: "mark", input: "\u{FEFF}word", text: "word"),
    Case(name: "mark and front matter", input: "\u{FEFF}---\nid: x\n---\nword", text: "word"),
    Case(name: "CR LF", input: "---\r\nid: x\r\n---\r\nword\r\n", text: "word\r\n"),
    Case(name: "blanks after the fence", input: "---  \nid: x\n--- \nword", text: "word"),
    Case(name: "empty front matter", input: "---\n---\nword", text: "word"),
    Case(name: "four hyphens are text", input: "----\nword", text: "----\nword"),
    Case(name: "a fence further down is text", input: "word\n---\nx", text: "word\n---\nx"),
    Case(
      name: "not closed", input: "---\nid: x\nword\n", text: nil,
      findings: [
        "1:1: error: [R010] the front matter that begins here has no closing `---` line; "
          + "close it, or begin the text with something other than `---`"
      ]),
    Case(
      name: "unknown keys with lists", input: "---\ntags:\n  - a\n- b\n\nid: x\n---\nword",
      text: "word",
      findings: [
        "2:1: note: [R012] this key is not known and was left out; known are id, title, "
          + "published, source, url, lang"
      ]),
    Case(
      name: "not key: value", input: "---\nword\n: x\n  id: y\n---\nword", text: "word",
      findings: [2, 3, 4].map {
        "\($0):1: warning: [R011] expected `key: value`; the line was left out"
      }),
    Case(
      name: "a date that is none", input: "---\npublished: 22/7/2020\n---\nword", text: "word",
      findings: [
        "2:12: warning: [R013] the publication date is not ISO 8601 (2020-07-22, "
          + "2020-07-22T10:00:00+03:00); left out"
      ]),
    Case(
      name: "a key twice", input: "---\nid: x\nid: y\n---\nword", text: "word",
      findings: ["3:1: warning: [R014] id is given twice; the last one counts"]),
    Case(
      name: "the text as a key", input: "---\ntext: x\n---\nword", text: "word",
      findings: ["2:1: warning: [R011] the text goes below the closing `---`"]),
    Case(
      name: "empty", input: "", text: nil, findings: ["error: [R004] the document has no text"]),
    Case(
      name: "blank", input: " \n\t\r\n", text: nil,
      findings: ["error: [R004] the document has no text"]),
    Case(
      name: "only a title", input: "---\ntitle: T\n---\n", text: "",
      findings: ["warning: [R004] the text is empty; only the title is read"]),
  ]

  @Test(arguments: cases)
  func `text files are read`(_ example: Case) throws {
    for name in ["a.txt", "a.md", "A.TXT"] {
      let items = try Reading.file(name, example.input)
      #expect(items.count == 1)
      let item = try #require(items.first)
      #expect(item.document?.text == example.text)
      #expect(
        item.messages.map { $0.hasPrefix(": ") ? String($0.dropFirst(2)) : $0 }
          == example.findings.map { $0.first?.isNumber == true ? ":" + $0 : $0 })
    }
  }

  @Test func `front matter has a limit`() throws {
    let long = "---\n" + String(repeating: "#\n", count: 2000) + "---\nword"
    let item = try Reading.file("a.txt", long).first
    #expect(item?.diagnostics.map(\.code) == ["R010"])
  }

  @Test func `the last of two equal keys counts`() throws {
    let item = try Reading.file("a.txt", "---\nid: x\nid: y\n---\nword").first
    #expect(item?.document?.id == "y")
  }

  @Test func `a byte that is not UTF-8 refuses the file and says where`() throws {
    let bytes = Array("---\nid: x\n---\n\u{62e}\u{627} ".utf8) + [0xC3, 0x28]
    let (folder, reading) = try Reading.file("a.txt", bytes)
    #expect(reading.findings(in: folder) == ["a.txt:4:4: error: [R003] byte 0xC3 is not UTF-8"])
    let (other, utf16) = try Reading.file("a.txt", [0xFF, 0xFE, 0x41, 0x00])
    #expect(
      utf16.findings(in: other) == [
        "a.txt:1:1: error: [R003] byte 0xFF is not UTF-8; the file is UTF-16: convert it with "
          + "iconv -f UTF-16 -t UTF-8"
      ])
  }

  @Test func `an id is made of title and text and not of the path`() throws {
    let one = try Reading.file("a.txt", "word").first?.document
    let other = try Reading.file("b.md", "\u{FEFF}word").first?.document
    let titled = try Reading.file("a.txt", "---\ntitle: T\n---\nword").first?.document
    #expect(one?.id == other?.id)
    #expect(one?.id != titled?.id)
    #expect(one?.id.count == 16)
  }

  @Test func `defaults stand in for what is not said`() throws {
    let day = CivilDate(year: 2020, month: 7, day: 22)
    let defaults = ReadDefaults(published: day, source: "INA")
    let bare = try Reading.file("a.txt", "word", defaults: defaults).first?.document
    #expect(bare?.published == day)
    #expect(bare?.source == "INA")
    let said = "---\npublished: 2019-01-01\nsource: Own\n---\nword"
    let full = try Reading.file("a.txt", said, defaults: defaults).first?.document
    #expect(full?.published?.year == 2019)
    #expect(full?.source == "Own")
    let wrong = "---\npublished: yesterday\n---\nword"
    #expect(try Reading.file("a.txt", wrong, defaults: defaults).first?.document?.published == nil)
  }

  @Test func `a file beyond the limit is refused`() throws {
    let items = try Reading.file("a.txt", "12345", defaults: ReadDefaults(documentLimit: 4))
    #expect(items.first?.messages == ["error: [R006] it is larger than the limit of 4 bytes"])
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let noise = random.bytes(Int(random.next() % 100))
    let alike = random.bytes(Int(random.next() % 60), of: "---\n\r: id\"'#title\u{62e}")
    for bytes in [noise, alike, Array("---\n".utf8) + alike + Array("\n---\nx".utf8)] {
      #expect(try Reading.file("a.txt", bytes).reading.items.count == 1)
    }
  }
}

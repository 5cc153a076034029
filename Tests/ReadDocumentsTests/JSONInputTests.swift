import Files
import Model
import Testing
import TestSupport

@testable import ReadDocuments

@Suite struct JSONInputTests {
  @Test func `a line is a document`() throws {
    let lines = """
      {"id":"a","text":"one","title":"T","published":"2020-07-22","source":"S","url":"U"}

      {"text":"two","id":12345678901234567890,"lang":"en"}\r
      """
    let items = try Reading.file("a.jsonl", "\u{FEFF}" + lines)
    let documents = items.compactMap(\.document)
    #expect(documents.map(\.id) == ["a", "12345678901234567890"])
    #expect(documents.map(\.text) == ["one", "two"])
    #expect(documents.first?.title == "T")
    #expect(documents.first?.published?.description == "2020-07-22")
    #expect(documents.first?.source == "S")
    #expect(documents.first?.url == "U")
    #expect(documents.last?.language == "en")
    #expect(items.compactMap(\.origin?.line) == [1, 3])
    #expect(items.count == 2)
  }

  @Test func `the keys of trafilatura are read`() throws {
    let one = """
      {"raw_text":"raw","text":"text","date":"2020-07-22","sitename":"Site","hostname":"host.org",
       "fingerprint":"f00","language":"ar","author":null,"tags":[1]}
      """
    let document = try #require(try Reading.file("a.json", one).first?.document)
    #expect(document.text == "text")
    #expect(document.published?.description == "2020-07-22")
    #expect(document.source == "Site")
    #expect(document.id == "f00")
    #expect(document.language == "ar")
    #expect(document.diagnostics == [])
    let raw = #"{"raw_text":"raw","hostname":"host.org","id":"x","fingerprint":"f00"}"#
    let other = try #require(try Reading.file("a.json", raw).first?.document)
    #expect(other.text == "raw")
    #expect(other.source == "host.org")
    #expect(other.id == "x")
    let address = #"{"text":"t","source":"https://host.org/a","source-hostname":"Site"}"#
    let third = try #require(try Reading.file("a.json", address).first?.document)
    #expect(third.url == "https://host.org/a")
    #expect(third.source == "Site")
  }

  static let mistakes: [(String, String?, String)] = [
    ("{\"text\":}", nil, "2:9: error: [R007] expected a value, found \"}\""),
    ("[1]", nil, "2:1: error: [R008] expected an object, found an array"),
    ("{\"id\":\"x\"}", "x", "2:1: error: [R009] the object has no key `text`"),
    ("{\"id\":\"x\",\"text\":\" \"}", "x", "2:1: error: [R004] the document has no text"),
    ("{\"id\":7,\"text\":null}", "7", "2:1: error: [R004] the document has no text"),
    (
      "{\"text\":\"a\"} {}", nil,
      "2:14: error: [R007] there is something after the end of the value"
    ),
  ]

  @Test(arguments: mistakes)
  func `a bad line is a failure and the next one is read`(
    _ line: String, _ id: String?, _ message: String
  ) throws {
    let items = try Reading.file("a.ndjson", "{\"text\":\"1\"}\n\(line)\n{\"text\":\"3\"}")
    #expect(items.count == 3)
    #expect(items.compactMap(\.document?.text) == ["1", "3"])
    #expect(items.flatMap(\.messages) == [":" + message])
    guard case .failure(let found, _) = items[1] else {
      Issue.record("no failure")
      return
    }
    #expect(found == id)
  }

  @Test func `a bad byte in a line is told with its column`() throws {
    let bytes = Array("{\"text\":\"a\"}\n{\"text\":\"\u{62e}".utf8) + [0xC3] + Array("\"}\n".utf8)
    let (folder, reading) = try Reading.file("a.jsonl", bytes)
    #expect(reading.documents.count == 1)
    #expect(reading.findings(in: folder) == ["a.jsonl:2:11: error: [R003] byte 0xC3 is not UTF-8"])
  }

  @Test func `a line beyond the limit is a failure and the next one is read`() throws {
    let long = "{\"text\":\"\(String(repeating: "x", count: 5000))\"}"
    let items = try Reading.file(
      "a.jsonl", "{\"text\":\"1\"}\n\(long)\n{\"text\":\"3\"}\n",
      defaults: ReadDefaults(documentLimit: 1000))
    #expect(items.compactMap(\.document?.text) == ["1", "3"])
    #expect(
      items.flatMap(\.messages) == [
        ":2:1: error: [R006] the line has 5011 bytes, more than the limit of 1000"
      ])
  }

  @Test func `values of the wrong kind and lone surrogates are told`() throws {
    let items = try Reading.file("a.json", "\n " + #"{"text":"\ud800x","title":7,"url":{}}"#)
    #expect(items.first?.document?.text == "\u{FFFD}x")
    #expect(
      items.first?.messages == [
        ":2:2: warning: [R024] `title` should be a string and is a number; left out",
        ":2:2: warning: [R024] `url` should be a string and is an object; left out",
        ":2:2: warning: [R023] 1 halves of surrogate pairs became U+FFFD",
      ])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let input: String
    let texts: [String]
    var findings: [String] = []
    var testDescription: String { input }
  }

  static let files: [Case] = [
    Case(input: "{\"text\":\"a\"}", texts: ["a"]),
    Case(input: "[{\"text\":\"a\"},\n{\"text\":\"b]\\\"}\"} ]\n", texts: ["a", "b]\"}"]),
    Case(input: "{\"text\":\"a\"}\n{\"text\":\"b\"}", texts: ["a", "b"]),
    Case(input: "[]", texts: [], findings: ["warning: [R021] the file holds no documents"]),
    Case(input: " ", texts: [], findings: [":1:2: error: [R004] the file is empty"]),
    Case(
      input: "[{\"text\":\"a\"},\n {\"text\":1,},\n {\"text\":\"c\"}]", texts: ["a", "c"],
      findings: [":2:12: error: [R007] expected a key in double quotes, found \"}\""]),
    Case(
      input: "[{\"text\":\"a\"}", texts: ["a"],
      findings: [":1:14: error: [R007] expected \",\" or \"]\" after an element"]),
    Case(input: "[", texts: [], findings: [":1:2: error: [R007] the array has no end"]),
    Case(
      input: "[{\"text\":\"a\"},", texts: ["a"],
      findings: [":1:15: error: [R007] the array has no end"]),
    Case(
      input: "[{\"text\":\"a\"}] x", texts: ["a"],
      findings: [":1:16: error: [R007] there is something after the end of the array"]),
    Case(
      input: "[1, \"x,]\", true]", texts: [],
      findings: [
        ":1:2: error: [R008] expected an object, found a number",
        ":1:5: error: [R008] expected an object, found a string",
        ":1:12: error: [R008] expected an object, found true or false",
      ]),
    Case(
      input: "{\"text\":\"a", texts: [],
      findings: [
        ":1:11: error: [R007] expected the closing quote of a string, but the input ends here"
      ]),
  ]

  @Test(arguments: files)
  func `a file of JSON is an object, an array or several objects`(_ example: Case) throws {
    let items = try Reading.file("a.json", example.input)
    #expect(items.compactMap(\.document?.text) == example.texts)
    #expect(items.flatMap(\.messages) == example.findings)
  }

  @Test func `an element beyond the limit is a failure`() throws {
    let long = "{\"text\":\"\(String(repeating: "x", count: 5000))\"}"
    let items = try Reading.file(
      "a.json", "[{\"text\":\"1\"},\(long),{\"text\":\"3\"}]",
      defaults: ReadDefaults(documentLimit: 1000))
    #expect(items.compactMap(\.document?.text) == ["1", "3"])
    #expect(
      items.flatMap(\.messages) == [
        ":1:15: error: [R006] the value has 5011 bytes, more than the limit of 1000"
      ])
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap and always end`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let noise = random.bytes(Int(random.next() % 100))
    let alike = random.bytes(Int(random.next() % 80), of: "[]{}\",:\\text1 \n")
    for bytes in [noise, alike] {
      for name in ["a.json", "a.jsonl"] { _ = try Reading.file(name, bytes) }
    }
    // Any pieces give the same items.
    var whole: [ReadItem] = []
    var pieces: [ReadItem] = []
    let path = "x"
    var one = JSONFileReader(
      ByteStream(bytes: alike, name: path), path: path, defaults: ReadDefaults())
    _ = try one.read { whole.append($0) }
    var other = JSONFileReader(
      ByteStream(bytes: alike, name: path, pieceSize: 1), path: path, defaults: ReadDefaults())
    _ = try other.read { pieces.append($0) }
    #expect(whole == pieces)
  }
}

import Testing
import TestSupport

@testable import Files

@Suite struct JSONReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let input: String
    let expected: JSONValue
    var testDescription: String { input }
  }

  static let cases: [Case] = [
    Case(input: "null", expected: .null),
    Case(input: " true ", expected: .bool(true)),
    Case(input: "false", expected: .bool(false)),
    Case(input: "0", expected: .number(0, raw: "0")),
    Case(input: "-0.5e1", expected: .number(-5, raw: "-0.5e1")),
    Case(
      input: "12345678901234567890",
      expected: .number(12_345_678_901_234_567_168, raw: "12345678901234567890")),
    Case(input: #""""#, expected: .string("")),
    Case(input: #""a\"\\\/\b\f\n\r\t""#, expected: .string("a\"\\/\u{8}\u{c}\n\r\t")),
    Case(input: #""\u062e\u0627\u0646""#, expected: .string("\u{62e}\u{627}\u{646}")),
    Case(input: #""\ud83d\uDE00!""#, expected: .string("\u{1F600}!")),
    Case(input: #""\ud83d!""#, expected: .string("\u{FFFD}!")),
    Case(input: #""\ude00\ud83d\u0041""#, expected: .string("\u{FFFD}\u{FFFD}A")),
    Case(input: #""\u0000""#, expected: .string("\u{0}")),
    Case(input: "[]", expected: .array([])),
    Case(input: "[ 1 , -2.5,\n3 ]", expected: .numbers([1, -2.5, 3])),
    Case(
      input: "[1,12345678901234567890]",
      expected: .array([
        .number(1, raw: "1"),
        .number(12_345_678_901_234_567_168, raw: "12345678901234567890"),
      ])),
    Case(input: "[1,null]", expected: .array([.number(1, raw: "1"), .null])),
    Case(
      input: "[[44.39,34.35],[1,2]]",
      expected: .array([.numbers([44.39, 34.35]), .numbers([1, 2])])),
    Case(input: "{}", expected: .object([])),
    Case(
      input: #"{"b":1,"a":{"c":[]},"b":2}"#,
      expected: .object([
        JSONMember(key: "b", value: .number(1, raw: "1")),
        JSONMember(key: "a", value: .object([JSONMember(key: "c", value: .array([]))])),
        JSONMember(key: "b", value: .number(2, raw: "2")),
      ])),
    Case(input: "\u{FEFF}1", expected: .number(1, raw: "1")),
  ]

  @Test(arguments: cases)
  func `reads values`(_ example: Case) throws {
    #expect(try JSONReader.parse(Array(example.input.utf8)) == example.expected)
  }

  static let mistakes: [(String, String)] = [
    ("", "1:1: expected a value, but the input ends here"),
    ("nul", "1:1: expected a value, found a letter"),
    ("{\n  \"a\": }", "2:8: expected a value, found \"}\""),
    ("[1,]", "1:4: expected a value, found \"]\""),
    ("[1 2]", "1:4: expected \",\" or \"]\", found a digit"),
    ("[1", "1:3: expected \",\" or \"]\", but the input ends here"),
    ("{\"a\" 1}", "1:6: expected \":\", found a digit"),
    ("{a:1}", "1:2: expected a key in double quotes, found a letter"),
    ("{\"a\":1,}", "1:8: expected a key in double quotes, found \"}\""),
    ("01", "1:2: not a JSON number"),
    ("-", "1:2: not a JSON number"),
    ("1.", "1:3: not a JSON number"),
    ("1e+", "1:4: not a JSON number"),
    ("[1.x]", "1:4: not a JSON number"),
    ("1e999", "1:1: the number is too large for a double"),
    ("\"a", "1:3: expected the closing quote of a string, but the input ends here"),
    ("\"a\\", "1:4: expected the rest of an escape, but the input ends here"),
    ("\"\\x\"", "1:2: a backslash that begins no JSON escape"),
    ("\"\\u12G4\"", "1:2: a backslash that begins no JSON escape"),
    ("\"a\tb\"", "1:3: control character 0x09 in a string; write it as an escape"),
    ("\"\u{62e}\u{627}\" x", "1:6: there is something after the end of the value"),
    ("1 2", "1:3: there is something after the end of the value"),
    ("// no\n1", "1:1: expected a value, found \"/\""),
  ]

  @Test(arguments: mistakes)
  func `says where a mistake is`(_ input: String, _ message: String) throws {
    let error = try #require(throws: JSONError.self) { try JSONReader.parse(Array(input.utf8)) }
    #expect(error.description == message)
  }

  @Test(
    arguments: [
      ([0x22, 0xC3, 0x22], 1, 2), ([0x22, 0xD8, 0xAE, 0xED, 0xA0, 0x80, 0x22], 3, 3),
      ([0x5B, 0x0A, 0xFF], 2, 1), ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1, 2),
      ([0x22, 0xC0, 0x80, 0x22], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `refuses bytes that are not UTF-8`(_ bytes: [UInt8], _ offset: Int, _ column: Int) throws {
    let error = try #require(throws: JSONError.self) { try JSONReader.parse(bytes) }
    #expect(error.reason == .notUTF8(bytes[offset]))
    #expect(error.offset == offset)
    #expect(error.column == column)
  }

  @Test func `nesting has a limit`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.parse(nested(64))
    let error = try #require(throws: JSONError.self) { try JSONReader.parse(nested(65)) }
    #expect(error.reason == .nestedTooDeep(limit: 64))
    #expect(error.offset == 64)
    _ = try? JSONReader.parse(nested(1_000_000))
    let numbers = Array("[[[1]]]".utf8)
    #expect(throws: JSONError.self) { try JSONReader.parse(numbers, nestingLimit: 2) }
    _ = try JSONReader.parse(numbers, nestingLimit: 3)
  }

  @Test func `lone surrogates are counted`() throws {
    var reader = JSONReader()
    _ = try reader.read(Array(#"["\ud800","\udc00\ud83d\ude00"]"#.utf8).span)
    #expect(reader.replacedSurrogates == 2)
  }

  @Test func `members, elements and numbers can be asked for`() throws {
    let value = try JSONReader.parse(Array(#"{"a":[1,2],"b":"x","n":7,"t":true,"z":null}"#.utf8))
    #expect(value["a"]?.numbers == [1, 2])
    #expect(value["a"]?.elements?.count == 2)
    #expect(value["b"]?.string == "x")
    #expect(value["n"]?.integer == 7)
    #expect(value["t"]?.bool == true)
    #expect(value["z"]?.isNull == true)
    #expect(value["q"] == nil)
    #expect(JSONValue.array([]).numbers == [])
  }

  @Test(arguments: 0..<300)
  func `random bytes never trap`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    let count = Int(random.next() % 200)
    _ = try? JSONReader.parse(random.bytes(count))
    _ = try? JSONReader.parse(random.bytes(count, of: "[]{}\",:\\u0d8e19.-+tfn \n"))
  }

  /// The slow twin of both number paths: the standard library on the same digits.
  @Test(arguments: 0..<200)
  func `numbers are those of the standard library`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      var text = random.next() % 2 == 0 ? "-" : ""
      let whole = random.bytes(1 + Int(random.next() % 12), of: "0123456789")
      text += String(decoding: whole, as: UTF8.self).drop { $0 == "0" }
      if text.isEmpty || text == "-" { text += "0" }
      if random.next() % 4 != 0 {
        let fraction = random.bytes(1 + Int(random.next() % 14), of: "0123456789")
        text += "." + String(decoding: fraction, as: UTF8.self)
      }
      if random.next() % 4 == 0 { text += "e\(Int(random.next() % 60) - 30)" }
      let bytes = Array(text.utf8)
      let expected = try #require(Double(text))
      #expect(NumberScanner.double(bytes.span, 0..<bytes.count) == expected, "\(text)")
      let array = try JSONReader.parse(Array("[\(text),1]".utf8))
      #expect(array.numbers == [expected, 1])
    }
  }

  @Test(arguments: [
    "18446744073709551616", "9007199254740993", "0.1e-400", "123456789012345678901234567890e-10",
    "0.000000000000000000000000000001", "179769313486231570000e288", "4.9e-324",
  ])
  func `numbers at the edge of the fast path are right`(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(NumberScanner.double(bytes.span, 0..<bytes.count) == Double(text))
  }

  @Test(
    arguments: [
      ("12", 12), ("-7", -7), ("", nil), ("-", nil), ("1.0", nil), ("+1", nil), ("007", 7),
      ("1234567890123456789", nil),
    ] as [(String, Int?)])
  func `whole numbers are read`(_ text: String, _ expected: Int?) {
    let bytes = Array(text.utf8)
    #expect(NumberScanner.integer(bytes.span, 0..<bytes.count) == expected)
  }
}

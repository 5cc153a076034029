import Testing

@testable import QueryEvents

@Suite struct `JSON with places` {
  private func read(_ text: String) throws -> PlacedJSON {
    try PlacedJSONReader.read(Array(text.unicodeScalars))
  }

  /// A text, an offset in it, and the pointer of the innermost value there.
  static let places: [(json: String, offset: Int, pointer: String)] = [
    ("1", 0, ""), ("[1, 2]", 0, ""), ("[1, 2]", 1, "/0"), ("[1, 2]", 4, "/1"),
    (#"{"a": {"b": [0, 7]}}"#, 16, "/a/b/1"), (#"{"a/b": {"~": 1}}"#, 14, "/a~1b/~0"),
    (#"{"": 1}"#, 5, "/"), (#"{"a~1": 1}"#, 8, "/a~01"),
  ]

  @Test(arguments: places)
  func `has pointers as RFC 6901 writes them`(_ json: String, _ offset: Int, _ pointer: String)
    throws
  {
    #expect(try read(json).pointer(to: offset) == pointer)
  }

  static let strings: [(json: String, text: String)] = [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u0643\u00e9""#, "ك\u{E9}"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"), ("\"ك\u{7F}\"", "ك\u{7F}"),
    ("\"\"", ""),
  ]

  @Test(arguments: strings) func `has strings with escapes`(_ json: String, _ text: String) throws {
    guard case .string(let read) = try read(json).value else {
      Issue.record("no string")
      return
    }
    #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
  }

  static let wrong = [
    "", " ", "tru", "nul", "+1", "01", "1.", ".5", "1e", "-", "[1,]", "[1 2]", "{\"a\"}", "{a:1}",
    "{\"a\":1,}", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\udc00\"", "\"\\ud800x\"",
    "\"\\ud800\\u0041\"", "\"a\nb\"", "\"a", "[", "{", "1 2", "'a'", "NaN",
  ]

  @Test(arguments: wrong) func `refuses what is none`(_ json: String) {
    let fault = #expect(throws: FilterFault.self) { try read(json) }
    #expect(fault?.code == .notJSON)
    #expect((fault?.offset ?? -1) >= 0 && (fault?.offset ?? 99) <= json.unicodeScalars.count)
  }
}

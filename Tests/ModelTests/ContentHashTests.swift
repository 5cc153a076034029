import Model
import Testing

@Suite struct `Content hash` {
  /// FNV-1a and the finalizer of MurmurHash3, computed by a Python script of five lines.
  static let known: [(text: String, hash: String)] = [
    ("", "efd01f60ba992926"),
    ("a", "82a2a958a9bece5b"),
    ("b", "6e673288764ad2d0"),
    ("foobar", "2c22194922d1672b"),
    ("خانقين", "ea56ca93d209e8bc"),
    ("The quick brown fox jumps over the lazy dog", "845b9fc148948e6b"),
  ]

  @Test(arguments: known) func `has its known value`(text: String, hash: String) {
    #expect(ContentHash.hex64(Array(text.utf8)) == hash)
  }

  @Test func `does not depend on how the bytes come`() {
    let bytes = Array("مرصد observatory".utf8)
    var whole = ContentHash()
    whole.update(bytes: bytes)
    var parts = ContentHash()
    parts.update(bytes.prefix(5))
    parts.update(bytes.dropFirst(5))
    #expect(whole.value == parts.value)
    #expect(whole.hexadecimal == ContentHash.hex64(bytes))
  }

  @Test func `texts are kept apart`() {
    func hash(_ texts: [String]) -> UInt64 {
      var hash = ContentHash()
      for text in texts { hash.update(text) }
      return hash.value
    }
    #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
    #expect(hash(["a", ""]) != hash(["a"]))
  }

  @Test func `is sixteen digits`() {
    for number in 0..<2000 {
      #expect(ContentHash.hex64(Array("\(number)".utf8)).utf8.count == 16)
    }
  }
}

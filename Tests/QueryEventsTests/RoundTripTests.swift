import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Filters written and read again` {
  @Test(arguments: 0..<300)
  func `say the same in both encodings`(_ seed: Int) throws {
    var random = RandomTree(seed: seed)
    for _ in 0..<20 {
      let tree = random.condition(4)
      let text = FilterTextWriter.text(tree)
      let json = FilterJSONWriter.text(tree)
      let fromText = try Filter(text: text)
      let fromJSON = try Filter(json: json)
      #expect(fromText.expression == tree, "\(text)")
      #expect(fromJSON.expression == tree, "\(json)")
      #expect(fromText.text == text)
      #expect(fromText.json == json)
    }
  }
}

@Suite struct `Filters from anywhere` {
  /// Whether reading ends well: a filter, or an error with a place inside of the source.
  private func read(_ source: String, asJSON: Bool) {
    do {
      let filter = asJSON ? try Filter(json: source) : try Filter(text: source)
      try filter.check(Ask.schema, .standard)
      _ = try? FilterEvaluator(filter, schema: Ask.schema).truth(Ask.row)
    } catch {
      let lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      guard error.line >= 1, error.line <= lines.count, error.column >= 1,
        error.column <= lines[error.line - 1].count + 1
      else {
        Issue.record("\(error) is outside of \(source.debugDescription)")
        return
      }
    }
  }

  @Test(arguments: 0..<100)
  func `never crash on random bytes`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    let alphabet = "(),=<>+-*/%^'\"\\. \n0123456789eEabnZ_:{}[]truefalsenullANDORNOTINIS"
    for _ in 0..<40 {
      let count = Int(random.next() % 60)
      let bytes =
        random.next() % 2 == 0 ? random.bytes(count) : random.bytes(count, of: alphabet)
      let text = String(decoding: bytes, as: UTF8.self)
      read(text, asJSON: false)
      read(text, asJSON: true)
    }
  }

  @Test(arguments: 0..<200)
  func `never crash when a filter is damaged`(_ seed: Int) {
    var random = RandomTree(seed: seed)
    let snippets = [
      "(", ")", ",", "'", "\"", "\\", "NOT ", "-", "^", "1e9", "DATE(", "POINT(", "..", "{", "}",
      "[",
      "]", ":", "null", "IN", " ", "\n", "ك", "\u{0}", "999999999999999999999",
    ]
    for _ in 0..<20 {
      let tree = random.condition(3)
      for isJSON in [false, true] {
        var scalars = Array(
          (isJSON ? FilterJSONWriter.text(tree) : FilterTextWriter.text(tree)).unicodeScalars)
        for _ in 0...Int(random.random.next() % 3) where !scalars.isEmpty {
          let place = Int(random.random.next() % UInt64(scalars.count))
          let snippet = snippets[Int(random.random.next() % UInt64(snippets.count))]
          switch random.random.next() % 4 {
          case 0: scalars.remove(at: place)
          case 1: scalars.insert(contentsOf: snippet.unicodeScalars, at: place)
          case 2: scalars.removeSubrange(place..<min(scalars.count, place + 5))
          default: scalars = Array(scalars[..<place])
          }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        read(String(view), asJSON: isJSON)
      }
    }
  }
}

/// Folded words (of one or several tokens) prepared for being looked for in a text.
///
/// Lists of words are long and most comparisons fail, so a look at two letters of the token decides
/// almost all of them.
public struct FoldedWords: Sendable, ExpressibleByArrayLiteral {
  /// The words as they were given.
  public var words: [String] { table.words }

  /// One word of the list: its parts, one a token.
  private struct Form: Sendable {
    var firstPart: Int32
    var parts: Int32
    var tail: UInt8
  }

  /// Stands for "any": the word is too short for a look at its last letters.
  @usableFromInline static let anyTail: UInt8 = 64
  /// A Sorani word shorter than this takes no endings here: too many words begin with it.
  private static let shortestStem = 6

  /// What all copies of a list share: rows hand their lists out at every look.
  private final class Table: Sendable {
    let words: [String]
    let letters: [UInt8]
    let forms: [Form]
    /// The tail of each form, in their order.
    let tails: [UInt8]
    /// Where the forms begin that are too short for a tail.
    let shortForms: Int
    /// Where the parts of all forms lie in `letters`, one after the other.
    let parts: [Range<Int32>]

    init(_ words: [String], _ letters: [UInt8], _ forms: [Form], _ parts: [Range<Int32>]) {
      self.words = words
      self.letters = letters
      self.parts = parts
      // By tail, the short words behind: a token looks only at the words that may be its end.
      self.forms = forms.sorted { ($0.tail, $0.firstPart) < ($1.tail, $1.firstPart) }
      tails = self.forms.map(\.tail)
      shortForms = self.forms.firstIndex { $0.tail == FoldedWords.anyTail } ?? forms.count
    }
  }

  private let table: Table
  /// Most rows have no list.
  private static let none = Table([], [], [], [])
  /// A bit for each tail that a word has.
  @usableFromInline let tails: UInt64
  /// A bit for each beginning of a word long enough to take endings.
  private let heads: UInt64

  public init(_ words: [String]) {
    var letters: [UInt8] = []
    var forms: [Form] = []
    var parts: [Range<Int32>] = []
    var tails: UInt64 = 0
    var heads: UInt64 = 0
    for word in words where !word.isEmpty {
      let first = parts.count
      for part in word.utf8.split(separator: 0x20) {
        parts.append(Int32(letters.count)..<Int32(letters.count + part.count))
        letters += part
      }
      guard parts.count > first else { continue }
      let bytes = letters[Int(parts[first].lowerBound)..<Int(parts[first].upperBound)]
      let tail = bytes.count < 3 ? Self.anyTail : Self.tail(of: bytes)
      tails |= tail == Self.anyTail ? .max : 1 << UInt64(tail)
      if parts.count == first + 1, bytes.count >= Self.shortestStem {
        heads |= 1 << UInt64(Self.head(of: bytes))
      }
      forms.append(
        Form(firstPart: Int32(first), parts: Int32(parts.count - first), tail: tail))
    }
    table = words.isEmpty ? Self.none : Table(words, letters, forms, parts)
    self.tails = tails
    self.heads = heads
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  public var isEmpty: Bool { table.forms.isEmpty }

  /// Whether one of the words stands at a token, its proclitics allowed for.
  ///
  /// O(1) for almost every token, else linear in the number of words.
  @inlinable
  public func stand(at token: Int, of text: NormalizedText) -> Bool {
    let tail = text.tail(of: token)
    return (tail == Self.anyTail || tails & (1 << UInt64(tail)) != 0)
      && stand(at: token, of: text, tail)
  }

  @usableFromInline
  func stand(at token: Int, of text: NormalizedText, _ tail: UInt8) -> Bool {
    let key = text.key(token)
    guard !key.isEmpty else { return false }
    // A token of few letters has no tail and is the end of short words only.
    if tail != Self.anyTail {
      var index = first(tail)
      while index < table.shortForms, table.tails[index] == tail {
        if stands(table.forms[index], key.span, at: token, of: text) { return true }
        index += 1
      }
    }
    var index = table.shortForms
    while index < table.forms.count {
      if stands(table.forms[index], key.span, at: token, of: text) { return true }
      index += 1
    }
    return false
  }

  /// The first form of a tail or of one behind it.
  private func first(_ tail: UInt8) -> Int {
    var low = 0
    var high = table.shortForms
    while low < high {
      let middle = (low + high) / 2
      if table.tails[middle] < tail { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What follows each word that a token begins with, if the word is long enough to take endings.
  ///
  /// Returns whether `isEnding` takes one of the rests.
  public func begin(
    _ key: ArraySlice<UInt8>, _ isEnding: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    guard key.count > Self.shortestStem, heads & (1 << UInt64(Self.head(of: key))) != 0 else {
      return false
    }
    for form in table.forms where form.parts == 1 {
      let stem = letters(of: form, 0)
      if stem.count >= Self.shortestStem, key.count > stem.count, key.starts(with: stem),
        isEnding(key.dropFirst(stem.count))
      {
        return true
      }
    }
    return false
  }

  private func letters(of form: Form, _ number: Int) -> ArraySlice<UInt8> {
    let part = table.parts[Int(form.firstPart) + number]
    return table.letters[Int(part.lowerBound)..<Int(part.upperBound)]
  }

  private func stands(
    _ form: Form, _ key: Span<UInt8>, at token: Int, of text: NormalizedText
  ) -> Bool {
    let first = table.parts[Int(form.firstPart)]
    let bytes = table.letters
    guard token + Int(form.parts) <= text.tokens.count,
      TokenWords.isWord(
        key, bytes.span.extracting(Int(first.lowerBound)..<Int(first.upperBound)))
    else { return false }
    for number in Range.between(1, Int(form.parts))
    where !text.key(token + number).elementsEqual(letters(of: form, number)) {
      return false
    }
    return true
  }

  /// What a token's key of these letters may be the end of: a number below 64, or `anyTail`.
  static func tail(ofKey key: ArraySlice<UInt8>) -> UInt8 {
    key.count < 3 ? anyTail : tail(of: key)
  }

  /// A number below 64 from the last letters: the last byte and, for letters of two bytes, the one
  /// that tells the letter before.
  private static func tail(of key: ArraySlice<UInt8>) -> UInt8 {
    (key[key.endIndex - 1] &+ key[key.endIndex - 3] &* 7) & 63
  }

  /// The same from the first letters.
  private static func head(of key: ArraySlice<UInt8>) -> UInt8 {
    (key[key.startIndex + 1] &+ key[key.startIndex + 3] &* 7) & 63
  }
}

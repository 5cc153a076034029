/// Folded words (of one or several tokens) prepared for being looked for in a text.
///
/// Lists of words are long and most comparisons fail, so a look at two letters of the token decides
/// almost all of them.
public struct FoldedWords: Sendable, ExpressibleByArrayLiteral {
  /// The words as they were given.
  public let words: [String]

  /// One word of the list as ranges of `letters`, one a token.
  private struct Form: Sendable {
    var parts: [Range<Int>]
    var tail: UInt8
  }

  /// Stands for "any": the word is too short for a look at its last letters.
  private static let anyTail: UInt8 = 64
  /// A Sorani word shorter than this takes no endings here: too many words begin with it.
  private static let shortestStem = 6

  private let letters: [UInt8]
  private let forms: [Form]
  /// A bit for each tail that a word has.
  private let tails: UInt64
  /// A bit for each beginning of a word long enough to take endings.
  private let heads: UInt64

  public init(_ words: [String]) {
    self.words = words
    var letters: [UInt8] = []
    var forms: [Form] = []
    var tails: UInt64 = 0
    var heads: UInt64 = 0
    for word in words where !word.isEmpty {
      var parts: [Range<Int>] = []
      for part in word.utf8.split(separator: 0x20) {
        parts.append(letters.count..<(letters.count + part.count))
        letters += part
      }
      guard let first = parts.first else { continue }
      let bytes = letters[first]
      let tail = bytes.count < 3 ? Self.anyTail : Self.tail(of: bytes)
      tails |= tail == Self.anyTail ? .max : 1 << UInt64(tail)
      if parts.count == 1, bytes.count >= Self.shortestStem {
        heads |= 1 << UInt64(Self.head(of: bytes))
      }
      forms.append(Form(parts: parts, tail: tail))
    }
    self.letters = letters
    self.forms = forms
    self.tails = tails
    self.heads = heads
  }

  public init(arrayLiteral words: String...) { self.init(words) }

  public var isEmpty: Bool { forms.isEmpty }

  /// Whether one of the words stands at a token, its proclitics allowed for.
  ///
  /// O(1) for almost every token, else linear in the number of words.
  public func stand(at token: Int, of text: NormalizedText) -> Bool {
    let key = text.key(token)
    guard !key.isEmpty else { return false }
    let tail = key.count < 3 ? Self.anyTail : Self.tail(of: key)
    if tail != Self.anyTail, tails & (1 << UInt64(tail)) == 0 { return false }
    for form in forms where form.tail == tail || form.tail == Self.anyTail {
      if stands(form, at: token, of: text) { return true }
    }
    return false
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
    for form in forms where form.parts.count == 1 {
      let stem = letters[form.parts[0]]
      if stem.count >= Self.shortestStem, key.count > stem.count, key.starts(with: stem),
        isEnding(key.dropFirst(stem.count))
      {
        return true
      }
    }
    return false
  }

  private func stands(_ form: Form, at token: Int, of text: NormalizedText) -> Bool {
    guard token + form.parts.count <= text.tokens.count,
      TokenWords.isWord(text.key(token), letters[form.parts[0]])
    else { return false }
    for number in form.parts.indices.dropFirst()
    where !text.key(token + number).elementsEqual(letters[form.parts[number]]) {
      return false
    }
    return true
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

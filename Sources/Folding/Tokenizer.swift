package import Model

/// Tokens and the buffer of their keys.
package struct TokenBuffer: Sendable {
  package var tokens: [Token] = []
  package var keys: [UInt8] = []

  package init() {}

  /// Forgets the tokens and keeps the storage.
  package mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }

  /// The key of a token.
  package func key(_ index: Int) -> ArraySlice<UInt8> {
    keys[Int(tokens[index].keyStart)..<Int(tokens[index].keyEnd)]
  }
}

/// Cuts validated UTF-8 into words, numbers and punctuation and folds each word in the same pass.
///
/// Texts and the names of the gazetteer go through the same code, so that equal words have equal
/// keys. Linear in the bytes; allocates only when the buffers grow.
package struct Tokenizer: Sendable {
  package let table: FoldingTable

  package init(table: FoldingTable) {
    self.table = table
  }

  /// Appends the tokens of the bytes to the buffer.
  package func tokenize(_ bytes: Span<UInt8>, into buffer: inout TokenBuffer) {
    // Room for all keys at once: a letter costs no look at who holds the buffer.
    let start = buffer.keys.count
    let room = bytes.count + table.longestKey * Self.long(bytes)
    buffer.keys.append(contentsOf: repeatElement(0, count: room))
    let count = Self.fill(&buffer.keys, &buffer.tokens) { keys, tokens in
      var count = start
      scan(bytes, &tokens, &keys, &count)
      return count
    }
    buffer.keys.removeLast(start + room - count)
  }

  private static func fill(
    _ keys: inout [UInt8], _ tokens: inout [Token],
    _ body: (inout MutableSpan<UInt8>, inout [Token]) -> Int
  ) -> Int {
    var span = keys.mutableSpan
    return body(&span, &tokens)
  }

  /// How many scalars of the bytes have keys that may be longer than they are.
  private static func long(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] >= 0xC0 {
      let isArabic = (0xD8...0xDB).contains(bytes[index])
      count += isArabic ? 0 : 1
    }
    return count
  }

  private func scan(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ keys: inout MutableSpan<UInt8>,
    _ count: inout Int
  ) {
    var offset = 0
    var spaceBefore = true
    while offset < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
      let keyStart = count
      var token = Token(
        start: Int32(offset), end: 0, keyStart: Int32(count), keyEnd: 0, kind: .word,
        script: .other, spaceBefore: spaceBefore, capitalized: false)
      switch ScalarClass.of(scalar) {
      case .space:
        spaceBefore = true
        offset += length
        continue
      case .joiner, .mark:
        offset += length
        continue
      case .arabicLetter:
        if table.deletes(scalar) {
          // A mark or tatweel without a letter before it.
          offset += length
          continue
        }
        token.script = .arabic
        offset = word(bytes, from: offset, .arabicLetter, &keys, &count)
      case .latinLetter:
        token.script = .latin
        token.capitalized = (0x41...0x5A).contains(scalar) || (0xC0...0xDE).contains(scalar)
        offset = word(bytes, from: offset, .latinLetter, &keys, &count)
      case .otherLetter:
        offset = word(bytes, from: offset, .otherLetter, &keys, &count)
      case .digit:
        token.kind = .number
        offset = number(bytes, from: offset, &keys, &count)
      case .apostrophe, .punctuation:
        if isHashtagMark(bytes, offset, scalar) {
          spaceBefore = true
          offset += length
          continue
        }
        for index in offset..<(offset + length) {
          keys[count] = bytes[index]
          count += 1
        }
        token.kind = .punctuation
        offset += length
      }
      token.end = Int32(offset)
      token.keyEnd = Int32(count)
      token.keyHash = Token.hash(keys.span, keyStart..<count)
      tokens.append(token)
      spaceBefore = false
    }
  }

  /// `#word_word`: the sign of a hashtag is no mark of the sentence, its low lines are spaces.
  private func isHashtagMark(_ bytes: Span<UInt8>, _ offset: Int, _ scalar: UInt32) -> Bool {
    guard scalar == 0x23 || scalar == 0x5F, offset + 1 < bytes.count else { return false }
    switch ScalarClass.of(UTF8Scalars.decode(bytes, at: offset + 1).scalar) {
    case .arabicLetter, .latinLetter, .otherLetter: return true
    case .digit: return scalar == 0x5F
    default: return false
    }
  }

  /// Reads a word of one script and returns the offset after it.
  private func word(
    _ bytes: Span<UInt8>, from start: Int, _ script: ScalarClass,
    _ keys: inout MutableSpan<UInt8>, _ count: inout Int
  ) -> Int {
    let keyStart = count
    let letters = table.letters.span
    var offset = start
    var end = start
    var last: UInt32 = 0
    var beforeLast: UInt32 = 0
    while offset < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
      let letter = scalar < FoldedLetter.count ? letters[Int(scalar)] : .long(scalar)
      let kind = letter.kind
      if kind == script {
        if offset == start, scalar == 0x0626 {
          // At the start of a word this letter carries a Sorani vowel.
          keys[count] = bytes[offset]
          keys[count + 1] = bytes[offset + 1]
          count += 2
        } else if letter.keyCount == FoldedLetter.isLong {
          table.eachStrict(scalar) { byte in
            keys[count] = byte
            count += 1
          }
        } else if letter.keyCount != 0 {
          keys[count] = letter.first
          if letter.keyCount == 2 { keys[count + 1] = letter.second }
          count += Int(letter.keyCount)
        }
        beforeLast = last
        last = scalar
        offset += length
        end = offset
      } else if kind == .mark {
        offset += length
        end = offset
      } else if kind == .joiner {
        offset += length
        // A joiner at the end of a word is not part of it, except the one that makes the Sorani
        // vowel out of heh in legacy coding.
        if scalar == 0x200C, last == 0x0647 { end = offset }
      } else if kind == .apostrophe, script == .latinLetter,
        continues(bytes, after: offset + length)
      {
        offset += length
      } else {
        break
      }
    }
    if script == .arabicLetter {
      trimArabicEnd(last, beforeLast, keyStart, keys, &count)
    }
    return end
  }

  /// Whether a Latin word goes on after an apostrophe; the genitive `'s` ends it.
  private func continues(_ bytes: Span<UInt8>, after offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
    guard ScalarClass.of(scalar) == .latinLetter else { return false }
    guard scalar == 0x73 || scalar == 0x53 else { return true }
    let next = offset + length
    guard next < bytes.count else { return false }
    return ScalarClass.of(UTF8Scalars.decode(bytes, at: next).scalar) == .latinLetter
  }

  /// Drops a final hamza after a long vowel, which the press writes or not, with the false alef of its
  /// case ending (مساءاً).
  ///
  /// Another case ending keeps its alef: with its mark or without, the word is the same.
  private func trimArabicEnd(
    _ last: UInt32, _ beforeLast: UInt32, _ keyStart: Int, _ keys: borrowing MutableSpan<UInt8>,
    _ count: inout Int
  ) {
    let tanwin: UInt32 = 0x064B
    let alef: UInt32 = 0x0627
    if (last == tanwin && beforeLast == alef) || (last == alef && beforeLast == tanwin),
      count - keyStart > 6, keys[count - 4] == 0xD8, keys[count - 3] == 0xA1
    {
      count -= 2
    }
    // By the key, not by the source: the hamza may carry a mark (بناءً) or the tanwin (مساءاً).
    guard count - keyStart > 4, keys[count - 2] == 0xD8, keys[count - 1] == 0xA1 else { return }
    let previous = (keys[count - 4], keys[count - 3])
    if previous == (0xD8, 0xA7) || previous == (0xD9, 0x88) || previous == (0xD9, 0x8A) {
      count -= 2
    }
  }

  /// Reads digits with decimal point and thousands separators and returns the offset after them.
  private func number(
    _ bytes: Span<UInt8>, from start: Int, _ keys: inout MutableSpan<UInt8>, _ count: inout Int
  ) -> Int {
    var offset = start
    var hasPoint = followsDigitAndPoint(bytes, start)
    while offset < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
      if ScalarClass.of(scalar) == .digit {
        table.eachStrict(scalar) { byte in
          keys[count] = byte
          count += 1
        }
        offset += length
      } else if scalar == 0x2E || scalar == 0x066B, !hasPoint,
        digits(bytes, from: offset + length) > 0, !isDate(bytes, from: offset + length)
      {
        hasPoint = true
        keys[count] = 0x2E
        count += 1
        offset += length
      } else if scalar == 0x2C || scalar == 0x066C, digits(bytes, from: offset + length) == 3 {
        offset += length
      } else {
        break
      }
    }
    return offset
  }

  /// Whether a digit and a point stand directly before: the number is a later part of a date.
  private func followsDigitAndPoint(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard start > 1, bytes[start - 1] == 0x2E else { return false }
    let before = bytes[start - 2]
    if before < 0x80 { return (0x30...0x39).contains(before) }
    guard start > 2, bytes[start - 3] == 0xD9 || bytes[start - 3] == 0xDB else { return false }
    return ScalarClass.of(UTF8Scalars.decode(bytes, at: start - 3).scalar) == .digit
  }

  /// The number of digits from an offset on, at most 5.
  private func digits(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    var count = 0
    while offset < bytes.count, count < 5 {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
      guard ScalarClass.of(scalar) == .digit else { break }
      count += 1
      offset += length
    }
    return count
  }

  /// Whether digits and another point follow, as in 16.9.2015.
  private func isDate(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: offset)
      if ScalarClass.of(scalar) == .digit {
        offset += length
        continue
      }
      return scalar == 0x2E && digits(bytes, from: offset + length) > 0
    }
    return false
  }
}

import Files

/// A place in the bytes of a JSON text and the steps that move it on.
///
/// Makes no values: what a step returns are offsets. Everything that it passes is checked (RFC 8259,
/// UTF-8, nesting), so that what it has passed is JSON. The bytes are handed to each step. An object
/// or an array is entered only where `depth` allows it, and nothing recurses.
struct JSONCursor {
  /// A string between its quotes.
  struct Text {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  /// A number as it is spelled.
  struct Number {
    var range: Range<Int>
    /// Without fraction and exponent.
    var isWhole: Bool
  }

  /// How deep objects and arrays nest at most; the bits of a word remember which of both each is.
  static let deepest = 64

  /// The offset of the next byte.
  var index = 0
  /// How many objects and arrays are open.
  var depth = 0

  // MARK: Bytes

  /// The next byte; 0, which JSON has nowhere outside of a mistake, at the end.
  @inline(__always)
  func peek(_ bytes: Span<UInt8>) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always)
  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    guard peek(bytes) <= 0x20 else { return }
    index += index < bytes.count && bytes[index] == 0x20 ? 1 : 0
    if peek(bytes) <= 0x20 { skipManyBlanks(bytes) }
  }

  @inline(never)
  private mutating func skipManyBlanks(_ bytes: Span<UInt8>) {
    while index < bytes.count {
      // Indentation is eight blanks and more.
      while index + 8 <= bytes.count, ByteScan.word(bytes, at: index) == 0x2020_2020_2020_2020 {
        index += 8
      }
      switch peek(bytes) {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  @inline(__always)
  mutating func consume(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard peek(bytes) == byte, byte != 0 else { return false }
    index += 1
    return true
  }

  @inline(never)
  func expected(_ what: String, _ bytes: Span<UInt8>) -> GeoJSONFault {
    let found = index < bytes.count ? bytes[index] : nil
    return GeoJSONFault(.expected(what, found: found), at: index)
  }

  // MARK: Objects and arrays

  /// Enters the object or array at the place; stands at its first key, value or end.
  @inline(__always)
  mutating func enter(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    if depth >= Self.deepest {
      throw GeoJSONFault(.nestedTooDeep(limit: Self.deepest), at: index)
    }
    depth += 1
    index += 1
    skipBlanks(bytes)
  }

  /// Leaves at a closing bracket when there is one right after the opening one.
  @inline(__always)
  mutating func leavesEmpty(_ bracket: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard consume(bracket, bytes) else { return false }
    depth -= 1
    return true
  }

  /// Goes on after a member: true at the next key, false past the end of the object.
  @inline(__always)
  mutating func nextMember(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Bool {
    skipBlanks(bytes)
    if consume(UInt8(ascii: ","), bytes) {
      skipBlanks(bytes)
      return true
    }
    guard consume(UInt8(ascii: "}"), bytes) else { throw expected("\",\" or \"}\"", bytes) }
    depth -= 1
    return false
  }

  /// Goes on after an element: true at the next one, false past the end of the array.
  @inline(__always)
  mutating func nextElement(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Bool {
    skipBlanks(bytes)
    if consume(UInt8(ascii: ","), bytes) {
      skipBlanks(bytes)
      return true
    }
    guard consume(UInt8(ascii: "]"), bytes) else { throw expected("\",\" or \"]\"", bytes) }
    depth -= 1
    return false
  }

  /// Passes a key and its colon; stands at the value.
  @inline(__always)
  mutating func key(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Text {
    guard peek(bytes) == UInt8(ascii: "\"") else {
      throw expected("a key in double quotes", bytes)
    }
    let text = try string(bytes)
    try colon(bytes)
    return text
  }

  /// Passes the colon after a key; stands at the value.
  @inline(__always)
  mutating func colon(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    skipBlanks(bytes)
    guard consume(UInt8(ascii: ":"), bytes) else { throw expected("\":\"", bytes) }
    skipBlanks(bytes)
  }

  // MARK: Values

  /// Passes any value.
  @inline(__always)
  mutating func skipValue(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    switch peek(bytes) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipStructure(bytes)
    default: try skipScalar(bytes)
    }
  }

  /// Passes an object or an array.
  private mutating func skipStructure(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    let outside = depth
    // The lowest bit says whether the innermost open one is an object.
    var objects: UInt64 = 0
    while true {
      switch peek(bytes) {
      case UInt8(ascii: "{"):
        try enter(bytes)
        if !leavesEmpty(UInt8(ascii: "}"), bytes) {
          objects = objects << 1 | 1
          _ = try key(bytes)
          continue
        }
      case UInt8(ascii: "["):
        try enter(bytes)
        if !leavesEmpty(UInt8(ascii: "]"), bytes) {
          objects <<= 1
          continue
        }
      default: try skipScalar(bytes)
      }
      // A value has ended, and with it perhaps what it stands in.
      while depth > outside {
        if objects & 1 == 1 {
          if try nextMember(bytes) {
            _ = try key(bytes)
            break
          }
        } else if try nextElement(bytes) {
          break
        }
        objects >>= 1
      }
      if depth == outside { return }
    }
  }

  /// Passes a string, a number or a word.
  @inline(__always)
  mutating func skipScalar(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    switch peek(bytes) {
    case UInt8(ascii: "\""): _ = try string(bytes)
    case UInt8(ascii: "-"), 0x30...0x39: _ = try number(bytes)
    default: _ = try word(bytes)
    }
  }

  /// Passes `true`, `false` or `null` and returns its first letter.
  mutating func word(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> UInt8 {
    let first = peek(bytes)
    let letters: UInt64
    let length: Int
    switch first {
    case UInt8(ascii: "t"): (letters, length) = (0x6575_7274, 4)
    case UInt8(ascii: "f"): (letters, length) = (0x65_736C_6166, 5)
    case UInt8(ascii: "n"): (letters, length) = (0x6C6C_756E, 4)
    case UInt8(ascii: "N"), UInt8(ascii: "I"):
      throw GeoJSONFault(
        .notJSON, at: index, "NaN and Infinity are no numbers of JSON; write null for no value")
    default: throw expected("a value", bytes)
    }
    guard index + length <= bytes.count,
      ByteScan.word(bytes, index..<index + length) == letters
    else { throw expected("a value", bytes) }
    index += length
    return first
  }

  /// Passes a string at its opening quote.
  @inline(__always)
  mutating func string(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Text {
    let start = index + 1
    var high: UInt64 = 0
    let stop = ByteScan.stringStop(bytes, from: start, &high)
    if high == 0, stop < bytes.count, bytes[stop] == UInt8(ascii: "\"") {
      index = stop + 1
      return Text(range: start..<stop, hasEscapes: false)
    }
    return try longString(bytes, from: start, high, stop)
  }

  /// Goes on with a string that is not plain ASCII.
  @inline(never)
  private mutating func longString(
    _ bytes: Span<UInt8>, from start: Int, _ firstHigh: UInt64, _ firstStop: Int
  ) throws(GeoJSONFault) -> Text {
    var high = firstHigh
    var stop = firstStop
    var hasEscapes = false
    while stop < bytes.count, bytes[stop] != UInt8(ascii: "\"") {
      guard bytes[stop] == UInt8(ascii: "\\") else {
        throw GeoJSONFault(.controlCharacter(bytes[stop]), at: stop)
      }
      hasEscapes = true
      let next = try escape(bytes, at: stop)
      stop = ByteScan.stringStop(bytes, from: next, &high)
    }
    if high != 0, let bad = UTF8Check.firstInvalid(in: bytes.extracting(start..<stop)) {
      throw GeoJSONFault(.notUTF8(bytes[start + bad]), at: start + bad)
    }
    guard stop < bytes.count else {
      index = stop
      throw expected("the closing quote of a string", bytes)
    }
    index = stop + 1
    return Text(range: start..<stop, hasEscapes: hasEscapes)
  }

  /// Checks the escape at a backslash and returns the offset after it.
  private func escape(_ bytes: Span<UInt8>, at offset: Int) throws(GeoJSONFault) -> Int {
    guard offset + 1 < bytes.count else {
      throw GeoJSONFault(.expected("the rest of an escape", found: nil), at: bytes.count)
    }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset + 2
    case UInt8(ascii: "u"):
      var next = offset + 2
      while next < offset + 6 {
        guard next < bytes.count else { throw GeoJSONFault(.badEscape, at: offset) }
        switch bytes[next] {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: next += 1
        default: throw GeoJSONFault(.badEscape, at: offset)
        }
      }
      return next
    default: throw GeoJSONFault(.badEscape, at: offset)
    }
  }

  /// Passes a number at its sign or first digit.
  mutating func number(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Number {
    let start = index
    if peek(bytes) == UInt8(ascii: "-") { index += 1 }
    let wholeStart = index
    digits(bytes)
    if index == wholeStart {
      // -Infinity, as Python writes it.
      if peek(bytes) == UInt8(ascii: "I") { _ = try word(bytes) }
      throw GeoJSONFault(.badNumber, at: index)
    }
    let wholeDigits = index - wholeStart
    if wholeDigits > 1, bytes[wholeStart] == 0x30 {
      throw GeoJSONFault(.badNumber, at: wholeStart + 1)
    }
    var isWhole = true
    var mayBeTooLarge = wholeDigits > 300
    if peek(bytes) == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      let fraction = index
      digits(bytes)
      if index == fraction { throw GeoJSONFault(.badNumber, at: index) }
    }
    if peek(bytes) | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      mayBeTooLarge = true
      index += 1
      if peek(bytes) == UInt8(ascii: "+") || peek(bytes) == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      digits(bytes)
      if index == exponent { throw GeoJSONFault(.badNumber, at: index) }
    }
    if mayBeTooLarge, NumberScanner.double(bytes, start..<index) == nil {
      throw GeoJSONFault(.numberTooLarge, at: start)
    }
    return Number(range: start..<index, isWhole: isWhole)
  }

  @inline(__always)
  private mutating func digits(_ bytes: Span<UInt8>) {
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
  }
}

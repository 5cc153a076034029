/// Reads one JSON value (RFC 8259) from bytes, within limits.
///
/// Strict where it matters: no trailing bytes, no comments, no bare control characters, UTF-8
/// only. Half of a surrogate pair becomes U+FFFD and is counted, because real files hold them.
///
/// ```swift
/// let value = try JSONReader.parse(bytes)
/// let name = value["properties"]?["name"]?.string
/// ```
package struct JSONReader {
  package static let defaultNestingLimit = 64

  /// How many lone surrogates were replaced by U+FFFD.
  package internal(set) var replacedSurrogates = 0

  let nestingLimit: Int
  /// The offset of the next byte.
  var index = 0
  private var depth = 0
  /// Strings are built here when they hold escapes; kept, so that it is allocated once.
  var scratch: [UInt8] = []

  package init(nestingLimit: Int = defaultNestingLimit) {
    self.nestingLimit = nestingLimit
  }

  /// Returns the value that fills all of the bytes, blanks and a byte order mark aside.
  package static func parse(
    _ bytes: [UInt8], nestingLimit: Int = defaultNestingLimit
  ) throws(JSONError) -> JSONValue {
    var reader = JSONReader(nestingLimit: nestingLimit)
    return try reader.read(bytes.span)
  }

  /// Returns the value that fills all of the bytes.
  ///
  /// Linear in their number.
  package mutating func read(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    if let bad = UTF8Check.firstInvalid(in: bytes) {
      throw JSONError(.notUTF8(bytes[bad]), at: bad, in: bytes)
    }
    replacedSurrogates = 0
    depth = 0
    index = UTF8Check.byteOrderMarkLength(bytes)
    skipBlanks(bytes)
    let result = try value(bytes)
    skipBlanks(bytes)
    if index < bytes.count { throw JSONError(.bytesAfterValue, at: index, in: bytes) }
    return result
  }

  func skip(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var next = start
    while next < bytes.count {
      let byte = bytes[next]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      next += 1
    }
    return next
  }

  @inline(__always)
  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    // Most places hold none or one.
    if index < bytes.count, bytes[index] <= 0x20 { index = skip(bytes, from: index) }
  }

  func expected(_ what: String, _ bytes: Span<UInt8>) -> JSONError {
    let found = index < bytes.count ? bytes[index] : nil
    return JSONError(.expected(what, found: found), at: index, in: bytes)
  }

  private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    guard index < bytes.count else { throw expected("a value", bytes) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(bytes)
    case UInt8(ascii: "["): return try array(bytes)
    case UInt8(ascii: "\""): return .string(try string(bytes))
    case UInt8(ascii: "-"), 0x30...0x39: return try number(bytes)
    case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return try word("null", .null, bytes)
    default: throw expected("a value", bytes)
    }
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONValue, _ bytes: Span<UInt8>
  ) throws(JSONError) -> JSONValue {
    let end = index + text.utf8CodeUnitCount
    guard end <= bytes.count, TextBytes.equal(bytes, index..<end, text.description) else {
      throw expected("a value", bytes)
    }
    index = end
    return value
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    let start = index
    guard let value = NumberScanner.scan(bytes, &index, bytes.count) else {
      throw JSONError(.badNumber, at: index, in: bytes)
    }
    guard value.isFinite else { throw JSONError(.numberTooLarge, at: start, in: bytes) }
    return .number(value, raw: TextBytes.string(bytes, start..<index))
  }

  private mutating func enter(_ bytes: Span<UInt8>) throws(JSONError) {
    depth += 1
    if depth > nestingLimit {
      throw JSONError(.nestedTooDeep(limit: nestingLimit), at: index, in: bytes)
    }
    index += 1
    skipBlanks(bytes)
  }

  private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    try enter(bytes)
    var members: [JSONMember] = []
    if consume(UInt8(ascii: "}"), bytes) {
      depth -= 1
      return .object(members)
    }
    while true {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw expected("a key in double quotes", bytes)
      }
      let key = try string(bytes)
      skipBlanks(bytes)
      guard consume(UInt8(ascii: ":"), bytes) else { throw expected("\":\"", bytes) }
      skipBlanks(bytes)
      members.append(JSONMember(key: key, value: try value(bytes)))
      skipBlanks(bytes)
      if consume(UInt8(ascii: "}"), bytes) { break }
      guard consume(UInt8(ascii: ","), bytes) else { throw expected("\",\" or \"}\"", bytes) }
      skipBlanks(bytes)
    }
    depth -= 1
    return .object(members)
  }

  private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    if let numbers = plainNumbers(bytes) { return .numbers(numbers) }
    try enter(bytes)
    var values: [JSONValue] = []
    if consume(UInt8(ascii: "]"), bytes) {
      depth -= 1
      return .array(values)
    }
    while true {
      values.append(try value(bytes))
      skipBlanks(bytes)
      if consume(UInt8(ascii: "]"), bytes) { break }
      guard consume(UInt8(ascii: ","), bytes) else { throw expected("\",\" or \"]\"", bytes) }
      skipBlanks(bytes)
    }
    depth -= 1
    return .array(values)
  }

  /// Reads a whole array of plain numbers in one go, or leaves the reader where it was.
  ///
  /// Anything unusual (a long number, a mistake, another kind of value) is left to `array`, which
  /// is the slow twin of this and the one that reports errors.
  private mutating func plainNumbers(_ bytes: Span<UInt8>) -> [Double]? {
    guard depth < nestingLimit else { return nil }
    var next = skip(bytes, from: index + 1)
    guard next < bytes.count, bytes[next] == 0x2D || bytes[next] &- 0x30 < 10 else { return nil }
    var numbers: [Double] = []
    // A position has two or three; a longer array grows from there.
    numbers.reserveCapacity(3)
    while true {
      let start = next
      guard let number = NumberScanner.scan(bytes, &next, bytes.count), next - start <= 16,
        number.isFinite
      else { return nil }
      numbers.append(number)
      next = skip(bytes, from: next)
      guard next < bytes.count else { return nil }
      if bytes[next] == UInt8(ascii: "]") { break }
      guard bytes[next] == UInt8(ascii: ",") else { return nil }
      next = skip(bytes, from: next + 1)
    }
    index = next + 1
    return numbers
  }

  @inline(__always)
  private mutating func consume(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}

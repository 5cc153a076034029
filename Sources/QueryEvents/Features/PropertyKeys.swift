import Files

/// The names of all properties met so far, found again without making a string.
///
/// Features of a layer name their properties in the same order and spelling: the key that followed
/// the last one before is tried first, eight bytes at a time, closing quote included. Another one is
/// read and looked up. Names are equal as Swift's strings are, so that two columns never differ in
/// the composition of a letter alone.
struct PropertyKeys: Sendable {
  /// More properties than this are data that stand where names should.
  static let most = 10_000
  /// How many names that were left out are passed over before a key is looked up.
  private static let hops = 3

  /// A name as it was spelled first, up to the closing quote.
  private struct Spelling: Sendable {
    var firstWord: Int
    var count: Int
    /// The column that came next when this one was met last; -1 for none.
    var next = -1
  }

  private(set) var names: [String] = []
  private var columns: [String: Int] = [:]
  private var spellings: [Spelling] = []
  /// The bytes of all spellings, each filled up with zeros.
  private var words: [UInt64] = []
  private var first = -1
  private var last = -1

  var count: Int { names.count }

  /// Begins with another feature.
  @inline(__always)
  mutating func begin() { last = -1 }

  /// Passes a key at its opening quote and returns its column: that of a new name is the last one.
  @inline(__always)
  mutating func column(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Int {
    let expected = last < 0 ? first : spellings[last].next
    if expected >= 0, passes(expected, &cursor, bytes) {
      last = expected
      return expected
    }
    return try otherColumn(expected, &cursor, bytes)
  }

  @inline(never)
  private mutating func otherColumn(
    _ expected: Int, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Int {
    guard cursor.peek(bytes) == UInt8(ascii: "\"") else {
      throw cursor.expected("a key in double quotes", bytes)
    }
    var candidate = expected
    for _ in 0..<Self.hops where candidate >= 0 {
      candidate = spellings[candidate].next
      if candidate >= 0, passes(candidate, &cursor, bytes) {
        last = candidate
        return candidate
      }
    }
    let start = cursor.index
    let text = try cursor.string(bytes)
    let name = text.string(bytes)
    let column: Int
    if let known = columns[name] {
      column = known
    } else {
      guard count < Self.most else {
        throw GeoJSONFault(
          .tooManyProperties, at: start,
          "more than \(Self.most) names of properties; are these values that stand as keys?")
      }
      column = count
      add(name, text.range, bytes)
    }
    if last < 0 { first = column } else { spellings[last].next = column }
    last = column
    return column
  }

  /// Passes the key when it is that of a column, spelled as before.
  @inline(__always)
  private func passes(
    _ column: Int, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) -> Bool {
    let spelling = spellings[column]
    let start = cursor.index + 1
    guard cursor.peek(bytes) == UInt8(ascii: "\""), start + spelling.count + 8 <= bytes.count else {
      return false
    }
    var word = spelling.firstWord
    var offset = start
    let end = start + spelling.count
    while offset + 8 <= end {
      if ByteScan.word(bytes, at: offset) != words[word] { return false }
      word += 1
      offset += 8
    }
    if offset < end {
      let rest = ByteScan.word(bytes, at: offset) & UInt64.max >> UInt64(64 - 8 * (end - offset))
      if rest != words[word] { return false }
    }
    cursor.index = end
    return true
  }

  private mutating func add(_ name: String, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    let end = range.upperBound + 1
    spellings.append(Spelling(firstWord: words.count, count: end - range.lowerBound))
    var offset = range.lowerBound
    while offset < end {
      words.append(ByteScan.word(bytes, offset..<min(offset + 8, end)))
      offset += 8
    }
    columns[name] = count
    names.append(name)
  }

  /// Forgets the names from a column on.
  mutating func truncate(to count: Int) {
    guard count < names.count else { return }
    for name in names[count...] { columns[name] = nil }
    words.removeSubrange(spellings[count].firstWord...)
    names.removeSubrange(count...)
    spellings.removeSubrange(count...)
    for index in spellings.indices where spellings[index].next >= count {
      spellings[index].next = -1
    }
    if first >= count { first = -1 }
    last = -1
  }
}

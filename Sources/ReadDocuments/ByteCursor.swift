internal import Files

/// Looks at a stream byte by byte and knows the line and column.
///
/// A byte order mark at the head is passed over.
struct ByteCursor {
  private let stream: ByteStream
  private var piece: [UInt8] = []
  private var index = 0
  private var hasBegun = false
  /// The place of the byte that `peek` shows.
  private(set) var place = TextPosition()

  init(_ stream: ByteStream) { self.stream = stream }

  /// The next byte, or nil at the end.
  @inline(__always)
  mutating func peek() throws -> UInt8? {
    if index < piece.count { return piece[index] }
    return try refill()
  }

  /// Moves past the byte that `peek` showed.
  @inline(__always)
  mutating func advance() {
    let byte = piece[index]
    index += 1
    if byte == 0x0A {
      place.line += 1
      place.column = 1
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  mutating func skipBlanks() throws {
    while let byte = try peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      advance()
    }
  }

  private mutating func refill() throws -> UInt8? {
    index = 0
    guard try stream.next(into: &piece) else { return nil }
    if !hasBegun {
      hasBegun = true
      // A mark may come in pieces.
      var more: [UInt8] = []
      while piece.count < 3, piece[0] == 0xEF, try stream.next(into: &more) { piece += more }
      index = UTF8Check.byteOrderMarkLength(piece.span)
      if index == piece.count { return try refill() }
    }
    return piece[index]
  }
}

/// A place in a text for people: line and column, both 1-based.
///
/// Columns count Unicode scalars, as the offsets of the output do. Only LF ends a line.
package struct TextPosition: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Finds the place of a byte.
  ///
  /// Linear in the offset: made for messages, not for loops.
  package init(of offset: Int, in bytes: Span<UInt8>) {
    self.init()
    advance(over: bytes, 0..<min(max(offset, 0), bytes.count))
  }

  /// Moves on over the bytes of a range.
  package mutating func advance(over bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        // Continuation bytes belong to the scalar before them.
        column += 1
      }
      index += 1
    }
  }

  /// Returns this place when the given one is its start (an element inside a larger file).
  package func offset(from start: TextPosition) -> TextPosition {
    line == 1
      ? TextPosition(line: start.line, column: start.column + column - 1)
      : TextPosition(line: start.line + line - 1, column: column)
  }
}

extension TextPosition {
  /// Counts the Unicode scalars of a range.
  package static func columns(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}

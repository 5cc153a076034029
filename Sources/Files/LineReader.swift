import Glibc

/// Cuts a stream into lines, however long the input and whatever stands in one line of it.
///
/// Memory is bounded by the limit of one line. Only LF ends a line; it is not part of it.
package struct LineReader {
  /// 64 MiB: a hundred times the longest report, small enough to hold.
  package static let defaultLimit = 64 << 20

  package enum Line: Sendable, Hashable {
    /// A line and its number, 1-based.
    case bytes([UInt8], number: Int)
    /// A line beyond the limit: passed over, its bytes counted and not kept.
    case tooLong(number: Int, length: Int)

    /// The number of the line, 1-based.
    package var number: Int {
      switch self {
      case .bytes(_, let number), .tooLong(let number, _): number
      }
    }
  }

  private let stream: ByteStream
  private let limit: Int
  private var piece: [UInt8] = []
  private var position = 0
  private var number = 0
  /// The beginning of a line whose end is in a later piece.
  private var begun: [UInt8] = []
  private var begunLength = 0

  package init(_ stream: ByteStream, limit: Int = defaultLimit) {
    self.stream = stream
    self.limit = limit
  }

  /// Returns the next line, or nil at the end.
  ///
  /// A last line without LF counts as one. Throws what the stream throws; lines that were
  /// complete before a failure have been returned by then.
  package mutating func next(beforeWaiting: () throws -> Void = {}) throws -> Line? {
    while true {
      let end = LineReader.lineEnd(in: piece, from: position)
      if let end {
        defer { position = end + 1 }
        number += 1
        if begunLength == 0, end - position <= limit {
          return .bytes([UInt8](piece[position..<end]), number: number)
        }
        keep(piece[position..<end])
        return finish()
      }
      keep(piece[position...])
      position = 0
      if try !stream.next(into: &piece, beforeWaiting: beforeWaiting) {
        position = piece.count
        if begunLength == 0 { return nil }
        number += 1
        return finish()
      }
    }
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    begunLength += part.count
    if begunLength <= limit {
      begun += part
    } else {
      // Give the memory back at once: the rest of the line is only counted.
      begun = []
    }
  }

  private mutating func finish() -> Line {
    let length = begunLength
    let bytes = begun
    begun = []
    begunLength = 0
    return length > limit ? .tooLong(number: number, length: length) : .bytes(bytes, number: number)
  }

  /// Finds the next LF with `memchr`, which looks at 16 bytes and more at a time.
  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer -> Int? in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      guard let found = unsafe memchr(base + start, 0x0A, buffer.count - start) else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

/// Bytes that come piece by piece: a file, a pipe, standard input or an array, unpacked if gzip.
///
/// Not Sendable: one reader at a time. Memory is bounded by the size of a piece.
package final class ByteStream {
  /// Below the size from which the allocator asks the system for each piece anew (128 KiB).
  package static let pieceSize = 64 << 10

  /// What messages call it.
  package let name: String

  private let file: OpenFile
  /// The bytes to give when there is no file, and how many at a time.
  private var memory: (bytes: [UInt8], given: Int, pieceSize: Int)?
  private let mustBeGzip: Bool

  private var inflater: GzipInflater?
  /// Received and not yet handed out or unpacked.
  private var received: [UInt8] = []
  private var unpackedCount = 0
  private var hasBegun = false
  private var hasEnded = false
  /// A failure after bytes that were still good: they are handed out first.
  private var pendingError: FileError?

  /// Opens a file.
  ///
  /// `mustBeGzip`: its name says so, and other content is an error.
  package init(path: String, mustBeGzip: Bool = false) throws(FileError) {
    name = path
    self.mustBeGzip = mustBeGzip
    file = try OpenFile(reading: path)
  }

  /// Reads a descriptor that stays open afterwards; standard input is 0.
  package init(descriptor: Int32, name: String) {
    self.name = name
    mustBeGzip = false
    file = OpenFile(borrowing: descriptor, name: name)
  }

  /// Reads an array in pieces of the given size.
  package init(
    bytes: [UInt8], name: String, pieceSize: Int = ByteStream.pieceSize, mustBeGzip: Bool = false
  ) {
    self.name = name
    self.mustBeGzip = mustBeGzip
    file = OpenFile(borrowing: -1, name: name)
    memory = (bytes, 0, max(1, pieceSize))
  }

  /// Replaces the content of `piece` by the next bytes; false at the end.
  ///
  /// A pipe gives what is there, at once: a line that has arrived is never held back.
  /// `beforeWaiting` runs when nothing is there yet and the read would block; output that a
  /// client waits for is flushed there. Throws `FileError`, or what `beforeWaiting` throws.
  package func next(
    into piece: inout [UInt8], beforeWaiting: () throws -> Void = {}
  ) throws -> Bool {
    piece.removeAll(keepingCapacity: true)
    if let error = pendingError {
      pendingError = nil
      hasEnded = true
      throw error
    }
    if hasEnded { return false }
    do {
      if !hasBegun { try begin(beforeWaiting) }
      if let inflater {
        try unpack(inflater, into: &piece, beforeWaiting)
      } else if received.isEmpty {
        try receive(into: &piece, beforeWaiting)
      } else {
        swap(&piece, &received)
      }
    } catch {
      hasEnded = true
      throw error
    }
    hasEnded = piece.isEmpty
    return !hasEnded
  }

  /// Returns all that is left, at most `limit` bytes.
  ///
  /// Throws F003 (a file) or F009 (gzip data) when there is more.
  package func readAll(limit: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    var piece: [UInt8] = []
    while try next(into: &piece) {
      if all.count + piece.count > limit {
        if inflater == nil { throw FileBytes.tooLarge(name, limit: limit) }
        throw Gzip.expandsTooMuch(name, limit: limit)
      }
      if all.isEmpty { swap(&all, &piece) } else { all += piece }
    }
    return all
  }

  /// Looks at the first two bytes: gzip or not.
  private func begin(_ beforeWaiting: () throws -> Void) throws {
    hasBegun = true
    try receive(into: &received, beforeWaiting)
    if received.count == 1, received[0] == 0x1F {
      // The second byte decides. No text begins with this one, so nobody waits for an answer.
      var more: [UInt8] = []
      try receive(into: &more, beforeWaiting)
      received += more
    }
    if Gzip.isGzip(received) {
      inflater = try GzipInflater(path: name)
    } else if mustBeGzip {
      throw Gzip.notGzip(name)
    }
  }

  /// Replaces `piece` by the next bytes of the source as they are; empty at the end.
  private func receive(
    into piece: inout [UInt8], _ beforeWaiting: () throws -> Void
  ) throws {
    piece.removeAll(keepingCapacity: true)
    if let (bytes, given, size) = memory {
      let end = min(given + size, bytes.count)
      piece += bytes[given..<end]
      memory?.given = end
      return
    }
    if !file.wait(milliseconds: 0) { try beforeWaiting() }
    let size = ByteStream.pieceSize
    piece = try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      initialized = try unsafe file.read(into: base, count: size)
    }
  }

  private func unpack(
    _ inflater: GzipInflater, into piece: inout [UInt8], _ beforeWaiting: () throws -> Void
  ) throws {
    while piece.isEmpty {
      if unpackedCount == received.count {
        try receive(into: &received, beforeWaiting)
        unpackedCount = 0
        if received.isEmpty {
          if inflater.isComplete { return }
          throw FileError(.gzipDamaged, path: name, "the gzip data ends early")
        }
      }
      do throws(FileError) {
        try inflater.inflate(
          received, from: &unpackedCount, into: &piece, room: ByteStream.pieceSize)
      } catch {
        if piece.isEmpty { throw error }
        pendingError = error
      }
    }
  }
}

import Glibc
import Synchronization

/// Standard output was closed by its reader: the program ends quietly.
struct BrokenPipe: Error {}

/// Buffered standard output.
enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let limit = 1 << 16
  /// From here on a call costs less than a copy.
  private static let long = 1 << 14

  /// A closed reader gives an error instead of a signal.
  static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

  /// Adds bytes to the buffer and writes it when it is full.
  /// - Throws: `BrokenPipe` when nobody reads any more, `Failure` for other errors.
  static func write(_ bytes: [UInt8]) throws {
    // The line of a report is often that long: it goes out as it is.
    if bytes.count >= long {
      try flush()
      return try Descriptor.write(bytes, to: 1)
    }
    let isFull = buffer.withLock { stored in
      stored += bytes
      return stored.count >= limit
    }
    if isFull { try flush() }
  }

  /// Writes what is buffered.
  static func flush() throws {
    let bytes = buffer.withLock { stored in
      defer { stored.removeAll(keepingCapacity: true) }
      return stored
    }
    try Descriptor.write(bytes, to: 1)
  }

  /// Adds a line to the buffer.
  /// - Throws: as `write` does.
  static func writeLine(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  static var isTerminal: Bool { isatty(1) == 1 }
}

/// Diagnostics and progress.
enum StandardError {
  static func print(_ text: String) {
    try? Descriptor.write(Array((text + "\n").utf8), to: 2)
  }

  static var isTerminal: Bool { isatty(2) == 1 }
}

/// The running process.
enum Process {
  /// Ends without running exit handlers; everything is written by now.
  static func end(_ status: Int32) -> Never { _exit(status) }
}

/// Writing whole buffers to a file descriptor.
enum Descriptor {
  /// Writes all bytes, however many calls it takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        if errno == EPIPE { throw BrokenPipe() }
        throw Failure(
          status: .inputOutput, message: "standard output: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(written)
    }
  }
}

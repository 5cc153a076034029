import Glibc

/// An open file descriptor that is closed when the value goes away.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String
  private let closes: Bool

  /// Opens a file for reading.
  init(reading path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    closes = true
    guard descriptor >= 0 else {
      let number = errno
      throw FileError.opening(path, errno: number)
    }
  }

  /// Borrows a descriptor that somebody else closes (standard input).
  init(borrowing descriptor: Int32, name: String) {
    self.descriptor = descriptor
    path = name
    closes = false
  }

  deinit {
    if closes, descriptor >= 0 { close(descriptor) }
  }

  /// Reads up to `count` bytes and returns how many came; 0 at the end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(FileError) -> Int {
    while true {
      let received = unsafe Glibc.read(descriptor, buffer, count)
      if received >= 0 { return received }
      let number = errno
      if number == EINTR { continue }
      // A pipe that its owner made non-blocking: wait, as a blocking one would.
      if number == EAGAIN, wait(milliseconds: -1) { continue }
      if number == EISDIR {
        throw FileError(.notReadable, path: path, "it is a folder, not a file")
      }
      throw FileError(.readFailed, path: path, call: "read", errno: number)
    }
  }

  /// Waits until bytes (or the end) can be read; false when the time passes without either.
  func wait(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // An interrupted or failed poll counts as ready: the read that follows reports the truth.
    return unsafe poll(&request, 1, milliseconds) != 0
  }

  /// The size and kind of the open file.
  func status() throws(FileError) -> FileStatus {
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0 else {
      throw FileError(.readFailed, path: path, call: "fstat", errno: errno)
    }
    return FileStatus(record)
  }
}

extension FileError {
  /// The error of a failed `open` for reading.
  static func opening(_ path: String, errno number: Int32) -> FileError {
    switch number {
    case ENOENT, ENOTDIR:
      FileError(.notFound, path: path, FileError.text(of: number))
    default:
      FileError(.notReadable, path: path, call: "open", errno: number)
    }
  }
}

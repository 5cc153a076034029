import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go into `.tmp-name` beside the target; `commit` puts them on disk and renames. An
/// object that goes away without `commit` leaves nothing. A target that exists and is no regular
/// file (`/dev/stdout`, a pipe) is written directly: there is nothing to replace.
///
/// ```swift
/// let file = try AtomicFile(path: "events.geojson")
/// try file.write(bytes)
/// try file.commit()
/// ```
///
/// Not Sendable: one writer at a time.
package final class AtomicFile {
  package let path: String
  /// The file that is written, or nil when the target is written directly.
  private var temporary: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 256 << 10

  /// Begins a file.
  ///
  /// Throws F005 when it cannot be created, the target being a folder included.
  package init(path: String) throws(FileError) {
    self.path = path
    let existing = FileStatus.of(path)
    if existing?.kind == .folder {
      throw FileError(.cannotCreate, path: path, "there is a folder of this name")
    }
    if existing?.kind == .stream {
      temporary = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw FileError(.cannotCreate, path: path, call: "open", errno: errno)
      }
      return
    }
    let name = try AtomicFile.reserve(besides: path)
    temporary = name.path
    descriptor = name.descriptor
    // A replaced file keeps its permissions.
    if let existing { fchmod(descriptor, existing.mode & 0o7777) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporary { unsafe unlink(temporary) }
  }

  /// Adds bytes.
  ///
  /// Throws F006, with the system's reason (a full disk, for one).
  package func write(_ bytes: [UInt8]) throws(FileError) {
    if buffer.count + bytes.count > AtomicFile.bufferSize { try flush() }
    if bytes.count > AtomicFile.bufferSize {
      try put(bytes)
    } else {
      buffer += bytes
    }
  }

  /// Adds the UTF-8 bytes of a text.
  package func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

  /// Puts the file in its place: all bytes on disk first, then the name.
  package func commit() throws(FileError) {
    try flush()
    guard let temporary else { return }
    try AtomicFile.publish(descriptor: descriptor, from: temporary, to: path)
    // The name may be another run's from now on.
    self.temporary = nil
  }

  /// Writes a whole file at once.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  private func flush() throws(FileError) {
    if buffer.isEmpty { return }
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { source -> Int in
        guard let base = source.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + done, source.count - done)
      }
      if written >= 0 {
        done += written
      } else if errno != EINTR {
        throw FileError(.writeFailed, path: path, call: "write", errno: errno)
      }
    }
  }
}

import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go into `.tmp-name` beside the target; `commit` puts them on disk and renames. An
/// object that goes away without `commit` leaves nothing. A symbolic link stays, what it leads to is
/// replaced. A target that exists and is no regular file (a pipe, `/dev/stdout` whatever stands behind
/// it) is written directly: there is nothing to replace.
///
/// ```swift
/// let file = try AtomicFile(path: "events.geojson")
/// try file.write(bytes)
/// try file.commit()
/// ```
///
/// Not Sendable: one writer at a time.
package final class AtomicFile {
  /// As it was given.
  package let path: String
  /// What it leads to.
  private let target: String
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
    switch try WriteTarget(path) {
    case .file(let target):
      self.target = target
      let name = try AtomicFile.reserve(besides: target)
      temporary = name.path
      descriptor = name.descriptor
      // A replaced file keeps its permissions.
      if let existing = FileStatus.of(target) { fchmod(descriptor, existing.mode & 0o7777) }
    case .stream(let target):
      self.target = target
      temporary = nil
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw FileError(.cannotCreate, path: path, call: "open", errno: errno)
      }
    case .descriptor(let number):
      target = path
      temporary = nil
      descriptor = fcntl(number, F_DUPFD_CLOEXEC, 0)
      if descriptor < 0 {
        throw FileError(.cannotCreate, path: path, call: "fcntl", errno: errno)
      }
    }
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
    try AtomicFile.publish(descriptor: descriptor, from: temporary, to: target)
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

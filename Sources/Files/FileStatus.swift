import Glibc

/// Size, time and kind of a file, as far as they matter here.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file, folder, symbolicLink
    /// A pipe, a socket or a device: has no size and can be read once.
    case stream
  }

  package let kind: Kind
  package let size: Int
  /// Time of the last change of the content, nanoseconds since 1970-01-01 UTC.
  package let modified: Int
  let mode: UInt32

  init(_ record: stat) {
    kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .stream
      }
    size = Int(record.st_size)
    modified = record.st_mtim.tv_sec * 1_000_000_000 + record.st_mtim.tv_nsec
    mode = record.st_mode
  }

  /// Returns the status of what a path leads to, or nil when there is nothing.
  package static func of(_ path: String) -> FileStatus? {
    var record = stat()
    return unsafe stat(path, &record) == 0 ? FileStatus(record) : nil
  }

  /// Returns the status of what a path leads to; throws F001 when there is nothing, F002 when the
  /// way there is barred.
  package static func find(_ path: String) throws(FileError) -> FileStatus {
    var record = stat()
    if unsafe stat(path, &record) == 0 { return FileStatus(record) }
    throw FileError.opening(path, errno: errno)
  }

  /// Returns the status of the path itself: a symbolic link is not followed.
  static func ofLink(_ path: String) -> FileStatus? {
    var record = stat()
    return unsafe lstat(path, &record) == 0 ? FileStatus(record) : nil
  }
}

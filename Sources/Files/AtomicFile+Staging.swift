import Glibc

/// A file that another library writes under a name of its own (SQLite), with the promise of `AtomicFile`.
///
/// An object that goes away without `publish` leaves nothing. Not Sendable.
package final class StagedFile {
  /// Beside the target: an empty file to begin with.
  package let path: String
  private let target: String
  /// Open as long as the name is ours, see `AtomicFile.reserve`.
  private let descriptor: Int32
  private var isPublished = false

  /// Makes an empty file beside what a path leads to.
  ///
  /// Throws F005 when it cannot be created, the target being a folder, a pipe or a device included.
  package init(for path: String) throws(FileError) {
    guard case .file(let target) = try WriteTarget(path) else {
      throw FileError(
        .cannotCreate, path: path,
        "it is no file that could be replaced, and this is not written from beginning to end; "
          + "name a file")
    }
    self.target = target
    let name = try AtomicFile.reserve(besides: target)
    (self.path, descriptor) = (name.path, name.descriptor)
  }

  deinit {
    if !isPublished { unsafe unlink(path) }
    close(descriptor)
  }

  /// Puts the file on disk and in the place of the target.
  ///
  /// Throws F006.
  package func publish() throws(FileError) {
    try AtomicFile.publish(descriptor: descriptor, from: path, to: target)
    isPublished = true
  }
}

/// The names under which files are written, and what becomes of those that a killed run left.
extension AtomicFile {
  /// Removes a file, when it is there.
  package static func discard(_ path: String) { unsafe unlink(path) }

  /// Removes what killed runs left of these files of a folder; those that are being written stay.
  package static func removeLeftovers(of names: [String], in folder: String) {
    let beginnings = names.map { Array(temporaryName($0).utf8) }
    for name in DirectoryListing.names(in: folder) where name.first == UInt8(ascii: ".") {
      let isOurs = beginnings.contains { beginning in
        guard name.starts(with: beginning) else { return false }
        let rest = name.dropFirst(beginning.count)
        return rest.isEmpty
          || rest.first == UInt8(ascii: "-") && rest.count > 1
            && rest.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
      if isOurs {
        removeAbandoned(DirectoryListing.join(folder, String(decoding: name, as: UTF8.self)))
      }
    }
  }

  private static func temporaryName(_ name: String) -> String { ".tmp-" + name }

  /// Creates `.tmp-name`, or `.tmp-name-1` and so on while another run holds that name.
  ///
  /// Exclusive creation, so that two runs never write into one file; a lock as long as the descriptor is
  /// open, so that a file without one is known to be nobody's.
  static func reserve(
    besides path: String
  ) throws(FileError) -> (path: String, descriptor: Int32) {
    let name = temporaryName(OutputFolder.lastName(of: path))
    let folder = path.utf8.contains(UInt8(ascii: "/")) ? OutputFolder.parent(of: path) : ""
    let first = folder.isEmpty ? name : DirectoryListing.join(folder, name)
    var attempt = 0
    while true {
      let candidate = attempt == 0 ? first : "\(first)-\(attempt)"
      let descriptor = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        // Between creation and lock another run may have taken it for abandoned: then try again.
        if lock(descriptor) != .held, isSame(descriptor, candidate) {
          return (candidate, descriptor)
        }
        close(descriptor)
      } else {
        let number = errno
        if number == EEXIST, removeAbandoned(candidate) { continue }
        if number != EEXIST || attempt >= 1000 {
          throw FileError(.cannotCreate, path: path, call: "open", errno: number)
        }
      }
      attempt += 1
    }
  }

  private enum Lock {
    case taken, held
    /// The file system has none: nothing there is ever taken for abandoned.
    case unknown
  }

  private static func lock(_ descriptor: Int32) -> Lock {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .taken }
    return errno == EWOULDBLOCK ? .held : .unknown
  }

  /// Removes a file that nobody writes any more; whether it did.
  @discardableResult
  private static func removeAbandoned(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard lock(descriptor) == .taken, isSame(descriptor, path) else { return false }
    return unsafe unlink(path) == 0
  }

  /// Whether the name still leads to the open file.
  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (open, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &open) == 0, unsafe lstat(path, &named) == 0 else {
      return false
    }
    return open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }

  static func publish(
    descriptor: Int32, from staged: String, to path: String
  ) throws(FileError) {
    guard fsync(descriptor) == 0 else {
      throw FileError(.writeFailed, path: path, call: "fsync", errno: errno)
    }
    guard unsafe rename(staged, path) == 0 else {
      throw FileError(.writeFailed, path: path, call: "rename", errno: errno)
    }
    // The name is on disk when the folder is. Not every file system can sync a folder, and the
    // file is complete either way, so a failure here is not one of ours.
    let folder = unsafe open(OutputFolder.parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

import Glibc

/// The same promise for files that another library writes under a name of its own (SQLite).
extension AtomicFile {
  /// Makes an empty file beside the target and returns its path; `publish` puts it in place.
  ///
  /// Throws F005 when it cannot be created, the target being a folder included.
  package static func stage(for path: String) throws(FileError) -> String {
    if FileStatus.of(path)?.kind == .folder {
      throw FileError(.cannotCreate, path: path, "there is a folder of this name")
    }
    let name = try reserve(besides: path)
    close(name.descriptor)
    return name.path
  }

  /// Puts a staged file on disk and in the place of the target.
  ///
  /// Throws F006.
  package static func publish(_ staged: String, to path: String) throws(FileError) {
    let descriptor = unsafe open(staged, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(.writeFailed, path: path, call: "open", errno: errno)
    }
    defer { close(descriptor) }
    try publish(descriptor: descriptor, from: staged, to: path)
  }

  /// Removes a staged file that will not be published.
  package static func discard(_ staged: String) { unsafe unlink(staged) }

  /// Creates `.tmp-name`, or `.tmp-name-1` and so on while another run holds that name.
  ///
  /// Exclusive creation, so that two runs never write into one file.
  static func reserve(
    besides path: String
  ) throws(FileError) -> (path: String, descriptor: Int32) {
    let name = OutputFolder.lastName(of: path)
    let folder = path.utf8.count == name.utf8.count ? "" : OutputFolder.parent(of: path)
    var attempt = 0
    while true {
      let suffix = attempt == 0 ? "" : "-\(attempt)"
      let short = ".tmp-\(name)\(suffix)"
      let candidate = folder.isEmpty ? short : DirectoryListing.join(folder, short)
      let descriptor = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (candidate, descriptor) }
      let number = errno
      attempt += 1
      if number != EEXIST || attempt > 1000 {
        throw FileError(.cannotCreate, path: path, call: "open", errno: number)
      }
    }
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

import Glibc

/// The right to write into a folder, for one run at a time.
///
/// The lock is on the folder itself: it leaves no file, and it ends with the process, however that ends.
/// Only runs that ask for it keep out of each other's way. Not Sendable.
package final class FolderLock {
  private let descriptor: Int32

  /// Takes the lock of a folder that is there.
  /// - Parameter wait: Called once before it waits for another run to end.
  ///
  /// Throws F005 when the folder cannot be opened or its file system has no locks.
  package init(_ path: String, wait: () -> Void) throws(FileError) {
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw FileError(.cannotCreate, path: path, call: "open", errno: errno) }
    if flock(folder, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { wait() }
      while flock(folder, LOCK_EX) != 0 {
        let number = errno
        if number == EINTR { continue }
        close(folder)
        throw FileError(.cannotCreate, path: path, call: "flock", errno: number)
      }
    }
    descriptor = folder
  }

  deinit { close(descriptor) }
}

import Glibc

/// What a path leads to, and files that go away.
package enum FilePaths {
  /// The path from the root on without symbolic links, nil when it leads nowhere.
  package static func real(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Removes a file; one that is not there or may not be removed stays as it is.
  package static func remove(_ path: String) { unsafe unlink(path) }
}

import Glibc

/// What the file system says of a path.
enum StoreFile {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

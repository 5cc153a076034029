import Glibc

/// Makes folders to write into.
package enum OutputFolder {
  /// Makes a folder and those above it, where they are missing.
  ///
  /// Throws F005.
  package static func create(_ path: String) throws(FileError) {
    if FileStatus.of(path)?.kind == .folder { return }
    var bytes: [UInt8] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      bytes += part
      if !part.isEmpty {
        let step = String(decoding: bytes, as: UTF8.self)
        if unsafe mkdir(step, 0o777) != 0, FileStatus.of(step)?.kind != .folder {
          throw FileError(.cannotCreate, path: step, call: "mkdir", errno: errno)
        }
      }
      bytes.append(UInt8(ascii: "/"))
    }
  }

  /// The folder that holds a path: `.` when it names none.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func lastName(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}

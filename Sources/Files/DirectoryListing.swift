import Glibc
import Model

/// The regular files below a folder, in byte order of their paths.
///
/// Names that begin with a dot are left out, as by the shell. Symbolic links to files are read;
/// links to folders are not entered, so there are no cycles and no file comes twice.
package struct DirectoryListing: Sendable, Hashable {
  /// The paths, each beginning with the path of the folder as it was given.
  package private(set) var files: [String] = []
  /// What could not be listed, and names that are not UTF-8, in byte order of the path.
  package private(set) var problems: [FileError] = []

  /// Lists everything below a folder, or only the files that stand in it.
  ///
  /// Throws F001 or F012 for the folder itself; a folder below it that cannot be read becomes a
  /// problem.
  package init(_ root: String, entersFolders: Bool = true) throws(FileError) {
    var waiting = [root]
    while let folder = waiting.popLast() {
      do throws(FileError) {
        var inside: [String] = []
        try list(folder, into: &inside)
        if entersFolders { waiting += inside }
      } catch {
        if folder == root { throw error }
        problems.append(error)
      }
    }
    files.sort { $0.precedesInBytes($1) }
    problems.sort { $0.path.precedesInBytes($1.path) }
  }

  private mutating func list(_ folder: String, into waiting: inout [String]) throws(FileError) {
    guard let handle = unsafe opendir(folder) else {
      let number = errno
      throw number == ENOENT
        ? FileError(.notFound, path: folder, FileError.text(of: number))
        : FileError(.cannotList, path: folder, call: "opendir", errno: number)
    }
    defer { unsafe closedir(handle) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(handle) else {
        let number = errno
        if number == 0 { return }
        throw FileError(.cannotList, path: folder, call: "readdir", errno: number)
      }
      let bytes = unsafe DirectoryListing.name(of: entry)
      if bytes.first == UInt8(ascii: ".") { continue }
      let path = DirectoryListing.join(folder, String(decoding: bytes, as: UTF8.self))
      if UTF8Check.firstInvalid(in: bytes.span) != nil {
        problems.append(
          FileError(.nameIsNotUTF8, path: path, "the file name is not UTF-8; rename it"))
        continue
      }
      switch FileStatus.ofLink(path)?.kind {
      case .folder: waiting.append(path)
      case .file: files.append(path)
      case .symbolicLink where FileStatus.of(path)?.kind == .file: files.append(path)
      default: break
      }
    }
  }

  /// The bytes of all names in a folder, in no order; none when it cannot be listed.
  static func names(in folder: String) -> [[UInt8]] {
    guard let handle = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(handle) { names.append(unsafe name(of: entry)) }
    return names
  }

  /// `d_name` is imported as a tuple of 256 bytes; the length is in `d_reclen` at most.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      unsafe [UInt8](buffer.prefix { $0 != 0 })
    }
  }

  package static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}

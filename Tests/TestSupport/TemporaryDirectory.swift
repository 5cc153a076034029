import Glibc

/// A folder of its own for one test, removed with everything in it when the object goes away.
package final class TemporaryDirectory {
  package let path: String

  package init() {
    var template = Array("/tmp/marsad-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("mkdtemp: error \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { TemporaryDirectory.remove(path) }

  /// The path of something inside.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and the folders above it; returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) -> String {
    let target = path(name)
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o777)
    }
    guard let file = fopen(target, "w") else { fatalError("\(target): error \(errno)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return target
  }

  @discardableResult
  package func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  /// The bytes of a file inside, or nil when there is none.
  package func read(_ name: String) -> [UInt8]? { TemporaryDirectory.read(path(name)) }

  /// The names in the folder, sorted.
  package func names() -> [String] { TemporaryDirectory.list(path).sorted() }

  package static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  private static func list(_ folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a tree.
  ///
  /// Names that are not UTF-8 stay, and /tmp keeps them.
  private static func remove(_ path: String) {
    var record = stat()
    guard lstat(path, &record) == 0 else { return }
    if record.st_mode & S_IFMT == S_IFDIR {
      for name in list(path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

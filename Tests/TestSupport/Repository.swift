import Glibc

/// Where the files of the project are, found from a test's own source.
package enum Repository {
  /// The folder that holds `Package.swift`.
  package static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.last, last != "Tests" { parts.removeLast() }
    return parts.dropLast().joined(separator: "/")
  }()

  package static var gazetteer: String { root + "/gazetteer" }
  package static var seeds: String { root + "/seeds" }
  package static var sample: String { root + "/docs/sample" }

  /// A folder shared with other projects, or nil in a clone that stands alone.
  package static func shared(_ name: String) -> String? {
    let path =
      (getenv("MARSAD_SHARED").map { String(cString: $0) } ?? root + "/../shared") + "/" + name
    return access(path, R_OK) == 0 ? path : nil
  }

  /// The bytes of a file of the project.
  package static func read(_ path: String) -> [UInt8]? {
    TemporaryDirectory.read(root + "/" + path)
  }

  /// The names in a folder, sorted by their bytes.
  package static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}

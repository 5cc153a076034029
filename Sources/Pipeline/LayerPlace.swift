package import Files

/// What a path to layers leads to.
package enum LayerPlace: Sendable, Hashable {
  /// A GeoPackage: that was named, or that stands in the folder that was.
  case store(String)
  /// A folder of GeoJSON layers without a GeoPackage.
  case folder(String)
  /// One GeoJSON file; `-` for standard input.
  case file(String)

  /// Looks what is there: the first bytes of a file say what it is, not its name.
  /// - Throws: `FileError` when there is nothing, or a folder without layers.
  package init(_ path: String) throws(FileError) {
    if path == "-" {
      self = .file(path)
      return
    }
    switch try FileStatus.find(path).kind {
    case .folder:
      let store = "\(path)/\(StoreWriter.fileName)"
      if FileStatus.of(store) != nil {
        self = .store(store)
      } else if FileStatus.of(path + "/events.geojson") != nil {
        self = .folder(path)
      } else {
        throw FileError(
          .notFound, path: path,
          "the folder has neither \(StoreWriter.fileName) nor events.geojson")
      }
    case .file:
      let start = Array("SQLite format 3\0".utf8)
      let isStore = try FileBytes.prefix(of: path, count: start.count) == start
      self = isStore ? .store(path) : .file(path)
    // What is no file, such as a pipe, can be read but once.
    case .stream, .symbolicLink: self = .file(path)
    }
  }
}

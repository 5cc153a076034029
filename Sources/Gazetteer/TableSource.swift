import Files
import Model

/// Opens the tables of the gazetteer folder and its overlays and collects what they report.
struct TableSource {
  let directory: String
  let overlays: [String]
  var diagnostics: [Diagnostic] = []
  /// The ids of rows with the status `deleted`.
  var deleted: Set<String> = []

  init(directory: String, overlays: [String]) {
    self.directory = directory
    self.overlays = overlays
  }

  /// Calls the body with each row of a table, the overlays' rows after the gazetteer's own.
  ///
  /// A row whose id a later folder has again is passed over, and so is one with the status
  /// `deleted`. A table that is missing from the gazetteer itself is an error; an overlay need not
  /// have it.
  mutating func rows(
    _ name: String, _ required: [String], isOptional: Bool = false,
    _ body: (inout TSVReader) -> Void
  ) {
    let folders = [directory] + overlays
    let replaced = TableSource.replacedIDs(name, folders)
    for (index, folder) in folders.enumerated() {
      let path = folder + "/" + name
      do {
        let bytes = try FileBytes.read(path)
        var reader = TSVReader(bytes, path: path, required: required)
        let column = TableSource.idColumn(reader)
        let status = reader.column("status")
        while reader.next() {
          if !replaced[index].isEmpty, replaced[index].contains(reader.string(column)) { continue }
          if status != nil, reader.holds(status, "deleted") {
            deleted.insert(reader.string(column))
            continue
          }
          body(&reader)
        }
        diagnostics += reader.diagnostics
      } catch {
        if index > 0 || isOptional, error.kind == .notFound { continue }
        diagnostics.append(
          Diagnostic(.error, error.code.rawValue, error.detail, path: error.path))
      }
    }
  }

  /// The column of a table that identifies its rows, nil when it has none.
  static func idColumn(_ row: TSVReader) -> Int? {
    for name in ["id", "pid", "uid", "nid", "eid", "aid", "code", "term"] {
      if let column = row.column(name) { return column }
    }
    return nil
  }

  /// For each folder the ids of a table's rows that the folders after it have again.
  static func replacedIDs(_ name: String, _ folders: [String]) -> [Set<String>] {
    var result = Array(repeating: Set<String>(), count: folders.count)
    for index in folders.indices.dropFirst().reversed() {
      var ids = result[index]
      if let bytes = try? FileBytes.read(folders[index] + "/" + name) {
        var reader = TSVReader(bytes, path: name)
        if let column = idColumn(reader) {
          while reader.next() { ids.insert(reader.string(column)) }
        }
      }
      result[index - 1] = ids
    }
    return result
  }
}

import Files
import Model

/// Opens the tables of the gazetteer folder and its overlays and collects what they report.
struct TableSource {
  let directory: String
  let overlays: [String]
  var diagnostics: [Diagnostic] = []

  init(directory: String, overlays: [String]) {
    self.directory = directory
    self.overlays = overlays
  }

  /// Calls the body with each row of a table, the overlays' rows after the gazetteer's own.
  ///
  /// A table that is missing from the gazetteer itself is an error; an overlay need not have it.
  mutating func rows(
    _ name: String, _ required: [String], isOptional: Bool = false,
    _ body: (inout TSVReader) -> Void
  ) {
    for (index, folder) in ([directory] + overlays).enumerated() {
      let path = folder + "/" + name
      do {
        let bytes = try FileBytes.read(path)
        var reader = TSVReader(bytes, path: path, required: required)
        while reader.next() { body(&reader) }
        diagnostics += reader.diagnostics
      } catch {
        if index > 0 || isOptional, error.kind == .notFound { continue }
        diagnostics.append(
          Diagnostic(.error, error.code.rawValue, error.detail, path: error.path))
      }
    }
  }
}

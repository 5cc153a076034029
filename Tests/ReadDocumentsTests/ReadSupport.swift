import Files
import Model
import ReadDocuments
import TestSupport

/// Reads inputs and writes each item as one line, so that a case is a table of lines.
struct Reading {
  var items: [ReadItem] = []

  init(
    _ inputs: [DocumentInput], defaults: ReadDefaults = ReadDefaults(), body: () throws -> Void = {}
  ) throws {
    try DocumentReader(defaults: defaults).read(inputs) { item in
      items.append(item)
      try body()
    }
  }

  /// Reads one file of the given name and content.
  static func file(
    _ name: String, _ bytes: [UInt8], defaults: ReadDefaults = ReadDefaults()
  ) throws -> (folder: TemporaryDirectory, reading: Reading) {
    let folder = TemporaryDirectory()
    let path = folder.write(name, bytes)
    return (folder, try Reading([.path(path)], defaults: defaults))
  }

  static func file(
    _ name: String, _ text: String, defaults: ReadDefaults = ReadDefaults()
  ) throws -> [ReadItem] {
    try file(name, Array(text.utf8), defaults: defaults).reading.items
  }

  var documents: [Document] { items.compactMap(\.document) }

  /// The findings of all items, with the folder cut off the paths.
  func findings(in folder: TemporaryDirectory) -> [String] {
    items.flatMap(\.findings).map { finding in
      finding.split(separator: folder.path + "/", omittingEmptySubsequences: false).joined()
    }
  }
}

extension ReadItem {
  var document: Document? { if case .document(let document, _) = self { document } else { nil } }
  var origin: ReadOrigin? { if case .document(_, let origin) = self { origin } else { nil } }

  /// The diagnostics without their paths: `line:column: severity: [code] message`.
  var messages: [String] {
    diagnostics.map { diagnostic in
      var bare = diagnostic
      bare.path = nil
      return bare.description
    }
  }

  var findings: [String] { diagnostics.map(\.description) }

  var diagnostics: [Diagnostic] {
    switch self {
    case .document(let document, _): document.diagnostics
    case .failure(_, let diagnostic), .notice(let diagnostic): [diagnostic]
    }
  }
}

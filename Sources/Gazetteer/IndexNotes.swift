import Model

/// What an index says of itself: the hash of its files, the findings of its making.
///
/// Paths are kept as the number of their folder and the rest, so that one index serves a gazetteer
/// however its folder is named.
struct IndexNotes {
  struct Path {
    /// 0 the gazetteer, then the overlays; -1 for a path outside them.
    var folder: Int
    var rest: String

    func text(in folders: [String]) -> String {
      folders.indices.contains(folder) ? folders[folder] + "/" + rest : rest
    }
  }

  struct Finding {
    var diagnostic: Diagnostic
    var path: Path?
  }

  var contentHash: String?
  private var findings: [Finding]
  private var files: [Path]

  init(
    contentHash: String?, diagnostics: [Diagnostic], entityFiles: [String], folders: [String]
  ) {
    func path(_ text: String) -> Path {
      let known = folders.indices.filter { text.hasPrefix(folders[$0] + "/") }
      guard let folder = known.max(by: { folders[$0].utf8.count < folders[$1].utf8.count }) else {
        return Path(folder: -1, rest: text)
      }
      return Path(folder: folder, rest: String(text.dropFirst(folders[folder].count + 1)))
    }
    self.contentHash = contentHash
    findings = diagnostics.map { Finding(diagnostic: $0, path: $0.path.map(path)) }
    files = entityFiles.map(path)
  }

  /// The findings of the loader with the paths of these folders.
  func diagnostics(in folders: [String]) -> [Diagnostic] {
    findings.map { finding in
      var diagnostic = finding.diagnostic
      diagnostic.path = finding.path?.text(in: folders)
      return diagnostic
    }
  }

  /// The tables that have rows of places and units.
  func entityFiles(in folders: [String]) -> [String] { files.map { $0.text(in: folders) } }
}

extension IndexNotes: IndexedRow {
  static var blank: IndexNotes {
    IndexNotes(contentHash: nil, diagnostics: [], entityFiles: [], folders: [])
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&contentHash)
    coder.list(&findings, blank: Finding(diagnostic: Diagnostic(.error, "", ""), path: nil)) {
      coder, finding in
      coder.transfer(
        &finding.diagnostic.severity, as: \.rawValue, from: { Diagnostic.Severity(rawValue: $0) }
      ) { $0.transfer(&$1) }
      coder.transfer(&finding.diagnostic.code)
      coder.transfer(&finding.diagnostic.message)
      coder.optional(&finding.path, blank: Path(folder: -1, rest: "")) { coder, path in
        coder.transfer(&path.folder)
        coder.transfer(&path.rest)
      }
      coder.transfer(&finding.diagnostic.line)
      coder.transfer(&finding.diagnostic.column)
    }
    coder.list(&files, blank: Path(folder: -1, rest: "")) { coder, path in
      coder.transfer(&path.folder)
      coder.transfer(&path.rest)
    }
  }
}

import Files
import Model

/// Opens a gazetteer by its compiled index, which is made where it is missing.
package enum GazetteerIndex {
  /// Returns the knowledge of a folder and its overlays.
  ///
  /// With an index at hand nothing is read but the index. To make one, all tables are read and
  /// checked as `gazetteer check` does.
  /// - Parameters:
  ///   - cache: The folder that keeps indexes; nil makes one in memory.
  /// - Throws: `GazetteerError` when the folder is missing or the check finds errors.
  package static func open(
    directory: String, overlays: [String], scope: GazetteerScope, cache: String?
  ) throws(GazetteerError) -> Gazetteer {
    try GazetteerLoader.requireFolder(directory)
    var opening = Opening(
      folders: [directory] + overlays, scope: scope,
      cache: cache.map { IndexCache(folder: $0) })
    return try opening.gazetteer()
  }

  /// One opening and what was found wrong with the cache on the way.
  private struct Opening {
    let folders: [String]
    let scope: GazetteerScope
    let cache: IndexCache?
    var findings: [Diagnostic] = []
    /// The key whose index is not to be read again.
    var damaged: UInt64?

    mutating func gazetteer() throws(GazetteerError) -> Gazetteer {
      guard let cache else {
        return finished(SectionFile(made: try GazetteerIndex.bytes(folders, nil, key: 0)))
      }
      let files = try list()
      if let key = cache.stampedKey(files, folders), let index = mapped(key, cache) {
        return finished(index)
      }
      let contentHash = try hash(files)
      let key = cache.key(files, contentHash: contentHash)
      if key != damaged, let index = mapped(key, cache) {
        keep { [folders] () throws(FileError) in try cache.stamp(files, folders, key: key) }
        return finished(index)
      }
      let bytes = try GazetteerIndex.bytes(folders, contentHash, key: key)
      // Somebody may have changed a file meanwhile: then nobody knows of which content the bytes are.
      let filesNow = try list()
      if filesNow.statusHash == files.statusHash, try hash(filesNow) == contentHash {
        keep { [folders] () throws(FileError) in
          try cache.write(bytes, key)
          try cache.stamp(filesNow, folders, key: key)
        }
      }
      return finished(SectionFile(made: bytes))
    }

    private func list() throws(GazetteerError) -> KnowledgeFiles {
      do throws(FileError) { return try KnowledgeFiles(folders) } catch { throw Self.failed(error) }
    }

    private func hash(_ files: KnowledgeFiles) throws(GazetteerError) -> String {
      do throws(FileError) { return try files.contentHash() } catch { throw Self.failed(error) }
    }

    private static func failed(_ error: FileError) -> GazetteerError {
      GazetteerError(kind: .invalid, message: error.description, findings: [])
    }

    /// The index of a key, nil when there is none that can be used.
    private mutating func mapped(_ key: UInt64, _ cache: IndexCache) -> SectionFile? {
      do throws(SectionFile.Fault) {
        return try cache.open(key)
      } catch {
        damaged = key
        findings.append(
          Diagnostic(
            .warning, "X001",
            "the compiled index is not used: \(error); it is made anew",
            path: cache.path(of: key)))
        return nil
      }
    }

    /// Tries to write into the cache; the answers do not depend on it.
    private mutating func keep(_ body: () throws(FileError) -> Void) {
      do throws(FileError) {
        try body()
      } catch {
        findings.append(
          Diagnostic(
            .note, "X002",
            "the compiled index cannot be kept (\(error.detail)): it is made anew at every start; "
              + "MARSAD_CACHE names another folder", path: error.path))
      }
    }

    private func finished(_ index: SectionFile) -> Gazetteer {
      Gazetteer(index, folders: folders, scope: scope, findings: findings)
    }
  }

  /// Reads and checks all tables and returns the index of them.
  private static func bytes(
    _ folders: [String], _ contentHash: String?, key: UInt64
  ) throws(GazetteerError) -> [UInt8] {
    let directory = folders[0]
    let overlays = Array(folders.dropFirst())
    let tables = try GazetteerLoader.tables(directory: directory, overlays: overlays)
    // What cannot be read comes first: the findings that follow from it would hide it.
    try GazetteerError.refuse(tables.diagnostics, directory: directory)
    let shapes = BoundaryReader.read(directory: directory, overlays: overlays)
    let bytes = IndexWriter.bytes(tables, shapes: shapes, contentHash: contentHash, key: key)
    let gazetteer = Gazetteer(
      SectionFile(made: bytes), folders: folders, shapes: BoundaryStore(shapes))
    let findings: [Diagnostic]
    do {
      findings = try GazetteerChecker(directory: directory, overlays: overlays).check(gazetteer)
    } catch {
      throw GazetteerError(kind: .invalid, message: "\(error)", findings: [])
    }
    try GazetteerError.refuse(findings, directory: directory)
    return bytes
  }
}

import Files

extension Gazetteer {
  /// Returns a hash of all files of the folder and its overlays, for the record of a run.
  ///
  /// An index knows it; else the files are read.
  package func fingerprint() throws -> String {
    if let contentHash { return contentHash }
    return try KnowledgeFiles([directory] + overlays).contentHash()
  }
}

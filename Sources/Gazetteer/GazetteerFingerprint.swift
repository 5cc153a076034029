import Files

extension Gazetteer {
  /// Returns a hash of all files of the folder and its overlays, for the record of a run.
  ///
  /// An index knows it; else the files are read.
  package func fingerprint() throws -> String {
    if let contentHash { return contentHash }
    return try KnowledgeFiles([directory] + overlays).contentHash()
  }

  /// Returns a hash of each file, so that two runs can tell which of them changed.
  ///
  /// Reads the files; a file of an overlay begins with the overlay's number.
  package func fileHashes() throws -> [(file: String, contentHash: String)] {
    try KnowledgeFiles([directory] + overlays).contentHashes()
  }
}

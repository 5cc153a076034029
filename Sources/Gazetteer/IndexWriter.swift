import Files
import Model

/// Makes the compiled index of a gazetteer: everything that the program knows as flat arrays.
enum IndexWriter {
  /// Returns the bytes of an index.
  ///
  /// Linear in the tables, apart from sorting.
  /// - Parameters:
  ///   - shapes: nil leaves them to the files.
  ///   - contentHash: Of the files that the tables were read from.
  ///   - key: What the index is found by.
  static func bytes(
    _ tables: GazetteerTables, shapes: Boundaries?, contentHash: String?, key: UInt64
  ) -> [UInt8] {
    var tables = tables
    var file = SectionFileWriter()
    tables.trie.write(to: &file)
    NameTable.write(tables.names, tables.nameBytes, to: &file)
    SoundIndex.write(tables, to: &file)
    var paths: [String] = []
    EntityWriter.write(tables.entities, files: &paths, to: &file)
    var notes = IndexNotes(
      contentHash: contentHash, diagnostics: tables.diagnostics, entityFiles: paths,
      folders: [tables.directory] + tables.overlays)
    add(IndexSection.about, to: &file) { notes.transfer(with: &$0) }
    add(IndexSection.placeWords, to: &file) { tables.transferPlaceWords(with: &$0) }
    add(IndexSection.lexicons, to: &file) { tables.transferLexicons(with: &$0) }
    if var shapes { add(IndexSection.shapes, to: &file) { shapes.transfer(with: &$0) } }
    return file.bytes(version: IndexSection.version, key: key)
  }

  private static func add(
    _ section: UInt32, to file: inout SectionFileWriter, _ body: (inout RowWriter) -> Void
  ) {
    var writer = RowWriter()
    body(&writer)
    writer.write(section, to: &file)
  }
}

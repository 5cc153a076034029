import Files
import Model

/// Keeps compiled indexes in a folder, one for each content of a gazetteer, and finds them again.
///
/// An index is named by the content that it was made of. A *stamp* beside it remembers, for a
/// gazetteer's place on disk, the sizes and times of its files and which index they led to: a start
/// compares those and reads no table. Where they differ, contents are hashed; where no index has
/// the hash, one is made. Files appear whole by renaming, so that any number of processes may do
/// this at once: they make the same bytes.
struct IndexCache {
  let folder: String
  /// Sets apart what two builds of the program made of the same files.
  private let program: UInt64
  /// So many indexes are kept; the ones written first go.
  private static let keptIndexes = 8
  private static let keptStamps = 64
  /// A file changed less than this before its stamp may have been changed again within the tick.
  ///
  /// Nanoseconds: far more than a tick of any file system's clock.
  private static let tick = 2_000_000_000

  init(folder: String) {
    self.folder = folder
    var hash = ContentHash()
    hash.update(UInt64(IndexSection.version))
    if let status = FileStatus.of("/proc/self/exe") {
      hash.update(UInt64(bitPattern: Int64(status.size)))
      hash.update(UInt64(bitPattern: Int64(status.modified)))
    }
    program = hash.value
  }

  /// The key of the index of some files.
  func key(_ files: KnowledgeFiles, contentHash: String) -> UInt64 {
    var hash = ContentHash()
    hash.update(program)
    for count in files.counts { hash.update(UInt64(count)) }
    hash.update(contentHash)
    return hash.value
  }

  /// Maps the index of a key; nil when there is none.
  func open(_ key: UInt64) throws(SectionFile.Fault) -> SectionFile? {
    try SectionFile.open(path(of: key), version: IndexSection.version, key: key)
  }

  /// Writes an index.
  func write(_ bytes: [UInt8], _ key: UInt64) throws(FileError) {
    try OutputFolder.create(folder)
    try AtomicFile.write(bytes, to: path(of: key))
    prune("index-", keeping: IndexCache.keptIndexes)
  }

  /// The path of the index of a key.
  func path(of key: UInt64) -> String {
    DirectoryListing.join(folder, "index-" + IndexCache.hexadecimal(key))
  }

  /// The key that the files of some folders led to the last time, nil when they have changed since.
  func stampedKey(_ files: KnowledgeFiles, _ folders: [String]) -> UInt64? {
    let path = stampPath(folders)
    guard let status = FileStatus.of(path), let bytes = try? FileBytes.read(path, limit: 256),
      files.lastChange < status.modified - IndexCache.tick
    else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard words.count == 3, words[0] == IndexCache.stampHead,
      words[1] == IndexCache.hexadecimal(files.statusHash)
    else { return nil }
    return UInt64(words[2], radix: 16)
  }

  /// Remembers the key that the files of some folders led to.
  func stamp(_ files: KnowledgeFiles, _ folders: [String], key: UInt64) throws(FileError) {
    let words = [
      IndexCache.stampHead, IndexCache.hexadecimal(files.statusHash), IndexCache.hexadecimal(key),
    ]
    try OutputFolder.create(folder)
    try AtomicFile.write(
      Array((words.joined(separator: "\n") + "\n").utf8), to: stampPath(folders))
    prune("stamp-", keeping: IndexCache.keptStamps)
  }

  private static let stampHead = "marsad stamp 1"

  private func stampPath(_ folders: [String]) -> String {
    var hash = ContentHash()
    hash.update(program)
    for folder in folders { hash.update(FilePaths.real(folder) ?? folder) }
    return DirectoryListing.join(folder, "stamp-" + hash.hexadecimal)
  }

  /// Removes the files of a kind that were written first, down to a number.
  private func prune(_ prefix: String, keeping count: Int) {
    guard let listing = try? DirectoryListing(folder, entersFolders: false) else { return }
    let found = listing.files
      .filter { OutputFolder.lastName(of: $0).hasPrefix(prefix) }
      .compactMap { path in FileStatus.of(path).map { (path: path, modified: $0.modified) } }
    if found.count <= count { return }
    for file in found.sorted(by: { $0.modified < $1.modified }).dropLast(count) {
      FilePaths.remove(file.path)
    }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

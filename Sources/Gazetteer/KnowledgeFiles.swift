import Files
import Model

/// The files that knowledge is read from: the tables and shapes of a gazetteer and its overlays.
struct KnowledgeFiles {
  private struct File {
    var folder: Int
    var name: String
    var path: String
    var status: FileStatus
  }

  private var files: [File] = []

  /// Lists the files with their sizes and times, in byte order within each folder.
  /// - Throws: `FileError` when the gazetteer's own folder cannot be listed; an overlay may lack one.
  init(_ folders: [String]) throws(FileError) {
    for (folder, path) in folders.enumerated() {
      let listing: DirectoryListing
      do throws(FileError) {
        listing = try DirectoryListing(path, entersFolders: false)
      } catch {
        if folder > 0, error.kind == .notFound { continue }
        throw error
      }
      for file in listing.files where file.hasSuffix(".tsv") || file.hasSuffix(".geojson") {
        files.append(
          File(
            folder: folder, name: OutputFolder.lastName(of: file), path: file,
            status: try FileStatus.find(file)))
      }
    }
  }

  /// A hash of names, sizes and times: as long as it is the same, the contents are.
  var statusHash: UInt64 {
    var hash = ContentHash()
    for file in files {
      hash.update(UInt64(file.folder))
      hash.update(file.name)
      hash.update(UInt64(bitPattern: Int64(file.status.size)))
      hash.update(UInt64(bitPattern: Int64(file.status.modified)))
    }
    return hash.value
  }

  /// When the last of the files was changed, nanoseconds since 1970-01-01 UTC.
  var lastChange: Int { files.map(\.status.modified).max() ?? 0 }

  /// A hash of names and contents, for the record of a run.
  ///
  /// Linear in the files.
  func contentHash() throws(FileError) -> String {
    var hash = ContentHash()
    for file in files {
      hash.update(file.name)
      hash.update(bytes: try FileBytes.read(file.path))
    }
    return hash.hexadecimal
  }

  /// The name and a hash of the content of each file; one of an overlay begins with its number.
  ///
  /// Linear in the files.
  func contentHashes() throws(FileError) -> [(file: String, contentHash: String)] {
    var hashes: [(file: String, contentHash: String)] = []
    for file in files {
      let name = file.folder == 0 ? file.name : "overlay-\(file.folder)/\(file.name)"
      var hash = ContentHash()
      hash.update(bytes: try FileBytes.read(file.path))
      hashes.append((name, hash.hexadecimal))
    }
    return hashes
  }

  /// How many files each folder has: a file that moves to an overlay changes its meaning.
  var counts: [Int] {
    (0...(files.last?.folder ?? 0)).map { folder in files.count { $0.folder == folder } }
  }
}

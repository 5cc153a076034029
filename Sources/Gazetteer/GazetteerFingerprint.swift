import Files
import Model

extension Gazetteer {
  /// Returns a hash of all files of the folder and its overlays, for the record of a run.
  ///
  /// Reads the files: not for the start of every question.
  package func fingerprint() throws -> String {
    var hash = ContentHash()
    for folder in [directory] + overlays {
      let listing = try DirectoryListing(folder)
      for file in listing.files where file.hasSuffix(".tsv") || file.hasSuffix(".geojson") {
        hash.update(String(file.split(separator: "/").last ?? ""))
        hash.update(bytes: try FileBytes.read(file))
      }
    }
    return hash.hexadecimal
  }
}

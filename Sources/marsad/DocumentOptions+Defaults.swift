import Model
import ReadDocuments

extension DocumentOptions {
  /// What documents lack.
  var defaults: ReadDefaults {
    ReadDefaults(
      published: published.flatMap { CivilDate(iso: Array($0.utf8)) }, source: source,
      strict: strict)
  }

  /// The number of workers: as asked, else one for each core.
  var threadCount: Int { threads ?? Processors.count }
}

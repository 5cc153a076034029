/// What went wrong with a store: which file, what was found, what to do.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Stable codes, listed in `docs/errors.md`.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no such file.
    case notFound = "S001"
    /// The file is not a GeoPackage, or no database at all.
    case notGeoPackage = "S002"
    /// A GeoPackage that `map` did not write.
    case foreign = "S003"
    /// A store of a newer program.
    case newer = "S004"
    /// A store with other tables or columns than this program writes.
    case otherLayout = "S005"
    /// A store without its reports, such as a published one.
    case withoutReports = "S006"
    /// Bytes of a row are not what they claim to be.
    case damaged = "S007"
    /// SQLite reported an error; its own words follow.
    case database = "S008"
    /// A layer that was asked for is not in the file.
    case noSuchLayer = "S009"
    /// A spatial index whose nodes are not as SQLite writes them.
    case indexLayout = "S010"
  }

  package let code: Code
  package let path: String
  package let detail: String

  package init(_ code: Code, path: String, _ detail: String) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// The error as `path: error: [S001] detail`.
  package var description: String { "\(path): error: [\(code.rawValue)] \(detail)" }
}

package import Model

/// The versions of stores, the oldest that can be read first, the one that is written last.
///
/// A column or a table that reports are read from, and that comes later, is a row here: a store of before is
/// then read as if it had it. Nothing in the store is changed: `map --append` writes everything anew, in the
/// present version. What the other tables show is made of the reports and needs no row but a number.
package struct StoreHistory: Sendable, Hashable {
  /// What a version brought.
  package enum Addition: Sendable, Hashable {
    /// A table; in stores of before it is empty.
    case table(String)
    /// A name of a table, and the one that it has in stores of before.
    case name(String, before: String)
    /// A column and what the rows of stores of before have in it.
    case column(String, of: String, before: AttributeValue)
  }

  /// A version of the tables and of the form of a report's event.
  package struct Version: Sendable, Hashable {
    package var number: Int
    /// `EventBytes.version` in stores of this version.
    package var eventBytes: Int
    package var additions: [Addition]

    package init(number: Int, eventBytes: Int, additions: [Addition] = []) {
      self.number = number
      self.eventBytes = eventBytes
      self.additions = additions
    }
  }

  package var versions: [Version]

  package init(_ versions: [Version]) {
    self.versions = versions
  }

  /// The stores of this program.
  package static let ours = StoreHistory([
    Version(number: 1, eventBytes: EventBytes.version),
    Version(
      number: StoreSeal.currentVersion, eventBytes: EventBytes.version,
      additions: [.name("reports", before: "documents")]),
  ])

  /// Whether the reports of a store of this version can be read.
  func canRead(_ version: Int) -> Bool {
    versions.contains { $0.number == version && $0.eventBytes == EventBytes.version }
  }

  /// What a store of this version lacks.
  func additions(after version: Int) -> [Addition] {
    versions.filter { $0.number > version }.flatMap(\.additions)
  }
}

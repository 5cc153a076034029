import GRDB

/// What makes a GeoPackage one of ours: the table `marsad_schema`.
///
/// `version` goes up when tables change their meaning; `layout` is a hash of all tables, columns and of
/// the form of the reports, so that nothing is ever added to a store of another shape.
package struct StoreSeal: Sendable, Hashable {
  /// The version that this program writes and adds to.
  package static let currentVersion = 2
  static let table = "marsad_schema"

  package var version = StoreSeal.currentVersion
  package var layout: String
  package var programVersion: String
  package var gazetteerHash: String
  /// Whether the words of the reports were left out.
  package var isPublic: Bool

  package init(
    layout: String, programVersion: String, gazetteerHash: String, isPublic: Bool
  ) {
    self.layout = layout
    self.programVersion = programVersion
    self.gazetteerHash = gazetteerHash
    self.isPublic = isPublic
  }

  /// The rows of the table.
  var rows: [(key: String, value: String)] {
    [
      ("version", String(version)), ("layout", layout), ("program_version", programVersion),
      ("gazetteer_hash", gazetteerHash), ("public", isPublic ? "true" : "false"),
    ]
  }

  /// Reads the seal of a file, nil when it has none.
  init?(_ database: Database) throws {
    guard try database.tableExists(Self.table) else { return nil }
    var values: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT key, value FROM \(Self.table)") {
      guard let key = String.fromDatabaseValue(row[0]) else { continue }
      values[key] = String.fromDatabaseValue(row[1])
    }
    guard let version = values["version"].flatMap({ Int($0) }) else { return nil }
    self.version = version
    layout = values["layout"] ?? ""
    programVersion = values["program_version"] ?? ""
    gazetteerHash = values["gazetteer_hash"] ?? ""
    isPublic = values["public"] == "true"
  }
}

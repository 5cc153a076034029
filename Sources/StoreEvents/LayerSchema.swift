package import Model

/// The geometry that a layer's column declares.
package enum GeometryType: String, Sendable, Hashable {
  case point = "POINT"
  case multiPolygon = "MULTIPOLYGON"
}

/// A table of a store: its name, its geometry and its columns.
package struct LayerSchema: Sendable, Hashable {
  package var name: String
  /// The title that a desktop program shows.
  package var title: String
  package var summary: String
  /// Nil for a table without geometry.
  package var geometry: GeometryType?
  package var columns: [AttributeColumn]

  package init(
    _ name: String, title: String, summary: String, geometry: GeometryType?,
    columns: [AttributeColumn]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.geometry = geometry
    self.columns = columns
  }

  /// The names of the columns that every table has before its own.
  static let key = "fid"
  static let geometryColumn = "geom"
}

extension AttributeKind {
  /// The type of a column as GeoPackage spells it.
  var sqlType: String {
    switch self {
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .date: "DATE"
    case .instant: "DATETIME"
    case .bytes: "BLOB"
    }
  }

  /// Reads a declared type, also those that other programs write.
  ///
  /// What is none of GeoPackage's types follows SQLite's rules of affinity.
  init(sqlType declared: String) {
    let name = String(declared.uppercased().prefix { $0 != "(" })
    switch name {
    case "BOOLEAN": self = .boolean
    case "DATE": self = .date
    case "DATETIME": self = .instant
    case "BLOB", "": self = .bytes
    case "FLOAT", "DOUBLE", "REAL": self = .real
    case _ where Self.contains(name, "INT"): self = .integer
    case _ where ["CHAR", "CLOB", "TEXT"].contains { Self.contains(name, $0) }: self = .text
    case _ where ["REAL", "FLOA", "DOUB", "NUM", "DEC"].contains { Self.contains(name, $0) }:
      self = .real
    default: self = .text
    }
  }

  /// Whether a name holds a part.
  private static func contains(_ name: String, _ part: String) -> Bool {
    var rest = name[...]
    while rest.count >= part.count {
      if rest.hasPrefix(part) { return true }
      rest.removeFirst()
    }
    return false
  }
}

/// SQL spelled so that no name is taken for anything else.
enum SQLName {
  /// The name in double quotes.
  static func quoted(_ name: String) -> String { delimited(name, by: "\"") }

  /// The text as a literal in single quotes.
  static func literal(_ text: String) -> String { delimited(text, by: "'") }

  /// By scalars, as SQLite reads them: a mark with an accent on it is one `Character`.
  private static func delimited(_ text: String, by mark: Unicode.Scalar) -> String {
    var quoted = String.UnicodeScalarView()
    quoted.append(mark)
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == mark { quoted.append(mark) }
    }
    quoted.append(mark)
    return String(quoted)
  }
}

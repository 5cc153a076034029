package import Model

/// The geometry that a layer's column declares.
///
/// Lines and polygons are written as their MULTI forms, so the simple ones are none of these.
package enum GeometryType: String, Sendable, Hashable {
  case point = "POINT"
  case multiPoint = "MULTIPOINT"
  case multiLineString = "MULTILINESTRING"
  case multiPolygon = "MULTIPOLYGON"
  case collection = "GEOMETRYCOLLECTION"
  /// Any.
  case geometry = "GEOMETRY"
}

/// What the coordinates of a layer mean.
package struct SpatialReference: Sendable, Hashable {
  package var name: String
  /// Its number at EPSG.
  package var code: Int
  /// As well-known text of the first version, which GeoPackage asks for.
  package var definition: String

  package init(name: String, code: Int, definition: String) {
    self.name = name
    self.code = code
    self.definition = definition
  }

  /// Degrees, longitude first.
  package static let wgs84 = SpatialReference(
    name: "WGS 84 geodetic", code: 4326,
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AUTHORITY["EPSG","4326"]]
      """)
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
  /// Of the geometry: east and north, or longitude and latitude, in this order whatever it says of axes.
  package var reference: SpatialReference

  package init(
    _ name: String, title: String, summary: String, geometry: GeometryType?,
    columns: [AttributeColumn], reference: SpatialReference = .wgs84
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.geometry = geometry
    self.columns = columns
    self.reference = reference
  }

  /// The names of the columns that a table has before its own.
  static let key = "fid"
  static let geometryColumn = "geom"

  /// The names of all columns as SQL can have them side by side: key, geometry if there is one, then the
  /// layer's own.
  ///
  /// SQL does not tell `Name` from `name`, and a name cannot be empty or end in the middle; a file from
  /// elsewhere may have all of that, and a `fid` of its own. The later column gets a number.
  var columnNames: [String] {
    var taken: Set<String> = []
    let own = columns.map { column in
      let name = String(
        String.UnicodeScalarView(column.name.unicodeScalars.filter { $0 != "\0" }))
      return name.isEmpty ? "column" : name
    }
    let first = geometry == nil ? [Self.key] : [Self.key, Self.geometryColumn]
    return (first + own).map { name in
      var free = name
      var number = 1
      while !taken.insert(free.lowercased()).inserted {
        number += 1
        free = "\(name)_\(number)"
      }
      return free
    }
  }
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
    case _ where name.contains("INT"): self = .integer
    case _ where ["CHAR", "CLOB", "TEXT"].contains { name.contains($0) }: self = .text
    case _ where ["REAL", "FLOA", "DOUB", "NUM", "DEC"].contains { name.contains($0) }:
      self = .real
    default: self = .text
    }
  }
}

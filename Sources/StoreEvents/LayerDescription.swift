package import Geometry
package import Model

/// A table of any GeoPackage as its own catalogue describes it.
package struct LayerDescription: Sendable, Hashable {
  package var name: String
  package var title: String
  /// The column of the geometry; nil for a table of attributes.
  package var geometryColumn: String?
  /// As declared, upper case: `POINT`, `GEOMETRY`, …; nil for a table of attributes.
  package var geometryType: String?
  /// Of its reference system, such as EPSG and 4326; nil without geometry or when the catalogue lacks it.
  package var referenceSystem: ReferenceSystem?
  /// The whole number by which rows are known: the primary key, `rowid` for a table that declares none,
  /// the first column of a view; nil for a view that has none, whose rows are counted.
  package var keyColumn: String?
  /// All columns but key and geometry, in their order.
  package var columns: [AttributeColumn]
  /// As the catalogue states it: it may be missing or out of date.
  package var statedExtent: BoundingBox?
  /// Whether boxes can be looked up without reading every row.
  package var hasSpatialIndex: Bool

  package struct ReferenceSystem: Sendable, Hashable {
    package var organization: String
    package var code: Int
  }
}

/// One row of a layer.
package struct StoredFeature: Sendable, Hashable {
  package var id: Int
  package var geometry: Shape?
  /// In the order of the columns that were asked for.
  package var values: [AttributeValue]
}

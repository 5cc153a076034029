/// How features of any layer are written.
package enum FeatureFormat: String, Sendable, Hashable, CaseIterable {
  /// Columns aligned for people.
  case table
  /// One FeatureCollection (RFC 7946).
  case geojson
  /// One feature a line.
  case geojsonl
  /// A GeoJSON text sequence: each feature after a record separator (RFC 8142).
  case geojsonseq
  /// Comma-separated values with the position, or with the geometry as well-known text.
  case csv
  /// One array of objects: properties and geometry.
  case json
  /// Nothing but the number of features.
  case count
}

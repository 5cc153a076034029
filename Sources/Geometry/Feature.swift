package import Model

/// One row of a layer of any format, as questions read it and as writers write it.
package struct Feature: Sendable, Hashable {
  /// By what its layer knows a feature.
  package enum Identifier: Sendable, Hashable {
    /// The key of a row.
    case number(Int)
    /// The `id` of a GeoJSON feature.
    case text(String)
  }

  package var id: Identifier?
  /// Degrees, WGS 84, longitude first.
  package var geometry: Shape?
  /// In the order of its layer's columns.
  package var values: [AttributeValue]

  package init(id: Identifier?, geometry: Shape?, values: [AttributeValue]) {
    self.id = id
    self.geometry = geometry
    self.values = values
  }
}

package import Model

extension MultiPolygon {
  /// Every ring as a closed line: the border, when the polygons are valid.
  ///
  /// Linear in the rings.
  package var boundary: MultiLine {
    MultiLine(polygons.flatMap(\.rings))
  }
}

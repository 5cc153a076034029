import Geometry
package import Model

/// Reads polygons from well-known text, with the checks that a filter makes.
package enum PolygonText {
  private static let prefix = "S_INTERSECTS(geometry, "

  /// Returns the polygons of `POLYGON (…)` or `MULTIPOLYGON (…)`, degrees, longitude first.
  ///
  /// Linear in the text.
  /// - Throws: `FilterError` with the column in the text, also for any other geometry.
  package static func read(_ text: String) throws(FilterError) -> MultiPolygon {
    let filter: Filter
    do throws(FilterError) {
      filter = try Filter(text: "\(prefix)\(text))")
    } catch {
      let shift = error.line == 1 ? prefix.unicodeScalars.count : 0
      throw FilterError(
        error.code, error.detail, line: error.line, column: max(1, error.column - shift))
    }
    guard case .spatial(_, _, let second) = filter.expression.node,
      case .geometry(let literal) = second.node, case .polygons(let polygons) = literal.shape
    else {
      throw FilterError(.badGeometry, "a polygon is expected", line: 1, column: 1)
    }
    return polygons
  }
}

import CGEOS
package import Model

/// Many polygons, asked again and again which of them cover a point or meet an area.
///
/// The numbers in its answers are positions in the array that it was made from, ascending. An
/// R-tree (`GEOSSTRtree`) picks by box; prepared geometries (`GEOSPreparedGeometry`) decide.
///
/// Not `Sendable`: prepared geometries must not be asked by two threads at once. Make one per
/// worker and keep it.
package final class PolygonIndex {
  private let context: GEOSContext
  private let tree: STRTree
  private let polygons: [PreparedPolygons]

  /// Builds the index, tree included.
  ///
  /// Linear in the vertices plus O(n log n) in the polygons.
  /// - Throws: `GeometryError` when a ring is too short, not closed or not finite; the operation
  ///   names the position in the array.
  package init(_ areas: [MultiPolygon]) throws(GeometryError) {
    let context = try GEOSContext()
    let tree = try STRTree(context: context)
    var polygons: [PreparedPolygons] = []
    polygons.reserveCapacity(areas.count)
    for (number, area) in areas.enumerated() {
      do throws(GeometryError) {
        let geometry = try context.build(area)
        tree.insert(number, geometry)
        polygons.append(PreparedPolygons(geometry))
      } catch {
        throw GeometryError(
          error.code, operation: "area \(number): \(error.operation)", detail: error.detail)
      }
    }
    try tree.pack()
    self.context = context
    self.tree = tree
    self.polygons = polygons
  }

  /// How many areas it was made from, empty ones included.
  package var count: Int { polygons.count }

  /// Returns the numbers of the areas that cover the point; one on a border is covered by both
  /// sides.
  ///
  /// O(log n) plus the logarithm of each candidate's vertices.
  package func covering(_ point: Coordinate) throws(GeometryError) -> [Int] {
    let point = try context.build(point)
    return try filter(tree.numbers(meeting: point)) { polygons throws(GeometryError) in
      try polygons.covers(point)
    }
  }

  /// Returns the numbers of the areas that cover the whole of another.
  package func covering(_ area: MultiPolygon) throws(GeometryError) -> [Int] {
    let area = try context.build(area)
    return try filter(tree.numbers(meeting: area)) { polygons throws(GeometryError) in
      try polygons.covers(area)
    }
  }

  /// Returns the numbers of the areas that share at least a point with another.
  package func intersecting(_ area: MultiPolygon) throws(GeometryError) -> [Int] {
    try intersecting(.polygons(area))
  }

  /// Returns the numbers of the areas that share at least a point with a shape.
  package func intersecting(_ shape: Shape) throws(GeometryError) -> [Int] {
    let shape = try context.build(shape)
    return try filter(tree.numbers(meeting: shape)) { polygons throws(GeometryError) in
      try polygons.intersects(shape)
    }
  }

  private func filter(
    _ numbers: [Int], _ isHit: (PreparedPolygons) throws(GeometryError) -> Bool
  ) throws(GeometryError) -> [Int] {
    var hits: [Int] = []
    for number in numbers where try isHit(polygons[number]) {
      hits.append(number)
    }
    return hits
  }
}

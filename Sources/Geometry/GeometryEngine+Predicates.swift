import CGEOS
package import Model

extension GeometryEngine {
  /// Whether the point lies inside or on the border (`GEOSCovers_r`).
  ///
  /// For many points, a `PolygonIndex` is hundreds of times faster.
  package func covers(
    _ polygons: MultiPolygon, _ point: Coordinate
  ) throws(GeometryError) -> Bool {
    try covers(.polygons(polygons), .point(point))
  }

  /// Whether no point of the second lies outside the first (`GEOSCovers_r`).
  package func covers(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> Bool {
    try covers(.polygons(first), .polygons(second))
  }

  /// Whether the polygons share at least a point (`GEOSIntersects_r`).
  package func intersects(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> Bool {
    try holds(.intersects, .polygons(first), .polygons(second))
  }

  /// Whether the polygons are the same set of points, however they are written (`GEOSEquals_r`).
  package func equalsTopologically(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> Bool {
    try holds(.equals, .polygons(first), .polygons(second))
  }

  /// Whether a relation of OGC Simple Features holds between two shapes, read left to right.
  ///
  /// GEOS 3.11 refuses collections. Here a collection is the union of its parts; when that is still
  /// of mixed type, `equals`, `disjoint` and `intersects` work, as do `within` and `contains` while
  /// the outer shape is of one type.
  /// - Throws: `GeometryError`; code G009 for a relation that is not defined for mixed collections.
  package func holds(
    _ predicate: SpatialPredicate, _ first: Shape, _ second: Shape
  ) throws(GeometryError) -> Bool {
    let firsts = try parts(of: first)
    let seconds = try parts(of: second)
    if firsts.count == 1, seconds.count == 1 {
      return try relate(predicate, firsts[0], seconds[0])
    }
    switch predicate {
    case .intersects:
      return try anyIntersects(firsts, seconds)
    case .disjoint:
      return try !anyIntersects(firsts, seconds)
    case .equals:
      guard firsts.count == seconds.count else { return false }
      for (first, second) in zip(firsts, seconds) {
        guard try relate(.equals, first, second) else { return false }
      }
      return true
    case .within where seconds.count == 1:
      return try areWithin(firsts, seconds[0])
    case .contains where firsts.count == 1:
      return try areWithin(seconds, firsts[0])
    default:
      throw GeometryError(
        .mixedCollection, operation: predicate.rawValue,
        detail: "not defined for a collection of points, lines and polygons together")
    }
  }

  /// Splits a collection into one shape a dimension, without what another part covers.
  private func parts(of shape: Shape) throws(GeometryError) -> [Shape] {
    guard case .collection = shape else { return [shape] }
    let geometry = try context.build(shape)
    let union = try unsafe context.geometry(
      "GEOSUnaryUnion_r", GEOSUnaryUnion_r(context.raw, geometry.pointer))
    let shapes = try union.parts().shapes
    return shapes.isEmpty ? [.points([])] : shapes
  }

  private func anyIntersects(
    _ firsts: [Shape], _ seconds: [Shape]
  ) throws(GeometryError) -> Bool {
    for first in firsts {
      for second in seconds where try relate(.intersects, first, second) {
        return true
      }
    }
    return false
  }

  /// Whether all are covered and the interior of at least one is met.
  private func areWithin(_ shapes: [Shape], _ outer: Shape) throws(GeometryError) -> Bool {
    var meetsInterior = false
    for shape in shapes {
      guard try covers(outer, shape) else { return false }
      if try relate(.within, shape, outer) { meetsInterior = true }
    }
    return meetsInterior
  }

  private func covers(_ first: Shape, _ second: Shape) throws(GeometryError) -> Bool {
    let first = try context.build(first)
    let second = try context.build(second)
    return try unsafe context.predicate(
      "GEOSCovers_r", GEOSCovers_r(context.raw, first.pointer, second.pointer))
  }

  private func relate(
    _ predicate: SpatialPredicate, _ first: Shape, _ second: Shape
  ) throws(GeometryError) -> Bool {
    let first = try context.build(first)
    let second = try context.build(second)
    let raw = unsafe context.raw
    let (a, b) = unsafe (first.pointer, second.pointer)
    return switch predicate {
    case .equals: try unsafe context.predicate("GEOSEquals_r", GEOSEquals_r(raw, a, b))
    case .disjoint: try unsafe context.predicate("GEOSDisjoint_r", GEOSDisjoint_r(raw, a, b))
    case .touches: try unsafe context.predicate("GEOSTouches_r", GEOSTouches_r(raw, a, b))
    case .within: try unsafe context.predicate("GEOSWithin_r", GEOSWithin_r(raw, a, b))
    case .overlaps: try unsafe context.predicate("GEOSOverlaps_r", GEOSOverlaps_r(raw, a, b))
    case .crosses: try unsafe context.predicate("GEOSCrosses_r", GEOSCrosses_r(raw, a, b))
    case .intersects: try unsafe context.predicate("GEOSIntersects_r", GEOSIntersects_r(raw, a, b))
    case .contains: try unsafe context.predicate("GEOSContains_r", GEOSContains_r(raw, a, b))
    }
  }
}

import CGEOS
package import Model

extension GeometryEngine {
  /// Returns the ground that any of the polygons covers (`GEOSUnaryUnion_r`).
  ///
  /// Shapes that came back from a projection may cross themselves by a hair: when GEOS refuses the
  /// polygons as they stand, they are made valid and united again.
  package func union(_ polygons: [MultiPolygon]) throws(GeometryError) -> MultiPolygon {
    do {
      return try unionAsTheyStand(polygons)
    } catch {
      guard error.code == .operationFailed else { throw error }
      var valid: [MultiPolygon] = []
      for polygon in polygons { valid.append(try makeValid(polygon)) }
      return try unionAsTheyStand(valid)
    }
  }

  private func unionAsTheyStand(
    _ polygons: [MultiPolygon]
  ) throws(GeometryError) -> MultiPolygon {
    let geometry = try context.build(MultiPolygon(polygons.flatMap(\.polygons)))
    return try unsafe context.geometry(
      "GEOSUnaryUnion_r", GEOSUnaryUnion_r(context.raw, geometry.pointer)
    ).polygons()
  }

  /// Returns the ground that both cover (`GEOSIntersection_r`).
  ///
  /// Where they only touch, the result is empty.
  package func intersection(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    do {
      return try intersectionAsTheyStand(first, second)
    } catch {
      // As in `union`.
      guard error.code == .operationFailed else { throw error }
      return try intersectionAsTheyStand(makeValid(first), makeValid(second))
    }
  }

  private func intersectionAsTheyStand(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    let first = try context.build(first)
    let second = try context.build(second)
    return try unsafe context.geometry(
      "GEOSIntersection_r", GEOSIntersection_r(context.raw, first.pointer, second.pointer)
    ).polygons()
  }

  /// Returns the ground that the first covers and the second does not (`GEOSDifference_r`).
  package func difference(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    do {
      return try differenceAsTheyStand(first, second)
    } catch {
      // As in `union`.
      guard error.code == .operationFailed else { throw error }
      return try differenceAsTheyStand(makeValid(first), makeValid(second))
    }
  }

  private func differenceAsTheyStand(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    let first = try context.build(first)
    let second = try context.build(second)
    return try unsafe context.geometry(
      "GEOSDifference_r", GEOSDifference_r(context.raw, first.pointer, second.pointer)
    ).polygons()
  }

  /// Returns the parts of the lines that the polygons cover (`GEOSIntersection_r`).
  ///
  /// Where a line only touches, nothing is left of it.
  package func lineIntersection(
    _ lines: MultiLine, _ polygons: MultiPolygon
  ) throws(GeometryError) -> MultiLine {
    let lines = try context.build(lines)
    let polygons = try context.build(polygons)
    return try unsafe MultiLine(
      context.geometry(
        "GEOSIntersection_r", GEOSIntersection_r(context.raw, lines.pointer, polygons.pointer)
      ).parts().lines)
  }

  /// Returns what lies in the box.
  ///
  /// A true intersection: `GEOSClipByRect_r` is faster, but its result need not be valid.
  package func clip(
    _ polygons: MultiPolygon, to box: BoundingBox
  ) throws(GeometryError) -> MultiPolygon {
    try intersection(polygons, MultiPolygon([box.polygon]))
  }

  /// Returns the parts of the lines that lie in the box.
  package func clip(_ lines: MultiLine, to box: BoundingBox) throws(GeometryError) -> MultiLine {
    try lineIntersection(lines, MultiPolygon([box.polygon]))
  }
}

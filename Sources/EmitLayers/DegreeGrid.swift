import Geometry
package import Model

/// Coordinates as they are written: multiples of 0.0000001 degrees.
package enum DegreeGrid {
  private static let step = 1e7

  /// Returns the multiple that is nearest.
  static func snapped(_ coordinate: Coordinate) -> Coordinate {
    Coordinate((coordinate.x * step).rounded() / step, (coordinate.y * step).rounded() / step)
  }

  /// Returns the line on the grid, without vertices that repeat the one before.
  static func distinct(_ line: [Coordinate]) -> [Coordinate] {
    var result: [Coordinate] = []
    result.reserveCapacity(line.count)
    for vertex in line {
      let next = snapped(vertex)
      if next != result.last { result.append(next) }
    }
    return result
  }

  /// Returns the rings of each polygon on the grid, wound as RFC 7946 asks.
  ///
  /// A ring of which fewer than four vertices are left has no ground: a hole is dropped, and with an
  /// exterior its polygon.
  static func rings(of polygons: MultiPolygon) -> [[[Coordinate]]] {
    var result: [[[Coordinate]]] = []
    for polygon in polygons.polygons {
      let rings = polygon.wound().rings.map(distinct)
      guard let exterior = rings.first, exterior.count >= 4 else { continue }
      result.append([exterior] + rings.dropFirst().filter { $0.count >= 4 })
    }
    return result
  }

  /// Whether every vertex already is on the grid, so that rounding cannot change the topology.
  static func holds(_ polygons: MultiPolygon) -> Bool {
    polygons.polygons.allSatisfy { polygon in
      polygon.rings.allSatisfy { ring in ring.allSatisfy { snapped($0) == $0 } }
    }
  }
}

/// Makes areas fit to be written: on the grid of 7 decimals and still valid there.
///
/// Rounding can let two edges of a narrow part cross. Not Sendable: it holds a GEOS context. One for
/// each worker.
package final class GridRounder {
  private let engine: GeometryEngine

  package init() throws {
    engine = try GeometryEngine()
  }

  /// Returns the area on the grid, nil when nothing is left of it.
  package func rounded(_ area: MultiPolygon) throws -> MultiPolygon? {
    if DegreeGrid.holds(area) { return area.isEmpty ? nil : area }
    var result = polygons(area)
    // Making valid adds vertices off the grid: a second round settles them.
    for _ in 0..<3 where try engine.validityFault(result) != nil {
      result = polygons(try engine.makeValid(result))
    }
    return result.isEmpty ? nil : result
  }

  private func polygons(_ area: MultiPolygon) -> MultiPolygon {
    MultiPolygon(DegreeGrid.rings(of: area).map { Polygon(rings: $0) })
  }
}

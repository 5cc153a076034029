package import Model

extension GeometryEngine {
  /// Returns a polygon whose rings run freely over the globe as RFC 7946 wants it: cut at the
  /// antimeridian, over a pole closed along it, degrees within -180…180.
  ///
  /// Rings are closed, in degrees, longitude first, the exterior counter-clockwise and holes clockwise as
  /// seen from above, each step shorter than half a turn. A polygon that stays on its side comes back as it
  /// is.
  /// - Throws: `GeometryError` when GEOS cannot cut it.
  package func onGlobe(_ polygon: Polygon) throws(GeometryError) -> MultiPolygon {
    guard let exterior = polygon.rings.first else { return MultiPolygon([]) }
    let rings = [exterior] + polygon.rings.dropFirst().map { Array($0.reversed()) }
    let unrolled = rings.map(Self.unrolled)
    if unrolled.allSatisfy(\.staysInside) { return MultiPolygon([polygon]).wound() }
    var parts: [MultiPolygon] = []
    for ring in unrolled { parts.append(try folded(ring)) }
    let holes = Array(parts.dropFirst())
    return holes.isEmpty ? parts[0] : try difference(parts[0], union(holes))
  }

  /// A ring whose longitudes run on over ±180.
  private struct Unrolled {
    var vertices: [Coordinate]
    /// How many degrees of longitude it has turned when it is back: 0, or 360 around a pole.
    var turn: Double

    var staysInside: Bool {
      abs(turn) < 180 && vertices.allSatisfy { abs($0.x) <= 180 }
    }
  }

  private static func unrolled(_ ring: [Coordinate]) -> Unrolled {
    guard let start = ring.first else { return Unrolled(vertices: [], turn: 0) }
    var vertices = [start]
    for next in ring.dropFirst() {
      let last = vertices[vertices.count - 1].x
      let step = (next.x - last).remainder(dividingBy: 360)
      // The number as it was where nothing has to be added: neighbors must agree in every bit.
      let turns = ((last + step - next.x) / 360).rounded()
      vertices.append(Coordinate(next.x + turns * 360, next.y))
    }
    return Unrolled(vertices: vertices, turn: vertices[vertices.count - 1].x - start.x)
  }

  /// Cuts a ring at the antimeridian and brings the parts back to -180…180.
  private func folded(_ ring: Unrolled) throws(GeometryError) -> MultiPolygon {
    var vertices = ring.vertices
    if abs(ring.turn) >= 180, let start = vertices.first, let end = vertices.last {
      // Eastward around a pole: what lies to the left is the north.
      let pole = ring.turn > 0 ? 90.0 : -90.0
      vertices += [Coordinate(end.x, pole), Coordinate(start.x, pole), start]
    }
    let polygon = MultiPolygon([Polygon(rings: [vertices])]).wound()
    guard let bounds = polygon.bounds else { return polygon }
    var parts: [MultiPolygon] = []
    let first = Int(((bounds.minX + 180) / 360).rounded(.down))
    let last = Int(((bounds.maxX + 180) / 360).rounded(.up)) - 1
    for turn in first...max(first, last) {
      let offset = Double(turn) * 360
      let box = BoundingBox(minX: offset - 180, minY: -90, maxX: offset + 180, maxY: 90)
      let part = try clip(polygon, to: box)
      parts.append(
        MultiPolygon(
          part.polygons.map { polygon in
            Polygon(
              rings: polygon.rings.map { ring in ring.map { Coordinate($0.x - offset, $0.y) } })
          }))
    }
    // Around a pole the ends of the ring meet somewhere: what lies on both sides is one ground.
    if abs(ring.turn) >= 180 { return try union(parts) }
    return MultiPolygon(parts.flatMap(\.polygons))
  }
}

package import Model

/// An area in convex pieces, to measure how much ground others share with it.
///
/// One side of a piece after the other cuts the outline (Sutherland and Hodgman 1974, Reentrant polygon
/// clipping). What the cutting leaves along the sides encloses nothing, so that the measure is right for
/// every simple polygon, and there is no topology that rounding could break: shared and almost shared
/// edges are no special case.
package struct ConvexWindow {
  /// The inside of a side is where `x · a + y · b + c` is not negative.
  private struct Side {
    var a: Double
    var b: Double
    var c: Double

    /// The left of the way from one corner to the next.
    init(_ from: Coordinate, _ to: Coordinate) {
      a = from.y - to.y
      b = to.x - from.x
      c = from.x * to.y - to.x * from.y
    }

    func height(_ vertex: Coordinate) -> Double { vertex.x * a + vertex.y * b + c }
  }

  private struct Part {
    var sides: [Side]
    var box: BoundingBox
    /// 1 for an exterior, -1 for a hole.
    var sign: Double

    /// Counts a convex ring from an origin; nil when it has no corner.
    init?(_ ring: [Coordinate], minus origin: Coordinate, sign: Double) {
      var corners = ring.map { Coordinate($0.x - origin.x, $0.y - origin.y) }
      guard let box = BoundingBox(enclosing: corners) else { return nil }
      if Polygon.signedArea(of: corners) < 0 { corners.reverse() }
      self.box = box
      self.sign = sign
      sides = zip(corners, corners.dropFirst()).map { Side($0, $1) }
      // The sides of the box first: they leave little for the many of a disc.
      guard sides.count > 4 else { return }
      let walls = box.polygon.rings[0]
      sides = zip(walls, walls.dropFirst()).map { Side($0, $1) } + sides
    }
  }

  private let parts: [Part]
  private let box: BoundingBox
  /// Sides and vertices are counted from here, so that large coordinates do not eat the digits.
  private let origin: Coordinate

  /// Makes the window of an area: of its rings where all are convex, as those of discs and of the ground
  /// around towns are, else of triangles; nil when it is empty.
  ///
  /// Linear in the vertices, O(n log n) where there are triangles to make.
  package init?(_ area: MultiPolygon, engine: GeometryEngine) throws(GeometryError) {
    guard let bounds = area.bounds else { return nil }
    box = bounds
    origin = Coordinate((bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2)
    if area.polygons.allSatisfy({ $0.rings.allSatisfy(Self.isConvex) }) {
      parts = area.polygons.flatMap { [origin] polygon in
        polygon.rings.enumerated().compactMap { number, ring in
          Part(ring, minus: origin, sign: number == 0 ? 1 : -1)
        }
      }
    } else {
      parts = try Self.triangles(of: area, engine).compactMap { [origin] ring in
        Part(ring, minus: origin, sign: 1)
      }
    }
  }

  /// An area that is not valid cannot be cut into triangles; made valid, it can.
  private static func triangles(
    of area: MultiPolygon, _ engine: GeometryEngine
  ) throws(GeometryError) -> [[Coordinate]] {
    do {
      return try engine.triangles(of: area)
    } catch let error where error.code == .operationFailed {
      return try engine.triangles(of: try engine.makeValid(area))
    }
  }

  /// Returns the area that an outline and the window share, in square units of the coordinates.
  ///
  /// Linear in the runs of the outline and its vertices near the window, times the corners of the window.
  package func commonArea(with outline: RunOutline) -> Double {
    // Many pieces look at what lies near all of them.
    let outline = parts.count < 8 ? outline : outline.shortened(to: box)
    var sum = 0.0
    var vertices: [Coordinate] = []
    var cut: [Coordinate] = []
    for part in parts {
      let box = part.box.moved(by: origin)
      for ring in outline.rings where ring.box.intersects(box) {
        ring.shorten(to: box, minus: origin, into: &vertices)
        for side in part.sides where !vertices.isEmpty {
          if Self.cut(vertices, side, into: &cut) { swap(&vertices, &cut) }
        }
        guard let first = vertices.first else { continue }
        vertices.append(first)
        sum += part.sign * ring.sign * abs(Polygon.signedArea(of: vertices))
      }
    }
    return max(0, sum)
  }

  /// Keeps what lies inside a side; false when that is everything and nothing was written.
  private static func cut(
    _ vertices: [Coordinate], _ side: Side, into result: inout [Coordinate]
  ) -> Bool {
    guard vertices.contains(where: { side.height($0) < 0 }), var last = vertices.last else {
      return false
    }
    result.removeAll(keepingCapacity: true)
    var before = side.height(last)
    for vertex in vertices {
      let height = side.height(vertex)
      if (height < 0) != (before < 0) {
        let part = before / (before - height)
        result.append(
          Coordinate(last.x + part * (vertex.x - last.x), last.y + part * (vertex.y - last.y)))
      }
      if height >= 0 { result.append(vertex) }
      last = vertex
      before = height
    }
    return true
  }

  /// Whether a closed ring turns one way all the time, and once around.
  ///
  /// A turn the other way of less than a millionth of a degree is rounding.
  private static func isConvex(_ ring: [Coordinate]) -> Bool {
    guard ring.count > 3, ring.first == ring.last else { return false }
    var turn = 0.0
    var changes = 0
    var heading = 0.0
    let count = ring.count - 1
    for index in 0..<count {
      let (from, to, next) = (ring[index], ring[index + 1], ring[(index + 2) % count])
      let (firstX, firstY) = (to.x - from.x, to.y - from.y)
      let (secondX, secondY) = (next.x - to.x, next.y - to.y)
      let cross = firstX * secondY - firstY * secondX
      let scale = (firstX * firstX + firstY * firstY) + (secondX * secondX + secondY * secondY)
      if abs(cross) > 1e-8 * scale {
        if turn * cross < 0 { return false }
        turn = cross
      }
      if firstX != 0 {
        if heading * firstX < 0 { changes += 1 }
        heading = firstX
      }
    }
    return turn != 0 && changes <= 2
  }
}

extension BoundingBox {
  fileprivate func moved(by offset: Coordinate) -> BoundingBox {
    BoundingBox(
      minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }
}

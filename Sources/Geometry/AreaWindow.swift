package import Model

/// An area, to measure how much ground others share with it.
///
/// A ring that is convex, as those of discs and of the ground around towns are, cuts the others side by side
/// (Sutherland and Hodgman 1974, Reentrant polygon clipping); for others see `CommonGround`. There is no
/// topology that rounding could break: shared and almost shared edges are no special case.
package struct AreaWindow {
  fileprivate struct Ring {
    /// Without the vertex that closes it.
    var corners: [Coordinate]
    var box: BoundingBox
    /// The sides of a convex ring, counter-clockwise; empty for others.
    var sides: [CuttingSide]
    var area: Double
    /// 1 for an exterior, -1 for a hole.
    var sign: Double
  }

  private let rings: [Ring]
  /// Vertices are counted from here, so that large coordinates do not eat the digits.
  private let origin: Coordinate

  /// Makes the window of an area; nil when it is empty.
  ///
  /// Linear in the vertices.
  package init?(_ area: MultiPolygon) {
    guard let bounds = area.bounds else { return nil }
    let center = Coordinate((bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2)
    origin = center
    rings = area.polygons.flatMap { polygon in
      polygon.rings.enumerated().compactMap { number, ring in
        Ring(
          ring.map { Coordinate($0.x - center.x, $0.y - center.y) }, sign: number == 0 ? 1 : -1)
      }
    }
  }

  /// Returns the area that an outline and the window share, in square units of the coordinates.
  ///
  /// For a disc linear in the runs of the outline and in its vertices near the window times the corners of the
  /// disc.
  package func commonArea(with outline: RunOutline) -> Double {
    var sum = 0.0
    var cutter = RingCutter()
    for window in rings {
      let box = window.box.moved(by: origin)
      for ring in outline.rings where ring.box.intersects(box) {
        cutter.removeAll()
        ring.forEachVertex(near: box) {
          cutter.append(Coordinate($0.x - origin.x, $0.y - origin.y))
        }
        cutter.cut(to: window.box)
        sum += window.sign * ring.sign * window.commonArea(with: &cutter)
      }
    }
    return max(0, sum)
  }
}

extension AreaWindow.Ring {
  /// Takes over a closed ring; nil when it has less than three corners.
  fileprivate init?(_ ring: [Coordinate], sign: Double) {
    guard ring.count > 3, let box = BoundingBox(enclosing: ring) else { return nil }
    let area = Polygon.signedArea(of: ring)
    let turned = area < 0 ? Array(ring.reversed()) : ring
    self.box = box
    self.area = abs(area)
    self.sign = sign
    corners = Array(ring.dropLast())
    sides =
      Self.isConvex(turned) ? zip(turned, turned.dropFirst()).map { CuttingSide($0, $1) } : []
  }

  /// Returns the area that the ring and another share that was cut to its box.
  fileprivate func commonArea(with other: inout RingCutter) -> Double {
    let filled = other.area
    if filled == 0 { return 0 }
    // All of the box lies in the other.
    if filled > (box.maxX - box.minX) * (box.maxY - box.minY) * (1 - 1e-12) { return area }
    if sides.isEmpty {
      var own = RingCutter()
      for corner in corners { own.append(corner) }
      return CommonGround.area(of: own, other, in: box)
    }
    for side in sides {
      other.cut(side)
      if other.count == 0 { return 0 }
    }
    return other.area
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

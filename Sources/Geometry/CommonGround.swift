import Model

/// Measures what two rings of any form share, by halving the plane.
///
/// Both rings are cut to a cell (Sutherland and Hodgman 1974). Where one of them fills it or leaves it empty,
/// the answer is plain; other cells are halved until few edges are left, and those are taken as the
/// triangles between one ring's edges and a corner of it, which count as negative where the edge looks away.
/// What cutting leaves along the walls encloses nothing. O((n + m) log(n + m)) for usual outlines.
enum CommonGround {
  /// Cells are halved no more often than this: many vertices may stand in one spot.
  private static let depth = 24
  /// Rings of so few edges together are not worth halving.
  private static let few = 20
  /// A cell is full when no more than this part of it is missing.
  private static let rounding = 1e-12

  /// Returns the area that two rings share which were cut to a box.
  static func area(
    of first: borrowing RingCutter, _ second: borrowing RingCutter, in box: BoundingBox
  ) -> Double {
    halved(first, second, box, depth)
  }

  private static func halved(
    _ first: borrowing RingCutter, _ second: borrowing RingCutter, _ box: BoundingBox, _ depth: Int
  ) -> Double {
    let (one, other) = (first.area, second.area)
    if one == 0 || other == 0 { return 0 }
    let full = (box.maxX - box.minX) * (box.maxY - box.minY) * (1 - rounding)
    if one >= full { return other }
    if other >= full { return one }
    if depth == 0 || first.count + second.count <= few { return triangles(first, second) }
    var (low, high) = (box, box)
    let isWide = box.maxX - box.minX > box.maxY - box.minY
    if isWide {
      low.maxX = (box.minX + box.maxX) / 2
      high.minX = low.maxX
    } else {
      low.maxY = (box.minY + box.maxY) / 2
      high.minY = low.maxY
    }
    var sum = 0.0
    for (half, isHigh) in [(low, false), (high, true)] {
      let wall =
        isWide
        ? CuttingSide(abscissa: low.maxX, keepsGreater: isHigh)
        : CuttingSide(ordinate: low.maxY, keepsGreater: isHigh)
      var firstHalf = RingCutter(capacity: 2 * first.count + 2)
      firstHalf.copy(first)
      firstHalf.cut(wall)
      if firstHalf.count == 0 { continue }
      var secondHalf = RingCutter(capacity: 2 * second.count + 2)
      secondHalf.copy(second)
      secondHalf.cut(wall)
      sum += halved(firstHalf, secondHalf, half, depth - 1)
    }
    return sum
  }

  private static func triangles(
    _ ring: borrowing RingCutter, _ other: borrowing RingCutter
  ) -> Double {
    var piece = RingCutter(capacity: 4 * other.count + 4)
    let corner = ring[0]
    var sum = 0.0
    for index in 1..<(ring.count - 1) {
      let (from, to) = (ring[index], ring[index + 1])
      let doubled =
        (from.x - corner.x) * (to.y - corner.y) - (from.y - corner.y) * (to.x - corner.x)
      if doubled == 0 { continue }
      let (left, right) = doubled > 0 ? (from, to) : (to, from)
      piece.copy(other)
      piece.cut(CuttingSide(corner, left))
      piece.cut(CuttingSide(left, right))
      piece.cut(CuttingSide(right, corner))
      sum += doubled > 0 ? piece.area : -piece.area
    }
    return abs(sum)
  }
}

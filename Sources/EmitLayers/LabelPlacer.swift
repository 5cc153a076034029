import Model

/// Finds room for names: greedily, the most important first, each beside its point where nothing is yet.
struct LabelPlacer {
  private var taken: [BoundingBox]
  private let bounds: BoundingBox

  /// - Parameters:
  ///   - bounds: Where labels may stand, pixels.
  ///   - taken: What they must not cover.
  init(bounds: BoundingBox, taken: [BoundingBox]) {
    self.bounds = bounds
    self.taken = taken
  }

  /// Which edge of the label is at its point.
  enum Anchor { case start, middle, end }

  struct Spot {
    /// Where the text begins, is centered or ends, by `anchor`, and its upper edge.
    var x: Double
    var top: Double
    var anchor: Anchor
  }

  /// Takes room for a mark, unless something is there.
  mutating func mark(_ point: Coordinate, radius: Double) -> Bool {
    let spot = Spot(x: point.x, top: point.y - radius, anchor: .middle)
    return take(spot, 2 * radius, 2 * radius)
  }

  /// Takes room for a label beside a point, at the right if there is room, else around it.
  ///
  /// - Parameter gap: Pixels between the point and the label.
  /// - Returns: nil when there is none; then nothing is taken.
  mutating func beside(
    _ point: Coordinate, width: Double, height: Double, gap: Double
  ) -> Spot? {
    let spots = [
      Spot(x: point.x + gap, top: point.y - height / 2, anchor: .start),
      Spot(x: point.x - gap, top: point.y - height / 2, anchor: .end),
      Spot(x: point.x, top: point.y - gap - height, anchor: .middle),
      Spot(x: point.x, top: point.y + gap, anchor: .middle),
      Spot(x: point.x + gap * 0.7, top: point.y - gap * 0.7 - height, anchor: .start),
      Spot(x: point.x + gap * 0.7, top: point.y + gap * 0.7, anchor: .start),
      Spot(x: point.x - gap * 0.7, top: point.y - gap * 0.7 - height, anchor: .end),
      Spot(x: point.x - gap * 0.7, top: point.y + gap * 0.7, anchor: .end),
    ]
    return spots.first { take($0, width, height) }
  }

  /// Takes room for a label centered on a point, or a little off it.
  ///
  /// - Parameter isNear: A line above or below at most, so that the point stays beside the label.
  mutating func over(
    _ point: Coordinate, width: Double, height: Double, isNear: Bool = false
  ) -> Spot? {
    for shift in isNear ? [0.0, -1, 1] : [0, -1, 1, -2, 2] {
      for side in isNear ? [0.0] : [0, -0.5, 0.5] {
        let spot = Spot(
          x: point.x + side * width, top: point.y - height / 2 + shift * height, anchor: .middle)
        if take(spot, width, height) { return spot }
      }
    }
    return nil
  }

  private mutating func take(_ spot: Spot, _ width: Double, _ height: Double) -> Bool {
    let left =
      switch spot.anchor {
      case .start: spot.x
      case .middle: spot.x - width / 2
      case .end: spot.x - width
      }
    let box = BoundingBox(
      minX: left, minY: spot.top, maxX: left + width, maxY: spot.top + height)
    guard box.minX >= bounds.minX, box.maxX <= bounds.maxX, box.minY >= bounds.minY,
      box.maxY <= bounds.maxY, !taken.contains(where: box.intersects)
    else { return false }
    taken.append(box)
    return true
  }
}

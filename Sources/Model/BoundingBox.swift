/// An axis-parallel box in the coordinates of what it bounds.
public struct BoundingBox: Sendable, Hashable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Makes the smallest box around the coordinates, or nil when there are none.
  public init?(enclosing coordinates: some Sequence<Coordinate>) {
    var iterator = coordinates.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
    while let next = iterator.next() {
      minX = min(minX, next.x)
      minY = min(minY, next.y)
      maxX = max(maxX, next.x)
      maxY = max(maxY, next.y)
    }
  }

  /// Whether the boxes share at least a point.
  public func intersects(_ other: BoundingBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the coordinate lies in the box or on its edge.
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.x >= minX && coordinate.x <= maxX && coordinate.y >= minY && coordinate.y <= maxY
  }

  /// Returns the smallest box around both.
  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }
}
